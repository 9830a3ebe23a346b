"""`assistant transcribe`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option, recogniser_options, settings

if TYPE_CHECKING:
    from assistant.recognition.words import Alternative
    from assistant.records import Transcript


@click.command("transcribe")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@json_option
@recogniser_options
@click.option(
    "--alternatives",
    type=click.IntRange(0),
    default=0,
    help="With --json, so many other texts that it may have been, with their scores.",
)
@click.option(
    "--language",
    metavar="CODE|auto",
    help="The language, which may have a model of its own; auto tells it and says which it is.",
)
def command(
    files: tuple[str, ...],
    as_json: bool,
    recogniser: dict[str, object],
    language: str | None,
    alternatives: int,
) -> None:
    """Write down what was said in audio FILEs; with --json each word with its times."""
    from rich.progress import track

    from assistant.app.recognising import in_language, language_told, recognizer, unheard
    from assistant.app.sound import read_whole
    from assistant.cli.output import visible, warn
    from assistant.errors import AudioError

    chosen = settings(**recogniser).settings
    if language:
        chosen = in_language(chosen, language)
        if why := unheard(chosen, language):
            warn(why)
    transcribe = recognizer(chosen, alternatives)
    failed = False
    quiet = len(files) == 1 or not sys.stderr.isatty()
    for file in track(files, "Transcribing", disable=quiet, transient=True):
        notes: list[str] = []
        try:
            transcript, others = transcribe(read_whole(file, notes.append).samples)
        except AudioError as error:
            warn(error)
            failed = True
            continue
        for note in notes:
            warn(note)
        if language:
            transcript = language_told(transcript, language, chosen)
        if as_json:
            fields = {"file": file, **_fields(transcript), "notes": notes}
            if alternatives:
                fields["alternatives"] = [_scored(other) for other in others]
            click.echo(json.dumps(fields))
        else:
            said = f"[{transcript.language}] {transcript.text}" if language else transcript.text
            click.echo(visible(said if len(files) == 1 else f"{file}: {said}"))
    if failed:
        sys.exit(1)


def _fields(transcript: Transcript) -> dict[str, object]:
    words = [
        {
            "text": word.text,
            "start_s": round(word.start_s, 3),
            "end_s": round(word.end_s, 3),
            "confidence": round(word.confidence, 3),
        }
        for word in transcript.words
    ]
    language = {"language": transcript.language} if transcript.language else {}
    return {"text": transcript.text, **language, "words": words}


def _scored(one: Alternative) -> dict[str, object]:
    """Natural logarithms; the score is their sum."""
    return {
        "text": one.text,
        "score": round(one.acoustic + one.language, 3),
        "acoustic": round(one.acoustic, 3),
        "language": round(one.language, 3),
    }
