"""The expansion rules that one intent brings, read when a template needs them; and whether all that
it brings can be laid.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.records import IntentSpec, ListEntry, Template
from assistant.understanding.expression import Expression, NumberRange, RuleRef, SlotRef, Words
from assistant.understanding.net import Call, Net, NetError, Resolve
from assistant.understanding.template_syntax import Reference
from assistant.understanding.templates import Parsed, parse
from assistant.understanding.text import words

MAX_RULES_DEEP = 50
"""Rules within one another."""
_TOUCHING = re.compile(
    r"(?<=[^\W\d_])(?P<before>[()\[\]]*)<(?P<behind>[^<>]+)>"
    r"|<(?P<name>[^<>]+)>(?=[()\[\]]*[^\W\d_])"
)
"""A rule with letters next to it, behind brackets or not."""


class Rules:
    """`<name>` for the templates of one intent."""

    def __init__(self, intent: IntentSpec) -> None:
        self._intent = intent
        first = intent.templates[0] if intent.templates else Template("")
        self._file, self._line = first.file, first.line
        self._read: dict[str, Parsed] = {}

    def get(self, name: str) -> Parsed:
        """The rule of that name. Raises KeyError where there is none."""
        if name not in self._read:
            where = f"{self._file}: rule <{name}>" if self._file else f"rule <{name}>"
            self._read[name] = self.read(Template(self._intent.rules[name], where, self._line))
        return self._read[name]

    def read(self, template: Template) -> Parsed:
        """The template, with rules written out that are a part of a word: "de<activate>". Raises
        TemplateError where it can't be read.
        """
        return parse(replace(template, text=_TOUCHING.sub(self._written_out, template.text)))

    def _written_out(self, found: re.Match[str]) -> str:
        """The rule's own words in brackets; itself where it is made of more than words."""
        text = self._intent.rules.get(found["name"] or found["behind"], "<")
        return found[0] if set(text) & set("<{") else f"{found['before'] or ''}({text})"

    def lay(
        self,
        template: Template,
        net: Net,
        label: int,
        knows_slot: Callable[[Reference], bool],
        resolve: Resolve,
    ) -> None:
        """Add the template to the net. Raises TemplateError where that can't be."""
        parsed = self.read(template)
        self.check(parsed, knows_slot)
        try:
            net.add(parsed.expression, label, resolve)
        except NetError as error:
            parsed.fail(f"This template is too large: {error}; write it more simply.")

    def check(self, parsed: Parsed, knows_slot: Callable[[Reference], bool]) -> None:
        """Raise TemplateError unless all that the template names is there and rules end."""
        self._check(parsed, knows_slot, (), set())

    def _check(
        self,
        parsed: Parsed,
        knows_slot: Callable[[Reference], bool],
        path: tuple[str, ...],
        done: set[str],
    ) -> None:
        for reference in parsed.references:
            name = reference.name
            if reference.kind == "slot" and not knows_slot(reference):
                parsed.fail(self._unknown_source(reference), reference.column)
            if reference.kind != "rule":
                continue
            if why := self._unusable(name, path):
                parsed.fail(why, reference.column)
            if name not in done:
                self._check(self.get(name), knows_slot, (*path, name), done)
                done.add(name)

    def _unusable(self, name: str, path: tuple[str, ...]) -> str:
        """Why a rule can't be used inside the rules of the path; empty where it can."""
        if name not in self._intent.rules:
            return f"There is no rule <{name}>; define it."
        if name in path:
            loop = " → ".join((*path[path.index(name) :], name))
            return f"The rule <{name}> uses itself: {loop}; break the circle."
        if len(path) >= MAX_RULES_DEEP:
            return f"Rules are nested more than {MAX_RULES_DEEP} deep; use fewer."
        return ""

    def _unknown_source(self, reference: Reference) -> str:
        if reference.name == reference.slot:
            return (
                f"{{{reference.slot}}} is neither a parameter of {self._intent.name} nor a list; "
                "declare it or correct the name."
            )
        return f"There is no list or value named {reference.name!r}; correct the name."


def check_intent(intent: IntentSpec, knows_slot: Callable[[Reference], bool]) -> None:
    """Raise TemplateError unless all templates and list entries of the intent can be laid."""
    rules = Rules(intent)

    def resolve(reference: RuleRef | SlotRef | NumberRange) -> tuple[Call, bool] | Expression:
        if isinstance(reference, RuleRef):
            return rules.get(reference.name).expression
        return Call(""), False

    for template in intent.templates:
        rules.lay(template, Net(), 0, knows_slot, resolve)
    where = intent.templates[0].file if intent.templates else intent.name
    for name, entries in intent.lists.items():
        for number, entry in enumerate(entries):
            lay_entry(Net(), f"{where}: list {name}", number, entry)


def lay_entry(net: Net, name: str, number: int, entry: ListEntry) -> None:
    """Most entries are plain words, and lists can be long: these aren't parsed."""
    if not set(entry.text) & set("()[]{}<>|;\\"):
        net.add(Words(words(entry.text)), number)
        return
    parsed = parse(Template(entry.text, name))
    try:
        net.add(parsed.expression, number)
    except NetError as error:
        parsed.fail(f"This entry can't be used: {error}; write plain words.")
