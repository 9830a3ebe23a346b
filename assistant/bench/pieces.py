"""Short utterances of people who only read sentences: a few words cut out of each.

Commands are short, and short sound is sooner taken for one. The words' places come from a forced
alignment of the known text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from random import Random

from assistant.ports import AcousticModel
from assistant.recognition.align import align
from assistant.records import SAMPLE_RATE, Emissions
from assistant.training.corpus import Clip, read_samples
from assistant.understanding.sound.spelling import letters

LENGTHS = (1, 2, 3, 4, 5)
"""Words of a piece."""
LEAST_LETTERS = 4
"""Shorter pieces, such as "of a", are no utterances."""
MARGIN_S = 0.15
"""Kept on both sides at most, half of the gap to the next word."""


def pieces(
    clips: Iterable[Clip], model: AcousticModel, each: int = 2, seed: int = 0
) -> Iterator[Clip]:
    """Up to `each` pieces of every clip that can be aligned; the same seed cuts the same."""
    for number, clip in enumerate(clips):
        chance = Random(f"{seed}/{number}")
        emissions = model.emissions(read_samples(clip))
        places, words = word_places(clip.text, emissions), clip.text.split()
        for _ in range(each if places else 0):
            count = chance.choice(LENGTHS)
            first = chance.randrange(max(len(words) - count, 0) + 1)
            said = words[first : first + count]
            if len("".join(said)) >= LEAST_LETTERS:
                span = _span(places, first, first + len(said), clip.seconds)
                yield _cut(clip, " ".join(said), span)


def word_places(text: str, emissions: Emissions) -> list[tuple[float, float]]:
    """Start and end of each word in seconds; empty where the text can't be aligned."""
    columns = letters(emissions.vocabulary)
    delimiter = emissions.vocabulary.word_delimiter
    if delimiter is None or not text or any(one not in columns for one in text.replace(" ", "")):
        return []
    spelled = [delimiter if one == " " else columns[one] for one in text]
    runs = align(emissions.log_probs, spelled, emissions.vocabulary.blank)
    starts = accumulate((len(word) + 1 for word in text.split()), initial=0)
    frame_s = emissions.frame_s
    return [
        (runs[start].start * frame_s, runs[start + len(word) - 1].stop * frame_s)
        for start, word in zip(starts, text.split(), strict=False)
        if runs
    ]


def _span(
    places: Sequence[tuple[float, float]], first: int, stop: int, seconds: float
) -> tuple[float, float]:
    """From where to where, in seconds, the words from `first` up to `stop` are cut out."""
    start_s, end_s = places[first][0], places[stop - 1][1]
    before_s = places[first - 1][1] if first else 0.0
    after_s = places[stop][0] if stop < len(places) else seconds
    return (
        start_s - min(MARGIN_S, (start_s - before_s) / 2),
        end_s + min(MARGIN_S, (after_s - end_s) / 2),
    )


def _cut(clip: Clip, text: str, span: tuple[float, float]) -> Clip:
    first, last = (round(place * SAMPLE_RATE) for place in span)
    return replace(
        clip,
        text=text,
        phonemes="",
        seconds=(last - first) / SAMPLE_RATE,
        offset=clip.offset + first,
        samples=last - first,
    )
