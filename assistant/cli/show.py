"""How turns and events look in a terminal."""

from __future__ import annotations

import json

from rich.text import Text

from assistant.cli.output import visible
from assistant.cli.turns import Turn, as_json, stage_ms
from assistant.events import (
    Announced,
    Damaged,
    Event,
    Failed,
    Interrupted,
    Listening,
    MicrophoneBack,
    MicrophoneLost,
    Overflowed,
)
from assistant.records import Command, Decision

COLOURS = {"execute": "green", "confirm": "yellow", "ask": "yellow", "reject": "dim"}

STAGES = {
    "segment": "end of speech noticed after",
    "recognize": "recognised in",
    "understand": "understood in",
    "act": "acted in",
}


def turn_text(turn: Turn) -> Text:
    """Transcript, what was understood, what was decided, the answer, and the times."""
    text = Text()
    words = turn.transcript.text if turn.transcript else ""
    text.append(f"“{words}”\n" if words else "(nothing said)\n", style="bold")
    if turn.decision:
        text.append_text(_decision_line(turn.decision))
    if turn.reply:
        text.append(f"  {turn.reply}\n", style="red" if turn.ok is False else "cyan")
    if turn.error:
        text.append(f"  {turn.error}\n", style="red")
    text.append(f"  {_times(turn)}\n", style="dim")
    text.plain = visible(text.plain)
    return text


def _decision_line(decision: Decision) -> Text:
    line = Text("  ")
    line.append(decision.kind, style=COLOURS[decision.kind])
    if decision.command:
        line.append(f" {described(decision.command)}")
        line.append(f"  confidence {decision.command.confidence:.2f}", style="dim")
    reason = decision.detail or decision.reason.replace("_", " ")
    line.append(f"  ({reason})\n", style="dim")
    return line


def described(command: Command) -> str:
    """ "timer.set_timer length=ten minutes"."""
    slots = [f"{slot.name}={slot.text}" for slot in command.slots]
    return "  ".join([command.intent, *slots])


def _times(turn: Turn) -> str:
    times = [(STAGES[stage], ms) for stage, ms in stage_ms(turn).items() if ms is not None]
    return " · ".join(f"{name} {ms:.0f} ms" for name, ms in times)


def event_line(event: Event) -> Text | None:
    """What belongs to no utterance and a person should know; None for the rest."""
    match event:
        case Listening():
            heard = visible(event.device) or "the microphone"
            return Text(f"Listening to {heard}.", style="green")
        case Announced():
            return Text(visible(event.text), style="bold cyan")
        case Interrupted():
            return Text("Interrupted.", style="dim")
        case Overflowed():
            return Text(f"Lost {event.lost_s:.2f} s of sound: too busy.", style="yellow")
        case MicrophoneLost():
            return Text(f"The microphone is gone: {event.reason}. Waiting.", style="red")
        case MicrophoneBack():
            return Text(f"The microphone is back after {event.gone_s:.1f} s.", style="green")
        case Damaged():
            return Text(visible(event.message), style="yellow")
        case Failed():
            return Text(visible(event.message), style="red")
        case _:
            return None


def turn_json(turn: Turn) -> str:
    return json.dumps(as_json(turn), ensure_ascii=False)


def event_json(event: Event) -> str | None:
    """One JSON object for what belongs to no utterance; None for the level meter."""
    match event:
        case Listening():
            fields: dict[str, object] = {"event": "listening", "device": event.device}
        case Announced():
            fields = {"event": "announced", "text": event.text}
        case Interrupted():
            fields = {"event": "interrupted"}
        case Overflowed():
            fields = {"event": "overflowed", "lost_s": event.lost_s}
        case MicrophoneLost():
            fields = {"event": "microphone_lost", "reason": event.reason}
        case MicrophoneBack():
            fields = {"event": "microphone_back", "gone_s": round(event.gone_s, 3)}
        case Damaged():
            fields = {"event": "damaged", "message": event.message}
        case Failed():
            fields = {"event": "failed", "message": event.message}
        case _:
            return None
    return json.dumps(fields, ensure_ascii=False)
