"""Handlers run with what they asked for, and nothing they do breaks the loop."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assistant import Clock, Contact, Conversation, Fact, Intent, Reply, intent
from assistant.acting.conversation import LocalConversation
from assistant.acting.dry_run import DryRun
from assistant.acting.runner import Runner
from assistant.acting.services import Ability
from assistant.errors import ServiceError
from assistant.ports import Actor
from assistant.records import Command, Decision, Slot

NOW = datetime(2026, 3, 4, 10, 0)
AnyIntent = Intent[..., Any]


def runner(*intents: AnyIntent, deadline_s: float = 5.0) -> Runner:
    conversation = LocalConversation([Ability("a.b", "do it")])
    handed: dict[type, object] = {Conversation: conversation}
    return Runner(intents, handed, conversation, deadline_s, now=lambda: NOW)


def command(made: AnyIntent, **values: object) -> Command:
    return Command(made.name, tuple(Slot(name, str(v), v) for name, v in values.items()))


def act(actor: Actor, made: Command) -> Reply:
    """The one reply to a command."""
    (reply,) = actor.act(made)
    return reply


@intent("wait {length}", "wait {length} for {who}", asks={"length": "How long?"})
def wait(length: timedelta, who: str | None, times: int = 2) -> str:
    return f"{length} {who} {times}"


def test_slots_defaults_and_nothing() -> None:
    ten = timedelta(minutes=10)
    assert act(runner(wait), command(wait, length=ten)) == Reply("0:10:00 None 2")
    full = command(wait, length=ten, who="me", times=3, unknown=1)
    assert act(runner(wait), full) == Reply("0:10:00 me 3")


def test_what_is_always_read_back_is_what_the_ability_says() -> None:
    def is_long(length: timedelta) -> bool:
        if not length:
            raise ValueError("no time at all")
        return length > timedelta(hours=1)

    @intent("sleep {length}", always_confirm=is_long)
    def sleep(length: timedelta) -> str:
        return f"{length}"

    asked = {hours: command(sleep, length=timedelta(hours=hours)) for hours in (0, 1, 2)}
    found = {hours: runner(sleep).always_confirms(each) for hours, each in asked.items()}
    assert found == {0: True, 1: False, 2: True}  # where nobody can tell, it is read back
    assert not runner(wait).always_confirms(command(wait))
    assert not runner().always_confirms(asked[2])


def test_what_there_is_nothing_to_do_for_is_what_the_ability_says() -> None:
    def nothing_rings(length: timedelta) -> str:
        if not length:
            raise ValueError("no time at all")
        return "Nothing rings." if length > timedelta(hours=1) else ""

    @intent("snooze {length}", idle=nothing_rings)
    def snooze(length: timedelta) -> str:
        return f"{length}"

    asked = [command(snooze, length=timedelta(hours=hours)) for hours in (0, 1, 2)]
    found = [runner(snooze).idle(each) for each in asked]
    assert found == ["", "", "Nothing rings."]  # where nobody can tell, it is done
    assert runner(wait).idle(command(wait)) == runner().idle(asked[2]) == ""


def test_a_missing_slot_is_asked_for() -> None:
    assert act(runner(wait), command(wait)) == Reply("How long?", ok=False)
    decision = Decision("ask", "missing_slot", command(wait), missing="length")
    assert runner(wait).question(decision) == "How long?"


def test_a_question_without_words_of_its_own() -> None:
    @intent("order {big_size}")
    def order(big_size: str) -> str:
        return big_size

    decision = Decision("ask", "missing_slot", command(order), missing="big_size")
    assert runner(order).question(decision) == "What big size?"


def test_services_are_handed_in_and_the_last_reply_remembered() -> None:
    @intent("again")
    def again(conversation: Conversation) -> str:
        return f"I said: {conversation.last_reply()}"

    one = runner(again, wait)
    act(one, command(wait, length=timedelta(minutes=1)))
    assert act(one, command(again)).text == "I said: 0:01:00 None 2"


def test_a_service_that_is_not_there() -> None:
    @intent("what time")
    def what_time(clock: Clock) -> str:
        return str(clock.now())

    reply = act(runner(what_time), command(what_time))
    assert not reply.ok
    assert "Clock" in reply.text


def test_moments_arrive_without_a_zone() -> None:
    @intent("at {when}")
    def at(when: datetime) -> str:
        return str(when.tzinfo)

    moment = datetime(2026, 3, 4, 12, tzinfo=UTC)
    assert act(runner(at), command(at, when=moment)) == Reply("None")


@intent("boom")
def raises() -> str:
    raise KeyError("secret details")


@intent("exit")
def exits() -> str:
    sys.exit(7)


@intent("interrupt")
def interrupts() -> str:
    raise KeyboardInterrupt


@intent("generator")
def leaves() -> str:
    raise GeneratorExit


@intent("memory")
def eats_memory() -> str:
    return str(len(bytearray(1 << 60)))


@intent("nothing")  # type: ignore[type-var]
def gives_none() -> None:
    return None


@intent("number")  # type: ignore[type-var]
def gives_number() -> int:
    return 42


@intent("empty")
def gives_nothing() -> str:
    return " "


@intent("sorry")
def says_no() -> Reply:
    return Reply("No milk.", ok=False)


@intent("service")
def breaks_service() -> str:
    raise ServiceError("The calendar can't be read; mend it.")


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (raises, "Sorry, the test runner ability ran into a problem."),
        (exits, "Sorry, the test runner ability ran into a problem."),
        (interrupts, "Sorry, the test runner ability ran into a problem."),
        (leaves, "Sorry, the test runner ability ran into a problem."),
        (eats_memory, "Sorry, the test runner ability ran into a problem."),
        (gives_none, "Sorry, the test runner ability gave no answer."),
        (gives_number, "Sorry, the test runner ability gave no answer."),
        (gives_nothing, "Sorry, the test runner ability gave no answer."),
        (says_no, "No milk."),
        (breaks_service, "The calendar can't be read; mend it."),
    ],
    ids=lambda value: value.name if isinstance(value, Intent) else "",
)
def test_what_goes_wrong_becomes_a_kind_reply(made: AnyIntent, text: str) -> None:
    assert act(runner(made), command(made)) == Reply(text, ok=False)


def test_the_log_names_the_ability_that_went_wrong(caplog: pytest.LogCaptureFixture) -> None:
    act(runner(raises), command(raises))
    act(runner(breaks_service), command(breaks_service))
    assert "test_runner.raises failed" in caplog.text
    assert "KeyError: 'secret details'" in caplog.text
    assert "test_runner.breaks_service: The calendar can't be read" in caplog.text


FORKING = """
import os
from assistant import intent
from assistant.acting.conversation import LocalConversation
from assistant.acting.runner import Runner
from assistant.records import Command

@intent("fork")
def fork() -> str:
    return "copy" if os.fork() == 0 else "original"

for reply in Runner([fork], {}, LocalConversation()).act(Command(fork.name)):
    print(reply.text, flush=True)
print("and on", flush=True)
"""


def test_a_copy_that_a_handler_forks_ends_and_the_program_goes_on() -> None:
    done = subprocess.run([sys.executable, "-c", FORKING], capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("original\nand on\n", 0)


def test_an_unknown_intent() -> None:
    reply = act(runner(), Command("tea.make"))
    assert not reply.ok
    assert "tea.make" in reply.text


@pytest.fixture
def hanging() -> Iterator[AnyIntent]:
    """An intent that hangs until the test is over, then prints."""
    over = threading.Event()
    ended = threading.Event()

    @intent("hang")
    def hang() -> str:
        over.wait(30)
        print("late words")
        ended.set()
        return "too late"

    yield hang
    over.set()
    assert ended.wait(30)


def test_a_handler_that_hangs_is_given_up(hanging: AnyIntent) -> None:
    one = runner(hanging, wait, deadline_s=0.05)
    reply = act(one, command(hanging))
    assert reply == Reply(
        "Sorry, the test runner ability takes too long; I stopped waiting for it.", ok=False
    )
    assert act(runner(wait), command(wait, length=timedelta(1))).ok


def test_an_answer_in_pieces() -> None:
    @intent("tell me a story")
    def tell() -> Iterator[str]:
        yield "Once upon a time."
        yield "They lived happily."

    @intent("again")
    def again(conversation: Conversation) -> str:
        return conversation.last_reply()

    one = runner(tell, again)
    pieces = [Reply("Once upon a time.", more=True), Reply("They lived happily.", more=True)]
    assert list(one.act(command(tell))) == [*pieces, Reply("")]
    assert act(one, command(again)).text == "Once upon a time. They lived happily."


def test_an_answer_that_breaks_off() -> None:
    @intent("tell me a story")
    def tell() -> Iterator[str]:
        yield "Once upon a time."
        raise ServiceError("The book is gone.")

    replies = list(runner(tell).act(command(tell)))
    assert replies[0].more
    assert replies[1:] == [Reply("The book is gone.", ok=False)]


def test_who_waits_long_is_told_so(hanging: AnyIntent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.acting.runner.PATIENCE_S", 0.02)
    replies = list(runner(hanging, deadline_s=0.1).act(command(hanging)))
    assert replies[0] == Reply("I'm still working on it.", more=True)
    assert not replies[1].ok
    assert "stopped waiting" in replies[1].text


def test_prints_of_handlers_go_to_the_log_and_ours_to_the_output(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    ours = sys.stdout

    @intent("talk")
    def talk() -> str:
        print("chatter")
        sys.stdout.write("more\n")
        printing = threading.Thread(target=lambda: print("from elsewhere"))
        printing.start()
        printing.join()
        return "done"

    with caplog.at_level(logging.INFO):
        assert act(runner(talk), command(talk)) == Reply("done")
    assert capsys.readouterr().out == "from elsewhere\n"
    assert "test_runner.talk printed: chatter" in caplog.text
    assert "printed: more" in caplog.text
    assert sys.stdout is ours


def confirm(made: AnyIntent, **values: object) -> str:
    return runner(made).question(Decision("confirm", "unsure", command(made, **values)))


def with_question(question: str | Callable[..., str]) -> AnyIntent:
    @intent("wait {length} [for {who}]", confirm=question)
    def hold(length: timedelta, who: str = "anybody") -> str:
        return f"{length} {who}"

    return hold


def ask_back(length: timedelta, conversation: Conversation) -> str:
    return f"Wait {length}, {conversation.abilities()[0].example}?"


def ask_wrongly(length: timedelta) -> str:
    raise ValueError(length)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Wait for {length}?", "Wait for ten minutes?"),
        (ask_back, "Wait 0:10:00, do it?"),
        ("Wait for {who}?", "Wait for anybody?"),
        ("Wait for {whom}?", "Hold, ten minutes: is that right?"),
        (ask_wrongly, "Hold, ten minutes: is that right?"),
        ("", "Hold, ten minutes: is that right?"),
    ],
)
def test_the_question_before_it_is_done(question: str | Callable[..., str], text: str) -> None:
    assert confirm(with_question(question), length=timedelta(minutes=10)) == text


def test_moments_are_read_back_from_now() -> None:
    @intent("at {when}", confirm="At {when}?")
    def at(when: datetime) -> str:
        return str(when)

    assert confirm(at, when=datetime(2026, 3, 5, 15)) == "At tomorrow at 3 pm?"


def test_a_dry_run_asks_and_does_nothing() -> None:
    dry = DryRun(runner(raises, wait))
    assert act(dry, command(raises)) == Reply("Dry run: test_runner.raises.")
    said = act(dry, command(wait, length=timedelta(minutes=10)))
    assert said == Reply("Dry run: test_runner.wait with length ten minutes.")
    decision = Decision("ask", "missing_slot", command(wait), missing="length")
    assert dry.question(decision) == "How long?"


def test_a_dry_run_speaks_the_language_of_the_command() -> None:
    ten = command(wait, length=timedelta(minutes=10))
    german = Reply("Probelauf: test_runner.wait mit length zehn Minuten.")
    assert act(DryRun(runner(wait)), replace(ten, language="de")) == german
    assert act(DryRun(runner(wait), "de"), ten) == german


def test_people_and_facts_are_said_by_name() -> None:
    @intent("tell {who} about {topic}", confirm="Tell {who} this: {topic}")
    def tell(who: Contact, topic: Fact) -> str:
        return f"{who} {topic}"

    asked = confirm(tell, who=Contact("Anna"), topic=Fact("pi", "Pi is about 3.", "x.toml"))
    assert asked == "Tell Anna this: Pi is about 3."
