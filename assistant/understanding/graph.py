"""The command graph: all templates, rules, lists and values as nets that call one another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from assistant.kept import Kept, fingerprint
from assistant.ports import ListSource
from assistant.records import IntentSpec, Language, ListEntry, SlotSpec, Template
from assistant.understanding.expression import (
    Alternative,
    Expression,
    NumberRange,
    Permutation,
    RuleRef,
    SlotRef,
    Words,
    render,
)
from assistant.understanding.expression import Sequence as InOrder
from assistant.understanding.net import Call, Net, NetError, Spellings
from assistant.understanding.rules import Rules, lay_entry
from assistant.understanding.seams import Seams
from assistant.understanding.template_syntax import Reference

FREE_TEXT = "text"
"""The net of free text: any words at all. It isn't among `CommandGraph.nets`."""
MAIN = "commands"
"""The net of all templates; its labels are indices into `CommandGraph.sentences`."""
NUMBER, DECIMAL = "number", "decimal"
"""The value types behind `{0..100:slot}` and `{0..100,0.5:slot}`."""

MAX_FIGURES = 10_000
"""Numbers of a range that is written out in figures."""


class ValueType(Protocol):
    """What the graph needs of a value grammar."""

    @property
    def name(self) -> str: ...
    @property
    def expression(self) -> Expression: ...
    @property
    def rules(self) -> Mapping[str, Expression]:
        """One name means the same in all value types of a language."""
        ...

    def parse(self, text: str, now: datetime) -> object:
        """The value of the words; raises ValueError where they mean nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template with the intent that it belongs to."""

    intent: IntentSpec
    template: Template


@dataclass(frozen=True, slots=True)
class _Commands:
    """The net of all templates, and what their references stood for when it was laid."""

    net: Net
    sources: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """The net's name by intent, source and slot."""
    ranges: dict[NumberRange, Call] = field(default_factory=dict)
    lists: dict[str, Net] = field(default_factory=dict)
    """The nets of the lists that intents bring."""


Unlisted = Callable[[str, str, Language], str]
"""What to tell somebody who named what isn't in a list: given the list, the words and the language.
Empty for nothing special."""


class CommandGraph:
    """Everything that can be said, as nets. Deterministic for the same input."""

    def __init__(
        self,
        intents: Sequence[IntentSpec],
        lists: ListSource,
        values: Mapping[str, ValueType],
        language: str = "en",
        kept: Kept | None = None,
        spellings: Spellings | None = None,
        unlisted: Unlisted = lambda name, words, language: "",
    ) -> None:
        """Compile. Raises TemplateError where a template, rule or list entry can't be read.

        With `kept`, `values` must be the language's own. Templates and entries that have a word of
        `spellings` accept its other spellings too.
        """
        self.values, self.language, self._spellings = values, language, spellings or {}
        self.kept = kept or Kept()
        self.intents = {intent.name: intent for intent in intents}
        self.nets: dict[str, Net] = {}
        self.entries: dict[str, tuple[ListEntry, ...]] = {}
        self.sentences: list[Sentence] = []
        self._first: dict[str, frozenset[str]] = {}
        self._seams: Seams | None = None
        self._source, self._unlisted = lists, unlisted
        self._lists: dict[str, tuple[ListEntry, ...] | None] = {}
        self._value_nets: dict[str, Net] = {}
        if self.kept:
            self._value_nets = self.kept.made("values", (language, list(values)), self._all_values)
        content = _content(intents, language), sorted(self._spellings.items())
        commands = self.kept.made("commands", content, lambda: self._laid(intents, language))
        self._take_lists(commands, intents)
        if not self._holds(commands):
            commands = self._laid(intents, language)
        self._take(commands, intents, language)

    def beside(self, intents: Sequence[IntentSpec], language: str = "en") -> CommandGraph:
        """A graph of other templates that shares this one's lists and values."""
        other = copy(self)
        other.intents = {intent.name: intent for intent in intents}
        other.nets, other.entries = dict(self.nets), dict(self.entries)
        other._first, other._seams, other.sentences = {}, None, []
        other._take(other._laid(intents, language), intents, language)
        other.nets = {name: other.nets[name] for name in other._reachable()}
        return other

    def refresh(self) -> bool:
        """Compile the shared lists again whose entries changed; tells whether any did."""
        changed = False
        for name, known in self._lists.items():
            entries = self._current(name)
            if entries != known:
                self._lists[name], self._seams, changed = entries, None, True
                self._first.pop(f"list {name}", None)
                if self.nets.pop(f"list {name}", None):
                    self._list_net(f"list {name}", entries or ())
        return changed

    def shared_lists(self) -> list[str]:
        """The nets of the lists that aren't an ability's own: contacts, rooms, running timers."""
        nets = (f"list {name}" for name, entries in self._lists.items() if entries is not None)
        return [net for net in nets if net in self.nets]

    def unlisted(self, net: str, words: str) -> str:
        """What to tell somebody who named what isn't in the list; empty for nothing special."""
        return self._unlisted(net.removeprefix("list "), words, self.language)

    def _current(self, name: str) -> tuple[ListEntry, ...] | None:
        entries = self._source.entries(name)
        return None if entries is None else tuple(entries)

    def source(self, intent: IntentSpec, source: str, slot: str) -> str:
        """The net that fills `{source:slot}` in a template of the intent; "" for none.

        In plain `{slot}` the slot's declaration comes first, in `{source:slot}` the source.
        """
        spec = next((spec for spec in intent.slots if spec.name == slot), None)
        if spec and source == slot:
            return self.filler(intent, spec) or self._named(intent, source)
        return self._named(intent, source) or (self.filler(intent, spec) if spec else "")

    def filler(self, intent: IntentSpec, spec: SlotSpec) -> str:
        """The net that fills a slot as it is declared; "" for none."""
        name = spec.kind if spec.kind != "list" else spec.list_name or spec.name
        if spec.kind == "list" and (own := f"{self.language}.{spec.name}") in intent.lists:
            name = own
        return self._named(intent, name)

    def _laid(self, intents: Sequence[IntentSpec], language: str) -> _Commands:
        """The net of all templates; each is labelled with its place among them."""
        commands = _Commands(Net(self._spellings))
        label = 0
        for intent in intents:
            names = _Names(self, intent, commands)
            for template in _spoken(intent, language):
                names.rules.lay(template, commands.net, label, names.knows, names)
                label += 1
        own = [f"list {intent.name}/{name}" for intent in intents for name in intent.lists]
        commands.lists.update({name: self.nets[name] for name in own if name in self.nets})
        return commands

    def _holds(self, commands: _Commands) -> bool:
        """Whether a net that was laid before still means the same; lays what it calls."""
        ranges = {wanted: self.call_range(wanted) for wanted in commands.ranges}
        sources = {
            (intent, source, slot): self.source(self.intents[intent], source, slot)
            for intent, source, slot in commands.sources
        }
        return ranges == commands.ranges and sources == commands.sources

    def _take_lists(self, commands: _Commands, intents: Sequence[IntentSpec]) -> None:
        for intent in intents:
            for name, entries in intent.lists.items():
                if net := commands.lists.get(own := f"list {intent.name}/{name}"):
                    self.nets[own], self.entries[own] = net, tuple(entries)

    def _take(self, commands: _Commands, intents: Sequence[IntentSpec], language: str) -> None:
        self.nets[MAIN] = commands.net
        self.sentences = [
            Sentence(intent, template)
            for intent in intents
            for template in _spoken(intent, language)
        ]

    def _all_values(self) -> dict[str, Net]:
        nets: dict[str, Net] = {}
        for value in self.values.values():
            nets |= _value_nets(f"value {value.name}", value, nets)
        return nets

    def vocabulary(self) -> set[str]:
        """The keys of all words that a sentence can have, but for free text."""
        return {word for name in self._reachable() for word in self.nets[name].spelling}

    def value_nets(self) -> list[Net]:
        """The nets of all values, and those that they are made of."""
        found: dict[str, Net] = {}
        for name in self._reachable():
            if name.startswith("value "):
                found |= called_nets(self.nets, name)
        return list(found.values())

    def _reachable(self) -> list[str]:
        """The nets that a sentence can go through, but for free text, in a fixed order."""
        reached, waiting = dict[str, None](), [MAIN]
        while waiting:
            name = waiting.pop()
            if name not in reached and name != FREE_TEXT:
                reached[name] = None
                waiting += sorted(self.nets[name].called)
        return list(reached)

    @property
    def digest(self) -> str:
        """A fingerprint of all that can be said."""
        return fingerprint({name: self.nets[name].digest for name in self._reachable()})

    def first_words(self, name: str) -> frozenset[str]:
        """The keys that a sentence of the net can begin with."""
        if name not in self._first:
            start = self.nets[name].expand(self.nets[name].start())
            called = (self.first_words(call.net) for call, _ in start.calls)
            self._first[name] = frozenset(start.words).union(*called)
        return self._first[name]

    @property
    def seams(self) -> Seams:
        """The words that no space need stand between."""
        if self._seams is None:
            self._seams = self._made_seams()
        return self._seams

    def _made_seams(self) -> Seams:
        before, behind, behind_text = set[str](), set[str](), set[str]()
        for left, right in self.nets[MAIN].touching():
            following = right.words.union(*map(self._said_in, right.nets))
            if FREE_TEXT in left.nets:
                behind_text |= following
            before |= left.words.union(*map(self._said_in, left.nets))
            behind |= following
        return Seams(*map(frozenset, (before, behind, behind_text)))

    def _said_in(self, name: str) -> set[str]:
        """The keys of all words of a net; free text has none."""
        if name == FREE_TEXT:
            return set()
        return {word for net in called_nets(self.nets, name).values() for word in net.spelling}

    def call_range(self, wanted: NumberRange) -> Call:
        """The call of a number range; in figures alone where the language has no numbers yet."""
        name = NUMBER if wanted.step >= 1 else DECIMAL
        if name in self.values:
            return Call(self._value_net(self.values[name]), wanted.slot, wanted)
        entries = [ListEntry(f"{n:g}", n * wanted.factor) for n in _numbers(wanted)]
        return Call(self._list_net(f"list {render(wanted)}", entries), wanted.slot)

    def _named(self, intent: IntentSpec, name: str) -> str:
        """The net of that name, made when it is first needed; "" for none."""
        if name in intent.lists:
            return self._list_net(f"list {intent.name}/{name}", intent.lists[name])
        if name not in self._lists:
            self._lists[name] = self._current(name)
        if (entries := self._lists[name]) is not None:
            return self._list_net(f"list {name}", entries)
        if name in self.values:
            return self._value_net(self.values[name])
        return FREE_TEXT if name == FREE_TEXT else ""

    def _list_net(self, name: str, entries: Sequence[ListEntry]) -> str:
        if name not in self.nets:
            self.nets[name] = net = Net(self._spellings)
            self.entries[name] = tuple(entries)
            for number, entry in enumerate(entries):
                lay_entry(net, name, number, entry)
        return name

    def _value_net(self, value: ValueType) -> str:
        name = f"value {value.name}"
        if name in self.nets:
            return name
        if name in self._value_nets:
            self.nets |= called_nets(self._value_nets, name)
        else:
            self.nets |= _value_nets(name, value, self.nets)
        return name


class _Names:
    """What the references of one intent's templates stand for."""

    def __init__(self, graph: CommandGraph, intent: IntentSpec, commands: _Commands) -> None:
        self._graph, self._intent, self._commands = graph, intent, commands
        self.rules = Rules(intent)

    def knows(self, reference: Reference) -> bool:
        return bool(self._graph.source(self._intent, reference.name, reference.slot))

    def __call__(
        self, reference: RuleRef | SlotRef | NumberRange
    ) -> tuple[Call, bool] | Expression:
        match reference:
            case RuleRef(name):
                return self.rules.get(name).expression
            case SlotRef(source, slot):
                net = self._graph.source(self._intent, source, slot)
                self._commands.sources[self._intent.name, source, slot] = net
                return Call(net, slot), False
            case NumberRange():
                call = self._commands.ranges[reference] = self._graph.call_range(reference)
                return call, False


def is_own_list(net: str) -> bool:
    """Whether a list's net is that of one ability alone."""
    return "/" in net


def _spoken(intent: IntentSpec, language: str) -> list[Template]:
    return [template for template in intent.templates if template.language == language]


def _content(intents: Sequence[IntentSpec], language: str) -> object:
    """All that the net of the templates is made of."""
    return language, [
        (
            intent.name,
            [template.text for template in _spoken(intent, language)],
            intent.slots,
            sorted(intent.rules.items()),
            sorted((name, [one.text for one in each]) for name, each in intent.lists.items()),
        )
        for intent in intents
    ]


def called_nets(nets: Mapping[str, Net], name: str) -> dict[str, Net]:
    """The net and those that it calls without filling a slot, directly or not."""
    found: dict[str, Net] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found[one] = nets[one]
            waiting += sorted(nets[one].parts)
    return found


def _numbers(wanted: NumberRange) -> Iterator[float]:
    """All numbers of a range, whole ones as int. Raises NetError where they are too many."""
    count = int((wanted.stop - wanted.start) / wanted.step) + 1
    if count > MAX_FIGURES:
        raise NetError(f"the range {wanted.start}..{wanted.stop} has more than {MAX_FIGURES}")
    for place in range(count):
        number = round(wanted.start + place * wanted.step, 1)
        yield int(number) if number == int(number) else number


def _value_nets(name: str, value: ValueType, known: Collection[str]) -> dict[str, Net]:
    """The nets of a value, and of its rules that no other value brought yet."""
    rules, nullable = value.rules, dict[str, bool]()

    def accepts_nothing(expression: Expression) -> bool:
        match expression:
            case RuleRef(rule):
                if rule not in nullable:
                    nullable[rule] = False
                    nullable[rule] = accepts_nothing(rules[rule])
                return nullable[rule]
            case Alternative(items):
                return any(map(accepts_nothing, items))
            case InOrder(items) | Permutation(items):
                return all(map(accepts_nothing, items))
            case Words(said):
                return not said
            case _:
                return False

    def resolve(reference: RuleRef | SlotRef | NumberRange) -> tuple[Call, bool] | Expression:
        if isinstance(reference, RuleRef):
            return Call(f"rule {reference.name}"), accepts_nothing(reference)
        raise NetError("a value can't have slots")

    wanted = {f"rule {rule}": part for rule, part in rules.items()}
    nets = {net: Net() for net in (name, *wanted) if net not in known}
    for net, made in nets.items():
        made.add(wanted.get(net, value.expression), 0, resolve)
    return nets
