"""An encyclopaedia in a ZIM file, as Kiwix offers them: Wikipedia without a network.

The file is read with libzim (extra `answers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from assistant.acting.references import Answer
from assistant.acting.sources.prose import SENTENCES_SAID, key_words
from assistant.errors import ServiceError
from assistant.phrasebook import told
from assistant.prose import sentences

ARTICLES_TRIED = 5
"""The best hits of the searches in the file; what isn't among them isn't found."""

PARAGRAPHS_READ = 12
"""Of an article. What is asked for stands near its beginning."""

_SKIPPED = frozenset({"sup", "style", "script", "table", "figure", "aside", "nav", "math"})


class Encyclopaedia:
    """A `Source`: the article whose title was asked for, or which says what was asked about it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._archive: Any = None

    def answer(self, question: str) -> Answer | None:
        wanted = key_words(question)
        if not wanted:
            return None
        archive = self._opened()
        for path in self._articles(archive, wanted):
            title, paragraphs = self._read(archive, path)
            about = key_words(title)
            if about and about <= wanted and (said := _said(paragraphs, wanted - about)):
                return Answer(_name(archive), said)
        return None

    def _opened(self) -> Any:
        """The file, opened when it is first needed."""
        if self._archive is None:
            try:
                from libzim.reader import Archive
            except ImportError as error:
                raise ServiceError(
                    "Reading an encyclopaedia needs libzim: pip install 'assistant[answers]'."
                ) from error
            try:
                self._archive = Archive(self._file)
            except RuntimeError as error:
                unread = "{file} is no readable ZIM file; get it anew."
                raise ServiceError(told(unread, file=self._file)) from error
        return self._archive

    def _articles(self, archive: Any, wanted: frozenset[str]) -> Iterator[str]:
        """Paths of articles, those with a fitting title first; each once."""
        words = " ".join(sorted(wanted))
        seen: set[str] = set()
        for search in (_by_title, _by_text):
            for path in search(archive, words):
                if path not in seen:
                    seen.add(path)
                    yield path

    def _read(self, archive: Any, path: str) -> tuple[str, list[str]]:
        try:
            entry = archive.get_entry_by_path(path)
            item = entry.get_item()
            reader = _Paragraphs()
            reader.feed(bytes(item.content).decode("utf-8", errors="replace"))
        except (RuntimeError, KeyError) as error:
            damaged = "{file} is damaged at “{path}”; get it anew."
            raise ServiceError(told(damaged, file=self._file, path=path)) from error
        return str(item.title), reader.paragraphs


def _by_title(archive: Any, words: str) -> Iterator[str]:
    from libzim.suggestion import SuggestionSearcher

    if archive.has_title_index:
        yield from SuggestionSearcher(archive).suggest(words).getResults(0, ARTICLES_TRIED)


def _by_text(archive: Any, words: str) -> Iterator[str]:
    from libzim.search import Query, Searcher

    if archive.has_fulltext_index:
        search = Searcher(archive).search(Query().set_query(words))
        yield from search.getResults(0, ARTICLES_TRIED)


def _name(archive: Any) -> str:
    """What the file calls itself: "Wikipedia"."""
    if "Title" in archive.metadata_keys:
        return bytes(archive.get_metadata("Title")).decode("utf-8", errors="replace")
    return "the encyclopaedia"


def _said(paragraphs: list[str], asked: frozenset[str]) -> tuple[str, ...]:
    """The article's beginning, or the sentence that has all that was asked about its subject."""
    if not asked:
        return tuple(sentences(paragraphs[0])[:SENTENCES_SAID]) if paragraphs else ()
    every = (sentence for paragraph in paragraphs for sentence in sentences(paragraph))
    return tuple(sentence for sentence in every if asked <= key_words(sentence))[:1]


class _Paragraphs(HTMLParser):
    """The running text of a page: what stands in <p>, but no footnotes, tables and formulas."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._text: list[str] | None = None
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p" and not self._skipped:
            self._end()
            self._text = []
        self._skipped += tag in _SKIPPED

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED and self._skipped:
            self._skipped -= 1
        elif tag == "p":
            self._end()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._skipped:
            self._text.append(data)

    def _end(self) -> None:
        if self._text is not None and len(self.paragraphs) < PARAGRAPHS_READ:
            # What stands in brackets is pronunciations and dates: nothing to be read aloud.
            plain = re.sub(r"\s*\([^()]*\)|\[\w+\]", "", "".join(self._text))
            if plain := " ".join(plain.split()).replace(" ,", ","):
                self.paragraphs.append(plain)
        self._text = None
