"""The log file: what went wrong, and what was heard only where the person asked for that."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from assistant.cli.show import turn_json
from assistant.cli.turns import Turn
from assistant.events import Event
from assistant.paths import log_file
from assistant.settings import PrivacySettings

KEPT_BYTES = 1_000_000
KEPT_FILES = 3

heard = logging.getLogger("assistant.heard")


class _PrivateFile(RotatingFileHandler):
    """A log that nobody else may read: it says whom somebody calls, and perhaps all they said."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(mode=0o600)
        return super()._open()


def start_log() -> None:
    """Send the program's log to its file, and nothing of it to the terminal."""
    logging.raiseExceptions = False  # a full disk is no reason to fill the terminal
    root = logging.getLogger("assistant")
    root.setLevel(logging.INFO)
    root.propagate = False
    root.addHandler(logging.NullHandler())
    with suppress(OSError):  # a full or read-only disk must not keep anybody from being heard
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = _PrivateFile(
            log_file(), maxBytes=KEPT_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)


def logged(items: Iterable[Turn | Event], privacy: PrivacySettings) -> Iterator[Turn | Event]:
    """The items; turns are written into the log where the settings want transcripts in it."""
    for item in items:
        if privacy.log_transcripts and isinstance(item, Turn):
            heard.info("%s", turn_json(item))
        yield item
