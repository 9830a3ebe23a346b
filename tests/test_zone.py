"""The local zone knows its clock changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assistant import zone


def test_tz_names_a_zone_with_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    before = datetime(2026, 3, 28, 20, tzinfo=zone.local_zone())
    assert before.utcoffset() == timedelta(0)
    assert (before + timedelta(days=1)).utcoffset() == timedelta(hours=1)


def test_the_system_zone_is_read_from_its_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    import tzdata.zoneinfo.Europe

    file = Path(str(tzdata.zoneinfo.Europe.__file__)).parent / "Berlin"
    monkeypatch.setattr(zone, "SYSTEM_ZONE", file)
    summer = datetime(2026, 7, 1, tzinfo=zone.local_zone())
    assert summer.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize("name", ["Nowhere/Atlantis", "BST-1BDT", "UTC+25", "../../etc/passwd"])
def test_a_zone_nobody_knows_is_the_offset_of_today(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("TZ", name)
    assert zone.local_now().utcoffset() is not None
