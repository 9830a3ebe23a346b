"""The same speech in other utterances: what one speaker says, joined and cut at other places.

Recordings begin and end with whole sentences. Speech that goes on in a room is cut where somebody
takes a breath, in the middle of one, and any stretch of it may sound like a command.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from assistant.training.corpus import RATE, Clip, read_audio, write_pack

SHORTEST_S, LONGEST_S = 1.0, 8.0
"""Of the utterances, seconds; any length between is as likely."""


def recut(clips: Sequence[Clip], pack: Path, seed: int = 0) -> list[Clip]:
    """All of the clips' sound in other utterances, without a text, written to `pack`; the same seed
    cuts the same.
    """
    said: dict[tuple[str, str], list[Clip]] = defaultdict(list)
    for clip in clips:
        said[clip.source, clip.speaker].append(clip)
    chance = Random(seed)
    return write_pack(pack, (cut for one in said.values() for cut in _cut(one, chance)))


def _cut(clips: Sequence[Clip], chance: Random) -> Iterator[tuple[Clip, NDArray[np.int16]]]:
    """What one speaker says; the end, where it is shorter than an utterance, is lost."""
    first, joined = clips[0], np.concatenate([read_audio(clip) for clip in clips])
    made = replace(first, text="", phonemes="", source=f"{first.source}, cut anew")
    start = 0
    while start + SHORTEST_S * RATE <= len(joined):
        samples = joined[start : start + round(chance.uniform(SHORTEST_S, LONGEST_S) * RATE)]
        start += len(samples)
        yield made, samples
