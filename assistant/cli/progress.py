"""What is said while something takes a while: a bar for recordings, a sentence for a start."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.app.sound import recording_seconds
from assistant.cli.output import warn
from assistant.events import SourceEvent
from assistant.ports import AudioSource
from assistant.records import Block

if TYPE_CHECKING:
    from rich.console import Console

LONG_S = 60.0
"""A shorter recording is heard before a bar could be read."""

PATIENCE_S = 2.0
"""Longer waiting is explained."""
GETTING_READY = (
    "Getting ready … What is compiled the first time, or after a change of abilities or contacts, "
    "is there at once the next time."
)


@contextmanager
def explained_if_slow(after_s: float = PATIENCE_S) -> Iterator[None]:
    """Say on standard error why it takes so long to get ready, where it does."""
    timer = threading.Timer(after_s, warn, (GETTING_READY,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class Watched:
    """A source that shows how far it is."""

    def __init__(self, source: AudioSource, path: str, console: Console) -> None:
        self._source, self._path, self._console = source, path, console

    @property
    def name(self) -> str:
        return self._source.name

    def discard(self) -> None:
        self._source.discard()

    def blocks(self) -> Iterator[Block | SourceEvent]:
        from rich.progress import Progress

        with Progress(console=self._console, transient=True) as bar:
            task = bar.add_task(self._path, total=recording_seconds(self._path))
            for item in self._source.blocks():
                if isinstance(item, Block):
                    bar.update(task, completed=item.start_s)
                yield item


def watched(source: AudioSource, path: str, console: Console) -> AudioSource:
    """The source, with a bar on the console where that is a terminal and the recording is long.

    What else is printed meanwhile must go through the same console.
    """
    shown = console.is_terminal and path != "-" and recording_seconds(path) > LONG_S
    return Watched(source, path, console) if shown else source
