"""`assistant align`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assistant.cli.options import json_option, model_option, settings


@click.command("align")
@click.argument("file")
@click.argument("text", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@json_option
@model_option
def command(file: str, text: Path, as_json: bool, model: str | None) -> None:
    """Find when each word of TEXT is said in the audio FILE: a transcript, lyrics, a caption.

    TEXT is a file, or - for standard input. Prints start and end in seconds, and the word as it is
    written; numbers and signs are looked for as one says them.
    """
    from rich.console import Console

    from assistant.app.recognising import acoustic_model
    from assistant.app.sound import read_whole
    from assistant.cli.output import warn
    from assistant.errors import AudioError, UsageError
    from assistant.recognition.align import align_words
    from assistant.training.language import read_lines
    from assistant.training.text import normalise

    written = [word for line in read_lines(text) for word in line.split()]
    words = [(word, normalise(word)) for word in written]
    if not any(spoken for _, spoken in words):
        raise UsageError(f"There are no words in {text}; name a file with what is said.")
    acoustic = acoustic_model(settings(recognition__model=model).settings)
    with Console(stderr=True).status("Listening …"):
        samples = read_whole(file, warn).samples
        placed = align_words(acoustic.emissions(samples), words)
    if not placed:
        raise AudioError(
            f"{file} is too short for the text in {text}; check that both belong together."
        )
    for word in placed:
        if as_json:
            fields = {
                "text": word.text,
                "start_s": round(word.start_s, 3),
                "end_s": round(word.end_s, 3),
            }
            click.echo(
                json.dumps({**fields, "confidence": round(word.confidence, 3)}, ensure_ascii=False)
            )
        else:
            click.echo(f"{word.start_s:9.2f} {word.end_s:9.2f}  {word.text}")
