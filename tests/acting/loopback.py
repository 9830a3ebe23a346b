"""A server on this machine with one document, and what can go wrong with it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Loopback:
    """What is served. Change it while it runs."""

    content: bytes
    url: str = ""
    status: int = 200
    cut: bool = False
    """Half an answer, of which the whole length was promised."""
    elsewhere: str = ""
    """Where it sends who asks."""
    asked: list[str] = field(default_factory=list)
    """Paths of requests."""


@contextmanager
def silent() -> Iterator[int]:
    """A port that takes whoever connects, and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@contextmanager
def loopback(content: bytes) -> Iterator[Loopback]:
    """A server that runs within this block."""
    served = Loopback(content)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            self.send_response(served.status)
            self.send_header("Content-Length", str(len(served.content)))
            if served.elsewhere:
                self.send_header("Location", served.elsewhere)
            self.end_headers()
            half = len(served.content) // 2
            self.wfile.write(served.content[:half] if served.cut else served.content)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
