"""Full stops and capitals for words that were only heard.

Whether a sentence ends between two words is judged by the words around (logistic regression over
hashed n-grams) and by how long the speaker pauses there, each taken as independent of the other.
Capitals stand where a sentence begins and in names, which are a list. Commas and question marks
aren't put: most would be wrong. `assistant.training.punctuation` makes the model.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError
from assistant.records import Word

BUCKETS = 1 << 17
"""Rows of the model; n-grams that share one are told apart by their other n-grams."""

MARGIN = 0.7
"""A sentence ends where that is twice as likely as not: an end that isn't one is worse than an end
that is missing."""

PAUSES_S = (0.06, 0.12, 0.18, 0.26, 0.36, 0.5, 0.7, 1.0, 1.5)
"""Where one class of pauses ends and the next begins."""

BUNDLED = Path(__file__).with_name("punctuation-en.npz")
"""Of English; scripts/make-punctuation made it."""

EDGE = "|"
"""Stands for the words before the first and behind the last."""

Reals = NDArray[np.float32]


def around(words: Sequence[str]) -> NDArray[np.int64]:
    """Rows of the n-grams around the place behind each word, shape (words, n-grams)."""
    padded = [EDGE, EDGE, *words, EDGE, EDGE]
    rows = []
    for place in range(2, len(words) + 2):
        before, last, first, behind = padded[place - 1 : place + 3]
        grams = (
            last,
            first,
            f"{before} {last}",
            f"{last} {first}",
            f"{first} {behind}",
            f"{padded[place - 2]} {before} {last}",
            f"{before} {last} {first}",
            f"{last} {first} {behind}",
            f"{last[-3:]} {first[-3:]}",
            f"{last[-2:]} {first[-2:]} {behind[-2:]}",
        )
        rows.append([_row(slot, gram) for slot, gram in enumerate(grams)])
    return np.array(rows, np.int64).reshape(len(words), -1)


def _row(slot: int, gram: str) -> int:
    return zlib.crc32(f"{slot} {gram}".encode("utf-8", "surrogatepass")) % BUCKETS


def pauses(words: Sequence[Word]) -> NDArray[np.int64]:
    """The class of the pause behind each word but the last."""
    gaps = [behind.start_s - before.end_s for before, behind in pairwise(words)]
    return np.searchsorted(PAUSES_S, np.array(gaps))


@dataclass(frozen=True, slots=True, eq=False)
class PunctuationModel:
    """What `assistant.training.punctuation` learned, as natural logarithms."""

    ends: Reals
    """What each n-gram adds to the odds that a sentence ends, shape (BUCKETS,)."""
    pauses: Reals
    """What each class of pauses adds to the odds that a sentence ends, shape (classes,)."""
    names: Mapping[str, str]
    """Words in small letters, as they are written within a sentence."""

    def save(self, file: Path) -> None:
        """As int8 and text."""
        step = float(np.abs(self.ends).max()) / 127 or 1.0
        with file.open("wb") as stream:
            np.savez_compressed(
                stream,
                ends=np.round(self.ends / step).astype(np.int8),
                step=np.float32(step),
                pauses=self.pauses,
                names=np.frombuffer("\n".join(self.names.values()).encode(), np.uint8),
            )

    @classmethod
    def load(cls, file: Path = BUNDLED) -> PunctuationModel:
        """Raises ModelError where the file can't be read."""
        try:
            with np.load(file) as parts:
                names = parts["names"].tobytes().decode().split("\n")
                return cls(
                    parts["ends"] * parts["step"],
                    parts["pauses"],
                    {name.lower(): name for name in names},
                )
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(
                f"The punctuation model {file} can't be read ({error}); install the program again."
            ) from error

    def odds(self, texts: Sequence[str]) -> Reals:
        """That a sentence ends behind each word, by the words alone."""
        odds: Reals = self.ends[around(texts)].sum(axis=1)
        return odds

    def ends_behind(self, words: Sequence[Word], texts: Sequence[str]) -> list[int]:
        """The places behind the last words of sentences; the last word is one."""
        odds = self.odds(texts)[:-1] + self.pauses[pauses(words)]
        return [*(np.flatnonzero(odds > MARGIN) + 1).tolist(), len(words)]


class Restorer:
    """Words in small letters in, words as one writes them out."""

    def __init__(self, model: PunctuationModel) -> None:
        self._model = model

    def restore(self, words: Sequence[Word]) -> list[Word]:
        """The same words at the same times, with marks and capitals.

        What a recognition model wrote with marks of its own stays as it is.
        """
        if not words or any(word.text.endswith((",", ".", "?", "!")) for word in words):
            return list(words)
        texts = [word.text.lower() for word in words]
        written: list[Word] = []
        for begin, end in pairwise([0, *self._model.ends_behind(words, texts)]):
            forms = [self._cased(text) for text in texts[begin:end]]
            forms[0] = forms[0][:1].upper() + forms[0][1:]
            forms[-1] += "."
            written += [
                replace(word, text=form) for word, form in zip(words[begin:end], forms, strict=True)
            ]
        return written

    def _cased(self, text: str) -> str:
        """As it is written within a sentence; "john's" as John is."""
        names = self._model.names
        stem, apostrophe, rest = text.partition("'")
        return names.get(text) or names.get(stem, stem) + apostrophe + rest
