"""The last decision and its reasons, for "why did you do that?" and `assistant why`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from assistant.errors import StateError
from assistant.explanation import (
    RULES,
    Explanation,
    Reading,
    explained,
    in_words,
    rule,
    without_words,
)
from assistant.records import Decision, Transcript
from assistant.settings import UnderstandingSettings
from assistant.storage import write_atomically
from assistant.tongue import tongue


class Journal:
    """Keeps the last explanation in memory, and in a file for other processes.

    The file has the words that were said only `with_words`.
    """

    def __init__(self, file: Path, settings: UnderstandingSettings, with_words: bool) -> None:
        self._file, self._settings, self._with_words = file, settings, with_words
        self._noted: tuple[Transcript, Decision] | None = None
        self._asked: tuple[Transcript, Decision] | None = None
        """The last question, and what led to it."""

    @property
    def last(self) -> Explanation | None:
        """Why the last decision came about, in English; None before the first one."""
        return explained(*self._noted, self._settings) if self._noted else None

    def why(self) -> str:
        """That in plain words, in the language that is spoken; of an earlier run, where this one
        has decided nothing yet. Empty before the first one of all.
        """
        language = tongue().language
        if self._noted:
            return in_words(explained(*self._noted, self._settings, language), language)
        try:
            kept = read_journal(self._file)
        except StateError:
            return ""
        spoken = replace(kept, rule=rule(kept.reason, self._settings, language))
        return in_words(spoken, language)

    def note(self, transcript: Transcript, decision: Decision) -> None:
        """Remember a decision that was carried out. What led to a question that is asked once more
        is what was said before it the first time, not "pardon".
        """
        if decision.kind in ("ask", "confirm"):
            if self._asked and _is_same(self._asked[1], decision):
                transcript = self._asked[0]
            self._asked = transcript, decision
        elif decision.reason != "silence" and not decision.more:
            self._asked = None  # the same question later has words of its own
        self._noted = transcript, decision
        why = explained(transcript, decision, self._settings)
        kept = why if self._with_words else without_words(why)
        with suppress(StateError):  # a full disk is no reason to stop listening
            write_atomically(self._file, json.dumps(asdict(kept), ensure_ascii=False))


def _is_same(asked: Decision, again: Decision) -> bool:
    """Whether it is the same question about the same command."""
    return (asked.command, asked.missing) == (again.command, again.missing)


def read_journal(file: Path) -> Explanation:
    """What another process noted last. Raises StateError where there is nothing to read."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return _explanation(found)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StateError(
            "Nothing was decided yet, or nothing is known of it; say or type a command first."
        ) from error


def _explanation(fields: Mapping[str, object]) -> Explanation:
    readings = fields["readings"]
    if not isinstance(readings, list) or fields["reason"] not in RULES:
        raise TypeError
    return Explanation(**{**fields, "readings": tuple(Reading(**one) for one in readings)})  # type: ignore[arg-type]
