"""Values of slots as the utterance files write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from assistant import (
    Appointment,
    Contact,
    Devices,
    Fact,
    Place,
    Routine,
    Scene,
    Timer,
    Weekly,
    spoken,
)


def encoded(value: object) -> object:
    """Seconds for lengths, ISO for times, and the name of whatever has one."""
    match value:
        case timedelta():
            return value.total_seconds()
        case datetime():
            return value.isoformat(timespec="minutes")
        case date() | time():
            return value.isoformat()
        case Contact() | Devices() | Place() | Timer():
            return value.name
        case Routine() | Scene():
            return str(value)
        case Appointment():
            return value.title
        case Weekly():
            return spoken(value)
        case Fact():
            return value.answer
    return value
