from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import TemplateError
from assistant.ports import Understander
from assistant.records import (
    Emissions,
    IntentSpec,
    ListEntry,
    SlotSpec,
    Template,
    Transcript,
    Vocabulary,
)
from tests.understanding.household import (
    ALL,
    CALL,
    NOW,
    TIMER,
    Conversation,
    Lists,
    conversation,
    people,
    templates,
    understander,
    values,
)

SOUND = Emissions(np.zeros((1, 2), np.float32), Vocabulary(("_", "a"), 0, None), 0.02)


TALK = conversation()


@pytest.fixture(scope="module")
def shared() -> Conversation:
    """For sentences that leave nothing behind."""
    return conversation(always_confirm_high_risk=False)


@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("what time is it", "question.time", {}),
        ("Whats the time now?", "question.time", {}),
        ("set a timer for half an hour", "timer.set_timer", {"length": timedelta(minutes=30)}),
        ("start timer for 90 seconds", "timer.set_timer", {"length": timedelta(seconds=90)}),
        ("ring doctor patel", "dial.call", {"who": "Doctor Patel"}),
        ("call april", "dial.call", {"who": "April"}),
        ("call will", "dial.call", {"who": "Will"}),
    ],
)
def test_exact_sentences_are_done(
    shared: Conversation, text: str, intent: str, slots: dict[str, object]
) -> None:
    decision = shared.say(text)
    assert decision.kind == "execute", decision
    assert decision.command
    assert (decision.command.intent, decision.command.match) == (intent, "exact")
    assert decision.command.confidence == 1.0
    assert values(decision) == slots


@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("SET A TIMER FOR FIFE MINITS", "timer.set_timer", {"length": timedelta(minutes=5)}),
        ("set timer four ten minuts", "timer.set_timer", {"length": timedelta(minutes=10)}),
        ("settimer for ten minutes", "timer.set_timer", {"length": timedelta(minutes=10)}),
        ("set a tim er for ten min utes", "timer.set_timer", {"length": timedelta(minutes=10)}),
        (
            "uh set a timer for ten minutes please",
            "timer.set_timer",
            {"length": timedelta(minutes=10)},
        ),
        ("wat tyme is it", "question.time", {}),
        ("col anna", "dial.call", {"who": "Anna"}),
        ("call docter patell", "dial.call", {"who": "Doctor Patel"}),
        ("turn of the kichen lite", "light.switch", {"state": False, "room": "kitchen"}),
    ],
)
def test_misheard_sentences_are_understood(
    shared: Conversation, text: str, intent: str, slots: dict[str, object]
) -> None:
    decision = shared.say(text)
    assert decision.kind == "execute", decision
    assert decision.command
    assert (decision.command.intent, decision.command.match) == (intent, "edit")
    assert 0.6 <= decision.command.confidence < 1.0
    assert values(decision) == slots


@pytest.mark.parametrize(
    "frame",
    [
        "could you please {} for me",
        "i would like you to {} now",
        "hey can you {}",
        "so just {} thanks",
    ],
)
def test_polite_frames_change_nothing(shared: Conversation, frame: str) -> None:
    decision = shared.say(frame.format("set a timer for ten minutes"))
    assert decision.kind == "execute", decision
    assert values(decision) == {"length": timedelta(minutes=10)}


def test_the_slot_text_of_a_misheard_value_is_what_was_meant(shared: Conversation) -> None:
    decision = shared.say("set a timer for fife minits")
    assert decision.command
    assert [slot.text for slot in decision.command.slots] == ["five minutes"]


def test_more_mishearing_leaves_less_confidence(shared: Conversation) -> None:
    said = (
        "set a timer for ten minutes",
        "set a timer for ten minits",
        "sed a tymer for tan minits",
    )
    sure = [d.command.confidence for d in map(shared.say, said) if d.command]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "the weather is nice and i like the sea",
        "don't call anna",
        "do not set a timer for ten minutes",
        "he told me that his mother was never at home",
        "set a timer for two to three minutes",
        "please ring up anna or hannah for me",
        "yes",
        "an",
        "zzz",
    ],
)
def test_what_was_not_meant_is_not_done(shared: Conversation, text: str) -> None:
    assert shared.say(text).kind == "reject"


def test_other_wording_is_understood_when_it_is_close_enough() -> None:
    said = (
        "put the kettle on for tea", "heat water for my tea", "boil me some water in the kettle",
        "i want tea make the water hot", "switch the kettle on and boil water",
    )  # fmt: skip
    kettle = IntentSpec("kitchen.kettle", templates(*said))
    decision = conversation([kettle, TIMER]).say("boil water in the kettle and make tea")
    assert decision.kind == "execute", decision
    assert decision.command
    assert (decision.command.intent, decision.command.match) == ("kitchen.kettle", "classifier")
    assert decision.command.confidence < 0.8


def test_fifteen_is_not_fifty(shared: Conversation) -> None:
    for said, minutes in (("fifteen", 15), ("fifty", 50)):
        decision = shared.say(f"set a timer for {said} minutes")
        assert values(decision) == {"length": timedelta(minutes=minutes)}


def test_a_contact_that_is_not_there_is_named(shared: Conversation) -> None:
    decision = shared.say("call zorblax")
    assert (decision.kind, decision.reason) == ("reject", "unknown_value")
    assert "zorblax" in decision.detail


def test_a_misspelt_word_of_a_template_is_no_unknown_name() -> None:
    radio = IntentSpec(
        "media.play",
        templates("play {song}", "play the radio"),
        (SlotSpec("song", "list", required=False, list_name="songs"),),
    )
    talk = conversation([radio], Lists({"songs": [ListEntry("yesterday", "Yesterday")]}))
    assert values(talk.say("play the radjo")) == {}
    assert talk.say("play the opera").reason == "unknown_value"


MOWER = IntentSpec(
    "house.start",
    templates(
        "start {thing} [mower]",
        "turn on all [the] fans in [the] {area}",
        "turn on [the] {area} {thing}",
    ),
    (
        SlotSpec("thing", "list", required=False, list_name="things"),
        SlotSpec("area", "list", required=False, list_name="areas"),
    ),
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("start clippymowor", {"thing": "clippy"}),
        ("turn on al the fans ng the kitchn", {"area": "kitchen"}),
    ],
)
def test_words_that_were_torn_or_joined_are_no_unknown_names(
    said: str, meant: dict[str, str]
) -> None:
    areas, things = [ListEntry("kitchen", "kitchen")], [ListEntry("clippy", "clippy")]
    talk = conversation([MOWER], Lists({"areas": areas, "things": things}))
    assert values(talk.say(said)) == meant
    assert talk.say("start rover").reason == "unknown_value"
    assert talk.say("turn on all the fans in the attic").reason == "unknown_value"


def test_who_says_the_whole_name_of_a_thing_means_it() -> None:
    lamp = IntentSpec(
        "house.off",
        templates("turn off [the] {area} lamp", "turn off [the] {thing}"),
        (
            SlotSpec("area", "list", required=False, list_name="areas"),
            SlotSpec("thing", "list", required=False, list_name="things"),
        ),
    )
    tell = IntentSpec(
        "house.tell",
        templates("what is the {area} temperature"),
        (SlotSpec("area", "list", list_name="areas"),),
    )
    sensor = IntentSpec(
        "house.read",
        templates("what is the {thing}"),
        (SlotSpec("thing", "list", list_name="things"),),
    )
    areas = [ListEntry(name, name) for name in ("bedroom", "outside")]
    things = [ListEntry(name, name) for name in ("bedroom lamp", "outside temperature")]
    talk = conversation([lamp, tell, sensor], Lists({"areas": areas, "things": things}))
    assert values(talk.say("turn off the bedroom lamp")) == {"thing": "bedroom lamp"}
    assert values(talk.say("what is the outside temperature")) == {"thing": "outside temperature"}
    assert values(talk.say("what is the bedroom temperature")) == {"area": "bedroom"}


def test_the_name_of_a_thing_comes_before_all_of_its_kind() -> None:
    close = IntentSpec(
        "house.close",
        templates("close [the] {kind}", "close [the] {thing}"),
        (
            SlotSpec("kind", "list", required=False),
            SlotSpec("thing", "list", required=False, list_name="things"),
        ),
        lists={"kind": (ListEntry("garage door[s]", "garage"), ListEntry("blinds", "blind"))},
    )
    things = [ListEntry(name, name) for name in ("garage door", "side door")]
    talk = conversation([close], Lists({"things": things}))
    assert values(talk.say("close the garage door")) == {"thing": "garage door"}
    assert values(talk.say("close the garage doors")) == {"kind": "garage"}


def test_several_unknown_names_are_told_where_the_words_around_them_say_enough() -> None:
    lists = ("artists", "playlists", "people", "events")
    slots = [
        SlotSpec(name.rstrip("s").replace("people", "guest"), "list", list_name=name)
        for name in lists
    ]
    add = IntentSpec(
        "music.add", templates("add {artist} to my {playlist} playlist"), tuple(slots[:2])
    )
    invite = IntentSpec(
        "events.invite", templates("add {guest} to [the] {event}"), tuple(slots[2:])
    )
    talk = conversation([add, invite], Lists({name: [ListEntry("xy", "xy")] for name in lists}))
    decision = talk.say("add andy hunter to my evening playlist")
    assert decision.reason == "unknown_value"
    unknown = [(slot.name, slot.text) for slot in decision.unknown]
    assert unknown == [("artist", "andy hunter"), ("playlist", "evening")]
    assert talk.say("add salt to the soup").reason == "not_a_command"


def test_what_frames_a_command_is_no_free_text() -> None:
    play = IntentSpec(
        "music.play",
        (Template("{title} abspielen", language="de"),),
        (SlotSpec("title", "text"),),
    )
    onward = IntentSpec("music.onward", (Template("weiter abspielen", language="de"),))
    talk = conversation([play, onward], language="de")
    assert values(talk.say("könntest du Queen abspielen")) == {"title": "Queen"}
    assert values(talk.say("Hey Jude abspielen")) == {"title": "Hey Jude"}
    decision = talk.say("wir möchten weiter abspielen")
    assert decision.command
    assert decision.command.intent == "music.onward"


def test_free_text_keeps_its_first_word_where_others_are_passed_over() -> None:
    tell = IntentSpec(
        "house.tell",
        (Template("in der ganzen Wohnung Bescheid sagen {message}", language="de"),),
        (SlotSpec("message", "text"),),
    )
    talk = conversation([tell], language="de")
    decision = talk.say("könntest du in der ganzen Wohnung Bescheid sagen das Essen ist fertig")
    assert values(decision) == {"message": "das Essen ist fertig"}


def test_a_value_out_of_bounds_is_explained(shared: Conversation) -> None:
    decision = shared.say("set the volume to two hundred")
    assert (decision.kind, decision.reason) == ("reject", "unknown_value")
    assert "between 0 and 100" in decision.detail


def test_two_people_of_one_name_are_unclear() -> None:
    lists = people("bob")
    lists.lists["contacts"] = [ListEntry("anna", "Anna Berg"), ListEntry("anna", "Anna Lund")]
    assert conversation(lists=lists).say("call anna").reason == "unclear"


def test_a_contact_may_be_a_word_of_a_template() -> None:
    talk = conversation(lists=people("timer", "will"))
    assert talk.say("call timer").kind == "confirm"
    assert talk.say("no").reason == "declined"
    assert talk.say("cancel the timer").kind == "execute"


def test_contacts_are_taken_over_when_they_change() -> None:
    lists = people("anna")
    talk = conversation(lists=lists)
    assert talk.say("call siobhan").reason == "unknown_value"
    lists.lists["contacts"] = [ListEntry("siobhan", "Siobhan")]
    assert values(talk.say("call siobhan")) == {"who": "Siobhan"}
    talk.say("no")
    assert values(talk.say("call siobann")) == {"who": "Siobhan"}


def test_what_was_heard_may_hide_a_value_in_free_text() -> None:
    room = understander()
    heard = room.understand(Transcript("remind me to call mum at ate"), SOUND, NOW, 0.0)
    assert heard.command
    assert {slot.name: slot.text for slot in heard.command.slots} == {
        "task": "call mum",
        "when": "eight",
    }


def test_no_word_of_free_text_is_lost_when_it_was_heard() -> None:
    room = understander()
    for task in ("phone the dentist", "just go to the park", "the dentist"):
        heard = room.understand(Transcript(f"remind me to {task}"), SOUND, NOW, 0.0)
        assert values(heard) == {"task": task}
        assert heard.command
        assert heard.command.match == "exact"


def test_what_was_typed_means_what_it_says() -> None:
    typed = understander().understand(Transcript("remind me to call mum at ate"), None, NOW, 0.0)
    assert values(typed) == {"task": "call mum at ate"}


def test_a_misspelt_kind_is_no_free_text() -> None:
    play = IntentSpec(
        "music.play",
        templates("play {title}", "play the {kind} {title}"),
        (SlotSpec("title", "text"), SlotSpec("kind", "list", required=False)),
        lists={"kind": (ListEntry("podcast", "podcast"), ListEntry("album", "album"))},
    )
    talk = conversation([play])
    assert values(talk.say("play the potcast serial")) == {"kind": "podcast", "title": "serial"}
    assert values(talk.say("play the poet sings")) == {"title": "the poet sings"}


def test_silence_and_noise_are_told_apart(shared: Conversation) -> None:
    assert shared.say("").reason == "silence"
    assert shared.say("gr sh fff", confidence=0.2).reason == "noise"
    assert shared.say("gr sh fff", confidence=0.9).reason == "not_a_command"


def test_a_long_speech_is_no_command(shared: Conversation) -> None:
    speech = "and then he said that it was time to set out for the coast at ten " * 20
    assert shared.say(speech).reason == "not_a_command"
    assert values(shared.say(f"note that {speech}")) == {"text": speech.strip()}


SAID = [
    "set",
    "a",
    "timer",
    "for",
    "remind",
    "me",
    "to",
    "call",
    "anna",
    "at",
    "ten",
    "two",
    "minutes",
    "half",
    "past",
    "no",
    "yes",
    "cancel",
    "don't",
    "the",
    "31st",
    "of",
    "february",
    "turn",
    "light",
    "on",
    "off",
    "kitchen",
    "volume",
    "7:30",
    "50%",
    "uh",
    "zorblax…",
    "—",
    "²",
    "é",
]


@given(st.lists(st.sampled_from(SAID), max_size=9).map(" ".join), st.floats(0, 1))
def test_whatever_is_said_gets_a_decision_with_a_reason(text: str, confidence: float) -> None:
    decision = TALK.say(text, confidence)
    assert decision.detail
    assert (decision.command is None) == (decision.kind == "reject")
    if decision.kind == "ask" and decision.command:
        assert decision.command.slot(decision.missing) is None


@given(st.text(max_size=40))
def test_any_characters_get_a_decision(text: str) -> None:
    assert TALK.say(text).detail


def test_no_intents_understand_nothing() -> None:
    assert conversation([]).say("call anna").reason == "not_a_command"


def test_a_broken_template_is_reported_at_once() -> None:
    with pytest.raises(TemplateError, match="never closed"):
        understander([IntentSpec("a.b", templates("set (a timer"))])


def test_it_is_an_understander() -> None:
    room: Understander = understander()
    assert room.understand(Transcript("what time is it"), SOUND, NOW, 0.0).kind == "execute"


class TestWake:
    @pytest.fixture
    def talk(self) -> Conversation:
        return conversation(wake="computer", wake_window_s=6.0)

    def test_without_the_phrase_nothing_is_done(self, talk: Conversation) -> None:
        assert talk.say("what time is it").reason == "no_wake_phrase"

    def test_the_phrase_and_the_command_are_one_utterance(self, talk: Conversation) -> None:
        assert talk.say("computa what time is it").kind == "execute"
        assert talk.say("what time is it").reason == "no_wake_phrase"

    def test_the_phrase_alone_opens_a_window_for_one_command(self, talk: Conversation) -> None:
        woken = talk.say("computer")
        assert (woken.kind, woken.command, woken.detail) == ("ask", None, "Yes?")
        assert talk.say("bla bla bla").reason == "not_a_command"
        assert talk.say("what time is it").kind == "execute"
        assert talk.say("what time is it").reason == "no_wake_phrase"

    def test_the_window_closes(self, talk: Conversation) -> None:
        talk.say("computer")
        assert talk.say("what time is it", after_s=7).reason == "no_wake_phrase"

    def test_answers_need_no_phrase(self, talk: Conversation) -> None:
        assert talk.say("computer call anna").kind == "confirm"
        assert talk.say("yes").kind == "execute"


def test_commands_gives_all_readings() -> None:
    room = understander()
    assert [command.intent for command in room.commands("call anna", NOW)] == ["dial.call"]
    assert room.commands("call zorblax", NOW) == [] or all(
        command.match == "classifier" for command in room.commands("call zorblax", NOW)
    )


def test_samples_are_sentences_of_the_intent() -> None:
    room = understander()
    sentences = room.sample("timer.set_timer", 10, seed=3)
    assert len(set(sentences)) == 10
    assert sentences == room.sample("timer.set_timer", 10, seed=3)
    for sentence in sentences:
        if " or " not in sentence:  # "nineteen or forty weeks" is more than one length
            assert room.commands(sentence, NOW)[0].intent == "timer.set_timer"


def test_conflicts_name_both_templates() -> None:
    other = IntentSpec("music.stop", templates("play on", "cancel [my] timer", file="music.py"))
    (conflict,) = understander([*ALL, other]).conflicts()
    assert {conflict.intent, conflict.other} == {"timer.cancel", "music.stop"}
    assert {
        (conflict.first.file, conflict.first.line),
        (conflict.second.file, conflict.second.line),
    } == {
        ("household.py", 1),
        ("music.py", 2),
    }
    assert "music.py:2" in str(conflict)


def test_intents_that_part_have_no_conflicts() -> None:
    assert understander().conflicts() == []


def test_an_example_that_another_intent_takes_is_a_conflict() -> None:
    greedy = replace(CALL, name="dial.anybody", slots=(), templates=templates("call {text:who}"))
    taken = replace(greedy, examples=("call anna",))
    assert [c.sentence for c in understander([taken, CALL]).conflicts()] == ["call anna"]


def test_sound_without_letters_is_no_command() -> None:
    symbols = Vocabulary(("_", "|", *"abcdefghijklmnopqrstuvwxyz"), 0, 1)
    silent = np.full((60, len(symbols.tokens)), -9.0, np.float32)
    silent[:, 0] = -0.01
    room = understander()
    for text in ("", "e"):
        noise = room.understand(Transcript(text), Emissions(silent, symbols, 0.02), NOW, 0.0)
        assert noise.kind == "reject"


def test_a_text_without_end_is_no_command_at_once() -> None:
    decision = conversation().say("call " + "1" * 100_000)
    assert (decision.kind, decision.reason) == ("reject", "not_a_command")
    assert "too long" in decision.detail
