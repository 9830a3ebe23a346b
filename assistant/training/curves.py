"""The curves of a run's log as an SVG picture."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.training import chart

COLOURS = {"loss": "#1f77b4", "phoneme_loss": "#2ca02c", "dev_cer": "#d62728", "dev_per": "#9467bd"}
NAMES = {
    "loss": "letter loss",
    "phoneme_loss": "phoneme loss",
    "dev_cer": "dev letter errors",
    "dev_per": "dev phoneme errors",
}


@dataclass(frozen=True, slots=True)
class Panel:
    """Columns of the log that share a pair of axes."""

    title: str
    columns: tuple[str, ...]
    top: float
    """Value at the upper edge; the lower edge is 0."""


PANELS = (
    Panel("loss a symbol (nats)", ("loss", "phoneme_loss"), 3.5),
    Panel("error rate on development people", ("dev_cer", "dev_per"), 1.0),
)


def draw(logs: Sequence[Path], target: Path) -> Path:
    """Draw the logs, in order, over the hours of audio heard; returns `target`."""
    rows = [row for log in logs for row in _rows(log)]
    end = max((float(row["hours"]) for row in rows), default=1.0)
    panels = [
        chart.Panel(
            panel.title,
            "hours heard",
            end,
            panel.top,
            tuple(_curve(rows, column) for column in panel.columns),
        )
        for panel in PANELS
    ]
    return chart.draw(panels, target)


def _rows(log: Path) -> list[dict[str, str]]:
    with log.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _curve(rows: Sequence[dict[str, str]], column: str) -> chart.Curve:
    points = [
        (float(row["hours"]), float(row[column])) for row in rows if row[column] not in ("", "nan")
    ]
    return chart.Curve(NAMES[column], points, COLOURS[column])
