"""Writes down how a model misspells what people say, for `understanding/misspelling.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from assistant.ports import AcousticModel
from assistant.recognition.greedy import GreedyDecoder
from assistant.training.corpus import Clip, read_samples
from assistant.understanding.misspelling import Context, Shares, packed

HEAD = """\
# How the starter model misspells English: a letter between its neighbours, and what it comes out
# as, in percent; `.c.=c:65,s:11` between any, `^.k.n=:70` as in "knee".
# Don't edit: `assistant bench misspellings` wrote it, from {count} sentences that people said.
"""


def transcribed(clips: Iterable[Clip], model: AcousticModel) -> Iterator[tuple[str, str]]:
    """What was said in each clip, and what the model wrote; without apostrophes."""
    decoder = GreedyDecoder()
    for clip in clips:
        samples = read_samples(clip)
        wrote = decoder.decode(model.emissions(samples)).text
        yield clip.text.replace("'", ""), wrote.replace("'", "")


def as_text(table: Mapping[Context, Shares], count: int) -> str:
    """The table as the program reads it, from `understanding/starter_misspellings.txt`."""
    return "\n".join([HEAD.format(count=count), *packed(table)]) + "\n"
