"""Running handlers: slots and services in, a reply out, whatever the handler does."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from assistant.acting.clock import local
from assistant.acting.conversation import LocalConversation
from assistant.acting.guard import DeadlineError, Guarded, run_guarded
from assistant.acting.intent import Intent
from assistant.acting.phrases import phrase
from assistant.acting.slots import Parameters
from assistant.errors import AssistantError, PluginError
from assistant.phrasebook import say, told
from assistant.records import Command, Decision, Language, Reply
from assistant.tongue import speaking, tongue
from assistant.understanding.values.speak import spoken

log = logging.getLogger(__name__)

Services = Mapping[type, object]
"""What is handed in for each service Protocol."""

PATIENCE_S = 2.0
"""Who has waited so long for an answer is told that there will be one."""

STILL_AT_IT = "I'm still working on it."

ASKED = {
    "number": "Which number?",
    "decimal": "Which number?",
    "percent": "How many percent?",
    "duration": "For how long?",
    "date": "Which day?",
    "datetime": "When?",
    "time": "When?",
    "waking": "When?",
    "weekly": "On which days, and when?",
    "weekly_waking": "On which days, and when?",
}
"""By the kind of a slot, whose name is English, what other languages ask for it."""

T = TypeVar("T")


class Runner:
    """The `Actor`: carries out commands with the handlers of intents."""

    def __init__(
        self,
        intents: Sequence[Intent[..., Any]],
        services: Services,
        conversation: LocalConversation,
        deadline_s: float = 10.0,
        now: Callable[[], datetime] = datetime.now,
        language: Language = "en",
    ) -> None:
        """`language` is spoken where a command has none."""
        self._language = language
        conversation.speaks(language)
        self._intents = {each.name: each for each in intents}
        self._services, self._conversation = services, conversation
        self._deadline_s, self._now = deadline_s, now

    def question(self, decision: Decision) -> str:
        """How to ask for the confirmation or the missing slot."""
        command = decision.command
        made = self._intents.get(command.intent) if command else None
        if command is None or made is None:
            return decision.detail or say("What do you mean?", self._language)
        with self._in_tongue(made, command):
            if decision.kind == "ask":
                return _prompt(made, decision.missing)
            return self._read_back(made, command) or self._plain_read_back(made, command)

    def always_confirms(self, command: Command) -> bool:
        """Whether it is read back whatever the settings; also where that can't be told."""
        made = self._intents.get(command.intent)
        if made is None or made.always_confirm is None or made.always_confirm_parameters is None:
            return False
        try:
            answer = self._call(made.always_confirm, made.always_confirm_parameters, made, command)
        except (Exception, SystemExit):
            log.exception("Whether %s is always read back can't be told", made.name)
            return True
        return bool(answer)

    def idle(self, command: Command) -> str:
        """Why there is nothing to do at the moment; empty where there is, or nobody can tell."""
        made = self._intents.get(command.intent)
        if made is None or made.idle is None or made.idle_parameters is None:
            return ""
        try:
            with self._in_tongue(made, command):
                answer = self._call(made.idle, made.idle_parameters, made, command)
        except (Exception, SystemExit):
            log.exception("Whether %s has anything to do can't be told", made.name)
            return ""
        return answer if isinstance(answer, str) else ""

    def _spoken_in(self, command: Command) -> Language:
        return command.language or self._language

    def _in_tongue(self, made: Intent[..., Any], command: Command) -> AbstractContextManager[None]:
        """Speak as the ability does in the language of the command."""
        language = self._spoken_in(command)
        self._conversation.speaks(language)
        return speaking(language, made.translation(language).phrases)

    def act(self, command: Command) -> Iterator[Reply]:
        """Run the handler. Never raises: what goes wrong becomes a Reply with ok=False."""
        said: list[str] = []
        still_at_it = say(STILL_AT_IT, self._spoken_in(command))
        try:
            for reply in self._replies(command):
                said.append(reply.text)
                yield reply
        finally:  # also where nobody wants to hear the rest
            self._conversation.said(
                " ".join(text for text in said if text not in ("", still_at_it))
            )

    def _replies(self, command: Command) -> Iterator[Reply]:
        made = self._intents.get(command.intent)
        if made is None:
            unknown = "Sorry, I have no ability called {name}."
            yield Reply(say(unknown, self._spoken_in(command), name=command.intent), ok=False)
        elif missing := _missing(made, command):
            with self._in_tongue(made, command):
                prompt = _prompt(made, missing)
            yield Reply(prompt, ok=False)
        else:
            yield from self._run(made, command)

    def _run(self, made: Intent[..., Any], command: Command) -> Iterator[Reply]:
        language = self._spoken_in(command)
        try:
            arguments = self._arguments(made.parameters, command)
            answer = yield from self._waiting(made, command, lambda: made.function(**arguments))
            if isinstance(answer, Iterator):
                yield from self._pieces(made, command, answer)
            else:
                yield _reply(made, answer, language)
        except DeadlineError:
            made.give_up()
            late = "Sorry, {ability} takes too long; I stopped waiting for it."
            yield _sorry(late, made, language)
        except AssistantError as error:
            log.warning("%s: %s", made.name, error)
            yield Reply(str(error), ok=False)
        except (Exception, SystemExit):
            log.exception("%s failed", made.name)
            yield _sorry("Sorry, {ability} ran into a problem.", made, language)

    def _pieces(
        self, made: Intent[..., Any], command: Command, answer: Iterator[object]
    ) -> Iterator[Reply]:
        """An answer of which the first piece is said while the next is still to come."""
        reply = Reply("")
        while (
            piece := (yield from self._waiting(made, command, lambda: next(answer, None)))
        ) is not None:
            reply = _reply(made, piece, self._spoken_in(command))
            yield replace(reply, more=True)
        yield Reply("", ok=reply.ok)

    def _waiting(
        self, made: Intent[..., Any], command: Command, work: Callable[[], T]
    ) -> Generator[Reply, None, T]:
        """What `work` returns; who waits long for it is told that it goes on."""
        with self._in_tongue(made, command):
            running = Guarded(work, made.name)
        if self._deadline_s > PATIENCE_S and not running.ends_within(PATIENCE_S):
            yield Reply(say(STILL_AT_IT, self._spoken_in(command)), more=True)
        return running.result(self._deadline_s)

    def _call(
        self,
        function: Callable[..., object],
        parameters: Parameters,
        made: Intent[..., Any],
        command: Command,
    ) -> object:
        arguments = self._arguments(parameters, command)
        return run_guarded(lambda: function(**arguments), self._deadline_s, made.name)

    def _arguments(self, parameters: Parameters, command: Command) -> dict[str, object]:
        """Values of the slots, said or by default, and the services."""
        arguments = _values(parameters, command)
        for name, service in parameters.services.items():
            if service not in self._services and name not in parameters.spare:
                raise PluginError(f"{service.__name__} isn't available; check the settings.")
            arguments[name] = self._services.get(service)
        return arguments

    def _read_back(self, made: Intent[..., Any], command: Command) -> str:
        """The question of the intent's own `confirm`; empty where it has none or it fails."""
        try:
            if callable(made.confirm) and made.confirm_parameters:
                text = self._call(made.confirm, made.confirm_parameters, made, command)
            else:
                values = _values(made.parameters, command)
                said = {name: self._said(value) for name, value in values.items()}
                text = phrase(str(made.confirm), **said)
        except (Exception, SystemExit):
            log.exception("The confirmation of %s failed", made.name)
            return ""
        return text if isinstance(text, str) else ""

    def _plain_read_back(self, made: Intent[..., Any], command: Command) -> str:
        """ "Set timer, 5 minutes: is that right?"; names of abilities are English."""
        title = made.function_name.replace("_", " ").capitalize()
        again = ", ".join([title, *(self._said(slot.value) for slot in command.slots)])
        if tongue().language != "en" and command.said:
            again = command.said
        return told("{command}: is that right?", command=again)

    def _said(self, value: object) -> str:
        return "" if value is None else spoken(plain(value), now=self._now())


def _values(parameters: Parameters, command: Command) -> dict[str, object]:
    """The value of each slot, as it was said or by default."""
    said = {slot.name: plain(slot.value) for slot in command.slots}
    known = {spec.name for spec in parameters.slots}
    return {**parameters.defaults, **{name: said[name] for name in said.keys() & known}}


def _reply(made: Intent[..., Any], answer: object, language: Language) -> Reply:
    """What a handler returned, as a reply."""
    if isinstance(answer, Reply):
        return answer
    if isinstance(answer, str) and answer.strip():
        return Reply(answer)
    log.error("%s must return text or a Reply, not %r", made.name, answer)
    return _sorry("Sorry, {ability} gave no answer.", made, language)


def _missing(made: Intent[..., Any], command: Command) -> str:
    required = (spec.name for spec in made.parameters.slots if spec.required)
    return next((name for name in required if command.slot(name) is None), "")


def _prompt(made: Intent[..., Any], slot: str) -> str:
    spec = next((spec for spec in made.parameters.slots if spec.name == slot), None)
    if spec and spec.prompt:
        return phrase(spec.prompt)
    if tongue().language == "en":
        return f"What {slot.replace('_', ' ')}?"
    return told(ASKED.get(spec.kind if spec else "", "What exactly?"))


def plain(value: object) -> object:
    """Moments without a zone, as handlers work with them; anything else as it is."""
    return local(value) if isinstance(value, datetime) else value


def _sorry(text: str, made: Intent[..., Any], language: Language) -> Reply:
    """That an ability failed, called as a person would: "the timer ability"."""
    name = Path(made.file).stem.replace("_", " ")
    ability = say("the {name} ability", language, name=name)
    return Reply(say(text, language, ability=ability), ok=False)
