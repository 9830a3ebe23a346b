"""Sentences for a person to read: their own commands, without anybody's hesitations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from random import Random

from assistant.records import IntentSpec, ListEntry
from assistant.training.abilities import ability_values
from assistant.training.commands import sample

MOST_WORDS = 14
"""More are hard to read in one go."""

DRAWS = 50
"""Tries for each sentence that is wanted; a few abilities alone may not have so many."""


def commands_to_read(
    abilities: Sequence[IntentSpec],
    living: Mapping[str, Sequence[ListEntry]],
    count: int,
    seed: int,
) -> list[str]:
    """`count` different normalised sentences, the abilities in turn; the same for the same seed.

    Fewer where there are no more. `living` has the entries of lists that change, such as contacts:
    made-up ones stand for an empty list. Raises TemplateError where a template can't be read.
    """
    found: dict[str, None] = {}
    for sentence in islice(_sampled(abilities, living, Random(seed)), DRAWS * count):
        if len(found) == count:
            break
        if 1 <= len(sentence.split()) <= MOST_WORDS:
            found.setdefault(sentence)
    return list(found)


def _sampled(
    abilities: Sequence[IntentSpec], living: Mapping[str, Sequence[ListEntry]], random: Random
) -> Iterator[str]:
    own = [_with_lists(ability, living) for ability in abilities]
    sources = [
        ([t.text for t in ability.templates if t.language == "en"], ability_values(ability))
        for ability in own
    ]
    spoken = [(templates, values) for templates, values in sources if templates]
    while spoken:
        random.shuffle(spoken)
        for templates, values in spoken:
            yield sample(random.choice(templates), values, random)


def _with_lists(ability: IntentSpec, living: Mapping[str, Sequence[ListEntry]]) -> IntentSpec:
    filled = {name: tuple(entries) for name, entries in living.items() if entries}
    return replace(ability, lists={**filled, **ability.lists})
