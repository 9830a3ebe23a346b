"""Documents of the world outside, from a file of the person's or, where that is allowed, fetched
and kept."""

from __future__ import annotations

import http.client
import logging
import time
import urllib.error
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from assistant import web
from assistant.errors import ServiceError, SettingsError, StateError
from assistant.network import in_the_clear
from assistant.phrasebook import told
from assistant.storage import write_atomically

log = logging.getLogger(__name__)

WAITS_S = 6.0
"""For a server; a handler has ten seconds in all."""

LARGEST = 4_000_000
"""Bytes of a document; more is something else."""

Document = Callable[[], bytes]
"""Gives the document as it is now. Raises ServiceError where it can't be had."""


def document(place: str, kept: Path, fresh_s: float) -> Document:
    """What is at a place: a file, or an address from which it is fetched and `kept`.

    What is younger than `fresh_s` seconds is taken as it is, and older when nothing newer can be
    had. Raises SettingsError for an address where others could read along.
    """
    if "://" not in place:
        return lambda: _read(Path(place).expanduser())
    if in_the_clear(place) or urlsplit(place).scheme not in ("http", "https"):
        raise SettingsError(f"{place} must begin with https://; others could read along.")
    return lambda: _fetched(place, kept, fresh_s)


def is_fetched(place: str) -> bool:
    """Whether a place is an address."""
    return "://" in place


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        unread = "Can't read {file}: {error}; check the settings."
        raise ServiceError(told(unread, file=file, error=error.strerror)) from error


def _fetched(url: str, kept: Path, fresh_s: float) -> bytes:
    if (age_s := _age_s(kept)) is not None and 0 <= age_s < fresh_s:
        return _read(kept)
    try:
        content = _fetch(url)
    except ServiceError as error:
        if age_s is None:
            raise
        log.warning("%s What was fetched before is taken.", error)
        return _read(kept)
    with suppress(StateError):  # a full disk is no reason not to answer
        write_atomically(kept, content)
    return content


def _age_s(file: Path) -> float | None:
    """Seconds since it was written; None where there is none."""
    try:
        return time.time() - file.stat().st_mtime
    except OSError:
        return None


def _fetch(url: str) -> bytes:
    host = urlsplit(url).hostname or url
    try:
        with web.fetch(url, WAITS_S) as response:
            content: bytes = response.read(LARGEST + 1)
            left = response.length  # of what was promised
    except urllib.error.HTTPError as error:
        refusal = f"{error.code} {error.reason}"
        raise ServiceError(
            told("{host} refused, with {error}.", host=host, error=refusal)
        ) from error
    except (OSError, http.client.HTTPException) as error:
        if web.is_distrusted(error):
            raise ServiceError(web.distrusted(host)) from error
        unreached = told("{host} can't be reached; is there a network?", host=host)
        raise ServiceError(unreached) from error
    if len(content) > LARGEST:
        raise ServiceError(told("{host} sends something far too large.", host=host))
    if left:
        raise ServiceError(told("{host} broke off in the middle of its answer.", host=host))
    return content
