"""Public collections made into manifests, each from a checked-out folder.

    python -m assistant.training.prepare people OUT --librispeech DIR --shared DIR --speechocean DIR
                               --keywords DIR --wake-words DIR --digits DIR --key-phrases DIR
                               --spelled DIR --grid DIR --asterisk DIR
    python -m assistant.training.prepare noise OUT --esc10 DIR --wake-words DIR --keywords DIR
    python -m assistant.training.prepare untranscribed OUT --common-voice DIR --shared DIR
    python -m assistant.training.prepare orders OUT --orders DIR

`sources` says which collections the folders of people are; the others are checkouts of
karolpiczak/ESC-10 (a commit that still has its clips) and of the folder dataset of korliu/whisper
(Common Voice). Every folder is optional. Where only a bare repository is at hand,
`git archive COMMIT | tar -x -C DIR` makes one. Each collection becomes one `.i16` pack beside the
manifest, so that training reads 16 kHz samples and decodes nothing.
"""

from __future__ import annotations

import argparse
import csv
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.training.corpus import (
    Clip,
    CorpusError,
    check_splits,
    decode_audio,
    read_manifest,
    write_manifest,
    write_pack,
)
from assistant.training.phonemes import with_phonemes
from assistant.training.sources import (
    KEYWORDS_LICENCE,
    PUBLIC_DOMAIN,
    asterisk_clips,
    digit_clips,
    grid_clips,
    held_out,
    key_phrase_clips,
    keyword_clips,
    librispeech_clips,
    order_clips,
    shared_clips,
    speechocean_clips,
    spelled_clips,
    wake_word_clips,
)

PEOPLE: dict[str, Callable[[Path], Iterator[Clip]]] = {
    "digits": digit_clips,
    "wake_words": wake_word_clips,
    "key_phrases": key_phrase_clips,
    "speechocean": speechocean_clips,
    "librispeech": librispeech_clips,
    "spelled": spelled_clips,
    "grid": grid_clips,
    "asterisk": asterisk_clips,
}
"""The recipe behind each option of `prepare people`, but for those that look at other clips."""
WORDS = ("fsdd", "speech_commands_words")
"""The sources whose held-out speakers make the test of digits and short commands."""
LONGEST_NOISE = 30.0
NEIGHBOURS = 50
"""Running numbers of Common Voice within which one person may be taken to speak."""


@dataclass(frozen=True, slots=True)
class NoiseFolder:
    """A collection of noises: the files below `path` that match `pattern`."""

    path: Path
    pattern: str
    source: str
    licence: str
    dev_share: float = 0.125


def noise_clips(folders: Iterable[NoiseFolder]) -> Iterator[Clip]:
    """Every audio file of the folders; a share of the recordings is kept for measuring in noise."""
    for folder in folders:
        for path in sorted(folder.path.rglob(folder.pattern)):
            recording = path.stem.rsplit("-", 1)[0]  # ESC-10 cuts some recordings into -A, -B, …
            split = "dev" if held_out(recording, folder.dev_share) else "train"
            speaker = f"{folder.source}/{recording}"
            yield Clip(path, "", speaker, 0, folder.source, folder.licence, split, "noise")


def esc10(folder: Path) -> NoiseFolder:
    return NoiseFolder(folder, "*.ogg", "esc10", "CC BY 3.0 (ESC-10)")


def wake_word_noise(folder: Path) -> NoiseFolder:
    noises = folder / "not-wake-words" / "noises"
    return NoiseFolder(noises, "*.wav", "precise_noise", PUBLIC_DOMAIN)


def keyword_noise(folder: Path) -> NoiseFolder:
    """Seconds cut from a handful of recordings, which therefore all go to training."""
    source = "speech_commands_noise"
    return NoiseFolder(folder, "_silence_/*.wav", source, KEYWORDS_LICENCE, dev_share=0)


def untranscribed_clips(folder: Path, dev: Iterable[str]) -> Iterator[Clip]:
    """Common Voice clips that validated.tsv doesn't list; those that it lists come transcribed.

    Those of `dev` speakers are left out where a table tells who speaks, and where their number is
    near one of theirs: people record several clips in a row. (Of 463 clips of development speakers
    that the tables name, 96.5 % are within NEIGHBOURS of another one, and 1 % of other people's.)
    """
    excluded = set(dev)
    speakers = _common_voice_speakers(folder)
    listed = _common_voice_speakers(folder, "validated.tsv")
    theirs = sorted(_number(name) for name, speaker in speakers.items() if speaker in excluded)
    for path in sorted((folder / "clips").glob("*.mp3")):
        number = _number(path.name)
        if path.name not in listed and not _near(number, theirs):
            speaker = speakers.get(path.name, f"cv_unknown_{number}")
            licence = "CC0 1.0 (Mozilla Common Voice en delta 13.0)"
            yield Clip(path, "", speaker, 0, "cv13delta_untranscribed", licence)


def _number(name: str) -> int:
    """The running number in a clip's name, such as common_voice_en_37123456.mp3."""
    return int(Path(name).stem.rsplit("_", 1)[-1])


def _near(number: int, others: Sequence[int]) -> bool:
    """Whether one of the `others`, in ascending order, is within NEIGHBOURS of `number`."""
    place = bisect_left(others, number - NEIGHBOURS)
    return place < len(others) and others[place] <= number + NEIGHBOURS


def _common_voice_speakers(folder: Path, tables: str = "*.tsv") -> dict[str, str]:
    """Clip's file name to speaker, from every table that has both."""
    speakers: dict[str, str] = {}
    for table in sorted(folder.glob(tables)):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row.get("client_id") and row.get("path"):
                    speakers[row["path"]] = f"cv_{row['client_id'][:12]}"
    return speakers


def pack(
    clips: Iterable[Clip], out: Path, prepare: Callable[[NDArray[np.int16]], NDArray[np.int16]]
) -> list[Clip]:
    """Decode every clip once and write one pack for each source.

    Files that can't be read are named and left out, silent ones left out. No more than one clip's
    audio is held in memory.
    """
    by_source: dict[str, list[Clip]] = {}
    for clip in clips:
        by_source.setdefault(clip.source, []).append(clip)
    return [
        placed
        for source, found in by_source.items()
        for placed in write_pack(out / f"{source}.i16", _sounding(found, prepare))
    ]


def _sounding(
    clips: Iterable[Clip], prepare: Callable[[NDArray[np.int16]], NDArray[np.int16]]
) -> Iterator[tuple[Clip, NDArray[np.int16]]]:
    for clip in clips:
        try:
            audio = prepare(decode_audio(clip.path))
        except CorpusError as error:
            print(error, file=sys.stderr)
            continue
        if len(audio) and np.abs(audio).max() > 8:
            yield clip, audio


def unchanged(audio: NDArray[np.int16]) -> NDArray[np.int16]:
    return audio


def noise_cut(audio: NDArray[np.int16]) -> NDArray[np.int16]:
    """The sounding part of a noise: ESC-10 pads its short clips with zeros."""
    loud = np.flatnonzero(np.abs(audio) > 2)
    return audio[loud[0] : loud[-1] + 1][: int(LONGEST_NOISE * 16_000)] if len(loud) else audio[:0]


def people(args: argparse.Namespace) -> list[Clip]:
    shared = list(shared_clips(args.shared)) if args.shared else []
    asked = ((recipe, getattr(args, name)) for name, recipe in PEOPLE.items())
    found = [*shared, *(clip for recipe, folder in asked if folder for clip in recipe(folder))]
    if args.keywords:
        found += keyword_clips(args.keywords, {clip.speaker for clip in shared})
    clips = [clip for clip in found if clip.text]
    check_splits(clips)
    packed = with_phonemes(pack(clips, args.out, unchanged))
    words = (clip for clip in packed if clip.split == "test" and clip.source in WORDS)
    write_manifest(args.out / "words-test.jsonl", words)
    return packed


def orders(args: argparse.Namespace) -> list[Clip]:
    return pack(order_clips(args.orders), args.out, unchanged)


def noise(args: argparse.Namespace) -> list[Clip]:
    asked = {esc10: args.esc10, wake_word_noise: args.wake_words, keyword_noise: args.keywords}
    clips = list(noise_clips(recipe(folder) for recipe, folder in asked.items() if folder))
    check_splits(clips)
    return pack(clips, args.out, noise_cut)


def untranscribed(args: argparse.Namespace) -> list[Clip]:
    dev = {c.speaker for c in read_manifest(args.shared / "manifest.jsonl") if c.split != "train"}
    return pack(untranscribed_clips(args.common_voice, dev), args.out, unchanged)


RECIPES = {"people": people, "noise": noise, "untranscribed": untranscribed, "orders": orders}
OTHERS = ("shared", "keywords", "esc10", "common_voice", "orders")


def parser() -> argparse.ArgumentParser:
    """Of the command line."""
    made = argparse.ArgumentParser(prog="assistant.training.prepare", description=main.__doc__)
    made.add_argument("what", choices=RECIPES)
    made.add_argument("out", type=Path, help="folder for manifest.jsonl and the packs")
    for name in (*PEOPLE, *OTHERS):
        option = f"--{name.replace('_', '-')}"
        made.add_argument(option, type=Path, help="checked-out folder of that collection")
    return made


def main(argv: list[str] | None = None) -> None:
    """Make manifests of public collections, each from its checked-out folder."""
    args = parser().parse_args(argv)
    clips = RECIPES[args.what](args)
    write_manifest(args.out / "manifest.jsonl", clips)
    print(f"{len(clips)} clips, {sum(c.seconds for c in clips) / 3600:.2f} hours in {args.out}")


if __name__ == "__main__":
    main()
