"""The curves of a benchmark: what each threshold gains and costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.bench.decisions import ALL, Row
from assistant.bench.noise import CLEAN
from assistant.bench.outcomes import Tally
from assistant.bench.reliability import Bin
from assistant.training.chart import COLOURS, Curve, Panel, draw

LEAST_TOP = 5.0
"""False answers an hour at the upper edge, at least."""


def draw_thresholds(rows: Sequence[Row], target: Path) -> Path:
    """Right actions and false answers by threshold, a line for each way; returns `target`.

    Those of all utterances, clean.
    """
    rows = [row for row in rows if (row.condition, row.group) == (CLEAN, ALL)]
    highest = max((row.tally.false_an_hour for row in rows if row.accept), default=0.0)
    panels = [
        _panel("share of commands done right", rows, lambda counts: counts.right_share, 1.0),
        _panel(
            "false answers an hour of sound that is no command",
            rows,
            lambda counts: counts.false_an_hour,
            max(highest, LEAST_TOP),
        ),
    ]
    return draw(panels, target)


def _panel(title: str, rows: Sequence[Row], value: Callable[[Tally], float], top: float) -> Panel:
    curves = [
        Curve(way, [(row.accept, value(row.tally)) for row in rows if row.way == way], colour)
        for way, colour in zip(dict.fromkeys(row.way for row in rows), COLOURS, strict=False)
    ]
    return Panel(title, "least confidence accepted", 1.0, top, tuple(curves))


def draw_reliability(bins: Sequence[Bin], target: Path) -> Path:
    """How often readings are right, by their confidence, beside the diagonal of a true one."""
    measured = [(one.confidence, one.right) for one in bins]
    most = max((one.count for one in bins), default=1)
    counts = [(one.confidence, one.count) for one in bins]
    true = Curve("as it should be", [(0, 0), (1, 1)], "#999")
    across = "confidence"
    panels = [
        Panel("share of best readings that are right", across, 1, 1, (true, Curve("", measured))),
        Panel("utterances", across, 1, most, (Curve("", counts),)),
    ]
    return draw(panels, target)
