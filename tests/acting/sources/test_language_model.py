"""A language model on this machine, played by a server in the test."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from assistant.acting.sources.language_model import LanguageModel
from assistant.errors import ServiceError, UsageError


def piece(text: str | None) -> bytes:
    return b"data: " + json.dumps({"choices": [{"delta": {"content": text}}]}).encode() + b"\n\n"


END = b"data: [DONE]\n\n"


@dataclass
class Script:
    """What the server sends, and what it was asked."""

    stream: list[bytes] = field(default_factory=list)
    status: int = 200
    silent: threading.Event | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    watched: bool = False
    """Whether the server waits for us to hang up."""
    hung_up: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def url(script: Script) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            script.asked.append({"path": self.path, **json.loads(body)})
            self.send_response(script.status)
            self.end_headers()
            for each in script.stream:
                self.wfile.write(each)
            self.wfile.flush()
            if script.silent:
                script.silent.wait(20)
            if script.watched:
                self.connection.settimeout(10)
                if self.connection.recv(1) == b"":
                    script.hung_up.set()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    if script.silent:
        script.silent.set()
    server.shutdown()
    server.server_close()


def test_who_wants_no_more_hangs_up(script: Script, url: str) -> None:
    script.stream, script.watched = (
        [*map(piece, ("The sky is blue. ", "It scatters light. "))],
        True,
    )
    answer = LanguageModel(url, "small").answer("why is the sky blue?")
    assert answer is not None
    assert next(iter(answer.sentences)) == "The sky is blue."
    del answer
    assert script.hung_up.wait(10)


def test_sentences_as_they_come(script: Script, url: str) -> None:
    script.stream = [
        b": a comment\n\n",
        piece(None),
        *map(piece, ("The sky ", "is blue. It sc", "atters light.")),
        END,
    ]
    answer = LanguageModel(url, "small").answer("why is the sky blue?")
    assert answer is not None
    assert answer.source == "the language model small"
    assert list(answer.sentences) == ["The sky is blue.", "It scatters light."]
    (asked,) = script.asked
    assert asked["path"] == "/v1/chat/completions"
    assert (asked["model"], asked["stream"]) == ("small", True)
    assert asked["messages"][-1] == {"role": "user", "content": "why is the sky blue?"}


def test_the_first_is_there_while_the_rest_is_made(script: Script, url: str) -> None:
    script.stream, script.silent = [piece("First. Second")], threading.Event()
    answer = LanguageModel(url, "small", silent_after_s=0.2).answer("why")
    assert answer is not None
    said = iter(answer.sentences)
    assert next(said) == "First."
    with pytest.raises(ServiceError, match="silent"):
        next(said)


@pytest.mark.parametrize("text", ["I don't know.", "Sorry, I don’t know that.", ""])
def test_a_model_that_does_not_know(script: Script, url: str, text: str) -> None:
    script.stream = [piece(text), END]
    assert LanguageModel(url, "small").answer("why") is None


def test_one_that_goes_on_and_on(script: Script, url: str) -> None:
    script.stream = [piece("And more. ") for _ in range(50)] + [END]
    answer = LanguageModel(url, "small").answer("why")
    assert answer is not None
    assert len(list(answer.sentences)) == 4


@pytest.mark.parametrize(
    ("status", "stream", "message"),
    [
        (500, [], "refused, with 500"),
        (404, [], "refused, with 404"),
        (200, [b"<html>"], "stopped in the middle"),
        (200, [b"data: <html>\n"], "something else than answers"),
        (200, [b"data: {}\n"], "something else than answers"),
        (200, [b'data: {"choices": [{"delta": "x"}]}\n'], "something else than answers"),
    ],
)
def test_faults(script: Script, url: str, status: int, stream: list[bytes], message: str) -> None:
    script.status, script.stream = status, stream
    with pytest.raises(ServiceError, match=message):
        LanguageModel(url, "small").answer("why")


def test_half_an_answer(script: Script, url: str) -> None:
    script.stream = [piece("It begins. It goes")]
    answer = LanguageModel(url, "small").answer("why")
    assert answer is not None
    said = iter(answer.sentences)
    assert next(said) == "It begins."
    with pytest.raises(ServiceError, match="in the middle"):
        next(said)


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        with pytest.raises(ServiceError, match="can't be reached"):
            LanguageModel(f"http://127.0.0.1:{port}/v1", "small").answer("why")


def test_questions_stay_on_this_machine() -> None:
    with pytest.raises(UsageError, match="on this machine"):
        LanguageModel("https://api.example.com/v1", "large")
