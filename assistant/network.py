"""Which addresses stay on this machine."""

from __future__ import annotations

from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def is_here(url: str) -> bool:
    """Whether what is sent to an address stays on this machine."""
    return urlsplit(url).hostname in LOOPBACK


def in_the_clear(url: str) -> bool:
    """Whether others on the way could read what is sent there."""
    return urlsplit(url).scheme != "https" and not is_here(url)
