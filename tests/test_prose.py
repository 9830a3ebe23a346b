"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.prose import complete_sentences, sentences


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("", []),
        ("One. Two!  Three?\nFour", ["One.", "Two!", "Three?", "Four"]),
        ("J. R. R. Tolkien wrote. He stopped.", ["J. R. R. Tolkien wrote.", "He stopped."]),
        ("It is 3.5 m high in St. Ives. Yes.", ["It is 3.5 m high in St. Ives.", "Yes."]),
        ("Version 2. is out. now", ["Version 2. is out. now"]),
        ("Am 24. Dezember. Überall!", ["Am 24. Dezember.", "Überall!"]),
        ("Son las 7. ¿Algo más? «Sí».", ["Son las 7. ¿Algo más?", "«Sí»."]),
        ("Seit 1945. 7 Jahre.", ["Seit 1945.", "7 Jahre."]),
    ],
)
def test_sentences(text: str, split: list[str]) -> None:
    assert sentences(text) == split


@given(
    st.lists(st.sampled_from(["One two.", "Is it 3.5?", "No!", "Dr. No said so."]), min_size=1),
    st.data(),
)
def test_a_text_in_pieces_has_the_sentences_of_the_whole(
    made: list[str], data: st.DataObject
) -> None:
    text = " ".join(made)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)))))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert list(complete_sentences(iter(pieces))) == made


def test_a_sentence_comes_as_soon_as_the_next_begins() -> None:
    arrived: list[str] = []

    def arriving() -> object:
        for piece in ("The fi", "rst. The s", "econd."):
            arrived.append(piece)
            yield piece

    said = complete_sentences(arriving())  # type: ignore[arg-type]
    assert next(said) == "The first."
    assert len(arrived) == 2
