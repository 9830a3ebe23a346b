"""Folds the pipeline's events into turns, one for each utterance, and a turn into a JSON object.

The JSON is an interface, described by docs/turn.schema.json.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from assistant.events import (
    Acted,
    Asked,
    Event,
    Failed,
    Heard,
    Rejected,
    Transcribed,
    Understood,
)
from assistant.records import Decision, Transcript, Utterance

BEGINNING = Heard | Transcribed | Understood
PART = BEGINNING | Acted | Asked | Rejected | Failed
"""Events of a turn. Others may come while an answer goes on, such as a timer that rings."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of one utterance or typed sentence, as far as it got."""

    started_s: float
    """Monotonic time of its first event."""
    utterance: Utterance | None = None
    endpoint_s: float | None = None
    """From the end of speech to the utterance's delivery, in time of the source."""
    transcript: Transcript | None = None
    transcribed_s: float | None = None
    decision: Decision | None = None
    decided_s: float | None = None
    reply: str | None = None
    """What was answered or asked."""
    ok: bool | None = None
    """Whether it was carried out; None where nothing was to be done."""
    ended_s: float | None = None
    """When the answer began."""
    error: str | None = None


def turns(events: Iterable[Event]) -> Iterator[Turn | Event]:
    """Each turn when it is complete; events that belong to no turn as they are."""
    turn: Turn | None = None
    last: Turn | None = None
    for event in events:
        if not isinstance(event, BEGINNING if turn is None else PART):
            yield event
            continue
        turn = _grown(turn or _begun(event, last), event)
        if isinstance(event, Asked | Rejected | Failed) or (
            isinstance(event, Acted) and not event.reply.more
        ):
            yield turn
            turn, last = None, turn


def _begun(event: Event, last: Turn | None) -> Turn:
    """A new turn; another command of an utterance shares that with the one before."""
    turn = Turn(event.at_s)
    if isinstance(event, Understood) and last is not None:
        return replace(turn, utterance=last.utterance, transcript=last.transcript)
    return turn


def _grown(turn: Turn, event: Event) -> Turn:
    match event:
        case Heard():
            return replace(turn, utterance=event.utterance, endpoint_s=event.delay_s)
        case Transcribed():
            return replace(turn, transcript=event.transcript, transcribed_s=event.at_s)
        case Understood():
            return replace(turn, decision=event.decision, decided_s=event.at_s)
        case Acted():
            reply, decision = event.reply, turn.decision
            said = " ".join(filter(None, (turn.reply, reply.text)))
            decision = decision and replace(decision, more=decision.more + len(reply.then))
            ended_s = turn.ended_s or event.at_s
            return replace(turn, reply=said, ok=reply.ok, ended_s=ended_s, decision=decision)
        case Asked():
            return replace(turn, reply=event.question, ended_s=event.at_s)
        case Failed():
            return replace(turn, error=event.message, ok=False, ended_s=event.at_s)
        case _:
            return turn


def as_json(turn: Turn) -> dict[str, object]:
    """The turn as the documented JSON object; without the audio fields for typed text."""
    decision = turn.decision
    command = decision.command if decision else None
    return {
        **_audio_fields(turn),
        "transcript": turn.transcript.text if turn.transcript else "",
        "intent": command.intent if command else None,
        "slots": {
            slot.name: {"text": slot.text, "value": plain(slot.value)}
            for slot in (command.slots if command else ())
        },
        "confidence": round(command.confidence, 3) if command else 0.0,
        "decision": decision.kind if decision else None,
        "reason": decision.reason if decision else None,
        "detail": decision.detail if decision else "",
        "reply": turn.reply,
        "ok": turn.ok,
        "error": turn.error,
        "ms": stage_ms(turn),
    }


def _audio_fields(turn: Turn) -> dict[str, object]:
    if turn.utterance is None:
        return {}
    return {
        "file": turn.utterance.source or None,
        "start_s": round(turn.utterance.start_s, 3),
        "end_s": round(turn.utterance.end_s, 3),
    }


def stage_ms(turn: Turn) -> dict[str, float | None]:
    """How long each stage took, in milliseconds; None for a stage that the turn didn't reach."""
    typed = turn.utterance is None
    understood = _ms(turn.transcribed_s, turn.decided_s)
    acted = _ms(turn.decided_s, turn.ended_s)
    if typed:
        return {"understand": understood, "act": acted}
    segment = None if turn.endpoint_s is None else round(turn.endpoint_s * 1000, 1)
    recognized = _ms(turn.started_s, turn.transcribed_s)
    return {"segment": segment, "recognize": recognized, "understand": understood, "act": acted}


def _ms(start_s: float | None, end_s: float | None) -> float | None:
    if start_s is None or end_s is None:
        return None
    return round((end_s - start_s) * 1000, 1)


def plain(value: object) -> object:
    """A slot's value as JSON has it: durations in seconds, times in ISO 8601, records by fields."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    fields = getattr(value, "__dataclass_fields__", None)
    return {name: plain(getattr(value, name)) for name in fields} if fields else str(value)
