"""Making an n-gram model smaller by what it would hardly miss.

After Stolcke, "Entropy-based Pruning of Backoff Language Models" (1998): an n-gram whose
probability backing off gives nearly as well is left out, the longest first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assistant.recognition.language.ngram import BEGIN, END, Integers, Level, NgramModel, Reals

LEAST = 1e-12
"""Less is never left for other words, whatever rounding says."""


def prune(model: NgramModel, threshold: float) -> NgramModel:
    """The model without the n-grams of two and more words that change its entropy less.

    `threshold` is the relative entropy in nats that losing one of them may cost: 1e-6 halves a
    trigram of 30,000 sentences, for an eighth more perplexity. What begins or ends a longer
    n-gram stays.
    """
    for length in range(model.order, 1, -1):
        model = _pruned(model, length, threshold)
    return model


def _pruned(model: NgramModel, length: int, threshold: float) -> NgramModel:
    """Without the n-grams of this length that are hardly missed."""
    nodes = np.arange(model.starts[length], model.starts[length + 1])
    contexts = _parents(model)[nodes]
    probs, lower = np.exp(model.log_probs[nodes]), np.exp(model.log_probs[model.suffixes[nodes]])
    left, left_lower = _left(model, contexts, probs), _left(model, contexts, lower)
    backoff = np.log(left[contexts] / left_lower[contexts])
    after = np.log((left[contexts] + probs) / (left_lower[contexts] + lower))
    change = probs * (np.log(lower) + after - np.log(probs)) + left[contexts] * (after - backoff)
    lost = -np.exp(_joint(model)[contexts]) * change
    kept = (lost >= threshold) | _needed(model)[nodes]
    left = _left(model, contexts[kept], probs[kept])
    left_lower = _left(model, contexts[kept], lower[kept])
    backoffs = np.where(
        np.isin(np.arange(len(left)), contexts), np.log(left / left_lower), model.backoffs
    )
    levels = [model.level(each) for each in range(1, model.order + 1)]
    chosen, shorter = levels[length - 1], levels[length - 2]
    levels[length - 1] = Level(chosen.words[kept], chosen.log_probs[kept], chosen.backoffs[kept])
    start, stop = model.starts[length - 1 : length + 1]
    levels[length - 2] = Level(shorter.words, shorter.log_probs, backoffs[start:stop])
    return NgramModel.from_levels(model.words, levels)


def _parents(model: NgramModel) -> Integers:
    """The node of each node's context; the root's own is the root."""
    return np.concatenate([[0], model.edges // len(model.words)])


def _left(model: NgramModel, contexts: Integers, probs: Reals) -> Reals:
    """For each node what the words behind it leave of the probability."""
    taken = np.bincount(contexts, probs, len(model.log_probs))
    return np.maximum(1 - taken, LEAST)


def _joint(model: NgramModel) -> Reals:
    """Log-probability of each node's words together; `<s>` is as frequent as `</s>`."""
    parents, log_probs = _parents(model), model.log_probs.copy()
    if BEGIN in model.numbers and END in model.numbers:
        log_probs[1 + model.number(BEGIN)] = log_probs[1 + model.number(END)]
    joint = np.zeros(len(log_probs))
    for start, stop in zip(model.starts[1:], model.starts[2:], strict=False):
        joint[start:stop] = joint[parents[start:stop]] + log_probs[start:stop]
    return joint


def _needed(model: NgramModel) -> NDArray[np.bool_]:
    """Whether a longer n-gram begins or ends with each node."""
    needed = np.zeros(len(model.log_probs), bool)
    needed[_parents(model)] = True
    needed[model.suffixes] = True
    return needed
