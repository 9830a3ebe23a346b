"""The local time zone with its rules, so that "tomorrow at eight" is right over a clock change."""

from __future__ import annotations

import os
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

SYSTEM_ZONE = Path("/etc/localtime")


def local_zone() -> tzinfo:
    """The zone that TZ names, else the system's, else today's fixed offset, else UTC."""
    name = _named()
    try:
        if name:
            return ZoneInfo(name)
        with SYSTEM_ZONE.open("rb") as rules:
            return ZoneInfo.from_file(rules, key="local")
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return _offset_of_today()


def zone_name() -> str:
    """What the IANA calls the local zone, such as "Europe/Berlin"; empty where nobody says."""
    name = _named() or str(SYSTEM_ZONE.resolve()).partition("zoneinfo/")[2]
    try:
        return ZoneInfo(name).key if name else ""
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return ""


def _named() -> str:
    """The zone that TZ names."""
    return os.environ.get("TZ", "").lstrip(":")


def _offset_of_today() -> tzinfo:
    try:
        return datetime.now().astimezone().tzinfo or UTC
    except ValueError:  # TZ=UTC+25: the C library believes it, Python doesn't
        return UTC


def local_now() -> datetime:
    """The time here, aware of its zone."""
    return datetime.now(local_zone())
