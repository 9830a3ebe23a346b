"""Whether sound begins with certain words: the wake phrase, before any command.

The transcript often misspells the phrase or joins it with what follows ("compitercal"), so it is
followed through the sound as well, in the same emissions.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.records import Floats
from assistant.understanding.sound.joints import JointSearch, marks_of, spelled
from assistant.understanding.sound.scores import Scores
from assistant.understanding.sound.spelling import Speller

LEAST = -1.3
"""The lowest log-likelihood ratio, a letter, of sound that begins with the words: four fifths of
five phrases by five people are above it, and in two hours of other speech one, once."""


def opening_until(heard: Scores, speller: Speller, words: Sequence[str]) -> Floats:
    """For each frame how well the frames before it fit silence and then the words: the
    log-likelihood ratio, shape (frames + 1,); minus infinity where they can't be said.
    """
    vocabulary = speller.vocabulary
    marks = marks_of(vocabulary)
    ways = list(spelled(speller, words))
    if not ways:
        return np.full(len(heard.best) + 1, -np.inf, np.float32)
    silent = heard.table[:, [vocabulary.blank, *marks]].max(axis=1) - heard.best
    begins = np.append(np.float32(0), np.cumsum(silent)).astype(np.float32)
    until, _ = JointSearch(ways, vocabulary.blank, marks).until(begins, heard)
    return until


def opening_end(until: Floats, words: Sequence[str]) -> int | None:
    """The frame behind the words where the sound begins with them; None where it doesn't."""
    stop = int(np.argmax(until))
    return stop if until[stop] >= LEAST * len("".join(words)) else None
