"""What was meant, from the sound alone: the commands that fit an utterance best."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import accumulate, islice, product

import numpy as np

from assistant.records import Emissions, Vocabulary
from assistant.understanding.graph import FREE_TEXT, MAIN, CommandGraph
from assistant.understanding.lattice import Arc, Lattice
from assistant.understanding.readings import Reading, read
from assistant.understanding.sound.compiled import CompiledGraph, WordNets
from assistant.understanding.sound.joints import Joint, best_joints, joints_until
from assistant.understanding.sound.opening import opening_end, opening_until
from assistant.understanding.sound.readings import (
    SoundReading,
    distinct,
    scored,
    united,
    with_margins,
)
from assistant.understanding.sound.scores import Scores, ScoreSettings, part_of, scores
from assistant.understanding.sound.spelling import LetterSpeller, Lexicon, PhonemeSpeller
from assistant.understanding.sound.trace import Filled, Path, Said, labels, trace
from assistant.understanding.sound.viterbi import Arrival, SearchSettings, Trellis, arrivals
from assistant.understanding.text import key
from assistant.understanding.walk import Piece, Walk, slot_rank

PATHS = 6
"""Paths that are traced, beside the best one of every other template."""
MEANINGS = 4
"""Ways to understand the words of one path: entries with the same name, templates alike."""
RIVAL = 25.0
"""Other values of a slot this much less likely, in natural-log units, aren't worth a reading: about
five times the spread with which their likelihood is weighed."""


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """How commands are looked for in sound."""

    search: SearchSettings = field(default_factory=SearchSettings)
    scores: ScoreSettings = field(default_factory=ScoreSettings)
    phoneme_weight: float = 0.7
    """Share of the phonemes in a reading's likelihood, where the model hears them. The bundled one
    hears them better than letters (docs/decisions.md)."""


@dataclass(frozen=True, slots=True)
class BreakOff:
    """The best path that may break off anywhere in a sentence."""

    ratio: float
    """Its log-likelihood less that of the best unconstrained path, for each frame."""
    lead: float
    """Its log-likelihood less that of the best whole sentence; 0 where that is itself whole."""


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """One search for commands, in letters or in phonemes."""

    compiled: CompiledGraph
    heard: Scores
    trellis: Trellis


class SoundReader:
    """Finds commands in emissions, in letters and, with a lexicon, in phonemes."""

    def __init__(
        self,
        graph: CommandGraph,
        settings: SoundSettings | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        self._graph, self._settings = graph, settings or SoundSettings()
        self._lexicon = lexicon
        self._words = WordNets(graph)
        self._compiled: dict[Vocabulary, CompiledGraph] = {}
        self._searched: tuple[Emissions, list[_Search]] | None = None
        """The last searches, for further questions about the same sound."""

    def refresh(self) -> None:
        """Take over changed lists."""
        self._searched = None

    def beside(self, graph: CommandGraph) -> SoundReader:
        """A reader of `CommandGraph.beside`: what both graphs have isn't compiled again."""
        other = SoundReader(graph, self._settings, self._lexicon)
        other._words = self._words.beside(graph)
        other._compiled = {
            vocabulary: compiled.beside(other._words)
            for vocabulary, compiled in self._compiled.items()
        }
        return other

    def readings(self, emissions: Emissions, now: datetime) -> list[SoundReading]:
        """The commands that fit best, the best one first; none where nothing fits at all."""
        letters, *phonemes = (self._found(search, now) for search in self._searches(emissions))
        if not phonemes:
            return with_margins(letters)
        return with_margins(united(letters, phonemes[0], self._settings.phoneme_weight))

    def break_off(self, emissions: Emissions) -> BreakOff:
        """How well the sound fits the beginning of a sentence, in letters alone."""
        if not len(emissions.log_probs):
            return BreakOff(-math.inf, 0.0)
        search = self._searches(emissions)[0]
        last, heard = search.trellis.steps[-1], search.heard
        best = float(max(last.in_symbol.max(initial=-np.inf), last.in_blank.max(initial=-np.inf)))
        whole = next((arrival.score for arrival in arrivals(search.trellis)), -math.inf)
        return BreakOff((best - float(heard.best.sum())) / len(heard.best), best - whole)

    def joints(self, emissions: Emissions, words: Sequence[str], most: int) -> list[Joint]:
        """Where a command ends and one of the words follows, or the first of them and another;
        likely places first.
        """
        weight = self._settings.phoneme_weight
        searches = self._searches(emissions)
        found = [
            joints_until(one.trellis, one.heard, one.compiled.speller, words) for one in searches
        ]
        (until, starts), *second = found
        for spoken, _ in second:
            until = (1.0 - weight) * until + weight * spoken
        return best_joints(until, starts, most, emissions.frame_s)

    def opening(self, emissions: Emissions, words: Sequence[str]) -> int | None:
        """The frame behind the words where the sound begins with them; None where it doesn't."""
        *_, (compiled, heard) = self._heard(emissions)  # phonemes tell more where there are any
        until = opening_until(heard, compiled.speller, words)
        return opening_end(until, words)

    def _searches(self, emissions: Emissions) -> list[_Search]:
        """The searches in letters and, where the model hears them, in phonemes."""
        if self._searched is None or self._searched[0] is not emissions:
            self._searched = emissions, list(self._search(emissions))
        return self._searched[1]

    def _search(self, emissions: Emissions) -> Iterator[_Search]:
        for compiled, heard in self._heard(emissions):
            trellis = compiled.search(MAIN, heard, self._settings.search)
            # Whatever was searched, free text is read from the letters.
            yield _Search(compiled, replace(heard, emissions=emissions), trellis)

    def _heard(self, emissions: Emissions) -> Iterator[tuple[CompiledGraph, Scores]]:
        """The letters with their scores and, where the model hears them, the phonemes."""
        readings = [(self.letters(emissions.vocabulary), emissions)]
        second = emissions.phonemes
        if self._lexicon and second and len(second.log_probs) == len(emissions.log_probs):
            readings.append((self.phonemes(second.vocabulary, self._lexicon), second))
        for compiled, spoken in readings:
            yield compiled, scores(spoken, self._settings.scores)

    def letters(self, vocabulary: Vocabulary) -> CompiledGraph:
        """The graph in the letters of a model; compiled when it is first needed."""
        if vocabulary not in self._compiled:
            self._compiled[vocabulary] = CompiledGraph(self._words, LetterSpeller(vocabulary))
        return self._compiled[vocabulary]

    def phonemes(self, vocabulary: Vocabulary, lexicon: Lexicon) -> CompiledGraph:
        """The graph in the phonemes of a model."""
        if vocabulary not in self._compiled:
            speller = PhonemeSpeller(vocabulary, lexicon)
            self._compiled[vocabulary] = CompiledGraph(self._words, speller)
        return self._compiled[vocabulary]

    def _found(self, search: _Search, now: datetime) -> list[SoundReading]:
        return distinct(
            scored(reading, path, search.heard, self._choices(path))
            for path in self._paths(search)
            for reading in islice(self._read(path, now), MEANINGS)
        )

    def _choices(self, path: Path) -> float:
        filled = [item for item in path.filled if item.call.net != FREE_TEXT]
        return sum(len(one.words) * math.log(self._words.size(one.call.net)) for one in filled)

    def _paths(self, search: _Search) -> Iterator[Path]:
        """The best path with its rivals in slots, then other paths."""
        trellis = search.trellis
        for number, arrival in enumerate(_chosen(trellis, arrivals(trellis))):
            path = trace(trellis, arrival, search.heard.emissions)
            yield path
            if number == 0:
                yield from self._rivals(search.compiled, search.heard, path)

    def _rivals(self, compiled: CompiledGraph, heard: Scores, path: Path) -> Iterator[Path]:
        """The same command with another value in a slot, its borders where they are."""
        for place, item in enumerate(path.items):
            if not isinstance(item, Filled) or item.call.net == FREE_TEXT:
                continue
            for other, loss in self._other_values(compiled, heard, item):
                items = (*path.items[:place], other, *path.items[place + 1 :])
                frames = path.frames.copy()
                frames[item.start] -= loss
                yield replace(path, score=path.score - loss, items=items, frames=frames)

    def _other_values(
        self, compiled: CompiledGraph, heard: Scores, item: Filled
    ) -> Iterator[tuple[Filled, float]]:
        """What else may have been said there, and how much less likely it is."""
        part = part_of(heard, item.start, item.stop)
        trellis = compiled.search(item.call.net, part, self._settings.search)
        arrived = arrivals(trellis)
        for arrival in arrived[:PATHS]:
            loss = arrived[0].score - arrival.score
            if loss > RIVAL:
                return
            found = trace(trellis, arrival, part.emissions)
            words = tuple(_moved(word, item.start) for word in found.words)
            if [w.word for w in words] != [w.word for w in item.words]:
                yield Filled(item.call, words, found.labels), max(loss, 0.0)

    def _read(self, path: Path, now: datetime) -> Iterator[Reading]:
        """The path as a walk of the command graph, in all its meanings."""
        sentence = _sentence([said.word for said in path.words])
        for label, *entries in product(path.labels, *(item.labels for item in path.filled)):
            walk = _walk(path, label, entries)
            yield read(self._graph, sentence, walk, now)


def _chosen(trellis: Trellis, arrived: Sequence[Arrival]) -> Iterator[Arrival]:
    """The best arrivals, and the best one of every other set of templates."""
    seen = set[tuple[int, ...]]()
    for number, arrival in enumerate(arrived):
        found = labels(trellis, arrival)
        if number < PATHS or found not in seen:
            yield arrival
        seen.add(found)


def _moved(word: Said, frames: int) -> Said:
    return Said(word.word, word.start + frames, word.stop + frames)


def _sentence(words: Sequence[str]) -> Lattice:
    """The words as a lattice with one way through: node n lies before word n."""
    behind = list(accumulate(len(word) + 1 for word in words))
    text = " ".join(words)
    arcs = [(Arc(key(word), number + 1),) for number, word in enumerate(words)]
    begins = (0, *behind[:-1], len(text))
    ends = (0, *(place - 1 for place in behind))
    return Lattice(text, (*arcs, ()), begins, ends, len(words))


def _walk(path: Path, label: int, entries: Sequence[int]) -> Walk:
    """Pieces are numbered by words, as in the lattice of the path's own text."""
    pieces: list[Piece] = []
    at = literals = 0
    rank, fills = 0.0, iter(entries)
    for item in path.items:
        if isinstance(item, Said):
            at, literals = at + 1, literals + 1
            continue
        stop = at + len(item.words)
        words = tuple(said.word for said in item.words)
        pieces.append(Piece(item.call, at, stop, words, next(fills), 0.0))
        rank += slot_rank(pieces[-1])
        at = stop
    said = tuple(said.word for said in path.words)
    return Walk(label, rank, 0.0, literals, tuple(pieces), said)
