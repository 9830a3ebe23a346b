"""The one normalisation before matching: typed figures and symbols become spoken words."""

from __future__ import annotations

from assistant.understanding.values.languages import pack
from assistant.understanding.values.scanner import Spelt


def spelt(text: str, language: str = "en") -> tuple[Spelt, ...]:
    """The words of `text` as they are spoken, each with its place in the text.

    Offsets are those of the composed text (NFC). Raises UsageError for an unknown language.
    """
    return tuple(pack(language).scanner.spelt(text))


def normalise_words(text: str, language: str = "en") -> list[str]:
    """The words of `text` as they are spoken: "7:30 pm" → ["seven", "thirty", "p", "m"]."""
    return [one.word for one in spelt(text, language)]


def spell_out(text: str, language: str = "en") -> str:
    """The text as it is spoken: "wake me at 7:30 pm" → "wake me at seven thirty p m"."""
    return " ".join(normalise_words(text, language))
