"""Facts that are known without a network: TOML files of topics and sentences."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.acting.lists import is_sayable
from assistant.acting.references import Fact
from assistant.acting.storage import Version, file_version
from assistant.errors import ServiceError
from assistant.records import Language, ListEntry

log = logging.getLogger(__name__)


class LocalKnowledge:
    """`Knowledge` from files, read again when they change; the later one is believed."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = tuple(files)
        self._known: tuple[Fact, ...] = ()
        self._entries: tuple[ListEntry, ...] = ()
        self._problems: tuple[str, ...] = ()
        self._versions: list[Version] = []

    @property
    def problems(self) -> tuple[str, ...]:
        """Which files couldn't be read, each in a sentence; the others are believed."""
        self._refresh()
        return self._problems

    def facts(self) -> Sequence[Fact]:
        """All facts."""
        self._refresh()
        return self._known

    def entries(self) -> Sequence[ListEntry]:
        """The topics, for the understanding room."""
        self._refresh()
        return self._entries

    def _refresh(self) -> None:
        versions = [file_version(file) for file in self._files]
        if versions == self._versions:
            return
        known: dict[str, Fact] = {}
        problems = []
        for file in self._files:
            try:
                known |= {fact.topic: fact for fact in read_facts(file)}
            except ServiceError as error:
                log.warning("%s", error)
                problems.append(str(error))
        self._known, self._problems = tuple(known.values()), tuple(problems)
        self._entries = tuple(ListEntry(fact.topic, fact) for fact in self._known)
        self._versions = versions


def fact_files(folder: Path, languages: Sequence[Language]) -> list[Path]:
    """The facts of a folder in each language: facts.toml is English, facts.de.toml German."""
    names = ("facts.toml" if each == "en" else f"facts.{each}.toml" for each in languages)
    return [folder / name for name in names]


def read_facts(file: Path) -> Iterator[Fact]:
    """The facts of a file that has lines of `"topic" = "A sentence."`; none if it isn't there.

    A topic is a sentence template without slots; one that can't be read is left out, with a
    warning. Raises ServiceError for a file that is something else.
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
        if is_sayable(topic, file):
            yield Fact(topic, answer, str(file))
