from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.records import Command, Match, Risk, Slot, Transcript
from assistant.settings import UnderstandingSettings
from assistant.understanding.judge import Candidate, judge

SETTINGS = UnderstandingSettings(accept=0.6, confirm_below=0.8)
HEARD = Transcript("something", confidence=0.95)


def candidate(
    intent: str = "timer.set_timer",
    confidence: float = 1.0,
    risk: Risk = "low",
    rank: float = 0.0,
    match: Match = "exact",
) -> Candidate:
    return Candidate(Command(intent, confidence=confidence, match=match), risk, rank)


@pytest.mark.parametrize("text", ["", "  "])
def test_no_words_are_silence(text: str) -> None:
    decision = judge(Transcript(text), [], SETTINGS)
    assert (decision.kind, decision.reason) == ("reject", "silence")


def test_words_that_fit_nothing_are_no_command() -> None:
    assert judge(HEARD, [], SETTINGS).reason == "not_a_command"


def test_badly_heard_words_that_fit_nothing_are_noise() -> None:
    assert judge(replace(HEARD, confidence=0.2), [], SETTINGS).reason == "noise"


def test_a_poor_reading_is_no_command_but_is_named() -> None:
    decision = judge(HEARD, [candidate(confidence=0.3)], SETTINGS)
    assert (decision.kind, decision.reason) == ("reject", "not_a_command")
    assert "set timer" in decision.detail
    assert decision.alternatives[0].intent == "timer.set_timer"


def test_of_poor_readings_the_surest_came_closest() -> None:
    poor = [candidate("timer.set_timer", 0.1), candidate("dial.call", 0.4, rank=1.0)]
    decision = judge(HEARD, poor, SETTINGS)
    assert "“call” came closest" in decision.detail
    assert [one.intent for one in decision.alternatives] == ["dial.call", "timer.set_timer"]


def test_what_is_unknown_stands_beside_what_was_read() -> None:
    room, unknown = Slot("state", "on", True), Slot("room", "attic", None)
    known = replace(candidate("light.switch"), problem="I don't know “attic”.", unknown=(unknown,))
    known = replace(known, command=replace(known.command, slots=(room,)))
    decision = judge(HEARD, [known], SETTINGS)
    assert (decision.reason, decision.unknown) == ("unknown_value", (unknown,))
    assert decision.alternatives[0].slots == (room,)


@pytest.mark.parametrize(
    ("risk", "confidence", "kind", "reason"),
    [
        ("low", 1.0, "execute", "clear"),
        ("low", 0.7, "execute", "clear"),
        ("medium", 1.0, "execute", "clear"),
        ("medium", 0.7, "confirm", "unsure"),
        ("high", 1.0, "confirm", "high_risk"),
        ("high", 0.7, "confirm", "high_risk"),
    ],
)
def test_risk_and_confidence_decide(risk: Risk, confidence: float, kind: str, reason: str) -> None:
    decision = judge(HEARD, [candidate(confidence=confidence, risk=risk)], SETTINGS)
    assert (decision.kind, decision.reason) == (kind, reason)
    assert decision.command
    assert decision.command.intent == "timer.set_timer"


def test_high_risk_is_confirmed_only_when_unsure_where_the_setting_says_so() -> None:
    settings = replace(SETTINGS, always_confirm_high_risk=False)
    assert judge(HEARD, [candidate(risk="high")], settings).kind == "execute"
    assert judge(HEARD, [candidate(risk="high", confidence=0.7)], settings).kind == "confirm"


def test_two_intents_that_fit_equally_are_unclear_and_both_named() -> None:
    decision = judge(HEARD, [candidate("a.stop_music"), candidate("b.stop_timer")], SETTINGS)
    assert (decision.kind, decision.reason) == ("reject", "unclear")
    assert "stop music" in decision.detail
    assert "stop timer" in decision.detail


def test_the_better_exact_reading_wins_however_close() -> None:
    decision = judge(HEARD, [candidate("a.b"), candidate("c.d", rank=0.02)], SETTINGS)
    assert decision.command
    assert decision.command.intent == "a.b"


def test_misheard_readings_need_more_distance() -> None:
    def decide(apart: float) -> str:
        pair = [
            candidate("a.b", 0.9, match="edit"),
            candidate("c.d", 0.9, match="edit", rank=apart),
        ]
        return judge(HEARD, pair, SETTINGS).reason

    assert decide(0.05) == "unclear"
    assert decide(0.5) == "clear"


def test_readings_of_the_same_words_need_no_more_than_exact_ones() -> None:
    def said(words: str, one: Candidate) -> Candidate:
        return replace(one, command=replace(one.command, said=words))

    week = candidate("schedule.free_week", 0.9, match="edit", rank=0.27)
    day = candidate("schedule.free_time", 0.9, match="edit", rank=0.29)
    same = [said("am i free next week", one) for one in (week, day)]
    decision = judge(HEARD, same, SETTINGS)
    assert decision.command
    assert decision.command.intent == "schedule.free_week"
    assert judge(HEARD, [same[0], said("i am free", day)], SETTINGS).reason == "unclear"


def test_two_values_of_one_name_are_unclear() -> None:
    one, two = (
        replace(candidate("dial.call"), command=Command("dial.call", (Slot("who", "anna", value),)))
        for value in ("Anna Berg", "Anna Lund")
    )
    decision = judge(HEARD, [one, two], SETTINGS)
    assert decision.reason == "unclear"
    assert "anna" in decision.detail


def test_two_sounds_that_are_only_together_likely_enough_are_unclear_and_both_named() -> None:
    def heard(name: str, sure: float) -> Candidate:
        command = Command("timer.set_timer", (Slot("length", name, name),), sure, "sound")
        return Candidate(command, "low", 2 * (1 - sure), weighed=True)

    torn = judge(HEARD, [heard("fifteen minutes", 0.45), heard("fifty minutes", 0.4)], SETTINGS)
    assert (torn.kind, torn.reason) == ("reject", "unclear")
    assert "fifteen minutes" in torn.detail
    assert "fifty minutes" in torn.detail
    unlike = judge(HEARD, [heard("fifteen minutes", 0.3), heard("fifty minutes", 0.2)], SETTINGS)
    assert unlike.reason == "not_a_command"


def test_how_well_it_was_heard_counts_once() -> None:
    mumbled = replace(HEARD, confidence=0.3)
    sound = replace(candidate(confidence=0.62), weighed=True)
    assert judge(mumbled, [sound], SETTINGS).kind == "execute"
    assert judge(mumbled, [candidate(confidence=0.62)], SETTINGS).kind == "reject"


def test_a_missing_slot_is_asked_for_whatever_the_risk() -> None:
    decision = judge(HEARD, [replace(candidate(risk="high"), missing=("who",))], SETTINGS)
    assert (decision.kind, decision.reason, decision.missing) == ("ask", "missing_slot", "who")


def test_an_unknown_value_is_told() -> None:
    problem = replace(candidate(), problem="I don't know “zorblax”.")
    decision = judge(HEARD, [problem], SETTINGS)
    assert (decision.kind, decision.reason) == ("reject", "unknown_value")
    assert decision.detail == "I don't know “zorblax”."


def test_a_reading_with_all_values_beats_one_with_an_unknown_value() -> None:
    pair = [replace(candidate(), problem="?"), candidate("a.b", rank=1.0)]
    decision = judge(HEARD, pair, SETTINGS)
    assert decision.command
    assert decision.command.intent == "a.b"


CANDIDATES = st.lists(
    st.builds(
        candidate,
        intent=st.sampled_from(["a.b", "c.d"]),
        confidence=st.floats(0, 1),
        risk=st.sampled_from(["low", "medium", "high"]),
        rank=st.floats(0, 3),
        match=st.sampled_from(["exact", "edit", "classifier"]),
    ),
    max_size=4,
)


@given(CANDIDATES, st.floats(0, 1))
def test_nothing_unsure_or_of_high_risk_is_done_without_asking(
    candidates: list[Candidate], confidence: float
) -> None:
    decision = judge(Transcript("words", confidence=confidence), candidates, SETTINGS)
    assert decision.detail
    if decision.kind == "execute":
        assert decision.command
        assert decision.command.confidence >= SETTINGS.accept
        chosen = [c for c in candidates if c.command.intent == decision.command.intent]
        assert any(c.risk != "high" for c in chosen)


@given(CANDIDATES)
def test_hearing_worse_never_makes_a_decision_bolder(candidates: list[Candidate]) -> None:
    boldness = {"reject": 0, "ask": 1, "confirm": 1, "execute": 2}
    well, badly = (
        boldness[judge(Transcript("words", confidence=c), candidates[:1], SETTINGS).kind]
        for c in (1.0, 0.3)
    )
    assert badly <= well


def test_two_readings_that_mean_the_same_are_not_torn_between() -> None:
    """The transcript and a guess may both be weighed as the sound's own command."""
    twice = [replace(candidate(confidence=0.4), weighed=True) for _ in range(2)]
    assert judge(HEARD, twice, SETTINGS).reason == "not_a_command"
    other = replace(candidate("timer.cancel", confidence=0.3), weighed=True)
    decision = judge(HEARD, [*twice, other], SETTINGS)
    assert decision.reason == "unclear"
    assert "“set timer” or “cancel”" in decision.detail
