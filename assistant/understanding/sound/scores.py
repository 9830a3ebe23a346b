"""What the search adds up: emissions, put right for a search that must spell whole commands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assistant.records import Emissions, Floats, Vocabulary
from assistant.understanding.sound.acoustic_graph import ANYTHING, LETTER

LEAST_SHARE = 1e-4
"""A symbol that was hardly seen isn't made more likely than one with this share of the frames."""


@dataclass(frozen=True, slots=True)
class ScoreSettings:
    """How emissions become scores."""

    prior_weight: float = 0.5
    """How much of each symbol's prior is taken out: 0 for none, 1 for all of it.

    A CTC model would rather be silent than wrong: it gives most frames to the blank, and rare
    letters nothing where it is unsure. Greedy reading leaves such letters out; a command can't.
    Divided by the share that each symbol has of the frames, as hybrid recognisers do, scores say
    what is special about a frame.
    """
    free_text_penalty: float = 1.0
    """What each frame of free text that isn't blank costs, in natural-log units."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Scores of one utterance."""

    table: Floats
    """Natural-log units, shape (frames, vocabulary + 3): the symbols, then NEVER, LETTER and
    ANYTHING."""
    best: Floats
    """The best unconstrained path: for each frame its best symbol's score, shape (frames,)."""
    emissions: Emissions
    """What free text is read from: the letters."""


def scores(emissions: Emissions, settings: ScoreSettings, priors: Floats | None = None) -> Scores:
    """Scores from emissions.

    `priors` has the share of the frames that each symbol has in speech, shape (vocabulary,);
    without it the utterance's own shares are taken.
    """
    vocabulary = emissions.vocabulary
    table = emissions.log_probs.astype(np.float32)
    if priors is None and len(table):
        priors = np.exp(table).mean(axis=0) + LEAST_SHARE
    if priors is not None:
        table -= settings.prior_weight * np.log(np.maximum(priors, LEAST_SHARE))
    table[:, sorted(vocabulary.special - {vocabulary.blank})] = -np.inf
    extended = _with_free_text(table, vocabulary, settings.free_text_penalty)
    return Scores(extended, table.max(axis=1, initial=-np.inf), emissions)


def _with_free_text(table: Floats, vocabulary: Vocabulary, penalty: float) -> Floats:
    marks = {vocabulary.blank, vocabulary.word_delimiter, *vocabulary.special}
    spoken = [column for column in range(table.shape[1]) if column not in marks]
    more = np.full((len(table), 3), -np.inf, np.float32)  # NEVER stays as it is
    more[:, LETTER] = table[:, spoken].max(axis=1, initial=-np.inf) - penalty
    more[:, ANYTHING] = np.maximum(more[:, LETTER], table[:, vocabulary.blank])
    if vocabulary.word_delimiter is not None:
        parted = table[:, vocabulary.word_delimiter] - penalty
        more[:, ANYTHING] = np.maximum(more[:, ANYTHING], parted)
    return np.concatenate([table, more], axis=1)


def part_of(whole: Scores, start: int, stop: int) -> Scores:
    """The frames from `start` up to `stop`, not included."""
    emissions = whole.emissions
    return Scores(
        whole.table[start:stop],
        whole.best[start:stop],
        Emissions(emissions.log_probs[start:stop], emissions.vocabulary, emissions.frame_s),
    )
