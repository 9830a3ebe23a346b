"""A decoder that knows words: beam search with a language model, hotwords, n-best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from assistant.errors import ModelError
from assistant.recognition.align import align
from assistant.recognition.beam import BeamSearch, Hypothesis, WordModel, folded
from assistant.recognition.greedy import Run, text_of, transcript_of
from assistant.recognition.language.ngram import BEGIN, END, ROOT, UNKNOWN
from assistant.recognition.lexicon import Entry, Integers, Others, Reals, build
from assistant.records import Emissions, Transcript, Vocabulary
from assistant.settings import DecodingSettings

MARKS = (BEGIN, END, UNKNOWN)


class LanguageModel(WordModel, Protocol):
    """A word model that can be asked for its words."""

    @property
    def words(self) -> Sequence[str]:
        """Every word at the place of its number, with the marks of ARPA among them."""
        ...

    def number(self, word: str) -> int:
        """The word's number, or that of `<unk>`."""
        ...


@dataclass(frozen=True, slots=True)
class Alternative:
    """A text that the sound may have been; natural logarithms."""

    text: str
    acoustic: float
    """Of the sound's probability, given the text."""
    language: float
    """Weighted language model and bonuses; the sum of both is what texts are ranked by."""


class BeamDecoder:
    """A Decoder that weighs what was heard against how likely the words are."""

    def __init__(self, model: LanguageModel, settings: DecodingSettings) -> None:
        self._model, self._settings = model, settings
        self._searches: dict[Vocabulary, BeamSearch] = {}

    def decode(self, emissions: Emissions) -> Transcript:
        """The best text; its words have the times of the best path that spells it.

        Confidence is the mean probability of the letters in their frames. Raises ModelError for
        a recognition model that doesn't part words.
        """
        return self.read(emissions, 1)[0]

    def read(self, emissions: Emissions, most: int) -> tuple[Transcript, list[Alternative]]:
        """The same, and up to `most` texts with their scores, the best first."""
        found, vocabulary = self.hypotheses(emissions, most), emissions.vocabulary
        runs = align(folded(emissions), found[0].columns, vocabulary.blank)
        sure = np.zeros(len(emissions.log_probs), np.float32)
        for run in runs:
            frames = slice(run.start, run.stop)
            sure[frames] = np.exp(emissions.log_probs[frames, run.column])
        alternatives = [
            Alternative(text(one, vocabulary), one.acoustic, one.language) for one in found
        ]
        return transcript_of(runs, emissions, sure), alternatives

    def hypotheses(self, emissions: Emissions, most: int) -> list[Hypothesis]:
        """Up to `most` texts with their scores, best first. Raises ModelError as `decode` does."""
        search = self._searches.get(emissions.vocabulary)
        if search is None:
            search = self._search(emissions.vocabulary)
            self._searches[emissions.vocabulary] = search
        return search.search(folded(emissions))[:most]

    def _search(self, vocabulary: Vocabulary) -> BeamSearch:
        if vocabulary.word_delimiter is None:
            raise ModelError(
                "This recognition model doesn't part words, so no language model and no hotwords "
                "fit it; choose another model, or set decoding.lm and decoding.hotwords to nothing."
            )
        others = self._others() if self._settings.words == "any" else None
        lexicon = build(self._entries(), vocabulary, others)
        return BeamSearch(lexicon, self._model, vocabulary, self._settings)

    def _entries(self) -> list[Entry]:
        """All words of the model, and the hotwords that it lacks."""
        bonuses = {self._listed(word): more for word, more in self._settings.bonuses.items()}
        words = [word for word in self._model.words if word not in MARKS]
        words += bonuses.keys() - set(words)
        numbers = np.array([self._model.number(word) for word in words], np.int64)
        return [
            Entry(word, number, score, self._settings.word_bonus + bonuses.get(word, 0.0))
            for word, number, score in zip(
                words, numbers.tolist(), self._alone(numbers).tolist(), strict=True
            )
        ]

    def _others(self) -> Others:
        number = np.array([self._model.number(UNKNOWN)], np.int64)
        bonus = self._settings.word_bonus + self._settings.unknown_bonus
        return Others(int(number[0]), float(self._alone(number)[0]), bonus)

    def _alone(self, numbers: Integers) -> Reals:
        """What the model gives for words behind nothing, weighted."""
        nowhere = np.full(len(numbers), ROOT)
        return self._settings.weight * self._model.score(nowhere, numbers)[0]

    def _listed(self, word: str) -> str:
        """The word as the model writes it, in capitals or small; as it is where it lacks it."""
        unknown = self._model.number(UNKNOWN)
        ways = (word, word.lower(), word.upper(), word.capitalize())
        return next((way for way in ways if self._model.number(way) != unknown), word)


def text(hypothesis: Hypothesis, vocabulary: Vocabulary) -> str:
    """What a hypothesis reads as."""
    return text_of([Run(column, 0, 0) for column in hypothesis.columns], vocabulary)
