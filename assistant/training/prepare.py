"""The recipes that turn public collections into manifests, each from a checked-out folder.

    python -m assistant.training.prepare people OUT --shared DIR --speechocean DIR --keywords DIR
                               --wake-words DIR --digits DIR --key-phrases DIR
    python -m assistant.training.prepare noise OUT --esc10 DIR --wake-words DIR --keywords DIR
    python -m assistant.training.prepare untranscribed OUT --common-voice DIR --shared DIR
    python -m assistant.training.prepare orders OUT --orders DIR

The folders are checkouts of jimbozhang/speechocean762, thegtagamer/PICO-tinyML-benchmark (words),
MycroftAI/Precise-Community-Data (wake words), Jakobovski/free-spoken-digit-dataset, the folder
audio of Picovoice/wake-word-benchmark (key phrases), karolpiczak/ESC-10 (a commit that still has
its clips), the folder dataset of korliu/whisper (Common Voice) and the folder data of
Picovoice/speech-to-intent-benchmark (orders). Where only a bare repository is at hand,
`git archive COMMIT | tar -x -C DIR` makes one. Each collection becomes one `.i16` pack beside the
manifest, so that training reads 16 kHz samples and decodes nothing. People who are held out for
measuring are drawn by a hash of their name, the same on every machine.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
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
from assistant.training.text import UNITS, normalise

WAKE_WORDS = {
    "amelia/en": "amelia",
    "athena/en": "athena",
    "computer/en": "computer",
    "heychatterbox/en-us": "hey chatterbox",
    "heycomputer/en": "hey computer",
}
"""Folders of the wake-word collection in the public domain, and what is said in each of their
clips.
"""

FSDD_HELD_OUT = "fsdd_theo"
WORDS = ("fsdd", "speech_commands_words")
"""The sources whose held-out speakers make the test of digits and short commands."""
PUBLIC_DOMAIN = "public domain (Precise Community Data)"
KEYWORDS_LICENCE = "CC BY 4.0 (Google Speech Commands)"
PICOVOICE = "Apache-2.0 (Picovoice benchmarks)"
LONGEST_NOISE = 30.0


def held_out(speaker: str, share: float) -> bool:
    """Whether `speaker` is of the `share` of people kept from training; by hash, so for good."""
    digest = hashlib.sha256(speaker.encode()).digest()
    return int.from_bytes(digest[:4], "big") < share * 2**32


def shared_clips(folder: Path) -> Iterator[Clip]:
    """The transcribed clips that come with the project; one reader of digits is set aside."""
    for clip in read_manifest(folder / "manifest.jsonl"):
        yield replace(clip, split="test") if clip.speaker == FSDD_HELD_OUT else clip


def speechocean_clips(folder: Path) -> Iterator[Clip]:
    """Short sentences read by speakers of Mandarin, old and young; a tenth is set aside."""
    for part in ("train", "test"):
        speakers = _table(folder / part / "utt2spk")
        paths = _table(folder / part / "wav.scp")
        for name, text in _table(folder / part / "text").items():
            speaker = f"so762_{speakers[name]}"
            split = "test" if held_out(speaker, 0.1) else "train"
            words = normalise(text)
            yield Clip(
                folder / paths[name], words, speaker, 0, "speechocean762", "CC BY 4.0", split
            )


def _table(file: Path) -> dict[str, str]:
    """Kaldi's tables: a name and, after the first white space, its value on each line."""
    lines = (line.split(maxsplit=1) for line in file.read_text(encoding="utf-8").splitlines())
    return {parts[0]: parts[1].strip() for parts in lines if len(parts) == 2}


def keyword_clips(folder: Path, known: Iterable[str]) -> Iterator[Clip]:
    """Single words by many people.

    A quarter of those who are not among the `known` speakers is set aside.
    """
    trained = set(known)
    for path in sorted(folder.rglob("*_nohash_*.wav*")):
        word, name = path.parent.name, path.name
        if word == "_unknown_":  # the word is the first part of the name
            word, _, name = path.name.partition("_")
        speaker = f"gsc_{name.split('_')[0]}"
        split = "test" if speaker not in trained and held_out(speaker, 0.25) else "train"
        yield Clip(path, word, speaker, 0, "speech_commands_words", KEYWORDS_LICENCE, split)


def digit_clips(folder: Path) -> Iterator[Clip]:
    """All of the Free Spoken Digit Dataset, of which the shared clips hold a part."""
    for path in sorted((folder / "recordings").glob("*.wav")):
        digit, name, _ = path.stem.split("_")
        speaker = f"fsdd_{name}"
        split = "test" if speaker == FSDD_HELD_OUT else "train"
        yield Clip(path, UNITS[int(digit)], speaker, 0, "fsdd", "CC BY-SA 4.0", split)


def key_phrase_clips(folder: Path) -> Iterator[Clip]:
    """Wake words by more than fifty people whom nobody named; a folder's name is what is said.

    All but "alexa", which others collected, is for testing: the same people may have spoken the
    orders of `order_clips`.
    """
    for path in sorted(folder.glob("*/*")):
        phrase = path.parent.name
        if path.suffix in (".wav", ".flac") and phrase.replace(" ", "").isalpha():
            split = "train" if phrase == "alexa" else "test"
            speaker = f"key_phrases_{phrase.replace(' ', '_')}"
            yield Clip(path, phrase, speaker, 0, "key_phrases", PICOVOICE, split)


def order_clips(folder: Path) -> Iterator[Clip]:
    """Orders for a coffee machine by more than fifty people, whose labels give intent and slots.

    There is no transcript; the speaker's name ends in the name of the clip among the labels.
    """
    for path in sorted((folder / "speech" / "clean").glob("*.wav")):
        yield Clip(path, "", f"orders_{path.stem}", 0, "orders", PICOVOICE, "test")


def wake_word_clips(folder: Path) -> Iterator[Clip]:
    """Wake words and words that are none.

    Nobody noted who speaks, so each folder counts as one speaker.
    """
    for name, text in WAKE_WORDS.items():
        for path in sorted((folder / name).glob("*.wav")):
            yield _wake_word_clip(path, text, name.split("/")[0])
    listing = folder / "not-wake-words" / "en" / "metadata.csv"
    for row in csv.reader(listing.read_text(encoding="utf-8").splitlines()):
        path = listing.parent / row[0] if row else listing
        if path.suffix == ".wav" and path.is_file():
            yield _wake_word_clip(path, normalise(row[1]), "others")


def _wake_word_clip(path: Path, text: str, folder: str) -> Clip:
    return Clip(path, text, f"precise_{folder}", 0, "precise_wake_words", PUBLIC_DOMAIN)


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

    Those of `dev` speakers are left out where a table tells who speaks. For most clips none does,
    so a development speaker may be among them, though never a development clip.
    """
    excluded = set(dev)
    speakers = _common_voice_speakers(folder)
    listed = _common_voice_speakers(folder, "validated.tsv")
    for path in sorted((folder / "clips").glob("*.mp3")):
        speaker = speakers.get(path.name, f"cv_unknown_{path.stem.rsplit('_', 1)[-1]}")
        if path.name not in listed and speaker not in excluded:
            licence = "CC0 1.0 (Mozilla Common Voice en delta 13.0)"
            yield Clip(path, "", speaker, 0, "cv13delta_untranscribed", licence)


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

    Files that can't be read are named and left out, silent ones left out.
    """
    by_source: dict[str, list[tuple[Clip, NDArray[np.int16]]]] = {}
    for clip in clips:
        try:
            audio = prepare(decode_audio(clip.path))
        except CorpusError as error:
            print(error, file=sys.stderr)
            continue
        if len(audio) and np.abs(audio).max() > 8:
            by_source.setdefault(clip.source, []).append((clip, audio))
    return [
        c for source, found in by_source.items() for c in write_pack(out / f"{source}.i16", found)
    ]


def unchanged(audio: NDArray[np.int16]) -> NDArray[np.int16]:
    return audio


def noise_cut(audio: NDArray[np.int16]) -> NDArray[np.int16]:
    """The sounding part of a noise: ESC-10 pads its short clips with zeros."""
    loud = np.flatnonzero(np.abs(audio) > 2)
    return audio[loud[0] : loud[-1] + 1][: int(LONGEST_NOISE * 16_000)] if len(loud) else audio[:0]


def people(args: argparse.Namespace) -> list[Clip]:
    shared = list(shared_clips(args.shared)) if args.shared else []
    known = {clip.speaker for clip in shared}
    sources = (
        (digit_clips(args.digits) if args.digits else ()),
        (keyword_clips(args.keywords, known) if args.keywords else ()),
        (wake_word_clips(args.wake_words) if args.wake_words else ()),
        (key_phrase_clips(args.key_phrases) if args.key_phrases else ()),
        (speechocean_clips(args.speechocean) if args.speechocean else ()),
    )
    clips = [clip for source in (shared, *sources) for clip in source if clip.text]
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
COLLECTIONS = (
    "shared", "speechocean", "keywords", "wake-words", "digits", "key-phrases", "esc10",
    "common-voice", "orders",
)  # fmt: skip


def main(argv: list[str] | None = None) -> None:
    """Make manifests of public collections, each from its checked-out folder."""
    parser = argparse.ArgumentParser(prog="assistant.training.prepare", description=main.__doc__)
    parser.add_argument("what", choices=RECIPES)
    parser.add_argument("out", type=Path, help="folder for manifest.jsonl and the packs")
    for name in COLLECTIONS:
        parser.add_argument(f"--{name}", type=Path, help="checked-out folder of that collection")
    args = parser.parse_args(argv)
    clips = RECIPES[args.what](args)
    write_manifest(args.out / "manifest.jsonl", clips)
    print(f"{len(clips)} clips, {sum(c.seconds for c in clips) / 3600:.2f} hours in {args.out}")


if __name__ == "__main__":
    main()
