"""A stranger's ability works from its own process, and whatever it does stays there."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time as clock_time
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from assistant import Clock, Contact, Lists, Reply, Timer, Weekly
from assistant.acting.apart.loading import load_apart
from assistant.acting.conversation import LocalConversation
from assistant.acting.intent import Translation
from assistant.acting.loader import AnyIntent, Broken
from assistant.acting.runner import Runner
from assistant.errors import StateError
from assistant.records import Command, Decision, Slot
from tests.acting.apart.strangers import FORKING, STRANGE

NOW = datetime(2026, 3, 4, 10, 0)
MINUTE = timedelta(minutes=1)
PROBLEM = "Sorry, the strange ability ran into a problem."


class FakeClock:
    """Starts timers and remembers them."""

    def __init__(self) -> None:
        self.started: list[Timer] = []
        self._file = "secret"

    def now(self) -> datetime:
        return NOW

    def after(self, length: timedelta, message: str, name: str = "") -> Timer:
        self.started.append(Timer(1, NOW + length, message, name, length))
        return self.started[-1]


class BrokenLists:
    """A disk that is full."""

    def items(self, name: str) -> Sequence[str]:
        raise StateError(f"The list {name} can't be read; mend it.")


class Stranger:
    """The strange ability, and whoever asks it."""

    def __init__(self, intents: list[AnyIntent], deadline_s: float = 30.0) -> None:
        self.intents, self.clock = intents, FakeClock()
        handed: dict[type, object] = {Clock: self.clock, Lists: BrokenLists()}
        self.runner = Runner(intents, handed, LocalConversation(), deadline_s, now=lambda: NOW)

    def replies(self, name: str, language: str = "en", **values: object) -> list[Reply]:
        slots = tuple(Slot(key, str(value), value) for key, value in values.items())
        return list(self.runner.act(Command(f"strange.{name}", slots, language=language)))

    def says(self, name: str, language: str = "en", **values: object) -> str:
        return " ".join(reply.text for reply in self.replies(name, language, **values)).strip()

    def process(self) -> int:
        return int(self.says("process").split()[0])


def load_strange(folder: Path, needs: tuple[str, ...] = ("clock", "lists")) -> list[AnyIntent]:
    file = folder / "strange.py"
    file.write_text(STRANGE)
    german = "wait: ['warte {length}']\nlanguage: [sprache]\ntell: [erzähl]\n"
    german += "phrases: {Done.: Fertig., Once.: Einmal.}\n"
    (folder / "strange.de.yaml").write_text(german)
    found = load_apart(file, needs, folder / "own")
    assert not [each for each in found if isinstance(each, Broken)], found
    return [each for each in found if not isinstance(each, Broken)]


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[AnyIntent]]:
    """One process for all tests; those that end it show that it comes back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSISTANT_TOKEN", "a secret")
        intents = load_strange(tmp_path_factory.mktemp("abilities"))
        yield intents
    intents[0].give_up()


@pytest.fixture
def stranger(strange: list[AnyIntent]) -> Stranger:
    return Stranger(strange)


def test_it_is_told_as_if_it_were_here(stranger: Stranger) -> None:
    wait = stranger.intents[0]
    assert (wait.name, wait.risk, wait.aside) == ("strange.wait", "low", "answer")
    assert wait.needs == ("clock", "lists")
    assert wait.about.strip() == "Whatever strangers do."
    assert [each.text for each in wait.templates] == ["wait {length} [for {who}]", "warte {length}"]
    assert wait.templates[0].line == 35
    assert wait.examples == ("wait for a minute",)
    assert wait.translation("de") == Translation({"Done.": "Fertig.", "Once.": "Einmal."}, ())
    assert [slot.kind for slot in wait.parameters.slots] == ["duration", "list"]
    every = stranger.intents[1]
    assert [entry.value for entry in every.parameters.lists["every.room"]] == ["bath", "spa"]


def test_values_services_and_records_go_over(stranger: Stranger) -> None:
    said = stranger.replies("wait", length=MINUTE, who=Contact("Anna"))
    assert said == [Reply("Done. 0:01:00 Anna Timer", ok=False)]
    assert stranger.clock.started == [Timer(1, NOW + MINUTE, "Done.", "egg", MINUTE)]
    assert stranger.says("every", when=Weekly(frozenset({4, 0}), time(7))) == (
        "[0, 4] 07:00:00 bath hot"
    )


def test_it_has_nothing_done_by_others(stranger: Stranger) -> None:
    assert stranger.replies("more") == [Reply("Look at this.")]


def test_it_reads_back_with_its_own_question(stranger: Stranger) -> None:
    slots = (Slot("length", "a minute", MINUTE),)
    asked = stranger.runner.question(Decision("confirm", "unsure", Command("strange.wait", slots)))
    assert asked == "a minute from 10:00?"


@pytest.mark.parametrize(("length", "asks"), [(MINUTE, False), (MINUTE * 61, True)])
def test_it_says_itself_what_is_always_read_back(
    stranger: Stranger, length: timedelta, asks: bool
) -> None:
    command = Command("strange.wait", (Slot("length", "so long", length),))
    assert stranger.runner.always_confirms(command) is asks


@pytest.mark.parametrize(("length", "why"), [(MINUTE, ""), (MINUTE * 0, "Fertig.")])
def test_it_says_itself_why_there_is_nothing_to_do(
    stranger: Stranger, length: timedelta, why: str
) -> None:
    command = Command("strange.wait", (Slot("length", "so long", length),), language="de")
    assert stranger.runner.idle(command) == why


def test_it_speaks_the_language_of_the_moment(stranger: Stranger) -> None:
    assert stranger.says("language", language="de") == "de Fertig."
    assert stranger.says("language") == "en Done."


def test_an_answer_in_pieces(stranger: Stranger) -> None:
    pieces = stranger.replies("tell", language="de")
    assert [(piece.text, piece.more) for piece in pieces] == [
        *(("Einmal.", True), ("Twice.", True)),
        ("", False),
    ]
    assert len(stranger.clock.started) == 1


def test_who_wants_only_the_first_piece_may_go_on(stranger: Stranger) -> None:
    replies = stranger.runner.act(Command("strange.tell"))
    assert next(replies).text == "Once."
    replies.close()  # type: ignore[attr-defined]
    assert stranger.says("language") == "en Done."


def test_prints_go_to_the_log_with_its_name(
    stranger: Stranger, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.INFO):
        assert stranger.says("prints") == "printed"
        until = clock_time.monotonic() + 10
        while "deeper" not in caplog.text and clock_time.monotonic() < until:
            clock_time.sleep(0.01)
    assert "strange printed: chatter" in caplog.text
    assert "strange printed: deeper chatter" in caplog.text
    assert capfd.readouterr().out == ""


def test_it_has_a_process_and_none_of_our_secrets(stranger: Stranger) -> None:
    own, parent, secret = stranger.says("process").split()
    assert (int(parent), secret) == (os.getpid(), "nothing")
    assert int(own) != os.getpid()


@pytest.mark.parametrize("name", ["raises", "raises_exit", "interrupts", "gives_an_object"])
def test_what_it_raises_becomes_a_kind_reply(
    name: str, stranger: Stranger, caplog: pytest.LogCaptureFixture
) -> None:
    process = stranger.process()
    assert stranger.replies(name) == [Reply(PROBLEM, ok=False)]
    assert f"strange.{name} failed" in caplog.text
    assert "Traceback" in caplog.text
    assert stranger.process() == process


def test_eating_memory_ends_in_a_kind_reply(stranger: Stranger) -> None:
    assert stranger.says("eats_memory") == PROBLEM
    assert stranger.says("language") == "en Done."


def test_exiting_ends_its_process_alone_and_the_next_call_starts_another(
    stranger: Stranger, caplog: pytest.LogCaptureFixture
) -> None:
    process = stranger.process()
    assert stranger.says("exits") == PROBLEM
    assert "ended with 3" in caplog.text
    assert stranger.process() != process


def test_hanging_ends_its_process_and_the_next_call_starts_another(
    strange: list[AnyIntent],
) -> None:
    patient, hasty = Stranger(strange), Stranger(strange, deadline_s=0.3)
    process = patient.process()
    assert hasty.says("hangs").endswith("takes too long; I stopped waiting for it.")
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert patient.process() != process


def test_forking_is_refused_where_it_needs_no_programs(stranger: Stranger) -> None:
    assert stranger.says("forks") == PROBLEM


def test_a_copy_that_it_makes_of_itself_does_not_answer(tmp_path: Path) -> None:
    file = tmp_path / "forking.py"
    file.write_text(FORKING)
    (made,) = load_apart(file, ("programs", "files"), tmp_path / "own")
    assert not isinstance(made, Broken)
    assert [made.function() for _ in range(5)] == ["original"] * 5
    made.give_up()


def test_the_system_keeps_from_it_what_it_does_not_need(stranger: Stranger) -> None:
    assert stranger.says("deeds") == (
        "network refused, local socket refused, program refused, read refused, write refused, "
        "look refused, kill refused, own folder done, thread done"
    )


@pytest.mark.parametrize(
    ("need", "deeds"),
    [("network", ("network", "local socket")), ("files", ("read", "write", "look"))],
)
def test_it_may_do_what_it_needs(need: str, deeds: tuple[str, ...], tmp_path: Path) -> None:
    stranger = Stranger(load_strange(tmp_path, ("clock", "lists", need)))
    said = dict(each.rsplit(" ", 1) for each in stranger.says("deeds").split(", "))
    assert {name for name, how in said.items() if how == "done"} == {
        *("own folder", "thread"),
        *deeds,
    }
    stranger.intents[0].give_up()
    Path("/tmp/assistant-was-here").unlink(missing_ok=True)


def test_errors_of_services_arrive_as_they_are(stranger: Stranger) -> None:
    reply = Reply("The list shopping can't be read; mend it.", ok=False)
    assert stranger.replies("breaks_list") == [reply]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("private", PROBLEM),
        ("unhanded", "There is no Lists.items for this ability."),
        ("wrongly", "after: length can't be 'soon'."),
    ],
)
def test_services_are_used_as_they_are_meant(name: str, text: str, stranger: Stranger) -> None:
    assert stranger.replies(name) == [Reply(text, ok=False)]
    assert stranger.says("language") == "en Done."


GREETING = """
import sys
from pathlib import Path
from assistant.acting.apart.loading import load_apart

found = load_apart(Path(sys.argv[1]), (), Path(sys.argv[2]))
print(found[0].function(), flush=True)
import threading, os
threading.Thread(target=found[1].function, daemon=True).start()
import time
time.sleep(0.5)
os._exit(0)
"""

LONELY = """
import os, time
from assistant import intent
NEEDS = ()

@intent("process")
def process() -> str:
    return str(os.getpid())

@intent("hang")
def hang() -> str:
    time.sleep(100)
    return ""
"""


def test_it_ends_with_its_host_even_while_it_hangs(tmp_path: Path) -> None:
    file = tmp_path / "lonely.py"
    file.write_text(LONELY)
    done = subprocess.run(
        [sys.executable, "-c", GREETING, file, tmp_path / "own"],
        capture_output=True,
        text=True,
        check=True,
    )
    until = clock_time.monotonic() + 20
    while Path(f"/proc/{done.stdout.strip()}").exists() and clock_time.monotonic() < until:
        clock_time.sleep(0.02)
    assert not Path(f"/proc/{done.stdout.strip()}").exists()
