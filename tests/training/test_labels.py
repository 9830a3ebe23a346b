"""Which readings of recognisers become texts to learn from, and the recognisers themselves."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import TrainingError
from assistant.training.corpus import Clip, read_manifest, write_manifest, write_pack
from assistant.training.labels import Heard, Listen, Rules, believed, label, objection, repeats
from assistant.training.listeners import BATCH, parse_line, program_listener, remembering
from assistant.training.text import normalise
from tests.program import new_home, run
from tests.tiny_model import make_tiny_model, speak
from tests.training.miniature import spoken

SURE, UNSURE, LOST = -0.05, -0.3, -0.8
RULES = Rules()


def clip(speaker: str, text: str = "", split: str = "train") -> Clip:
    return Clip(Path(f"{speaker}.wav"), text, speaker, 2.0, "cv_untranscribed", "CC0", split)


def scripted(readings: dict[str, Heard], asked: list[str] | None = None) -> Listen:
    """A recogniser that knows what each speaker says, and notes whom it was asked about."""

    def listen(clips: Sequence[Clip]) -> list[Heard]:
        if asked is not None:
            asked.extend(each.speaker for each in clips)
        return [readings[each.speaker] for each in clips]

    return listen


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        (Heard("good day", SURE), None, "good day"),
        (Heard("good day", UNSURE), None, ""),
        (Heard("good day", UNSURE), Heard("good day"), "good day"),
        (Heard("today to our queen", UNSURE), Heard("today to our queens"), "today to our queens"),
        (Heard("some where far away", UNSURE), Heard("somewhere far away"), "somewhere far away"),
        (Heard("good day", UNSURE), Heard("could pay"), ""),
        (Heard("good day", LOST), Heard("good day"), ""),
        (Heard("good day"), Heard("good day"), "good day"),
        (Heard("good day"), None, ""),
        (Heard("", UNSURE), Heard(""), ""),
    ],
)  # fmt: skip
def test_a_reading_is_believed_when_one_is_sure_or_two_agree(
    first: Heard, second: Heard | None, text: str
) -> None:
    assert believed(first, second, RULES) == text


@pytest.mark.parametrize(
    ("text", "seconds", "reason"),
    [
        ("he went home early today", 2.0, ""),
        ("hello", 1.0, "too few words"),
        ("he went home", 4.0, "too fast or too slow"),
        ("he went home early today", 0.5, "too fast or too slow"),
        ("go go go now", 1.0, "repeats itself"),
        ("on the way on the way home", 2.0, "repeats itself"),
        ("thank you so much for watching", 2.0, "invented"),
        ("the cat sat on the mats", 2.0, "like a sentence held out"),
    ],
)
def test_what_can_not_be_right_or_must_not_be_learned_is_refused(
    text: str, seconds: float, reason: str
) -> None:
    assert objection(text, seconds, ["the cat sat on the mat"], RULES) == reason


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.integers(0, 8))
def test_repeating_is_seen_wherever_it_stands(words: list[str], place: int) -> None:
    assert not repeats(words)
    place = min(place, len(words))
    assert repeats([*words[:place], "x", "x", "x", *words[place:]])
    assert repeats([*words[:place], *"xyzxyz", *words[place:]])


def test_the_second_is_asked_about_doubtful_clips_alone_and_people_held_out_stay_out() -> None:
    readings = {
        "ann": Heard("he went home early today", SURE),
        "bob": Heard("she went out late", UNSURE),
        "cyd": Heard("mumble mumble now", LOST),
        "dev": Heard("they never went away", SURE),
        "eve": Heard("the cat sat on the mat", SURE),
    }
    asked: list[str] = []
    measured = [clip("dev", "the cat sat on the mat", "dev")]
    labels = label(
        [clip(name) for name in readings],
        scripted(readings),
        scripted({"bob": Heard("she went out late")}, asked),
        measured,
        RULES,
    )
    assert asked == ["bob"]
    assert [(c.speaker, c.text, c.source) for c in labels.clips] == [
        ("ann", "he went home early today", "cv_labelled"),
        ("bob", "she went out late", "cv_labelled"),
    ]
    assert labels.refused == {"a speaker held out": 1, "unsure": 1, "like a sentence held out": 1}


def test_a_program_may_print_its_log_probability() -> None:
    assert parse_line("-0.25\tGood day, 7!") == Heard("good day seven", -0.25)
    assert parse_line("Good day") == Heard("good day", None)
    assert parse_line("not\ta number") == Heard("not a number", None)


def packed(folder: Path, count: int) -> list[Clip]:
    sounds = [spoken("n oʊ")] * count
    return write_pack(folder / "x.i16", [(clip(f"s{i}"), s) for i, s in enumerate(sounds)])


def program(folder: Path, body: str) -> str:
    """A program of one statement, with the names of its files in `files`."""
    script = folder / "listen.py"
    script.write_text(f"import sys, soundfile\nfiles = sys.argv[1:]\n{body}\n")
    return shlex.join([sys.executable, str(script)])


def test_a_program_hears_each_clip_as_a_file_of_its_own(tmp_path: Path) -> None:
    body = "for f in files: print('-0.5', *set(soundfile.read(f)[0].shape), sep='\\tnumber ')"
    heard = program_listener(program(tmp_path, body))(packed(tmp_path, 2))
    assert heard == [Heard(normalise("number 5120"), -0.5)] * 2


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("print('only one')", "printed 1 lines for 2 files"),
        ("sys.exit('no weights here')", "no weights here"),
    ],
)
def test_a_program_that_fails_is_told_of(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(TrainingError, match=message):
        program_listener(program(tmp_path, body))(packed(tmp_path, 2))
    with pytest.raises(TrainingError, match="no-such-program failed"):
        program_listener("no-such-program")(packed(tmp_path, 1))


def test_listening_goes_on_where_it_was_broken_off(tmp_path: Path) -> None:
    clips = [clip(f"s{i}") for i in range(BATCH + 3)]
    asked: list[str] = []
    listen = scripted({c.speaker: Heard(c.speaker, -0.1) for c in clips}, asked)
    known: list[int] = []
    remembering(listen, "a", tmp_path, known.append)(clips[:BATCH])
    (memory,) = tmp_path.iterdir()
    memory.write_text(memory.read_text()[:-9])  # in the middle of its last line
    heard = remembering(listen, "a", tmp_path, known.append)(clips)
    assert heard == [Heard(c.speaker, -0.1) for c in clips]
    assert asked == [c.speaker for c in (*clips[:BATCH], *clips[BATCH - 1 :])]
    assert sum(known) == BATCH + len(clips)
    assert remembering(scripted({}), "a", tmp_path)(clips) == heard
    with pytest.raises(KeyError):
        remembering(scripted({}), "another", tmp_path)(clips)


def test_the_command_labels_what_the_model_and_the_program_hear_alike(tmp_path: Path) -> None:
    said = {"a": "set a timer please", "b": "call my brother now", "c": "what time is it"}
    audio = [(clip(name), (speak(text) * 32767).astype("int16")) for name, text in said.items()]
    write_manifest(tmp_path / "new.jsonl", write_pack(tmp_path / "x.i16", audio))
    write_manifest(tmp_path / "dev.jsonl", [clip("dev", said["c"], "dev")])
    model = make_tiny_model(tmp_path / "model")
    other = program(tmp_path, "for f in files: print('set the timer please')")
    labelled = ("train", "label", tmp_path / "new.jsonl", tmp_path / "out", "--json")
    labelled += ("--measured", tmp_path / "dev.jsonl", "--model", model)
    home = new_home(tmp_path)

    done = run(
        home, *labelled, "--alone", "0.5", "--floor", "-9", "--agree", "85", "--program", other
    )
    assert json.loads(done.stdout)["refused"] == {"unsure": 2}
    (made,) = read_manifest(tmp_path / "out" / "manifest.jsonl")
    assert (made.speaker, made.text) == ("a", "set the timer please")
    assert made.phonemes

    done = run(home, *labelled, "--alone", "-9")  # the model is believed whatever it says
    assert json.loads(done.stdout)["labelled"] == 2
    texts = {c.text for c in read_manifest(tmp_path / "out" / "manifest.jsonl")}
    assert texts == {said["a"], said["b"]}


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    home = new_home(tmp_path)
    write_manifest(tmp_path / "dev.jsonl", [clip("dev", "good day", "dev")])
    write_manifest(tmp_path / "new.jsonl", [clip("new")])
    measured = ("--measured", tmp_path / "dev.jsonl")
    done = run(home, "train", "label", tmp_path / "dev.jsonl", tmp_path / "out", *measured)
    assert (done.returncode, "has no clip without a text" in done.stderr) == (2, True)
    done = run(home, "train", "label", tmp_path / "new.jsonl", tmp_path / "out", *measured)
    assert (done.returncode, "Name one or two" in done.stderr) == (2, True)
