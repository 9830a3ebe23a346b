"""Example phrases: their values, and what is refused and why."""

from __future__ import annotations

import pytest

from assistant.understanding.values import NotAValueError, value_types

from .moment_phrases import NOW
from .phrases import IMPOSSIBLE, MEANING, NOTHING

TYPES = value_types()


@pytest.mark.parametrize(
    ("kind", "phrase", "value"),
    [(kind, said, value) for kind, phrases in MEANING.items() for said, value in phrases.items()],
)
def test_a_phrase_has_its_value(kind: str, phrase: str, value: object) -> None:
    parsed = TYPES[kind].parse(phrase, NOW)
    assert parsed == value
    assert type(parsed) is TYPES[kind].python_type


@pytest.mark.parametrize(
    ("kind", "phrase"), [(kind, said) for kind, phrases in NOTHING.items() for said in phrases]
)
def test_other_words_are_refused(kind: str, phrase: str) -> None:
    with pytest.raises(NotAValueError, match=r"is not an? .*such as"):
        TYPES[kind].parse(phrase, NOW)


@pytest.mark.parametrize(
    ("kind", "phrase", "reason"),
    [(kind, said, why) for kind, phrases in IMPOSSIBLE.items() for said, why in phrases.items()],
)
def test_what_cannot_be_is_refused_with_its_reason(kind: str, phrase: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as refused:
        TYPES[kind].parse(phrase, NOW)
    assert not isinstance(refused.value, NotAValueError)


def test_every_kind_has_examples() -> None:
    assert MEANING.keys() == NOTHING.keys() == TYPES.keys()
    assert sum(map(len, MEANING.values())) > 250
