"""Where installed models stand: put there whole, checked, and taken away.

Beside the files of a model, pulled.json says where they came from and what they must be.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from assistant.errors import ModelError, UsageError

RECORD_FILE = "pulled.json"

_CHUNK = 1 << 20
"""Bytes that are hashed at a time."""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file of a model, and what it must be."""

    name: str
    """Path inside the model's folder, with slashes."""
    size: int
    """Bytes."""
    digest: str
    """SHA-256 of the content, or, with 40 digits, the SHA-1 by which git names it."""

    def is_in(self, folder: Path) -> bool:
        """Whether the folder has just this file."""
        path = folder / self.name
        return path.is_file() and self.matches(path)

    def matches(self, path: Path) -> bool:
        """Whether the file at `path` has this content."""
        return path.stat().st_size == self.size and _digest(path, self.digest) == self.digest


@dataclass(frozen=True, slots=True)
class Record:
    """Where an installed model came from."""

    source: str
    """owner/model on the hub."""
    commit: str
    """Its revision there."""
    files: tuple[KnownFile, ...]


def read_record(folder: Path) -> Record | None:
    """The record of an installed model; None for a folder that wasn't pulled.

    Raises ModelError when the record is broken.
    """
    file = folder / RECORD_FILE
    if not file.is_file():
        return None
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))
        files = tuple(_known_file(each) for each in entries["files"])
        return Record(str(entries["source"]), str(entries["commit"]), files)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ModelError(f"{file} can't be read; pull the model again.") from error


def write_record(folder: Path, record: Record) -> None:
    """Keep where the files in `folder` came from beside them."""
    text = json.dumps(asdict(record), indent=1) + "\n"
    (folder / RECORD_FILE).write_text(text, encoding="utf-8")


def record_of(folder: Path, source: str, commit: str) -> Record:
    """A record of the files as they are now in `folder`."""
    files = [
        KnownFile(path.relative_to(folder).as_posix(), path.stat().st_size, _digest(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    return Record(source, commit, tuple(files))


def damaged_files(folder: Path, record: Record) -> list[str]:
    """Names of files that are missing or aren't what was pulled."""
    return [file.name for file in record.files if not file.is_in(folder)]


def stays_inside(name: str) -> bool:
    """Whether the path `name`, with slashes, stays in the folder that it is added to."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not name.startswith("/") and not {"..", "\\"} & {*parts, *name}


@contextmanager
def installing(folder: Path) -> Iterator[Path]:
    """A new folder to fill, which takes the place of `folder` when nothing went wrong.

    An interruption leaves `folder` as it was. Its name begins with a dot, so that no model is
    looked up there, and a ModelError doesn't name it: it is gone when anybody reads that.
    Raises ModelError where the disk is full or may not be written.
    """
    with _written(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=folder.parent, prefix=".installing-", ignore_cleanup_errors=True
        ) as scratch:
            new, old = Path(scratch) / "new", Path(scratch) / "old"
            new.mkdir()
            with called(new, str(folder)):
                yield new
            if folder.exists():
                folder.rename(old)
            new.rename(folder)


@contextmanager
def _written(folder: Path) -> Iterator[None]:
    """Turn what the disk complains of into a ModelError."""
    try:
        yield
    except OSError as error:
        raise ModelError(
            f"{folder} can't be written ({error.strerror or error}): free some space, or name a "
            "folder that you may write."
        ) from error


def require_new(folder: Path) -> None:
    """Raise UsageError where there is a `folder` already, or can't be one of that name."""
    try:
        there = folder.exists()
    except OSError as error:
        raise UsageError(
            f"No folder can be called {str(folder)[:40]}… ({error.strerror})."
        ) from error
    if there:
        raise UsageError(f"{folder} is there already; name a new folder.")


@contextmanager
def called(folder: Path, name: str) -> Iterator[None]:
    """Let a ModelError call the passing `folder` by the `name` that a person knows."""
    try:
        yield
    except ModelError as error:
        raise ModelError(str(error).replace(str(folder), name)) from error


def remove(name: str, models: Path) -> None:
    """Delete the model `name` below the folder `models`, and its owner's folder with the last.

    Raises ModelError when there is none, or when it can't be deleted.
    """
    folder = models / name
    if not stays_inside(name) or not (folder / "config.json").is_file():
        raise ModelError(f"No model {name!r} is installed; see `assistant models list`.")
    try:
        shutil.rmtree(folder)
        if folder.parent != models and not any(folder.parent.iterdir()):
            folder.parent.rmdir()
    except OSError as error:
        raise ModelError(
            f"{folder} can't be deleted ({error.strerror}); check its rights."
        ) from error


def folder_bytes(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _known_file(entries: dict[str, object]) -> KnownFile:
    name, size, digest = entries["name"], entries["size"], entries["digest"]
    if not isinstance(name, str) or not isinstance(size, int) or not isinstance(digest, str):
        raise TypeError
    return KnownFile(name, size, digest)


def _digest(path: Path, like: str = "") -> str:
    """The digest of a file, of the kind of `like`; SHA-256 like none."""
    # git's name of a file is the SHA-1 of a header and the content.
    header = f"blob {path.stat().st_size}\0".encode()
    digest = hashlib.sha256() if len(like) != 40 else hashlib.sha1(header, usedforsecurity=False)
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
