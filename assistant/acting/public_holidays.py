"""Public holidays of nearly every country, worked out by the library `holidays`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING

from assistant.acting.references import Holiday
from assistant.errors import ServiceError
from assistant.phrasebook import told
from assistant.tongue import tongue

if TYPE_CHECKING:
    from holidays import HolidayBase

_ENGLISH = "en_US"


class PublicHolidays:
    """`Holidays` of the whole world; needs the extra "answers"."""

    def __init__(self, country: str) -> None:
        """Of the person: "GB", or "DE-BY" for a part of a country with holidays of its own."""
        self._country = country

    @staticmethod
    def is_there() -> bool:
        """Whether the library is installed; it is imported only when somebody asks."""
        return find_spec("holidays") is not None

    def source(self) -> str:
        return "Python-holidays"

    def between(self, start: date, end: date, country: str = "") -> Sequence[Holiday]:
        english = self._calendar(start, end, country, _ENGLISH)
        own = self._said(start, end, country, english)
        return [
            Holiday(name.replace(" (observed)", ", observed"), day, own.get((day, name), ""))
            for day in sorted(english)
            for name in english.get_list(day)
            if start <= day < end
        ]

    def _said(
        self, start: date, end: date, country: str, english: HolidayBase
    ) -> Mapping[tuple[date, str], str]:
        """The names in the language of the conversation, by day and English name.

        Those that share a day come in any order, so that only a single one is surely the same.
        """
        spoken = tongue().language
        known = [code for code in english.supported_languages if code.split("_")[0] == spoken]
        if spoken == "en" or not known:
            return {}
        own = self._calendar(start, end, country, known[0])
        pairs = ((day, english.get_list(day), own.get_list(day)) for day in english)
        return {(day, one[0]): other[0] for day, one, other in pairs if len(one) == len(other) == 1}

    def _calendar(self, start: date, end: date, country: str, language: str) -> HolidayBase:
        import holidays

        years = range(start.year, end.year + 1)
        land, _, part = (country or self._country).upper().partition("-")
        try:
            return holidays.country_holidays(land, part or None, years=years, language=language)
        except NotImplementedError as error:
            raise ServiceError(
                told(
                    "I don't know the holidays of {country}; check answers.country.",
                    country=country or self._country,
                )
            ) from error
