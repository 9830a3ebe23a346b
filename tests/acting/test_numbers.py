"""What is dialled, how it is written, and which numbers nobody dials by guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.acting.numbers import HELP, checked, help_number
from assistant.acting.telephone import CheckedNumber
from assistant.errors import ServiceError


@pytest.mark.parametrize(
    ("number", "region", "dialled"),
    [
        ("020 7946 0958", "GB", "+442079460958"),
        ("+49 30 123456", "GB", "+4930123456"),
        ("(212) 555-2368", "US", "+12125552368"),
        ("112", "GB", "112"),
        ("999", "GB", "999"),
        ("*100#", "GB", "*100#"),
        ("12", "XX", "12"),
    ],
)
def test_what_is_dialled(number: str, region: str, dialled: str) -> None:
    assert checked(number, region).dial == dialled


@pytest.mark.parametrize(
    ("number", "region", "shown"),
    [
        ("+442079460958", "GB", "020 7946 0958"),
        ("+442079460958", "DE", "+44 20 7946 0958"),
        ("2125552368", "US", "(212) 555-2368"),
        ("123456", "GB", "123456"),
    ],
)
def test_a_number_is_written_as_people_there_write_it(number: str, region: str, shown: str) -> None:
    assert checked(number, region).shown == shown


@pytest.mark.parametrize(
    ("number", "region", "kind"),
    [
        ("999", "GB", "emergency"),
        ("110", "DE", "emergency"),
        ("911", "GB", "emergency"),
        ("9112", "US", "emergency"),  # a network connects what begins with 911
        ("0909 879 0123", "GB", "premium"),
        ("0871 234 5678", "GB", "premium"),
        ("1 900 234 5678", "US", "premium"),
        ("118118", "GB", "premium"),
        ("*21*0123#", "GB", "code"),
        ("020 7946 0958", "GB", "ordinary"),
        ("0800 1111", "GB", "ordinary"),
        ("123456789", "GB", "unknown"),
        ("07700 900123", "GB", "unknown"),
        ("12", "XX", "impossible"),
        ("+44 17", "GB", "impossible"),
        ("+44 20 7946 0958 123", "GB", "impossible"),
        ("+999 123456", "GB", "impossible"),
    ],
)
def test_what_a_number_is(number: str, region: str, kind: str) -> None:
    found = checked(number, region)
    assert found.kind == kind
    assert found.always_read_back == (kind in ("emergency", "premium", "code", "impossible"))


@pytest.mark.parametrize("code", ["*100#", "*#21#", "**21*02079460958#", "*02079460958"])
def test_a_code_is_dialled_with_its_signs(code: str) -> None:
    assert checked(code, "GB") == CheckedNumber(code, code, "code")


def test_a_number_without_digits() -> None:
    with pytest.raises(ServiceError, match="can be called"):
        checked("anna", "GB")


@given(st.text("0123456789+*# -()", max_size=20), st.sampled_from(["GB", "DE", "US", "XX"]))
def test_whatever_is_dialled_has_the_digits_that_were_said(number: str, region: str) -> None:
    try:
        found = checked(number, region)
    except ServiceError:
        assert not any(map(str.isdigit, number))
        return
    said = [char for char in number if char.isdigit()]
    assert sum(map(str.isdigit, found.dial)) >= len(said) - 4  # a trunk prefix goes
    assert checked(found.dial, region).dial == found.dial


def test_the_number_for_help_is_one_for_emergencies_there() -> None:
    regions = [(number, region) for number, each in HELP.items() for region in each.split()]
    assert len({region for _, region in regions}) == len(regions)
    for number, region in regions:
        assert checked(number, region).kind == "emergency", (number, region)
        assert help_number(region) == number


def test_a_country_without_one_number_for_help() -> None:
    with pytest.raises(ServiceError, match="no one number for help in JP; say the number itself"):
        help_number("JP")
