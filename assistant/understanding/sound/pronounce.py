"""How words sound: a list of words, and letter-to-sound rules for all others.

Rules say what a letter sounds like between certain neighbours; of those that fit, the one with the
most neighbours decides. They are learnt from a pronunciation list, see `learn`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

Phonemes = tuple[str, ...]
Context = tuple[str, str, str]
"""Letters before, the letter itself, letters behind; `^` and `$` stand outside of the word."""
Rules = Mapping[Context, Phonemes]

WIDTHS = ((0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 3), (3, 3), (4, 4))
"""Letters before and behind that rules look at, from the roughest to the finest."""
MOST = 2
"""A letter has at most so many phonemes: x, or the u in "use"."""
ROUNDS = 6
"""Of aligning letters with phonemes, each with what the one before has learnt."""


class RuleLexicon:
    """Implements `spelling.Lexicon`."""

    def __init__(self, words: Mapping[str, Sequence[Phonemes]], rules: Rules) -> None:
        self._words, self._rules = words, rules

    @property
    def content(self) -> object:
        """The bundled words and rules belong to the code, and are known by their number."""
        return len(self._words), len(self._rules)

    def pronunciations(self, word: str) -> Sequence[Phonemes]:
        return self._words.get(word) or (spoken(word.replace("'", ""), self._rules),)


def spoken(word: str, rules: Rules) -> Phonemes:
    """The word by the rules; letters that no rule knows are silent."""
    found: list[str] = []
    for number in range(len(word)):
        fitting = (context for context in reversed(contexts(word, number)) if context in rules)
        found += rules[context] if (context := next(fitting, None)) else ()
    return tuple(found)


def contexts(word: str, number: int) -> list[Context]:
    """The letter with its neighbours, in all `WIDTHS`."""
    widest = max(max(width) for width in WIDTHS)
    fenced = "^" * widest + word + "$" * widest
    at = number + widest
    return [
        (fenced[at - before : at], fenced[at], fenced[at + 1 : at + 1 + behind])
        for before, behind in WIDTHS
    ]


def learn(words: Mapping[str, Phonemes], gain: int = 2) -> dict[Context, Phonemes]:
    """Rules for the pronunciations of words.

    A finer rule is kept where it gets at least `gain` more letters right than the rougher one that
    would decide without it.
    """
    seen: dict[Context, Counter[Phonemes]] = defaultdict(Counter)
    for word, sounds in aligned(words):
        for number, sound in enumerate(sounds):
            for context in contexts(word, number):
                seen[context][sound] += 1
    rules: dict[Context, Phonemes] = {}
    for before, behind in WIDTHS:
        for context in [c for c in seen if (len(c[0]), len(c[2])) == (before, behind)]:
            best, count = seen[context].most_common(1)[0]
            rougher = _rougher(context, rules)
            if rougher is None or count - seen[context][rougher] >= gain:
                rules[context] = best
    return rules


def _rougher(context: Context, rules: Rules) -> Phonemes | None:
    """What is said where the context has no rule of its own."""
    left, letter, right = context
    for before, behind in reversed(WIDTHS[: WIDTHS.index((len(left), len(right)))]):
        smaller = left[len(left) - before :], letter, right[:behind]
        if smaller in rules:
            return rules[smaller]
    return None


def aligned(words: Mapping[str, Phonemes]) -> list[tuple[str, list[Phonemes]]]:
    """Each word with the phonemes of each letter, where that works out, by hard EM."""
    counts = _first_guess(words)
    found: list[tuple[str, list[Phonemes]]] = []
    for _ in range(ROUNDS):
        costs = _Costs(counts)
        each = ((word, _align(word, phonemes, costs)) for word, phonemes in words.items())
        found = [(word, sounds) for word, sounds in each if sounds is not None]
        counts = Counter(pair for word, sounds in found for pair in zip(word, sounds, strict=True))
    return found


def _first_guess(words: Mapping[str, Phonemes]) -> Counter[tuple[str, Phonemes]]:
    """Letters with the phonemes near the same place of the word."""
    counts: Counter[tuple[str, Phonemes]] = Counter()
    for word, phonemes in words.items():
        for number, letter in enumerate(word):
            near = number * len(phonemes) // len(word)
            counts.update((letter, (one,)) for one in phonemes[max(near - 1, 0) : near + 2])
    return counts


class _Costs:
    """How unlikely a letter is to have some phonemes."""

    def __init__(self, counts: Counter[tuple[str, Phonemes]]) -> None:
        self._counts, self._totals = counts, Counter[str]()
        for (letter, _), count in counts.items():
            self._totals[letter] += count

    def of(self, letter: str, phonemes: Phonemes) -> float:
        share = (self._counts[letter, phonemes] + 0.1) / (self._totals[letter] + 10)
        return max(len(phonemes) - 1, 0) - math.log(share)


def _align(word: str, phonemes: Phonemes, costs: _Costs) -> list[Phonemes] | None:
    """The cheapest split of the phonemes over the letters."""
    best: dict[int, tuple[float, list[Phonemes]]] = {0: (0.0, [])}
    for letter in word:
        following: dict[int, tuple[float, list[Phonemes]]] = {}
        for done, (cost, sounds) in best.items():
            for more in range(min(MOST, len(phonemes) - done) + 1):
                sound = phonemes[done : done + more]
                total = cost + costs.of(letter, sound)
                if done + more not in following or total < following[done + more][0]:
                    following[done + more] = total, [*sounds, sound]
        best = following
    return best[len(phonemes)][1] if len(phonemes) in best else None


def packed_rules(rules: Rules) -> list[str]:
    """Rules as text, one each: `left.letter.right=phoneme,phoneme`."""
    return [f"{'.'.join(context)}={','.join(rules[context])}" for context in sorted(rules)]


def packed_words(words: Mapping[str, Sequence[Phonemes]]) -> list[str]:
    """Words as text, one each: `word=phoneme,phoneme/phoneme,phoneme`."""
    return [f"{word}={'/'.join(map(','.join, words[word]))}" for word in sorted(words)]


def unpacked_rules(lines: Iterable[str]) -> dict[Context, Phonemes]:
    rules: dict[Context, Phonemes] = {}
    for line in lines:
        context, _, phonemes = line.partition("=")
        left, letter, right = context.split(".")
        rules[left, letter, right] = tuple(phonemes.split(",")) if phonemes else ()
    return rules


def unpacked_words(lines: Iterable[str]) -> dict[str, tuple[Phonemes, ...]]:
    pairs = (line.partition("=") for line in lines)
    return {
        word: tuple(tuple(way.split(",")) for way in ways.split("/")) for word, _, ways in pairs
    }
