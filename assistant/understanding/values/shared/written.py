"""Signs that are written alike in every language."""

from __future__ import annotations

DEGREES = r"°\s?(?P<scale>[cf])(?![^\W\d_])"
"""Degrees of a scale: "20 °C", "68°F"."""

SCALES = {"c": "celsius", "f": "fahrenheit"}
