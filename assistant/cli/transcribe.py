"""`assistant transcribe`."""

from __future__ import annotations

import json
import sys

import click

from assistant.cli.options import hotword_option, json_option, lm_option, model_option, settings


@click.command("transcribe")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@json_option
@model_option
@lm_option
@hotword_option
def command(
    files: tuple[str, ...],
    as_json: bool,
    model: str | None,
    lm: str | None,
    hotwords: tuple[str, ...],
) -> None:
    """Write down what was said in audio FILEs; with --json each word with its times."""
    from rich.progress import track

    from assistant.app import read_whole, recognizer
    from assistant.errors import AudioError

    transcribe = recognizer(
        settings(recognition__model=model, decoding__lm=lm, decoding__hotwords=hotwords).settings
    )
    failed = False
    quiet = len(files) == 1 or not sys.stderr.isatty()
    for file in track(files, "Transcribing", disable=quiet, transient=True):
        try:
            transcript = transcribe(read_whole(file).samples)
        except AudioError as error:
            click.echo(f"assistant: {error}", err=True)
            failed = True
            continue
        if as_json:
            words = [
                {
                    "text": word.text,
                    "start_s": round(word.start_s, 3),
                    "end_s": round(word.end_s, 3),
                    "confidence": round(word.confidence, 3),
                }
                for word in transcript.words
            ]
            click.echo(json.dumps({"file": file, "text": transcript.text, "words": words}))
        else:
            click.echo(transcript.text if len(files) == 1 else f"{file}: {transcript.text}")
    if failed:
        sys.exit(1)
