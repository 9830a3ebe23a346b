"""Sentences for a person to read: their own commands, as one says them.

They are the examples of the abilities, and in between sentences that name whom and what the person
has: contacts, lamps, scenes. Only when these are used up are others made of the templates, which
make more sense to a machine than to who has to read them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count, islice, zip_longest
from random import Random

from assistant.records import IntentSpec, ListEntry, SlotSpec
from assistant.training.abilities import LIVING, TEXTS, ability_values
from assistant.training.commands import Values, sample
from assistant.training.text import normalise

MOST_WORDS = 14
"""More are hard to read in one go."""

OWN_EVERY = 4
"""One sentence in so many names somebody or something of the person's."""

PERSONAL = frozenset({"contacts", "devices", "places", "scenes", "routines", "appointments"})
"""Lists whose entries are of the person and nobody else."""

DRAWS = 50
"""Tries for each sentence that is wanted; a few abilities alone may not have so many."""


def commands_to_read(
    abilities: Sequence[IntentSpec],
    living: Mapping[str, Sequence[ListEntry]],
    wanted: int,
    seed: int,
) -> list[str]:
    """`wanted` different normalised sentences, the abilities in turn; the same for the same seed.

    Fewer where there are no more. `living` has the entries of lists that change, such as contacts:
    made-up ones stand for an empty list. Raises TemplateError where a template can't be read.
    """
    found: dict[str, None] = {}
    for sentence in islice(_mixed(abilities, living, Random(seed)), DRAWS * wanted):
        if len(found) == wanted:
            break
        if 1 <= len(sentence.split()) <= MOST_WORDS:
            found.setdefault(sentence)
    return list(found)


def _mixed(
    abilities: Sequence[IntentSpec], living: Mapping[str, Sequence[ListEntry]], random: Random
) -> Iterator[str]:
    """Sentences without end, some of them empty."""
    filled = {name: tuple(entries) for name, entries in living.items() if entries}
    own = [replace(ability, lists={**filled, **ability.lists}) for ability in abilities]
    random.shuffle(own)
    theirs = PERSONAL & filled.keys()
    naming = [each for each in own if any(slot.list_name in theirs for slot in each.slots)]
    named = _sampled(naming, random)
    others = chain(_examples(own, random), _sampled(own, random))
    for number in count(1):
        yield next(named if number % OWN_EVERY == 0 else others, "")


def _examples(abilities: Sequence[IntentSpec], random: Random) -> Iterator[str]:
    """The first one of each ability, then the second one of each; of one that has none, a sentence
    of its templates.
    """
    each = [ability.examples or tuple(_sample(ability, random)) for ability in abilities]
    for row in zip_longest(*each, fillvalue=""):
        yield from map(normalise, row)


def _sampled(abilities: Sequence[IntentSpec], random: Random) -> Iterator[str]:
    """Sentences of their templates without end, in rounds of one of each."""
    while abilities:
        for ability in random.sample(abilities, len(abilities)):
            yield from _sample(ability, random)


class _UnsayableError(Exception):
    """Nobody would say what could be put into a slot."""


def _sample(ability: IntentSpec, random: Random) -> list[str]:
    """A sentence of one of its templates, or none where it would make no sense."""
    templates = [template.text for template in ability.templates if template.language == "en"]
    try:
        return [sample(random.choice(templates), _values(ability), random)] if templates else []
    except _UnsayableError:
        return []


def _values(ability: IntentSpec) -> Values:
    unsayable = {slot.name: _refuse for slot in ability.slots if not _sayable(slot, ability)}
    return {**ability_values(ability), **unsayable}


def _sayable(slot: SlotSpec, ability: IntentSpec) -> bool:
    """Whether it is known what one says there: not for just any text, or a list without entries."""
    if slot.kind == "text":
        return slot.name in TEXTS
    if slot.kind == "list":
        return bool(ability.lists.get(slot.list_name)) or slot.list_name in LIVING
    return True


def _refuse(_random: Random) -> str:
    raise _UnsayableError
