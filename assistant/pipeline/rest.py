"""What is still to come of an answer, while we listen already."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue

from assistant.records import Reply


class RestOfAnswer:
    """The pieces of an answer that isn't whole yet. A thread waits for them."""

    def __init__(self, replies: Iterator[Reply]) -> None:
        """Of the `replies` the last one, and only that, has no more to come."""
        self._replies = replies
        self._came: SimpleQueue[Reply] = SimpleQueue()
        self._unwanted = threading.Event()
        threading.Thread(target=self._wait, name="answer", daemon=True).start()

    def arrived(self) -> Iterator[Reply]:
        """What has come since this was last asked."""
        with suppress(Empty):
            while True:
                yield self._came.get_nowait()

    def awaited(self) -> Iterator[Reply]:
        """All of it, when it comes."""
        more = True
        while more:
            reply = self._came.get()
            yield reply
            more = reply.more

    def drop(self) -> None:
        """Nobody wants it any more: behind the piece that is being made no other one is begun."""
        self._unwanted.set()

    def _wait(self) -> None:
        for reply in self._replies:
            if self._unwanted.is_set():
                break
            self._came.put(reply)
        if isinstance(self._replies, Generator):
            self._replies.close()  # which ends what was fetched for it
