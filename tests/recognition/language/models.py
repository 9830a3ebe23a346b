"""Small language models to test with."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from assistant.recognition.language import arpa
from assistant.recognition.language.ngram import NgramModel

BIGRAMS = """
\\data\\
ngram 1=6
ngram 2=4

\\1-grams:
-1.0\t<unk>
-99\t<s>\t-0.5
-0.7\t</s>
-0.8\ta\t-0.2
-0.6\tb\t-0.1
-1.2\tba\t-0.3

\\2-grams:
-0.3\t<s> b
-0.4\tb a
-0.2\ta </s>
-0.5\tba b

\\end\\
"""


def model(text: str = BIGRAMS) -> NgramModel:
    return arpa.parse(text.splitlines())


def log_prob(lm: NgramModel, words: Iterable[str], *, end: bool = True) -> float:
    """Natural log-probability of a whole sentence."""
    state, total = np.array([lm.begin]), 0.0
    for word in words:
        scores, state = lm.score(state, np.array([lm.number(word)]))
        total += float(scores[0])
    return total + (float(lm.end(state)[0]) if end else 0.0)
