"""Answers from a real ZIM file, made here."""

from __future__ import annotations

from pathlib import Path

import pytest
from libzim.writer import Creator, Hint, Item, StringProvider

from assistant.acting.sources.encyclopaedia import Encyclopaedia
from assistant.errors import ServiceError

PAGES = {
    "Marie_Curie": (
        "Marie Curie",
        "<style>p {}</style><table><tr><td><p>Born 1867</p></td></tr></table>"
        "<p></p><p>Marie Curie (Polish: [ˈmarja]) was a physicist and chemist.<sup>[1]</sup> She "
        "was born in Warsaw. She died in 1934.</p><p>She won the Nobel Prize twice.</p>",
    ),
    "Eiffel_Tower": (
        "Eiffel Tower",
        "<p>The Eiffel Tower is a lattice tower in Paris. It is 330 metres tall.</p>",
    ),
    "Tower": ("Tower", "<p>A tower is a tall structure.</p>"),
    "Empty": ("Empty page", "<div>nothing</div>"),
}


class Page(Item):
    def __init__(self, path: str, title: str, content: str) -> None:
        super().__init__()
        self._page = path, title, content

    def get_path(self) -> str:
        return self._page[0]

    def get_title(self) -> str:
        return self._page[1]

    def get_mimetype(self) -> str:
        return "text/html"

    def get_contentprovider(self) -> StringProvider:
        _, title, content = self._page
        html = f"<html><head><title>{title}</title></head><body>{content}</body></html>"
        return StringProvider(html)

    def get_hints(self) -> dict[Hint, int]:
        return {Hint.FRONT_ARTICLE: True}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("zim") / "small.zim"
    with Creator(made).config_indexing(True, "eng") as creator:
        for path, (title, content) in PAGES.items():
            creator.add_item(Page(path, title, content))
        creator.add_metadata("Title", "Small Wikipedia")
    return made


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "who was marie curie?",
            ("Marie Curie was a physicist and chemist.", "She was born in Warsaw."),
        ),
        ("how many times did marie curie win the nobel prize", ()),
        ("where was marie curie born", ("She was born in Warsaw.",)),
        (
            "tell me about the eiffel tower",
            ("The Eiffel Tower is a lattice tower in Paris.", "It is 330 metres tall."),
        ),
        ("how tall is the eiffel tower", ("It is 330 metres tall.",)),
        ("what is a tower", ("A tower is a tall structure.",)),
        ("what is an empty page", ()),
        ("who was napoleon", ()),
        ("what is it", ()),
    ],
)
def test_questions(file: Path, question: str, said: tuple[str, ...]) -> None:
    answer = Encyclopaedia(file).answer(question)
    assert (tuple(answer.sentences) if answer else ()) == said
    assert answer is None or answer.source == "Small Wikipedia"


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match="no readable ZIM file"):
        Encyclopaedia(tmp_path / "none.zim").answer("what is a tower")


def test_a_broken_file(file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.zim"
    broken.write_bytes(file.read_bytes()[:300])
    with pytest.raises(ServiceError, match="no readable ZIM file"):
        Encyclopaedia(broken).answer("what is a tower")
