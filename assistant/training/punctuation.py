"""Makes the model that gives heard words their punctuation and capitals back.

Where sentences end and what is written with a capital is learnt from written sentences, one a line;
what a pause says from people who read aloud what nobody wrote down with its marks, by
expectation-maximisation that begins with what the words say.
"""

from __future__ import annotations

import operator
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from assistant.captions.punctuation import (
    BUCKETS,
    PAUSES_S,
    PunctuationModel,
    around,
    pauses,
)
from assistant.records import Word
from assistant.training.text import normalise

Integers = NDArray[np.int64]
Reals = NDArray[np.float32]

LINE = re.compile(r"[A-Z\"'][^0-9]*[.?!]\"?")
"""What is learnt from: whole sentences, without figures, which are said in words nobody wrote."""

SHORT = 3
"""Letters of an abbreviation: a full stop behind no more of them ends no sentence within a line."""

ROUNDS, BATCH, RATE, DECAY = 5, 2048, 0.1, 1e-6

EM_ROUNDS = 10

LEAST_SEEN, NAME_SHARE = 2, 0.5
"""A word is a name where it was seen so often, and so often with a capital, within sentences."""

RUN = 500
"""Lines that are read as one text, so that the ends of sentences are learnt from both sides."""


@dataclass(frozen=True, slots=True)
class Written:
    """A word as somebody wrote it."""

    said: str
    """In small letters, without marks."""
    form: str
    """With its capitals, without marks."""
    last: bool = False
    """Of a sentence."""


def written(line: str) -> list[Written]:
    """The words of a line; none where it isn't read as it is written, or isn't whole."""
    line = line.strip().replace("’", "'")
    tokens = line.split()
    if not LINE.fullmatch(line) or len(tokens) < 3:
        return []
    words: list[Written] = []
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        said = normalise(token).split()
        forms = re.findall(r"[^\W_]+(?:'[^\W_]+)*", token)
        if len(forms) != len(said):
            return []
        words += [Written(*pair) for pair in zip(said, forms, strict=True)]
        if words:
            words[-1] = replace(words[-1], last=_ends(token, following))
    return words


def _ends(token: str, following: str) -> bool:
    """Whether a token ends a sentence in front of another token, or of nothing."""
    bare = token.rstrip("\"')")
    sure = len(bare) > SHORT + 1 or not following
    ends = bare.endswith(("?", "!")) or (bare.endswith(".") and sure)
    return ends and not following[:1].islower()


def estimate(
    lines: Sequence[Sequence[Written]], read_aloud: Sequence[Sequence[Word]]
) -> PunctuationModel:
    """The model of written lines, and of words with their times, in small letters."""
    rows = [
        around([word.said for word in chain.from_iterable(lines[start : start + RUN])])
        for start in range(0, len(lines), RUN)
    ]
    ends = np.array([word.last for line in lines for word in line])
    model = PunctuationModel(
        logistic(np.concatenate(rows), ends),
        np.zeros(len(PAUSES_S) + 1, np.float32),
        _names(lines),
    )
    return replace(model, pauses=_pauses(model, read_aloud)) if read_aloud else model


def logistic(rows: Integers, wanted: NDArray[np.bool_]) -> Reals:
    """Weights of shape (BUCKETS,) whose sums over `rows` are log-odds, by stochastic gradients.

    `rows` has shape (examples, n-grams), `wanted` (examples,). Steps are Adagrad's: rare n-grams
    learn as quickly as frequent ones.
    """
    draw = np.random.default_rng(1)
    weights, seen = np.zeros(BUCKETS), np.full(BUCKETS, 1e-2)
    for _ in range(ROUNDS):
        for batch in np.array_split(draw.permutation(len(rows)), max(1, len(rows) // BATCH)):
            used, places = np.unique(rows[batch], return_inverse=True)
            places = places.reshape(len(batch), -1)
            wrong = _chance(weights[used][places].sum(axis=1)) - wanted[batch]
            shares = np.repeat(wrong, places.shape[1])
            decay = DECAY * len(batch) * weights[used]
            slope = np.bincount(places.ravel(), shares, len(used)) + decay
            seen[used] += slope**2
            weights[used] -= RATE * slope / np.sqrt(seen[used])
    return weights.astype(np.float32)


def _chance(log_odds: NDArray[np.floating]) -> NDArray[np.floating]:
    return 1 / (1 + np.exp(-np.clip(log_odds, -50, 50)))


def _pauses(model: PunctuationModel, read_aloud: Iterable[Sequence[Word]]) -> Reals:
    """What each class of pauses adds to the log-odds of an end."""
    heard = [
        (pauses(words), model.odds([word.text for word in words])[:-1]) for words in read_aloud
    ]
    classes = np.concatenate([each for each, _ in heard])
    by_words = np.concatenate([odds for _, odds in heard])
    added = np.zeros(len(PAUSES_S) + 1)
    for _ in range(EM_ROUNDS):
        chance = _chance(by_words + added[classes])
        ends = 1 + np.bincount(classes, chance, len(added))
        others = 1 + np.bincount(classes, 1 - chance, len(added))
        added = np.log(ends / ends.sum()) - np.log(others / others.sum())
    return added.astype(np.float32)


def _names(lines: Iterable[Sequence[Written]]) -> dict[str, str]:
    """How words are written within sentences that mostly have a capital there."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        for before, word in pairwise(line):
            if not before.last and word.said == word.form.lower():
                forms[word.said][word.form] += 1
    names = {}
    for said, counts in forms.items():
        form, seen = counts.most_common(1)[0]
        if form != said and seen >= LEAST_SEEN and seen > NAME_SHARE * counts.total():
            names[said] = form
    return names


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often something was put where it belongs."""

    right: int
    put: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.put)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.put + self.wanted)


def agreements(reference: Sequence[Written], restored: Sequence[Word]) -> dict[str, Agreement]:
    """Of ends of sentences and of capitals."""
    return {
        "end of a sentence": _agreement(
            [word.last for word in reference],
            [word.text.endswith(".") for word in restored],
        ),
        "capital": _agreement(
            [word.form[0].isupper() for word in reference],
            [word.text[0].isupper() for word in restored],
        ),
    }


def _agreement(wanted: Sequence[bool], put: Sequence[bool]) -> Agreement:
    right = sum(map(operator.and_, wanted, put))
    return Agreement(right, sum(put), sum(wanted))
