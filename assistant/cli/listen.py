"""`assistant listen`."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import (
    FOLDER,
    ability_options,
    hotword_option,
    json_option,
    lm_option,
    model_option,
    settings,
)

if TYPE_CHECKING:
    from rich.console import Console

    from assistant.app import Abilities, Assistant
    from assistant.cli.turns import Turn
    from assistant.events import Event, Level
    from assistant.ports import AudioSource
    from assistant.settings import PrivacySettings, Settings

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
@model_option
@lm_option
@hotword_option
@ability_options
def command(
    device: str | None,
    ptt: bool,
    wake: str | None,
    once: bool,
    recordings: Path | None,
    as_json: bool,
    model: str | None,
    lm: str | None,
    hotwords: tuple[str, ...],
    folders: tuple[Path, ...],
    only: Path | None,
    dry_run: bool,
) -> None:
    """Listen to the microphone and act on commands, until Ctrl-C."""
    from assistant.app import Abilities, assemble, open_microphone
    from assistant.cli.logs import start_log
    from assistant.cli.run import report_problems
    from assistant.errors import MicrophoneError

    start_log()
    chosen = settings(
        audio__device=device,
        understanding__wake=wake,
        recognition__model=model,
        decoding__lm=lm,
        decoding__hotwords=hotwords,
    ).settings
    abilities = Abilities(folders, only, dry_run)
    try:
        source = open_microphone(chosen)
    except MicrophoneError as error:
        if recordings is None:
            raise
        click.echo(f"{error} Hearing the recordings in {recordings} instead.", err=True)
        play_recordings(recordings, chosen, abilities, as_json)
        return
    gate = PushToTalk() if ptt else None
    assistant = assemble(chosen, abilities, aloud=True, gate=gate)
    report_problems(assistant)
    assistant.prepare()
    remember_device(device)
    follow(assistant, source, chosen.privacy, as_json, once)


def remember_device(device: str | None) -> None:
    """The device that was asked for and works is used from now on."""
    if device is not None:
        from assistant.paths import config_file
        from assistant.settings import remember

        remember(config_file(), "audio.device", device)


def play_recordings(folder: Path, chosen: Settings, abilities: Abilities, as_json: bool) -> None:
    """The same loop over recordings, in real time, with a throw-away address book and calendar."""
    import tempfile

    from assistant.app import assemble, demonstration, open_recording
    from assistant.cli.run import report_problems, show_all
    from assistant.cli.turns import turns
    from assistant.errors import UsageError

    files = sorted(path for path in folder.iterdir() if path.suffix in {".wav", ".flac", ".ogg"})
    if not files:
        raise UsageError(f"There are no recordings in {folder}; name a folder with WAV files.")
    with tempfile.TemporaryDirectory() as scratch:
        settings = demonstration(chosen, folder)
        assistant = assemble(settings, abilities, aloud=True, pretend=Path(scratch))
        report_problems(assistant)
        assistant.prepare()
        for file in files:
            if not as_json:
                click.echo(f"\n▶ {file}")
            show_all(turns(assistant.pipeline.listen(open_recording(file, realtime=True))), as_json)


def follow(
    assistant: Assistant,
    source: AudioSource,
    privacy: PrivacySettings,
    as_json: bool,
    once: bool,
) -> None:
    """Show what happens until it ends or somebody presses Ctrl-C."""
    from rich.console import Console

    from assistant.cli.logs import logged
    from assistant.cli.run import show_all
    from assistant.cli.turns import turns

    console = Console(highlight=False)
    items = logged(turns(assistant.pipeline.listen(source)), privacy)
    live = console.is_terminal and not as_json
    try:
        with Meter(console) if live else nullcontext() as meter:
            show_all(until_answered(items) if once else items, as_json, console, meter)
    except KeyboardInterrupt:
        if not as_json:
            console.print("Stopped.")


def until_answered(items: Iterable[Turn | Event]) -> Iterator[Turn | Event]:
    """Up to the first utterance that was more than a sound, with its questions and answers."""
    from assistant.cli.turns import Turn

    for item in items:
        yield item
        if isinstance(item, Turn) and is_answered(item):
            return


def is_answered(turn: Turn) -> bool:
    """Whether the turn ended in something done or refused, rather than asked or mere noise."""
    decision = turn.decision
    return (
        decision is not None
        and decision.kind in ("execute", "reject")
        and decision.reason not in ("silence", "noise")
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
