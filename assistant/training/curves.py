"""The curves of a run's log as an SVG picture, without a plotting library."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT, MARGIN = 720, 320, 48
COLOURS = {"loss": "#1f77b4", "phoneme_loss": "#2ca02c", "dev_cer": "#d62728", "dev_per": "#9467bd"}
NAMES = {
    "loss": "letter loss",
    "phoneme_loss": "phoneme loss",
    "dev_cer": "dev letter errors",
    "dev_per": "dev phoneme errors",
}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Panel:
    """One pair of axes."""

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
    panels = [_panel(panel, rows, end, number) for number, panel in enumerate(PANELS)]
    size = f'width="{WIDTH}" height="{len(PANELS) * HEIGHT}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">'
    )
    body = '<rect width="100%" height="100%" fill="white"/>'
    target.write_text("\n".join([head, body, *panels, "</svg>", ""]), encoding="utf-8")
    return target


def _rows(log: Path) -> list[dict[str, str]]:
    with log.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _panel(panel: Panel, rows: Sequence[dict[str, str]], end: float, number: int) -> str:
    def at(hours: float, value: float) -> Point:
        x = MARGIN + hours / end * (WIDTH - 2 * MARGIN)
        y = HEIGHT - MARGIN - min(value, panel.top) / panel.top * (HEIGHT - 2 * MARGIN)
        return round(x, 1), round(number * HEIGHT + y, 1)

    parts = [_axes(panel, end, number, at(0, 0), at(end, panel.top))]
    for place, column in enumerate(panel.columns):
        points = [
            at(float(row["hours"]), float(row[column]))
            for row in rows
            if row[column] not in ("", "nan")
        ]
        parts.append(_curve(points, COLOURS[column]))
        parts.append(
            _text(
                WIDTH - 200, number * HEIGHT + MARGIN + 16 * place, NAMES[column], COLOURS[column]
            )
        )
    return "\n".join(parts)


def _axes(panel: Panel, end: float, number: int, origin: Point, corner: Point) -> str:
    (left, low), (right, high) = origin, corner
    lines = [
        f'<path d="M{left},{high} V{low} H{right}" fill="none" stroke="black"/>',
        _text(left, number * HEIGHT + 24, panel.title),
        _text((left + right) / 2, low + 32, "hours heard"),
    ]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = low + share * (high - low)
        lines.append(f'<path d="M{left},{y} H{right}" stroke="#ddd" fill="none"/>')
        lines.append(_text(8, y + 4, f"{share * panel.top:.2f}"))
        lines.append(_text(left + share * (right - left) - 8, low + 16, f"{share * end:.0f}"))
    return "\n".join(lines)


def _curve(points: Sequence[Point], colour: str) -> str:
    shown = " ".join(f"{x},{y}" for x, y in points)
    return f'<polyline points="{shown}" fill="none" stroke="{colour}" stroke-width="1.5"/>'


def _text(x: float, y: float, text: str, colour: str = "black") -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}">{text}</text>'
