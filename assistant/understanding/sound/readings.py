"""Commands that an utterance may be, with what their sound says about each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.records import Floats
from assistant.understanding.graph import FREE_TEXT
from assistant.understanding.readings import Reading, loosely
from assistant.understanding.sound.scores import Scores
from assistant.understanding.sound.trace import Filled, Path, Said

MISSING = 20.0
"""Natural-log units that a reading is taken to be worse than the best, where only the letters or
only the phonemes found it."""


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
    choices: float
    """Natural logarithm of how many ways there are to fill its slots with as many words: the more
    could have been said, the sooner something fits anything."""
    phoneme_ratio: float
    """`ratio` in phonemes alone; that in letters where only these found it, or are all there is."""
    alone: bool = False
    """The model hears letters and phonemes, but only one of them found it."""


def scored(reading: Reading, path: Path, heard: Scores, choices: float) -> SoundReading:
    """The reading of a path, with its figures; the margin comes when all readings are known."""
    lost, frame_s = path.frames - heard.best, heard.emissions.frame_s
    free = [item for item in path.filled if item.call.net == FREE_TEXT]
    free_letters = sum(_letters(item.words) for item in free)
    letters = _letters(path.words)
    loose = {said for item in free for said in item.words}
    anchors = [said for said in path.words if said not in loose]
    anchored = float(lost.sum() - sum(lost[item.start : item.stop].sum() for item in free))
    ratio = anchored / max(letters - free_letters, 1)
    return SoundReading(
        reading,
        " ".join(said.word for said in path.words),
        path.score,
        ratio,
        float(lost.mean()),
        np.inf,
        min((_ratio(said, lost) for said in anchors), default=0.0),
        free_letters / max(letters, 1),
        tuple(_slot(item, lost, frame_s) for item in path.filled),
        choices,
        ratio,
    )


def _slot(item: Filled, lost: Floats, frame_s: float) -> SlotSound:
    ratio = float(lost[item.start : item.stop].sum()) / max(_letters(item.words), 1)
    return SlotSound(item.call.slot, item.start * frame_s, item.stop * frame_s, ratio)


def _ratio(said: Said, lost: Floats) -> float:
    return float(lost[said.start : said.stop].sum()) / (len(said.word) + 1)


def _letters(words: Sequence[Said]) -> int:
    return sum(len(said.word) for said in words)


def distinct(found: Iterable[SoundReading]) -> list[SoundReading]:
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


def with_margins(found: Sequence[SoundReading]) -> list[SoundReading]:
    """The readings with their distance to other intents."""
    return [replace(one, margin=_margin(one, found)) for one in found]


def _margin(one: SoundReading, found: Sequence[SoundReading]) -> float:
    others = [
        other.log_likelihood
        for other in found
        if other.reading.intent.name != one.reading.intent.name
    ]
    letters = max(len(one.text.replace(" ", "")), 1)
    return (one.log_likelihood - max(others)) / letters if others else np.inf


def united(
    letters: Sequence[SoundReading], phonemes: Sequence[SoundReading], weight: float
) -> list[SoundReading]:
    """What two readings of one utterance found, best first; `weight` is the phonemes' share.

    Log-likelihoods are added with their weights. Spellings of free text are the letters'.
    """
    one, two = _by_meaning(letters), _by_meaning(phonemes)
    if not one or not two:
        return [replace(found, alone=True) for found in letters or phonemes]
    floors = _floor(letters), _floor(phonemes)
    return distinct(
        _united(one.get(meaning), two.get(meaning), floors, weight) for meaning in {**one, **two}
    )


def _by_meaning(found: Sequence[SoundReading]) -> dict[object, SoundReading]:
    meanings: dict[object, SoundReading] = {}
    for one in found:
        intent = one.reading.intent
        values = loosely(intent, one.reading.slots)
        slots = tuple((name, repr(value)) for name, value in values.items())
        meanings.setdefault((intent.name, slots), one)
    return meanings


def _floor(found: Sequence[SoundReading]) -> SoundReading:
    """What stands for a reading that wasn't found."""
    best = max(found, key=lambda one: one.log_likelihood)
    lost = MISSING / max(len(best.text.replace(" ", "")), 1)
    return replace(
        best,
        log_likelihood=best.log_likelihood - MISSING,
        ratio=best.ratio - lost,
        worst=best.worst - lost,
    )


def _united(
    letters: SoundReading | None,
    phonemes: SoundReading | None,
    floors: tuple[SoundReading, SoundReading],
    weight: float,
) -> SoundReading:
    one, two = letters or floors[0], phonemes or floors[1]
    kept = letters or two

    def mean(first: float, second: float) -> float:
        return (1.0 - weight) * first + weight * second

    return replace(
        kept,
        log_likelihood=mean(one.log_likelihood, two.log_likelihood),
        ratio=mean(one.ratio, two.ratio),
        frame_ratio=mean(one.frame_ratio, two.frame_ratio),
        worst=mean(one.worst, two.worst),
        phoneme_ratio=phonemes.ratio if phonemes else mean(one.ratio, two.ratio),
        alone=letters is None or phonemes is None,
    )
