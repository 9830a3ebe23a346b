"""What people say in other languages, and what it means on Monday, 23 November 2026, at 16:00."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from assistant.records import Weekly

_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
_WORKING = frozenset(range(5))


def _november(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


Phrases = Mapping[str, Mapping[str, object]]

GERMAN: Phrases = {
    "number": {
        "zweihundertfünfundzwanzig": 225,
        "zwei hundert fünf": 205,
        "tausendeins": 1001,
        "zwölftausenddreihundert": 12_300,
        "eine Million": 1_000_000,
        "minus einundzwanzig": -21,
        "dreissig": 30,
        "1.234": 1234,
    },
    "decimal": {"drei Komma eins vier": 3.14, "zweieinhalb": 2.5, "3,5": 3.5, "anderthalb": 1.5},
    "ordinal": {"der dritte": 3, "einundzwanzigsten": 21, "7.": 7},
    "percent": {"zwanzig Prozent": 20.0, "20 %": 20.0},
    "duration": {
        "eine halbe Stunde": 0.5 * _HOUR,
        "anderthalb Stunden": 1.5 * _HOUR,
        "zweieinhalb Minuten": 2.5 * _MINUTE,
        "eine Stunde und zwanzig Minuten": 80 * _MINUTE,
        "eine Stunde zwanzig": 80 * _MINUTE,
        "eine Dreiviertelstunde": 45 * _MINUTE,
        "zwei Tage": timedelta(days=2),
        "10 min": 10 * _MINUTE,
    },
    "time": {
        "halb sieben": time(18, 30),
        "Viertel nach acht": time(20, 15),
        "viertel acht": time(19, 15),
        "dreiviertel acht": time(19, 45),
        "fünf vor halb neun": time(20, 25),
        "zehn nach halb neun morgens": time(8, 40),
        "zehn vor sechs": time(17, 50),
        "fünfzehn Uhr zwanzig": time(15, 20),
        "sieben Uhr dreißig morgens": time(7, 30),
        "null Uhr fünf": time(0, 5),
        "Mitternacht": time(0),
        "um 7.30 Uhr": time(19, 30),
        "07:30": time(7, 30),
    },
    "date": {
        "übermorgen": date(2026, 11, 25),
        "am dritten Mai": date(2027, 5, 3),
        "3. Mai 2028": date(2028, 5, 3),
        "24.12.2026": date(2026, 12, 24),
        "nächsten Dienstag": date(2026, 12, 1),
        "kommenden Freitag": date(2026, 11, 27),
        "in zwei Wochen": date(2026, 12, 7),
        "vor drei Tagen": date(2026, 11, 20),
        "Freitag in einer Woche": date(2026, 12, 4),
        "am fünfzehnten": date(2026, 12, 15),
        "Heiligabend": date(2026, 12, 24),
    },
    "datetime": {
        "morgen um halb sieben": _november(24, 18, 30),
        "morgen früh um sieben": _november(24, 7),
        "heute Abend um acht": _november(23, 20),
        "am Freitagabend": _november(27, 18),
        "Freitag um 14 Uhr": _november(27, 14),
        "in zehn Minuten": _november(23, 16, 10),
        "um neun Uhr am Mittwoch": _november(25, 9),
    },
    "weekly": {
        "jeden Werktag um sieben": Weekly(_WORKING, time(7)),
        "jeden Montag und Donnerstag um halb acht": Weekly(frozenset({0, 3}), time(7, 30)),
        "montags um neun Uhr": Weekly(frozenset({0}), time(9)),
        "täglich um 18 Uhr": Weekly(frozenset(range(7)), time(18)),
    },
    "phone": {"null drei null zwo vier fünf": "030245", "plus vier neun dreißig": "+4930"},
    "yes_no": {"ja bitte": True, "nein danke": False},
}

SPANISH: Phrases = {
    "number": {
        "doscientos veinticinco": 225,
        "treinta y un": 31,
        "mil novecientos ochenta": 1980,
        "dos millones": 2_000_000,
        "menos veintiuno": -21,
        "1.234": 1234,
    },
    "decimal": {"tres coma uno cuatro": 3.14, "dos y medio": 2.5, "3,5": 3.5},
    "ordinal": {"el tercero": 3, "primera": 1, "vigésimo primero": 21},
    "percent": {"veinte por ciento": 20.0, "20 %": 20.0},
    "duration": {
        "media hora": 0.5 * _HOUR,
        "hora y media": 1.5 * _HOUR,
        "dos horas y media": 2.5 * _HOUR,
        "una hora y veinte minutos": 80 * _MINUTE,
        "una hora veinte": 80 * _MINUTE,
        "tres cuartos de hora": 45 * _MINUTE,
        "10 min": 10 * _MINUTE,
    },
    "time": {
        "las seis y media": time(18, 30),
        "las ocho y cuarto": time(20, 15),
        "las ocho menos cuarto": time(19, 45),
        "las seis menos diez": time(17, 50),
        "la una": time(13),
        "las siete y media de la mañana": time(7, 30),
        "las ocho de la noche": time(20),
        "medianoche": time(0),
        "15:20": time(15, 20),
    },
    "date": {
        "pasado mañana": date(2026, 11, 25),
        "el tres de mayo": date(2027, 5, 3),
        "3 de mayo de 2028": date(2028, 5, 3),
        "24/12/2026": date(2026, 12, 24),
        "el viernes que viene": date(2026, 11, 27),
        "dentro de dos semanas": date(2026, 12, 7),
        "hace tres días": date(2026, 11, 20),
        "el quince": date(2026, 12, 15),
        "Nochebuena": date(2026, 12, 24),
    },
    "datetime": {
        "mañana a las siete y media": _november(24, 7, 30),
        "mañana por la mañana a las nueve": _november(24, 9),
        "esta noche a las ocho": _november(23, 20),
        "el viernes a las 14:30": _november(27, 14, 30),
        "en diez minutos": _november(23, 16, 10),
        "a las nueve el miércoles": _november(25, 9),
    },
    "weekly": {
        "todos los lunes a las siete": Weekly(frozenset({0}), time(7)),
        "cada lunes y jueves a las siete y media": Weekly(frozenset({0, 3}), time(7, 30)),
        "todos los días a las seis de la tarde": Weekly(frozenset(range(7)), time(18)),
        "de lunes a viernes a las siete": Weekly(_WORKING, time(7)),
    },
    "phone": {"nueve uno dos treinta y cuatro cinco": "912345", "más tres cuatro nueve": "+349"},
    "yes_no": {"sí claro": True, "no gracias": False},
}

FRENCH: Phrases = {
    "number": {
        "deux cent vingt-cinq": 225,
        "soixante et onze": 71,
        "quatre-vingt-dix-neuf": 99,
        "septante-deux": 72,
        "mille neuf cent quatre-vingts": 1980,
        "deux millions": 2_000_000,
        "moins vingt et un": -21,
        "1\u202f234": 1234,
    },
    "decimal": {"trois virgule un quatre": 3.14, "deux et demi": 2.5, "3,5": 3.5},
    "ordinal": {"le troisième": 3, "première": 1, "vingt et unième": 21},
    "percent": {"vingt pour cent": 20.0, "20 %": 20.0},
    "duration": {
        "une demi-heure": 0.5 * _HOUR,
        "une heure et demie": 1.5 * _HOUR,
        "une heure et vingt minutes": 80 * _MINUTE,
        "une heure vingt": 80 * _MINUTE,
        "trois quarts d'heure": 45 * _MINUTE,
        "un quart d’heure": 15 * _MINUTE,
        "10 min": 10 * _MINUTE,
    },
    "time": {
        "six heures et demie": time(18, 30),
        "huit heures et quart": time(20, 15),
        "huit heures moins le quart": time(19, 45),
        "six heures moins dix": time(17, 50),
        "quinze heures vingt": time(15, 20),
        "sept heures trente du matin": time(7, 30),
        "midi et demi": time(12, 30),
        "minuit": time(0),
        "15h20": time(15, 20),
    },
    "date": {
        "après-demain": date(2026, 11, 25),
        "le trois mai": date(2027, 5, 3),
        "le 1er mai 2028": date(2028, 5, 1),
        "24/12/2026": date(2026, 12, 24),
        "vendredi prochain": date(2026, 12, 4),
        "ce vendredi": date(2026, 11, 27),
        "dans deux semaines": date(2026, 12, 7),
        "il y a trois jours": date(2026, 11, 20),
        "vendredi en huit": date(2026, 12, 4),
        "aujourd'hui": date(2026, 11, 23),
    },
    "datetime": {
        "demain à sept heures et demie": _november(24, 7, 30),
        "demain matin à neuf heures": _november(24, 9),
        "ce soir à huit heures": _november(23, 20),
        "vendredi à 14 h 30": _november(27, 14, 30),
        "dans dix minutes": _november(23, 16, 10),
        "à neuf heures mercredi": _november(25, 9),
    },
    "weekly": {
        "tous les lundis à sept heures": Weekly(frozenset({0}), time(7)),
        "chaque lundi et jeudi à sept heures et demie": Weekly(frozenset({0, 3}), time(7, 30)),
        "tous les jours à midi": Weekly(frozenset(range(7)), time(12)),
        "en semaine à sept heures": Weekly(_WORKING, time(7)),
    },
    "phone": {
        "zéro six douze trente-quatre soixante-douze": "06123472",
        "plus trente-trois six": "+336",
    },
    "yes_no": {"oui, s'il te plaît": True, "non merci": False},
}

ITALIAN: Phrases = {
    "number": {
        "duecentoventicinque": 225,
        "centotto": 108,
        "ventitre": 23,
        "millenovecentottanta": 1980,
        "duemilaventisei": 2026,
        "due milioni": 2_000_000,
        "meno ventuno": -21,
        "1.234": 1234,
    },
    "decimal": {"tre virgola uno quattro": 3.14, "due e mezzo": 2.5, "3,5": 3.5},
    "ordinal": {"il terzo": 3, "prima": 1, "ventunesimo": 21},
    "percent": {"venti per cento": 20.0, "20 %": 20.0},
    "duration": {
        "mezz'ora": 0.5 * _HOUR,
        "un'ora e mezza": 1.5 * _HOUR,
        "due ore e mezza": 2.5 * _HOUR,
        "un’ora e venti minuti": 80 * _MINUTE,
        "un'ora e venti": 80 * _MINUTE,
        "tre quarti d'ora": 45 * _MINUTE,
        "10 min": 10 * _MINUTE,
    },
    "time": {
        "le sei e mezza": time(18, 30),
        "le otto e un quarto": time(20, 15),
        "le otto meno un quarto": time(19, 45),
        "le sei meno dieci": time(17, 50),
        "l'una": time(13),
        "le sette e trenta di mattina": time(7, 30),
        "mezzogiorno e mezzo": time(12, 30),
        "mezzanotte": time(0),
        "alle 15:20": time(15, 20),
    },
    "date": {
        "dopodomani": date(2026, 11, 25),
        "il tre maggio": date(2027, 5, 3),
        "primo maggio 2028": date(2028, 5, 1),
        "24/12/2026": date(2026, 12, 24),
        "venerdì prossimo": date(2026, 12, 4),
        "questo venerdì": date(2026, 11, 27),
        "tra due settimane": date(2026, 12, 7),
        "tre giorni fa": date(2026, 11, 20),
        "l'otto dicembre": date(2026, 12, 8),
        "Ferragosto": date(2027, 8, 15),
    },
    "datetime": {
        "domani alle sette e mezza": _november(24, 7, 30),
        "domani mattina alle nove": _november(24, 9),
        "stasera alle otto": _november(23, 20),
        "venerdì alle 14:30": _november(27, 14, 30),
        "fra dieci minuti": _november(23, 16, 10),
        "alle nove mercoledì": _november(25, 9),
    },
    "weekly": {
        "ogni lunedì alle sette": Weekly(frozenset({0}), time(7)),
        "ogni lunedì e giovedì alle sette e mezza": Weekly(frozenset({0, 3}), time(7, 30)),
        "tutti i giorni a mezzogiorno": Weekly(frozenset(range(7)), time(12)),
        "dal lunedì al venerdì alle sette": Weekly(_WORKING, time(7)),
    },
    "phone": {"zero sei uno due trentaquattro": "061234", "più tre nove uno": "+391"},
    "yes_no": {"sì grazie": True, "no grazie": False},
}

PHRASES = {"de": GERMAN, "es": SPANISH, "fr": FRENCH, "it": ITALIAN}
