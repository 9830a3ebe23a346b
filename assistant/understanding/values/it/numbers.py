"""Italian numbers: "duecentocinque", "tre virgola uno quattro", "due e mezzo", "terzo"."""

from __future__ import annotations

import re

from assistant.understanding.values.shared.numbers import NumberWords

_SMALL = (
    *("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"),
    *("undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette"),
    *("diciotto", "diciannove"),
)
_TENS = (
    *("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta"),
    "novanta",
)


def _compound(ten: str, unit: int) -> str:
    if unit in (1, 8):
        return ten[:-1] + _SMALL[unit]
    return ten + {0: "", 3: "tré"}.get(unit, _SMALL[unit])


_COUNTED = (*_SMALL, *(_compound(ten, unit) for ten in _TENS for unit in range(10)))
_UNACCENTED = {name.replace("é", "e"): n for n, name in enumerate(_COUNTED) if "é" in name}
_SHORT = {f"{ten[:-1]}un": 21 + 10 * place for place, ten in enumerate(_TENS)}
_NTH = (
    *("primo", "secondo", "terzo", "quarto", "quinto", "sesto", "settimo", "ottavo", "nono"),
    "decimo",
)


def _ordinals() -> dict[str, int]:
    higher = [
        (name.replace("é", "e") if name.endswith(("tré", "sei")) else name[:-1]) + "esimo"
        for name in _COUNTED[11:]
    ]
    masculine = {name: n for n, name in enumerate((*_NTH, *higher), 1)}
    return masculine | {f"{name[:-1]}a": n for name, n in masculine.items()}


WORDS = NumberWords(
    below_hundred=_COUNTED,
    variants={"un": 1, "una": 1} | _SHORT | _UNACCENTED,
    hundreds=("cento", *(f"{unit} cento" for unit in _SMALL[2:10])),
    other_hundreds={},
    thousand="mille",
    other_thousands=("mila",),
    million="un milione",
    millions=("milioni",),
    joint=("e",),
    minus=("meno",),
    point=("virgola", "punto"),
    parts={"e mezzo": 0.5, "e mezza": 0.5, "e un quarto": 0.25, "e tre quarti": 0.75},
    fractions={"mezzo": 0.5, "mezza": 0.5, "un mezzo": 0.5, "un quarto": 0.25}
    | {"tre quarti": 0.75, "un terzo": 1 / 3, "due terzi": 2 / 3},
    dozens={"una dozzina": 12, "mezza dozzina": 6},
    percent=("per cento", "percento"),
    ordinals=_ordinals(),
    article=("il", "lo", "la", "l'"),
)

_KNOWN = frozenset((*_COUNTED, *WORDS.variants, "cento", "mila", "mille"))


def split(word: str) -> str:
    """The parts of a number that is written in one: "duecentocinque" → "due cento cinque"."""
    found = [part for part in re.split(r"(cento|mila|mille)", word) if part]
    # "centotto" is "cento otto".
    whole = [part if part in _KNOWN else f"o{part}" for part in found]
    return " ".join(whole) if all(part in _KNOWN for part in whole) else word
