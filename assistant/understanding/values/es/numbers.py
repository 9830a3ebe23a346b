"""Spanish numbers: "doscientos cinco", "tres coma uno cuatro", "dos y medio", "tercero"."""

from __future__ import annotations

from assistant.understanding.values.shared.numbers import NumberWords

_SMALL = (
    *("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
    *("once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho"),
    *("diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro"),
    *("veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"),
)
_TENS = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_COUNTED = (
    *_SMALL,
    *(f"{ten} y {_SMALL[unit]}" if unit else ten for ten in _TENS for unit in range(10)),
)
_BEFORE_NOUNS = {
    f"{ten} y {one}": 30 + 10 * place + 1
    for place, ten in enumerate(_TENS)
    for one in ("un", "una")
} | {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21}
_UNACCENTED = {"dieciseis": 16, "veintidos": 22, "veintitres": 23, "veintiseis": 26}
_HUNDREDS = (
    *("ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos"),
    *("setecientos", "ochocientos", "novecientos"),
)
_FEMININE = {f"{name[:-2]}as": 100 * count for count, name in enumerate(_HUNDREDS, 1) if count > 1}
_NTH = (
    *("primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo"),
    "noveno",
)
_NTH_TEENS = (
    *("décimo", "undécimo", "duodécimo", "decimotercero", "decimocuarto", "decimoquinto"),
    *("decimosexto", "decimoséptimo", "decimoctavo", "decimonoveno"),
)
_NTH_TENS = (
    *("vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo", "septuagésimo"),
    *("octogésimo", "nonagésimo"),
)


def _ordinals() -> dict[str, int]:
    compounds = [f"{ten} {unit}".strip() for ten in _NTH_TENS for unit in ("", *_NTH)]
    masculine = {name: n for n, name in enumerate((*_NTH, *_NTH_TEENS, *compounds), 1)}
    feminine = {
        " ".join(f"{part[:-1]}a" for part in name.split()): n for name, n in masculine.items()
    }
    return masculine | feminine | {"primer": 1, "tercer": 3}


WORDS = NumberWords(
    below_hundred=_COUNTED,
    variants=_BEFORE_NOUNS | _UNACCENTED,
    hundreds=_HUNDREDS,
    other_hundreds=_FEMININE | {"cien": 100},
    thousand="mil",
    other_thousands=(),
    million="un millón",
    millions=("millones",),
    joint=(),
    minus=("menos",),
    point=("coma", "punto"),
    parts={"y medio": 0.5, "y media": 0.5, "y cuarto": 0.25, "y tres cuartos": 0.75},
    fractions={"medio": 0.5, "media": 0.5, "un medio": 0.5, "un cuarto": 0.25}
    | {"tres cuartos": 0.75, "un tercio": 1 / 3, "dos tercios": 2 / 3},
    dozens={"una docena": 12, "media docena": 6},
    percent=("por ciento", "porciento"),
    ordinals=_ordinals(),
    article=("el", "la", "lo"),
)
