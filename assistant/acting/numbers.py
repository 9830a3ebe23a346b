"""What a telephone number is: how it is dialled and said, and which ones nobody dials by guess."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.acting.telephone import CheckedNumber, NumberKind
from assistant.errors import ServiceError
from assistant.phrasebook import told

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

EMERGENCY_ANYWHERE = frozenset({"112", "911", "999"})
"""Mobile networks put these through to an emergency service in most countries."""

HELP = {
    "112": "AD AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IN IS IT LI LT LU LV MC MT NL NO "
    "PL PT RO RS SE SI SK SM TR UA VA",
    "911": "CA MX US",
    "000": "AU",
    "111": "NZ",
}
"""The one number for police, fire brigade and ambulance, where a country has one."""


def help_number(region: str) -> str:
    """The number of a country that brings any help. Raises ServiceError where it has none."""
    number = next((number for number, regions in HELP.items() if region in regions.split()), "")
    if not number:
        unknown = "I know no one number for help in {region}; say the number itself."
        raise ServiceError(told(unknown, region=region))
    return number


def checked(number: str, region: str) -> CheckedNumber:
    """The number by the rules of a country, such as "GB", which counts where it names none.

    Raises ServiceError where no digit is left.
    """
    import phonenumbers

    digits = re.sub(r"[^\d+*#]", "", number)
    if not re.search(r"\d", digits):
        raise ServiceError(told("“{number}” isn't a number that can be called.", number=number))
    kind = _special(digits, region)
    if kind == "code":  # dialled as it is: what its signs stand around is no number of its own
        return CheckedNumber(digits, digits, kind)
    try:
        parsed = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return CheckedNumber(digits, digits, kind or "impossible")
    if not phonenumbers.is_valid_number(parsed):
        possible = phonenumbers.is_possible_number(parsed)
        return CheckedNumber(digits, digits, kind or ("unknown" if possible else "impossible"))
    abroad = phonenumbers.region_code_for_number(parsed) != region
    forms = phonenumbers.PhoneNumberFormat
    shown = phonenumbers.format_number(parsed, forms.INTERNATIONAL if abroad else forms.NATIONAL)
    dial = phonenumbers.format_number(parsed, forms.E164)
    return CheckedNumber(dial, shown, kind or _priced(parsed))


def _special(digits: str, region: str) -> NumberKind | None:
    """What short numbers and codes are; None for those that are neither."""
    from phonenumbers import ShortNumberCost, parse, shortnumberinfo
    from phonenumbers.phonenumberutil import NumberParseException

    if digits in EMERGENCY_ANYWHERE or shortnumberinfo.connects_to_emergency_number(digits, region):
        return "emergency"
    if "*" in digits or "#" in digits:
        return "code"
    try:
        short = parse(digits, region)
    except NumberParseException:
        return None
    if not shortnumberinfo.is_valid_short_number_for_region(short, region):
        return None
    cost = shortnumberinfo.expected_cost_for_region(short, region)
    free = cost in (ShortNumberCost.TOLL_FREE, ShortNumberCost.STANDARD_RATE)
    return "ordinary" if free else "premium"


def _priced(parsed: PhoneNumber) -> NumberKind:
    from phonenumbers import PhoneNumberType, number_type

    dear = (PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST)
    return "premium" if number_type(parsed) in dear else "ordinary"
