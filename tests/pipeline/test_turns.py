"""The events of a turn, folded for those who show them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.cli.turns import Turn, as_json, turns
from assistant.events import Acted, Asked, Heard, Transcribed, Understood
from tests.fakes import RecordingActor, ScriptedSource, silent_blocks
from tests.pipeline.bench import DIAL, TIMER, Bench, kinds


def test_two_commands_are_carried_out_in_order_and_are_two_turns() -> None:
    bench = Bench(["timer"], more=[DIAL])
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Heard, Transcribed, Understood, Acted, Understood, Asked]
    assert bench.voice.said == ["Done.", "Really dial.call?"]
    first, second = (turn for turn in turns(events) if isinstance(turn, Turn))
    assert (first.decision, second.decision) == (TIMER, DIAL)
    assert first.utterance is second.utterance is not None
    assert first.transcript is second.transcript is not None
    assert as_json(second)["ms"]["segment"] is None  # type: ignore[index]


def test_what_a_command_has_follow_is_decided_about_next_and_waited_for() -> None:
    from assistant.cli.listen import until_answered

    bench = Bench(["timer"], actor=RecordingActor(then=("timer", "call")), more=[DIAL])
    source = ScriptedSource(silent_blocks(10))
    found = list(until_answered(turns(bench.pipeline().listen(source))))
    decisions = [turn.decision for turn in found if isinstance(turn, Turn)]
    assert decisions == [replace(TIMER, more=2), TIMER]
    bench = Bench(["timer"], actor=RecordingActor(then=("timer", "call")), more=[DIAL])
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    decided = [event.decision for event in events if isinstance(event, Understood)]
    assert decided == [TIMER, TIMER, DIAL, DIAL]


def test_once_waits_for_all_commands_of_an_utterance() -> None:
    from assistant.cli.listen import until_answered

    bench = Bench(["timer"], frozenset({3, 7}), more=[TIMER])
    bench.texts.append("timer")
    source = ScriptedSource(silent_blocks(10))
    more = replace(TIMER, more=1)
    items = turns(bench.pipeline({"timer": more}).listen(source))
    assert sum(isinstance(item, Turn) for item in until_answered(items)) == 2


def test_the_events_of_a_turn_fold_into_the_documented_json() -> None:
    bench = Bench(["timer"])
    (turn,) = turns(bench.listen(ScriptedSource(silent_blocks(10))))
    assert isinstance(turn, Turn)
    result = as_json(turn)
    assert result["intent"] == "timer.set_timer"
    assert result["slots"] == {"length": {"text": "ten", "value": 10}}
    assert result["decision"] == "execute"
    assert result["reply"] == "Done."
    assert result["ms"] == {
        "segment": pytest.approx(20.0),
        "recognize": pytest.approx(100.0),
        "understand": pytest.approx(200.0),
        "act": pytest.approx(100.0),
    }


def test_a_typed_turn_has_no_audio_fields() -> None:
    (turn,) = turns(Bench([]).pipeline().ask("timer"))
    assert isinstance(turn, Turn)
    assert not {"file", "start_s", "end_s"} & set(as_json(turn))
