"""The world outside: who is asked about it, and the house."""

from __future__ import annotations

import math
from dataclasses import dataclass

from assistant.settings.checks import require


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """Who is asked about the world, in this order. Without any, such questions are no commands."""

    notes: str = ""
    """A folder of text and Markdown files; empty for notes in the data folder."""
    encyclopaedia: str = ""
    """A ZIM file, as library.kiwix.org has them; needs the extra "answers"."""
    model_url: str = ""
    """A language model on this machine, such as http://localhost:11434/v1 for Ollama."""
    model: str = ""
    """Its name there."""
    rates: str = ""
    """Exchange rates in the layout of the European Central Bank: a file, or https://… from which it
    is fetched once a day."""
    weather: str = ""
    """Forecasts as Open-Meteo gives them: a file, or https://… from which they are fetched once an
    hour, telling that server the place."""
    place: str = ""
    """Latitude and longitude of where you are, such as "51.5 -0.1", for the weather."""
    country: str = ""
    """Whose holidays are yours: GB, or DE-BY for a part with its own. Empty for acting.region."""

    @property
    def coordinates(self) -> tuple[float, float] | None:
        """Of the place."""
        if not self.place:
            return None
        latitude, longitude = map(float, self.place.replace(",", " ").split())
        return latitude, longitude

    def __post_init__(self) -> None:
        try:
            known = self.coordinates or (0.0, 0.0)
        except ValueError:
            known = (math.inf, 0.0)
        on_earth = abs(known[0]) <= 90 and abs(known[1]) <= 180
        require(on_earth, "answers.place", 'a latitude and a longitude, "51.5 -0.1"', self.place)
        letters = not self.country or len(self.country.partition("-")[0]) == 2
        require(letters, "answers.country", "like GB or DE-BY", self.country)
        both = bool(self.model_url) == bool(self.model)
        require(both, "answers.model", "set where answers.model_url is, and only there", self.model)


@dataclass(frozen=True, slots=True)
class HomeSettings:
    """The house. Without a broker there is none, and such sentences are no commands."""

    broker: str = ""
    """The MQTT broker that the devices talk to, mqtt://host or mqtts://host; needs the extra
    "home"."""
    user: str = ""
    """Whose it is there. The password is asked of the keyring, or read from passwords.toml."""
    trusted_network: bool = False
    """Send the password without encryption, to a broker that speaks plain MQTT."""
    home_assistant: str = ""
    """Home Assistant's address, https://host:8123, which is then told whatever follows "tell the
    house". Its token is asked of the keyring, or read from passwords.toml, as "token@host"."""
    media: bool = False
    """Play, pause and change the volume by voice; players need the extra "desktop"."""
    discovery: str = "homeassistant"
    """What the topics begin with where devices introduce themselves."""

    def __post_init__(self) -> None:
        plain = bool(self.discovery) and not set(self.discovery) & set("#+")
        require(plain, "home.discovery", "a topic without wildcards", self.discovery)
