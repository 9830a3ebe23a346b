"""What is known of the world outside, as far as the settings allow it."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant import paths
from assistant.settings import Settings

DAY_S = 86_400.0


def world(settings: Settings, pretend: Path | None) -> dict[type, object]:
    """What is known of the world outside: money, weather and holidays, where the settings and the
    installed libraries allow it. Says aloud what will be sent where. Raises SettingsError.
    """
    from assistant.acting import services as ports
    from assistant.acting.public_holidays import PublicHolidays

    answers, kept = settings.answers, pretend or paths.cache_folder()
    handed: dict[type, object] = {}
    if answers.rates or answers.weather:
        from assistant.acting.documents import document, is_fetched
    if answers.rates:
        from assistant.acting.rates import BankRates

        handed[ports.Rates] = BankRates(document(answers.rates, kept / "rates.xml", DAY_S))
        if is_fetched(answers.rates):
            _warn(f"exchange rates are fetched from {answers.rates}.")
    if answers.weather:
        from assistant.acting.weather import OpenMeteo

        handed[ports.Weather] = OpenMeteo(answers.weather, kept, answers.coordinates)
        if is_fetched(answers.weather):
            _warn(f"places whose weather you ask for are sent to {answers.weather}.")
    if PublicHolidays.is_there():
        handed[ports.Holidays] = PublicHolidays(answers.country or settings.acting.region)
    return handed


def _warn(text: str) -> None:
    print(f"assistant: {text}", file=sys.stderr)
