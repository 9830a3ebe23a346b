"""CTC prefix beam search with a word model: the likeliest texts rather than the likeliest path.

A *prefix* is what has been read so far. All paths that spell it are summed; those that end in a
blank apart from those that end in its last letter, because only behind a blank the same letter
can follow again. Between words a further word delimiter changes nothing, so it counts like the
blank there.

    score = log P(sound | text) + weight · log P(text) + word bonus · words + bonuses of hotwords

While a word isn't complete, the best that it could become stands for it (see `lexicon`). All
prefixes of a frame are arrays, and their extensions are made, merged and pruned together.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.recognition.lexicon import NOWHERE, START, Lexicon
from assistant.records import Emissions, Vocabulary
from assistant.settings import DecodingSettings

Integers = NDArray[np.int64]
Reals = NDArray[np.float64]
Hashes = NDArray[np.uint64]

LEAST = float(np.finfo(np.float64).min)
"""Above the logarithm of 0."""


class WordModel(Protocol):
    """How likely words are behind one another; states are numbers that only it understands."""

    @property
    def begin(self) -> int:
        """The state before the first word."""
        ...

    def score(self, states: Integers, words: Integers) -> tuple[Reals, Integers]:
        """Natural-log probability of each word behind its state, and the state behind that."""
        ...

    def end(self, states: Integers) -> Reals:
        """Natural-log probability that nothing follows."""
        ...


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One text that the sound may have been."""

    columns: tuple[int, ...]
    """Its letters and word delimiters; none at its ends."""
    acoustic: float
    """Natural logarithm of the sum over all paths that spell it."""
    language: float
    """Weighted word model, word bonuses and hotwords."""

    @property
    def score(self) -> float:
        return self.acoustic + self.language


@dataclass(frozen=True, slots=True, eq=False)
class _Beam:
    """The prefixes of a frame; all arrays of shape (prefixes,)."""

    hashes: Hashes
    """Of the prefix's columns."""
    histories: Integers
    """Where the prefix's last letter is in `_History`."""
    last: Integers
    """Its last column; the word delimiter's before any letter."""
    nodes: Integers
    """Where its last, incomplete word is in the lexicon."""
    states: Integers
    """Of the word model, behind its last complete word."""
    language: Reals
    """What its complete words are worth."""
    blank: Reals
    """Log-probability of all paths that end in a blank."""
    letter: Reals
    """Log-probability of all paths that end in the last column."""

    def take(self, places: Integers | NDArray[np.bool_]) -> _Beam:
        return _Beam(*(getattr(self, name)[places] for name in _FIELDS))

    @property
    def acoustic(self) -> Reals:
        return np.logaddexp(self.blank, self.letter)


_FIELDS = tuple(_Beam.__dataclass_fields__)


def _joined(first: _Beam, second: _Beam) -> _Beam:
    return _Beam(
        *(np.concatenate([getattr(first, name), getattr(second, name)]) for name in _FIELDS)
    )


class _History:
    """The letters of all prefixes so far, each pointing at the one before it."""

    def __init__(self) -> None:
        # An hour of sound makes millions of them.
        self._parents, self._columns = array("q"), array("q")

    def add(self, parents: Integers, columns: Integers) -> Integers:
        """The places of these columns behind these places."""
        first = len(self._parents)
        self._parents.frombytes(parents.tobytes())
        self._columns.frombytes(columns.tobytes())
        return np.arange(first, len(self._parents))

    def columns(self, place: int) -> tuple[int, ...]:
        """All columns up to a place; NOWHERE is the place before the first."""
        found = []
        while place != NOWHERE:
            found.append(self._columns[place])
            place = self._parents[place]
        return tuple(reversed(found))


class BeamSearch:
    """Finds texts for log-probabilities over one vocabulary."""

    def __init__(
        self, lexicon: Lexicon, model: WordModel, vocabulary: Vocabulary, settings: DecodingSettings
    ) -> None:
        self._lexicon, self._model, self._settings = lexicon, model, settings
        self._blank = vocabulary.blank
        # A column without probability stands for the delimiter where the model has none.
        self._nothing = len(vocabulary.tokens)
        delimiter = vocabulary.word_delimiter
        self._delimiter = self._nothing if delimiter is None else delimiter
        apart = vocabulary.special | {self._blank, self._delimiter}
        self._letters = np.array([c for c in range(self._nothing) if c not in apart], int)

    def search(self, log_probs: Reals) -> list[Hypothesis]:
        """Hypotheses, best first; `log_probs` has shape (frames, vocabulary), with at least one
        frame, and what special columns say is in the blank's (see `folded`).

        Where no prefix ends in a complete word, its incomplete one is left out.
        """
        said = np.pad(log_probs, ((0, 0), (0, 1)), constant_values=-np.inf)
        history, beam = _History(), self._first()
        for frame in said:
            beam = self._step(beam, frame, history)
        return self._ended(beam, history)

    def _first(self) -> _Beam:
        """Nothing read yet."""
        one = np.zeros(1, np.int64)
        return _Beam(
            hashes=np.zeros(1, np.uint64),
            histories=one + NOWHERE,
            last=one + self._delimiter,
            nodes=one + START,
            states=one + self._model.begin,
            language=np.zeros(1),
            blank=np.zeros(1),
            letter=np.full(1, -np.inf),
        )

    def _step(self, beam: _Beam, said: Reals, history: _History) -> _Beam:
        total = beam.acoustic
        stayed = replace(
            beam,
            blank=total + said[self._blank],
            letter=np.where(beam.last == self._delimiter, total, beam.letter) + said[beam.last],
        )
        least = self._least(self._values(stayed))
        tried = said >= said.max() - self._settings.column_range
        grown = self._spelled(beam, total, said, self._letters[tried[self._letters]], least)
        if tried[self._delimiter]:
            grown = _joined(grown, self._parted(beam, total, said))
        candidates = _joined(*_merged(stayed, grown))
        kept = self._best(candidates)
        beam, fresh = candidates.take(kept), kept >= len(stayed.last)
        beam.histories[fresh] = history.add(beam.histories[fresh], beam.last[fresh])
        return beam

    def _values(self, beam: _Beam) -> Reals:
        """What prefixes are ranked by."""
        return beam.acoustic + beam.language + self._lexicon.look_ahead[beam.nodes]

    def _least(self, values: Reals) -> float:
        """The least value that is worth keeping; what can't be said never is."""
        return max(float(values.max()) - self._settings.score_range, LEAST)

    def _best(self, beam: _Beam) -> Integers:
        """The places of the prefixes that are worth keeping."""
        values = self._values(beam)
        places = np.flatnonzero(values >= self._least(values))
        if len(places) > self._settings.width:
            chosen = np.argpartition(-values[places], self._settings.width - 1)
            places = places[chosen[: self._settings.width]]
        return places

    def _spelled(
        self, beam: _Beam, total: Reals, said: Reals, columns: Integers, least: float
    ) -> _Beam:
        """Every prefix with one more letter, as far as its value isn't below `least`."""
        repeated = beam.last[:, None] == columns
        letter = np.where(repeated, beam.blank[:, None], total[:, None]) + said[columns]
        nodes = self._lexicon.children[beam.nodes[:, None], columns].astype(np.int64)
        values = letter + beam.language[:, None] + self._lexicon.look_ahead[nodes]
        rows, places = np.nonzero((values >= least) & (nodes != NOWHERE))
        return self._extended(
            beam, rows, columns[places], nodes[rows, places], letter[rows, places]
        )

    def _parted(self, beam: _Beam, total: Reals, said: Reals) -> _Beam:
        """Every prefix that ends in a complete word, and a word delimiter behind it."""
        rows = np.flatnonzero(self._complete(beam))
        language, states = self._with_word(beam.take(rows))
        delimiter = np.full(len(rows), self._delimiter)
        starts = np.full(len(rows), START)
        letter = total[rows] + said[self._delimiter]
        grown = self._extended(beam, rows, delimiter, starts, letter)
        return replace(grown, language=language, states=states)

    def _complete(self, beam: _Beam) -> NDArray[np.bool_]:
        """Whether each prefix ends in a word that is complete."""
        inside = beam.last != self._delimiter
        complete: NDArray[np.bool_] = inside & (self._lexicon.numbers[beam.nodes] != NOWHERE)
        return complete

    def _with_word(self, beam: _Beam) -> tuple[Reals, Integers]:
        """What the words are worth when the last one counts too, and the state behind it."""
        log_probs, states = self._model.score(beam.states, self._lexicon.numbers[beam.nodes])
        worth = self._settings.weight * log_probs + self._lexicon.bonuses[beam.nodes]
        return beam.language + worth, states

    def _extended(
        self, beam: _Beam, rows: Integers, columns: Integers, nodes: Integers, letter: Reals
    ) -> _Beam:
        """Prefixes by their rows, each with one more column; their histories are not."""
        grown = beam.take(rows)
        return replace(
            grown,
            hashes=_hashes(grown.hashes, columns),
            last=columns,
            nodes=nodes,
            blank=np.full(len(rows), -np.inf),
            letter=letter,
        )

    def _ended(self, beam: _Beam, history: _History) -> list[Hypothesis]:
        """The texts that the prefixes are when nothing follows."""
        complete = self._complete(beam)
        language, states = beam.language.copy(), beam.states.copy()
        language[complete], states[complete] = self._with_word(beam.take(complete))
        language += self._settings.weight * self._model.end(states)
        whole = complete | (beam.last == self._delimiter)
        found: dict[tuple[int, ...], Hypothesis] = {}
        for row in np.flatnonzero(whole) if whole.any() else range(len(whole)):
            columns = self._words(history.columns(int(beam.histories[row])), bool(complete[row]))
            acoustic = float(beam.acoustic[row])
            if columns in found:
                acoustic = float(np.logaddexp(acoustic, found[columns].acoustic))
            found[columns] = Hypothesis(columns, acoustic, float(language[row]))
        return sorted(found.values(), key=lambda one: one.score, reverse=True)

    def _words(self, columns: tuple[int, ...], complete: bool) -> tuple[int, ...]:
        """The columns of all complete words, no delimiter behind them."""
        while columns and not complete:
            complete = columns[-1] == self._delimiter
            columns = columns[:-1]
        return columns


def _hashes(hashes: Hashes, columns: Integers) -> Hashes:
    """Of prefixes with one more column."""
    mixed: Hashes = hashes * np.uint64(6364136223846793005)
    return mixed + (columns.astype(np.uint64) + np.uint64(1)) * np.uint64(1442695040888963407)


def _merged(stayed: _Beam, grown: _Beam) -> tuple[_Beam, _Beam]:
    """The prefixes that stayed, with what the same prefixes got by growing; and the new ones."""
    order = np.argsort(stayed.hashes)
    places = np.searchsorted(stayed.hashes, grown.hashes, sorter=order)
    same = order[np.minimum(places, len(order) - 1)]
    known = stayed.hashes[same] == grown.hashes
    letter = stayed.letter.copy()
    letter[same[known]] = np.logaddexp(letter[same[known]], grown.letter[known])
    return replace(stayed, letter=letter), grown.take(~known)


def folded(emissions: Emissions) -> Reals:
    """Log-probabilities in which special columns count as blank, as the greedy decoder does it."""
    log_probs = emissions.log_probs.astype(np.float64)
    vocabulary = emissions.vocabulary
    silent = sorted(vocabulary.special | {vocabulary.blank})
    log_probs[:, vocabulary.blank] = np.logaddexp.reduce(log_probs[:, silent], axis=1)
    return log_probs
