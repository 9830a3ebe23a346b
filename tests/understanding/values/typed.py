"""Typed text as the values read it."""

from __future__ import annotations

from assistant.understanding.values.spelling import spelt


def spell_out(text: str, language: str = "en") -> str:
    """The text as it is spoken: "wake me at 7:30 pm" → "wake me at seven thirty p m"."""
    return " ".join(one.word for one in spelt(text, language))
