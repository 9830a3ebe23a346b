"""What settings ask of their own values."""

from __future__ import annotations

import math
from urllib.parse import urlsplit

from assistant.errors import SettingsError


def require(condition: bool, name: str, wants: str, value: object) -> None:
    """Raises SettingsError, in one sentence, unless the value is as it must be."""
    if not condition:
        raise SettingsError(f"The setting {name} must be {wants}, not {value!r}.")


def is_web(address: str) -> bool:
    """Whether the text is the address of a server that speaks HTTP."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def is_number(text: str) -> bool:
    """Whether the text is a finite number."""
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
