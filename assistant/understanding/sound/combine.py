"""What the transcript says and what the sound says, as one list of candidates for the judge."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from assistant.records import Command
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.judge import Candidate
from assistant.understanding.readings import missing
from assistant.understanding.sound.readings import SoundReading

WEIGHTS = (4.8, 0.9, -4.0)
"""Logistic regression on `ratio`, `worst` and `free_share` of a `SoundReading`;
`scripts/bench-sound --fit` finds them."""
CONSTANT = 7.5
CEILING = 0.97
"""Sound alone is never surer."""
SPREAD = 4.0
"""Natural-log units by which a reading must be likelier to leave little to its rivals."""
RANK = 2.0
"""Words that a reading of no confidence is worth in `Candidate.rank`."""
EXACT_LOSS, LOOSE_LOSS = 0.4, 0.6
"""What an exact reading of the transcript loses of its confidence, and any other one, where the
sound surely says something else."""


def combine(
    graph: CommandGraph, candidates: Sequence[Candidate], readings: Sequence[SoundReading]
) -> list[Candidate]:
    """The candidates of a transcript and the readings of its sound, best first.

    A command that both find is surer than either makes it. Exact readings of the transcript that
    come first stay there, for they are commands of the graph and what the model heard best besides.
    Everything else goes by confidence.
    """
    heard = _sound_candidates(graph, readings)
    if not heard:
        return list(candidates)
    exact = list(takewhile(_is_exact, candidates))
    others = candidates[len(exact) :]
    merged = [_weighed(one, heard, LOOSE_LOSS) for one in others]
    left = [one for one in heard if not any(_same(one, other) for other in candidates)]
    firm = [_weighed(one, heard, EXACT_LOSS) for one in exact]
    loose = sorted(map(_reranked, [*merged, *left]), key=lambda one: (bool(one.problem), one.rank))
    if firm and loose and not loose[0].problem and _surer(loose[0], firm[0]):
        return [loose[0], *firm, *loose[1:]]
    return [*firm, *loose]


def _surer(one: Candidate, other: Candidate) -> bool:
    return one.command.confidence > other.command.confidence


def _is_exact(one: Candidate) -> bool:
    return one.command.match == "exact" and not one.problem


def sureness(reading: SoundReading) -> float:
    """How likely the reading is what was said, 0 to 1, without a look at its rivals."""
    features = reading.ratio, reading.worst, reading.free_share
    total = CONSTANT + sum(w * part for w, part in zip(WEIGHTS, features, strict=True))
    return CEILING / (1.0 + math.exp(-total))


def _sound_candidates(graph: CommandGraph, readings: Sequence[SoundReading]) -> list[Candidate]:
    """Each reading with its own sureness, less what its rivals take of it."""
    if not readings:
        return []
    best = max(one.log_likelihood for one in readings)
    shares = [math.exp((one.log_likelihood - best) / SPREAD) for one in readings]
    return [
        _candidate(graph, one, sureness(one) * share / sum(shares))
        for one, share in zip(readings, shares, strict=True)
    ]


def _candidate(graph: CommandGraph, one: SoundReading, sure: float) -> Candidate:
    reading = one.reading
    intent = graph.intents[reading.intent.name]
    command = Command(intent.name, reading.slots, sure, "sound", reading.template)
    problem = reading.problem.why if reading.problem else ""
    left_out = tuple(missing(intent, reading.slots))
    return Candidate(command, intent.risk, RANK * (1.0 - sure), left_out, problem)


def _weighed(one: Candidate, heard: Sequence[Candidate], loss: float) -> Candidate:
    """A reading of the transcript, surer where the sound says the same, as of two witnesses.

    It loses up to `loss` of its confidence where the sound is sure of something else.
    """
    same = next((other for other in heard if _same(one, other)), None)
    best = max((other.command.confidence for other in heard), default=0.0)
    found = same.command.confidence if same else 0.0
    sure = 1.0 - (1.0 - one.command.confidence) * (1.0 - found)
    sure *= 1.0 - loss * (best - found)
    return replace(one, command=replace(one.command, confidence=sure))


def _reranked(one: Candidate) -> Candidate:
    return replace(one, rank=RANK * (1.0 - one.command.confidence))


def _same(one: Candidate, other: Candidate) -> bool:
    """The same intent with the same values; free text may be spelled differently."""
    return one.command.intent == other.command.intent and _values(one) == _values(other)


def _values(one: Candidate) -> dict[str, object]:
    return {
        slot.name: FREE_TEXT if slot.value == slot.text else slot.value
        for slot in one.command.slots
    }
