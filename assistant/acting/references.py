"""What is known of the world: facts, answers, money, weather, holidays, and who is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known; as a slot, the topic that was named."""

    topic: str
    """As it is asked for: "the capital of france"."""
    answer: str
    """A sentence."""
    source: str
    """The file it comes from."""

    def __str__(self) -> str:
        return self.answer


@dataclass(frozen=True, slots=True)
class Answer:
    """What a source says to an open question."""

    source: str
    """As it is named aloud: "your note “garden”", "Wikipedia"."""
    sentences: Iterable[str]
    """May still be in the making, and can be gone through once."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Money in another currency."""

    amount: float
    day: date
    """Of the rates."""
    source: str
    """Whose they are, as it is named aloud: "the European Central Bank"."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The weather of a day."""

    day: date
    sky: str
    """In words: "light rain"."""
    low_c: float
    """Degrees Celsius."""
    high_c: float
    rain_percent: int | None
    """How likely it rains or snows; None where nobody knows."""
    now_c: float | None
    """The temperature at the moment; None for other days than today."""
    source: str
    """Who says so, as it is named aloud."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday."""

    name: str
    """In English."""
    day: date
    said: str = ""
    """Its name in the language of the conversation; empty where only the English one is known."""


class Knowledge(Protocol):
    """Facts that are known without a network."""

    def facts(self) -> Sequence[Fact]: ...


class Questions(Protocol):
    """Sources that know about the world. Handed out only where the settings name one."""

    def ask(self, question: str) -> Answer | None:
        """The first answer of a source that has one; None where none knows.

        Raises ServiceError when nobody knows and a source couldn't be asked. So may the
        sentences of an answer, where it breaks off.
        """
        ...


class Rates(Protocol):
    """What money is worth. Handed out only where the settings name a source."""

    def exchange(self, amount: float, currency: str, other: str) -> Exchanged | None:
        """So much of a currency in another one, both by their ISO 4217 codes; None where one of
        them isn't listed. Raises ServiceError when the rates can't be had.
        """
        ...


class Weather(Protocol):
    """The weather. Handed out only where the settings name a source."""

    def forecast(self, day: date, at: tuple[float, float] | None = None) -> Forecast | None:
        """Of a day at a latitude and longitude, or at the person's own place; None where nobody
        knows yet. Raises ServiceError when it can't be had.
        """
        ...


class Holidays(Protocol):
    """Public holidays."""

    def between(self, start: date, end: date, country: str = "") -> Sequence[Holiday]:
        """Those of a country, by its ISO 3166 code, or of the person's own, soonest first; `end`
        is no longer asked about. Raises ServiceError for a country that nobody knows.
        """
        ...

    def source(self) -> str:
        """Whose they are, as it is named aloud."""
        ...
