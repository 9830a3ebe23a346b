"""Compounds: words that a template allows to be written onto a name, a rule or free text.

`{room}[ ]lamp` means "kitchen lamp" and "kitchenlamp", in German `{room}[ ]temperatur` above all
"Küchentemperatur". Which words stand on both sides of such a place is known to the nets; here a
word of a sentence is cut between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understanding.text import key

MOST_PARTS = 3
"""Of one word: "Küche", "Lampe", "n"."""
LEAST_TEXT = 3
"""Letters of free text that a word is written onto."""


@dataclass(frozen=True, slots=True)
class Seams:
    """The keys of words around the places where no space need be."""

    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    behind_text: frozenset[str] = frozenset()
    """Those that may be written onto free text."""

    def cuts(self, word: str, parts: int = MOST_PARTS) -> Iterator[tuple[str, ...]]:
        """All ways to cut the word at seams, as written: "anna's" is "anna" and "'s"."""
        for at in range(1, len(word)):
            first, rest = word[:at], word[at:]
            if key(first) in self.before and key(rest) in self.behind:
                yield first, rest
            elif parts > 2 and key(first) in self.before:
                for others in self.cuts(rest, parts - 1):
                    if key(others[0]) in self.behind:
                        yield first, *others

    def cuts_behind_text(self, word: str) -> Iterator[tuple[str, str]]:
        """All ways to cut it where free text ends: "partyplaylist" is any "party"'s."""
        for at in range(LEAST_TEXT, len(word)):
            if key(word[at:]) in self.behind_text:
                yield word[:at], word[at:]


NO_SEAMS = Seams()
