"""Values are read from sound as they are from text, in every language."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache

import pytest

from assistant.understanding.graph import CommandGraph
from assistant.understanding.sound import SoundReader
from assistant.understanding.values import value_types
from tests.understanding.sound.helpers import NOW, Lists, intent, spelled

OPENS = {
    "number": "count",
    "decimal": "measure",
    "percent": "share",
    "ordinal": "rank",
    "duration": "wait",
    "time": "wake",
    "date": "plan",
    "datetime": "meet",
    "weekly": "repeat",
    "phone": "dial",
    "yes_no": "answer",
}
"""What each kind of value follows."""
SAID = {
    "en": {
        "number": ("forty two", "minus three hundred and seven"),
        "decimal": ("two and a half", "three point one four"),
        "percent": ("fifteen percent", "fifty percent"),
        "ordinal": ("the twenty first", "third"),
        "duration": ("half an hour", "an hour and a half", "two minutes and ten seconds"),
        "time": ("half past seven", "seven thirty p m", "midnight"),
        "date": ("the third of may", "next friday", "the day after tomorrow"),
        "datetime": ("tomorrow at eight", "on friday at noon", "in twenty minutes"),
        "weekly": ("every weekday at seven", "mondays and fridays at noon"),
        "phone": ("oh two oh seven nine four six", "double five triple two"),
        "yes_no": ("yes please", "no thanks"),
    },
    "de": {
        "number": ("zweiundvierzig", "minus dreihundertsieben"),
        "decimal": ("zweieinhalb", "drei komma eins vier"),
        "percent": ("fünfzehn prozent", "fünfzig prozent"),
        "ordinal": ("der einundzwanzigste", "dritte"),
        "duration": ("eine halbe stunde", "anderthalb stunden"),
        "time": ("halb acht", "viertel nach drei", "mitternacht"),
        "date": ("der dritte mai", "übermorgen"),
        "datetime": ("morgen um acht", "am freitag um zwölf uhr", "in zwanzig minuten"),
        "weekly": ("jeden montag um acht",),
        "phone": ("null zwei null sieben vier",),
        "yes_no": ("ja bitte", "nein danke"),
    },
    "es": {
        "number": ("cuarenta y dos", "menos trescientos siete"),
        "decimal": ("dos y medio", "tres coma uno cuatro"),
        "percent": ("quince por ciento", "cincuenta por ciento"),
        "ordinal": ("tercero",),
        "duration": ("media hora", "hora y media"),
        "time": ("las siete y media", "medianoche"),
        "date": ("el tres de mayo", "pasado mañana"),
        "datetime": ("mañana a las ocho", "en veinte minutos"),
        "weekly": ("cada lunes a las ocho",),
        "phone": ("cero dos cero siete",),
        "yes_no": ("sí por favor", "no gracias"),
    },
    "fr": {
        "number": ("quarante deux", "moins trois cent sept"),
        "decimal": ("deux et demi", "trois virgule un quatre"),
        "percent": ("quinze pour cent", "cinquante pour cent"),
        "ordinal": ("le troisième",),
        "duration": ("une demi heure", "une heure et demie"),
        "time": ("sept heures et demie", "minuit"),
        "date": ("le trois mai", "après demain"),
        "datetime": ("demain à huit heures", "dans vingt minutes"),
        "weekly": ("chaque lundi à huit heures",),
        "phone": ("zéro deux zéro sept",),
        "yes_no": ("oui s'il te plaît", "non merci"),
    },
    "it": {
        "number": ("quarantadue", "meno trecentosette"),
        "decimal": ("due e mezzo", "tre virgola uno quattro"),
        "percent": ("quindici per cento", "cinquanta per cento"),
        "ordinal": ("il terzo",),
        "duration": ("mezz'ora", "un'ora e mezza"),
        "time": ("le sette e mezza", "mezzanotte"),
        "date": ("il tre maggio", "dopodomani"),
        "datetime": ("domani alle otto", "tra venti minuti"),
        "weekly": ("ogni lunedì alle otto",),
        "phone": ("zero due zero sette",),
        "yes_no": ("sì grazie", "no grazie"),
    },
}


@cache
def reader(language: str) -> SoundReader:
    """Of one command for each kind of value."""
    takes = [intent(f"a.{kind}", f"{OPENS[kind]} {{value}} now", slots={"value": kind})
             for kind in SAID[language]]  # fmt: skip
    specs = [
        replace(one, templates=tuple(replace(each, language=language) for each in one.templates))
        for one in takes
    ]
    return SoundReader(CommandGraph(specs, Lists(), value_types(language), language))


@pytest.mark.parametrize(
    ("language", "kind", "said"),
    [
        (language, kind, said)
        for language, kinds in SAID.items()
        for kind, phrases in kinds.items()
        for said in phrases
    ],
)
def test_a_value_is_the_same_by_its_sound(language: str, kind: str, said: str) -> None:
    heard = spelled(f"{OPENS[kind]} {_plain(said)} now", sure=8.0, noise=1.0)
    best = reader(language).readings(heard, NOW)[0].reading
    (slot,) = best.slots
    assert best.intent.name == f"a.{kind}"
    assert slot.value == value_types(language)[kind].parse(said, NOW)


def _plain(text: str) -> str:
    """In the letters that the model has."""
    letters = unicodedata.normalize("NFD", text.replace("'", " "))
    return "".join(letter for letter in letters if letter in "abcdefghijklmnopqrstuvwxyz ")
