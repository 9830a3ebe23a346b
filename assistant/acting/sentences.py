"""Sentences in YAML beside an ability: other languages, and files written for Home Assistant.

A plain file has each function's name with a list of templates below; beside the functions it may
have `rules`, `lists` (by slot), `examples` (by function) and `phrases`, what is said instead of
the ability's English. A list may stand in a TOML file beside it, for several abilities.

A file with `intents` is read as Home Assistant writes it: its lists, ranges, wildcards and
expansion rules belong to it alone, so their names get the language before them, and ranges and
wildcards are written into the templates. What only Home Assistant can know (`requires_context`,
`response`) is passed over.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assistant.errors import PluginError
from assistant.records import Language, ListEntry, Slot, Template
from assistant.understanding.templates import parse

BESIDE_FUNCTIONS = frozenset(("rules", "lists", "examples", "phrases"))
"""What a plain file may have beside its functions."""

STEPS = {"halves": 0.5, "tenths": 0.1}
"""Between two numbers of a range, by the word in its `fractions`."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The templates of one ability, with the lists and rules that they name."""

    templates: tuple[Template, ...] = ()
    lists: Mapping[str, tuple[ListEntry, ...]] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    """By what the ability says in English."""
    examples: tuple[str, ...] = ()


def read_sentences(file: Path, language: Language) -> dict[str, Sentences]:
    """The sentences of a file by the name of their function.

    `language` counts where the file names none. Raises PluginError for anything else.
    """
    from assistant.acting.lined_yaml import loaded

    try:
        content = loaded(file.read_text("utf-8"))
    except ValueError as error:  # UnicodeDecodeError is one
        raise PluginError(f"{file.name}: this isn't YAML: {error}.") from error
    reader = _Reader(str(file), language)
    if isinstance(content, dict) and "intents" in content:
        return reader.home_assistant(content)
    return reader.plain(reader.mapping(content, "the file"))


def home_assistant(
    content: Mapping[str, Any], file: str, language: Language = "en"
) -> dict[str, Sentences]:
    """What Home Assistant's YAML means, once it is read. Raises PluginError."""
    return _Reader(file, language).home_assistant(content)


def function_name(intent: str) -> str:
    """The function for an intent of Home Assistant: `HassTurnOn` is `hass_turn_on`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", intent).lower()


@dataclass(frozen=True, slots=True)
class _Names:
    """What the names in braces and angles stand for."""

    braces: Mapping[str, str] = field(default_factory=dict)
    """By list: what to write instead of its name in `{name:slot}`."""
    angles: Mapping[str, str] = field(default_factory=dict)
    """By rule: its name among all rules."""

    def write(self, template: str) -> str:
        """The template with names that are our own."""
        return re.sub(r"\{([^{}]*)\}|<([^<>]*)>", self._reference, template)

    def _reference(self, found: re.Match[str]) -> str:
        rule = found[2]
        if rule is not None:
            return f"<{self.angles.get(rule.strip(), rule)}>"
        source, _, slot = (part.strip() for part in found[1].partition(":"))
        if source not in self.braces:
            return found[0]
        return f"{{{self.braces[source]}:{slot or source}}}"


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the content of one file."""

    file: str
    language: Language

    def plain(self, content: Mapping[str, Any]) -> dict[str, Sentences]:
        definitions = {
            "lists": content.get("lists", {}),
            "expansion_rules": content.get("rules", {}),
        }
        shared, names = self._definitions(definitions, self.language, _Names())
        phrases = _called(definitions["lists"], shared, names) | {
            self.text(said, "what `phrases` names"): self.text(other, f"the phrase {said!r}")
            for said, other in self.mapping(content.get("phrases", {}), "phrases").items()
        }
        examples = self.mapping(content.get("examples", {}), "examples")
        return {
            name: replace(
                shared,
                templates=tuple(
                    replace(one, text=names.write(one.text)) for one in self.templates(texts, name)
                ),
                phrases=phrases,
                examples=tuple(one.text for one in self.templates(examples.get(name, []), name)),
            )
            for name, texts in content.items()
            if name not in BESIDE_FUNCTIONS
        }

    def home_assistant(self, content: Mapping[str, Any]) -> dict[str, Sentences]:
        if "language" in content:
            wanted = self.text(content["language"], "the language")
            return replace(self, language=wanted.split("-")[0])._intents(content)
        return self._intents(content)

    def _intents(self, content: Mapping[str, Any]) -> dict[str, Sentences]:
        shared, names = self._definitions(content, self.language, _Names())
        found: dict[str, Sentences] = {}
        for intent, body in self.mapping(content["intents"], "intents").items():
            blocks = self.mapping(body, intent).get("data", [])
            if not isinstance(blocks, list):
                raise self._wrong(f"{intent}: data", "a list")
            made = shared
            for number, block in enumerate(blocks):
                prefix = f"{self.language}.{intent}.{number}"
                made = _joined(made, self._block(self.mapping(block, intent), prefix, names))
            found[intent] = made
        return found

    def _block(self, block: Mapping[str, Any], prefix: str, names: _Names) -> Sentences:
        """The sentences of one block, which may have lists and rules of its own."""
        own, inside = self._definitions(block, prefix, names)
        fixed = tuple(
            Slot(name, "", value)
            for name, value in self.mapping(block.get("slots", {}), "slots").items()
        )
        templates = tuple(
            replace(one, text=inside.write(one.text), fixed=fixed)
            for one in self.templates(block.get("sentences", []), "sentences")
        )
        return replace(own, templates=templates)

    def _definitions(
        self, content: Mapping[str, Any], prefix: str, outer: _Names
    ) -> tuple[Sentences, _Names]:
        """Lists and rules, and what names mean where they hold."""
        lists: dict[str, tuple[ListEntry, ...]] = {}
        braces = dict(outer.braces)
        for name, body in self.mapping(content.get("lists", {}), "lists").items():
            kind = self.mapping(body, f"the list {name}")
            if kind.get("wildcard"):
                braces[name] = "text"
            elif "range" in kind:
                braces[name] = self._range(self.mapping(kind["range"], name), name)
            elif "file" in kind:
                braces[name] = f"{prefix}.{name}"
                read = self._file(kind["file"])
                lists[braces[name]] = tuple(ListEntry(said, value) for said, value in read.items())
            elif isinstance(kind.get("values"), list):
                braces[name] = f"{prefix}.{name}"
                lists[braces[name]] = tuple(self._entries(kind["values"], name))
            else:
                raise self._wrong(f"the list {name}", "values, a file, a range or a wildcard")
        texts = self.mapping(content.get("expansion_rules", {}), "expansion_rules")
        names = _Names(braces, {**outer.angles, **{name: f"{prefix}.{name}" for name in texts}})
        rules = {
            names.angles[name]: names.write(self.text(text, f"the rule {name}"))
            for name, text in texts.items()
        }
        return Sentences((), lists, rules), names

    def _file(self, name: object) -> Mapping[str, str]:
        """A list in a file of its own, beside this one: `"as it is said" = "its value"`."""
        named = str(self.text(name, "the file of a list"))
        try:
            content = tomllib.loads(Path(self.file).resolve().with_name(named).read_text("utf-8"))
        except (OSError, ValueError) as error:  # no TOML, or a name with a folder in it
            raise PluginError(f"{named}: this list can't be read: {error}.") from error
        return {said: self.text(value, f"{said} in {named}") for said, value in content.items()}

    def _range(self, body: Mapping[str, Any], name: str) -> str:
        """A range as templates have it: "0..100,5"."""
        numbers = [body.get("from"), body.get("to"), body.get("multiplier", 1)]
        step = STEPS.get(body.get("fractions", ""), body.get("step", 1))
        if not all(isinstance(number, int) for number in numbers) or not step:
            raise self._wrong(f"the range of {name}", "whole numbers for `from` and `to`")
        start, stop, factor = numbers
        return f"{start}..{stop},{step:g}" + (f"*{factor}" if factor != 1 else "")

    def _entries(self, values: list[Any], name: str) -> Iterator[ListEntry]:
        for value in values:
            if isinstance(value, dict):
                said = self.text(value.get("in"), f"`in` of the list {name}")
                yield ListEntry(said, value.get("out", self._first_way(said)))
            else:
                said = self.text(value, f"a value of the list {name}")
                yield ListEntry(said, self._first_way(said))

    def _first_way(self, said: str) -> str:
        """What an entry stands for where the file doesn't say: "nguyen" of "(nguyen|win)"."""
        if not set(said) & set("()[]|"):
            return said
        return parse(Template(said, self.file, getattr(said, "line", 1))).first_way

    def templates(self, texts: object, name: str) -> Iterator[Template]:
        if not isinstance(texts, list):
            raise self._wrong(name, "a list of sentences")
        for each in texts:
            text = self.text(each, f"a sentence of {name}")
            yield Template(str(text), self.file, getattr(text, "line", 1), self.language)

    def mapping(self, value: object, name: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self._wrong(name, "names, each with what belongs to it")
        return value

    def text(self, value: object, name: str) -> str:
        if not isinstance(value, str):
            raise self._wrong(name, f"text, so put {value!r} in quotes")
        return value

    def _wrong(self, what: str, wanted: str) -> PluginError:
        return PluginError(f"{Path(self.file).name}: {what} must be {wanted}.")


def _joined(one: Sentences, other: Sentences) -> Sentences:
    return Sentences(
        one.templates + other.templates,
        {**one.lists, **other.lists},
        {**one.rules, **other.rules},
    )


def _called(lists: Mapping[str, Any], shared: Sentences, names: _Names) -> dict[str, str]:
    """What the values of lists in files are called, by value: each by its first spelling."""
    files = [
        shared.lists.get(names.braces[name], ()) for name, body in lists.items() if "file" in body
    ]
    return {str(one.value): one.text.split("|")[0] for entries in files for one in entries}
