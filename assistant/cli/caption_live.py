"""Live captions on a terminal, or as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.live import Live
from rich.text import Text

from assistant.app.sound import open_media, open_microphone
from assistant.captioning.live import Latency, Step, live
from assistant.cli.output import visible
from assistant.cli.show import event_json, event_line
from assistant.errors import UsageError
from assistant.events import SourceEvent
from assistant.records import Language, Word
from assistant.settings import Settings


def run(
    settings: Settings,
    sources: Sequence[str],
    track: int,
    language: Language,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Caption the microphone, or a stream or recording at its own pace, until it ends or Ctrl-C."""
    if len(sources) > 1:
        raise UsageError("Live captions are of one stream; name one, or none for the microphone.")
    named = open_media(sources[0], track, language, realtime=True) if sources else None
    source = named or open_microphone(settings)
    latency = Latency()
    steps = live(settings, source, latency, folder)
    try:
        _print_json(steps) if as_json else _show(steps)
    except KeyboardInterrupt:
        steps.close()
    if as_json:
        _line("latency", **latency.told())
    elif told := latency.told():
        click.echo(
            "After the end of a word something was shown for it within {partial_median_ms:.0f} ms "
            "(95 %: {partial_95_ms:.0f}), the word itself within {shown_median_ms:.0f} ms "
            "(95 %: {shown_95_ms:.0f}), and settled within {settled_median_ms:.0f} ms "
            "(95 %: {settled_95_ms:.0f}).".format(**told),
            err=True,
        )


def _show(steps: Iterable[Step | SourceEvent]) -> None:
    """What is settled, what is partial behind it in grey, and a line for each pause."""
    console = Console(highlight=False)
    said: list[str] = []
    with Live(console=console, transient=True, refresh_per_second=20) as view:
        for step in steps:
            if not isinstance(step, Step):
                if line := event_line(step):
                    view.console.print(line, markup=False)
                continue
            said += _texts(step.update.settled)
            partial = " ".join(_texts(step.update.partial))
            view.update(Text.assemble(" ".join(said), " ", (partial, "dim")))
            if step.update.pause and said:
                view.console.print(" ".join(said), markup=False)
                said = []
                view.update(Text(""))


def _print_json(steps: Iterable[Step | SourceEvent]) -> None:
    """A line for each event, at once."""
    for step in steps:
        if not isinstance(step, Step):
            click.echo(event_json(step))
            continue
        update = step.update
        if update.settled or update.pause:
            words = [
                {"text": w.text, "start_s": round(w.start_s, 3), "end_s": round(w.end_s, 3)}
                for w in update.settled
            ]
            heard_s = round(update.heard_s, 2)
            _line("settled", words=words, pause=update.pause, heard_s=heard_s)
        if update.partial:
            text = " ".join(_texts(update.partial))
            _line("partial", text=text, heard_s=round(update.heard_s, 2))
        for cue in step.cues:
            start_s, end_s = round(cue.start_s, 3), round(cue.end_s, 3)
            _line("caption", start_s=start_s, end_s=end_s, lines=list(cue.lines))


def _line(event: str, **fields: object) -> None:
    click.echo(json.dumps({"event": event, **fields}))


def _texts(words: Iterable[Word]) -> list[str]:
    return [visible(word.text) for word in words]
