"""Tables for people to read, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def markdown(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of such columns, a line for each row."""
    ruler = "|---" * len(columns) + "|"
    head, *lines = ("| " + " | ".join(row) + " |" for row in (columns, *rows))
    return "\n".join([head, ruler, *lines])
