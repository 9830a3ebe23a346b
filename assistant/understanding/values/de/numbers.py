"""German numbers: "zweihundertfünf", "drei Komma eins vier", "zweieinhalb", "der dritte"."""

from __future__ import annotations

import re

from assistant.understanding.values.shared.numbers import NumberWords

_UNITS = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = (
    *("zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn"),
    *("achtzehn", "neunzehn"),
)
_TENS = (*("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"),)
_IN_FRONT = ("", "ein", *_UNITS[2:])
"""The units in front of something: "einundzwanzig"."""


def _below_hundred() -> list[str]:
    compounds = [f"{unit}und{ten}" if unit else ten for ten in _TENS for unit in _IN_FRONT]
    return [*_UNITS, *_TEENS, *compounds]


_COUNTED = _below_hundred()
_ONE = dict.fromkeys(("ein", "eine", "einen", "einem", "einer"), 1)
_SWISS = {name.replace("ß", "ss"): n for n, name in enumerate(_COUNTED) if "ß" in name}


def _ordinals() -> dict[str, int]:
    """ "dritter" first, which is how "3." is spelt, then the other endings."""
    irregular = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
    stems = {
        n: irregular.get(n, name + ("t" if n < 20 else "st")) for n, name in enumerate(_COUNTED)
    }
    endings = ("er", "e", "en", "es", "em")
    return {stems[n] + ending: n for ending in endings for n in range(1, 100)}


WORDS = NumberWords(
    below_hundred=_COUNTED,
    variants=_ONE | _SWISS | {"zwo": 2},
    hundreds=("hundert", *(f"{unit} hundert" for unit in _IN_FRONT[2:])),
    other_hundreds={"ein hundert": 100},
    thousand="tausend",
    other_thousands=(),
    million="eine million",
    millions=("millionen",),
    joint=("und",),
    minus=("minus",),
    point=("komma", "punkt"),
    parts={"und ein halb": 0.5, "ein halb": 0.5, "ein viertel": 0.25, "drei viertel": 0.75},
    fractions={f"{unit}einhalb": n + 0.5 for n, unit in enumerate(_IN_FRONT) if n}
    | {"anderthalb": 1.5, "ein halb": 0.5, "einhalb": 0.5, "halb": 0.5}
    | {"ein viertel": 0.25, "drei viertel": 0.75, "dreiviertel": 0.75},
    dozens={"ein dutzend": 12, "ein halbes dutzend": 6},
    percent=("prozent",),
    ordinals=_ordinals(),
    article=("der", "die", "das", "den", "dem", "am"),
)

_KNOWN = frozenset((*_COUNTED, *WORDS.variants, "hundert", "tausend", "und"))


def split(word: str) -> str:
    """The parts of a number that is written in one: "zweihundertfünf" → "zwei hundert fünf"."""
    if "hundert" not in word and "tausend" not in word:
        return word
    parts = re.split(r"(hundert|tausend)(?:und)?", word)
    found = [part for part in parts if part]
    return " ".join(found) if all(part in _KNOWN for part in found) else word
