"""A port for a server that can't choose one itself."""

from __future__ import annotations

import socket


def free_port() -> int:
    """One that nobody listens at on this machine, right now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
