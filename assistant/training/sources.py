"""Collections of people's speech, each read in the layout that it is published in.

Every recipe takes a folder and gives its clips, whose length nobody has looked up yet. Layouts are
those of jimbozhang/speechocean762, thegtagamer/PICO-tinyML-benchmark (words),
MycroftAI/Precise-Community-Data (wake words), Jakobovski/free-spoken-digit-dataset, the folder
audio of Picovoice/wake-word-benchmark (key phrases), the folder data of
Picovoice/speech-to-intent-benchmark (orders), LibriSpeech and what is laid out like it
(openslr.org/12, Mini LibriSpeech at openslr.org/31), Sakshee5/alphanumeric-audio-dataset (spelled
names), the GRID corpus, and Asterisk's core sounds as WAV. Common Voice's tables and plain folders
are read by `corpus`. People who are held out for measuring are drawn by a hash of their name, the
same on every machine.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from assistant.training.corpus import Clip, CorpusError, audio_seconds, read_manifest
from assistant.training.text import UNITS, digits, normalise

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
PUBLIC_DOMAIN = "public domain (Precise Community Data)"
KEYWORDS_LICENCE = "CC BY 4.0 (Google Speech Commands)"
PICOVOICE = "Apache-2.0 (Picovoice benchmarks)"
LIBRISPEECH = "CC BY 4.0 (LibriSpeech)"
GRID = "CC BY 4.0 (GRID audiovisual sentence corpus)"
ASTERISK = "CC BY-SA 3.0 (Asterisk core sounds, Allison Smith / Digium)"
SPELLED = "MIT (Sakshee5/alphanumeric-audio-dataset)"
FASTEST_SPELLING = 3.2
"""Letters a second; who is faster said the name instead of spelling it."""
UNSPOKEN = re.compile(r"[\[\]()<>]|beep|tone|\.\.\.", re.IGNORECASE)
"""Marks of a prompt that is a sound, or whose words are not all written down."""


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


def librispeech_clips(folder: Path) -> Iterator[Clip]:
    """Read books; each chapter's folder has its sentences in one file of transcripts.

    The source is named after the folder of the subset, such as train-clean-5. A twentieth of the
    readers is set aside. Raises CorpusError where there is no such file.
    """
    transcripts = sorted(folder.rglob("*.trans.txt"))
    if not transcripts:
        raise CorpusError(
            f"{folder} has no *.trans.txt; name a folder laid out like LibriSpeech, "
            "SUBSET/SPEAKER/CHAPTER."
        )
    for transcript in transcripts:
        subset = transcript.parents[2].name.replace("-", "_")
        for name, text in _table(transcript).items():
            path = transcript.with_name(f"{name}.flac")
            if path.is_file():
                speaker = f"ls_{name.split('-')[0]}"
                split = "test" if held_out(speaker, 0.05) else "train"
                words = normalise(text)
                yield Clip(path, words, speaker, 0, f"librispeech_{subset}", LIBRISPEECH, split)


def spelled_clips(folder: Path) -> Iterator[Clip]:
    """Names spelled letter by letter and phone numbers, by students with many accents.

    Nobody checked the recordings, so those in which the name can't have been spelled are left out.
    """
    listing = folder / "metadata.csv"
    for row in csv.DictReader(listing.read_text(encoding="utf-8").splitlines()):
        path, kind = folder / row["file_name"], row["file_name"].split("/")[1].lower()
        letters = " ".join(letter for letter in row["Name"].lower() if letter.isalpha())
        text = {"names": letters, "numbers": digits(row["Number"])}.get(kind)
        if text and path.is_file() and (kind != "names" or _spelled_out(text, path)):
            speaker = f"alnum_{row['Response_ID']}"
            yield Clip(path, text, speaker, 0, f"alphanumeric_{kind}", SPELLED)


def _spelled_out(letters: str, path: Path) -> bool:
    return len(letters.split()) <= FASTEST_SPELLING * audio_seconds(path)


def grid_clips(folder: Path) -> Iterator[Clip]:
    """Commands such as "bin blue at f two now": `SPEAKER/NAME.align` and `SPEAKER/NAME.wav`.

    Where only films are at hand (TVR28/LipNet), ffmpeg takes the sound out of them. Sentences with
    the letter "a" are left out, since nothing tells it from the article. A twentieth of the
    speakers is set aside. Raises CorpusError where there is no sound.
    """
    sounds = {(path.parent.name, path.stem): path for path in folder.rglob("*.wav")}
    if not sounds:
        raise CorpusError(
            f"{folder} has no sound; make it of the films: "
            "ffmpeg -i s1/NAME.mpg -ac 1 -ar 16000 s1/NAME.wav"
        )
    for alignment in sorted(folder.rglob("*.align")):
        path = sounds.get((alignment.parent.name, alignment.stem))
        spoken = [line.split()[-1] for line in alignment.read_text().splitlines() if line.strip()]
        words = [word for word in spoken if word not in ("sil", "sp")]
        if path and "a" not in words:
            speaker = f"grid_{alignment.parent.name}"
            split = "test" if held_out(speaker, 0.05) else "train"
            yield Clip(path, " ".join(words), speaker, 0, "grid", GRID, split)


def asterisk_clips(folder: Path) -> Iterator[Clip]:
    """Prompts of a telephone exchange by one professional speaker: digits, letters, hours.

    `core-sounds-en.txt` lists them as "name: words". Long ones with figures are left out: nobody
    knows how the figures were said.
    """
    listing = folder / "core-sounds-en.txt"
    for line in listing.read_text(encoding="utf-8", errors="replace").splitlines():
        name, _, said = line.partition(":")
        path = folder / f"{name.strip()}.wav"
        unsure = UNSPOKEN.search(said) or (len(said.strip()) > 12 and re.search(r"\d", said))
        text = normalise(said)
        if not line.startswith(";") and text and not unsure and path.is_file():
            yield Clip(path, text, "asterisk_allison", 0, "asterisk_core_sounds", ASTERISK)
