"""D-Bus, over which other programs of this machine are asked; with the library jeepney (extra
`desktop`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.errors import ServiceError

ANSWERS_WITHIN_S = 4.0
"""A handler has ten seconds in all."""


class BusError(ServiceError):
    """What another program answered; `name` is the D-Bus name of the error."""

    def __init__(self, message: str, name: str = "") -> None:
        super().__init__(message)
        self.name = name


class Bus:
    """A connection, opened when it is needed and again where it broke off."""

    def __init__(self, address: str = "SYSTEM", answers_within_s: float = ANSWERS_WITHIN_S) -> None:
        """`address` is "SYSTEM", "SESSION" or one like "unix:path=/run/bus"."""
        self._address, self._answers_within_s = address, answers_within_s
        self._connection: Any = None

    def call(
        self,
        program: str,
        path: str,
        method: str,
        signature: str = "",
        *values: object,
    ) -> Any:
        """What a method of an object answers; `method` is with its interface, as in
        "org.freedesktop.DBus.Peer.Ping". One value, or a tuple of several; None for nothing.

        Raises BusError where it answers with an error or not at all, or there is no bus.
        """
        interface, _, name = method.rpartition(".")
        try:
            from jeepney import DBusAddress, MessageType, new_method_call
        except ImportError as error:
            raise BusError("This needs jeepney: pip install 'assistant[desktop]'.") from error
        address = DBusAddress(path, program, interface)
        message = new_method_call(address, name, signature or None, values)
        try:
            connection = self._open()
            reply = connection.send_and_get_reply(message, timeout=self._answers_within_s)
        except TimeoutError as error:
            self.close()
            raise BusError(f"{program} doesn't answer; start it again.") from error
        except (OSError, LookupError, RuntimeError) as error:
            self.close()
            raise BusError("There is no D-Bus here, which is how it is asked.") from error
        if reply.header.message_type is MessageType.error:
            raise _refusal(program, reply)
        return reply.body[0] if len(reply.body) == 1 else reply.body or None

    def properties(self, program: str, path: str, interface: str) -> Mapping[str, Any]:
        """All that an object shows of itself in an interface. Raises as `call` does."""
        method = "org.freedesktop.DBus.Properties.GetAll"
        return plain(self.call(program, path, method, "s", interface))

    def close(self) -> None:
        """It is opened again when it is needed."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _open(self) -> Any:
        if self._connection is None:
            from jeepney.io.blocking import open_dbus_connection

            self._connection = open_dbus_connection(self._address)
        return self._connection


def plain(values: Mapping[str, tuple[str, Any]]) -> dict[str, Any]:
    """The values alone of what D-Bus gives with their types."""
    return {name: value for name, (_, value) in values.items()}


def _refusal(program: str, reply: Any) -> BusError:
    from jeepney import HeaderFields

    name = str(reply.header.fields.get(HeaderFields.error_name, ""))
    detail = str(reply.body[0]) if reply.body else name
    return BusError(f"{program} refuses: {detail}.", name)
