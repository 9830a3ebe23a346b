"""The grammars as wholes: what their expressions say they also read, and never raise otherwise."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import UsageError
from assistant.understanding import expression as ex
from assistant.understanding.values import NotAValueError, ValueType, value_types
from assistant.understanding.values.grammar import (
    combine,
    optional,
    rule,
    rules_of,
    say,
    text_of,
    word,
)
from tests.understanding.values.typed import spell_out

from .expressions import sentences, size
from .moment_phrases import NOW

TYPES = value_types()
kinds = st.sampled_from(list(TYPES.values()))
VOCABULARY = sorted(
    {
        found
        for value in TYPES.values()
        for part in (value.expression, *value.rules.values())
        for found in re.findall(r"'([^']+)'", str(part))
    }
)


@pytest.mark.parametrize("value", TYPES.values(), ids=TYPES)
@given(data=st.data())
def test_every_sentence_of_the_expression_is_read(value: ValueType, data: st.DataObject) -> None:
    sentence = data.draw(sentences(value))
    try:
        assert isinstance(value.parse(sentence, NOW), value.python_type)
    except NotAValueError:
        raise AssertionError(f"the expression says “{sentence}”, the parser doesn't") from None
    except ValueError:
        assert value.name in ("date", "datetime", "waking", "duration", "phone")


@given(data=st.data(), value=kinds)
def test_spelling_out_leaves_spoken_words_as_they_are(
    data: st.DataObject, value: ValueType
) -> None:
    sentence = data.draw(sentences(value))
    assert spell_out(sentence) == sentence


def _parsed(value: ValueType, text: str) -> object:
    """The value, or the sentence that says why there is none."""
    try:
        return value.parse(text, NOW)
    except ValueError as refused:
        return str(refused)


@given(value=kinds, text=st.text())
def test_garbage_raises_nothing_but_value_errors(value: ValueType, text: str) -> None:
    assert isinstance(_parsed(value, text), value.python_type | str)


@given(value=kinds, words=st.lists(st.sampled_from([*VOCABULARY, "7", "19:30", "5th", "%", "+4"])))
@settings(max_examples=300)
def test_a_salad_of_known_words_raises_nothing_but_value_errors(
    value: ValueType, words: list[str]
) -> None:
    assert isinstance(_parsed(value, " ".join(words)), value.python_type | str)


def test_the_number_grammar_is_small() -> None:
    number = TYPES["number"]
    apart = dict.fromkeys(number.rules, ex.NOTHING)
    assert sum(size(part, apart) for part in (number.expression, *number.rules.values())) < 200
    assert size(number.expression, number.rules) < 700


def test_one_rule_name_means_the_same_everywhere() -> None:
    known: dict[str, object] = {}
    for value in TYPES.values():
        for name, part in value.rules.items():
            assert known.setdefault(name, part) == part


def test_two_rules_of_one_name_are_refused() -> None:
    both = combine(lambda a, b: a + b, rule("x", word("one", 1)), rule("x", word("two", 2)))
    with pytest.raises(ValueError, match="Two rules are named x"):
        rules_of(both)


def test_the_earlier_of_two_readings_counts() -> None:
    grammar = word("half seven", "time") | (say("half") >> word("seven", "number"))
    assert list(grammar.read(text_of(["half", "seven"]), 0)) == [(2, "time")]
    longer = combine(lambda a, b: a + b, optional(word("a", "a"), ""), optional(word("a", "b"), ""))
    assert list(longer.read(text_of(["a", "a"]), 0)) == [(2, "ab"), (1, "a"), (0, "")]


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UsageError, match=r"“tlh” yet; use one of: en, de, "):
        value_types("tlh")
