"""Calls over a line: written down, not too many, and told where they failed after a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assistant.acting.announcements import Several
from assistant.acting.call_log import KEPT, CallLog
from assistant.acting.contacts import CardContacts
from assistant.acting.phone import DryRunLine, LineEvent, LinePhone, UnansweredError
from assistant.acting.telephone import Call
from assistant.errors import ServiceError, StateError
from assistant.records import Announcement
from tests.acting.scripted_line import ScriptedLine

NOW = datetime(2026, 3, 4, 10, 0)
CARDS = """BEGIN:VCARD
FN:Anna Smith
TEL;TYPE=WORK:020 7946 0958
END:VCARD
BEGIN:VCARD
FN:Bob Hall
TEL:0171 946 0958
END:VCARD
"""


@dataclass
class Watch:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def line() -> ScriptedLine:
    return ScriptedLine()


@pytest.fixture
def phone(line: ScriptedLine, watch: Watch, tmp_path: Path) -> LinePhone:
    (tmp_path / "contacts.vcf").write_text(CARDS)
    contacts = CardContacts(tmp_path / "contacts.vcf")
    return LinePhone(line, CallLog(tmp_path / "calls.db"), contacts, "GB", 2, watch)


def test_a_call_is_written_down_with_the_name_of_the_number(phone: LinePhone) -> None:
    assert phone.calls() == []
    phone.call("020 7946 0958")
    phone.call("01234 567890", "Somebody")
    assert phone.calls() == [
        Call("+441234567890", NOW, "Somebody"),
        Call("+442079460958", NOW, "Anna Smith"),
    ]


def test_a_call_that_failed_is_written_down_too(phone: LinePhone, line: ScriptedLine) -> None:
    line.problem = ServiceError("The line is busy.")
    with pytest.raises(ServiceError, match="busy"):
        phone.call("020 7946 0958")
    assert [each.name for each in phone.calls()] == ["Anna Smith"]


def test_there_are_only_so_many_calls_in_ten_minutes(
    phone: LinePhone, line: ScriptedLine, watch: Watch
) -> None:
    for _ in range(2):
        phone.call("020 7946 0958")
        watch.now += timedelta(minutes=4)
    with pytest.raises(ServiceError, match=r"more than 2 calls in ten minutes.*phone\.most_calls"):
        phone.call("020 7946 0958")
    phone.call("999", confirmed=True)  # this one always goes out
    assert line.called[2:] == ["999"]
    watch.now += timedelta(minutes=10)
    phone.call("020 7946 0958")


def test_calls_that_never_went_out_count_for_nothing(
    phone: LinePhone, line: ScriptedLine, tmp_path: Path
) -> None:
    line.problem = ServiceError("baresip isn't there.")
    for _ in range(3):
        with pytest.raises(ServiceError, match="baresip"):
            phone.call("020 7946 0958")
    assert [each.went_out for each in phone.calls()] == [False] * 3
    line.problem = UnansweredError("The line is busy.")
    for _ in range(2):
        with pytest.raises(ServiceError, match="busy"):
            phone.call("020 7946 0958")
    with pytest.raises(ServiceError, match="more than 2 calls"):
        phone.call("020 7946 0958")
    kept = CallLog(tmp_path / "calls.db").calls()
    assert [each.went_out for each in kept] == [True, True, False, False, False]


@pytest.mark.parametrize("number", ["999", "0909 879 0123", "*21*0123#", "+44 17"])
def test_what_is_always_read_back_is_called_by_no_ability_that_did_not(
    phone: LinePhone, line: ScriptedLine, number: str
) -> None:
    with pytest.raises(ServiceError, match="only when it was read back"):
        phone.call(number)
    assert line.called == []
    phone.call(number, confirmed=True)
    assert len(line.called) == 1


def test_calls_that_come_are_written_down_and_count_for_nothing(
    phone: LinePhone, line: ScriptedLine
) -> None:
    line.happens = [LineEvent("incoming", "+44 20 7946 0958")] * 3
    phone.due()
    assert phone.calls()[0] == Call("+44 20 7946 0958", NOW, "Anna Smith", incoming=True)
    phone.call("020 7946 0958")


def test_who_could_not_be_reached_is_said(phone: LinePhone, line: ScriptedLine) -> None:
    line.happens = [
        LineEvent("failed", "+442079460958", "Nobody answered."),
        LineEvent("failed", "+441234567890", "Nobody answered."),
    ]
    said = [each.text for each in phone.due()]
    assert said == [
        "Anna Smith: Nobody answered.",
        "0 1 2, 3 4 5 6, 7 8 9 0: Nobody answered.",
    ]


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", "+442079460958", "Anna Smith is calling."),
        ("en", "+441234567890", "0 1 2, 3 4 5 6, 7 8 9 0 is calling."),
        ("en", "+4930123456", "plus 4 9 3, 0 1 2, 3 4 5 6 is calling."),
        ("en", "", "Somebody is calling."),
        ("de", "+442079460958", "Anna Smith ruft an."),
        ("fr", "", "Quelqu'un appelle."),
    ],
)
def test_who_calls_is_said(
    line: ScriptedLine, tmp_path: Path, language: str, number: str, said: str
) -> None:
    (tmp_path / "contacts.vcf").write_text(CARDS)
    contacts, log = CardContacts(tmp_path / "contacts.vcf"), CallLog(tmp_path / "calls.db")
    phone = LinePhone(line, log, contacts, "GB")
    line.happens = [LineEvent("incoming", number)]
    assert Several(phone, language=language).due() == [Announcement(said)]
    assert len(phone.calls()) == (1 if number else 0)  # nobody can be called back


def test_contacts_that_cannot_be_read_stop_no_call(
    phone: LinePhone, line: ScriptedLine, tmp_path: Path
) -> None:
    (tmp_path / "contacts.vcf").write_text("BEGIN:VCARD\nno colon\n")
    phone.call("020 7946 0958")
    assert phone.calls()[0].name == ""
    assert line.called == ["+442079460958"]


def test_a_log_that_cannot_be_kept_stops_no_listening(line: ScriptedLine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    log = CallLog(tmp_path / "file" / "calls.db")
    phone = LinePhone(line, log, CardContacts(tmp_path / "none.vcf"), "GB")
    line.happens = [LineEvent("incoming", "1234")]
    assert phone.due() == [Announcement("1 2 3 4 is calling.")]
    with pytest.raises(StateError, match=r"calls\.db"):
        phone.call("020 7946 0958")
    assert line.called == []
    phone.call("999", confirmed=True)  # who calls for help is kept from it by nothing
    assert line.called == ["999"]


def test_old_calls_are_forgotten(tmp_path: Path) -> None:
    log = CallLog(tmp_path / "calls.db")
    for number in range(KEPT + 5):
        log.add(Call(str(number), NOW))
    kept = CallLog(tmp_path / "calls.db").calls()
    assert (len(kept), kept[0].number, kept[-1].number) == (KEPT, str(KEPT + 4), "5")


def test_a_dry_run_calls_nobody(tmp_path: Path) -> None:
    line = DryRunLine()
    contacts = CardContacts(tmp_path / "none.vcf")
    phone = LinePhone(line, CallLog(tmp_path / "calls.db"), contacts, "GB")
    assert phone.hang_up() is False
    phone.call("020 7946 0958")
    assert line.called == ["+442079460958"]
    assert (phone.hang_up(), phone.hang_up()) == (True, False)
    assert (phone.rings(), phone.answer(), phone.decline()) == (False, False, False)
