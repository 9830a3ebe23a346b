"""Public holidays of nearly every country, worked out by the library `holidays`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec

from assistant.acting.services import Holiday
from assistant.errors import ServiceError


class PublicHolidays:
    """`Holidays` of the whole world; needs the extra "answers"."""

    def __init__(self, country: str) -> None:
        """Of the person: "GB", or "DE-BY" for a part of a country with holidays of its own."""
        self._country = country

    @staticmethod
    def is_there() -> bool:
        """Whether the library is installed; it is imported only when somebody asks."""
        return find_spec("holidays") is not None

    def between(self, start: date, end: date, country: str = "") -> Sequence[Holiday]:
        import holidays

        years = range(start.year, end.year + 1)
        land, _, part = (country or self._country).upper().partition("-")
        try:
            found = holidays.country_holidays(land, part or None, years=years, language="en_US")
        except NotImplementedError as error:
            raise ServiceError(
                f"I don't know the holidays of {country or self._country}; check answers.country."
            ) from error
        return [
            Holiday(name.replace(" (observed)", ", observed"), day)
            for day in sorted(found)
            for name in found.get_list(day)
            if start <= day < end
        ]
