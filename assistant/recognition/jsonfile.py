"""The JSON files of a model folder, with errors that name the file and what is wrong in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import ModelError

LARGEST = 1_000_000
"""No count or rate in these files is larger; memory for one that claims to be would not do."""


@dataclass(frozen=True, slots=True)
class JsonFile:
    """A JSON object and the file it came from."""

    path: Path
    entries: dict[str, object]

    def flag(self, key: str, default: bool) -> bool:
        """A true or false; `default` where the key is absent or null."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false", value)
        return value

    def integer(self, key: str, default: int) -> int:
        """A whole number from 1 to LARGEST."""
        value = self._value(key, default)
        if not isinstance(value, int) or not _positive(value):
            raise self._wrong(key, "a whole number above 0", value)
        return value

    def integers(self, key: str, default: tuple[int, ...]) -> tuple[int, ...]:
        """A list of whole numbers from 1 to LARGEST."""
        value = self._value(key, default)
        if not isinstance(value, list | tuple) or not value or not all(map(_positive, value)):
            raise self._wrong(key, "a list of whole numbers above 0", value)
        return tuple(value)

    def number(self, key: str, default: float) -> float:
        """A finite number, 0 or above."""
        value = self._value(key, default)
        if not _finite(value) or float(str(value)) < 0:
            raise self._wrong(key, "a number, 0 or above", value)
        return float(str(value))

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of finite numbers; empty where the key is absent."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(map(_finite, value)):
            raise self._wrong(key, "a list of numbers", value)
        return tuple(map(float, value))

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """One of `choices`; the first where the key is absent."""
        value = self._value(key, choices[0])
        if value not in choices:
            raise self._wrong(key, f"one of {', '.join(choices)}", value)
        return str(value)

    def text(self, key: str, default: str = "") -> str:
        """A text; a token that is written out as an object gives its content."""
        value = self._value(key, default)
        if isinstance(value, dict):
            value = value.get("content")
        if not isinstance(value, str):
            raise self._wrong(key, "a text", value)
        return value

    def section(self, key: str) -> JsonFile:
        """An object inside; empty where the key is absent."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "an object", value)
        return JsonFile(self.path, value)

    def _value(self, key: str, default: object) -> object:
        value = self.entries.get(key)
        return default if value is None else value

    def _wrong(self, key: str, wants: str, value: object) -> ModelError:
        return ModelError(
            f"{self.path}: {key} must be {wants}, not {value!r:.60}; download the model again."
        )


def read_json(path: Path) -> JsonFile:
    """The JSON object in `path`. Raises ModelError when it is missing or no JSON object."""
    if not path.is_file():
        raise ModelError(
            f"The model folder {path.parent} has no {path.name}; download or export it again."
        )
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ModelError(
            f"{path} is no valid JSON ({str(error)[:80]}); download the model again."
        ) from error
    except OSError as error:
        raise ModelError(f"{path} can't be read ({error.strerror}); check its rights.") from error
    if not isinstance(entries, dict):
        raise ModelError(f"{path} must hold a JSON object; download the model again.")
    return JsonFile(path, entries)


def read_json_if_there(path: Path) -> JsonFile:
    """The same, and empty where there is no such file."""
    return read_json(path) if path.is_file() else JsonFile(path, {})


def _finite(value: object) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return abs(value) <= LARGEST  # false for what isn't a number as well


def _positive(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LARGEST
