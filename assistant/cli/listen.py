"""`assistant listen`."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from assistant.cli.options import FOLDER, ability_options, json_option, recogniser_options, settings

if TYPE_CHECKING:
    from rich.console import Console

    from assistant.app import Abilities, Assistant
    from assistant.cli.turns import Turn
    from assistant.events import Event, Level
    from assistant.hearing.echo import Loopback
    from assistant.ports import AudioSource
    from assistant.settings import BargeIn, Settings

SOUNDS = frozenset({".wav", ".flac", ".ogg"})
"""Endings of the files that are taken for recordings."""

UNMEANT = frozenset({"silence", "noise", "no_wake_phrase"})
"""Reasons to reject what surely wasn't said to us."""

METER = "▁▂▃▄▅▆▇█"
METER_FLOOR_DBFS = -60.0
METER_WIDTH = 30


@click.command("listen")
@click.option("--device", help="Microphone: an index or part of a name; remembered.")
@click.option("--ptt", is_flag=True, help="Push to talk: press Enter, then speak.")
@click.option("--wake", metavar="PHRASE", help="Obey only after this phrase.")
@click.option("--once", is_flag=True, help="Stop after the first command or question.")
@click.option(
    "--without-microphone",
    "recordings",
    type=FOLDER,
    help="Where there is no microphone, hear the recordings in this folder instead.",
)
@json_option
@recogniser_options
@ability_options
def command(
    device: str | None,
    ptt: bool,
    wake: str | None,
    once: bool,
    recordings: Path | None,
    as_json: bool,
    recogniser: dict[str, object],
    abilities: Abilities,
) -> None:
    """Listen to the microphone and act on commands, until Ctrl-C."""
    from assistant.app import assemble
    from assistant.cli.logs import start_log
    from assistant.cli.output import hush_libraries
    from assistant.cli.progress import explained_if_slow
    from assistant.cli.run import report_problems

    start_log()
    hush_libraries()
    chosen = settings(audio__device=device, understanding__wake=wake, **recogniser).settings
    with ears(chosen, recordings) as heard:
        gate = PushToTalk() if ptt else None
        with explained_if_slow():
            assistant = assemble(
                heard.settings,
                abilities,
                aloud=True,
                gate=gate,
                pretend=heard.pretend,
                loopback=heard.loopback,
            )
            report_problems(assistant)
            assistant.prepare()
        if device is not None and heard.pretend is None:
            remember_device(device)
        follow(assistant, heard, as_json, once)


@dataclass(frozen=True, slots=True)
class Ears:
    """What is listened to, and what goes with it."""

    sources: Sequence[AudioSource]
    """One after another."""
    settings: Settings
    pretend: Path | None = None
    """For recordings: where a throw-away calendar and the like go; nobody is called."""
    loopback: Loopback | None = None
    """For the microphone: what is told of all that the assistant says."""


@contextmanager
def ears(chosen: Settings, recordings: Path | None) -> Iterator[Ears]:
    """The microphone, waking up; where there is none, the recordings of a folder in real time."""
    from assistant.app import demonstration
    from assistant.app.sound import make_loopback, open_microphone, open_recording
    from assistant.errors import MicrophoneError, UsageError

    try:
        loopback = make_loopback(chosen)
        microphone = open_microphone(chosen, loopback)
    except MicrophoneError as error:
        if recordings is None:
            raise
        click.echo(
            f"{error} Meanwhile the recordings in {recordings} are heard: nobody is called, and "
            "nothing is kept.",
            err=True,
        )
    else:
        yield Ears([microphone], chosen, loopback=loopback)
        return
    files = sorted(file for file in recordings.iterdir() if file.suffix in SOUNDS)
    if not files:
        raise UsageError(f"There are no recordings in {recordings}; name a folder with WAV files.")
    with TemporaryDirectory() as scratch:
        sources = [open_recording(file, realtime=True) for file in files]
        yield Ears(sources, demonstration(chosen, recordings), Path(scratch))


def remember_device(device: str) -> None:
    """The device that was asked for and works is used from now on."""
    from assistant.cli.output import warn
    from assistant.errors import AssistantError
    from assistant.paths import config_file
    from assistant.settings import remember

    try:
        remember(config_file(), "audio.device", device)
    except AssistantError as error:
        warn(error)


def follow(assistant: Assistant, heard: Ears, as_json: bool, once: bool) -> None:
    """Show what happens until it ends or somebody presses Ctrl-C."""
    from rich.console import Console

    from assistant.cli.logs import logged
    from assistant.cli.run import show_all
    from assistant.cli.turns import turns

    console = Console(highlight=False, soft_wrap=True)
    # A recording doesn't go on while we speak; and whoever listens once says all of the reply.
    deaf = once or heard.pretend is not None
    barge_in: BargeIn = "off" if deaf else heard.settings.speaking.barge_in
    events = listened(assistant, heard, barge_in)
    items = logged(turns(events), heard.settings.privacy)
    live = console.is_terminal and not as_json
    try:
        with Meter(console) if live else nullcontext() as meter:
            outcome = show_all(until_answered(items) if once else items, as_json, console, meter)
    except KeyboardInterrupt:
        if not as_json:
            console.print("Stopped.")
    else:
        outcome.exit_if_failed()


def listened(assistant: Assistant, heard: Ears, barge_in: BargeIn) -> Iterator[Event]:
    """What happens in one source after another; a recording that can't be read is passed over."""
    from assistant.errors import AudioError
    from assistant.events import Failed

    for source in heard.sources:
        try:
            yield from assistant.pipeline.listen(source, barge_in)
        except AudioError as error:
            if heard.pretend is None:  # the microphone, and there is nothing else to hear
                raise
            yield Failed(time.monotonic(), str(error))


def until_answered(items: Iterable[Turn | Event]) -> Iterator[Turn | Event]:
    """Up to the first utterance that was meant for us, with its questions and answers."""
    from assistant.cli.turns import Turn

    remaining = iter(items)
    for item in remaining:
        yield item
        if isinstance(item, Turn) and is_answered(item):
            next(remaining, None)  # which comes when the answer is said
            return


def is_answered(turn: Turn) -> bool:
    """Whether the turn ended in something done or refused, rather than asked or not for us."""
    decision = turn.decision
    return (
        decision is not None
        and decision.kind in ("execute", "reject")
        and decision.reason not in UNMEANT
        and not decision.more
    )


class PushToTalk:
    """A gate that Enter opens and the end of the utterance closes."""

    def __init__(self) -> None:
        self._pushed = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()
        click.echo("Press Enter, then speak.", err=True)

    def is_open(self) -> bool:
        return self._pushed.is_set()

    def close(self) -> None:
        self._pushed.clear()

    def _read(self) -> None:
        for _ in sys.stdin:
            self._pushed.set()


class Meter:
    """The live line at the bottom: how loud it is, and whether that is speech."""

    def __init__(self, console: Console) -> None:
        from rich.live import Live

        self._live = Live(console=console, transient=True, auto_refresh=False)
        self._bars = ""

    def __enter__(self) -> Meter:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def show(self, level: Level) -> None:
        """Move the meter on by one bar."""
        from rich.text import Text

        share = min(1.0, max(0.0, 1 - level.dbfs / METER_FLOOR_DBFS))
        self._bars = (self._bars + METER[round(share * (len(METER) - 1))])[-METER_WIDTH:]
        state, style = ("hearing you", "green") if level.speech else ("listening", "dim")
        line = Text.assemble((f"● {state:12}", style), self._bars, f" {level.dbfs:4.0f} dB")
        self._live.update(line, refresh=True)
