"""The weather, from forecasts as Open-Meteo gives them: https://open-meteo.com/en/docs"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from assistant.acting.documents import document, is_fetched
from assistant.acting.references import Forecast
from assistant.errors import ServiceError
from assistant.phrasebook import told

FRESH_S = 3600.0
"""A forecast is fetched anew after so long."""

DAYS = 7

_NAME = "Open-Meteo"
_NO_FORECAST = "The weather can't be read; it is no forecast of Open-Meteo."

_ASKED = {
    "current": "temperature_2m",
    "daily": "weather_code,temperature_2m_max,temperature_2m_min,precipitation_probability_max",
    "timezone": "auto",
    "forecast_days": DAYS,
}

_SKIES = {
    **dict.fromkeys((0, 1), "clear"),
    2: "partly cloudy",
    3: "cloudy",
    **dict.fromkeys((45, 48), "fog"),
    **dict.fromkeys(range(51, 58), "drizzle"),
    61: "light rain",
    **dict.fromkeys((63, 66, 67), "rain"),
    65: "heavy rain",
    71: "light snow",
    **dict.fromkeys((73, 77), "snow"),
    75: "heavy snow",
    **dict.fromkeys((80, 81, 82), "showers"),
    **dict.fromkeys((85, 86), "snow showers"),
    **dict.fromkeys((95, 96, 99), "thunderstorms"),
}
"""By the WMO's code of the weather."""


class OpenMeteo:
    """`Weather` of a server, or of a file with one of its answers."""

    def __init__(self, place: str, folder: Path, home: tuple[float, float] | None) -> None:
        """Keeps what it fetched in `folder`. Raises ServiceError for an address that won't do."""
        document(place, folder, FRESH_S)
        self._place, self._folder, self._home = place, folder, home

    def forecast(self, day: date, at: tuple[float, float] | None = None) -> Forecast | None:
        """A file has the weather of one place, which is the person's own."""
        if not is_fetched(self._place):
            return None if at else _forecast(_parsed(self._read(self._place)), day)
        where = at or self._home
        if where is None:
            raise ServiceError(
                told("I don't know where you are; set answers.place in the settings.")
            )
        asked = urlencode({"latitude": where[0], "longitude": where[1], **_ASKED})
        return _forecast(_parsed(self._read(f"{self._place}?{asked}", where)), day)

    def _read(self, place: str, where: tuple[float, float] = (0.0, 0.0)) -> bytes:
        kept = self._folder / f"weather {where[0]:.2f} {where[1]:.2f}.json"
        return document(place, kept, FRESH_S)()


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except ValueError as error:
        raise ServiceError(told("The weather can't be read; it isn't JSON.")) from error
    if not isinstance(found, dict):
        raise ServiceError(told(_NO_FORECAST))
    return found


def _forecast(found: dict[str, Any], day: date) -> Forecast | None:
    """Of a day in an answer of the server. Raises ServiceError where it is none."""
    try:
        daily, days = found["daily"], found["daily"]["time"]
        if day.isoformat() not in days:
            return None
        at = days.index(day.isoformat())
        chance = daily.get("precipitation_probability_max", [None] * len(days))[at]
        current = found.get("current", {})
        is_now = str(current.get("time", "")).startswith(day.isoformat())
        return Forecast(
            day=day,
            sky=_SKIES.get(daily["weather_code"][at], "unsettled"),
            low_c=float(daily["temperature_2m_min"][at]),
            high_c=float(daily["temperature_2m_max"][at]),
            rain_percent=None if chance is None else int(chance),
            now_c=float(current["temperature_2m"]) if is_now else None,
            source=_NAME,
        )
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise ServiceError(told(_NO_FORECAST)) from error
