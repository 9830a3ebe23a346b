"""Sentences that two intents both claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from assistant.records import IntentSpec, Template
from assistant.understanding.graph import CommandGraph
from assistant.understanding.lattice import lattice
from assistant.understanding.sampling import Sampler
from assistant.understanding.walk import ExactSteps, Walk, Walker

SAME = 1e-6
"""Ranks no further apart are equal."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A sentence of one intent that another one claims as well; an example also where it claims it
    better. Other sentences are then told apart: "next week" is a day to one intent, and words of a
    template to the other."""

    sentence: str
    intent: str
    first: Template
    other: str
    second: Template

    def __str__(self) -> str:
        one, two = self.first, self.second
        return (
            f"“{self.sentence}” belongs to {self.intent} ({one.file}:{one.line}) and to "
            f"{self.other} ({two.file}:{two.line}); change one of the templates."
        )


def conflicts(graph: CommandGraph, language: str, samples: int = 40) -> list[Conflict]:
    """For each pair of intents one sentence that both claim, from examples and samples."""
    sampler = Sampler(graph)
    found: dict[tuple[str, str], Conflict] = {}
    for intent in graph.intents.values():
        for sentence in (*intent.examples, *sampler.sentences(intent, samples)):
            for conflict in _conflicts(graph, language, intent, sentence):
                pair = min(conflict.intent, conflict.other), max(conflict.intent, conflict.other)
                found.setdefault(pair, conflict)
    return list(found.values())


def _conflicts(
    graph: CommandGraph, language: str, intent: IntentSpec, sentence: str
) -> Iterator[Conflict]:
    walks = Walker(graph, lattice(sentence, language), ExactSteps()).walks()
    own = next((w for w in walks if graph.sentences[w.label].intent is intent), None)
    if own is None:
        return
    best = -inf if sentence in intent.examples else own.rank - SAME
    for walk in walks:
        other = graph.sentences[walk.label].intent
        if other is not intent and best <= walk.rank <= own.rank + SAME:
            mine, theirs = _template(graph, own), _template(graph, walk)
            yield Conflict(sentence, intent.name, mine, other.name, theirs)


def _template(graph: CommandGraph, walk: Walk) -> Template:
    return graph.sentences[walk.label].template
