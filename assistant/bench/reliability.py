"""Whether a confidence of 0.8 is right in eight cases of ten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.bench.decisions import Case
from assistant.bench.meanings import Meanings
from assistant.bench.table import markdown

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Utterances whose best reading is about as sure."""

    confidence: float
    """Mean over them."""
    right: float
    """Share of them whose best reading is what was wanted."""
    count: int


def reliability(cases: Iterable[Case], meanings: Meanings, way: str) -> list[Bin]:
    """The best readings of every utterance in bins of equal width, unsure ones first."""
    pairs: dict[int, list[tuple[float, bool]]] = {}
    for case in cases:
        best = next((one for one in case.found[way] if not one.problem), None)
        if best:
            sure, right = best.command.confidence, meanings.of(best.command) == case.wanted
            pairs.setdefault(min(int(sure * BINS), BINS - 1), []).append((sure, right))
    return [_bin(found) for _, found in sorted(pairs.items())]


def _bin(found: list[tuple[float, bool]]) -> Bin:
    count = len(found)
    return Bin(sum(sure for sure, _ in found) / count, sum(r for _, r in found) / count, count)


def as_table(bins: Iterable[Bin]) -> str:
    """The bins as a Markdown table."""
    rows = ((f"{one.confidence:.2f}", f"{one.right:.2f}", str(one.count)) for one in bins)
    return markdown(("confidence", "right", "utterances"), rows)
