"""The one normalisation before matching: typed figures and symbols become spoken words."""

from __future__ import annotations

from assistant.understanding.values.languages import pack
from assistant.understanding.values.scanner import Spelt


def spelt(text: str, language: str = "en") -> tuple[Spelt, ...]:
    """The words of `text` as they are spoken, each with its place in the text.

    Offsets are those of the composed text (NFC). Raises UsageError for an unknown language.
    """
    return tuple(pack(language).scanner.spelt(text))
