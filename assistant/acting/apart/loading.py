"""Which abilities from outside run apart, whether they may, and their intents from there."""

from __future__ import annotations

import importlib.machinery
import logging
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from assistant.acting.apart import wire
from assistant.acting.apart.host import Guest, GuestFailedError, Task
from assistant.acting.declared import NEEDS, Declaration, need_of, read_declaration
from assistant.acting.guard import DeadlineError, run_guarded
from assistant.acting.intent import Intent, Translation
from assistant.acting.loader import (
    LOAD_WITHIN_S,
    AnyIntent,
    Broken,
    Source,
    check_sentences,
    first_file,
)
from assistant.acting.slots import Parameters
from assistant.errors import PluginError, TemplateError
from assistant.records import Aside, Language, Risk, Template

log = logging.getLogger(__name__)


def source_name(source: Source) -> str:
    """What a person calls it: "weather"."""
    return source.stem if isinstance(source, Path) else source.name


def source_place(source: Source) -> str:
    """What tells it from all others: its file, or its entry point."""
    if isinstance(source, Path):
        return str(source.absolute())
    return f"{source.name} ({source.value})"


def declaration_of(source: Source) -> Declaration:
    """What it says about itself, read without running any of it. Raises PluginError."""
    file = source_file(source)
    try:
        return read_declaration(file.read_bytes()) if file else Declaration()
    except OSError:
        return Declaration()  # whoever loads it will say what is wrong


def source_file(source: Source) -> Path | None:
    """Where its code stands, found as an import would find it, but not imported."""
    if isinstance(source, Path):
        return first_file(source)
    where: Sequence[str] | None = None
    spec: importlib.machinery.ModuleSpec | None = None
    parts = source.module.split(".")
    for count in range(1, len(parts) + 1):
        name = ".".join(parts[:count])
        finders = (getattr(finder, "find_spec", None) for finder in sys.meta_path)
        found = (find(name, where) for find in finders if find)
        spec = next((each for each in found if each), None)
        where = list(spec.submodule_search_locations or ()) if spec else []
    return Path(spec.origin) if spec and spec.origin and spec.has_location else None


@dataclass(frozen=True, slots=True)
class Apart:
    """Loads abilities from outside into processes of their own, where they belong there."""

    folder: Path
    """Has a folder for each."""
    permitted: Callable[[str], Collection[str]]
    """The needs that the person permitted to what has this place."""
    everything: bool = False
    """Whether those belong there, too, that don't say what they need; they get nothing."""
    languages: tuple[Language, ...] | None = None
    """Of their sentences; None for all."""

    def __call__(self, source: Source) -> Sequence[AnyIntent | Broken] | None:
        """Its abilities; None where it belongs into this process."""
        place = source_place(source)
        try:
            declared = declaration_of(source)
        except PluginError as error:
            return [Broken(place, 1, str(error))]
        if declared.needs is None and not self.everything:
            return None
        needs = declared.needs or ()
        if missing := set(needs) - set(self.permitted(place)):
            asked = " and ".join(f"{need} ({NEEDS[need]})" for need in needs if need in missing)
            permit = f"`assistant intents enable {source_name(source)}` permits it."
            return [Broken(place, declared.line, f"It needs {asked}; {permit}")]
        return load_apart(source, needs, self.folder, languages=self.languages)


def load_apart(
    source: Source,
    needs: tuple[str, ...],
    folder: Path,
    within_s: float = LOAD_WITHIN_S,
    languages: tuple[Language, ...] | None = None,
) -> list[AnyIntent | Broken]:
    """The abilities of a file or a package, in a process that gets no more than the needs."""
    place, name = source_place(source), source_name(source)
    file, value = (place, "") if isinstance(source, Path) else ("", source.value)
    guest = Guest(Task(name, folder / name, needs, file, value, languages))
    try:
        hello = run_guarded(guest.greet, within_s, name)
        broken = [Broken(str(file), int(line), str(error)) for file, line, error in hello["broken"]]
        return [*(_intent(each, guest, needs) for each in hello["intents"]), *broken]
    except DeadlineError:
        guest.end()
        return [Broken(place, 1, "It takes too long to load; do slow things in the functions.")]
    except (GuestFailedError, PluginError, TemplateError) as error:
        guest.end()
        return [Broken(place, 1, str(error))]
    except (wire.WireError, LookupError, TypeError, ValueError, AttributeError) as error:
        log.debug("%s", place, exc_info=error)
        guest.end()
        return [Broken(place, 1, f"It can't be understood: {error}.")]


def _intent(described: dict[str, Any], guest: Guest, needs: tuple[str, ...]) -> AnyIntent:
    """An ability whose functions run in the guest. Raises PluginError, WireError or TypeError."""

    def part(name: str, hint: Any) -> Any:
        value = wire.decode(described[name])
        if not wire.fits(value, hint):
            raise TypeError(f"{name} can't be {value!r}")
        return value

    name, parameters = part("function_name", str), part("parameters", Parameters)
    read_back = part("confirm_parameters", Parameters | None)
    _check_needs(name, parameters, needs)
    question = part("confirm", str | None)
    if question is None:
        _check_needs(name, read_back, needs)
        question = _function(guest, name, "confirm", read_back)
    guarded = part("always_confirm_parameters", Parameters | None)
    waiting = part("idle_parameters", Parameters | None)
    for beside in filter(None, (guarded, waiting)):
        _check_needs(name, beside, needs)
    made: AnyIntent = Intent(
        function=_function(guest, name, "handler", parameters),
        function_name=name,
        file=part("file", str),
        about=part("about", str),
        templates=part("templates", tuple[Template, ...]),
        parameters=parameters,
        risk=part("risk", Risk),
        confirm=cast(str | Callable[..., str], question),
        confirm_parameters=read_back,
        always_confirm=guarded and _function(guest, name, "always_confirm", guarded),
        always_confirm_parameters=guarded,
        idle=waiting and _function(guest, name, "idle", waiting),
        idle_parameters=waiting,
        aside=part("aside", Aside),
        rules=part("rules", dict[str, str] | None),
        examples=part("examples", tuple[str, ...]),
        tongues={str(language): _tongue(each) for language, each in described["tongues"].items()},
        needs=needs,
        give_up=guest.end,
    )
    check_sentences([made])
    return made


def _tongue(described: dict[str, Any]) -> Translation:
    phrases = {str(text): str(said) for text, said in described["phrases"].items()}
    return Translation(phrases, tuple(map(str, described["examples"])))


def _check_needs(name: str, parameters: Parameters, needs: Collection[str]) -> None:
    """Raise PluginError for a service that wasn't declared."""
    for service in parameters.services.values():
        if need_of(service) not in needs:
            raise PluginError(
                f"{name} asks for {service.__name__}; write {need_of(service)!r} into NEEDS."
            )


def _function(guest: Guest, name: str, part: str, parameters: Parameters) -> Callable[..., Any]:
    """The function in the guest, as if it were here."""

    def call(**arguments: object) -> object:
        services = {
            each: (kind, arguments.pop(each))
            for each, kind in parameters.services.items()
            if arguments[each] is not None  # a spare one that isn't there
        }
        return guest.call(name, part, arguments, services)

    return call
