"""Calls over SIP, through baresip: it has the accounts, the sound and the network."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from threading import Lock
from urllib.parse import quote, unquote

from assistant.acting.baresip import Baresip, Message
from assistant.acting.phone import LineEvent, UnansweredError, may_ring
from assistant.errors import ServiceError
from assistant.phrasebook import told

RINGS_WITHIN_S = 4.0
"""What goes wrong within this time is the answer to "call Anna"; later it is said by itself."""

CLOSES_WITHIN_S = 0.3
"""A call that is hung up is over within this time."""

GOES_ON = ("CALL_RINGING", "CALL_PROGRESS", "CALL_ESTABLISHED")
"""It rings, there is sound before the answer, or it is answered."""

LISTED = re.compile(r"\[line (\d+)[^\]]*\]\s+\S+\s+(\w+)")
"""A call as baresip lists it: "[line 2]  0:00:07  INCOMING  sip:anna@here"."""

WAITS = "INCOMING"
"""The state of a call that nobody has answered yet."""

HUNG_UP = ("Connection reset by user", "Connection reset by peer")
"""Why a call was closed that was hung up here, or there after it was answered."""

WENT_OUT = re.compile(r"(?!401|403|407)[3-6]\d\d|Rejected")
"""Why a call failed that the server let through to the other side."""

PROBLEMS = (
    (r"401|403|407", "The SIP server refuses the account; mend its password in baresip."),
    (r"486|600", "The line is busy."),
    (r"603|Rejected", "The call was refused."),
    (r"404|410|484|604", "There is no such number."),
    (r"408|480|487|.*timed out", "Nobody answers."),
    (r"[3-6]\d\d", "The SIP server can't connect the call ({reason}); try again later."),
    (r"", "The SIP server can't be reached ({reason}); check the network and baresip's account."),
)
"""By the status (RFC 3261, section 21), or what the system says, the first one that fits."""


class SipLine:
    """A `Line` of baresip's current account."""

    def __init__(self, baresip: Baresip, rings_within_s: float = RINGS_WITHIN_S) -> None:
        self._baresip, self._rings_within_s = baresip, rings_within_s
        self._ours: str | None = None
        """The number of the call that we made and that isn't answered yet."""
        self._happened: list[LineEvent] = []
        self._lock = Lock()  # a handler that was given up may still be at it

    def dial(self, number: str) -> None:
        with self._lock:
            self._baresip.ask("dial", quote(number, safe="+*"))
            self._ours = number
            until_s = time.monotonic() + self._rings_within_s
            while (left_s := until_s - time.monotonic()) > 0:
                for event in self._baresip.events(left_s):
                    problem = self._noted(event)
                    if problem and WENT_OUT.match(str(event.get("param", ""))):
                        raise UnansweredError(problem)
                    if problem:
                        raise ServiceError(problem)
                    if event.get("type") in GOES_ON:
                        return

    def hang_up(self) -> bool:
        with self._lock:
            self._ours = None
            self._choose(waiting=False)
            self._baresip.ask("hangup")
            happened = self._baresip.events(CLOSES_WITHIN_S)
            for event in happened:
                self._noted(event)
            return any(event.get("type") == "CALL_CLOSED" for event in happened)

    def rings(self) -> bool:
        return may_ring(self._lock, self._waits)

    def answer(self) -> bool:
        return self._with_waiting("accept")

    def decline(self) -> bool:
        return self._with_waiting("hangup")

    def _with_waiting(self, command: str) -> bool:
        with self._lock:
            waits = self._choose(waiting=True)
            if waits:
                self._baresip.ask(command)
            return waits

    def _waits(self) -> bool:
        """Whether a call waits: it may have come before baresip told us what happens."""
        return bool(self._calls(waiting=True))

    def _choose(self, *, waiting: bool) -> bool:
        """Have baresip mean the last of the calls that wait, or of the others; False where there
        is none."""
        found = self._calls(waiting)
        if found:
            self._baresip.ask("line", found[-1])
        return bool(found)

    def _calls(self, waiting: bool) -> list[str]:
        """The lines of the calls that wait, or of the others, the newest last."""
        listed = LISTED.findall(self._baresip.ask("listcalls"))
        return [line for line, state in listed if (state == WAITS) == waiting]

    def events(self) -> Sequence[LineEvent]:
        if not self._lock.acquire(blocking=False):
            return ()
        try:
            if self._baresip.listens():
                self._take()
            happened, self._happened = self._happened, []
            return happened
        finally:
            self._lock.release()

    def _take(self) -> None:
        try:
            happened = self._baresip.events()
        except ServiceError:  # it is looked for again, and the next call says what is wrong
            return
        for event in happened:
            number = self._ours
            if (problem := self._noted(event)) and number:
                self._happened.append(LineEvent("failed", number, problem))

    def _noted(self, event: Message) -> str:
        """Why the call that we made failed with this event; empty where it didn't."""
        kind, reason = event.get("type"), str(event.get("param", ""))
        if kind == "CALL_INCOMING":
            caller = caller_of(str(event.get("peeruri", "")))
            number = caller if any(map(str.isdigit, caller)) else ""
            self._happened.append(LineEvent("incoming", number))
        elif kind == "CALL_ESTABLISHED":
            self._ours = None
        elif kind == "CALL_CLOSED" and event.get("direction") == "outgoing" and self._ours:
            self._ours = None
            return "" if reason in HUNG_UP else problem_of(reason)
        return ""


def caller_of(uri: str) -> str:
    """The number in "sip:+44207946@provider;user=phone"; a name where it has one."""
    found = re.match(r"(?:sips?|tel):([^@;>]+)", uri)
    return unquote(found[1]) if found else ""


def problem_of(reason: str) -> str:
    """What "486 Busy Here" or "Connection refused" means, in one sentence."""
    return next(
        told(text, reason=reason or told("no reason"))
        for pattern, text in PROBLEMS
        if re.match(pattern, reason)
    )
