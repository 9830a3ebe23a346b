"""French numbers: "deux cent cinq", "trois virgule un quatre", "deux et demi", "troisième"."""

from __future__ import annotations

from assistant.understanding.values.shared.numbers import NumberWords

_SMALL = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize", "dix sept", "dix huit"),
    "dix neuf",
)
_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")
_AFTER_TEN = ("", "et un", *_SMALL[2:10])


def _below_hundred() -> list[str]:
    tens = [f"{ten} {unit}".strip() for ten in _TENS for unit in _AFTER_TEN]
    seventies = ["soixante dix", "soixante et onze", *(f"soixante {n}" for n in _SMALL[12:])]
    eighties = ["quatre vingts", *(f"quatre vingt {n}" for n in _SMALL[1:])]
    return [*_SMALL, *tens, *seventies, *eighties]


_COUNTED = _below_hundred()
_BELGIAN = {
    f"{ten} {unit}".strip(): start + place
    for start, ten in ((70, "septante"), (80, "huitante"), (80, "octante"), (90, "nonante"))
    for place, unit in enumerate(_AFTER_TEN)
}
_FEMININE = {f"{name}e": n for n, name in enumerate(_COUNTED) if name.split()[-1] == "un"}


def _ordinal(name: str) -> str:
    *front, last = name.split()
    irregular = {"cinq": "cinquième", "neuf": "neuvième", "vingts": "vingtième"}
    return " ".join([*front, irregular.get(last, f"{last.removesuffix('e')}ième")])


_HUNDREDS = ("cent", *(f"{unit} cent" for unit in _SMALL[2:10]))
WORDS = NumberWords(
    below_hundred=_COUNTED,
    variants=_FEMININE | _BELGIAN | {"quatre vingt": 80},
    hundreds=_HUNDREDS,
    other_hundreds={f"{name}s": 100 * count for count, name in enumerate(_HUNDREDS, 1)},
    thousand="mille",
    other_thousands=(),
    million="un million",
    millions=("millions",),
    joint=(),
    minus=("moins",),
    point=("virgule", "point"),
    parts={"et demi": 0.5, "et demie": 0.5, "et quart": 0.25, "et trois quarts": 0.75},
    fractions={"un demi": 0.5, "une demie": 0.5, "demi": 0.5, "un quart": 0.25}
    | {"trois quarts": 0.75, "un tiers": 1 / 3, "deux tiers": 2 / 3},
    dozens={"une douzaine": 12, "une demi douzaine": 6},
    percent=("pour cent", "pourcent"),
    ordinals={"premier": 1}
    | {_ordinal(name): n for n, name in enumerate(_COUNTED) if n > 1}
    | {"première": 1, "second": 2, "seconde": 2},
    article=("le", "la", "les", "l'"),
)
