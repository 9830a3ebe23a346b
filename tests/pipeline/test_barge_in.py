"""What is heard while a reply is said, and what breaks it off."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.cli.turns import Turn, turns
from assistant.errors import AudioError
from assistant.events import Acted, Announced, Asked, Failed, Interrupted, Understood
from assistant.pipeline.rest import RestOfAnswer
from assistant.records import Announcement, Command, Reply
from tests.fakes import (
    RecordingActor,
    RecordingVoice,
    ScriptedAnnouncements,
    ScriptedSource,
    SlowActor,
    silent_blocks,
)
from tests.pipeline.bench import DIAL, STOP, TIMER, TURN, Bench, Hearing, PushedGate, kinds


def talking(texts: list[str], ends_at: set[int], **options: Any) -> Bench:
    """A bench whose replies last for thirty blocks."""
    return Bench(texts, frozenset(ends_at), voice=RecordingVoice(lasts=30), **options)


def test_stop_breaks_off_a_reply_and_is_not_answered_aloud() -> None:
    bench, source = talking(["timer", "stop"], {3, 9}), ScriptedSource(silent_blocks(60))
    events = bench.listen(source, "stop")
    assert kinds(events) == [*TURN, Interrupted, *TURN]
    assert bench.actor.commands == [TIMER.command, STOP.command], "an alarm is to be stopped too"
    assert bench.voice.said == ["Done."]
    assert bench.voice.stopped == 1


def test_stop_breaks_off_a_reply_at_its_pause() -> None:
    bench = talking(["timer", "stop"], {3, 15}, pauses_at=frozenset({9}))
    events = bench.listen(ScriptedSource(silent_blocks(60)), "stop")
    assert kinds(events) == [*TURN, Interrupted, *TURN]
    assert bench.model.runs == 2, "what was read at the pause is ready at the end"


def test_after_a_reply_stop_is_answered() -> None:
    bench = talking(["timer", "stop"], {3, 50})
    events = bench.listen(ScriptedSource(silent_blocks(60)), "stop")
    assert kinds(events) == [*TURN, *TURN]
    assert bench.voice.said == ["Done.", "Done."]


@pytest.mark.parametrize("text", ["timer", "lovely weather we had"])
def test_other_speech_during_a_reply_is_no_command_where_only_stop_counts(text: str) -> None:
    bench, source = talking(["timer", text], {3, 9}), ScriptedSource(silent_blocks(60))
    assert kinds(bench.listen(source, "stop")) == TURN
    assert bench.voice.stopped == 0
    assert source.discarded == 1, "when the reply is over"


def test_whoever_addresses_us_breaks_off_a_reply() -> None:
    bench = talking(["timer", "timer"], {3, 9}, addressed=True)
    events = bench.listen(ScriptedSource(silent_blocks(60)), "stop")
    assert kinds(events) == [*TURN, Interrupted, *TURN]
    assert bench.voice.said == ["Done.", "Done."]


def test_the_assistants_own_voice_does_not_stop_it() -> None:
    bench = talking(["timer", "stop"], {3, 9}, actor=RecordingActor("Say stop when you like."))
    assert kinds(bench.listen(ScriptedSource(silent_blocks(60)), "stop")) == TURN


def test_any_speech_breaks_off_a_reply_where_the_settings_say_so() -> None:
    bench = talking(["timer", "timer"], {3, 25}, detector=Hearing(frozenset(range(5, 23))))
    source = ScriptedSource(silent_blocks(60))
    bench.segmenter.collecting = True
    events = bench.listen(source, "speech")
    assert kinds(events) == [*TURN, Interrupted, *TURN]
    assert source.discarded == 0, "the beginning of what interrupts isn't lost"


def test_a_cough_breaks_off_nothing() -> None:
    bench = talking(["timer"], {3}, detector=Hearing(frozenset(range(5, 12))))
    bench.segmenter.collecting = True
    assert kinds(bench.listen(ScriptedSource(silent_blocks(60)), "speech")) == TURN


def test_a_pushed_key_breaks_off_a_reply() -> None:
    gate = PushedGate(at=12)
    bench = talking(["timer"], {3}, gate=gate)
    events = bench.listen(ScriptedSource(silent_blocks(60)), "stop")
    assert kinds(events) == [*TURN, Interrupted]


def test_a_reply_that_fails_while_we_listen_is_told() -> None:
    voice = RecordingVoice(broken=AudioError("No loudspeaker."), lasts=5)
    bench = Bench(["timer"], voice=voice)
    events = bench.listen(ScriptedSource(silent_blocks(20)), "speech")
    assert kinds(events)[: len(TURN) + 1] == [*TURN, Failed]


def test_the_end_of_the_source_waits_for_the_reply() -> None:
    bench = talking(["timer"], {3})
    assert kinds(bench.listen(ScriptedSource(silent_blocks(8)), "speech")) == TURN
    assert bench.voice.tones == ["done"]


def test_stop_is_heard_while_the_answer_is_still_made() -> None:
    actor = SlowActor()
    bench = talking(["timer", "stop"], {3, 9}, actor=actor)
    events = bench.listen(ScriptedSource(silent_blocks(60)), "stop")
    assert kinds(events) == [*TURN, Acted, Interrupted, *TURN]
    first, second = (each for each in turns(events) if isinstance(each, Turn))
    assert (first.reply, first.ok, second.reply) == ("One.", True, "Done.")
    assert bench.voice.said == actor.made == ["One."]
    actor.goes_on.set()


def test_what_nobody_wants_any_more_is_not_made() -> None:
    actor = SlowActor()
    rest = RestOfAnswer(actor.act(Command("ask.look_up")))
    assert next(rest.awaited()) == Reply("One.", more=True)
    rest.drop()
    actor.goes_on.set()
    assert actor.ended.wait(10)
    assert actor.made == ["One.", "Two."]
    assert list(rest.arrived()) == []


def test_an_answer_goes_on_while_we_listen_and_then_comes_the_next_command() -> None:
    actor = SlowActor()
    actor.goes_on.set()
    bench = talking(["timer"], {3}, actor=actor, more=[DIAL])
    events = bench.listen(ScriptedSource(silent_blocks(60)), "stop")
    assert kinds(events) == [*TURN, Acted, Acted, Acted, Understood, Asked]
    assert bench.voice.said == ["One.", "Two.", "Three.", "Really dial.call?"]
    assert actor.ended.wait(10)


def ringing(text: str = "") -> ScriptedAnnouncements:
    """Rings behind the second block."""
    return ScriptedAnnouncements([[], [Announcement(text, rings=True)]])


@pytest.mark.parametrize("text", ["stop", "snooze"])
def test_what_is_said_over_the_ringing_is_heard(text: str) -> None:
    bench = Bench([text], frozenset({10}), announcements=ringing())
    source = ScriptedSource(silent_blocks(30))
    assert kinds(bench.listen(source, "stop")) == TURN
    assert bench.voice.tones == ["ringing", "done"]


@pytest.mark.parametrize("text", ["timer", "lovely weather we had"])
def test_the_ringing_itself_is_no_command(text: str) -> None:
    bench = Bench([text], frozenset({10}), announcements=ringing())
    source = ScriptedSource(silent_blocks(30))
    assert bench.listen(source, "stop") == []
    assert source.discarded == 0


def test_an_alarm_is_snoozed_while_it_says_what_it_is() -> None:
    bench = talking(["snooze"], {10}, announcements=ringing("Get up."))
    events = bench.listen(ScriptedSource(silent_blocks(60)), "stop")
    assert kinds(events) == [Announced, Interrupted, *TURN]
    assert bench.voice.said == ["Get up.", "Done."], "who snoozes hears for how long"


def test_a_timer_rings_in_the_middle_of_an_answer() -> None:
    actor = SlowActor()
    actor.goes_on.set()
    announcements = ScriptedAnnouncements([[]] * 4 + [[Announcement("Pasta!")]])
    bench = talking(["timer"], {3}, actor=actor, announcements=announcements)
    shown = list(turns(bench.listen(ScriptedSource(silent_blocks(60)), "stop")))
    (turn,) = (each for each in shown if isinstance(each, Turn))
    assert turn.reply == "One. Two. Three."
    assert [each.text for each in shown if isinstance(each, Announced)] == ["Pasta!"]
