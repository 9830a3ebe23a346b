"""Commands for which something must be set up first: no commands, but their speakers are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.records import Decision, IntentSpec, SlotSpec, Transcript
from assistant.settings import UnderstandingSettings
from assistant.understanding.graph import FREE_TEXT
from assistant.understanding.understander import CommandUnderstander
from assistant.understanding.unserved import Unserved
from tests.understanding.household import CALL, LIGHT, NOW, PEOPLE, TIMER, Lists, people, templates

WHY = "I know no lights here; set home.broker."
MUSIC = IntentSpec("media.play", templates("play (some|the) music", "louder"))
SHUTTER = IntentSpec(
    "house.shut",
    templates("close the {shutter}"),
    (SlotSpec("shutter", "list", list_name="shutters"),),
)
UNSERVED = [Unserved(each, WHY) for each in (LIGHT, MUSIC, SHUTTER)]


ASK = IntentSpec(
    "ask.look_up", templates("[(play|close)] {topic}"), (SlotSpec("topic", FREE_TEXT),)
)


def decide(
    text: str, unserved: list[Unserved] | None = None, more: Sequence[IntentSpec] = ()
) -> Decision:
    understander = CommandUnderstander(
        [TIMER, CALL, *more],
        Lists({**people(*PEOPLE).lists, "shutters": [], "scenes": []}),
        UnderstandingSettings(),
        unserved=UNSERVED if unserved is None else unserved,
    )
    return understander.understand(Transcript(text), None, NOW, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "turn on the kitchen light",
        "play some music",
        "close the bathroom shutter",
        "close the shutter in the second bathroom",
    ],
)
def test_who_says_one_is_told_what_is_missing(text: str) -> None:
    decision = decide(text)
    assert (decision.kind, decision.reason, decision.detail) == ("reject", "not_set_up", WHY)


@pytest.mark.parametrize("text", ["turn on the kitchen television", "the music was some play"])
def test_other_words_are_still_no_command(text: str) -> None:
    assert decide(text).reason == "not_a_command"


def test_no_word_of_another_command_is_a_name() -> None:
    scene = SlotSpec("scene", "list", list_name="scenes")
    mood = Unserved(IntentSpec("house.mood", templates("set [(a|the)] {scene}"), (scene,)), WHY)
    decided = [
        decide(text, [mood]).reason
        for text in ("set a timer for 25 o'clock", "set a romantic evening", "set the mood timer")
    ]
    assert decided == ["not_a_command", "not_set_up", "not_set_up"]


def test_it_goes_before_what_takes_any_words() -> None:
    assert decide("play some music", more=[ASK]).reason == "not_set_up"
    assert decide("close the strange shutter", more=[ASK]).kind == "execute", "a name is a guess"
    anything = Unserved(replace(ASK, name="ask.model"), WHY)
    assert decide("play some music", [anything], more=[ASK]).kind == "execute"


def test_what_can_be_done_is_done() -> None:
    assert decide("set a timer for ten minutes").kind == "execute"
    assert decide("call zed").reason == "unknown_value"


def test_with_everything_set_up_nothing_is_missing() -> None:
    assert decide("turn on the kitchen light", []).reason == "not_a_command"


def test_it_stands_before_a_guess() -> None:
    clear = IntentSpec("timer.clear", templates("turn all the timers off", "cancel everything"))
    every = IntentSpec("house.every", templates("turn everything off"))
    unserved = CommandUnderstander(
        [TIMER, clear], people(), UnderstandingSettings(), unserved=[Unserved(every, WHY)]
    )
    guessing = CommandUnderstander([TIMER, clear], people(), UnderstandingSettings())
    text = Transcript("turn everything off")
    guess = guessing.understand(text, None, NOW, 0.0)
    assert guess.command is not None
    assert guess.command.match == "classifier"
    assert unserved.understand(text, None, NOW, 0.0).reason == "not_set_up"
