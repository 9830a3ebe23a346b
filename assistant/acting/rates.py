"""Exchange rates, from the file that the European Central Bank publishes each working day.

https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates describes
it; the one with the last ninety days is read too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from assistant.acting.documents import Document
from assistant.acting.references import Exchanged
from assistant.errors import ServiceError
from assistant.phrasebook import told

_BANK = "the European Central Bank"


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    per_euro: Mapping[str, float]


class BankRates:
    """`Rates` of a document in the bank's layout."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def exchange(self, amount: float, currency: str, other: str) -> Exchanged | None:
        known = _newest(self._document())
        if not {currency, other} <= known.per_euro.keys():
            return None
        worth = amount / known.per_euro[currency] * known.per_euro[other]
        return Exchanged(worth, known.day, _BANK)


def _newest(content: bytes) -> _Day:
    """The rates of the last day in the document. Raises ServiceError where there are none."""
    try:
        cubes = [each for each in ElementTree.fromstring(content).iter() if _is_cube(each)]
        newest = max((each for each in cubes if "time" in each.attrib), key=_day)
        rates = {each.attrib["currency"]: float(each.attrib["rate"]) for each in newest}
        if not all(0 < rate < float("inf") for rate in rates.values()):
            raise ValueError("a rate isn't a positive number")
        return _Day(_day(newest), rates | {"EUR": 1.0})
    except (ElementTree.ParseError, KeyError, ValueError) as error:
        raise ServiceError(
            told(
                "The exchange rates can't be read; answers.rates must name a file in the layout of "
                "the European Central Bank."
            )
        ) from error


def _is_cube(element: ElementTree.Element) -> bool:
    return element.tag.rpartition("}")[2] == "Cube"


def _day(cube: ElementTree.Element) -> date:
    return date.fromisoformat(cube.attrib["time"])
