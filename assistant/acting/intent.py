"""`@intent`: what turns a plain function into an ability. Nothing is registered anywhere."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, ParamSpec, TypeVar, get_args

from assistant.acting.slots import Parameters, place, read_parameters
from assistant.errors import PluginError
from assistant.records import Aside, IntentSpec, Language, Reply, Risk, Template

OWN: Language = "en"
"""The language of what stands in the ability itself."""

P = ParamSpec("P")
R = TypeVar("R", bound=str | Reply | Iterator[str])

Confirm = str | Callable[..., str]
"""The question that reads a command back: a format such as "Call {who}?", or a function that takes
slots and services like the handler does."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What an ability is and says in another language, beside its templates."""

    phrases: Mapping[str, str] = field(default_factory=dict)
    """By what it says in English."""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Intent(Generic[P, R]):
    """A handler with the sentences that reach it; calls go straight to the function."""

    function: Callable[P, R]
    function_name: str
    file: str
    """Where it was written."""
    templates: tuple[Template, ...]
    parameters: Parameters
    about: str = ""
    """What its file says about itself."""
    risk: Risk = "low"
    confirm: Confirm = ""
    confirm_parameters: Parameters | None = None
    """Of `confirm`, when it is a function."""
    always_confirm: Callable[..., bool] | None = None
    """Whether, with these values, a command is read back whatever the settings."""
    always_confirm_parameters: Parameters | None = None
    idle: Callable[..., str] | None = None
    """Why there is nothing to do at the moment; empty where there is."""
    idle_parameters: Parameters | None = None
    aside: Aside = ""
    """What it is to a question that waits for an answer."""
    rules: Mapping[str, str] | None = None
    examples: tuple[str, ...] = ()
    tongues: Mapping[Language, Translation] = field(default_factory=dict)
    """By language: what a file beside the ability says."""
    needs: tuple[str, ...] | None = None
    """What it may use in its own process; None for one that runs in this process."""
    give_up: Callable[[], None] = lambda: None
    """Called where its handler took too long: ends it, if that can be done."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.function(*args, **kwargs)

    @property
    def name(self) -> str:
        """ "<file>.<function>"."""
        return f"{Path(self.file).stem}.{self.function_name}"

    def said_slots(self, templates: Iterable[str]) -> set[str]:
        """The slots that the templates name, themselves or through rules."""
        texts, waiting = set[str](), list(templates)
        while waiting:
            text = waiting.pop()
            if text not in texts:
                texts.add(text)
                names = re.findall(r"<([^<>]*)>", text)
                waiting += [(self.rules or {}).get(name.strip(), "") for name in names]
        return {name for text in texts for name in slot_names(text)}

    @property
    def spec(self) -> IntentSpec:
        """What the understanding room needs to know about it in its own language."""
        return self.spec_in(OWN)

    def spec_in(self, language: Language) -> IntentSpec:
        """What the understanding room needs to know about it in a language."""
        return IntentSpec(
            name=self.name,
            templates=tuple(one for one in self.templates if one.language == language),
            slots=self.parameters.slots,
            risk=self.risk,
            lists=self.parameters.lists,
            rules=self.rules or {},
            examples=self.examples_in(language),
            aside=self.aside,
        )

    def examples_in(self, language: Language) -> tuple[str, ...]:
        """Sentences of the language that reach it."""
        return self.examples if language == OWN else self.translation(language).examples

    def translation(self, language: Language) -> Translation:
        """What it is and says in the language; nothing where it has no file for that."""
        return self.tongues.get(language, Translation())


def intent(
    *templates: str,
    risk: Risk = "low",
    confirm: Confirm = "",
    always_confirm: Callable[..., bool] | None = None,
    idle: Callable[..., str] | None = None,
    aside: Aside = "",
    examples: Sequence[str] = (),
    rules: Mapping[str, str] | None = None,
    asks: Mapping[str, str] | None = None,
) -> Callable[[Callable[P, R]], Intent[P, R]]:
    """Make an ability of a function that returns what to say, or yields it piece by piece.

    `templates` are sentences in HassIL's syntax; without any, they stand in a YAML file beside the
    ability. `examples` are sentences that must reach this
    ability; `rules` expand `<name>` in the templates; `asks` holds the question for each slot that
    a sentence may leave out although the handler needs it. `risk` "high" is always read back, with
    the question from `confirm`, unless the settings trust it; where `always_confirm`, a function of
    slots and services, says so, it is read back all the same. `idle`, such a function too, says why
    there is nothing to do at the moment ("There is no call to end."), or nothing where there is:
    that is answered instead of a question, and what isn't surely this command is sooner none. Any
    command takes the place of a question that waits, but for what is said `aside`: behind "answer"
    ("why did you ask that?") the question is asked again, and instead of "repeat" ("pardon?").

    Raises PluginError where the function and its sentences don't fit together.
    """

    def decorate(function: Callable[P, R]) -> Intent[P, R]:
        _check_handler(function, templates, risk, aside)
        code = function.__code__
        made: Intent[P, R] = Intent(
            function=function,
            function_name=function.__name__,
            file=code.co_filename,
            about=str(function.__globals__.get("__doc__") or ""),
            templates=tuple(Template(t, code.co_filename, code.co_firstlineno) for t in templates),
            parameters=read_parameters(function, asks or {}),
            risk=risk,
            confirm=confirm,
            confirm_parameters=_parameters_of(confirm),
            always_confirm=always_confirm,
            always_confirm_parameters=_parameters_of(always_confirm),
            idle=idle,
            idle_parameters=_parameters_of(idle),
            aside=aside,
            rules=rules,
            examples=tuple(examples),
        )
        _check_names(made, asks or {})
        if templates:
            check_slots(made)
        return made

    return decorate


def _parameters_of(beside: Callable[..., object] | str | None) -> Parameters | None:
    """Of a function beside the handler; None where it isn't one."""
    return read_parameters(beside, {}) if callable(beside) else None


def _check_handler(
    function: Callable[..., object], templates: Sequence[str], risk: str, aside: str
) -> None:
    if not inspect.isfunction(function):
        raise PluginError(f"@intent belongs on a plain function, not on {function!r}.")
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise PluginError(f"{place(function)}: write it with `def`, and return what to say.")
    if not all(isinstance(template, str) for template in templates):
        raise PluginError(f"{place(function)}: the sentences of @intent must be text.")
    if risk not in get_args(Risk):
        raise PluginError(f"{place(function)}: risk must be low, medium or high, not {risk!r}.")
    if aside not in get_args(Aside):
        raise PluginError(f"{place(function)}: aside must be answer or repeat, not {aside!r}.")


def _check_names(made: Intent[P, R], asks: Mapping[str, str]) -> None:
    """Questions, and the functions beside the handler, are about slots that are there."""
    known = {slot.name for slot in made.parameters.slots}
    functions = made.confirm_parameters, made.always_confirm_parameters, made.idle_parameters
    beside = {slot.name for parameters in filter(None, functions) for slot in parameters.slots}
    for name in sorted((set(asks) | beside) - known):
        raise PluginError(f"{place(made.function)}: there is no parameter for the slot {{{name}}}.")


def check_slots(made: Intent[P, R]) -> None:
    """Raise PluginError unless every slot of a sentence has a parameter, and every parameter a
    way to be filled.
    """
    if not made.templates:
        raise PluginError(f"{place(made.function)}: @intent needs at least one sentence, as text.")
    slots = made.parameters.slots
    said = made.said_slots(template.text for template in made.templates)
    said |= {slot.name for template in made.templates for slot in template.fixed}
    for name in sorted(said - {slot.name for slot in slots}):
        raise PluginError(f"{place(made.function)}: there is no parameter for the slot {{{name}}}.")
    for slot in slots:
        if slot.required and slot.name not in said and not slot.prompt:
            raise PluginError(f"{place(made.function)}: no sentence has the slot {{{slot.name}}}.")


def slot_names(template: str) -> set[str]:
    """The slots of a template: "what" of {what}, "where" of {room:where}."""
    return {body.split(":")[-1].strip() for body in re.findall(r"\{([^{}]*)\}", template)}
