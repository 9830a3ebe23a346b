"""What a person permitted to abilities from outside, in a file of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from assistant.acting.storage import locked, read_json, write_json


class Permits:
    """The needs that were permitted, by the place of the ability."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def permitted(self, place: str) -> Collection[str]:
        """Nothing where nobody said anything. Raises StateError when the file can't be read."""
        return self._read().get(place, ())

    def permit(self, place: str, needs: Sequence[str]) -> None:
        """These and no others. Raises StateError when it can't be remembered."""
        with locked(self._file):
            write_json(self._file, self._read() | {place: list(needs)})

    def take_back(self, place: str) -> bool:
        """Permit nothing any more; whether something was. Raises StateError."""
        with locked(self._file):
            found = self._read()
            was = found.pop(place, None)
            if was is not None:
                write_json(self._file, found)
        return was is not None

    def _read(self) -> dict[str, list[str]]:
        """What stands there; what isn't ours to read is no permission."""
        found, _ = read_json(self._file)
        if not isinstance(found, dict):
            return {}
        return {
            str(place): [str(need) for need in needs]
            for place, needs in found.items()
            if isinstance(needs, list)
        }
