"""The server itself: one thread for each connection, every size and time with a limit.

    server = InferenceServer(("127.0.0.1", 8080), readers, token="", limits=Limits())
    server.serve_forever()

A web page that somebody has open could post to this machine as well; so what comes from another
origin, or for another host than this machine's own names, is refused where the server is on the
loopback address.
"""

from __future__ import annotations

import hmac
import io
import json
import logging
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError, AudioError
from assistant.network import LOOPBACK, is_here
from assistant.server.asked import Asked, model_name, read_request
from assistant.server.refused import RefusedError
from assistant.server.turns import Turns

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Reader = Callable[[Asked], Mapping[str, object]]
"""From sound to {"text": …} and perhaps "chunks". Raises AudioError for what is no sound."""

log = logging.getLogger(__name__)

_Request = socket.socket | tuple[bytes, socket.socket]

DRAINED = 4
"""So many times the largest body is still taken in, so that a refusal is read and not cut off."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much anybody may ask for."""

    body_bytes: int = 25_000_000
    at_once: int = 2
    """Recordings read at the same time."""
    waiting: int = 8
    """Requests that wait for their turn."""
    patience_s: float = 60.0
    """The longest that one waits."""
    silent_s: float = 20.0
    """A connection that says nothing for so long is closed."""
    arrives_s: float = 300.0
    """So is one whose request takes longer to arrive: it may bring a byte now and then."""
    connections: int = 64


@dataclass(frozen=True, slots=True)
class Served:
    """One request, as the log has it: nothing of what was said."""

    path: str
    status: int
    body_bytes: int
    seconds: float
    """From the request to the answer."""


def _ignore(_: Served) -> None:
    """Nobody is told."""


class InferenceServer(ThreadingHTTPServer):
    """Answers POST /models/NAME and POST /, and GET /health."""

    daemon_threads = True

    def __init__(
        self,
        address: tuple[str, int],
        readers: Mapping[str, Reader],
        token: str = "",
        limits: Limits | None = None,
        told: Callable[[Served], object] = _ignore,
    ) -> None:
        """`readers` by the name of their model, the first one for "/"; with a `token`, only who
        brings it is answered. Raises OSError where the address can't be had.
        """
        self.limits = limits or Limits()
        self.readers, self.token, self.told = readers, token, told
        self.turns = Turns(self.limits.at_once, self.limits.waiting, self.limits.patience_s)
        self._connections = threading.BoundedSemaphore(self.limits.connections)
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Handler)

    @property
    def url(self) -> str:
        host, port = self.server_address[:2]
        named = f"[{host!s}]" if ":" in str(host) else host
        return f"http://{named!s}:{port}"

    @property
    def is_private(self) -> bool:
        """Whether only this machine reaches it."""
        return str(self.server_address[0]) in LOOPBACK

    def server_bind(self) -> None:
        """Without asking any name server who we are, as the library would."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def process_request(self, request: _Request, client_address: Any) -> None:
        """In a thread of its own, unless there are too many connections already."""
        if not self._connections.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: _Request, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._connections.release()

    def handle_error(self, *_: object) -> None:
        """A connection that broke is nobody's business but the client's; all else is ours."""
        if not isinstance(error := sys.exc_info()[1], OSError):
            log.error("A request couldn't be answered.", exc_info=error)


class _Arriving(io.RawIOBase):
    """What comes over a connection, as long as the limits of time allow."""

    def __init__(self, connection: socket.socket, limits: Limits) -> None:
        self._connection, self._limits = connection, limits
        self.begin()

    def begin(self) -> None:
        """A request is to arrive from now on."""
        self._end_s = time.monotonic() + self._limits.arrives_s

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Raises TimeoutError."""
        left_s = self._end_s - time.monotonic()
        if left_s <= 0:
            raise TimeoutError
        self._connection.settimeout(min(left_s, self._limits.silent_s))
        try:
            return self._connection.recv_into(buffer)
        finally:
            self._connection.settimeout(self._limits.silent_s)  # for the answer


class _Handler(BaseHTTPRequestHandler):
    server: InferenceServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "assistant", ""

    def setup(self) -> None:
        super().setup()
        self._arriving = _Arriving(self.connection, self.server.limits)
        self.rfile = io.BufferedReader(self._arriving)

    def handle_one_request(self) -> None:
        self._arriving.begin()
        super().handle_one_request()

    def log_message(self, *_: object) -> None:
        """`told` hears what is worth knowing."""

    def do_GET(self) -> None:
        """The health page."""
        try:
            self._check_caller()
            if self.path.partition("?")[0] not in ("/", "/health"):
                raise RefusedError(404, "There is nothing here; GET /health, or POST /models/NAME.")
            self._send(200, {"status": "ok", "models": list(self.server.readers)})
        except RefusedError as error:
            self._send(error.status, error.body, error.retry_s)

    def do_HEAD(self) -> None:
        """Its headers alone."""
        self.do_GET()

    def do_POST(self) -> None:
        began_s, size = time.monotonic(), self._size()
        status, answer, retry_s = 200, dict[str, object](), 0.0
        try:
            answer = dict(self._read(size))
        except RefusedError as error:
            status, answer, retry_s = error.status, error.body, error.retry_s
        except AudioError as error:
            status, answer = 400, {"error": str(error)}
        except AssistantError as error:
            status, answer = 500, {"error": str(error)}
        self.server.told(Served(self.path, status, max(0, size), time.monotonic() - began_s))
        self._send(status, answer, retry_s)

    def _read(self, size: int) -> Mapping[str, object]:
        """The answer to a request with a body of `size` bytes, -1 for none told."""
        try:
            self._check_caller()
            reader = self._reader()
            self._check_size(size)
        except RefusedError:
            self._drain(size)
            raise
        body = self.rfile.read(size)
        if len(body) < size:
            raise RefusedError(400, "The recording broke off on its way; send it again.")
        asked = read_request(self.path, self.headers.get("Content-Type", ""), body)
        with self.server.turns.taken():
            return reader(asked)

    def _check_caller(self) -> None:
        """Raises RefusedError for a stranger."""
        origin, host = self.headers.get("Origin", ""), self.headers.get("Host", "")
        named = [f"http://{host}"] if host else []  # the oldest clients name nobody
        if self.server.is_private and not all(map(is_here, [*named, *filter(None, [origin])])):
            raise RefusedError(403, "Web pages and other hosts may not ask this machine.")
        given = self.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        if not hmac.compare_digest(given.encode(), self.server.token.encode() or given.encode()):
            raise RefusedError(401, "The token is missing or wrong; send it as a bearer token.")

    def _reader(self) -> Reader:
        readers, name = self.server.readers, model_name(self.path)
        found = readers.get(name or next(iter(readers)))
        if found is None:
            raise RefusedError(404, f"Model {name} isn't served here; {', '.join(readers)} is.")
        return found

    def _size(self) -> int:
        told = self.headers.get("Content-Length", "")
        return int(told) if told.isdecimal() else -1

    def _check_size(self, size: int) -> None:
        if size < 0:
            raise RefusedError(411, "The request must tell its Content-Length.")
        if size > self.server.limits.body_bytes:
            most = self.server.limits.body_bytes / 1e6
            raise RefusedError(
                413, f"The recording is larger than {most:g} MB; send a shorter one."
            )

    def _drain(self, size: int) -> None:
        """Take a body in and throw it away: who is cut off while sending never reads why."""
        self.close_connection = True
        left = min(size, DRAINED * self.server.limits.body_bytes)
        with suppress(OSError):
            while left > 0 and (piece := self.rfile.read(min(left, 65_536))):
                left -= len(piece)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses, in our form: what is no request, and methods unknown here."""
        self.close_connection = True
        why = message or HTTPStatus(code).phrase
        self._send(code, {"error": f"{why}; GET /health, or POST /models/NAME."})

    def _send(self, status: int, answer: Mapping[str, object], retry_s: float = 0.0) -> None:
        body = json.dumps(answer, ensure_ascii=False).encode()
        with suppress(OSError):  # the client has gone
            self.send_response(status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if status == 401:
                self.send_header("WWW-Authenticate", "Bearer")
            if retry_s:
                self.send_header("Retry-After", f"{retry_s:.0f}")
            if self.close_connection:
                self.send_header("Connection", "close")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)
