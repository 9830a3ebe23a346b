"""A D-Bus of its own, and programs on it that answer as a test wrote down."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.acting.sip import WAIT_S

Reply = tuple[str, tuple[object, ...]]
"""Signature and values."""


class RefusedError(Exception):
    """What a program answers with an error of this name."""


@contextlib.contextmanager
def own_bus(folder: Path) -> Iterator[str]:
    """A bus, by its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    command += [f"--address=unix:path={folder}/bus"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout
        try:
            yield daemon.stdout.readline().split(",")[0].strip()
        finally:
            daemon.terminate()


@contextlib.contextmanager
def program(
    address: str, name: str, answer: Callable[[str, str, tuple[Any, ...]], Reply]
) -> Iterator[None]:
    """A program of that name; `answer` gets path, member and values of each call."""
    connection = open_dbus_connection(address)
    connection.send_and_get_reply(message_bus.RequestName(name), timeout=WAIT_S)
    ended = threading.Event()

    def serve() -> None:
        while not ended.is_set():
            with contextlib.suppress(TimeoutError):
                called = connection.receive(timeout=0.02)
                if called.header.message_type is MessageType.method_call:
                    connection.send(_answered(called, answer))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(WAIT_S)
        connection.close()


def _answered(called: Message, answer: Callable[[str, str, tuple[Any, ...]], Reply]) -> Message:
    fields = called.header.fields
    try:
        signature, values = answer(
            fields[HeaderFields.path], fields[HeaderFields.member], called.body
        )
    except RefusedError as error:
        return new_error(called, str(error), "s", (f"as {error} says",))
    return new_method_return(called, signature or None, values)
