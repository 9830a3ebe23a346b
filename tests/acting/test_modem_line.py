"""Calls with a modem, told what to do over a real D-Bus, where a stand-in plays ModemManager."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from assistant.acting.bus import Bus
from assistant.acting.modem_line import (
    ACTIVE,
    CALL,
    INCOMING,
    MANAGER,
    NOT_READY,
    RINGING_IN,
    RINGING_OUT,
    TERMINATED,
    VOICE,
    ModemLine,
)
from assistant.acting.phone import LineEvent, UnansweredError
from assistant.errors import ServiceError
from tests.acting.bus import RefusedError, Reply, own_bus, program

MODEM = "/org/freedesktop/ModemManager1/Modem/0"
DIALING, OUTGOING, REFUSED_OR_BUSY = 1, 2, 5
ENDS_IN = {"Hangup": TERMINATED, "Accept": ACTIVE}


@dataclass
class Call:
    number: str
    state: int = 0
    direction: int = OUTGOING
    reason: int = 0


@dataclass
class Manager:
    """ModemManager with one modem, whose calls go as these states say."""

    becomes: int = RINGING_OUT
    reason: int = 0
    refuses: str = ""
    deaf: bool = False
    """It can make no calls."""
    slow_s: float = 0.0
    calls: dict[str, Call] = field(default_factory=dict)

    def __call__(self, path: str, member: str, values: tuple[Any, ...]) -> Reply:
        time.sleep(self.slow_s)
        if member == "GetManagedObjects":
            shown = {} if self.deaf else {VOICE: {}}
            return "a{oa{sa{sv}}}", ({MODEM: shown},)
        if self.refuses:
            raise RefusedError(self.refuses)
        if member == "CreateCall":
            return "o", (self.new(Call(values[0]["number"][1])),)
        if member == "ListCalls":
            return "ao", (list(self.calls),)
        return self._of_call(self.calls[path], member, values)

    def new(self, call: Call) -> str:
        path = f"/org/freedesktop/ModemManager1/Call/{len(self.calls)}"
        self.calls[path] = call
        return path

    def _of_call(self, call: Call, member: str, values: tuple[Any, ...]) -> Reply:
        if member == "Start":
            call.state, call.reason = self.becomes, self.reason
        elif member in ENDS_IN:
            call.state = ENDS_IN[member]
        else:
            assert (member, values) == ("GetAll", (CALL,))
            shown = {"State": ("i", call.state), "StateReason": ("i", call.reason)}
            shown |= {"Direction": ("i", call.direction), "Number": ("s", call.number)}
            return "a{sv}", (shown,)
        return "", ()


@pytest.fixture
def manager(bus_address: str) -> Iterator[Manager]:
    made = Manager()
    with program(bus_address, MANAGER, made):
        yield made


@dataclass
class Watch:
    now_s: float = 0.0

    def __call__(self) -> float:
        self.now_s += 1
        return self.now_s


@pytest.fixture
def line(bus_address: str) -> ModemLine:
    return ModemLine(Bus(bus_address), rings_within_s=1.0, monotonic=Watch())


def test_a_call_that_rings_is_answered_and_hung_up(line: ModemLine, manager: Manager) -> None:
    line.dial("+442079460958")
    (call,) = manager.calls.values()
    assert call == Call("+442079460958", RINGING_OUT)
    call.state = ACTIVE
    assert line.events() == []
    assert line.hang_up()
    assert call.state == TERMINATED
    assert not line.hang_up()
    assert line.events() == []


@pytest.mark.parametrize(
    ("reason", "problem"),
    [
        (REFUSED_OR_BUSY, "busy, or the call was refused"),
        (6, "can't connect the call"),
        (4, "Nobody answers"),
    ],
)
def test_a_call_that_fails_at_once(
    line: ModemLine, manager: Manager, reason: int, problem: str
) -> None:
    manager.becomes, manager.reason = TERMINATED, reason
    with pytest.raises(UnansweredError, match=problem):
        line.dial("123")
    assert line.events() == []


def test_a_call_that_is_refused_after_it_rang(line: ModemLine, manager: Manager) -> None:
    line.dial("123")
    (call,) = manager.calls.values()
    call.state, call.reason = TERMINATED, REFUSED_OR_BUSY
    problem = "The line is busy, or the call was refused."
    assert line.events() == [LineEvent("failed", "123", problem)]
    assert line.events() == []


def test_a_slow_network_is_waited_for_no_longer_than_a_moment(
    bus_address: str, manager: Manager
) -> None:
    manager.becomes = DIALING
    line = ModemLine(Bus(bus_address), rings_within_s=0.1)
    line.dial("123")
    assert line.hang_up()


def test_somebody_calls(line: ModemLine, manager: Manager) -> None:
    assert line.events() == []
    manager.new(Call("+442079460958", RINGING_IN, INCOMING))
    assert line.events() == [LineEvent("incoming", "+442079460958")]
    assert line.events() == []


def test_a_call_is_answered_or_declined(line: ModemLine, manager: Manager) -> None:
    assert not line.rings()
    assert not line.answer()
    manager.new(Call("123", RINGING_IN, INCOMING))
    assert line.rings()
    assert line.answer()
    assert manager.calls.popitem()[1].state == ACTIVE
    manager.new(Call("456", RINGING_IN, INCOMING))
    assert line.decline()
    assert manager.calls.popitem()[1].state == TERMINATED
    assert not line.decline()


def test_the_modem_is_asked_once_a_second(bus_address: str, manager: Manager) -> None:
    manager.new(Call("123", RINGING_IN, INCOMING))
    line = ModemLine(Bus(bus_address), monotonic=lambda: 5.0)
    assert line.events() == [LineEvent("incoming", "123")]
    manager.new(Call("456", RINGING_IN, INCOMING))
    assert line.events() == ()


def test_a_modem_that_hangs_is_left_alone_for_a_while(bus_address: str, manager: Manager) -> None:
    now_s = 0.0
    line = ModemLine(Bus(bus_address, answers_within_s=0.5), monotonic=lambda: now_s)
    manager.slow_s = 0.7
    assert line.events() == ()
    manager.slow_s = 0.0
    manager.new(Call("123", RINGING_IN, INCOMING))
    now_s = 2.0
    assert line.events() == ()
    now_s = 100.0
    assert line.events() == [LineEvent("incoming", "123")]


def test_no_modem_for_calls(line: ModemLine, manager: Manager) -> None:
    manager.deaf = True
    with pytest.raises(ServiceError, match="no modem that can make calls"):
        line.dial("123")
    assert line.events() == ()
    assert line.rings()  # so that to answer says why
    with pytest.raises(ServiceError, match="no modem that can make calls"):
        line.answer()


@pytest.mark.parametrize(
    ("refuses", "problem"),
    [
        (NOT_READY, "unlock its SIM card"),
        (f"{MANAGER}.Error.Core.Unauthorized", "You may not use the modem"),
        (f"{MANAGER}.Error.Core.Failed", f"refuses: as {MANAGER}.Error.Core.Failed says."),
    ],
)
def test_what_modem_manager_refuses(
    line: ModemLine, manager: Manager, refuses: str, problem: str
) -> None:
    manager.refuses = refuses
    with pytest.raises(ServiceError, match=problem):
        line.dial("123")
    with pytest.raises(ServiceError, match=problem):
        line.hang_up()


def test_modem_manager_does_not_run(line: ModemLine) -> None:
    with pytest.raises(ServiceError, match="ModemManager isn't there; install and start it"):
        line.dial("123")


def test_modem_manager_is_slow(bus_address: str, manager: Manager) -> None:
    manager.slow_s = 0.2
    with pytest.raises(ServiceError, match="doesn't answer; start it again"):
        ModemLine(Bus(bus_address, answers_within_s=0.05)).dial("123")


def test_there_is_no_bus(tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match="no D-Bus here"):
        ModemLine(Bus(f"unix:path={tmp_path}/none")).dial("123")


def test_a_bus_that_comes_back_is_found_again(tmp_path: Path) -> None:
    line = ModemLine(Bus(f"unix:path={tmp_path}/bus"), monotonic=Watch())
    for _ in range(2):
        with own_bus(tmp_path) as bus_address, program(bus_address, MANAGER, Manager()):
            line.dial("123")
        assert line.events() == ()
