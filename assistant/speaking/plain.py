"""What a voice is handed: plain words, written the way they are to be said. Pure.

Replies are written to be read: "der 24. Dezember", "15 h 30". Most of that any voice says right;
what espeak-ng and Piper (which asks espeak-ng) say wrong is spelt out here, language by language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from assistant.prose import sentences

LONGEST = 2_000
"""Characters that are spoken at once, about two minutes; the rest is only printed."""

Replacement = str | Callable[[re.Match[str]], str]
Rules = Sequence[tuple[re.Pattern[str], Replacement]]

_MONTHS = (
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
)
_UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")
_ORDINALS = (
    *("erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte"),
    *("zehnte", "elfte", "zwölfte", "dreizehnte", "vierzehnte", "fünfzehnte", "sechzehnte"),
    *("siebzehnte", "achtzehnte", "neunzehnte", "zwanzigste"),
    *(f"{unit}undzwanzigste" for unit in _UNITS[:9]),
    *("dreißigste", "einunddreißigste"),
)
"""Of the days of a month."""


def _german_day(found: re.Match[str]) -> str:
    """ "der erste", "am ersten", "erster"."""
    article = found["article"] or ""
    ending = "n" if article and article.lower() != "der " else "" if article else "r"
    return f"{article}{_ORDINALS[int(found['day']) - 1]}{ending}"


def _rules(*rules: tuple[str, Replacement]) -> Rules:
    return [(re.compile(pattern), said) for pattern, said in rules]


RULES: Mapping[str, Rules] = {
    "en": _rules((r"\b(\d{1,2}):0([1-9])\b", r"\1 oh \2")),
    "de": _rules(
        (
            r"(?P<article>\b(?:[Dd]er|[Dd]en|[Dd]em|[Aa]m|[Vv]om|[Zz]um) )?"
            rf"\b(?P<day>3[01]|[12]\d|[1-9])\.(?= (?:{_MONTHS})\b)",
            _german_day,
        ),
        (r"\b1 Uhr\b", "ein Uhr"),
    ),
    "es": _rules(
        (r"\b(\d{1,2}):0?([1-9]\d?)\b", r"\1 y \2"),
        (r"\b([Ll]a) 1\b", r"\1 una"),
        (r"\b([Ll]as) 21\b", r"\1 veintiuna"),
    ),
    "fr": _rules(
        (r"(?<=\d)[\u202f\u00a0](?=\d{3}\b)", ""),
        (r"\b1 h\b", "une heure"),
        (r"\b21 h\b", "vingt et une heures"),
        (r"\b(\d{1,2}) h\b", r"\1 heures"),
    ),
    "it": _rules(
        (r"\b(\d{1,2}):0?([1-9]\d?)\b", r"\1 e \2"),
        (r"\b([Ll])['’]1\b", r"\1'una"),
    ),
}


def speakable(text: str) -> str:
    """One line of plain words: no control characters, none of espeak-ng's [[phonemes]]."""
    plain = "".join(" " if _is_control(letter) else letter for letter in text[:LONGEST])
    return re.sub(r"[ \t]+", " ", plain).strip()


def said_as(text: str, language: str) -> list[str]:
    """The sentences of a text, each as the voice is to say it."""
    plain = speakable(text)
    for pattern, said in RULES.get(language, ()):
        plain = pattern.sub(said, plain)
    return sentences(plain)


def _is_control(letter: str) -> bool:
    return letter in "[]" or unicodedata.category(letter).startswith("C")
