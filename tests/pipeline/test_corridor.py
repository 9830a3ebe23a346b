"""Which events come, in which order, and what goes on after."""

from __future__ import annotations

import pytest

from assistant.errors import AudioError, ModelError
from assistant.events import (
    Acted,
    Announced,
    Asked,
    Failed,
    Heard,
    Listening,
    MicrophoneBack,
    MicrophoneLost,
    Rejected,
    Transcribed,
    Understood,
)
from assistant.pipeline import dbfs
from assistant.records import Announcement, Decision
from tests.fakes import (
    CountingGate,
    RecordingVoice,
    ScriptedAnnouncements,
    ScriptedModel,
    ScriptedSource,
    silent_blocks,
)
from tests.pipeline.bench import TIMER, Bench, kinds


def test_a_command_is_heard_understood_and_acted_on() -> None:
    bench, source = Bench(["timer"]), ScriptedSource(silent_blocks(10))
    events = bench.listen(source)
    assert kinds(events) == [Heard, Transcribed, Understood, Acted]
    assert bench.actor.commands == [TIMER.command]
    assert bench.voice.said == ["Done."]
    assert source.discarded == 1, "what was heard while we spoke must be forgotten"
    assert bench.gate.closed == 1


def test_a_high_risk_command_is_asked_about_and_not_done() -> None:
    bench = Bench(["call"])
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Heard, Transcribed, Understood, Asked]
    assert bench.actor.commands == []
    assert bench.voice.said == ["Really dial.call?"]


def test_what_is_no_command_is_rejected_in_silence() -> None:
    bench = Bench(["lovely weather we had"])
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Heard, Transcribed, Understood, Rejected]
    assert bench.voice.said == []


@pytest.mark.parametrize(
    ("addressed", "said"), [(True, ["I know nobody called Zed."]), (False, [])]
)
def test_an_unknown_name_is_said_aloud_only_to_who_spoke_to_us(
    addressed: bool, said: list[str]
) -> None:
    bench = Bench(["zed"], addressed=addressed)
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert bench.voice.said == said
    assert kinds(events)[-1] is Rejected


def test_who_is_understood_hears_that_there_is_nothing_to_do() -> None:
    nobody = Decision("reject", "nothing_to_do", detail="I have called nobody yet.")
    bench = Bench(["redial"])
    list(bench.pipeline({"redial": nobody}).listen(ScriptedSource(silent_blocks(10))))
    assert bench.voice.said == ["I have called nobody yet."]


def test_a_failing_model_is_an_event_and_the_next_utterance_works() -> None:
    bench = Bench(["timer"], frozenset({3, 7}), model=ScriptedModel([ModelError("Broken."), None]))
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Heard, Failed, Heard, Transcribed, Understood, Acted]


def test_a_mistake_of_ours_is_told_and_logged_and_the_next_utterance_works(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bench = Bench(
        ["timer"], frozenset({3, 7}), model=ScriptedModel([ZeroDivisionError("By 0."), None])
    )
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Heard, Failed, Heard, Transcribed, Understood, Acted]
    failed = events[1]
    assert isinstance(failed, Failed)
    assert "The program made a mistake (ZeroDivisionError: By 0.) and goes on." in failed.message
    assert "Traceback" in caplog.text


def test_a_mistake_in_announcements_does_not_end_the_listening() -> None:
    bench = Bench(["timer"], announcements=ScriptedAnnouncements([KeyError("alarm")] * 10))
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Failed, Heard, Transcribed, Understood, Acted], "told once a minute"


def test_a_finished_command_ends_at_its_pause() -> None:
    bench = Bench(["timer"], frozenset(), pauses_at=frozenset({3}), complete={"timer": "complete"})
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Heard, Transcribed, Understood, Acted]
    assert bench.model.runs == 1
    assert [e.at_s for e in events] == sorted(e.at_s for e in events)


def test_what_was_read_at_a_pause_is_ready_at_the_end() -> None:
    bench = Bench(["timer"], frozenset({6}), pauses_at=frozenset({3}))
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Heard, Transcribed, Understood, Acted]
    assert bench.model.runs == 1
    assert [e.at_s for e in events] == sorted(e.at_s for e in events)


def test_a_model_that_fails_at_a_pause_is_asked_again_at_the_end() -> None:
    model = ScriptedModel([ModelError("Broken."), None])
    bench = Bench(["timer"], frozenset({6}), pauses_at=frozenset({3}), model=model)
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Heard, Transcribed, Understood, Acted]


def test_decisions_are_noted_when_they_are_carried_out() -> None:
    bench = Bench(["timer"], voice=RecordingVoice(broken=AudioError("No loudspeaker.")))
    bench.listen(ScriptedSource(silent_blocks(10)))
    assert bench.journal.notes == [("timer", TIMER)]


def test_a_failing_voice_does_not_undo_the_action() -> None:
    bench = Bench(["timer"], voice=RecordingVoice(broken=AudioError("No loudspeaker.")))
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert Acted in kinds(events)
    assert bench.actor.commands == [TIMER.command]


def test_a_lost_microphone_ends_the_utterance_under_way() -> None:
    bench = Bench(["timer"], frozenset())
    bench.segmenter.pending = True
    lost, back = MicrophoneLost(1.0, "unplugged"), MicrophoneBack(2.0, "usb", 1.0)
    source = ScriptedSource([*silent_blocks(2), lost, back, *silent_blocks(2)])
    events = bench.listen(source)
    expected = [MicrophoneLost, Heard, Transcribed, Understood, Acted, MicrophoneBack]
    assert kinds(events) == expected


def test_a_timer_that_runs_out_is_announced_while_listening() -> None:
    bench = Bench(
        [], frozenset(), announcements=ScriptedAnnouncements([(), (Announcement("Your eggs."),)])
    )
    source = ScriptedSource(silent_blocks(4))
    events = bench.listen(source)
    assert kinds(events) == [Announced]
    assert bench.voice.said == ["Your eggs."]
    assert source.discarded == 1


def test_an_alarm_rings_before_it_is_said_and_again_without_a_word() -> None:
    script = [(Announcement("Get up.", rings=True),), (Announcement(rings=True),)]
    bench = Bench([], frozenset(), announcements=ScriptedAnnouncements([*script]))
    source = ScriptedSource(silent_blocks(4))
    assert kinds(bench.listen(source)) == [Announced]
    assert bench.voice.tones == ["ringing", "ringing", "done"]
    assert bench.voice.said == ["Get up."]
    assert source.discarded == 2


def test_a_closed_gate_hears_nothing_but_announces() -> None:
    bench = Bench(
        [],
        gate=CountingGate(False),
        announcements=ScriptedAnnouncements([(Announcement("Your eggs."),)]),
    )
    assert kinds(bench.listen(ScriptedSource(silent_blocks(10)))) == [Announced]


def test_listening_starts_and_ends_with_a_tone() -> None:
    bench = Bench([], frozenset())
    bench.listen(ScriptedSource([Listening(0.0, "default"), *silent_blocks(2)]))
    assert bench.voice.tones == ["listening", "done"]


def test_typed_text_takes_the_same_way() -> None:
    bench = Bench([])
    events = list(bench.pipeline().ask("timer"))
    assert kinds(events) == [Transcribed, Understood, Acted]


def test_levels_are_decibels_below_full_scale() -> None:
    import numpy as np

    assert dbfs(np.ones(320, np.float32)) == pytest.approx(0.0)
    assert dbfs(np.full(320, 0.1, np.float32)) == pytest.approx(-20.0, abs=0.01)
    assert dbfs(np.zeros(320, np.float32)) == -120.0
