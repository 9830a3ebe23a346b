"""A folder of takes, and what is read into it."""

from __future__ import annotations

import stat
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.errors import UsageError
from assistant.records import IntentSpec, ListEntry, SlotSpec, Template, Utterance
from assistant.training.corpus import Corpus
from assistant.training.reading import MOST_WORDS, commands_to_read
from assistant.training.takes import HELD_OUT, LEARNT, Takes, folder_of

SENTENCES = [f"sentence number {letter}" for letter in "abcdefghij"]


def utterance(seconds: float = 1.0) -> Utterance:
    return Utterance(np.full(round(seconds * 16_000), 0.1, np.float32))


@pytest.fixture
def takes(tmp_path: Path) -> Takes:
    found = Takes(tmp_path / "takes", "Anna")
    found.more(SENTENCES, 10)
    return found


def test_every_fifth_take_is_held_out_in_a_manifest_of_its_own(takes: Takes) -> None:
    for number, text in takes.missing(10):
        takes.add(number, text, utterance(1.5))
    learnt = Corpus.load([takes.folder / LEARNT]).clips
    held_out = Corpus.load([takes.folder / HELD_OUT]).clips
    assert (len(learnt), len(held_out)) == (8, 2)
    assert {clip.split for clip in learnt} == {"train"}
    assert {clip.split for clip in held_out} == {"test"}
    assert {clip.text for clip in (*learnt, *held_out)} == set(SENTENCES)
    assert {clip.speaker for clip in (*learnt, *held_out)} == {"Anna"}
    assert learnt[0].seconds == pytest.approx(1.5)
    assert soundfile.info(learnt[0].path).samplerate == 16_000
    assert stat.S_IMODE(learnt[0].path.stat().st_mode) == 0o600, "a voice is its owner's alone"


def test_a_session_goes_on_with_what_is_missing(takes: Takes) -> None:
    takes.add(1, SENTENCES[0], utterance())
    takes.add(5, SENTENCES[4], utterance())
    again = Takes(takes.folder, "Anna")
    again.more(iter(["something else", *SENTENCES]), 10)
    assert again.sentences() == SENTENCES
    assert [number for number, _ in again.missing(10)] == [2, 3, 4, 6, 7, 8, 9, 10]
    assert [number for number, _ in again.missing(4)] == [2, 3, 4]


def test_more_sentences_can_be_asked_for_later(takes: Takes) -> None:
    takes.more(iter([*SENTENCES, "one more", "two more"]), 11)
    assert takes.sentences() == [*SENTENCES, "one more"]


def test_a_take_takes_the_place_of_an_earlier_one(takes: Takes) -> None:
    takes.add(1, SENTENCES[0], utterance(1.0))
    takes.add(1, SENTENCES[0], utterance(2.0))
    (clip,) = takes.clips()
    assert clip.seconds == pytest.approx(2.0)


def test_any_sentence_can_be_read_anew(takes: Takes) -> None:
    takes.add(2, SENTENCES[1], utterance())
    assert takes.chosen([2, 1]) == [(2, SENTENCES[1]), (1, SENTENCES[0])]
    with pytest.raises(UsageError, match="no sentence 11; there are 1 to 10"):
        takes.chosen([11])


def test_the_takes_of_somebody_else_stay_theirs(takes: Takes) -> None:
    takes.add(1, SENTENCES[0], utterance())
    Takes(takes.folder, "anna").require_own()
    with pytest.raises(UsageError, match=r"are of Anna, .* --folder"):
        Takes(takes.folder, "Ben").require_own()


def test_a_name_is_a_folder_in_the_data_folder() -> None:
    assert folder_of("Anna Maria").parts[-2:] == ("takes", "anna-maria")
    assert folder_of("../../etc").parts[-2:] == ("takes", "etc")
    with pytest.raises(UsageError, match="no name"):
        folder_of("../..")


def call(*templates: str) -> IntentSpec:
    slots = (SlotSpec("who", "list", list_name="contacts"),)
    return IntentSpec("dial.call", tuple(map(Template, templates)), slots)


def test_people_read_their_own_commands_with_their_own_contacts() -> None:
    contacts = {"contacts": [ListEntry("zelenka", 1), ListEntry("aunt mo|mo", 2)]}
    timer = IntentSpec("timer.stop", (Template("stop the timer"),))
    read = commands_to_read([call("call {who}"), timer], contacts, 40, seed=1)
    assert sorted(read) == ["call aunt mo", "call mo", "call zelenka", "stop the timer"]
    assert read == commands_to_read([call("call {who}"), timer], contacts, 40, seed=1)
    assert read[:2] == commands_to_read([call("call {who}"), timer], contacts, 2, seed=1)


def test_examples_are_read_and_in_between_the_names_of_ones_own_people() -> None:
    contacts = {"contacts": [ListEntry(name, name) for name in ("zelenka", "mo", "ada", "bo")]}
    said = ("Set a timer for 10 minutes", "how long is left", *(f"count to {n}" for n in range(9)))
    timer = IntentSpec("timer.any", (Template("start {what} timer"),), examples=said)
    read = commands_to_read([call("call {who}"), timer], contacts, 12, seed=1)
    assert sum(sentence.startswith("call ") for sentence in read) in (3, 4)
    assert "set a timer for ten minutes" in read


def test_nobody_has_to_read_what_makes_no_sense() -> None:
    lists = {"units": (ListEntry("mile", 1),)}
    slots = (
        SlotSpec("topic", "text"),
        SlotSpec("device", "list", list_name="devices"),
        SlotSpec("unit", "list", list_name="units"),
    )
    texts = ("tell me about {topic}", "dim {device}", "how long is a {unit}")
    ability = IntentSpec("any.thing", tuple(map(Template, texts)), slots, lists=lists)
    assert commands_to_read([ability], {}, 10, seed=1) == ["how long is a mile"]


def test_names_are_made_up_where_there_are_no_contacts() -> None:
    read = commands_to_read([call("call {who}")], {"contacts": []}, 20, seed=1)
    assert len(read) == len(set(read)) == 20
    assert all(sentence.startswith("call ") for sentence in read)


def test_nobody_has_to_read_a_long_sentence() -> None:
    long = "call {who} " + "and tell them " * 5
    read = commands_to_read([call(long, "call {who}")], {}, 10, seed=1)
    assert len(read) == 10
    assert all(len(sentence.split()) <= MOST_WORDS for sentence in read)
