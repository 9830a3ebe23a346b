"""The ARPA format: an n-gram model as text, with logarithms to the base 10.

    \\data\\
    ngram 1=4
    ngram 2=2

    \\1-grams:
    -0.8  hello  -0.3
    ...
    \\2-grams:
    -0.1  <s> hello
    ...
    \\end\\

Lines in, model out, and the other way round; `files.py` opens the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

from assistant.errors import ModelError
from assistant.recognition.language.ngram import MOST_ORDER, Level, NgramModel

_COUNT = re.compile(r"ngram\s+\d+\s*=\s*\d+")
_SECTION = re.compile(r"\\(\d+)-grams:")
_TEN = float(np.log(10))


def parse(lines: Iterable[str]) -> NgramModel:
    """The model that the lines of an ARPA file describe.

    What stands before `\\data\\` is skipped. Raises ModelError, with the line's number, for what
    is no ARPA, or where its end is missing.
    """
    reader = _Reader()
    for number, line in enumerate(lines, 1):
        try:
            reader.read(line.split())
        except (KeyError, ValueError) as error:
            raise ModelError(
                f"line {number} is no line of an ARPA file: {line.strip()[:60]!r}; "
                "make or download the file again"
            ) from error
        if reader.ended:
            return reader.model()
    raise ModelError("it has no \\end\\, so a part is missing; make or download the file again")


class _Reader:
    """Collects the n-grams of each section as flat lists."""

    def __init__(self) -> None:
        self.ended = False
        self._begun = False
        self._numbers: dict[str, int] = {}
        self._words: list[list[int]] = []
        self._values: list[list[float]] = []

    def read(self, fields: list[str]) -> None:
        """One line. Raises ValueError or KeyError where it has no place here."""
        if fields and fields[0].startswith("\\") and len(fields) == 1:
            self._mark(fields[0])
        elif fields and self._words:
            self._ngram(fields)
        elif fields and self._begun and not _COUNT.fullmatch(" ".join(fields)):
            raise ValueError

    def _mark(self, mark: str) -> None:
        section = _SECTION.fullmatch(mark)
        if mark == "\\data\\":
            self._begun = True
        elif mark == "\\end\\" and self._words:
            self.ended = True
        elif self._begun and section and int(section[1]) == len(self._words) + 1 <= MOST_ORDER:
            self._words.append([])
            self._values.append([])
        else:
            raise ValueError

    def _ngram(self, fields: list[str]) -> None:
        length = len(self._words)
        words = fields[1 : length + 1]
        if len(words) < length or len(fields) > length + 2:
            raise ValueError
        if length == 1:
            self._numbers.setdefault(words[0], len(self._numbers))
        self._words[-1] += [self._numbers[word] for word in words]
        backoff = fields[length + 1] if len(fields) == length + 2 else "0"
        self._values[-1] += [float(fields[0]), float(backoff)]

    def model(self) -> NgramModel:
        if not self._numbers:
            raise ModelError("it lists no words; make or download the file again")
        sections = zip(self._words, self._values, strict=True)
        levels = [_level(*section, length) for length, section in enumerate(sections, 1)]
        return NgramModel.from_levels(list(self._numbers), levels)


def _level(words: list[int], values: list[float], length: int) -> Level:
    numbers = np.array(words, np.int64).reshape(-1, length)
    log_probs, backoffs = (_TEN * np.array(values)).reshape(-1, 2).T
    if not (np.isfinite(log_probs) & np.isfinite(backoffs)).all():
        raise ModelError(f"one of its {length}-grams has no finite number; make the file again")
    return Level(numbers, log_probs, backoffs)


def lines(model: NgramModel) -> Iterator[str]:
    """The model as the lines of an ARPA file, each with its end."""
    yield "\\data\\\n"
    for length in range(1, model.order + 1):
        yield f"ngram {length}={model.starts[length + 1] - model.starts[length]}\n"
    for length in range(1, model.order + 1):
        yield f"\n\\{length}-grams:\n"
        level = model.level(length)
        numbers, longest = level.words.tolist(), length == model.order
        for row, log_prob, backoff in zip(
            numbers,
            (level.log_probs / _TEN).tolist(),
            (level.backoffs / _TEN).tolist(),
            strict=True,
        ):
            text = " ".join([model.words[number] for number in row])
            yield (
                f"{log_prob:.7g}\t{text}\n"
                if longest
                else f"{log_prob:.7g}\t{text}\t{backoff:.7g}\n"
            )
    yield "\n\\end\\\n"
