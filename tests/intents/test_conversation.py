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
    assert desk.line.called == []


def test_why_tells_what_was_heard_and_the_rule(desk: Desk) -> None:
    assert desk.say("why did you do that") == "I haven't decided anything yet."
    desk.say("what is five plus three")
    why = desk.say("why did you do that")
    assert why.startswith("I heard “what is five plus three”.")
    assert "100% sure" in why
    assert "I did it, because I was sure enough" in why


def test_why_nothing_was_done(desk: Desk) -> None:
    desk.say("the weather was lovely in the mountains")
    assert "no command was likely enough" in desk.say("why didn't you do anything")
    desk.say("call anna jones")
    assert "always read back" in desk.say("why did you ask that")
