"""Where answers to open questions come from, asked one after another.

Each source knows something or says that it doesn't: none of them guesses.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Protocol

from assistant.acting.references import Answer
from assistant.errors import ServiceError

log = logging.getLogger(__name__)


class Source(Protocol):
    """One place to look."""

    def answer(self, question: str) -> Answer | None:
        """What it knows, or None. Raises ServiceError where it can't be asked."""
        ...


class Chain:
    """`Questions` from several sources, the most trusted first."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = tuple(sources)

    def ask(self, question: str) -> Answer | None:
        """The first answer there is. A source that fails is passed over, and its error raised only
        where no other one knows: somebody should hear then that it wasn't asked."""
        failed: ServiceError | None = None
        for source in self._sources:
            try:
                answer = source.answer(question)
            except ServiceError as error:
                log.warning("%s", error)
                failed = failed or error
                continue
            if answer is not None:
                return answer
        if failed is not None:
            raise failed
        return None
