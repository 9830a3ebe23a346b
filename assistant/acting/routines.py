"""Routines: several commands under one phrase, in a TOML file that a person may write too.

    "good night|sleep well" = ["turn off the lights", "set an alarm for seven"]

What a routine does is decided about as if each of its commands had been said by itself: what is
read back is read back, and what is no command is none.
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.acting.household import Routine
from assistant.acting.lists import is_sayable, sayable
from assistant.acting.storage import Version, file_version, locked
from assistant.errors import ServiceError
from assistant.phrasebook import told
from assistant.records import ListEntry
from assistant.storage import write_atomically

SAY_IT_LIKE = (
    "I don't know what to do then. Say it like: when I say good night, set an alarm for seven."
)
TAKEN = "“{phrase}” means something already; choose other words."

MOST_WORDS = 6
"""Of a phrase that somebody says to define a routine; behind them its commands begin."""
MOST_COMMANDS = 20
"""Of a routine, with those of the routines in it."""

Reads = Callable[[str], Sequence[str]]
"""The commands in a sentence, in order; none where a part of it is no command."""

log = logging.getLogger(__name__)


class TomlRoutines:
    """`Routines` of a file, read again when it changes."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._reads: Reads = lambda text: (text,)
        self._known: tuple[Routine, ...] = ()
        self._entries: tuple[ListEntry, ...] = ()
        self._version: Version | None = None

    def read_with(self, reads: Reads) -> None:
        """From now on know what is a command; until then, everything may be one."""
        self._reads = reads

    def all(self) -> Sequence[Routine]:
        self._refresh()
        return self._known

    def entries(self) -> Sequence[ListEntry]:
        """The phrases, for the understanding room. Raises ServiceError for a broken file."""
        self._refresh()
        return self._entries

    def define(self, wording: str) -> Routine:
        for phrase, rest in _divisions(wording):
            if commands := self._reads(rest):
                return self.make(phrase, commands)
        raise ServiceError(told(SAY_IT_LIKE))

    def make(self, phrase: str, commands: Sequence[str]) -> Routine:
        name = sayable(phrase)
        known = [sayable(part) for each in self.all() for part in each.phrase.split("|")]
        if not name or (name not in known and self._reads(name)):
            raise ServiceError(told(TAKEN, phrase=phrase))
        parts = tuple(part for command in commands for part in self._reads(command))
        if not parts:
            unknown = "“{commands}” is nothing that I can do."
            raise ServiceError(told(unknown, commands=", ".join(commands)))
        self._change(name, list(parts[:MOST_COMMANDS]))
        return Routine(name, parts)

    def forget(self, routine: Routine) -> None:
        self._change(routine.phrase, None)

    def commands(self, routine: Routine) -> Sequence[str]:
        found = tuple(self._expanded(routine, ()))
        if len(found) > MOST_COMMANDS:
            too_many = "The routine “{routine}” does more than {most} things; divide it."
            raise ServiceError(told(too_many, routine=routine, most=MOST_COMMANDS))
        return found

    def _expanded(self, routine: Routine, within: tuple[str, ...]) -> Iterator[str]:
        if routine.phrase in within:
            endless = "The routine “{routine}” runs itself; mend {file}."
            raise ServiceError(told(endless, routine=routine, file=self._file))
        for command in routine.commands:
            other = self._called(command)
            if other is None:
                yield command
            else:
                yield from self._expanded(other, (*within, routine.phrase))

    def _called(self, command: str) -> Routine | None:
        """The routine that goes by a command."""
        said = sayable(command)
        named = (each for each in self.all() if said in map(sayable, each.phrase.split("|")))
        return next(named, None)

    def _change(self, phrase: str, commands: list[str] | None) -> None:
        import tomlkit  # which keeps what a person wrote between the lines, and takes long to load

        with locked(self._file):
            document = _parsed(self._file, tomlkit.parse) if self._file.exists() else None
            document = tomlkit.document() if document is None else document
            if commands is None:
                document.pop(phrase, None)
            else:
                document[phrase] = commands
            write_atomically(self._file, tomlkit.dumps(document))

    def _refresh(self) -> None:
        version = file_version(self._file)
        if version == self._version:
            return
        self._known, self._entries = (), ()
        if self._file.exists():
            self._known = tuple(read_routines(self._file))
        self._entries = tuple(ListEntry(each.phrase, each) for each in self._known)
        self._version = version


def read_routines(file: Path) -> Iterator[Routine]:
    """The routines of a file; one that can't be one is left out, with a warning.

    Raises ServiceError for a file that is something else.
    """
    for phrase, commands in _parsed(file, tomllib.loads).items():
        several = [commands] if isinstance(commands, str) else commands
        if not isinstance(several, list) or not all(isinstance(each, str) for each in several):
            raise ServiceError(f'{file}: write "{phrase}" = ["a command", "another one"].')
        if is_sayable(phrase, file):
            yield Routine(phrase, tuple(several))


def _parsed(file: Path, parse: Callable[[str], Any]) -> Any:
    try:
        return parse(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, ValueError) as error:  # both libraries raise ValueErrors
        raise ServiceError(f"The routines in {file} can't be read: {error}.") from error


def _divisions(wording: str) -> Iterator[tuple[str, str]]:
    """Where the phrase may end and the commands begin: at a comma, else behind any first words."""
    phrase, comma, rest = wording.partition(",")
    if comma:
        yield phrase, rest.strip()
    words = wording.replace(",", " ").split()
    for count in range(1, min(MOST_WORDS, len(words) - 1) + 1):
        yield " ".join(words[:count]), " ".join(words[count:])
