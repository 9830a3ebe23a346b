"""Calls that are really made: baresip calls SIPp on loopback, and SIPp calls baresip."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.acting.baresip import Baresip
from assistant.acting.phone import LineEvent, UnansweredError
from assistant.acting.sip_line import SipLine, caller_of, problem_of
from assistant.errors import ServiceError
from assistant.records import Announcement
from tests.acting.sip import (
    ACK,
    BYE,
    INVITE,
    PASSWORD,
    PICKED_UP,
    SOUND,
    WAIT_S,
    Telephone,
    answers,
    hears,
    other_side,
    says,
    telephone,
    waits,
)
from tests.free_port import free_port
from tests.intents.desk import make_desk

ANSWERED = [hears("INVITE"), answers("180 Ringing"), answers("200 OK", SOUND), PICKED_UP]
RINGS = '<recv response="100" optional="true"/><recv response="180"/>'
USED = '<Reference variables="caller,callee"/>'


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Telephone]:
    with telephone(tmp_path) as running:
        yield running


@pytest.fixture
def line(here: Telephone) -> SipLine:
    return SipLine(Baresip(here.address))


def eventually(found: Callable[[], Sequence[object]]) -> list[object]:
    """What happens next."""
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        if happened := found():
            return list(happened)
        time.sleep(0.02)
    return []


def until_it(holds: Callable[[], bool]) -> None:
    """Wait for it."""
    assert eventually(lambda: [True] if holds() else [])


def test_a_call_that_is_answered_and_hung_up(
    here: Telephone, line: SipLine, tmp_path: Path
) -> None:
    steps = [*ANSWERED, hears("BYE"), answers("200 OK"), USED]
    with other_side(tmp_path, here, steps) as sipp:
        line.dial("+442079460958")
        assert eventually(lambda: list(tmp_path.glob("answered")))
        assert line.hang_up()
        assert sipp.wait(WAIT_S) == 0
    assert not line.hang_up()
    assert line.events() == []


def test_the_number_is_what_the_server_is_asked_for(
    here: Telephone, line: SipLine, tmp_path: Path
) -> None:
    wanted = '<recv request="INVITE"><action><ereg regexp="sip:\\*21\\*1%23@" '
    wanted += 'search_in="msg" check_it="true" assign_to="1"/></action></recv>'
    used = '<Reference variables="1"/>'
    with other_side(tmp_path, here, [wanted, answers("486 Busy"), hears("ACK"), used]) as sipp:
        with pytest.raises(ServiceError, match="busy"):
            line.dial("*21*1#")
        assert sipp.wait(WAIT_S) == 0


def test_a_call_that_rings_and_is_given_up(here: Telephone, line: SipLine, tmp_path: Path) -> None:
    steps = [hears("INVITE"), answers("180 Ringing"), hears("CANCEL"), answers("200 OK")]
    with other_side(tmp_path, here, steps) as sipp:
        line.dial("123")
        assert line.hang_up()
        assert sipp.wait(WAIT_S) == 0
    assert line.events() == []


def test_the_other_side_hangs_up(here: Telephone, line: SipLine, tmp_path: Path) -> None:
    steps = [*ANSWERED, says(BYE), '<recv response="200"/>']
    with other_side(tmp_path, here, steps) as sipp:
        line.dial("123")
        assert sipp.wait(WAIT_S) == 0
    assert line.events() == []
    assert not line.hang_up()


@pytest.mark.parametrize(
    ("status", "problem", "went_out"),
    [
        ("486 Busy Here", "The line is busy.", True),
        ("603 Decline", "The call was refused.", True),
        ("404 Not Found", "There is no such number.", True),
        ("503 Service Unavailable", "503 Service Unavailable", True),
        ("403 Forbidden", "refuses the account", False),
    ],
)
def test_a_call_that_fails_at_once(
    here: Telephone, line: SipLine, tmp_path: Path, status: str, problem: str, went_out: bool
) -> None:
    with (
        other_side(tmp_path, here, [hears("INVITE"), answers(status), hears("ACK")]),
        pytest.raises(ServiceError, match=problem) as caught,
    ):
        line.dial("123")
    assert isinstance(caught.value, UnansweredError) == went_out


def test_a_call_that_is_refused_after_it_rang(
    here: Telephone, line: SipLine, tmp_path: Path
) -> None:
    steps = [hears("INVITE"), answers("180 Ringing"), waits(0.2), answers("603 Decline")]
    with other_side(tmp_path, here, [*steps, hears("ACK")]):
        line.dial("123")
        assert eventually(line.events) == [LineEvent("failed", "123", "The call was refused.")]


def test_a_wrong_password(here: Telephone, line: SipLine, tmp_path: Path) -> None:
    refused = [hears("INVITE"), answers("401 Unauthorized", PASSWORD), hears("ACK")]
    with (
        other_side(tmp_path, here, refused * 2),
        pytest.raises(ServiceError, match="refuses the account"),
    ):
        line.dial("123")


def test_a_server_that_is_gone(tmp_path: Path) -> None:
    with (
        telephone(tmp_path, "tcp") as here,
        pytest.raises(ServiceError, match=r"can't be reached \(Connection refused\)"),
    ):
        SipLine(Baresip(here.address)).dial("123")


def test_a_slow_server_is_waited_for_no_longer_than_a_moment(
    here: Telephone, tmp_path: Path
) -> None:
    line = SipLine(Baresip(here.address), rings_within_s=0.1)
    with other_side(tmp_path, here, [hears("INVITE"), waits(9), answers("180 Ringing")]):
        line.dial("123")
        assert line.hang_up()


def test_somebody_calls(here: Telephone, line: SipLine, tmp_path: Path) -> None:
    assert line.events() == []  # from here on it listens
    with other_side(tmp_path, here, [says(INVITE), RINGS, waits(0.1)], calls=True):
        assert eventually(line.events) == [LineEvent("incoming", "+442079460958")]


def test_somebody_who_does_not_show_a_number_calls(
    here: Telephone, line: SipLine, tmp_path: Path
) -> None:
    assert line.events() == []
    hidden = INVITE.replace("+442079460958", "anonymous")
    with other_side(tmp_path, here, [says(hidden), RINGS, waits(0.1)], calls=True):
        assert eventually(line.events) == [LineEvent("incoming", "")]


def test_a_call_is_answered(here: Telephone, line: SipLine, tmp_path: Path) -> None:
    steps = [says(INVITE), RINGS, '<recv response="200"/>', says(ACK), hears("BYE")]
    with other_side(tmp_path, here, [*steps, answers("200 OK")], calls=True) as sipp:
        until_it(line.rings)
        assert line.answer()
        until_it(lambda: not line.rings())
        assert not line.answer()
        assert line.hang_up()
        assert sipp.wait(WAIT_S) == 0


def test_a_call_is_declined(here: Telephone, line: SipLine, tmp_path: Path) -> None:
    steps = [says(INVITE), RINGS, '<recv response="486"/>', says(ACK)]
    with other_side(tmp_path, here, steps, calls=True) as sipp:
        until_it(line.rings)
        assert line.decline()
        assert sipp.wait(WAIT_S) == 0
    assert not line.rings()
    assert not line.decline()


@pytest.fixture
def talking(here: Telephone, line: SipLine, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Who was called and answered, and is hung up on."""
    steps = [*ANSWERED, hears("BYE"), answers("200 OK"), USED]
    with other_side(tmp_path, here, steps) as sipp:
        line.dial("123")
        assert eventually(lambda: list(tmp_path.glob("answered")))
        yield sipp


@contextlib.contextmanager
def another_calls(here: Telephone, folder: Path, *steps: str) -> Iterator[subprocess.Popen[bytes]]:
    """Somebody who calls while there is a call, and then goes through these steps."""
    folder.mkdir()
    elsewhere = replace(here, server=free_port())
    with other_side(folder, elsewhere, [says(INVITE), RINGS, *steps], calls=True) as sipp:
        yield sipp


def test_of_two_calls_the_one_that_waits_is_declined(
    here: Telephone, line: SipLine, tmp_path: Path, talking: subprocess.Popen[bytes]
) -> None:
    declined = ('<recv response="486"/>', says(ACK))
    with another_calls(here, tmp_path / "another", *declined) as another:
        until_it(line.rings)
        assert line.decline()
        assert another.wait(WAIT_S) == 0
    assert not line.decline()
    assert talking.poll() is None
    assert line.hang_up()
    assert talking.wait(WAIT_S) == 0


def test_of_two_calls_the_one_that_goes_on_is_hung_up(
    here: Telephone, line: SipLine, tmp_path: Path, talking: subprocess.Popen[bytes]
) -> None:
    with another_calls(here, tmp_path / "another", waits(WAIT_S)) as another:
        until_it(line.rings)
        assert line.hang_up()
        assert talking.wait(WAIT_S) == 0
        assert another.poll() is None
        assert line.rings()


def test_to_answer_says_that_baresip_is_not_there() -> None:
    line = SipLine(Baresip(f"127.0.0.1:{free_port()}"))
    assert line.rings()
    with pytest.raises(ServiceError, match="start it with its module ctrl_tcp"):
        line.answer()


def test_another_program_may_take_over(here: Telephone, line: SipLine, tmp_path: Path) -> None:
    another = SipLine(Baresip(here.address))
    steps = [*ANSWERED, hears("BYE"), answers("200 OK"), USED]
    with other_side(tmp_path, here, steps) as sipp:
        line.dial("123")
        assert eventually(lambda: list(tmp_path.glob("answered")))
        assert another.hang_up()
        assert sipp.wait(WAIT_S) == 0
    assert line.events() == []
    assert not line.hang_up()


def test_a_conversation_that_ends_in_a_real_call(
    here: Telephone, line: SipLine, tmp_path: Path
) -> None:
    desk = make_desk(tmp_path, telephone=line)
    with other_side(tmp_path, here, [hears("INVITE"), answers("486 Busy Here"), hears("ACK")]):
        assert desk.say("call my sister").startswith("Call Anna Jones on the home number")
        assert desk.say("yes") == "The line is busy."
    steps = [*ANSWERED, hears("BYE"), answers("200 OK"), USED]
    with other_side(tmp_path, here, steps) as sipp:
        assert desk.say("redial").startswith("Call Anna Jones again")
        assert desk.say("yes") == "Calling Anna Jones."
        assert eventually(lambda: list(tmp_path.glob("answered")))
        assert desk.say("hang up") == "I hung up."
        assert sipp.wait(WAIT_S) == 0


def test_a_conversation_about_a_real_call_that_comes(
    here: Telephone, line: SipLine, tmp_path: Path
) -> None:
    desk = make_desk(tmp_path, telephone=line)
    assert list(desk.phone.due()) == []
    assert desk.say("pick up") == "Nobody is calling."
    sister = INVITE.replace("+442079460958", "+442079460999")
    steps = [says(sister), RINGS, '<recv response="200"/>', says(ACK), hears("BYE")]
    with other_side(tmp_path, here, [*steps, answers("200 OK")], calls=True) as sipp:
        (announced,) = eventually(desk.phone.due)
        assert announced == Announcement("Anna Jones is calling.")
        assert desk.say("answer the phone") == "Answered."
        until_it(lambda: not line.rings())
        assert desk.say("hang up") == "I hung up."
        assert sipp.wait(WAIT_S) == 0
    assert desk.say("call back").startswith("Call Anna Jones back")


@pytest.mark.parametrize(
    ("uri", "caller"),
    [
        ("sip:+4420@provider.example;user=phone", "+4420"),
        ("sip:*21%23@here", "*21#"),
        ("tel:123;phone-context=x", "123"),
        ("anonymous", ""),
    ],
)
def test_who_calls(uri: str, caller: str) -> None:
    assert caller_of(uri) == caller


def test_a_reason_that_nobody_knows() -> None:
    assert "(no reason)" in problem_of("")
    assert problem_of("Connection timed out [110]") == "Nobody answers."
