"""What to set up for the services that aren't there without it, as it is said to a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assistant.acting import services as ports
from assistant.acting.household import Home, House, Media, Volume

SETTING_UP: Mapping[type, str] = {
    Home: "I know no lights or devices here; set home.broker.",
    House: "I know no Home Assistant; set home.home_assistant.",
    Media: "I may not touch the music here; set home.media.",
    Volume: "I can't change the volume here; set home.media, and install pactl or amixer.",
    ports.Questions: "I have nobody to ask; set answers.encyclopaedia or answers.model_url.",
    ports.Weather: "I know no weather; set answers.weather.",
    ports.Rates: "I don't know what money is worth; set answers.rates.",
    ports.Holidays: "I know no holidays; install the extra “answers”.",
}


def setting_up(missing: Collection[type]) -> str:
    """What to do about services that are missing, in one sentence; empty where nothing helps."""
    return next((how for service, how in SETTING_UP.items() if service in missing), "")
