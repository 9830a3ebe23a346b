"""From walks to readings: slots get their values."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from assistant.phrasebook import say
from assistant.records import IntentSpec, Language, Slot
from assistant.understanding.expression import NumberRange
from assistant.understanding.graph import FREE_TEXT, CommandGraph
from assistant.understanding.idioms import idioms
from assistant.understanding.lattice import Lattice
from assistant.understanding.text import key, words
from assistant.understanding.walk import UNKNOWN, Piece, Walk


@dataclass(frozen=True, slots=True)
class Problem:
    """Words that stand where a value should and mean none."""

    slot: str
    text: str
    why: str
    """One plain sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a sentence, before anybody judges it."""

    intent: IntentSpec
    slots: tuple[Slot, ...]
    walk: Walk
    template: str
    problem: Problem | None = None
    unknown: tuple[Slot, ...] = ()
    """The words that should be a value and mean none."""


def read(graph: CommandGraph, sentence: Lattice, walk: Walk, now: datetime) -> Reading:
    """Give the walk's slots their values; a slot without a value becomes the `problem`. What is
    said comes before what the template itself fills in.
    """
    found = graph.sentences[walk.label]
    template = found.template
    said = dict[str, Slot]()
    problem, unknown = None, list[Slot]()
    for piece in walk.pieces:
        try:
            said.setdefault(piece.call.slot, fill(graph, sentence, piece, now))
        except ValueError as error:
            text = sentence.between(piece.start, piece.stop)
            unknown.append(Slot(piece.call.slot, text, None))
            problem = problem or Problem(piece.call.slot, text, str(error))
    problem = problem or _unfinished(graph, sentence, walk)
    slots = {slot.name: slot for slot in template.fixed} | said
    filled = tuple(slots.values())
    return Reading(found.intent, filled, walk, template.text, problem, tuple(unknown))


def _unfinished(graph: CommandGraph, sentence: Lattice, walk: Walk) -> Problem | None:
    """Free text that breaks off where a value follows: "book a table for", "four".

    Words may have been passed over between them, but what can be left out is no loss there. The
    same word twice is such a break too: "for four" is often heard as "four four".
    """
    idiom = idioms(graph.language)
    dangling = set(idiom.unfinished.split())
    for piece, behind in pairwise(walk.pieces):
        text = sentence.between(piece.start, behind.start)
        free = piece.call.net == FREE_TEXT and _is_followed(walk, piece, behind)
        lost = dangling if piece.stop == behind.start else dangling - set(idiom.fillers.split())
        last, value = key(words(text)[-1]), words(sentence.between(behind.start, behind.stop))
        if free and (last in lost or [last] == [key(word) for word in value]):
            why = say("“{words}” isn't finished.", graph.language, words=text)
            return Problem(piece.call.slot, text, why)
    return None


def _is_followed(walk: Walk, piece: Piece, behind: Piece) -> bool:
    """Whether no word of the template stands between them."""
    both = (*piece.words, *behind.words)
    starts = range(len(walk.words) - len(both) + 1)
    return any(walk.words[start : start + len(both)] == both for start in starts)


def fill(graph: CommandGraph, sentence: Lattice, piece: Piece, now: datetime) -> Slot:
    """The slot that a piece fills. Raises ValueError where its words mean nothing."""
    written = sentence.between(piece.start, piece.stop)
    text = written if piece.edit == 0 else " ".join(piece.words)
    return Slot(piece.call.slot, text, _value(graph, piece, written, now))


def _value(graph: CommandGraph, piece: Piece, written: str, now: datetime) -> object:
    call = piece.call
    if call.net == FREE_TEXT:
        return written
    if piece.label == UNKNOWN:
        unknown = say("I don't know “{words}”.", graph.language, words=written)
        raise ValueError(graph.unlisted(call.net, written) or unknown)
    if call.net in graph.entries:
        return graph.entries[call.net][piece.label].value
    value = _parsed(graph, piece, written, now)
    return _within(graph.language, call.bounds, value) if call.bounds else value


def _parsed(graph: CommandGraph, piece: Piece, written: str, now: datetime) -> object:
    """Raises ValueError: in English with all that is wrong, such as "June has no day 31."."""
    value_type = graph.values[piece.call.net.removeprefix("value ")]
    try:
        return value_type.parse(" ".join(piece.words), now)
    except ValueError as error:
        if graph.language == "en":
            raise
        there_is_none = say("There is no “{words}”.", graph.language, words=written)
        raise ValueError(there_is_none) from error


def _within(language: Language, bounds: NumberRange, value: object) -> object:
    if isinstance(value, int | float) and bounds.start <= value <= bounds.stop:
        steps = (value - bounds.start) / bounds.step
        if math.isclose(steps, round(steps), abs_tol=1e-6):
            return value * bounds.factor
    outside = "{value} isn't between {start} and {stop}."
    if bounds.step != 1:
        outside = "{value} isn't between {start} and {stop} in steps of {step:g}."
    limits = {"start": bounds.start, "stop": bounds.stop, "step": bounds.step}
    raise ValueError(say(outside, language, value=value, **limits))


def loosely(intent: IntentSpec, slots: Iterable[Slot]) -> dict[str, object]:
    """The values of the slots by name; free text as FREE_TEXT, however it is spelled."""
    free = {spec.name for spec in intent.slots if spec.kind == FREE_TEXT}
    return {slot.name: FREE_TEXT if slot.name in free else slot.value for slot in slots}


def missing(intent: IntentSpec, slots: Sequence[Slot]) -> Iterable[str]:
    """The required slots that a sentence left out."""
    given = {slot.name for slot in slots}
    return (spec.name for spec in intent.slots if spec.required and spec.name not in given)


def free_text(intent: IntentSpec, slots: Iterable[Slot]) -> list[Slot]:
    """The slots of which the words could have been any others."""
    free = {spec.name for spec in intent.slots if spec.kind == FREE_TEXT}
    return [slot for slot in slots if slot.name in free]


def takes_any_words(intent: IntentSpec, slots: Iterable[Slot]) -> bool:
    """Whether some of the words could have been any others."""
    return bool(free_text(intent, slots))
