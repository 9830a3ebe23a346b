"""What a stranger's ability may import, and how quickly it arrives."""

from __future__ import annotations

import subprocess
import sys

import pytest

import assistant
from assistant.acting.services import SERVICES
from assistant.acting.slots import KINDS, LIVING_LISTS

VERSION = "1.2"
"""Grows with what is promised: docs/write-an-intent.md says how."""

PROMISED = (
    "API_VERSION Ability Answer Appointment Calendar Call CheckedNumber Clock Contact "
    "ContactNumber Contacts Conversation Device Devices Exchanged Fact Forecast Holiday "
    "Holidays Home House Intent Knowledge Lists Media Note Notes Obedience Ordinal Percent "
    "Phone PhoneNumber Place Questions Rates Recognizer Reply Routine Routines Scene Stopwatch "
    "Timer Track Volume WakingTime Weather Weekly WeeklyWaking choices intent listed phrase "
    "rounded sentence spoken to_the_minute"
)


def test_the_public_names() -> None:
    assert (assistant.API_VERSION, assistant.__all__) == (VERSION, PROMISED.split())
    for name in assistant.__all__:
        assert getattr(assistant, name) is getattr(assistant, name)
        assert name in dir(assistant)


def test_every_service_and_slot_type_is_public() -> None:
    for kind in (*SERVICES, *LIVING_LISTS):
        assert getattr(assistant, kind.__name__) is kind  # type: ignore[attr-defined]
    ours = [kind for kind in KINDS if getattr(kind, "__module__", "") == "assistant.acting.slots"]
    assert {kind.__name__ for kind in ours} == {  # type: ignore[attr-defined]
        *("Ordinal", "Percent", "PhoneNumber", "WakingTime", "WeeklyWaking")
    }


def test_other_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Pipeline'"):
        _ = assistant.Pipeline


def test_importing_the_package_imports_nothing_heavy() -> None:
    script = "import assistant, sys; print(sorted({'numpy', 'yaml', 'vobject'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
