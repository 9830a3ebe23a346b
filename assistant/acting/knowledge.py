"""Facts that are known without a network: TOML files of topics and sentences."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.acting.services import Fact
from assistant.errors import ServiceError
from assistant.records import ListEntry


class LocalKnowledge:
    """`Knowledge` from files; where two know a topic, the later one is believed."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = tuple(files)
        self._known: dict[str, Fact] | None = None

    def facts(self) -> Sequence[Fact]:
        """All facts. Raises ServiceError for a file that isn't a list of facts."""
        if self._known is None:
            self._known = {fact.topic: fact for file in self._files for fact in read_facts(file)}
        return tuple(self._known.values())

    def entries(self) -> Sequence[ListEntry]:
        """The topics, for the understanding room."""
        return [ListEntry(fact.topic, fact) for fact in self.facts()]


def read_facts(file: Path) -> Iterator[Fact]:
    """The facts of a file that has lines of `"topic" = "A sentence."`; none if it isn't there.

    Raises ServiceError for a file that is something else.
    """
    if not file.exists():
        return
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ServiceError(f"The facts in {file} can't be read: {error}.") from error
    for topic, answer in found.items():
        if not isinstance(answer, str):
            raise ServiceError(f'{file}: write "{topic}" = "A sentence."')
        yield Fact(topic, answer, str(file))
