"""The models that we know by name: models/catalogue.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import ModelError


@dataclass(frozen=True, slots=True)
class Entry:
    """One model of the catalogue."""

    name: str
    languages: tuple[str, ...]
    """ISO 639-1 codes."""
    megabytes: int
    """Of the files that are installed, in millions of bytes."""
    licence: str
    """SPDX name."""
    good_for: str
    """What one would take it for, half a sentence."""
    source: str = ""
    """owner/model on the hub; empty where the model comes with the program."""


def read_catalogue(file: Path) -> dict[str, Entry]:
    """Every entry by its name. Raises ModelError for a file that can't be read."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        entries = [_entry(name, table) for name, table in tables.items()]
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(
            f"The catalogue {file} can't be read ({error}); install the program again."
        ) from error
    return {entry.name: entry for entry in entries}


def _entry(name: str, table: dict[str, object]) -> Entry:
    fields = {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}
    return Entry(name=name, **fields)  # type: ignore[arg-type]  # our own file, held by a test
