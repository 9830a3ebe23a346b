"""Why something was decided: in words, for programs, and without words where they aren't kept."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from assistant.acting.journal import Journal, read_journal
from assistant.errors import StateError
from assistant.explanation import MATCHES, RULES, explained, in_words, without_words
from assistant.records import Command, Decision, Match, Reason, Slot, Transcript
from assistant.settings import UnderstandingSettings
from assistant.tongue import speaking
from tests.program import Home, run

SETTINGS = UnderstandingSettings(wake="computer")
ANNA = Command(
    "dial.call", (Slot("who", "anna", "Anna"),), 0.72, "sound", "call {who}", "call anna"
)
TIME = Command("question.what_time", confidence=0.61, match="classifier")
ASKED = Decision("confirm", "high_risk", ANNA, "Always.", alternatives=(TIME,))
HEARD = Transcript("cal ana")


def test_it_says_what_was_heard_the_readings_and_the_rule() -> None:
    assert in_words(explained(HEARD, ASKED, SETTINGS)) == (
        "I heard “cal ana”. I took it for “call anna”, 72% sure, from the sound. "
        "It could also have been “what time”, 61% sure, by its wording. "
        "I asked first, because what could do much harm is always read back."
    )


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_has_its_rule_in_a_sentence(reason: Reason) -> None:
    rule = explained(HEARD, Decision("reject", reason), SETTINGS).rule
    assert rule.startswith("I ")
    assert rule.endswith(".")
    assert "{" not in rule
    assert set(RULES) == set(get_args(Reason))


def test_the_rule_names_the_thresholds_of_the_settings() -> None:
    settings = UnderstandingSettings(accept=0.55, confirm_below=0.9)
    assert "55%" in explained(HEARD, Decision("reject", "not_a_command"), settings).rule
    assert "90%" in explained(HEARD, Decision("confirm", "unsure", ANNA), settings).rule


def test_every_match_has_words() -> None:
    assert set(MATCHES) == set(get_args(Match))


def test_without_words_nothing_that_was_said_is_left() -> None:
    unknown = Decision("reject", "unknown_value", None, "I don't know “zed”.", alternatives=(ANNA,))
    why = without_words(explained(Transcript("call zed"), unknown, SETTINGS))
    text = in_words(why)
    assert not {"zed", "anna", "cal"} & set(text.replace("“", " ").replace("”", " ").split())
    assert "72% sure" in text


@pytest.mark.parametrize("with_words", [True, False])
def test_the_journal_keeps_the_last_decision(tmp_path: Path, with_words: bool) -> None:
    file = tmp_path / "last.json"
    journal = Journal(file, SETTINGS, with_words)
    assert journal.last is None
    journal.note(Transcript("what time is it"), Decision("execute", "clear", TIME))
    journal.note(HEARD, ASKED)
    assert journal.last == explained(HEARD, ASKED, SETTINGS)
    found = read_journal(file)
    assert found == (journal.last if with_words else without_words(journal.last))
    assert ("cal ana" in file.read_text()) == with_words


def test_a_question_that_is_asked_again_comes_of_what_was_said_first(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "last.json", SETTINGS, with_words=True)
    journal.note(HEARD, ASKED)
    journal.note(Transcript("why"), Decision("execute", "clear", TIME, more=1))
    journal.note(Transcript(""), Decision("reject", "silence"))
    journal.note(Transcript("pardon"), replace(ASKED, detail="I didn't understand the answer."))
    assert journal.last
    assert journal.last.heard == HEARD.text
    hannah = replace(ANNA, slots=(Slot("who", "hannah", "Hannah"),))
    journal.note(Transcript("no hannah"), replace(ASKED, command=hannah))
    assert journal.last.heard == "no hannah"


def test_the_same_question_comes_of_what_was_said_this_time(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "last.json", SETTINGS, with_words=True)
    journal.note(Transcript("what time is it and call anna"), ASKED)
    journal.note(Transcript("no"), Decision("reject", "declined"))
    journal.note(HEARD, ASKED)
    assert journal.last
    assert journal.last.heard == HEARD.text


def test_a_journal_that_cannot_be_written_or_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("{}")
    Journal(tmp_path / "file" / "below", SETTINGS, True).note(HEARD, ASKED)
    for file in (tmp_path / "none", tmp_path / "file"):
        with pytest.raises(StateError, match="Nothing was decided yet"):
            read_journal(file)


def test_a_run_that_decided_nothing_yet_knows_what_the_last_one_did(tmp_path: Path) -> None:
    file = tmp_path / "last.json"
    assert Journal(file, SETTINGS, with_words=True).why() == ""
    Journal(file, SETTINGS, with_words=True).note(HEARD, ASKED)
    later = Journal(file, SETTINGS, with_words=True)
    assert later.why() == in_words(explained(HEARD, ASKED, SETTINGS))
    with speaking("de"):
        assert later.why() == in_words(explained(HEARD, ASKED, SETTINGS, "de"), "de")


def test_a_kept_decision_of_another_kind_is_none(tmp_path: Path) -> None:
    file = tmp_path / "last.json"
    Journal(file, SETTINGS, with_words=True).note(HEARD, ASKED)
    file.write_text(file.read_text().replace("high_risk", "whim"))
    assert Journal(file, SETTINGS, with_words=True).why() == ""


def test_the_command_explains_the_last_decision_and_keeps_no_words(home: Home) -> None:
    nothing = run(home, "why")
    assert (nothing.returncode, nothing.stderr.count("\n")) == (1, 1)
    run(home, "ask", "set a timer for ten minutes")
    done = run(home, "why", "--json")
    why = json.loads(done.stdout)
    assert (why["decision"], why["reason"], why["heard"]) == ("execute", "clear", "")
    assert why["readings"][0]["intent"] == "timer.set_timer"
    kept = [file.read_text() for file in Path(home["HOME"]).rglob("last-decision.json")]
    assert len(kept) == 1
    assert "minutes" not in kept[0]


def test_the_command_has_the_words_where_the_person_wants_them_kept(home: Home) -> None:
    open_home = {**home, "ASSISTANT_PRIVACY_LOG_TRANSCRIPTS": "true"}
    run(open_home, "ask", "set a timer for ten minutes")
    assert run(home, "why").stdout.startswith("I heard “set a timer for ten minutes”.")
