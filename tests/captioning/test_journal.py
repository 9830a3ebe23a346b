"""What a stopped run had read, whatever happened to the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.captioning.journal import Journal, Progress
from assistant.errors import StateError
from assistant.records import Word

ABOUT = {"source": "film.mkv", "model": "tiny"}

seconds = st.floats(0, 1e5, allow_nan=False)
words = st.builds(Word, st.text(max_size=8), seconds, seconds, st.floats(0, 1))
passages = st.lists(st.tuples(st.lists(words, max_size=3), st.integers(0, 10**9)), max_size=5)


def filled(file: Path, entries: list[tuple[list[Word], int]]) -> list[int]:
    """A journal with these entries; its length in bytes after each."""
    file.unlink(missing_ok=True)
    journal = Journal(file, ABOUT)
    lengths = [0]
    for found, stop in entries:
        journal.add(found, stop)
        lengths.append(file.stat().st_size)
    return lengths


@given(passages, st.data())
def test_whole_entries_come_back_as_they_were_wherever_it_was_cut(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[tuple[list[Word], int]],
    data: st.DataObject,
) -> None:
    file = tmp_path_factory.getbasetemp() / "journal"
    lengths = filled(file, entries)
    cut = data.draw(st.integers(0, lengths[-1]))
    if entries:
        file.write_bytes(file.read_bytes()[:cut])
    whole = entries[: sum(length <= cut for length in lengths[1:])]
    wanted = Progress([w for found, _ in whole for w in found], whole[-1][1] if whole else 0)
    assert Journal(file, ABOUT).resume() == wanted
    again = Journal(file, ABOUT)
    again.resume()
    again.add([], 7)
    assert Journal(file, ABOUT).resume() == Progress(wanted.words, 7)


def test_another_recording_or_another_model_begins_anew(tmp_path: Path) -> None:
    filled(tmp_path / "journal", [([Word("a", 0, 1, 1)], 5)])
    assert Journal(tmp_path / "journal", {**ABOUT, "model": "other"}).resume() == Progress()


@pytest.mark.parametrize(
    "line", [b"nonsense\n", b"{}\n", b'{"stop": 1, "words": [["a", 1]]}\n', b"\xff\n", b"[]\n"]
)
def test_a_damaged_line_ends_it(tmp_path: Path, line: bytes) -> None:
    file = tmp_path / "journal"
    filled(file, [([Word("a", 0, 1, 1)], 5)])
    with file.open("ab") as stream:
        stream.write(line + b'{"stop": 9, "words": []}\n')
    assert Journal(file, ABOUT).resume() == Progress([Word("a", 0, 1, 1)], 5)


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StateError, match="Can't write"):
        Journal(tmp_path / "file" / "journal", ABOUT).add([], 1)
