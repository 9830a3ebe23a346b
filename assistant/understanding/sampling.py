"""Sentences made from the graph: what the classifier learns from, and what `help` shows."""

from __future__ import annotations

import random
from collections.abc import Iterator

from assistant.records import IntentSpec
from assistant.understanding.graph import FREE_TEXT, MAIN, CommandGraph
from assistant.understanding.net import Call

FREE_TEXTS = (
    "buy some milk",
    "the dentist",
    "call my sister",
    "water the plants",
    "dinner with friends",
    "take out the rubbish",
)
"""What stands for free text in samples."""


class Sampler:
    """Draws random sentences. The same seed draws the same sentences."""

    def __init__(self, graph: CommandGraph, seed: int = 0) -> None:
        self._graph, self._random = graph, random.Random(seed)

    def sentences(self, intent: IntentSpec, count: int) -> Iterator[str]:
        """Different sentences of one intent, at most `count`; templates take turns."""
        labels = [i for i, s in enumerate(self._graph.sentences) if s.intent is intent]
        seen = set[str]()
        for turn in range(2 * count if labels else 0):
            text = " ".join(self._draw(MAIN, labels[turn % len(labels)]))
            if text and text not in seen:
                seen.add(text)
                yield text
            if len(seen) == count:
                return

    def _draw(self, name: str, label: int | None = None) -> list[str]:
        """The words of a random way through a net."""
        words: list[str] = []
        for step in self._graph.nets[name].draw(self._random.randrange, label):
            if isinstance(step, Call):
                words += self._fill(step)
            else:
                words.append(step)
        return words

    def _fill(self, call: Call) -> list[str]:
        if call.net == FREE_TEXT:
            return self._random.choice(FREE_TEXTS).split()
        return self._draw(call.net)
