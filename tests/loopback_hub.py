"""A hub on this machine that serves model folders, with every fault a network and a server have.

    with loopback_hub({"someone/tiny": folder}) as hub:
        Hub(endpoint=hub.url, cache=tmp_path).listing(Source("someone/tiny"))

It speaks as much of the Hugging Face hub's protocol as the real client needs to download.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"

_LFS = (".onnx", ".onnx_data", ".safetensors", ".bin")
"""What a hub stores apart from git, named by its SHA-256."""


@dataclass(slots=True)
class LoopbackHub:
    """What is served, and what goes wrong. Change it while it runs."""

    models: dict[str, Path]
    url: str = ""
    status: int = 0
    """Every request gets this status instead of an answer."""
    token: str = ""
    """Requests must bring it."""
    cuts: Counter[str] = field(default_factory=Counter)
    """How often the transfer of a file still breaks half way."""
    waits: Counter[str] = field(default_factory=Counter)
    """How often the answer for a file still comes after `wait_s`."""
    wait_s: float = 0.0
    busy: set[str] = field(default_factory=set)
    """Files that there were too many requests for (429)."""
    wrong: set[str] = field(default_factory=set)
    """Files of which a byte is changed on the way."""
    missing: set[str] = field(default_factory=set)
    """Files that are listed, but aren't there."""
    declared: dict[str, int] = field(default_factory=dict)
    """Sizes that the listing claims, of more files too."""
    asked: list[str] = field(default_factory=list)
    """GET requests for files: their name, and the first byte that was wanted."""

    def listing(self, repository: str) -> dict[str, object]:
        """The answer of the hub's API."""
        folder = self.models[repository]
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        files |= {name: b"" for name in self.declared if name not in files}
        siblings = [self._sibling(name, content) for name, content in files.items()]
        return {"id": repository, "sha": COMMIT, "siblings": siblings}

    def _sibling(self, name: str, content: bytes) -> dict[str, object]:
        size = self.declared.get(name, len(content))
        sibling: dict[str, object] = {"rfilename": name, "size": size}
        sibling["blobId"] = hashlib.sha1(f"blob {len(content)}\0".encode() + content).hexdigest()
        if name.endswith(_LFS):
            digest = hashlib.sha256(content).hexdigest()
            sibling["lfs"] = {"sha256": digest, "size": size, "pointerSize": 134}
        return sibling


@contextmanager
def loopback_hub(models: dict[str, Path]) -> Iterator[LoopbackHub]:
    """Serve model folders by "owner/model" until the end of the block."""
    hub = LoopbackHub(models)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (_Handler,), {"hub": hub}))
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    hub: LoopbackHub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def _answer(self, with_body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        authorised = (
            not self.hub.token or self.headers["Authorization"] == f"Bearer {self.hub.token}"
        )
        if self.hub.status or not authorised:
            return self._refuse(self.hub.status or 401)
        if found := re.fullmatch(r"/api/models/([^/]+/[^/]+)(/revision/(.+))?", path):
            return self._describe(found[1], found[3] or "main")
        if found := re.fullmatch(r"/([^/]+/[^/]+)/resolve/[^/]+/(.+)", path):
            return self._send_file(found[1], found[2], with_body)
        return self._refuse(404)

    def _refuse(self, status: int, code: str = "") -> None:
        self.send_response(status)
        if code:
            self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _describe(self, repository: str, revision: str) -> None:
        if repository not in self.hub.models:
            return self._refuse(404, "RepoNotFound")
        if revision not in ("main", "v1", COMMIT):
            return self._refuse(404, "RevisionNotFound")
        body = json.dumps(self.hub.listing(repository)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def _send_file(self, repository: str, name: str, with_body: bool) -> None:
        path = self.hub.models[repository] / name
        if name in self.hub.missing or not path.is_file():
            return self._refuse(404, "EntryNotFound")
        if name in self.hub.busy:
            return self._refuse(429)
        content = path.read_bytes()
        start = int((re.findall(r"bytes=(\d+)-", self.headers.get("Range", "")) or [0])[0])
        self._send_head(content, start)
        if with_body:
            self.hub.asked.append(f"{name} {start}")
            self._send_body(name, content, start)
        return None

    def _send_head(self, content: bytes, start: int) -> None:
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.send_header("ETag", f'"{hashlib.sha256(content).hexdigest()}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.end_headers()

    def _send_body(self, name: str, content: bytes, start: int) -> None:
        if name in self.hub.wrong:
            content = content[:-1] + bytes([content[-1] ^ 1])
        if self.hub.waits[name]:
            self.hub.waits[name] -= 1
            time.sleep(self.hub.wait_s)
        if self.hub.cuts[name]:
            self.hub.cuts[name] -= 1
            content = content[: start + (len(content) - start) // 2]
            self.close_connection = True
        try:
            self.wfile.write(content[start:])
        except OSError:
            self.close_connection = True  # the client lost patience
