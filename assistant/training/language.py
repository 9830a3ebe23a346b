"""Language models from text: reading it, making a model, and measuring it on text held out."""

from __future__ import annotations

import gzip
import math
import sys
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.errors import TrainingError, reason
from assistant.recognition.language.ngram import UNKNOWN, NgramModel
from assistant.training.kneser_ney import Recipe, estimate
from assistant.training.prune import prune
from assistant.training.text import normalise

Sentence = Sequence[str]

HELD_OUT = 20
"""Where nothing is held out, every so many-eth sentence measures a model made of the others."""


def read_lines(path: Path) -> list[str]:
    """The lines of a text, gzipped where its name ends in .gz; `-` is standard input.

    Raises TrainingError when it can't be read.
    """
    try:
        if str(path) == "-":
            return sys.stdin.read().splitlines()
        with (
            gzip.open(path, "rt", encoding="utf-8")
            if path.suffix == ".gz"
            else path.open(encoding="utf-8") as text
        ):
            return text.read().splitlines()
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise TrainingError(
            f"{path} can't be read as text ({reason(error)}); name another file."
        ) from error


def sentences(lines: Iterable[str]) -> list[list[str]]:
    """Each line as the words that one would say; empty ones are left out."""
    spoken = (normalise(line).split() for line in lines)
    return [words for words in spoken if words]


@dataclass(frozen=True, slots=True)
class Perplexity:
    """How well a model foretells text."""

    sentences: int
    words: int
    """Without the ends of sentences."""
    unknown: int
    """Of these, how many the model doesn't know."""
    log_prob: float
    """Natural logarithm of the probability of all known words and the ends."""

    @property
    def value(self) -> float:
        """Per known word and end of sentence, as other programs give it without unknown words."""
        return math.exp(-self.log_prob / max(1, self.words - self.unknown + self.sentences))


def perplexity(model: NgramModel, text: Sequence[Sentence]) -> Perplexity:
    """Of a model on sentences."""
    numbers = [np.array([model.number(word) for word in sentence], int) for sentence in text]
    states, log_prob, unknown = np.full(len(text), model.begin), 0.0, 0
    unlisted = model.number(UNKNOWN)
    lengths = np.array([len(sentence) for sentence in text], int)
    for place in range(lengths.max(initial=0)):
        going = np.flatnonzero(lengths > place)
        words = np.array([numbers[one][place] for one in going])
        scores, states[going] = model.score(states[going], words)
        known = words != unlisted
        log_prob += float(scores[known].sum())
        unknown += int((~known).sum())
    log_prob += float(model.end(states).sum())
    return Perplexity(len(text), int(lengths.sum()), unknown, log_prob)


@dataclass(frozen=True, slots=True)
class Trained:
    """A model and how well it foretold text that it wasn't made of."""

    model: NgramModel
    perplexity: Perplexity


def train(text: Sequence[Sentence], held_out: Sequence[Sentence], recipe: Recipe) -> Trained:
    """A model of all of `text`.

    Measured on `held_out`; where that is empty, every HELD_OUT-th sentence is foretold by a
    model of the others. Raises TrainingError where there is no text.
    """
    model = _made(text, recipe)
    if held_out:
        return Trained(model, perplexity(model, held_out))
    others = [one for place, one in enumerate(text) if place % HELD_OUT]
    if not others:
        return Trained(model, perplexity(model, []))
    return Trained(model, perplexity(_made(others, recipe), text[::HELD_OUT]))


def _made(text: Sequence[Sentence], recipe: Recipe) -> NgramModel:
    model = estimate(text, recipe)
    return prune(model, recipe.threshold) if recipe.threshold else model
