"""The server over HTTP: what it answers, refuses, and how much it takes at once."""

from __future__ import annotations

import base64
import dataclasses
import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import AudioError, ModelError
from assistant.server.asked import Asked, read_request
from assistant.server.http import InferenceServer, Limits, Reader, Served
from assistant.server.refused import RefusedError

LIMITS = Limits(body_bytes=1000, at_once=1, waiting=1, patience_s=5.0, silent_s=0.5)


def echo(asked: Asked) -> Mapping[str, object]:
    """Reads a recording that is its own text."""
    if asked.sound == b"noise":
        raise AudioError("The recording can't be read as sound.")
    if asked.sound == b"broken":
        raise ModelError("The model failed.")
    times = {"chunks": asked.times} if asked.times else {}
    return {"text": asked.sound.decode(), **times}


@contextmanager
def serving(
    reader: Reader = echo,
    token: str = "",
    limits: Limits = LIMITS,
    told: Callable[[Served], object] = id,
) -> Iterator[InferenceServer]:
    server = InferenceServer(
        ("127.0.0.1", 0), {"first": reader, "a/b": reader}, token, limits, told
    )
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def server() -> Iterator[InferenceServer]:
    with serving() as server:
        yield server


def ask(
    server: InferenceServer,
    body: bytes = b"hello",
    path: str = "/",
    method: str = "POST",
    **headers: str,
) -> tuple[int, dict[str, object]]:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    try:
        connection.request(
            method, path, body, {key.replace("_", "-"): headers[key] for key in headers}
        )
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def ask_json(server: InferenceServer, content: object) -> tuple[int, dict[str, object]]:
    return ask(server, json.dumps(content).encode(), Content_Type="application/json; charset=utf-8")


def test_sound_is_posted_and_text_comes_back(server: InferenceServer) -> None:
    assert ask(server) == (200, {"text": "hello"})
    assert ask(server, path="/models/a/b") == (200, {"text": "hello"})
    timed = ask(server, path="/models/first?return_timestamps=char")
    assert timed == (200, {"text": "hello", "chunks": "char"})


def test_the_form_in_json(server: InferenceServer) -> None:
    inputs = base64.b64encode(b"hello").decode()
    assert ask_json(server, {"inputs": inputs}) == (200, {"text": "hello"})
    parameters = {"return_timestamps": True, "top_k": 3}
    timed = ask_json(server, {"inputs": inputs, "parameters": parameters})
    assert timed == (200, {"text": "hello", "chunks": "word"})


def test_the_health_page(server: InferenceServer) -> None:
    healthy = (200, {"status": "ok", "models": ["first", "a/b"]})
    assert ask(server, b"", "/health", "GET") == ask(server, b"", "/", "GET") == healthy
    assert ask(server, b"", "/elsewhere", "GET")[0] == 404


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ({"path": "/models/none"}, 404, "Model none isn't served here; first, a/b is."),
        ({"path": "/models/"}, 404, "nothing at /models/"),
        ({"path": "/v1/audio"}, 404, "post sound to /models/NAME"),
        ({"body": b""}, 400, "no sound in the request"),
        ({"body": b"noise"}, 400, "can't be read as sound"),
        ({"body": b"broken"}, 500, "The model failed."),
        ({"body": b"x" * 1001}, 413, "larger than 0.001 MB"),
        ({"body": b"x" * 1_000_000}, 413, "larger than 0.001 MB"),
        ({"path": "/?return_timestamps=phrase"}, 400, "`return_timestamps` must be"),
        ({"body": b"{", "Content_Type": "application/json"}, 400, "JSON must be"),
        ({"body": b'{"inputs": "?"}', "Content_Type": "application/json"}, 400, "JSON must be"),
        ({"body": b'{"inputs": ""}', "Content_Type": "application/json"}, 400, "hold a recording"),
        ({"Content_Type": "multipart/form-data; boundary=x"}, 400, "is a form"),
        ({"method": "PUT"}, 501, "Unsupported method ('PUT'); GET /health, or POST"),
        ({"Origin": "https://example.com"}, 403, "Web pages"),
        ({"Host": "rebound.example.com"}, 403, "Web pages"),
        ({"Transfer_Encoding": "chunked", "body": b""}, 411, "Content-Length"),
    ],
)
def test_what_is_refused(
    server: InferenceServer, asked: dict[str, object], status: int, says: str
) -> None:
    if asked.get("Transfer_Encoding"):
        lines = b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        got, answer = _raw(server, lines)
    else:
        got, answer = ask(server, **asked)  # type: ignore[arg-type]
    assert (got, list(answer)) == (status, ["error"])
    assert says in str(answer["error"])


def test_what_is_no_request_is_refused_in_the_same_form(server: InferenceServer) -> None:
    status, answer = _raw(server, b"GET /health and more HTTP/1.1\r\n\r\n")
    assert (status, list(answer)) == (400, ["error"])


def test_a_monitor_may_ask_for_the_headers_alone(server: InferenceServer) -> None:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    connection.request("HEAD", "/health")
    answer = connection.getresponse()
    assert (answer.status, answer.read()) == (200, b"")
    connection.request("GET", "/health")  # nothing of the last answer is left in the line
    assert json.loads(connection.getresponse().read())["status"] == "ok"
    connection.close()


def _raw(server: InferenceServer, request: bytes) -> tuple[int, dict[str, object]]:
    with socket.create_connection(server.server_address[:2], timeout=10) as connection:  # type: ignore[arg-type]
        connection.sendall(request)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        return answer.status, json.loads(answer.read())


def test_a_fault_of_ours_is_in_the_log_and_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    def faulty(_: Asked) -> Mapping[str, object]:
        raise ZeroDivisionError

    with serving(faulty) as server:
        with pytest.raises(http.client.RemoteDisconnected):
            ask(server)
        assert ask(server, b"", "/health", "GET")[0] == 200
    assert "ZeroDivisionError" in caplog.text


def test_a_web_page_of_this_machine_and_its_other_names_are_answered(
    server: InferenceServer,
) -> None:
    assert ask(server, Origin="http://localhost:3000", Host="localhost")[0] == 200


def test_only_who_has_the_token_is_answered() -> None:
    with serving(token="secret") as server:
        assert ask(server, Authorization="Bearer secret") == (200, {"text": "hello"})
        for authorization in ("Bearer wrong", "Bearer", "secrét", ""):
            assert ask(server, Authorization=authorization.encode().decode("latin-1"))[0] == 401
        assert ask(server, b"", "/health", "GET")[0] == 401


def test_a_recording_that_breaks_off_or_never_comes(server: InferenceServer) -> None:
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf"
    with socket.create_connection(server.server_address[:2], timeout=10) as connection:  # type: ignore[arg-type]
        connection.sendall(head)
        connection.shutdown(socket.SHUT_WR)
        assert b"broke off on its way" in connection.makefile("rb").read()
    with socket.create_connection(server.server_address[:2], timeout=10) as connection:  # type: ignore[arg-type]
        connection.sendall(head)
        assert connection.recv(100) == b""  # after LIMITS.silent_s
    assert ask(server)[0] == 200


def dribble(connection: socket.socket) -> None:
    for _ in range(900):
        connection.sendall(b"x")
        time.sleep(0.02)


def test_a_request_that_dribbles_in_is_given_up() -> None:
    limits = dataclasses.replace(LIMITS, arrives_s=0.3)
    with serving(limits=limits) as server:
        connection = socket.create_connection(server.server_address[:2], timeout=10)  # type: ignore[arg-type]
        connection.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\n")
        with connection, pytest.raises((BrokenPipeError, ConnectionResetError)):
            dribble(connection)
        assert ask(server)[0] == 200


def test_some_wait_and_the_others_are_told_to_come_again() -> None:
    began, go = threading.Semaphore(0), threading.Event()

    def slow(asked: Asked) -> Mapping[str, object]:
        began.release()
        assert go.wait(10)
        return echo(asked)

    answers: list[int] = []
    with serving(slow) as server:
        asking = [threading.Thread(target=lambda: answers.append(ask(server)[0])) for _ in range(2)]
        for thread in asking:
            thread.start()
        assert began.acquire(timeout=10)  # one is read, and the other one waits or soon will
        while server.turns.waiting < 1:
            assert asking[1].is_alive()
        status, answer = ask(server)
        assert (status, answer["estimated_time"]) == (503, 1.0)
        go.set()
        for thread in asking:
            thread.join(10)
    assert answers == [200, 200]


def test_the_log_has_nothing_of_what_was_said() -> None:
    told: list[Served] = []
    with serving(told=told.append) as server:
        ask(server, path="/models/first")
        ask(server, b"noise")
    assert [(one.path, one.status, one.body_bytes) for one in told] == [
        ("/models/first", 200, 5),
        ("/", 400, 5),
    ]
    assert "hello" not in repr(told)


@given(body=st.binary(), kind=st.sampled_from(["application/json", "audio/flac", ""]))
def test_no_body_breaks_the_reading_of_requests(body: bytes, kind: str) -> None:
    try:
        status, sound = 200, read_request("/", kind, body).sound
    except RefusedError as error:
        status, sound = error.status, b""
    assert status == (200 if sound else 400)
