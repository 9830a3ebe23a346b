"""KenLM's binary files, as `build_binary probing` writes them: hash tables, read where they lie.

    sanity      a text with the version, and numbers that show the byte order
    parameters  order, how roomy the tables are, type of model, whether words are listed
    counts      n-grams of each length
    vocabulary  hash of a word → number (not needed: the words are listed at the end)
    unigrams    log-probability and back-off weight of each word, by number
    middle      for each length: hash of the n-gram → log-probability and back-off weight
    longest     hash of the n-gram → log-probability
    words       by number, each with a 0 behind it

An n-gram's hash begins with its last word and goes back to its first. Hashes can't be turned back
into words, so a state here is a list of words: the context that can still matter. The format is
that of version 5, https://github.com/kpu/kenlm, `lm/binary_format.cc` and `lm/search_hashed.hh`.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError
from assistant.recognition.language.ngram import (
    BEGIN,
    END,
    MOST_ORDER,
    ROOT,
    UNKNOWN,
    Integers,
    Reals,
)

Bytes = NDArray[np.uint8]
Keys = NDArray[np.uint64]
Entries = NDArray[np.void]

MAGIC = b"mmap lm http://kheafield.com/code"
"""With what any file of KenLM's begins."""
_VERSION = b" format version 5\n"

_SANITY = struct.Struct("<56s3f3IQ")
_SANE = (0.0, 1.0, -0.5, 1, 2**32 - 1, 0, 1)
_PARAMETERS = struct.Struct("<B3xfi?3xI")
_PROBING = 0

_WEIGHTS = np.dtype([("log_prob", "<f4"), ("backoff", "<f4")])
_MIDDLE = np.dtype([("key", "<u8"), *_WEIGHTS.descr])
_LONGEST = np.dtype([("key", "<u8"), ("log_prob", "<f4")])
_WORD_BYTES = 12
"""Of an entry of the vocabulary."""

_CURRENT, _NEXT = np.uint64(8978948897894561157), np.uint64(17894857484156487943)
TEN = float(np.log(10))
NO_WORD = -1


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """A hash table with linear probing; a key of 0 is an empty place."""

    entries: Entries

    def find(self, keys: Keys) -> tuple[Integers, NDArray[np.bool_]]:
        """The place of each key, and whether it is there."""
        size = np.uint64(len(self.entries))
        places, looking = keys % size, np.arange(len(keys))
        for _ in range(len(self.entries)):
            if not len(looking):
                break
            found = self.entries["key"][places[looking]]
            looking = looking[(found != keys[looking]) & (found != 0)]
            places[looking] = (places[looking] + np.uint64(1)) % size
        return places.astype(np.int64), self.entries["key"][places] == keys


class KenlmModel:
    """A WordModel. All logarithms are natural."""

    def __init__(self, data: Bytes) -> None:
        """Raises ModelError for what is no such file, or of a kind that isn't read."""
        file = _File(data)
        self.order, self.words = file.order, file.words
        self._unigrams, self._middle, self._longest = file.unigrams, file.middle, file.longest
        self._numbers = {word: number for number, word in enumerate(self.words)}
        # Each state's context, latest word first, and the back-off weight of each of its lengths.
        self._contexts = np.full((1, self.order - 1), NO_WORD)
        self._backoffs = np.zeros((1, self.order - 1))
        self._states = {self._contexts[0].tobytes(): ROOT}
        self.begin = int(self.score(np.array([ROOT]), np.array([self.number(BEGIN)]))[1][0])

    def number(self, word: str) -> int:
        """The word's number, or that of `<unk>`."""
        return self._numbers.get(word, self._numbers[UNKNOWN])

    def score(self, states: Integers, words: Integers) -> tuple[Reals, Integers]:
        """Log-probability of each word behind its state, and the state behind that."""
        contexts = self._contexts[states]
        keys = words.astype(np.uint64)
        scores = self._unigrams["log_prob"][words].astype(np.float64)
        behind = np.full_like(contexts, NO_WORD)
        weights = np.zeros(contexts.shape)
        behind[:, 0], weights[:, 0] = words, self._unigrams["backoff"][words]
        matched = np.zeros(
            len(words), int
        )  # words of the context that the n-gram found begins with
        going = np.arange(len(words))
        for place in range(self.order - 1):
            going = going[contexts[going, place] != NO_WORD]
            keys[going] = _longer(keys[going], contexts[going, place])
            longest = place == self.order - 2
            table = self._longest if longest else self._middle[place]
            places, there = table.find(keys[going])
            going, entries = going[there], table.entries[places[there]]
            scores[going], matched[going] = entries["log_prob"], place + 1
            if not longest:
                behind[going, place + 1] = contexts[going, place]
                weights[going, place + 1] = entries["backoff"]
        scores = -np.abs(scores)  # the sign says something else
        unmatched = np.arange(self.order - 1) >= matched[:, None]
        scores += np.where(unmatched, self._backoffs[states], 0.0).sum(axis=1)
        return TEN * scores, self._interned(behind, weights)

    def end(self, states: Integers) -> Reals:
        """Log-probability that the sentence ends behind each state; 0 for a model without ends."""
        if END not in self._numbers:
            return np.zeros(len(states))
        return self.score(states, np.full(len(states), self._numbers[END]))[0]

    def _interned(self, contexts: Integers, weights: Reals) -> Integers:
        """The state of each context; new ones are kept."""
        states, added = [], []
        for row, context in enumerate(contexts):
            key = context.tobytes()
            if key not in self._states:
                self._states[key] = len(self._states)
                added.append(row)
            states.append(self._states[key])
        if added:
            self._contexts = np.concatenate([self._contexts, contexts[added]])
            self._backoffs = np.concatenate([self._backoffs, weights[added]])
        return np.array(states, np.int64)


def _longer(keys: Keys, words: Integers) -> Keys:
    """The hashes of n-grams with one more word in front."""
    longer: Keys = (keys * _CURRENT) ^ ((words + 1).astype(np.uint64) * _NEXT)
    return longer


class _File:
    """Where everything lies in the file."""

    def __init__(self, data: Bytes) -> None:
        self._data = data
        self.order, roominess, counts, start = self._header()
        buckets = [
            max(count + 1, int(np.float32(roominess) * np.float32(count))) for count in counts
        ]
        start += 8 + buckets[0] * _WORD_BYTES
        self.unigrams, start = self._array(_WEIGHTS, counts[0] + 1, start)
        self.middle = []
        for size in buckets[1:-1]:
            entries, start = self._array(_MIDDLE, size, start)
            self.middle.append(_Table(entries))
        entries, start = self._array(_LONGEST, buckets[-1], start)
        self.longest = _Table(entries)
        *words, rest = self._data[start:].tobytes().decode().split("\0")
        self.words = tuple(words)
        # `<unk>` is listed even where it isn't counted.
        if rest or len(words) not in (counts[0], counts[0] + 1) or UNKNOWN not in words:
            raise ModelError("its words aren't those of its n-grams; build the file again")

    def _header(self) -> tuple[int, float, tuple[int, ...], int]:
        """Order, roominess of the tables, counts of n-grams, and where the vocabulary begins."""
        head = self._data[: _SANITY.size + _PARAMETERS.size + 8 * MOST_ORDER].tobytes()
        try:
            magic, *sane = _SANITY.unpack_from(head)
            order, roominess, kind, listed, version = _PARAMETERS.unpack_from(head, _SANITY.size)
            start = _SANITY.size + _PARAMETERS.size
            counts = struct.unpack_from(f"<{min(order, MOST_ORDER)}Q", head, start)
        except struct.error as error:
            raise ModelError("it ends in its header; build or download it again") from error
        if kind != _PROBING or not listed or not 2 <= order <= MOST_ORDER:
            raise ModelError(
                "of KenLM's binaries only those that `build_binary probing` made, with their "
                "words, are read; build it so, or take the ARPA that it was built from"
            )
        if not magic.startswith(MAGIC + _VERSION) or tuple(sane) != _SANE or version:
            raise ModelError("it was built by another version of KenLM; build it again")
        return order, roominess, counts, -(-(start + 8 * order) // 8) * 8

    def _array(self, kind: np.dtype[np.void], size: int, start: int) -> tuple[Entries, int]:
        """The entries that begin at `start`, and where what follows them begins."""
        stop = start + size * kind.itemsize
        if stop > len(self._data):
            raise ModelError("it is shorter than its header says; build or download it again")
        return self._data[start:stop].view(kind), stop
