"""From typed text to spoken words, by a table of written forms. Language-free."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

Form = Callable[[re.Match[str], str], str]
"""The words for a written form, given its match and the word before it."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """One spoken word, and what it was in the text that it came from."""

    word: str
    """Lower case, composed (NFC), with a plain apostrophe where it has one."""
    start: int
    end: int
    """Offset behind the written form; the words of one form ("7:30") share its place."""


class Scanner:
    """Finds written forms in text; earlier ones in the table win where several fit."""

    def __init__(self, forms: Sequence[tuple[str, Form]]) -> None:
        """`forms`: pairs of a regular expression (group names unique) and what it says."""
        self._forms = forms
        self._says = {f"form_{place}": form for place, (_, form) in enumerate(forms)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """All of them; made when there is text, since numbers to dial are seldom typed."""
        patterns = (f"(?P<form_{place}>{one})" for place, (one, _) in enumerate(self._forms))
        return re.compile("|".join(patterns))

    def spelt(self, text: str) -> Iterator[Spelt]:
        """The spoken words of `text`, with offsets into its composed form (NFC)."""
        before = ""
        for match in self._pattern.finditer(_plain(text)):
            # The wrapping group closes last, so it is the one that `lastgroup` names.
            words = self._says[match.lastgroup or ""](match, before).split()
            for before in words:
                yield Spelt(before, match.start(), match.end())


def _plain(text: str) -> str:
    """Lower case, composed, plain apostrophes; as long as the composed text."""
    composed = unicodedata.normalize("NFC", text).replace("’", "'")
    lowered = composed.lower()
    if len(lowered) == len(composed):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in composed)
