"""Values in the other languages: phrases, and that what is said is understood again."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.records import Weekly
from assistant.understanding.values import NotAValueError, value_types
from assistant.understanding.values.shared.numbers import NumberWords
from assistant.understanding.values.speak import spoken
from tests.understanding.values.typed import spell_out

from .expressions import sentences
from .moment_phrases import NOW
from .other_phrases import PHRASES

YEAR = timedelta(days=365)
each_language = pytest.mark.parametrize("language", PHRASES)
few = settings(max_examples=40)


@pytest.mark.parametrize(
    ("language", "kind", "phrase", "value"),
    [
        (language, kind, phrase, value)
        for language, kinds in PHRASES.items()
        for kind, phrases in kinds.items()
        for phrase, value in phrases.items()
    ],
)
def test_a_phrase_has_its_value(language: str, kind: str, phrase: str, value: object) -> None:
    found = value_types(language)[kind]
    parsed = found.parse(phrase, NOW)
    assert parsed == value
    assert type(parsed) is found.python_type


@each_language
def test_every_kind_has_phrases_and_refuses_others(language: str) -> None:
    types = value_types(language)
    assert PHRASES[language].keys() == types.keys()
    for found in types.values():
        with pytest.raises(NotAValueError):
            found.parse("kartoffel patata pomme", NOW)


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("de", "zwei bis drei minuten"),
        ("es", "dos o tres minutos"),
        ("fr", "deux à trois minutes"),
        ("it", "due o tre minuti"),
    ],
)
def test_more_than_one_length_is_refused_as_such(language: str, phrase: str) -> None:
    with pytest.raises(ValueError, match="more than one length"):
        value_types(language)["duration"].parse(phrase, NOW)


@each_language
def test_every_number_that_is_said_is_read(language: str) -> None:
    words: NumberWords = import_module(f"assistant.understanding.values.{language}.numbers").WORDS
    number = value_types(language)["number"]
    for value in range(10_000):
        assert number.parse(words.spell(value), NOW) == value
    for value in range(0, 10_000, 13):
        assert number.parse(spoken(value, language), NOW) == value


def _read(language: str, kind: str, value: object, now: datetime = NOW) -> object:
    return value_types(language)[kind].parse(spoken(value, language, now=now), now)


seconds = st.times().map(lambda value: value.replace(microsecond=0))


@each_language
@given(
    number=st.integers(-999_999_999, 999_999_999),
    thousandths=st.integers(-(10**9), 10**9),
    length=st.integers(0, 7 * 86_400).map(lambda seconds: timedelta(seconds=seconds)),
    at=seconds,
    day=st.dates(NOW.date() - YEAR, NOW.date() + YEAR),
    phone=st.from_regex(r"\A\+?[0-9]{3,15}\Z"),
    days=st.frozensets(st.integers(0, 6), min_size=1, max_size=3),
)
@few
def test_values_come_back(
    language: str,
    number: int,
    thousandths: int,
    length: timedelta,
    at: time,
    day: date,
    phone: str,
    days: frozenset[int],
) -> None:
    assert _read(language, "number", number) == number
    assert _read(language, "decimal", thousandths / 1000) == thousandths / 1000
    assert _read(language, "duration", length) == length
    assert _read(language, "time", at) == at
    assert _read(language, "date", day) == day
    assert _read(language, "phone", phone) == phone
    assert _read(language, "weekly", Weekly(days, at)) == Weekly(days, at)


@each_language
@given(
    value=st.datetimes(NOW - YEAR, NOW + YEAR).map(lambda value: value.replace(microsecond=0)),
    now=st.datetimes(NOW - YEAR, NOW + YEAR),
)
@few
def test_moments_come_back_whenever_they_are_said(
    language: str, value: datetime, now: datetime
) -> None:
    assert _read(language, "datetime", value, now) == value
    assert value_types(language)["datetime"].parse(spoken(value, language), now) == value


@each_language
@given(data=st.data())
@few
def test_every_sentence_of_a_grammar_is_read(language: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(list(value_types(language).values())))
    sentence = data.draw(sentences(value))
    try:
        assert isinstance(value.parse(sentence, NOW), value.python_type)
    except NotAValueError:
        raise AssertionError(f"the grammar says “{sentence}”, the parser doesn't") from None
    except ValueError:
        assert value.name in ("date", "datetime", "waking", "duration", "phone")


@each_language
@given(data=st.data())
@few
def test_spelling_out_leaves_spoken_words_as_they_are(language: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(list(value_types(language).values())))
    sentence = data.draw(sentences(value))
    assert spell_out(sentence, language) == sentence


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("de", timedelta(minutes=90), "anderthalb Stunden"),
        ("de", datetime(2026, 11, 24, 7, 30), "morgen um 7 Uhr 30"),
        ("de", Weekly(frozenset({0, 3}), time(7)), "jeden Montag und Donnerstag um 7 Uhr"),
        ("de", 1234.5, "1.234,5"),
        ("es", timedelta(minutes=90), "una hora y media"),
        ("es", datetime(2026, 11, 24, 7, 30), "mañana a las 7:30"),
        ("es", Weekly(frozenset(range(5)), time(13)), "de lunes a viernes a las 13"),
        ("fr", timedelta(minutes=30), "une demi-heure"),
        ("fr", datetime(2026, 11, 24, 7, 30), "demain à 7 h 30"),
        ("fr", date(2027, 5, 1), "samedi 1er mai"),
        ("it", timedelta(minutes=90), "un'ora e mezza"),
        ("it", datetime(2026, 11, 24, 13, 30), "domani alle 13:30"),
        ("it", time(1, 5), "l'1:05 di mattina"),
    ],
)
def test_a_value_is_said_as_people_say_it(language: str, value: object, said: str) -> None:
    assert spoken(value, language, now=NOW) == said
