"""The corridor with scripted rooms: which events come, in which order, and what goes on after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pytest

from assistant.cli.turns import Turn, as_json, turns
from assistant.errors import AudioError, ModelError
from assistant.events import (
    Acted,
    Announced,
    Asked,
    Event,
    Failed,
    Heard,
    Interrupted,
    Level,
    Listening,
    MicrophoneBack,
    MicrophoneLost,
    Rejected,
    Transcribed,
    Understood,
)
from assistant.pipeline import Parts, Pipeline, dbfs
from assistant.ports import VoiceDetector
from assistant.recognition.reading import LocalReader
from assistant.records import Announcement, Command, Completeness, Decision, Floats, Slot
from assistant.settings import BargeIn
from tests.fakes import (
    CountingGate,
    DeafDetector,
    RecordingActor,
    RecordingJournal,
    RecordingVoice,
    ScriptedAnnouncements,
    ScriptedDecoder,
    ScriptedModel,
    ScriptedSegmenter,
    ScriptedSource,
    ScriptedUnderstander,
    Ticking,
    silent_blocks,
)

TIMER = Decision("execute", "clear", Command("timer.set_timer", (Slot("length", "ten", 10),), 0.97))
STOP = Decision("execute", "clear", Command("stop.stop", confidence=0.9))
DIAL = Decision("confirm", "high_risk", Command("dial.call", confidence=0.9))
UNKNOWN = Decision("reject", "unknown_value", detail="I know nobody called Zed.")


@dataclass
class Hearing:
    """Hears a voice in these blocks, counted from 0."""

    voiced: frozenset[int]
    heard: int = -1

    def is_speech(self, samples: Floats) -> bool:
        self.heard += 1
        return self.heard in self.voiced

    def reset(self) -> None: ...


@dataclass
class PushedGate(CountingGate):
    """Is closed after an utterance, and open again when asked for the so-manieth time."""

    at: int = 0
    asked: int = 0

    def is_open(self) -> bool:
        self.asked += 1
        return not self.closed or self.asked >= self.at


@dataclass
class Bench:
    """A pipeline with everything scripted, and what came of it."""

    texts: list[str]
    ends_at: frozenset[int] = frozenset({3})
    pauses_at: frozenset[int] = frozenset()
    complete: dict[str, Completeness] = field(default_factory=dict)
    segmenter: ScriptedSegmenter = field(init=False)
    model: ScriptedModel = field(default_factory=ScriptedModel)
    actor: RecordingActor = field(default_factory=RecordingActor)
    voice: RecordingVoice = field(default_factory=RecordingVoice)
    announcements: ScriptedAnnouncements = field(default_factory=ScriptedAnnouncements)
    gate: CountingGate = field(default_factory=CountingGate)
    journal: RecordingJournal = field(default_factory=RecordingJournal)
    detector: VoiceDetector = field(default_factory=DeafDetector)
    addressed: bool = False
    more: list[Decision] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.segmenter = ScriptedSegmenter(self.ends_at, self.pauses_at)

    def pipeline(self, decisions: Mapping[str, Decision] | None = None) -> Pipeline:
        decided = {"timer": TIMER, "call": DIAL, "zed": UNKNOWN, "stop": STOP, **(decisions or {})}
        understander = ScriptedUnderstander(decided, self.complete, self.more)
        decoder = ScriptedDecoder(self.texts)
        parts = Parts(
            self.detector,
            self.segmenter,
            LocalReader(lambda: (self.model, decoder)),
            understander,
            self.actor,
            self.voice,
            self.announcements,
            self.gate,
            self.journal,
            now=lambda: datetime(2026, 11, 23, 12),
            hushing=frozenset({"stop.stop"}),
            addressed=self.addressed,
            monotonic=Ticking(),
        )
        return Pipeline(parts)

    def listen(self, source: ScriptedSource, barge_in: BargeIn = "off") -> list[Event]:
        return [e for e in self.pipeline().listen(source, barge_in) if not isinstance(e, Level)]


def kinds(events: list[Event]) -> list[type]:
    return [type(event) for event in events]


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


def test_a_failing_model_is_an_event_and_the_next_utterance_works() -> None:
    bench = Bench(["timer"], frozenset({3, 7}), model=ScriptedModel([ModelError("Broken."), None]))
    events = bench.listen(ScriptedSource(silent_blocks(10)))
    assert kinds(events) == [Heard, Failed, Heard, Transcribed, Understood, Acted]


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


TURN = [Heard, Transcribed, Understood, Acted]


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


def test_levels_are_decibels_below_full_scale() -> None:
    import numpy as np

    assert dbfs(np.ones(320, np.float32)) == pytest.approx(0.0)
    assert dbfs(np.full(320, 0.1, np.float32)) == pytest.approx(-20.0, abs=0.01)
    assert dbfs(np.zeros(320, np.float32)) == -120.0
