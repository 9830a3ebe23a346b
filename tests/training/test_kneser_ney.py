"""Modified Kneser-Ney: against a slow reading of its formulas, and as probabilities should be."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import TrainingError
from assistant.recognition.language.ngram import NgramModel
from assistant.training.kneser_ney import DISCOUNTS, Recipe, estimate
from assistant.training.language import perplexity, sentences, train
from assistant.training.prune import prune

TEXTS = st.lists(
    st.lists(st.sampled_from("abcde"), min_size=1, max_size=6), min_size=1, max_size=12
)
RECIPES = st.builds(
    Recipe,
    order=st.integers(1, 5),
    cutoffs=st.sampled_from([(), (0, 1), (0, 0, 1), (0, 1, 2)]),
    words=st.sampled_from([0, 3]),
)

Ngram = tuple[str, ...]


def sums(model: NgramModel) -> np.ndarray:
    """Of the probabilities of all words behind every state."""
    words = np.arange(len(model.words))
    states = np.unique(model.states)
    return np.array(
        [np.exp(model.score(np.full(len(words), state), words)[0]).sum() for state in states]
    )


@given(text=TEXTS, recipe=RECIPES)
def test_probabilities_behind_any_context_sum_to_one(text: list[list[str]], recipe: Recipe) -> None:
    assert sums(estimate(text, recipe)) == pytest.approx(1)


@given(text=TEXTS, recipe=RECIPES, threshold=st.sampled_from([1e-4, 1e-2, 1.0]))
def test_pruning_leaves_probabilities(
    text: list[list[str]], recipe: Recipe, threshold: float
) -> None:
    whole = estimate(text, recipe)
    pruned = prune(whole, threshold)
    assert sums(pruned) == pytest.approx(1)
    assert len(pruned.log_probs) <= len(whole.log_probs)
    assert pruned.words == whole.words


class SlowModel:
    """The formulas, word by word."""

    def __init__(self, text: list[list[str]], order: int) -> None:
        marked = [["<s>", *sentence, "</s>"] for sentence in text]
        self.vocabulary = {word for sentence in marked for word in sentence} - {"<s>"} | {"<unk>"}
        seen: list[Counter[Ngram]] = [
            Counter(
                tuple(sentence[place : place + length])
                for sentence in marked
                for place in range(len(sentence) - length + 1)
            )
            for length in range(1, order + 1)
        ]
        before = [Counter(ngram[1:] for ngram in longer) for longer in seen[1:]]
        self.counts = [
            Counter({n: c if n[0] == "<s>" else new[n] for n, c in level.items()})
            for level, new in zip(seen, before, strict=False)
        ]
        self.counts.append(seen[-1])
        self.counts[0].pop(("<s>",))
        self.discounts = [self._discounts(level) for level in self.counts]

    def _discounts(self, level: Counter[Ngram]) -> list[float]:
        n = [0, *(sum(count == times for count in level.values()) for times in (1, 2, 3, 4))]
        if not all(n[1:4]):
            return [0, *DISCOUNTS]
        share = n[1] / (n[1] + 2 * n[2])
        found = [k - (k + 1) * share * n[k + 1] / n[k] for k in (1, 2, 3)]
        good = all(0 < discount < k for k, discount in enumerate(found, 1))
        return [0, *(found if good else DISCOUNTS)]

    def prob(self, context: Ngram, word: str) -> float:
        level = self.counts[len(context)]
        taken = self.discounts[len(context)]
        after = {n: count for n, count in level.items() if n[:-1] == context and count}
        lower = self.prob(context[1:], word) if context else 1 / len(self.vocabulary)
        if not after:
            return lower
        total, count = sum(after.values()), after.get((*context, word), 0)
        left = sum(taken[min(3, other)] for other in after.values())
        return (count - taken[min(3, count)] + left * lower) / total


@given(text=TEXTS, order=st.integers(1, 4))
def test_every_probability_is_what_the_formulas_give(text: list[list[str]], order: int) -> None:
    model, slow = estimate(text, Recipe(order)), SlowModel(text, order)
    for length in range(1, model.order + 1):
        level = model.level(length)
        for row, log_prob in zip(level.words.tolist(), level.log_probs, strict=True):
            *context, word = (model.words[number] for number in row)
            if word != "<s>":
                assert np.exp(log_prob) == pytest.approx(slow.prob(tuple(context), word))


def test_cutoffs_leave_out_what_was_seen_seldom() -> None:
    text = [["a", "b"], ["a", "b"], ["a", "c"]]
    kept = estimate(text, Recipe(2, cutoffs=(0, 1)))
    pairs = {tuple(kept.words[n] for n in row) for row in kept.level(2).words.tolist()}
    assert pairs == {("<s>", "a"), ("a", "b"), ("b", "</s>")}


def test_only_the_most_frequent_words_are_kept() -> None:
    model = estimate([["a", "b"], ["a", "c"], ["a", "b"]], Recipe(2, words=2))
    assert set(model.words) == {"<s>", "</s>", "<unk>", "a", "b"}


def test_perplexity_by_hand() -> None:
    model = estimate([["a"], ["a"], ["b"]], Recipe(1))
    a, b, end = (np.exp(model.log_probs[1 + model.number(word)]) for word in ("a", "b", "</s>"))
    found = perplexity(model, [["a", "b"], ["x"], []])
    assert (found.sentences, found.words, found.unknown) == (3, 3, 1)
    assert found.value == pytest.approx((a * b * end**3) ** (-1 / 5))


def test_text_held_out_is_foretold_better_by_more_words() -> None:
    text = sentences(["Set a timer for 5 minutes.", "set an alarm for 6 a.m.", ""] * 30)
    assert text[0] == ["set", "a", "timer", "for", "five", "minutes"]
    one, three = (train(text, [], Recipe(order)).perplexity for order in (1, 3))
    assert one.words == three.words > 0
    assert three.value < one.value


def test_pruning_costs_least_first() -> None:
    text = [["a", "b", "c"]] * 20 + [["a", "d", "c"], ["d", "b", "a"], ["c", "a"]] * 3
    whole = estimate(text, Recipe(3))
    sizes, values = [], []
    for threshold in (0.0, 1e-3, 1e-2, 3e-2, 1e9):
        pruned = prune(whole, threshold)
        sizes.append(len(pruned.log_probs))
        values.append(perplexity(pruned, text).value)
    assert sizes == sorted(sizes, reverse=True)
    assert values == sorted(values)
    assert sizes[0] > sizes[2] > sizes[-1] == 1 + len(whole.words)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Recipe(0), "1 to 5"),
        (lambda: Recipe(6), "1 to 5"),
        (lambda: Recipe(3, cutoffs=(1,)), "begin with 0"),
        (lambda: Recipe(3, cutoffs=(0, 2, 1)), "never fall"),
        (lambda: estimate([[]], Recipe()), "no words"),
    ],
)
def test_what_makes_no_model_is_refused(make, said: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TrainingError, match=said):
        make()
