"""Pronunciations of English from espeak-ng's en-us rules, merged to the few symbols that a small
model can learn.

Each word is pronounced by itself, not as part of its sentence: a word then always has the one
spelling in phonemes that a pronunciation lexicon gives it, and espeak's run-together function
words ("in the" as one) don't hide where words end. Stress is left out. What a word sounds like is
kept in a file of the cache folder, `ASSISTANT_CACHE` or the platform's.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.errors import TrainingError
from assistant.training.corpus import Clip

BOUNDARY = "|"
CONSONANTS = (
    "p", "b", "t", "d", "k", "ɡ", "tʃ", "dʒ", "f", "v", "θ", "ð",
    "s", "z", "ʃ", "ʒ", "h", "m", "n", "ŋ", "l", "ɹ", "j", "w", "ɾ",
)  # fmt: skip
VOWELS = (
    "iː", "i", "ɪ", "ɛ", "æ", "ɑː", "ɔː", "ʊ", "uː", "ʌ", "ə", "ɚ", "ɜː",
    "eɪ", "aɪ", "ɔɪ", "aʊ", "oʊ",
)  # fmt: skip
PHONEMES = (BOUNDARY, *CONSONANTS, *VOWELS)
"""Every symbol that `phonemize` writes, the word boundary first: 44."""

MERGED = {
    "ᵻ": "ɪ",
    "ɐ": "ə",
    "ɒ": "ɑː",
    "ɑ": "ɑː",
    "ɔ": "ɔː",
    "oː": "ɔː",
    "o": "oʊ",
    "a": "æ",
    "aː": "ɑː",
    "e": "eɪ",
    "eː": "eɪ",
    "u": "uː",
    "əʊ": "oʊ",
    "ɜ": "ɜː",
    "ɝ": "ɜː",
    "y": "iː",
    "ø": "ɜː",
    "œ": "ɜː",
    "ʔ": "t",
    "r": "ɹ",
    "g": "ɡ",
    "x": "k",
    "ç": "h",
    "ɬ": "l",
    "ʍ": "w",
    "ɲ": "n",
    "β": "v",
    "n̩": "ə n",
    "l̩": "ə l",
    "m̩": "ə m",
    "ɪɹ": "ɪ ɹ",
}
WEAK = {"a": "ə", "the": "ð ə", "to": "t ə", "of": "ə v", "and": "ə n d"}
"""How these words are mostly said; espeak gives the stressed form for a word by itself."""

_LISTED = {**{symbol: symbol for symbol in (*CONSONANTS, *VOWELS)}, **MERGED}
_SYMBOL = re.compile("|".join(sorted(map(re.escape, _LISTED), key=len, reverse=True)))
_CACHE_FILE = "phonemes-en-us-2.json"
_WORDS_A_CALL = 2000


def phonemize(texts: Sequence[str]) -> list[str]:
    """For each normalised text its symbols of PHONEMES between blanks, with `|` between words.

    Raises TrainingError when espeak-ng isn't installed.
    """
    known = _cached()
    missing = sorted({word for text in texts for word in text.split()} - known.keys())
    for start in range(0, len(missing), _WORDS_A_CALL):
        batch = missing[start : start + _WORDS_A_CALL]
        known.update(zip(batch, _pronounced(batch), strict=True))
    if missing:
        _remember(known)
    return [_sentence(text.split(), known) for text in texts]


def _sentence(words: Sequence[str], known: dict[str, str]) -> str:
    spelled = [
        WEAK[word] if word in WEAK and not is_letter(words, i) else known[word]
        for i, word in enumerate(words)
    ]
    return f" {BOUNDARY} ".join(symbols for symbols in spelled if symbols)


def is_letter(words: Sequence[str], index: int) -> bool:
    """Whether the "a" at `index` is a letter by name: alone, or beside another letter as in "seven
    a m".
    """
    if words[index] != "a":
        return len(words) == 1
    beside = [words[i] for i in (index - 1, index + 1) if 0 <= i < len(words)]
    return not beside or any(len(word) == 1 and word != "i" for word in beside)


def _pronounced(words: Sequence[str]) -> list[str]:
    """The symbols of each word, by one espeak-ng process.

    A blank line between words keeps them in clauses of their own.
    """
    lines = [line for line in ipa("\n\n".join(words)).split("\n") if line.strip()]
    if len(lines) != len(words):
        return (
            [_pronounced([word])[0] for word in words]
            if len(words) > 1
            else [symbols("".join(lines))]
        )
    return [symbols(line) for line in lines]


def ipa(text: str) -> str:
    """What espeak-ng's en-us voice says, a clause a line. Raises TrainingError without it."""
    command = ["espeak-ng", "-v", "en-us", "-q", "--ipa", "--stdin"]
    try:
        said = subprocess.run(
            command,
            input=text + "\n",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise TrainingError("Pronunciations need the program espeak-ng; install it.") from error
    return said.stdout


def symbols(ipa: str) -> str:
    """espeak's IPA as symbols of PHONEMES between blanks; marks without a sound are dropped."""
    return " ".join(_LISTED[found] for found in _SYMBOL.findall(ipa.replace("\u0361", "")))


def _cache_path() -> Path:
    named = os.environ.get("ASSISTANT_CACHE")
    if named:
        return Path(named) / _CACHE_FILE
    from platformdirs import user_cache_path

    return user_cache_path("assistant") / _CACHE_FILE


def _cached() -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads(_cache_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known


def _remember(known: dict[str, str]) -> None:
    path = _cache_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    partial.write_text(json.dumps(known, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    partial.replace(path)


def with_phonemes(clips: Iterable[Clip]) -> list[Clip]:
    """The clips with their pronunciation filled in from their text."""
    listed = list(clips)
    spelled = phonemize([clip.text for clip in listed])
    return [replace(clip, phonemes=found) for clip, found in zip(listed, spelled, strict=True)]


if __name__ == "__main__":
    for line, spelled_line in zip(sys.argv[1:], phonemize(sys.argv[1:]), strict=True):
        print(f"{line}: {spelled_line}")
