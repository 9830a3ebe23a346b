"""Finding abilities: built-in, the user's own, extra folders and installed packages, all one way.

Files are loaded by their path, never imported by a name, so that one file is one module. A broken
one is named with its error and the rest goes on.
"""

from __future__ import annotations

import ast
import hashlib
import logging
import re
import sys
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from assistant.acting.declared import read_declaration
from assistant.acting.guard import DeadlineError, run_guarded
from assistant.acting.intent import Intent, Translation, check_slots
from assistant.acting.sentences import Sentences, function_name, read_sentences
from assistant.acting.slots import KINDS, LIVING_LISTS
from assistant.bundled import bundled
from assistant.errors import AssistantError, PluginError, TemplateError, UsageError
from assistant.kept import Kept
from assistant.records import Language
from assistant.understanding.rules import check_intent

GROUP = "assistant.intents"
"""The entry point group of installed packages that bring abilities."""

FIRST = "__init__.py"
"""The file that a folder has that is an ability."""

LOAD_WITHIN_S = 10.0
"""A file that takes longer to load is left out."""

AnyIntent = Intent[..., Any]

Source = Path | EntryPoint
"""Where abilities come from: a file, or an installed package."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Broken:
    """An ability that isn't there, and why."""

    file: str
    """Its file, or its entry point."""
    line: int
    error: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.error}"


@dataclass(frozen=True, slots=True)
class Abilities:
    """What was found."""

    intents: tuple[AnyIntent, ...]
    broken: tuple[Broken, ...] = ()

    def served_by(self, services: Collection[type]) -> Abilities:
        """Those for which every service is there that their handlers ask for."""
        return replace(
            self,
            intents=tuple(
                each for each in self.intents if each.parameters.required_services <= set(services)
            ),
        )


def intent_folders(
    user: Path | None, extra: Sequence[Path] = (), only: Path | None = None
) -> tuple[Path, ...]:
    """The folders to load, in order: the built-in one, the user's, extra ones; or `only` one.

    Raises UsageError for an extra folder that isn't there.
    """
    named = [only] if only else extra
    for folder in named:
        if not folder.is_dir():
            raise UsageError(f"There is no folder {folder} with abilities; check the path.")
    if only:
        return (only,)
    return (bundled("intents"), *([user] if user and user.is_dir() else []), *extra)


Elsewhere = Callable[[Source], Sequence[AnyIntent | Broken] | None]
"""Loads abilities from outside elsewhere than in this process; None for those that belong here."""


def load(
    folders: Iterable[Path],
    installed: bool = True,
    within_s: float = LOAD_WITHIN_S,
    languages: Collection[Language] | None = None,
    elsewhere: Elsewhere = lambda _: None,
    kept: Kept | None = None,
) -> Abilities:
    """Load every file of the folders, and the abilities of installed packages.

    Of the translations beside them, those into these `languages`; None for all of them. Sentences
    that an earlier run could read, as was `kept`, aren't checked again.
    """
    intents: dict[str, AnyIntent] = {}
    broken: list[Broken] = []
    for source in ability_sources(folders, installed):
        found = elsewhere(source) if is_outside(source) else None
        if found is None:
            found = load_source(source, within_s, languages, kept)
        for each in found:
            _take(each, intents, broken)
    for one in broken:
        log.info("An ability is left out: %s", one)
    return Abilities(tuple(intents.values()), tuple(broken))


def _take(found: AnyIntent | Broken, intents: dict[str, AnyIntent], broken: list[Broken]) -> None:
    """Put it where it belongs; of two with one name, the second is broken."""
    if isinstance(found, Broken):
        broken.append(found)
    elif found.name in intents:
        first = intents[found.name].file
        clash = f"{found.name} is already there, from {first}; rename the file or the function."
        broken.append(Broken(found.file, found.templates[0].line, clash))
    else:
        intents[found.name] = found


def ability_sources(folders: Iterable[Path], installed: bool = True) -> Iterator[Source]:
    """Everything that may bring abilities."""
    for folder in folders:
        for each in sorted(folder.glob("*")):
            is_one = each.suffix == ".py" or (each / FIRST).is_file()
            if is_one and not each.name.startswith(("_", "test_")):
                yield each
    if installed:
        yield from entry_points(group=GROUP)


def first_file(source: Path) -> Path:
    """What is run of an ability: the file itself; of a folder the one that has the others."""
    return source / FIRST if source.is_dir() else source


def code_files(source: Path) -> list[Path]:
    """All files with the code of an ability."""
    return sorted(source.rglob("*.py")) if source.is_dir() else [source]


def is_outside(source: Source) -> bool:
    """Whether it isn't built in."""
    return not isinstance(source, Path) or source.parent != bundled("intents")


def load_source(
    source: Source,
    within_s: float = LOAD_WITHIN_S,
    languages: Collection[Language] | None = None,
    kept: Kept | None = None,
) -> list[AnyIntent | Broken]:
    """The abilities of a file or a package, loaded into this process; or what is wrong.

    `languages` and `kept` as for `load`.
    """
    if isinstance(source, Path):
        return load_file(source, within_s, languages, kept)
    return load_entry(source, within_s)


def load_file(
    file: Path,
    within_s: float = LOAD_WITHIN_S,
    languages: Collection[Language] | None = None,
    kept: Kept | None = None,
) -> list[AnyIntent | Broken]:
    """The abilities of a file or folder, with what its translations add; or what is wrong with it.

    `languages` and `kept` as for `load`.
    """
    kept = kept or Kept()
    file = file.absolute()  # as Python names it in tracebacks
    name = f"assistant_ability_{file.stem}_{hashlib.sha256(str(file).encode()).hexdigest()[:8]}"
    try:
        read_declaration(first_file(file).read_bytes())
        module = run_guarded(lambda: _run_module(name, file), within_s, file.name)
        intents = [each for each in _intents(module) if _is_of(each, name)]
        if not intents:
            raise PluginError("There is no function with @intent in this file.")
        if file.is_dir():  # which the family is called after
            about = module.__doc__ or ""
            intents = [replace(each, file=str(file), about=about) for each in intents]
        source = b"\n".join(each.read_bytes() for each in code_files(file))
        functions = {each.function_name for each in intents}
        beside = _read_translations(file, functions, languages)
        lines = kept.made("lines", source, lambda: _template_lines(file))
        found = [_translated(_with_lines(each, lines), beside) for each in intents]
        sentences = [_sentences(each) for each in found]
        kept.made("checked", sentences, lambda: check_sentences(found))
        return list(found)
    except (Exception, SystemExit) as error:
        log.debug("%s", file, exc_info=error)
        for module_name in [each for each in sys.modules if f"{each}.".startswith(f"{name}.")]:
            del sys.modules[module_name]
        return [_broken(file, error)]


def _is_of(made: AnyIntent, module: str) -> bool:
    """Whether it was made there, and not only imported."""
    return f"{made.function.__module__}.".startswith(f"{module}.")


def _run_module(name: str, file: Path) -> ModuleType:
    beside = [str(file)] if file.is_dir() else None
    spec = spec_from_file_location(name, first_file(file), submodule_search_locations=beside)
    if spec is None or spec.loader is None:
        raise PluginError("Python can't load this file.")
    module = module_from_spec(spec)
    sys.modules[name] = module  # dataclasses and type hints look their module up here
    spec.loader.exec_module(module)
    return module


def load_entry(entry: EntryPoint, within_s: float = LOAD_WITHIN_S) -> list[AnyIntent | Broken]:
    """The abilities of an installed package; or what is wrong with them."""
    try:
        loaded = run_guarded(entry.load, within_s, entry.name)
        intents = [loaded] if isinstance(loaded, Intent) else list(_intents(loaded))
        if not intents:
            raise PluginError(f"{entry.value}: there is no function with @intent.")
        check_sentences(intents)
        return list(intents)
    except (Exception, SystemExit) as error:
        log.debug("%s", entry.value, exc_info=error)
        return [_broken(f"{entry.name} ({entry.value})", error)]


def _intents(module: object) -> Iterator[AnyIntent]:
    return (value for value in vars(module).values() if isinstance(value, Intent))


def _broken(source: Path | str, error: BaseException) -> Broken:
    """What is wrong with a file, a folder or what an entry point names."""
    of_folder = [str(each) for each in code_files(source)] if isinstance(source, Path) else []
    files = of_folder or [str(source)]
    file = str(source)
    if isinstance(error, SyntaxError):
        where = error.filename if error.filename in files else file
        return Broken(where, error.lineno or 1, f"Python can't read it: {error.msg}.")
    if isinstance(error, TemplateError):
        return _broken_sentence(file, error)
    if isinstance(error, DeadlineError):
        return Broken(file, 1, "It takes too long to load; do slow things in the functions.")
    frames = traceback.extract_tb(error.__traceback__)
    mine = ((each.filename, each.lineno) for each in reversed(frames) if each.filename in files)
    file, line = next(mine, (file, None))
    known = isinstance(error, AssistantError)
    said = str(error) if known else f"{type(error).__name__}: {error}"
    return Broken(file, line or 1, said.removeprefix(f"{Path(file).name}:{line}, "))


def _broken_sentence(file: str, error: TemplateError) -> Broken:
    """Its own file may be a translation; "rule <name>" stands behind it where a rule is meant."""
    place, _, rule = error.file.partition(": ")
    message = str(error).removeprefix(f"{error.file}:{error.line}:{error.column}: ")
    where = f"column {error.column} of {rule or 'the sentence'}"
    return Broken(place if Path(place).exists() else file, error.line, f"{where}: {message}")


def _template_lines(file: Path) -> dict[tuple[str, str], int]:
    """The line of each decorator argument, by (function, text)."""
    lines: dict[tuple[str, str], int] = {}
    for node in (node for each in code_files(file) for node in ast.parse(each.read_bytes()).body):
        if isinstance(node, ast.FunctionDef):
            calls = [call for call in node.decorator_list if isinstance(call, ast.Call)]
            for argument in (argument for call in calls for argument in call.args):
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    lines[node.name, argument.value] = argument.lineno
    return lines


def _with_lines(made: AnyIntent, lines: dict[tuple[str, str], int]) -> AnyIntent:
    function = made.function_name
    templates = tuple(
        replace(template, line=lines.get((function, template.text), template.line))
        for template in made.templates
    )
    return replace(made, templates=templates)


def _translated(
    made: AnyIntent, beside: Iterable[tuple[Language, Mapping[str, Sentences]]]
) -> AnyIntent:
    """With the sentences that stand beside the file: `timer.de.yaml` for `timer.py`."""
    for language, found in beside:
        for name, sentences in found.items():
            if made.function_name in (name, function_name(name)):
                made = _with_sentences(made, language, sentences)
    return made


def _with_sentences(made: AnyIntent, language: Language, more: Sentences) -> AnyIntent:
    lists = {**made.parameters.lists, **more.lists}
    own = Translation(more.phrases, more.examples)
    return replace(
        made,
        templates=made.templates + more.templates,
        parameters=replace(made.parameters, lists=lists),
        rules={**(made.rules or {}), **more.rules},
        tongues={**made.tongues, language: own},
    )


def translations(file: Path) -> list[Path]:
    """The files beside an ability that hold sentences of it, in its own or other languages."""
    beside = file.parent.glob(f"{file.stem}*.yaml")
    named = re.compile(r"(\...)?\.yaml")
    return sorted(each for each in beside if named.fullmatch(each.name.removeprefix(file.stem)))


def _read_translations(
    file: Path, functions: set[str], languages: Collection[Language] | None
) -> list[tuple[Language, dict[str, Sentences]]]:
    """A file that names no language is always read: it may hold any."""
    found = []
    for beside in translations(file):
        suffixes = beside.suffixes
        named = suffixes[-2].removeprefix(".") if len(suffixes) > 1 else ""
        if named and languages is not None and named not in languages:
            continue
        language = named or "en"
        sentences = read_sentences(beside, language)
        for name in sentences:
            if functions.isdisjoint((name, function_name(name))):
                raise PluginError(f"{beside.name}: {file.name} has no ability {name!r}.")
        found.append((language, sentences))
    return found


def _sentences(made: AnyIntent) -> object:
    """All of an intent that its check depends on."""
    parameters = made.parameters
    templates = [(template.text, template.fixed) for template in made.templates]
    lists = sorted((name, [one.text for one in each]) for name, each in parameters.lists.items())
    return templates, parameters.slots, lists, sorted((made.rules or {}).items())


def check_sentences(intents: Iterable[AnyIntent]) -> None:
    """Raise TemplateError or PluginError unless all sentences of the intents can be read."""
    for made in intents:
        _check_sentences_of(made)


def _check_sentences_of(made: AnyIntent) -> None:
    slots = {slot.name for slot in made.parameters.slots}
    sources = {*slots, *made.parameters.lists, *LIVING_LISTS.values(), *KINDS.values()}
    everything = replace(made.spec, templates=made.templates)
    check_intent(everything, lambda reference: reference.name in sources)
    for template in made.templates:
        named = made.said_slots([template.text]) | {slot.name for slot in template.fixed}
        for unknown in sorted(named - slots):
            where = f"{Path(template.file).name}:{template.line}"
            raise PluginError(f"{where}: {made.name} has no parameter for the slot {{{unknown}}}.")
    check_slots(made)
