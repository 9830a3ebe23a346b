"""Help, repeat and stop."""

from __future__ import annotations

from tests.intents.desk import Desk


def test_help_names_sentences_that_work(desk: Desk) -> None:
    said = desk.say("what can i say")
    sentences = [part.split("”")[0] for part in said.split("“")[1:]]
    assert len(sentences) >= 4
    for sentence in sentences:
        assert desk.decide_alone(sentence).command is not None, sentence


def test_repeat(desk: Desk) -> None:
    reply = desk.act("say that again")
    assert (reply.ok, reply.text) == (False, "I haven't said anything yet.")
    desk.say("what is five plus three")
    assert desk.say("what did you say") == "8."
    assert desk.say("say that again") == "8."


def test_stop_without_anything_to_stop(desk: Desk) -> None:
    assert desk.say("never mind") == "Okay."


def test_stop_ends_a_question(desk: Desk) -> None:
    desk.say("call anna jones")
    assert desk.say("cancel") == ""
    assert desk.say("yes") == ""
    assert desk.phone.called == []
