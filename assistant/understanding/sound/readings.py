"""What was meant, from the sound alone: the commands that fit an utterance best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import accumulate, islice, product

import numpy as np

from assistant.records import Emissions, Floats, Vocabulary
from assistant.understanding.graph import FREE_TEXT, MAIN, CommandGraph
from assistant.understanding.lattice import Arc, Lattice
from assistant.understanding.readings import Reading, read
from assistant.understanding.sound.compiled import CompiledGraph
from assistant.understanding.sound.scores import Scores, ScoreSettings, part_of, scores
from assistant.understanding.sound.trace import Filled, Path, Said, labels, trace
from assistant.understanding.sound.viterbi import Arrival, SearchSettings, Trellis, arrivals
from assistant.understanding.text import key
from assistant.understanding.walk import FREE_WORD, TYPED_WORD, Piece, Walk

PATHS = 6
"""Paths that are traced, beside the best one of every other template."""
MEANINGS = 4
"""Ways to understand the words of one path: entries with the same name, templates alike."""
RIVAL = 8.0
"""Other values of a slot this much less likely, in natural-log units, aren't worth a reading."""


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """How commands are looked for in sound."""

    search: SearchSettings = field(default_factory=SearchSettings)
    scores: ScoreSettings = field(default_factory=ScoreSettings)


@dataclass(frozen=True, slots=True)
class SlotSound:
    """How a slot was heard."""

    name: str
    start_s: float
    stop_s: float
    ratio: float
    """As `SoundReading.ratio`, for its frames and letters alone."""


@dataclass(frozen=True, slots=True)
class SoundReading:
    """One command that the sound may be."""

    reading: Reading
    """The intent and its slots, with values."""
    text: str
    """The words of the best path."""
    log_likelihood: float
    ratio: float
    """Log-likelihood of the path less that of the best unconstrained one, for each letter: 0 where
    the command is just what was heard, and the lower the more the sound was bent. Free text fits
    anything and doesn't count."""
    frame_ratio: float
    """The same over the whole path, for each frame."""
    margin: float
    """Log-likelihood less that of the best reading of another intent, for each letter; infinite
    where no other intent was within the beam."""
    worst: float
    """The lowest ratio of any word outside of free text, one letter added to each."""
    free_share: float
    """Share of the letters that stand in free text, which fits anything."""
    slots: tuple[SlotSound, ...]


class SoundReader:
    """Finds commands in emissions."""

    def __init__(self, graph: CommandGraph, settings: SoundSettings | None = None) -> None:
        self._graph, self._settings = graph, settings or SoundSettings()
        self._compiled: CompiledGraph | None = None

    def prepare(self, vocabulary: Vocabulary) -> CompiledGraph:
        """The graph in the letters of a model; compiled when something has changed."""
        if self._compiled is None or self._compiled.vocabulary != vocabulary:
            self._compiled = CompiledGraph(self._graph, vocabulary)
        self._compiled.refresh()
        return self._compiled

    def readings(self, emissions: Emissions, now: datetime) -> list[SoundReading]:
        """The commands that fit best, the best one first; none where nothing fits at all."""
        compiled = self.prepare(emissions.vocabulary)
        heard = scores(emissions, self._settings.scores)
        found = [
            _scored(reading, path, heard)
            for path in self._paths(compiled, heard)
            for reading in islice(self._read(path, now), MEANINGS)
        ]
        return _with_margins(_distinct(found))

    def _paths(self, compiled: CompiledGraph, heard: Scores) -> Iterator[Path]:
        """The best path with its rivals in slots, then other paths."""
        trellis = compiled.search(MAIN, heard, self._settings.search)
        for number, arrival in enumerate(_chosen(trellis, arrivals(trellis))):
            path = trace(trellis, arrival, heard.emissions)
            yield path
            if number == 0:
                yield from self._rivals(compiled, heard, path)

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


def _scored(reading: Reading, path: Path, heard: Scores) -> SoundReading:
    lost, frame_s = path.frames - heard.best, heard.emissions.frame_s
    free = [item for item in path.filled if item.call.net == FREE_TEXT]
    free_letters = sum(_letters(item.words) for item in free)
    letters = _letters(path.words)
    loose = {said for item in free for said in item.words}
    anchors = [said for said in path.words if said not in loose]
    anchored = float(lost.sum() - sum(lost[item.start : item.stop].sum() for item in free))
    return SoundReading(
        reading,
        " ".join(said.word for said in path.words),
        path.score,
        anchored / max(letters - free_letters, 1),
        float(lost.mean()),
        np.inf,
        min((_ratio(said, lost) for said in anchors), default=0.0),
        free_letters / max(letters, 1),
        tuple(_slot(item, lost, frame_s) for item in path.filled),
    )


def _slot(item: Filled, lost: Floats, frame_s: float) -> SlotSound:
    ratio = float(lost[item.start : item.stop].sum()) / max(_letters(item.words), 1)
    return SlotSound(item.call.slot, item.start * frame_s, item.stop * frame_s, ratio)


def _ratio(said: Said, lost: Floats) -> float:
    return float(lost[said.start : said.stop].sum()) / (len(said.word) + 1)


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


def _letters(words: Sequence[Said]) -> int:
    return sum(len(said.word) for said in words)


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
        rank += len(words) * (FREE_WORD if item.call.net == FREE_TEXT else TYPED_WORD)
        at = stop
    return Walk(label, rank, 0.0, literals, tuple(pieces))


def _distinct(found: Sequence[SoundReading]) -> list[SoundReading]:
    """Each intent with the same slots once, likely ones first; at the same score the lower rank."""
    ordered = sorted(found, key=lambda one: (-one.log_likelihood, one.reading.walk.rank))
    kept: list[SoundReading] = []
    for one in ordered:
        same = (
            (o.reading.intent.name, o.reading.slots) == (one.reading.intent.name, one.reading.slots)
            for o in kept
        )
        if not any(same):
            kept.append(one)
    return kept


def _with_margins(found: Sequence[SoundReading]) -> list[SoundReading]:
    return [replace(one, margin=_margin(one, found)) for one in found]


def _margin(one: SoundReading, found: Sequence[SoundReading]) -> float:
    others = [
        other.log_likelihood
        for other in found
        if other.reading.intent.name != one.reading.intent.name
    ]
    letters = max(len(one.text.replace(" ", "")), 1)
    return (one.log_likelihood - max(others)) / letters if others else np.inf
