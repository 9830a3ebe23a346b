"""Small graphs, emissions that spell a sentence, and the slow way to the best path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import product

import numpy as np

from assistant.records import (
    Emissions,
    Floats,
    IntentSpec,
    ListEntry,
    SlotSpec,
    Template,
    Vocabulary,
)
from assistant.understanding.expression import (
    Alternative,
    Expression,
    Permutation,
    SlotRef,
    Words,
)
from assistant.understanding.expression import Sequence as InOrder
from assistant.understanding.graph import CommandGraph
from assistant.understanding.values import value_types
from tests.fakes import LETTERS

NOW = datetime(2026, 3, 2, 12, 0)
FRAME_S = 0.02


class Lists:
    """A ListSource that a test can change. Plain texts have the value in capitals."""

    def __init__(self, **lists: Sequence[str | ListEntry]) -> None:
        self.lists = lists

    def entries(self, name: str) -> Sequence[ListEntry] | None:
        found = self.lists.get(name)
        return None if found is None else [_entry(one) for one in found]


def _entry(entry: str | ListEntry) -> ListEntry:
    return ListEntry(entry, entry.upper()) if isinstance(entry, str) else entry


def intent(name: str, *templates: str, slots: Mapping[str, str] | None = None) -> IntentSpec:
    """An intent; `slots` gives kinds ("text", "number", "list:people")."""
    specs = [
        SlotSpec(slot, "list", list_name=kind[5:])
        if kind.startswith("list:")
        else SlotSpec(slot, kind)
        for slot, kind in (slots or {}).items()
    ]
    return IntentSpec(name, tuple(map(Template, templates)), tuple(specs))


def graph(*intents: IntentSpec, lists: Lists | None = None) -> CommandGraph:
    return CommandGraph(intents, lists or Lists(), value_types("en"))


def spelled(
    text: str, *, sure: float = 12.0, noise: float = 0.0, seed: int = 0, per_letter: int = 1
) -> Emissions:
    """Emissions in which the text is spelled out: a blank, then its letter, for each letter."""
    random = np.random.default_rng(seed)
    columns = [LETTERS.tokens.index(letter) for letter in text.replace(" ", "|")]
    frames = [0, 0]
    for column in columns:
        frames += [*[column] * per_letter, 0]
    logits = random.normal(0, noise, (len(frames), len(LETTERS.tokens)))
    logits[np.arange(len(frames)), frames] += sure
    return Emissions(normalised(logits), LETTERS, FRAME_S)


def normalised(logits: np.ndarray) -> Floats:
    shifted = logits - logits.max(axis=1, keepdims=True)
    total = np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return np.asarray(shifted - total, np.float32)


def sentences(part: Expression, fill: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Every sentence of an expression, as words; `fill` has the entries of lists."""
    match part:
        case Words(words):
            yield words
        case InOrder(items):
            for combination in product(*(list(sentences(item, fill)) for item in items)):
                yield tuple(word for words in combination for word in words)
        case Alternative(items):
            for item in items:
                yield from sentences(item, fill)
        case Permutation((one, two)):
            yield from sentences(InOrder((one, two)), fill)
            yield from sentences(InOrder((two, one)), fill)
        case SlotRef(source, _):
            yield from (tuple(entry.split()) for entry in fill[source])
        case _:
            raise NotImplementedError(part)


def best_score(
    log_probs: Floats,
    words: Sequence[str],
    vocabulary: Vocabulary,
    *,
    before: bool = False,
    after: bool = False,
) -> float:
    """The best CTC path that spells the words, by dynamic programming over positions.

    Delimiters may stand before and after, and must with `before` and `after`; they may be repeated
    with a blank between.
    """
    delimiter = vocabulary.word_delimiter
    between = "" if delimiter is None else "|"
    scores = []
    for first, last in product(("", between), repeat=2):
        if (before and not first) or (after and not last):
            continue
        text = first + between.join(words) + last
        columns = [vocabulary.tokens.index(letter) for letter in text]
        scores.append(_aligned(log_probs, columns, vocabulary.blank, delimiter))
    return max(scores)


def _aligned(log_probs: Floats, columns: Sequence[int], blank: int, delimiter: int | None) -> float:
    """States: (symbols begun, in the last one's blank)."""
    states: dict[tuple[int, bool], float] = {(0, True): 0.0}
    for frame in log_probs.tolist():
        following: dict[tuple[int, bool], float] = {}
        for (begun, in_blank), score in states.items():
            last = columns[begun - 1] if begun else None
            ways = [((begun, True), blank)]
            if not in_blank:
                ways.append(((begun, False), columns[begun - 1]))
            if in_blank and last is not None and last == delimiter:
                ways.append(((begun, False), delimiter))
            if begun < len(columns) and (in_blank or columns[begun] != last):
                ways.append(((begun + 1, False), columns[begun]))
            for state, column in ways:
                total = score + frame[column]
                following[state] = max(following.get(state, -np.inf), total)
        states = following
    return max(states.get((len(columns), blank), -np.inf) for blank in (True, False))
