"""A server on this machine that answers as Hugging Face's Inference API does, or as it is told.

with loopback_inference() as server:
    server.answers = [Answer(503, {"estimated_time": 20.0}), Answer(200, {"text": "hello"})]
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request gets."""

    status: int
    content: object = b""
    """Bytes as they are, all else as JSON."""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    """The connection breaks half way."""
    wait_s: float = 0.0

    @property
    def body(self) -> bytes:
        return (
            self.content if isinstance(self.content, bytes) else json.dumps(self.content).encode()
        )


@dataclass(frozen=True, slots=True)
class Request:
    """What was sent."""

    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class LoopbackInference:
    """What is answered, and what was asked."""

    url: str = ""
    answers: list[Answer] = field(default_factory=list)
    """One for each request, in order; the last one again and again."""
    requests: list[Request] = field(default_factory=list)


@contextmanager
def loopback_inference() -> Iterator[LoopbackInference]:
    """Serve until the end of the block."""
    told = LoopbackInference()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (_Handler,), {"told": told}))
    told.url = f"http://127.0.0.1:{server.server_address[1]}/models/someone/tiny"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    told: LoopbackInference

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""

    def do_POST(self) -> None:
        told = self.told
        body = self.rfile.read(int(self.headers["Content-Length"]))
        told.requests.append(Request(dict(self.headers), body))
        answer = told.answers.pop(0) if len(told.answers) > 1 else told.answers[0]
        time.sleep(answer.wait_s)
        with suppress(OSError):  # the client lost patience
            self._send(answer)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body[: len(answer.body) // 2] if answer.cut else answer.body)
