"""Clips of speech and noise, and the one manifest format that lists them.

A manifest is a file of JSON lines, one clip a line:

    path      the audio, relative to the manifest's folder
    text      what is said: a-z, apostrophe, single blanks; "" when nothing is or nobody wrote it
    speaker   who says it; no speaker may occur in two splits (`check_splits`)
    seconds   length
    source    the collection that it comes from
    licence   the terms under which it may be used
    split     "train", "dev" or "test"
    kind      "people", "synthetic" or "noise"
    phonemes  the pronunciation, as `phonemes.phonemize` writes it; "" or absent where nobody asked
    offset    first sample inside the file; absent means 0
    samples   how many samples from there; absent means all of the file

A path that ends in `.i16` is a *pack*: bare little-endian 16-bit samples, 16 kHz, mono, many clips
one after another, which a loader can map into memory. Everything else is read through soundfile
and resampled.

    corpus = Corpus.load(["real/manifest.jsonl", "synthetic/chunk-0001.jsonl"])
    for clip in corpus.where(split="train", kind="people").clips:
        audio = read_audio(clip)          # int16, shape (samples,), 16 kHz
"""

from __future__ import annotations

import argparse
import csv
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import TrainingError
from assistant.training.text import normalise

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
    """One stretch of audio and what is known about it.

    `seconds` is its length; `samples` 0 means "to the end".
    """

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
            raise CorpusError(
                f"{self.path}: the split must be one of {', '.join(SPLITS)}, not {self.split!r}."
            )
        if self.kind not in KINDS:
            raise CorpusError(
                f"{self.path}: the kind must be one of {', '.join(KINDS)}, not {self.kind!r}."
            )


@dataclass(frozen=True, slots=True)
class Corpus:
    """Clips in the order of their manifests."""

    clips: tuple[Clip, ...]

    @classmethod
    def load(cls, manifests: Iterable[str | Path]) -> Corpus:
        """Every clip of every manifest.

        Raises CorpusError for a line that is no clip or a speaker in two splits.
        """
        clips = tuple(clip for manifest in manifests for clip in read_manifest(Path(manifest)))
        check_splits(clips)
        return cls(clips)

    def where(
        self, *, split: str | None = None, kind: str | None = None, source: str | None = None
    ) -> Corpus:
        """The clips that agree with every criterion given."""
        wanted = {"split": split, "kind": kind, "source": source}
        asked = [(name, value) for name, value in wanted.items() if value is not None]
        return Corpus(tuple(c for c in self.clips if all(getattr(c, n) == v for n, v in asked)))

    @property
    def hours(self) -> float:
        return sum(clip.seconds for clip in self.clips) / 3600


def read_manifest(manifest: Path) -> Iterator[Clip]:
    """The clips of one manifest, their paths made absolute.

    Raises CorpusError with the line's number.
    """
    folder = manifest.parent.resolve()
    try:
        lines = manifest.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CorpusError(f"Cannot read the manifest {manifest}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{manifest} is no manifest: it is not text in UTF-8.") from error
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


def read_folder(folder: Path, licence: str, split: str = "train") -> Iterator[Clip]:
    """Every audio file below `folder` that has a transcript of the same name, "x.wav" and "x.txt".

    The folder that it lies in names the speaker. Raises CorpusError when there is no such pair.
    """
    found = False
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in AUDIO_SUFFIXES):
        transcript = path.with_suffix(".txt")
        if transcript.is_file():
            found = True
            text = normalise(transcript.read_text(encoding="utf-8"))
            speaker = f"{folder.name}/{path.parent.relative_to(folder)}"
            yield Clip(path, text, speaker, audio_seconds(path), folder.name, licence, split)
    if not found:
        raise CorpusError(
            f"{folder} has no audio with a transcript beside it, like x.wav and x.txt."
        )


def read_common_voice(table: Path, split: str = "train") -> Iterator[Clip]:
    """The clips of one of Common Voice's TSV files; their audio is in the folder "clips" beside it.

    Rows whose audio is missing are passed over: a table often lists more than was downloaded.
    Raises CorpusError when it isn't such a table.
    """
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if not {"client_id", "path", "sentence"} <= set(rows.fieldnames or ()):
            raise CorpusError(f"{table} has no columns client_id, path and sentence.")
        for row in rows:
            path = table.parent / "clips" / row["path"]
            if path.is_file():
                yield _common_voice_clip(row, path, split)


def _common_voice_clip(row: dict[str, str], path: Path, split: str) -> Clip:
    speaker, licence = f"cv_{row['client_id'][:12]}", "CC0 1.0 (Mozilla Common Voice)"
    text = normalise(row["sentence"])
    return Clip(path, text, speaker, audio_seconds(path), "common_voice", licence, split)


def audio_seconds(path: Path) -> float:
    """Length of an audio file, from its header. Raises CorpusError when it has none."""
    import soundfile

    try:
        return float(soundfile.info(path).duration)
    except (OSError, soundfile.LibsndfileError) as error:
        raise CorpusError(f"Cannot read the audio {path}: {error}.") from error


def check_splits(clips: Iterable[Clip]) -> None:
    """Raise CorpusError when a speaker occurs in two splits: what is measured so flatters."""
    seen: dict[str, str] = {}
    for clip in clips:
        first = seen.setdefault(clip.speaker, clip.split)
        if first != clip.split:
            both = f"both {first} and {clip.split}"
            raise CorpusError(f"Speaker {clip.speaker} is in {both}; give each speaker one split.")


def read_audio(clip: Clip) -> NDArray[np.int16]:
    """The clip's samples: int16, shape (samples,), 16 kHz, mono.

    Raises CorpusError when there are none to read.
    """
    import numpy as np

    if clip.path.suffix == ".i16":
        stop = clip.offset + clip.samples if clip.samples else None
        return np.array(_mapped(clip.path)[clip.offset : stop])
    return decode_audio(clip.path)[
        clip.offset : clip.offset + clip.samples if clip.samples else None
    ]


@lru_cache(maxsize=256)
def _mapped(path: Path) -> NDArray[np.int16]:
    import numpy as np

    try:
        return np.memmap(path, dtype="<i2", mode="r")
    except (OSError, ValueError) as error:
        raise CorpusError(f"Cannot read the pack {path}: {error}.") from error


def read_samples(clip: Clip) -> NDArray[np.float32]:
    """The same as the model hears them: float32 within ±1."""
    import numpy as np

    return read_audio(clip).astype(np.float32) / np.float32(32768)


def decode_audio(file: Any) -> NDArray[np.int16]:
    """All of an audio file (a path or an open file): int16, 16 kHz, mono, shape (samples,)."""
    import numpy as np
    import soundfile
    import soxr

    try:
        samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise CorpusError(f"Cannot read the audio {file}: {error}.") from error
    mono = soxr.resample(samples.mean(axis=1), rate, RATE) if rate != RATE else samples.mean(axis=1)
    whole: NDArray[np.int16] = np.clip(np.rint(mono * 32767), -32768, 32767).astype(np.int16)
    return whole


def write_pack(pack: Path, clips: Iterable[tuple[Clip, NDArray[np.int16]]]) -> list[Clip]:
    """Write audio after audio into `pack` (.i16), at once or not at all.

    The clips come back pointing into it.
    """
    pack.parent.mkdir(parents=True, exist_ok=True)
    partial = pack.with_name(pack.name + ".partial")
    placed: list[Clip] = []
    offset = 0
    with partial.open("wb") as file:
        for clip, audio in clips:
            file.write(audio.astype("<i2").tobytes())
            placed.append(_placed(clip, pack, offset, len(audio)))
            offset += len(audio)
    partial.replace(pack)
    return placed


def _placed(clip: Clip, pack: Path, offset: int, samples: int) -> Clip:
    """`clip` as it is found at `offset` of `pack`."""
    return replace(
        clip, path=pack.resolve(), offset=offset, samples=samples, seconds=samples / RATE
    )


def summary(clips: Iterable[Clip]) -> str:
    """A table of hours, clips and speakers by source and split."""
    groups: dict[tuple[str, str], list[Clip]] = {}
    for clip in clips:
        groups.setdefault((clip.source, clip.split), []).append(clip)
    lines = [f"{'source':24} {'split':6} {'hours':>7} {'clips':>7} {'speakers':>8}"]
    for (source, split), members in groups.items():
        speakers = len({clip.speaker for clip in members})
        hours = Corpus(tuple(members)).hours
        lines.append(f"{source:24} {split:6} {hours:7.2f} {len(members):7} {speakers:8}")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> None:
    """Show manifests, or make one from a folder of transcribed audio or a Common Voice table."""
    parser = argparse.ArgumentParser(prog="assistant.training.corpus", description=main.__doc__)
    what = parser.add_subparsers(dest="what", required=True)
    what.add_parser("show").add_argument("manifests", nargs="+", type=Path)
    for name in ("folder", "common-voice"):
        maker = what.add_parser(name)
        maker.add_argument("source", type=Path)
        maker.add_argument("manifest", type=Path)
        maker.add_argument("--split", choices=SPLITS, default="train")
        maker.add_argument("--licence", default="unknown")
    args = parser.parse_args(argv)
    try:
        print(summary(_asked_for(args).clips))
    except (CorpusError, OSError) as error:
        parser.exit(1, f"{parser.prog}: {error}\n")


def _asked_for(args: argparse.Namespace) -> Corpus:
    if args.what == "show":
        return Corpus.load(args.manifests)
    made = (
        read_folder(args.source, args.licence, args.split)
        if args.what == "folder"
        else read_common_voice(args.source, args.split)
    )
    write_manifest(args.manifest, made)
    return Corpus.load([args.manifest])


if __name__ == "__main__":
    main()
