"""Abilities made of what people read, so that any transcribed speech is full of commands.

Nobody has recorded development people saying commands, but they read sentences. A share of these
become templates, with slots: some words may be any of four that sound alike, or the end is free
text. Another share half becomes a template, which goes on otherwise: near misses. The rest is
speech that is no command. So confidence can be fitted, and checked, on any people and any model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from random import Random

from assistant.bench.meanings import Meaning, Meanings
from assistant.bench.task import Task
from assistant.ports import AcousticModel
from assistant.records import IntentSpec, ListEntry, SlotSpec, Template
from assistant.settings import UnderstandingSettings
from assistant.training.corpus import Clip
from assistant.understanding.confusion import distance_by_ear
from assistant.understanding.graph import FREE_TEXT
from assistant.understanding.understander import CommandUnderstander

SHARES = {"command": 0.5, "near miss": 0.25, "other": 0.25}
"""What the sentences become."""
FREE_TEXT_SHARE = 0.2
"""Of the commands, those that end in free text."""
ALIKE = 3
"""Words beside the right one that a narrow slot accepts."""
WIDE_SHARE = 0.5
"""Of the commands, those the slots of which accept any word at all: a long list of contacts."""
WORDS = "rehearsed_words"
"""The list of all words."""
LEAST_LETTERS = 3
"""Shorter words make no slots."""
LEAST_WORDS = 4
"""Shorter sentences have no half and no free text."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Abilities, and what each sentence means to them."""

    intents: tuple[IntentSpec, ...]
    wanted: tuple[Meaning | None, ...]
    """One for each text; None where it is no command."""
    words: tuple[ListEntry, ...]
    """What wide slots accept: every word of the texts."""


def rehearse(texts: Sequence[str], seed: int = 0) -> Rehearsal:
    """Make abilities of normalised texts; the same seed makes the same."""
    chance = Random(seed)
    vocabulary = sorted({word for text in texts for word in text.split()})
    intents: list[IntentSpec] = []
    wanted: dict[str, Meaning | None] = {}
    for text in dict.fromkeys(texts):
        words = text.split()
        role = _role(chance)
        name = f"rehearsed.sentence_{len(intents)}"
        wanted[text] = None
        if role == "command":
            intent, wanted[text] = _command(name, words, vocabulary, chance)
            intents.append(intent)
        elif role == "near miss" and len(words) >= LEAST_WORDS:
            other = chance.choice(texts).split()
            half = " ".join([*words[: len(words) // 2], *other[len(other) // 2 :]])
            intents.append(IntentSpec(name, (Template(half),)))
    entries = tuple(ListEntry(word, word) for word in vocabulary)
    return Rehearsal(tuple(intents), tuple(wanted[text] for text in texts), entries)


@dataclass(frozen=True, slots=True)
class WordList:
    """A source of no list but that of all words."""

    words: tuple[ListEntry, ...]

    def entries(self, name: str) -> tuple[ListEntry, ...] | None:
        return self.words if name == WORDS else None


def rehearsal_task(
    clips: Sequence[Clip], model: AcousticModel, settings: UnderstandingSettings
) -> Task:
    """The task of the clips' own sentences."""
    made = rehearse([clip.text for clip in clips])
    wanted = dict(zip((clip.text for clip in clips), made.wanted, strict=True))
    # Nothing is said in other words than the templates': there is no use in learning to guess.
    reader = CommandUnderstander((), WordList(made.words), settings).reader.beside(made.intents)
    return Task(reader, model, Meanings(made.intents), lambda clip: wanted[clip.text])


def _role(chance: Random) -> str:
    return chance.choices(list(SHARES), list(SHARES.values()))[0]


def _command(
    name: str, words: Sequence[str], vocabulary: Sequence[str], chance: Random
) -> tuple[IntentSpec, Meaning]:
    if len(words) >= LEAST_WORDS and chance.random() < FREE_TEXT_SHARE:
        template = " ".join([*words[: len(words) // 2], "{rest}"])
        intent = IntentSpec(name, (Template(template),), (SlotSpec("rest", FREE_TEXT),))
        return intent, Meaning(name, {"rest": FREE_TEXT})
    long = [place for place, word in enumerate(words) if len(word) >= LEAST_LETTERS]
    chosen = sorted(chance.sample(long, min(len(long), 1 + len(words) // 6)))
    slots = {f"word_{place}": words[place] for place in chosen}
    written = [f"{{word_{n}}}" if n in chosen else word for n, word in enumerate(words)]
    wide = chance.random() < WIDE_SHARE
    intent = IntentSpec(
        name,
        (Template(" ".join(written)),),
        tuple(SlotSpec(slot, "list", list_name=WORDS if wide else "") for slot in slots),
        lists={} if wide else {slot: _entries(word, vocabulary) for slot, word in slots.items()},
    )
    return intent, Meaning(name, slots)


def _entries(word: str, vocabulary: Sequence[str]) -> tuple[ListEntry, ...]:
    others = (other for other in vocabulary if other != word)
    alike = nsmallest(ALIKE, others, key=lambda other: distance_by_ear(word, other))
    return tuple(ListEntry(text, text) for text in (word, *alike))
