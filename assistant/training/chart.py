"""Curves over one another as an SVG picture, without a plotting library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT, MARGIN = 720, 320, 48
COLOURS = ("#1f77b4", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """One line, in the units of its panel."""

    name: str
    points: Sequence[Point]
    colour: str = COLOURS[0]


@dataclass(frozen=True, slots=True)
class Panel:
    """One pair of axes; both begin at 0."""

    title: str
    across: str
    """What the horizontal axis measures."""
    right: float
    """Value at the right edge."""
    top: float
    """Value at the upper edge; what lies above is drawn on it."""
    curves: tuple[Curve, ...]


def draw(panels: Sequence[Panel], target: Path) -> Path:
    """Draw the panels, one below the other; returns `target`."""
    size = f'width="{WIDTH}" height="{len(panels) * HEIGHT}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">'
    )
    body = '<rect width="100%" height="100%" fill="white"/>'
    drawn = [_panel(panel, number) for number, panel in enumerate(panels)]
    target.write_text("\n".join([head, body, *drawn, "</svg>", ""]), encoding="utf-8")
    return target


def _panel(panel: Panel, number: int) -> str:
    def at(x: float, y: float) -> Point:
        across = MARGIN + x / panel.right * (WIDTH - 2 * MARGIN)
        down = HEIGHT - MARGIN - min(y, panel.top) / panel.top * (HEIGHT - 2 * MARGIN)
        return round(across, 1), round(number * HEIGHT + down, 1)

    parts = [_axes(panel, number, at(0, 0), at(panel.right, panel.top))]
    for place, curve in enumerate(panel.curves):
        parts.append(_curve([at(x, y) for x, y in curve.points], curve.colour))
        y = number * HEIGHT + MARGIN + 16 * place
        parts.append(_text(WIDTH - 200, y, curve.name, curve.colour))
    return "\n".join(parts)


def _axes(panel: Panel, number: int, origin: Point, corner: Point) -> str:
    (left, low), (right, high) = origin, corner
    lines = [
        f'<path d="M{left},{high} V{low} H{right}" fill="none" stroke="black"/>',
        _text(left, number * HEIGHT + 24, panel.title),
        _text((left + right) / 2, low + 32, panel.across),
    ]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = low + share * (high - low)
        lines.append(f'<path d="M{left},{y} H{right}" stroke="#ddd" fill="none"/>')
        lines.append(_text(8, y + 4, f"{share * panel.top:.3g}"))
        lines.append(
            _text(left + share * (right - left) - 8, low + 16, f"{share * panel.right:.3g}")
        )
    return "\n".join(lines)


def _curve(points: Sequence[Point], colour: str) -> str:
    shown = " ".join(f"{x},{y}" for x, y in points)
    return f'<polyline points="{shown}" fill="none" stroke="{colour}" stroke-width="1.5"/>'


def _text(x: float, y: float, text: str, colour: str = "black") -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}">{text}</text>'
