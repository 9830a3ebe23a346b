"""Writes down how a model misspells what people say, for `understanding/misspelling.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill

import numpy as np

from assistant.ports import AcousticModel
from assistant.recognition.greedy import GreedyDecoder
from assistant.training.corpus import Clip, read_audio
from assistant.understanding.misspelling import Context, Shares, packed

WIDTH = 100
MODULE = '''"""How the starter model misspells English.

Don't edit: `assistant bench misspellings` wrote it, and counted {count} sentences that people said.
Letters between their neighbours, and what they come out as, in percent: `.c.=c:65,s:11` between
any, `^.k.n=:70` as in "knee".
"""

from __future__ import annotations

from functools import cache

from assistant.understanding.misspelling import Misspellings, unpacked


@cache
def starter_misspellings() -> Misspellings:
    """The table, read when it is first needed."""
    return Misspellings(unpacked(_TABLE.split()))


_TABLE = """
{table}
"""
'''


def transcribed(clips: Iterable[Clip], model: AcousticModel) -> Iterator[tuple[str, str]]:
    """What was said in each clip, and what the model wrote; without apostrophes."""
    decoder = GreedyDecoder()
    for clip in clips:
        samples = read_audio(clip).astype(np.float32) / np.float32(32768)
        wrote = decoder.decode(model.emissions(samples)).text
        yield clip.text.replace("'", ""), wrote.replace("'", "")


def module(table: Mapping[Context, Shares], count: int) -> str:
    """The table as the module that the program reads it from."""
    lines = fill(" ".join(packed(table)), WIDTH, break_long_words=False, break_on_hyphens=False)
    return MODULE.format(count=count, table=lines)
