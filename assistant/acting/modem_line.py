"""Calls with a mobile modem, through ModemManager, which is asked over D-Bus.

https://www.freedesktop.org/software/ModemManager/api/latest/ has the names and numbers below.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Any

from assistant.acting.bus import Bus, BusError
from assistant.acting.phone import LineEvent, UnansweredError, may_ring
from assistant.errors import ServiceError
from assistant.phrasebook import told

MANAGER = "org.freedesktop.ModemManager1"
ROOT = "/org/freedesktop/ModemManager1"
VOICE = f"{MANAGER}.Modem.Voice"
CALL = f"{MANAGER}.Call"

RINGING_OUT, RINGING_IN, ACTIVE, WAITING, TERMINATED = 2, 3, 4, 6, 7
"""Of MMCallState."""
INCOMING = 1
"""Of MMCallDirection."""
PROBLEMS = {
    5: "The line is busy, or the call was refused.",
    6: "The network can't connect the call; try again later.",
    7: "The modem has no sound for calls; see what it needs.",
}
"""By MMCallStateReason."""
ENDED = "Nobody answers."
"""A call that ended before it was answered, for no other reason."""

RINGS_WITHIN_S = 4.0
"""What goes wrong within this time is the answer to "call Anna"; later it is said by itself."""
LOOK_EVERY_S = 0.2
ASK_EVERY_S = 1.0
"""How often the modem is asked what happens by itself."""
RETRY_S = 60.0
"""How soon again where that failed: one that hangs would keep everything waiting."""

UNKNOWN = "org.freedesktop.DBus.Error.ServiceUnknown"
DENIED = "org.freedesktop.DBus.Error.AccessDenied"
NOT_ALLOWED = f"{MANAGER}.Error.Core.Unauthorized"
NOT_READY = f"{MANAGER}.Error.Core.WrongState"
EXPLAINED = {
    UNKNOWN: "ModemManager isn't there; install and start it.",
    DENIED: "You may not use the modem; ask who administers this machine.",
    NOT_ALLOWED: "You may not use the modem; ask who administers this machine.",
    NOT_READY: "The modem isn't ready; unlock its SIM card, and wait for the network.",
}


class ModemLine:
    """A `Line` of the first modem that can make calls."""

    def __init__(
        self,
        bus: Bus,
        rings_within_s: float = RINGS_WITHIN_S,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bus, self._rings_within_s, self._monotonic = bus, rings_within_s, monotonic
        self._ours: tuple[str, str] | None = None
        """Path and number of the call that we made and that isn't answered yet."""
        self._known: frozenset[str] = frozenset()
        """The calls that were there when it was last asked."""
        self._asks_at_s = float("-inf")
        self._lock = Lock()  # a handler that was given up may still be at it

    def dial(self, number: str) -> None:
        with self._lock:
            modem = self._modem()
            wanted = {"number": ("s", number)}
            path = self._call(modem, f"{VOICE}.CreateCall", "a{sv}", wanted)
            self._call(path, f"{CALL}.Start")
            self._ours = path, number
            until_s = time.monotonic() + self._rings_within_s
            while time.monotonic() < until_s:
                state = self._state(path)
                if problem := self._noted(state):
                    raise UnansweredError(problem)
                if state["State"] in (RINGING_OUT, ACTIVE):
                    return
                time.sleep(LOOK_EVERY_S)

    def hang_up(self) -> bool:
        with self._lock:
            self._ours = None
            under_way = [path for path in self._calls() if self._state(path)["State"] < TERMINATED]
            for path in under_way:
                self._call(path, f"{CALL}.Hangup")
            return bool(under_way)

    def rings(self) -> bool:
        return may_ring(self._lock, lambda: bool(self._waiting(self._calls())))

    def answer(self) -> bool:
        return self._with_waiting(f"{CALL}.Accept")

    def decline(self) -> bool:
        return self._with_waiting(f"{CALL}.Hangup")

    def _with_waiting(self, method: str) -> bool:
        with self._lock:
            waiting = self._waiting(self._calls())
            for path in waiting:
                self._call(path, method)
            return bool(waiting)

    def events(self) -> Sequence[LineEvent]:
        now_s = self._monotonic()
        if now_s < self._asks_at_s or not self._lock.acquire(blocking=False):
            return ()
        self._asks_at_s = now_s + ASK_EVERY_S
        try:
            return [*self._failed(), *self._incoming()]
        except ServiceError:  # the next call says what is wrong
            self._asks_at_s = now_s + RETRY_S
            return ()
        finally:
            self._lock.release()

    def _failed(self) -> list[LineEvent]:
        if self._ours is None:
            return []
        path, number = self._ours
        problem = self._noted(self._state(path))
        return [LineEvent("failed", number, problem)] if problem else []

    def _incoming(self) -> list[LineEvent]:
        calls = self._calls()
        fresh = self._waiting([path for path in calls if path not in self._known])
        self._known = frozenset(calls)
        return [LineEvent("incoming", str(call["Number"])) for call in fresh.values()]

    def _waiting(self, calls: Iterable[str]) -> dict[str, Mapping[str, Any]]:
        """Those of the calls that come and that nobody has answered, and what is known of them."""
        states = {path: self._state(path) for path in calls}
        return {
            path: call
            for path, call in states.items()
            if call["Direction"] == INCOMING and call["State"] in (RINGING_IN, WAITING)
        }

    def _noted(self, call: Mapping[str, Any]) -> str:
        """Why our call failed, by what it is now; empty where it didn't."""
        if call["State"] == ACTIVE:
            self._ours = None
        if call["State"] != TERMINATED or self._ours is None:
            return ""
        self._ours = None
        return told(PROBLEMS.get(call["StateReason"], ENDED))

    def _modem(self) -> str:
        """The path of the modem. Raises ServiceError where there is none for calls."""
        method = "org.freedesktop.DBus.ObjectManager.GetManagedObjects"
        found = self._call(ROOT, method)
        modems = sorted(path for path, shown in found.items() if VOICE in shown)
        if not modems:
            raise ServiceError(told("There is no modem that can make calls; plug one in."))
        return str(modems[0])

    def _calls(self) -> list[str]:
        return list(self._call(self._modem(), f"{VOICE}.ListCalls"))

    def _state(self, path: str) -> Mapping[str, Any]:
        try:
            return self._bus.properties(MANAGER, path, CALL)
        except BusError as error:
            raise _explained(error) from error

    def _call(self, path: str, method: str, signature: str = "", *values: object) -> Any:
        try:
            return self._bus.call(MANAGER, path, method, signature, *values)
        except BusError as error:
            raise _explained(error) from error


def _explained(error: BusError) -> ServiceError:
    return ServiceError(told(EXPLAINED[error.name]) if error.name in EXPLAINED else str(error))
