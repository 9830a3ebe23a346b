"""Snips' requests with their slots: templates are the examples, lists the values in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from textbench.matchers import Hassil, Padacioso
from textbench.sets import Pair, Row

NOW = datetime(2026, 11, 23, 12, 0)
_MARKS = re.compile(r"[()\[\]{}<>|;\\:]")

Filled = tuple[str, Mapping[str, str]]


def template(row: Row, mark: str = "{{{0}}}") -> str:
    """The sentence with its slots as `mark`, where {0} is the slot's name."""
    parts, at = [], 0
    for slot in sorted(row["slots"], key=lambda slot: slot["start"]):
        parts += [_MARKS.sub(" ", row["text"][at : slot["start"]]), mark.format(slot["slot"])]
        at = slot["end"]
    return "".join([*parts, _MARKS.sub(" ", row["text"][at:])])


class OurSlots:
    """Everything that understands text in the program."""

    def __init__(self, examples: Sequence[Row]) -> None:
        from assistant.records import IntentSpec, ListEntry, SlotSpec, Template
        from assistant.settings import UnderstandingSettings
        from assistant.understanding.graph import CommandGraph
        from assistant.understanding.interpreter import Interpreter
        from assistant.understanding.values import value_types

        specs = []
        for intent in sorted({row["intent"] for row in examples}):
            own = [row for row in examples if row["intent"] == intent]
            values: dict[str, dict[str, None]] = {}
            for slot in (slot for row in own for slot in row["slots"]):
                if said := _MARKS.sub(" ", slot["value"]).strip():
                    values.setdefault(slot["slot"], {})[said] = None
            lists = {
                f"{name}_list": tuple(ListEntry(said, said) for said in found)
                for name, found in values.items()
            }
            texts = dict.fromkeys(template(row, "{{{0}_list:{0}}}") for row in own)
            slots = tuple(SlotSpec(name, "list", False, f"{name}_list") for name in values)
            templates = tuple(map(Template, texts))
            specs.append(IntentSpec(intent, templates, slots, lists=lists))

        class NoLists:
            def entries(self, name: str) -> None:
                return None

        graph = CommandGraph(specs, NoLists(), value_types("en"))
        self._interpreter = Interpreter(graph, "en")
        self._settings = UnderstandingSettings()

    def slots(self, text: str) -> Filled:
        """What the decision has: the command, or the closest one where nothing would be done.

        A name that it tells to be unknown was heard in its slot all the same: to the other
        projects, whose slots take any words, no name is unknown.
        """
        from assistant.records import Transcript
        from assistant.understanding.judge import judge

        found = self._interpreter.candidates(text, NOW, heard=True)
        decision = judge(Transcript(text), found, self._settings)
        best = decision.command or next(iter(decision.alternatives), None)
        if best is None:
            return "", {}
        slots = (*best.slots, *decision.unknown)
        return best.intent, {slot.name: slot.text for slot in slots}


def _once_each(examples: Sequence[Row]) -> list[Pair]:
    """Templates for matchers that take a slot once in a sentence."""
    plain = [row for row in examples if len({s["slot"] for s in row["slots"]}) == len(row["slots"])]
    return [(template(row), row["intent"]) for row in plain]


SYSTEMS = {
    "ours": OurSlots,
    "padacioso": lambda examples: Padacioso(_once_each(examples)),
    "padacioso, fuzzy": lambda examples: Padacioso(_once_each(examples), fuzzy=True),
    "hassil": lambda examples: Hassil(_once_each(examples)),
}


def f1(asked: Sequence[Row], answers: Sequence[Filled]) -> float:
    """Of slots with their values, over all sentences."""
    right = wanted = found = 0
    for row, (_, slots) in zip(asked, answers, strict=True):
        true = {(slot["slot"], _plain(slot["value"])) for slot in row["slots"]}
        got = {(name, _plain(value)) for name, value in slots.items()}
        right, wanted, found = right + len(true & got), wanted + len(true), found + len(got)
    return 2 * right / max(wanted + found, 1)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
