"""A port for a server that can't choose one itself."""

from __future__ import annotations

import socket
from contextlib import ExitStack, suppress


def free_port(behind: int = 0) -> int:
    """One that nobody listens at on this machine, right now, nor at so many `behind` it."""
    while True:
        with ExitStack() as taken, suppress(OSError, OverflowError):
            found = taken.enter_context(socket.socket())
            found.bind(("127.0.0.1", 0))
            port = int(found.getsockname()[1])
            for number in range(port + 1, port + 1 + behind):
                taken.enter_context(socket.socket()).bind(("127.0.0.1", number))
            return port
