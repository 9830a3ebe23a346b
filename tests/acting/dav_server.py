"""A real server of calendars and address books, Radicale, with its own authentication."""

from __future__ import annotations

import contextlib
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from radicale.app import Application
from radicale.config import load


class Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quietly(Threads):
    """Says nothing of clients that break off."""

    def handle_error(self, *_: object) -> None: ...


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None: ...


def encrypt(server: WSGIServer, folder: Path) -> None:
    """Have it speak TLS, with a certificate of its own in the folder's certificate.pem."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    made += ["-nodes", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    made += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)


@contextlib.contextmanager
def untrusted(folder: Path) -> Iterator[str]:
    """A server whose certificate nobody signed, by its address."""
    server = Quietly(("127.0.0.1", 0), Quiet)
    encrypt(server, folder)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"https://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextlib.contextmanager
def radicale(folder: Path, encrypted: bool = False) -> Iterator[str]:
    """A server that knows anna, whose password is "secret", by its address."""
    (folder / "users").write_text("anna:secret\n")
    settings = load()
    settings.update(
        {
            "auth": {
                "type": "htpasswd",
                "htpasswd_filename": str(folder / "users"),
                "htpasswd_encryption": "plain",
                "delay": "0",
            },
            "storage": {"filesystem_folder": str(folder / "collections")},
        },
        "test",
    )
    server = make_server("127.0.0.1", 0, Application(settings), Threads, Quiet)
    if encrypted:
        encrypt(server, folder)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http{'s' * encrypted}://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
