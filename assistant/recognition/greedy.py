"""The simplest decoder: the best symbol of each frame, repetitions and blanks removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from assistant.records import Emissions, Floats, Transcript, Vocabulary, Word

_GAPS = (" .", " ?", " !", " ,", " ' ", " n't", " 'm", " 's", " 've", " 're")
"""Where tokenizers take the blanks out when they are told to clean up, one after the other."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring frames whose best symbol is the same."""

    column: int
    start: int
    """First frame."""
    stop: int
    """One behind the last frame."""


@dataclass(frozen=True, slots=True)
class GreedyDecoder:
    """A Decoder. With `keep_special`, unknown and sentence marks stay in the text, so that it is
    letter for letter what transformers' Wav2Vec2CTCTokenizer.decode gives."""

    keep_special: bool = False

    def decode(self, emissions: Emissions) -> Transcript:
        """The best text, its words with times, and how sure the model was.

        Confidence is the mean probability of the best symbol over the frames that carry a
        letter; 0 where none does.
        """
        best = np.exp(emissions.log_probs.max(axis=1, initial=-np.inf))
        return transcript_of(self.runs(emissions), emissions, best)

    def runs(self, emissions: Emissions) -> list[Run]:
        """The letters and word delimiters of the best path, each with its frames."""
        columns = emissions.log_probs.argmax(axis=1)
        runs = collapse(columns.tolist(), emissions.vocabulary.blank)
        return [run for run in runs if self._keeps(run, emissions.vocabulary)]

    def _keeps(self, run: Run, vocabulary: Vocabulary) -> bool:
        return self.keep_special or run.column not in vocabulary.special


def collapse(columns: Sequence[int], blank: int) -> list[Run]:
    """Runs of equal columns, less those of the blank: CTC's reading of a path."""
    runs, start = [], 0
    for column, group in groupby(columns):
        stop = start + sum(1 for _ in group)
        if column != blank:
            runs.append(Run(column, start, stop))
        start = stop
    return runs


def transcript_of(runs: Sequence[Run], emissions: Emissions, sure: Floats) -> Transcript:
    """The transcript that runs spell; `sure` is the probability of each frame's symbol."""
    vocabulary = emissions.vocabulary
    words = [_word(word, emissions, sure) for word in _words(runs, vocabulary)]
    words = [word for word in words if word.text]  # a piece may be nothing but a word's beginning
    letters = [run for run in runs if run.column != vocabulary.word_delimiter]
    text, confidence = text_of(runs, vocabulary), _mean(sure, letters)
    return Transcript(text, tuple(words), confidence, emissions.language)


def text_of(runs: Sequence[Run], vocabulary: Vocabulary) -> str:
    """The text that collapsed runs spell."""
    text = _cased("".join(_written(run, vocabulary) for run in runs).strip(), vocabulary)
    return _cleaned(text) if vocabulary.clean_up else text


def _words(runs: Sequence[Run], vocabulary: Vocabulary) -> list[list[Run]]:
    """The runs of each word, without those of the delimiter."""
    words: list[list[Run]] = [[]]
    for run in runs:
        if _written(run, vocabulary).startswith(" "):
            words.append([])
        if run.column != vocabulary.word_delimiter:
            words[-1].append(run)
    return [word for word in words if word]


def _written(run: Run, vocabulary: Vocabulary) -> str:
    """The letters of a run, with a blank for what parts words."""
    if run.column == vocabulary.word_delimiter:
        return " "
    token = vocabulary.tokens[run.column]
    return token.replace(vocabulary.word_start, " ") if vocabulary.word_start else token


def _cased(text: str, vocabulary: Vocabulary) -> str:
    return text.lower() if vocabulary.lower_case else text


def _cleaned(text: str) -> str:
    for gap in _GAPS:
        text = text.replace(gap, gap.strip())
    return text


def _word(runs: Sequence[Run], emissions: Emissions, best: np.ndarray) -> Word:
    spelled = "".join(_written(run, emissions.vocabulary) for run in runs)
    return Word(
        _cased(spelled.strip(), emissions.vocabulary),
        runs[0].start * emissions.frame_s,
        runs[-1].stop * emissions.frame_s,
        _mean(best, runs),
    )


def _mean(best: Floats, runs: Sequence[Run]) -> float:
    """Mean probability over the frames of all runs."""
    if not runs:
        return 0.0
    return float(np.concatenate([best[run.start : run.stop] for run in runs]).mean())
