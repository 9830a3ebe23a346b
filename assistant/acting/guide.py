"""Everything that can be said, as a page: made of the abilities themselves, so that it is true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from assistant.acting.intent import Intent
from assistant.records import Risk, SlotSpec

HEAD = """\
# What can be said

In a sentence, `[words]` may be left out, one of `(this|that)` is said, and `{name}` stands for a
value. Other wordings are often understood too; these are sure."""

RISKS: Mapping[Risk, str] = {
    "low": "done at once",
    "medium": "read back first when the assistant isn't sure",
    "high": "always read back first",
}

KINDS = {
    "number": "a number, “twenty one”",
    "decimal": "a number, “two and a half”",
    "duration": "a length of time, “half an hour”",
    "time": "a time of day, “quarter to nine”",
    "date": "a day, “next Tuesday”",
    "datetime": "a day and time, “tomorrow at three”",
    "weekly": "days and a time, “every weekday at seven”",
    "waking": "a time to get up, “tomorrow at seven”",
    "weekly_waking": "days and a time to get up, “every weekday at six”",
    "phone": "a telephone number, digit by digit",
    "percent": "a share, “twenty percent”",
    "ordinal": "a place in a row, “the third”",
    "yes_no": "yes or no",
    "text": "any words",
}

LIVING = {
    "appointments": "the title of an appointment",
    "contacts": "somebody in the address book",
    "devices": "a light or a switch, or all lights of a room",
    "facts": "something that is known",
    "places": "a room or a thing with a sensor",
    "routines": "the phrase of a routine",
    "scenes": "a scene of the house",
    "timers": "a timer that is running, by name or length",
}

MOST_ENTRIES = 12
"""Of a list; the page says how many more there are."""


def guide(intents: Iterable[Intent[..., Any]]) -> str:
    """A Markdown page about these abilities, in the order in which they come."""
    families = groupby(intents, key=lambda each: each.file)
    parts = [HEAD, *(part for _, family in families for part in _family(list(family)))]
    return "\n\n".join(parts) + "\n"


def entries(intents: Iterable[Intent[..., Any]]) -> Iterator[dict[str, object]]:
    """The same for programs: each ability with its sentences and examples by language."""
    for each in intents:
        said: dict[str, list[str]] = {}
        for template in each.templates:
            said.setdefault(template.language, []).append(template.text)
        yield {
            "intent": each.name,
            "file": each.file,
            "risk": each.risk,
            "sentences": said,
            "examples": {language: list(each.examples_in(language)) for language in said},
            "rules": dict(each.rules or {}),
            "slots": {
                slot.name: {"kind": slot.kind, "required": slot.required}
                for slot in each.parameters.slots
            },
        }


def _family(intents: Sequence[Intent[..., Any]]) -> Iterator[str]:
    """A file's abilities."""
    yield f"## {Path(intents[0].file).stem.replace('_', ' ').capitalize()}"
    about = " ".join(intents[0].about.split())
    if about:
        yield about
    for each in intents:
        yield from _ability(each)


def _ability(made: Intent[..., Any]) -> Iterator[str]:
    yield f"### {made.function_name.replace('_', ' ').capitalize()}"
    examples = ", ".join(f"“{example}”" for example in made.examples)
    yield f"For example {examples}; {RISKS[made.risk]}." if examples else f"{RISKS[made.risk]}."
    if sentences := [each.text for each in made.templates if each.language == "en"]:
        yield _block(sentences)
    if meanings := list(_meanings(made)):
        yield "\n".join(f"- {meaning}" for meaning in meanings)


def _block(sentences: Sequence[str]) -> str:
    return "\n".join(["```text", *sentences, "```"])


def _meanings(made: Intent[..., Any]) -> Iterator[str]:
    """What stands for the names in angle and in curly brackets."""
    said = {name for each in made.templates for name in re.findall(r"<(\w+)>", each.text)}
    for name, rule in (made.rules or {}).items():
        if name in said or any(f"<{name}>" in other for other in (made.rules or {}).values()):
            yield f"`<{name}>`: `{rule}`"
    named = made.said_slots(each.text for each in made.templates if each.language == "en")
    for slot in made.parameters.slots:
        if slot.name in named:
            yield f"`{{{slot.name}}}`: {_values(slot, made)}"


def _values(slot: SlotSpec, made: Intent[..., Any]) -> str:
    if slot.kind != "list":
        return KINDS.get(slot.kind, slot.kind)
    entries = made.parameters.lists.get(slot.list_name, ())
    if not entries:
        return LIVING.get(slot.list_name, slot.list_name)
    shown = ", ".join(f"`{entry.text}`" for entry in entries[:MOST_ENTRIES])
    more = len(entries) - MOST_ENTRIES
    return f"{shown} and {more} more" if more > 0 else shown
