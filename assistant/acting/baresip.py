"""The telephone program baresip, told what to do over its module ctrl_tcp.

Commands, answers and events are JSON objects, each in a netstring: `17:{"command":"x"},`.
Only one program is heard at a time: who connects last.
"""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Callable
from typing import Any

from assistant.errors import ServiceError, SettingsError
from assistant.network import is_here

ANSWERS_WITHIN_S = 2.0
"""baresip answers at once, whatever the server does."""

RETRY_S = 5.0
"""Where baresip doesn't run, it is looked for so often."""

LONGEST = 1_000_000
"""Bytes of one message; more is no message of baresip's."""

Message = dict[str, Any]


class Baresip:
    """A connection, opened when it is needed and again where it broke off."""

    def __init__(
        self,
        address: str,
        answers_within_s: float = ANSWERS_WITHIN_S,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`address` is host:port. Raises SettingsError for one that isn't on this machine: there is
        no password, so that whoever reaches the port can make calls."""
        host, _, port = address.rpartition(":")
        if not is_here(f"tcp://{address}") or not port.isdigit():
            raise SettingsError(
                f"phone.baresip must be a port of this machine, like 127.0.0.1:4444, not {address}."
            )
        self._address, self._where = address, (host.strip("[]"), int(port))
        self._answers_within_s, self._monotonic = answers_within_s, monotonic
        self._socket: socket.socket | None = None
        self._rest = b""
        self._events: list[Message] = []
        self._tokens = 0
        self._tried_s = float("-inf")

    def ask(self, command: str, parameters: str = "") -> str:
        """Have it do something: what it prints. Raises ServiceError where it doesn't run, answer
        or agree."""
        self._tokens += 1
        said = {"command": command, "params": parameters, "token": str(self._tokens)}
        self._send(netstring(said))
        until_s = self._monotonic() + self._answers_within_s
        while (left_s := until_s - self._monotonic()) > 0:
            for message in self._receive(left_s):
                if message.get("token") == str(self._tokens):
                    if not message.get("ok"):
                        raise ServiceError(f"baresip can't {command}: {message.get('data')}.")
                    return str(message.get("data"))
        self.close()
        raise ServiceError(f"baresip at {self._address} doesn't answer; start it again.")

    def events(self, within_s: float = 0.0) -> list[Message]:
        """What happened since this was last asked; waits so long for something to happen.

        Raises ServiceError where baresip doesn't run, or stopped.
        """
        if not self._events:
            self._receive(within_s)
        happened, self._events = self._events, []
        return happened

    def listens(self) -> bool:
        """Whether there is a connection, which is tried now and then. Never raises."""
        if self._socket is None and self._monotonic() - self._tried_s > RETRY_S:
            try:
                self._connect()
            except ServiceError:
                return False
        return self._socket is not None

    def _connect(self) -> socket.socket:
        self._tried_s = self._monotonic()
        try:
            made = socket.create_connection(self._where, self._answers_within_s)
        except OSError as error:
            raise ServiceError(
                f"baresip isn't there at {self._address}; start it with its module ctrl_tcp, "
                "or mend phone.baresip."
            ) from error
        self._socket, self._rest, self._events = made, b"", []
        return made

    def _send(self, data: bytes) -> None:
        """To whom is there; a connection that another program took over is opened again."""
        try:
            if self._socket is not None:
                self._receive(0.0)
        except ServiceError:
            self.close()
        connection = self._socket or self._connect()
        connection.settimeout(self._answers_within_s)
        try:
            connection.sendall(data)
        except OSError as error:
            raise self._lost() from error

    def _receive(self, within_s: float) -> list[Message]:
        """Answers; events are kept."""
        connection = self._socket or self._connect()
        connection.settimeout(within_s)
        try:
            read = connection.recv(65536)
        except (TimeoutError, BlockingIOError):
            return []
        except OSError as error:
            raise self._lost() from error
        if not read:
            raise self._lost()
        try:
            messages, self._rest = from_netstrings(self._rest + read)
        except ValueError as error:
            self.close()
            raise ServiceError(
                f"Who answers at {self._address} isn't baresip; mend phone.baresip."
            ) from error
        self._events += [each for each in messages if each.get("event")]
        return [each for each in messages if each.get("response")]

    def _lost(self) -> ServiceError:
        self.close()
        return ServiceError(f"baresip at {self._address} broke off; start it again.")

    def close(self) -> None:
        """It is opened again when it is needed."""
        if self._socket is not None:
            self._socket.close()
        self._socket = None


def netstring(message: Message) -> bytes:
    content = json.dumps(message).encode()
    return b"%d:%s," % (len(content), content)


def from_netstrings(data: bytes) -> tuple[list[Message], bytes]:
    """The whole messages at the beginning, and what is left. Raises ValueError for others."""
    messages: list[Message] = []
    while found := re.match(rb"(\d{1,7}):", data):
        length, start = int(found[1]), found.end()
        if length > LONGEST:
            raise ValueError(f"A message of {length} bytes is too long.")
        if len(data) <= start + length:
            return messages, data
        content, comma, data = (
            data[start:][:length],
            data[start + length],
            data[start + length + 1 :],
        )
        message = json.loads(content)
        if comma != ord(",") or not isinstance(message, dict):
            raise ValueError("A message is an object, and a comma ends it.")
        messages.append(message)
    if data and not re.fullmatch(rb"\d{1,7}", data):
        raise ValueError("A message begins with its length.")
    return messages, data
