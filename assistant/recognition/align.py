"""Forced alignment: where in the sound each letter of a known text is.

The best CTC path that spells the text, found frame by frame (Viterbi). A long text is followed
through a window that moves with the best path so far, and only the scores at the beginning of
each stretch of frames are kept; the way back goes through each stretch once more. So time and
memory grow with the length of the recording alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.recognition.beam import folded
from assistant.recognition.greedy import Run
from assistant.recognition.lexicon import letter_columns
from assistant.records import Emissions, Word

WINDOW = 4096
"""Letters and blanks between them that are followed at once: two minutes of speech. A text that
fits is aligned exactly."""

STRETCH = 512
"""Frames whose moves are kept at a time."""

Reals = NDArray[np.float64]


def align(
    log_probs: NDArray[np.floating], columns: Sequence[int], blank: int, window: int = WINDOW
) -> list[Run]:
    """The frames of each of `columns` on the best CTC path that spells them.

    `log_probs` has shape (frames, vocabulary). Empty where the frames are too few, or where the
    text is so different from the sound that the window lost it.
    """
    if len(columns) > len(log_probs):
        return []
    path = _Trellis(log_probs, columns, blank, window).path()
    if path is None:
        return []
    places = np.arange(1, 2 * len(columns), 2)
    starts, stops = np.searchsorted(path, places), np.searchsorted(path, places, side="right")
    return [
        Run(column, int(start), int(stop))
        for column, start, stop in zip(columns, starts, stops, strict=True)
    ]


def align_words(emissions: Emissions, words: Sequence[tuple[str, str]]) -> list[Word]:
    """Each word as it is written, with the times and the confidence of how it is spoken.

    `words` are pairs (written, spoken); a word may be spoken as several, "10:30" as "ten thirty".
    What the model has no letters for is left out. Empty where the sound is too short.
    """
    vocabulary = emissions.vocabulary
    column_of = letter_columns(vocabulary)
    between = [] if vocabulary.word_delimiter is None else [vocabulary.word_delimiter]
    columns: list[int] = []
    spans: list[tuple[str, int, int]] = []
    for written, spoken in words:
        parts = [[column_of[c] for c in part if c in column_of] for part in spoken.split()]
        for place, part in enumerate(part for part in parts if part):
            columns += between if columns else []
            begin = len(columns) if place == 0 else spans.pop()[1]
            columns += part
            spans.append((written, begin, len(columns)))
    runs = align(folded(emissions), columns, vocabulary.blank)
    return [_word(text, runs[begin:end], emissions) for text, begin, end in spans if runs]


def _word(text: str, runs: Sequence[Run], emissions: Emissions) -> Word:
    letters = [run for run in runs if run.column != emissions.vocabulary.word_delimiter]
    sure = [emissions.log_probs[run.start : run.stop, run.column] for run in letters]
    return Word(
        text,
        runs[0].start * emissions.frame_s,
        runs[-1].stop * emissions.frame_s,
        float(np.exp(np.concatenate(sure)).mean()),
    )


class _Trellis:
    """Frames against labels: the columns with a blank before, between and behind them."""

    def __init__(
        self, log_probs: NDArray[np.floating], columns: Sequence[int], blank: int, window: int
    ) -> None:
        self._log_probs = log_probs
        self._labels = np.full(2 * len(columns) + 1, blank)
        self._labels[1::2] = columns
        # The blank between two different letters may be left out.
        self._skips = np.full(len(self._labels), -np.inf)
        self._skips[3::2][self._labels[3::2] != self._labels[1:-2:2]] = 0.0
        self._size = min(window, len(self._labels))
        self._lows = np.zeros(len(log_probs) + 1, np.int64)  # where the window begins

    def path(self) -> NDArray[np.int64] | None:
        """The label of each frame; None where no path spells the text."""
        frames = len(self._log_probs)
        scores = np.full(self._size, -np.inf)
        scores[0] = 0.0
        starts, kept = range(0, frames, STRETCH), []
        for start in starts:
            kept.append(scores)
            scores = self._walk(start, scores, None)
        place = len(self._labels) - 1 - int(self._lows[-1])
        if place and scores[place - 1] > scores[place]:
            place -= 1
        if not np.isfinite(scores[place]):
            return None
        path = np.empty(frames, np.int64)
        label = place + int(self._lows[-1])
        for start, scores in zip(reversed(starts), reversed(kept), strict=True):
            moves = np.zeros((min(STRETCH, frames - start), self._size), np.int8)
            self._walk(start, scores, moves)
            for frame in range(start + len(moves) - 1, start - 1, -1):
                path[frame] = label
                label -= int(moves[frame - start, label - self._lows[frame + 1]])
        return path

    def _walk(self, start: int, scores: Reals, moves: NDArray[np.int8] | None) -> Reals:
        """The scores behind a stretch of frames; how each was reached goes into `moves`."""
        before = np.full(2 * self._size + 2, -np.inf)  # two places before the window, room behind
        for frame in range(start, min(start + STRETCH, len(self._log_probs))):
            low = self._low(frame, scores)
            shift = low - int(self._lows[frame])
            self._lows[frame + 1] = low
            before[2 : self._size + 2] = scores
            window = slice(low, low + self._size)
            ways = np.stack(
                [
                    before[2 + shift : 2 + shift + self._size],
                    before[1 + shift : 1 + shift + self._size],
                    before[shift : shift + self._size] + self._skips[window],
                ]
            )
            if moves is not None:
                moves[frame - start] = ways.argmax(axis=0)
            scores = ways.max(axis=0) + self._log_probs[frame, self._labels[window]]
        return scores

    def _low(self, frame: int, scores: Reals) -> int:
        """Where the window begins: around the best label, and the end stays within reach."""
        before, last = int(self._lows[frame]), len(self._labels) - self._size
        centred = before + int(scores.argmax()) - self._size // 2
        within_reach = last - 2 * (len(self._log_probs) - 1 - frame)
        return min(max(before, centred, within_reach), last)
