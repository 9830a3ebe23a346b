"""The way to baresip: its messages, and what becomes of one that is away, slow or half there."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.acting.baresip import Baresip, from_netstrings, netstring
from assistant.errors import ServiceError, SettingsError
from tests.acting.sip import WAIT_S
from tests.free_port import free_port

MESSAGES = st.lists(st.dictionaries(st.text(), st.text() | st.booleans() | st.none()))


@given(MESSAGES, st.integers(0))
def test_messages_come_in_any_pieces(messages: list[dict[str, object]], cut: int) -> None:
    data = b"".join(map(netstring, messages))
    cut %= len(data) + 1
    first, rest = from_netstrings(data[:cut])
    second, left = from_netstrings(rest + data[cut:])
    assert (first + second, left) == (messages, b"")


@given(st.binary(max_size=40))
def test_anything_else_is_refused_or_waited_for(data: bytes) -> None:
    try:
        messages, left = from_netstrings(data)
    except ValueError:
        return
    assert messages or left == data


@pytest.mark.parametrize(
    "data", [b"HTTP/1.1 400", b"2:{};", b"2:[],", b"2:{{,", b"9999999:", b":x", b"99999999"]
)
def test_what_is_no_message(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"message|Expecting"):
        from_netstrings(data)


@contextlib.contextmanager
def somebody(does: Callable[[socket.socket], object]) -> Iterator[str]:
    """Who takes one connection after the other, and does this with each."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    with connection:
                        connection.settimeout(WAIT_S)
                        does(connection)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
        thread.join(WAIT_S)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (b"", "broke off; start it again"),
        (b'49:{"response":true,"ok":tr', "broke off; start it again"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "isn't baresip; mend phone.baresip"),
        (netstring({"response": True, "ok": False, "data": "no", "token": "1"}), "can't dial: no"),
    ],
)
def test_half_an_answer(said: bytes, problem: str) -> None:
    def answer(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(said)

    with somebody(answer) as address, pytest.raises(ServiceError, match=problem):
        Baresip(address).ask("dial", "123")


def test_nobody_answers() -> None:
    def listen(connection: socket.socket) -> None:
        while connection.recv(1000):
            pass

    with somebody(listen) as address:
        baresip = Baresip(address, answers_within_s=0.05)
        with pytest.raises(ServiceError, match="doesn't answer; start it again"):
            baresip.ask("dial", "123")


def test_answers_to_others_and_events_are_told_apart() -> None:
    said = (
        {"event": True, "type": "CALL_RINGING"},
        {"response": True, "ok": False, "token": "of another"},
        {"response": True, "ok": True, "token": "1"},
        {"event": True, "type": "CALL_CLOSED"},
    )

    def talk(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b"".join(map(netstring, said)))
        connection.recv(1000)

    with somebody(talk) as address:
        baresip = Baresip(address)
        baresip.ask("dial", "123")
        assert [each["type"] for each in baresip.events()] == ["CALL_RINGING", "CALL_CLOSED"]
        baresip.close()


def test_it_does_not_run_and_is_looked_for_now_and_then() -> None:
    port, now = free_port(), 0.0
    baresip = Baresip(f"127.0.0.1:{port}", monotonic=lambda: now)
    with pytest.raises(ServiceError, match=r"isn't there.*start it with its module ctrl_tcp"):
        baresip.ask("dial", "123")
    assert not baresip.listens()
    with socket.create_server(("127.0.0.1", port)):
        now = 1.0
        assert not baresip.listens()
        now = 10.0
        assert baresip.listens()
        baresip.close()


@pytest.mark.parametrize("address", ["192.0.2.1:4444", "example.org:4444", "127.0.0.1", ":4444"])
def test_only_a_port_of_this_machine_is_used(address: str) -> None:
    with pytest.raises(SettingsError, match="must be a port of this machine"):
        Baresip(address)
