"""What voices are handed: plain words, and what they would say wrong spelt out."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.speaking.plain import LONGEST, said_as, speakable
from assistant.understanding.values.speak import spoken

NOW = datetime(2026, 11, 27, 10)


@given(st.text())
def test_what_is_spoken_is_one_plain_line(text: str) -> None:
    line = speakable(text)
    assert len(line) <= LONGEST
    assert not set(line) & set("[]\n\r\t\x00")
    assert line == line.strip()
    line.encode()  # no half of a surrogate pair is left


def test_plain_words_are_spoken_as_they_are() -> None:
    assert speakable("Café at 7:30,  for 5 € — “yes”?") == "Café at 7:30, for 5 € — “yes”?"


@pytest.mark.parametrize("text", ["", "  \n", "\x00\x07", "[[]]"])
def test_nothing_to_say_has_no_sentences(text: str) -> None:
    assert said_as(text, "en") == []


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("en", time(15, 5), "3 oh 5 pm"),
        ("en", time(15, 30), "3:30 pm"),
        ("en", time(15, 0), "3 pm"),
        ("en", 1200, "1,200"),
        ("en", "+493012345678", "plus 4 9 3 0, 1 2 3 4, 5 6 7 8"),
        ("de", date(2026, 12, 24), "Donnerstag, der vierundzwanzigste Dezember"),
        ("de", date(2031, 5, 1), "Donnerstag, der erste Mai 2031"),
        ("de", time(1, 5), "ein Uhr 5 morgens"),
        ("de", time(21, 0), "21 Uhr"),
        ("de", 1200, "1.200"),
        ("es", time(1, 5), "la una y 5 de la mañana"),
        ("es", time(21, 0), "las veintiuna"),
        ("es", time(15, 30), "las 15 y 30"),
        ("es", 3.5, "3,5"),
        ("fr", time(1, 0), "une heure du matin"),
        ("fr", time(15, 30), "15 heures 30"),
        ("fr", time(21, 0), "vingt et une heures"),
        ("fr", 1_234_567, "1234567"),
        ("it", time(1, 0), "l'una di mattina"),
        ("it", time(15, 5), "le 15 e 5"),
    ],
)
def test_values_are_said_as_people_say_them(language: str, value: object, said: str) -> None:
    assert said_as(spoken(value, language, now=NOW), language) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Es ist am 1. März.", "Es ist am ersten März."),
        ("Vom 30. Juli an.", "Vom dreißigsten Juli an."),
        ("31. Mai.", "einunddreißigster Mai."),
        ("Es sind 24. Und dann?", "Es sind 24. Und dann?"),
    ],
)
def test_a_german_day_takes_the_ending_of_its_article(text: str, said: str) -> None:
    assert said_as(text, "de") == [said]


def test_sentences_are_said_one_by_one() -> None:
    text = "Der Termin ist am 24. Dezember um 15 Uhr. Soll ich ihn absagen?"
    assert said_as(text, "de") == [
        "Der Termin ist am vierundzwanzigsten Dezember um 15 Uhr.",
        "Soll ich ihn absagen?",
    ]
