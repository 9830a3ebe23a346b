"""Clips of speech and noise, and the one manifest format that lists them.

A manifest is a file of JSON lines, one clip a line:

    path      the audio, relative to the manifest's folder
    text      what is said: a-z, apostrophe, single blanks; "" when nobody wrote it down, or nothing is said
    speaker   who says it; no speaker may occur in two splits (`check_splits`)
    seconds   length
    source    the collection that it comes from
    licence   the terms under which it may be used
    split     "train", "dev" or "test"
    kind      "people", "synthetic" or "noise"
    phonemes  the pronunciation, as `phonemes.phonemize` writes it; "" or absent where nobody asked
    offset    first sample inside the file; absent means 0
    samples   how many samples from there; absent means all of the file

A path that ends in `.i16` is a *pack*: bare little-endian 16-bit samples, 16 kHz, mono, many clips one after
another, which a loader can map into memory. Everything else is read through soundfile and resampled.

    corpus = Corpus.load(["real/manifest.jsonl", "synthetic/chunk-0001.jsonl"])
    for clip in corpus.where(split="train", kind="people").clips:
        audio = read_audio(clip)          # int16, shape (samples,), 16 kHz
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import TrainingError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 16_000
SPLITS = ("train", "dev", "test")
KINDS = ("people", "synthetic", "noise")
AUDIO_SUFFIXES = (".wav", ".flac", ".ogg", ".opus", ".mp3")


class CorpusError(TrainingError):
    """A manifest, a transcript or an audio file that training cannot use."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One stretch of audio and what is known about it. `seconds` is its length; `samples` 0 means "to the end"."""

    path: Path
    text: str
    speaker: str
    seconds: float
    source: str
    licence: str
    split: str = "train"
    kind: str = "people"
    phonemes: str = ""
    offset: int = 0
    samples: int = 0

    def __post_init__(self) -> None:
        if self.split not in SPLITS:
            raise CorpusError(f"{self.path}: the split must be one of {', '.join(SPLITS)}, not {self.split!r}.")
        if self.kind not in KINDS:
            raise CorpusError(f"{self.path}: the kind must be one of {', '.join(KINDS)}, not {self.kind!r}.")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Clips in the order of their manifests."""

    clips: tuple[Clip, ...]

    @classmethod
    def load(cls, manifests: Iterable[str | Path]) -> Corpus:
        """Every clip of every manifest. Raises CorpusError for a line that is no clip or a speaker in two splits."""
        clips = tuple(clip for manifest in manifests for clip in read_manifest(Path(manifest)))
        check_splits(clips)
        return cls(clips)

    def where(self, *, split: str | None = None, kind: str | None = None, source: str | None = None) -> Corpus:
        """The clips that agree with every criterion given."""
        wanted = {"split": split, "kind": kind, "source": source}
        asked = [(name, value) for name, value in wanted.items() if value is not None]
        return Corpus(tuple(c for c in self.clips if all(getattr(c, n) == v for n, v in asked)))

    @property
    def hours(self) -> float:
        return sum(clip.seconds for clip in self.clips) / 3600


def read_manifest(manifest: Path) -> Iterator[Clip]:
    """The clips of one manifest, their paths made absolute. Raises CorpusError with the line's number."""
    folder = manifest.parent.resolve()
    try:
        lines = manifest.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CorpusError(f"Cannot read the manifest {manifest}: {error.strerror}.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _parsed(line, folder, f"{manifest}:{number}")


def _parsed(line: str, folder: Path, where: str) -> Clip:
    try:
        row: dict[str, Any] = json.loads(line)
        return Clip(**{**row, "path": folder / row["path"]})
    except (ValueError, TypeError, KeyError) as error:
        raise CorpusError(f"{where} is not a clip of a manifest: {error}.") from error


def write_manifest(manifest: Path, clips: Iterable[Clip]) -> None:
    """Write `clips` with paths relative to the manifest; the file appears whole or not at all."""
    folder = manifest.parent.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    partial = manifest.with_name(manifest.name + ".partial")
    with partial.open("w", encoding="utf-8") as file:
        for clip in clips:
            file.write(json.dumps(_row(clip, folder), ensure_ascii=False) + "\n")
    partial.replace(manifest)


def _row(clip: Clip, folder: Path) -> dict[str, Any]:
    row = asdict(clip)
    row["path"] = os.path.relpath(clip.path, folder)
    row["seconds"] = round(clip.seconds, 4)
    optional = ("phonemes", "offset", "samples")
    return {name: value for name, value in row.items() if value or name not in optional}


def check_splits(clips: Iterable[Clip]) -> None:
    """Raise CorpusError when a speaker occurs in more than one split: figures measured so would flatter."""
    seen: dict[str, str] = {}
    for clip in clips:
        first = seen.setdefault(clip.speaker, clip.split)
        if first != clip.split:
            raise CorpusError(
                f"Speaker {clip.speaker} is in both {first} and {clip.split}; give each speaker one split."
            )


def read_audio(clip: Clip) -> NDArray[np.int16]:
    """The clip's samples: int16, shape (samples,), 16 kHz, mono. Raises CorpusError when there are none to read."""
    import numpy as np

    if clip.path.suffix == ".i16":
        stop = clip.offset + clip.samples if clip.samples else None
        return np.array(_mapped(clip.path)[clip.offset : stop])
    return decode_audio(clip.path)[clip.offset : clip.offset + clip.samples if clip.samples else None]


@lru_cache(maxsize=256)
def _mapped(path: Path) -> NDArray[np.int16]:
    import numpy as np

    try:
        return np.memmap(path, dtype="<i2", mode="r")
    except (OSError, ValueError) as error:
        raise CorpusError(f"Cannot read the pack {path}: {error}.") from error


def decode_audio(file: Any) -> NDArray[np.int16]:
    """All of an audio file (a path or an open binary file) as int16, 16 kHz, mono, shape (samples,)."""
    import numpy as np
    import soundfile
    import soxr

    try:
        samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise CorpusError(f"Cannot read the audio {file}: {error}.") from error
    mono = soxr.resample(samples.mean(axis=1), rate, RATE) if rate != RATE else samples.mean(axis=1)
    return np.clip(np.rint(mono * 32767), -32768, 32767).astype(np.int16)


def write_pack(pack: Path, clips: Sequence[tuple[Clip, NDArray[np.int16]]]) -> list[Clip]:
    """Write audio after audio into `pack` (.i16), at once or not at all; the clips come back pointing into it."""
    pack.parent.mkdir(parents=True, exist_ok=True)
    partial = pack.with_name(pack.name + ".partial")
    placed: list[Clip] = []
    offset = 0
    with partial.open("wb") as file:
        for clip, audio in clips:
            file.write(audio.astype("<i2").tobytes())
            placed.append(placed_clip(clip, pack, offset, len(audio)))
            offset += len(audio)
    partial.replace(pack)
    return placed


def placed_clip(clip: Clip, pack: Path, offset: int, samples: int) -> Clip:
    """`clip` as it is found at `offset` of `pack`."""
    return replace(clip, path=pack.resolve(), offset=offset, samples=samples, seconds=samples / RATE)
