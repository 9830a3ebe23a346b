"""`assistant record`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option, settings

if TYPE_CHECKING:
    from assistant.hearing.take import Take, Taker
    from assistant.training.takes import Takes

ATTEMPTS = 3
"""Then the sentence is left for the next time."""

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("record")
@click.argument("name")
@click.option("--count", default=40, show_default=True, help="Sentences to read.")
@click.option("--folder", type=FOLDER, help="Where the takes go; in the data folder otherwise.")
@click.option("--device", help="Microphone: an index or part of a name.")
@click.option("--ptt", is_flag=True, help="Press Enter before each sentence.")
@click.option(
    "--again", multiple=True, type=int, metavar="NUMBER", help="Read this one anew; repeatable."
)
@json_option
def command(
    name: str,
    count: int,
    folder: Path | None,
    device: str | None,
    ptt: bool,
    again: tuple[int, ...],
    as_json: bool,
) -> None:
    """Read your own commands aloud, one after another, so that `adapt` learns your voice.

    NAME is what you call yourself. Each take is checked, and asked for again where it is too quiet,
    clipped, noisy or cut off. Broken off, the same command goes on with what is missing. Nothing
    leaves this device.
    """
    from assistant.app import sentences_to_read
    from assistant.app.sound import open_microphone, taker
    from assistant.cli.listen import PushToTalk
    from assistant.cli.output import hush_libraries
    from assistant.errors import UsageError
    from assistant.training.takes import Takes, folder_of

    if count < 1:
        raise UsageError("There must be a sentence to read: give --count 1 or more.")
    hush_libraries()
    own = settings(audio__device=device).settings
    takes = Takes(folder or folder_of(name), name)
    takes.require_own()
    takes.more(sentences_to_read(own, count), count)
    teller = Teller(as_json)
    if wanted := takes.chosen(again) if again else takes.missing(count):
        heard = taker(own, open_microphone(own), PushToTalk() if ptt else None)
        _session(wanted, takes, heard, teller)
    teller.done(takes, len(takes.missing(count)))


def _session(wanted: list[tuple[int, str]], takes: Takes, heard: Taker, teller: Teller) -> None:
    """Every wanted sentence, until all were shown, the source ends or somebody presses Ctrl-C."""
    try:
        for number, text in wanted:
            for _ in range(ATTEMPTS):
                teller.show(number, text)
                take = heard.take()
                if take is None:
                    return
                if _kept(number, text, take, takes, teller):
                    break
    except KeyboardInterrupt:
        return


def _kept(number: int, text: str, take: Take, takes: Takes, teller: Teller) -> bool:
    """Whether the take was good enough."""
    from assistant.hearing.take import flaw, levels

    reason = flaw(take, text)
    found = levels(take.utterance.samples) if take.utterance else None
    fields: dict[str, object] = {"number": number, "kept": not reason, "reason": reason}
    if found:
        fields |= {
            "speech_dbfs": round(found.speech_dbfs, 1),
            "snr_db": round(found.snr_db, 1),
            "clipped": round(found.clipped, 4),
        }
    if take.utterance and not reason:
        clip = takes.add(number, text, take.utterance)
        fields |= {"path": str(clip.path), "seconds": round(clip.seconds, 2)}
    teller.judged(fields, reason)
    return not reason


class Teller:
    """Tells the person, or a program, what to read and how it went."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json

    def show(self, number: int, text: str) -> None:
        """The sentence to read now."""
        self._tell("read", {"number": number, "text": text}, f"\n{number}  {text}")

    def judged(self, fields: Mapping[str, object], reason: str) -> None:
        """What became of the take."""
        self._tell("take", fields, f"  ✗ {reason}" if reason else "  ✓")

    def done(self, takes: Takes, left: int) -> None:
        """Where the takes are, and what to do next."""
        count = len(takes.clips())
        then = (
            f"{left} are missing; the same command goes on with them."
            if left
            else f"`assistant adapt {takes.folder}` learns from them."
        )
        fields = {"folder": str(takes.folder), "takes": count, "missing": left}
        self._tell("done", fields, f"\n{count} takes are in {takes.folder}; {then}")

    def _tell(self, event: str, fields: Mapping[str, object], line: str) -> None:
        if self._as_json:
            line = json.dumps({"event": event, **fields}, ensure_ascii=False)
        click.echo(line)
