"""How often a wake phrase is found where it was said, and where it wasn't."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from assistant.bench.false_actions import bounded
from assistant.bench.table import markdown
from assistant.bench.task import Task
from assistant.recognition.greedy import GreedyDecoder
from assistant.training.corpus import Clip, read_samples
from assistant.understanding.said import Said
from assistant.understanding.wake import after_wake


@dataclass(frozen=True, slots=True)
class Waking:
    """What was heard of one phrase."""

    phrase: str
    said: int
    """Recordings that begin with it."""
    by_transcript: int
    """Of these, how many are transcribed so."""
    found: int
    """Of these, in how many the transcript or the sound has it."""
    hours: float
    """Of other speech."""
    falsely: int
    """Recordings of that which were taken for the phrase."""

    @property
    def falsely_an_hour(self) -> str:
        """With its bounds; nothing where there was no other speech."""
        return bounded(self.falsely, self.hours) if self.hours else ""


def wakings(
    clips: Iterable[Clip], phrases: Sequence[str], task: Task, now: datetime
) -> list[Waking]:
    """One for each phrase, in their order; each clip is recognised once."""
    decoder = GreedyDecoder()
    tallies = {phrase: Waking(phrase, 0, 0, 0, 0.0, 0) for phrase in phrases}
    for clip in clips:
        emissions = task.model.emissions(read_samples(clip))
        said = Said(decoder.decode(emissions), now, True, emissions)
        tallies = {phrase: _counted(tally, clip, said, task) for phrase, tally in tallies.items()}
    return list(tallies.values())


def _counted(tally: Waking, clip: Clip, said: Said, task: Task) -> Waking:
    transcribed = after_wake(said.text, tally.phrase) is not None
    found = transcribed or task.reader.woken(said, tally.phrase) is not None
    if f"{clip.text} ".startswith(f"{tally.phrase} "):
        return replace(
            tally,
            said=tally.said + 1,
            by_transcript=tally.by_transcript + transcribed,
            found=tally.found + found,
        )
    return replace(tally, hours=tally.hours + clip.seconds / 3600, falsely=tally.falsely + found)


COLUMNS = (
    "phrase", "recordings", "in the transcript", "found", "hours of others", "falsely",
    "falsely an hour (95 %)",
)  # fmt: skip


def as_table(found: Iterable[Waking]) -> str:
    """The phrases as a Markdown table."""
    return markdown(COLUMNS, map(_cells, found))


def _cells(one: Waking) -> Sequence[str]:
    shares = [
        f"{count / one.said:.0%}" if one.said else "" for count in (one.by_transcript, one.found)
    ]
    return (
        one.phrase,
        str(one.said),
        *shares,
        f"{one.hours:.2f}",
        str(one.falsely),
        one.falsely_an_hour,
    )


def as_json(found: Iterable[Waking]) -> str:
    """The phrases as indented JSON."""
    return json.dumps([asdict(one) for one in found], indent=1)
