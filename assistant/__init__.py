"""What an ability imports: the decorator, the slot types, the services, and `spoken`; and, for
programs that only want speech as text, `Recognizer`.

Names arrive on first use, so that `assistant --help` stays quick. `docs/write-an-intent.md`
and `docs/models.md` show them at work; nothing else of the package is meant for others.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.acting.declared import API_VERSION as API_VERSION
    from assistant.acting.household import Device as Device
    from assistant.acting.household import Devices as Devices
    from assistant.acting.household import Home as Home
    from assistant.acting.household import House as House
    from assistant.acting.household import Media as Media
    from assistant.acting.household import Note as Note
    from assistant.acting.household import Notes as Notes
    from assistant.acting.household import Obedience as Obedience
    from assistant.acting.household import Place as Place
    from assistant.acting.household import Routine as Routine
    from assistant.acting.household import Routines as Routines
    from assistant.acting.household import Scene as Scene
    from assistant.acting.household import Track as Track
    from assistant.acting.household import Volume as Volume
    from assistant.acting.intent import Intent as Intent
    from assistant.acting.intent import intent as intent
    from assistant.acting.phrases import listed as listed
    from assistant.acting.phrases import phrase as phrase
    from assistant.acting.phrases import rounded as rounded
    from assistant.acting.phrases import sentence as sentence
    from assistant.acting.phrases import to_the_minute as to_the_minute
    from assistant.acting.references import Answer as Answer
    from assistant.acting.references import Exchanged as Exchanged
    from assistant.acting.references import Fact as Fact
    from assistant.acting.references import Forecast as Forecast
    from assistant.acting.references import Holiday as Holiday
    from assistant.acting.references import Holidays as Holidays
    from assistant.acting.references import Knowledge as Knowledge
    from assistant.acting.references import Questions as Questions
    from assistant.acting.references import Rates as Rates
    from assistant.acting.references import Weather as Weather
    from assistant.acting.services import Ability as Ability
    from assistant.acting.services import Conversation as Conversation
    from assistant.acting.services import Lists as Lists
    from assistant.acting.slots import Ordinal as Ordinal
    from assistant.acting.slots import Percent as Percent
    from assistant.acting.slots import PhoneNumber as PhoneNumber
    from assistant.acting.slots import WakingTime as WakingTime
    from assistant.acting.slots import WeeklyWaking as WeeklyWaking
    from assistant.acting.slots import choices as choices
    from assistant.acting.telephone import Call as Call
    from assistant.acting.telephone import CheckedNumber as CheckedNumber
    from assistant.acting.telephone import Contact as Contact
    from assistant.acting.telephone import ContactNumber as ContactNumber
    from assistant.acting.telephone import Contacts as Contacts
    from assistant.acting.telephone import Phone as Phone
    from assistant.acting.timekeeping import Appointment as Appointment
    from assistant.acting.timekeeping import Calendar as Calendar
    from assistant.acting.timekeeping import Clock as Clock
    from assistant.acting.timekeeping import Stopwatch as Stopwatch
    from assistant.acting.timekeeping import Timer as Timer
    from assistant.recognition.recognizer import Recognizer as Recognizer
    from assistant.records import Reply as Reply
    from assistant.records import Weekly as Weekly
    from assistant.understanding.values.speak import spoken as spoken

# ONNX Runtime reports each run to its maker since 1.29, and looks at this when it is loaded. What
# is said here is nobody's business: it is off for us, for abilities and for programs that we start.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

_HOMES = {
    "assistant.acting.declared": ("API_VERSION",),
    "assistant.acting.household": (
        *("Device", "Devices", "Home", "House", "Media", "Note", "Notes", "Obedience", "Place"),
        *("Routine", "Routines", "Scene", "Track", "Volume"),
    ),
    "assistant.acting.intent": ("Intent", "intent"),
    "assistant.acting.phrases": ("listed", "phrase", "rounded", "sentence", "to_the_minute"),
    "assistant.acting.references": (
        *("Answer", "Exchanged", "Fact", "Forecast", "Holiday", "Holidays"),
        *("Knowledge", "Questions", "Rates", "Weather"),
    ),
    "assistant.acting.services": ("Ability", "Conversation", "Lists"),
    "assistant.acting.slots": (
        *("Ordinal", "Percent", "PhoneNumber", "WakingTime", "WeeklyWaking", "choices"),
    ),
    "assistant.acting.telephone": (
        *("Call", "CheckedNumber", "Contact", "ContactNumber", "Contacts", "Phone"),
    ),
    "assistant.acting.timekeeping": ("Appointment", "Calendar", "Clock", "Stopwatch", "Timer"),
    "assistant.recognition.recognizer": ("Recognizer",),
    "assistant.records": ("Reply", "Weekly"),
    "assistant.understanding.values.speak": ("spoken",),
}

_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
    value: object = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME_OF])
