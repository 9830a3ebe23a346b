"""What the transcript says and what the sound says, as one list of candidates for the judge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.records import Command, Transcript
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.judge import Candidate
from assistant.understanding.readings import loosely, missing
from assistant.understanding.sound.evidence import Evidence, evidence, said, shares
from assistant.understanding.sound.readings import SoundReading
from assistant.understanding.text import key, words

RANK = 2.0
"""Words that a reading of no confidence is worth in `Candidate.rank`."""
WITNESS = 0.3
"""A reading of the transcript with less confidence adds nothing to what the sound says."""
EXACT_LOSS, LOOSE_LOSS = 0.4, 0.6
"""What an exact reading of the transcript loses of its confidence, and any other one, where the
sound surely says something else."""

UNHEARD = 0.5
"""What is left of the confidence in a misheard reading of all words that the sound hasn't found:
"cat" is like "quiet" by its letters alone."""


def combine(
    graph: CommandGraph,
    candidates: Sequence[Candidate],
    readings: Sequence[SoundReading],
    transcript: Transcript,
    prior: float = 0.0,
) -> list[Candidate]:
    """The candidates of a transcript and the readings of its sound, best first.

    What the sound finds has the calibrated confidence of `evidence`, in which the transcript has
    its say, and in which `prior` says how much it was expected. Exact readings of the transcript
    that come first stay there, for they are commands of the graph and what the model heard best
    besides. Everything else goes by confidence.
    """
    heard = _sure(heard_commands(graph, candidates, readings, transcript), prior)
    if not heard:
        return list(candidates)
    exact = list(takewhile(_is_exact, candidates))
    others = candidates[len(exact) :]
    text = " ".join(map(key, words(transcript.text)))
    merged = [_doubted(_weighed(graph, one, heard, LOOSE_LOSS, text), text) for one in others]
    left = [one for one in heard if not any(_same(graph, one, other) for other in candidates)]
    firm = [_weighed(graph, one, heard, EXACT_LOSS, text) for one in exact]
    if len(exact) == 1 and _confirmed(graph, exact[0], heard[0]):
        firm = exact
    loose = sorted(map(_reranked, [*merged, *left]), key=lambda one: (bool(one.problem), one.rank))
    if firm and loose and not loose[0].problem and _surer(loose[0], firm[0]):
        return [loose[0], *firm, *loose[1:]]
    return [*firm, *loose]


def _surer(one: Candidate, other: Candidate) -> bool:
    return one.command.confidence > other.command.confidence


def _is_exact(one: Candidate) -> bool:
    return one.command.match == "exact" and not one.problem


@dataclass(frozen=True, slots=True)
class Heard:
    """A command that the sound may be, and what is known of it."""

    candidate: Candidate
    """With a confidence still to come."""
    evidence: Evidence
    log_likelihood: float


def heard_commands(
    graph: CommandGraph,
    candidates: Sequence[Candidate],
    readings: Sequence[SoundReading],
    transcript: Transcript,
) -> list[Heard]:
    """What the sound may be, likely ones first, each meaning once."""
    found: list[Heard] = []
    for reading in sorted(readings, key=lambda one: -one.log_likelihood):
        candidate = _candidate(graph, reading)
        if not any(_same(graph, candidate, other.candidate) for other in found):
            text = _text_for(graph, candidate, candidates)
            known = evidence(reading, text, transcript)
            found.append(Heard(candidate, known, reading.log_likelihood))
    return found


def _candidate(graph: CommandGraph, one: SoundReading) -> Candidate:
    reading = one.reading
    intent = graph.intents[reading.intent.name]
    command = Command(intent.name, reading.slots, 0.0, "sound", reading.template, one.text)
    problem = reading.problem.why if reading.problem else ""
    left_out = tuple(missing(intent, reading.slots))
    return Candidate(command, intent.risk, 0.0, left_out, problem, weighed=True)


def _text_for(graph: CommandGraph, one: Candidate, candidates: Iterable[Candidate]) -> float:
    """The transcript's confidence in what a reading of the sound means; 0 where it has none."""
    return max(
        (other.command.confidence for other in candidates if _same(graph, one, other)), default=0.0
    )


def _sure(found: Sequence[Heard], prior: float) -> list[Candidate]:
    """The commands with their calibrated confidence."""
    likely = shares([one.log_likelihood for one in found])
    return [
        _with_confidence(one.candidate, said(one.evidence, prior=prior) * share)
        for one, share in zip(found, likely, strict=True)
    ]


def _with_confidence(one: Candidate, sure: float) -> Candidate:
    return _reranked(replace(one, command=replace(one.command, confidence=sure)))


def _confirmed(graph: CommandGraph, exact: Candidate, heard: Candidate) -> bool:
    """Whether the sound says the same as the only exact reading of the transcript.

    Then no doubt is left but the transcript's own, however short the command is: word for word,
    nothing was ever heard in speech that is no command. Free text fits any words, and says nothing.
    """
    return _same(graph, exact, heard) and not _has_free_text(graph, exact)


def _weighed(
    graph: CommandGraph, one: Candidate, heard: Sequence[Candidate], loss: float, text: str
) -> Candidate:
    """A reading of the transcript with the confidence of the sound where that says the same.

    Else it loses up to `loss` of its own, where the sound is sure of something else. A sentence
    that breaks off before a value is none of the sound's: "set a timer for".
    """
    same = next((other for other in heard if _same(graph, one, other)), None)
    if one.missing and text.startswith(f"{one.command.said} "):
        same = None
    if same and one.command.confidence < WITNESS:
        return same
    if same:
        command = replace(one.command, confidence=same.command.confidence)
        return replace(one, command=command, weighed=True)
    best = max((other.command.confidence for other in heard), default=0.0)
    sure = one.command.confidence * (1.0 - loss * best)
    return replace(one, command=replace(one.command, confidence=sure))


def _doubted(one: Candidate, text: str) -> Candidate:
    """A misheard reading of the transcript, less sure where the sound has nothing of it although it
    is all that was said. Words of the `text` that it passes over are in no command's sound.
    """
    command = one.command
    whole = len(words(text)) <= len(command.said.split())
    if one.weighed or command.match != "edit" or not whole:
        return one
    return replace(one, command=replace(command, confidence=command.confidence * UNHEARD))


def _has_free_text(graph: CommandGraph, one: Candidate) -> bool:
    kinds = {spec.name: spec.kind for spec in graph.intents[one.command.intent].slots}
    return any(kinds.get(slot.name) == FREE_TEXT for slot in one.command.slots)


def _reranked(one: Candidate) -> Candidate:
    return replace(one, rank=RANK * (1.0 - one.command.confidence))


def _same(graph: CommandGraph, one: Candidate, other: Candidate) -> bool:
    """The same intent with the same values; free text may be spelled differently."""
    return one.command.intent == other.command.intent and (
        _values(graph, one) == _values(graph, other)
    )


def _values(graph: CommandGraph, one: Candidate) -> dict[str, object]:
    return loosely(graph.intents[one.command.intent], one.command.slots)
