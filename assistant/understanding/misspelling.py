"""How a recogniser that writes by ear misspells: a letter, between its neighbours, comes out as
itself, as another one or not at all, and now and then one is put in.

The shares are counted in what a model wrote about sound whose words are known
(`assistant bench misspellings`), so they are those of that model.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

Context = tuple[str, str, str]
"""The letter before, the letter itself and the one behind; "^" and "$" stand outside of the word,
"" for any."""
Shares = Mapping[str, float]
"""How often a letter comes out as which one; "" is not at all."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEAST_SEEN = 150
"""A letter between certain neighbours has shares of its own where it was seen so often."""
LEAST_SHARE = 0.02
"""Rarer outcomes are not written down."""
UNSEEN = 0.002
"""The share of each outcome that isn't."""
INSERTED = 0.02
"""Letters put in, for each that was said."""
WORST = 0.45
"""Sound of which more letters come out wrong teaches nothing about spelling."""

_MISSING = 0
_Codes = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """Words as they should be written, prepared for comparing."""

    rows: _Codes
    """For each letter of each word its row of costs; shape (words, longest)."""
    lengths: _Codes
    own: NDArray[np.float32]
    """What it costs each word to come out right."""


class Misspellings:
    """Compares what was heard with words that may have been said."""

    def __init__(self, table: Mapping[Context, Shares]) -> None:
        self._rows = {context: number for number, context in enumerate(table)}
        self._unknown = len(table)
        self._costs = _costs([*table.values(), {}])

    def written(self, words: Sequence[str]) -> Written:
        """The words, to be compared again and again."""
        lengths = np.array([len(word) for word in words], np.intp)
        rows = np.full((len(words), lengths.max(initial=0)), self._unknown, np.intp)
        for number, word in enumerate(words):
            rows[number, : len(word)] = [self._row(context) for context in contexts(word)]
        own = self._total(rows, lengths, *_coded(words))
        return Written(rows, lengths, own)

    def distances(self, said: Written, which: _Codes, heard: Sequence[str]) -> NDArray[np.float32]:
        """How unlikely it is that each word of `said` with a number in `which` comes out as the
        heard word beside it, in natural-log units a letter, less what it costs to come out right.
        """
        codes, lengths = _coded(heard)
        total = self._total(said.rows[which], said.lengths[which], codes, lengths)
        longest = np.maximum(np.maximum(said.lengths[which], lengths), 1)
        return np.asarray(np.maximum(total - said.own[which], 0) / longest, np.float32)

    def _row(self, context: Context) -> int:
        _, letter, behind = context
        for one in (context, ("", letter, behind), ("", letter, "")):
            if one in self._rows:
                return self._rows[one]
        return self._unknown

    def _total(
        self, rows: _Codes, lengths: _Codes, heard: _Codes, heard_lengths: _Codes
    ) -> NDArray[np.float32]:
        """The cost of each pair: an edit distance, letter by letter over all pairs at once."""
        inserted = -np.log(INSERTED) * np.arange(heard.shape[1] + 1, dtype=np.float32)
        best = np.tile(inserted, (len(rows), 1))
        found = np.where(lengths == 0, inserted[heard_lengths], np.float32(0))
        for place in range(rows.shape[1]):
            costs = self._costs[rows[:, place]]
            following = best + costs[:, _MISSING, None]
            replaced = best[:, :-1] + np.take_along_axis(costs, heard, axis=1)
            following[:, 1:] = np.minimum(following[:, 1:], replaced)
            best = np.minimum.accumulate(following - inserted, axis=1) + inserted
            ends = lengths == place + 1
            found[ends] = best[ends, heard_lengths[ends]]
        return np.asarray(found, np.float32)


def contexts(word: str) -> Iterator[Context]:
    """Each letter of the word with its neighbours."""
    fenced = f"^{word}$"
    return zip(fenced, word, fenced[2:], strict=False)


def _costs(rows: Sequence[Shares]) -> NDArray[np.float32]:
    """For each row, the costs of coming out as nothing, as each letter, and as anything else."""
    columns = {outcome: column for column, outcome in enumerate(("", *LETTERS))}
    shares = np.full((len(rows), len(columns) + 1), UNSEEN)
    for row, known in enumerate(rows):
        for outcome, share in known.items():
            shares[row, columns[outcome]] = share
    return np.asarray(-np.log(shares), np.float32)


def _coded(words: Sequence[str]) -> tuple[_Codes, _Codes]:
    """The letters as places in `_costs`, and the lengths."""
    lengths = np.array([len(word) for word in words], np.intp)
    codes = np.full((len(words), lengths.max(initial=0)), len(LETTERS) + 1, np.intp)
    for number, word in enumerate(words):
        codes[number, : len(word)] = [
            LETTERS.find(letter) + 1 or len(LETTERS) + 1 for letter in word
        ]
    return codes, lengths


def learnt(pairs: Iterable[tuple[str, str]]) -> dict[Context, dict[str, float]]:
    """Shares from pairs of what was said and what a model wrote, both in a-z and blanks."""
    seen: dict[Context, Counter[str]] = defaultdict(Counter)
    for said, wrote in pairs:
        if said and Levenshtein.distance(said, wrote) <= WORST * len(said):
            for (before, letter, behind), outcome in _outcomes(said, wrote):
                for context in (("", letter, ""), ("", letter, behind), (before, letter, behind)):
                    seen[context][outcome] += 1
    return {
        context: shares
        for context in sorted(seen, key=lambda one: (one[1], one))
        if (seen[context].total() >= LEAST_SEEN or context[::2] == ("", ""))
        and (shares := _shares(seen[context]))
    }


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = counts.total()
    return {
        outcome: round(count / total, 2)
        for outcome, count in counts.most_common()
        if count / total >= LEAST_SHARE
    }


def _outcomes(said: str, wrote: str) -> Iterator[tuple[Context, str]]:
    """What each letter that was said came out as; where the border of two words came out as a
    letter, or the other way round, that says nothing."""
    fenced = f" {said} "
    for step in Levenshtein.opcodes(said, wrote):
        for place in range(step.src_start, step.src_end):
            at = step.dest_start + place - step.src_start
            outcome = wrote[at] if at < step.dest_end else ""
            letter = said[place]
            if letter in LETTERS and outcome != " ":
                before, behind = fenced[place], fenced[place + 2]
                yield (before.replace(" ", "^"), letter, behind.replace(" ", "$")), outcome


def packed(table: Mapping[Context, Shares]) -> list[str]:
    """The table as text, one context each: `left.letter.right=letter:percent,…`."""
    return [
        f"{'.'.join(context)}="
        + ",".join(f"{outcome}:{round(100 * share)}" for outcome, share in shares.items())
        for context, shares in table.items()
    ]


def unpacked(lines: Iterable[str]) -> dict[Context, dict[str, float]]:
    """The table from its text."""
    table: dict[Context, dict[str, float]] = {}
    for line in lines:
        context, _, shares = line.partition("=")
        before, letter, behind = context.split(".")
        parts = (share.partition(":") for share in shares.split(","))
        table[before, letter, behind] = {
            outcome: int(percent) / 100 for outcome, _, percent in parts
        }
    return table
