"""A person's own notes: a folder of text and Markdown files, read anew for each question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from assistant.acting.references import Answer
from assistant.acting.sources.prose import SENTENCES_SAID, key_words
from assistant.errors import ServiceError
from assistant.phrasebook import told
from assistant.prose import sentences

LARGEST_FILE = 1_000_000
"""Bytes; nobody writes a longer note, and a log file in the folder shouldn't slow every answer."""


class NotesSource:
    """A `Source`: the paragraph in which everything stands that the question is about."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def answer(self, question: str) -> Answer | None:
        wanted = key_words(question)
        if not wanted:
            return None
        found = (
            (len(paragraph), file, paragraph)
            for file in self._files()
            for paragraph in _paragraphs(file)
            # A note "Garden" needn't say in each paragraph that it is about the garden.
            if wanted <= key_words(paragraph) | key_words(file.stem)
            and wanted & key_words(paragraph)
        )
        shortest = min(found, default=None)  # it says least that wasn't asked for
        if shortest is None:
            return None
        _, file, paragraph = shortest
        name = file.stem.replace("_", " ").replace("-", " ")
        return Answer(
            told("your note “{name}”", name=name), tuple(sentences(paragraph)[:SENTENCES_SAID])
        )

    def _files(self) -> list[Path]:
        if not self._folder.is_dir():  # rglob would find nothing there, and say nothing
            none = "There is no folder {folder} with notes; check answers.notes."
            raise ServiceError(told(none, folder=self._folder))
        try:
            return sorted(
                file
                for file in self._folder.rglob("*")
                if file.suffix in (".txt", ".md")
                and file.is_file()
                and file.stat().st_size <= LARGEST_FILE
            )
        except OSError as error:
            raise ServiceError(f"The notes in {self._folder} can't be read: {error}.") from error


def _paragraphs(file: Path) -> Iterator[str]:
    """The paragraphs and list entries of a note, without headings and the marks of Markdown."""
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError as error:
        raise ServiceError(f"The note {file} can't be read: {error}.") from error
    text = re.sub(r"(?m)^\s*#.*$", "", text)
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)", text):
        plain = re.sub(r"^\s*(?:[-*+]|\d+\.)\s+", "", paragraph)
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", plain)
        if plain := " ".join(plain.replace("*", "").replace("`", "").split()):
            yield plain
