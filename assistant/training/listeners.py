"""Recognisers that write down clips: a model of ours, or a program that prints a line a file.

What was heard is written into a file at once, so that a long run can be broken off, and decided
anew with other rules without listening again.
"""

from __future__ import annotations

import hashlib
import json
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import TrainingError
from assistant.training.corpus import RATE, Clip, read_audio, read_samples
from assistant.training.labels import Heard, Listen
from assistant.training.text import normalise

if TYPE_CHECKING:
    from assistant.recognition.words import Alternative
    from assistant.records import Floats, Transcript

Transcribe = Callable[["Floats"], "tuple[Transcript, list[Alternative]]"]

BATCH = 32
"""Clips in one call of a program, and between two writings of what was heard."""


def model_listener(transcribe: Transcribe) -> Listen:
    """A model of ours; `transcribe` gives at least one alternative (see `app.recognizer`)."""

    def listen(clips: Sequence[Clip]) -> list[Heard]:
        return [_read(transcribe, clip) for clip in clips]

    return listen


def _read(transcribe: Transcribe, clip: Clip) -> Heard:
    samples = read_samples(clip)
    _, (best, *_) = transcribe(samples)
    return Heard(normalise(best.text), best.acoustic / max(1, len(best.text)))


def program_listener(command: str) -> Listen:
    """A program that gets names of WAV files after its own arguments.

    It prints a line for each: the text, or its mean log-probability, a tab, and the text. Raises
    TrainingError where it fails or prints another number of lines.
    """

    def listen(clips: Sequence[Clip]) -> list[Heard]:
        with tempfile.TemporaryDirectory() as folder:
            files = [_as_wav(clip, Path(folder) / f"{i}.wav") for i, clip in enumerate(clips)]
            lines = _printed([*shlex.split(command), *files])
        if len(lines) != len(clips):
            raise TrainingError(
                f"{command!r} printed {len(lines)} lines for {len(clips)} files; "
                "it must print one for each."
            )
        return [parse_line(line) for line in lines]

    return listen


def _as_wav(clip: Clip, file: Path) -> str:
    import soundfile

    soundfile.write(file, read_audio(clip), RATE)
    return str(file)


def _printed(command: Sequence[str]) -> list[str]:
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", None) or str(error)).strip().splitlines()[-1]
        raise TrainingError(
            f"The recogniser {command[0]} failed ({said}); try it with one WAV file by hand."
        ) from error
    return done.stdout.splitlines()


def parse_line(line: str) -> Heard:
    """What a program says about one file: "text", or "-0.12<tab>text"."""
    number, tab, text = line.partition("\t")
    try:
        return Heard(normalise(text), float(number)) if tab else Heard(normalise(line))
    except ValueError:
        return Heard(normalise(line))


def remembering(
    listen: Listen, name: str, folder: Path, progress: Callable[[int], None] = lambda clips: None
) -> Listen:
    """The same recogniser, which asks nothing twice: its readings are kept in `folder`.

    `name` tells it from others. `progress` hears of how many clips more it is known what is said.
    """
    memory = folder / f"heard-{hashlib.sha256(name.encode()).hexdigest()[:8]}.jsonl"

    def remembered(clips: Sequence[Clip]) -> list[Heard]:
        known = _remembered(memory)
        new = [clip for clip in clips if _key(clip) not in known]
        progress(len(clips) - len(new))
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            heard = dict(zip(map(_key, batch), listen(batch), strict=True))
            _remember(memory, heard)
            known |= heard
            progress(len(batch))
        return [known[_key(clip)] for clip in clips]

    return remembered


def _key(clip: Clip) -> str:
    return f"{clip.path}:{clip.offset}"


def _remembered(memory: Path) -> dict[str, Heard]:
    if not memory.exists():
        return {}
    return dict(_rows(memory.read_text(encoding="utf-8")))


def _rows(text: str) -> Iterator[tuple[str, Heard]]:
    for line in text.splitlines():
        with suppress(ValueError):  # a run may have been broken off in the middle of a line
            row = json.loads(line)
            yield row["clip"], Heard(row["text"], row["log_prob"])


def _remember(memory: Path, heard: dict[str, Heard]) -> None:
    memory.parent.mkdir(parents=True, exist_ok=True)
    with memory.open("a", encoding="utf-8") as file:
        for key, one in heard.items():
            # The newline comes first, so that it ends a line that was broken off before.
            file.write("\n" + json.dumps({"clip": key, **asdict(one)}))
