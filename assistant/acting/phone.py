"""Calls: a `tel:` link handed to the desktop, or only written down in a dry run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping

from assistant.errors import ServiceError

HANDOVER_S = 5.0
"""The desktop must take the link within this time."""


class DesktopPhone:
    """A `Phone` that leaves the call to whatever opens `tel:` links on this desktop."""

    def __init__(
        self, region: str, environ: Mapping[str, str] = os.environ, platform: str = sys.platform
    ) -> None:
        self._region, self._environ, self._platform = region, environ, platform

    def call(self, number: str) -> None:
        opener = desktop_opener(self._environ, self._platform)
        command = [opener, f"tel:{dialable(number, self._region)}"]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=HANDOVER_S)
        except subprocess.TimeoutExpired:
            return  # some openers stay until the dialler is closed: the link was taken
        except (OSError, subprocess.CalledProcessError) as error:
            raise ServiceError(
                "The desktop didn't take the call; install a program that opens tel: links."
            ) from error


class DryRunPhone:
    """A `Phone` that calls nobody and remembers whom it would have called."""

    def __init__(self, region: str) -> None:
        self._region = region
        self.called: list[str] = []

    def call(self, number: str) -> None:
        self.called.append(dialable(number, self._region))


def desktop_opener(environ: Mapping[str, str], platform: str) -> str:
    """The program that opens links. Raises ServiceError where there is no desktop."""
    if platform == "darwin":
        return "open"
    opener = shutil.which("xdg-open", path=environ.get("PATH"))
    if opener and (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        return opener
    raise ServiceError("I can't place calls here: there is no desktop that opens tel: links.")


def dialable(number: str, region: str) -> str:
    """Digits to dial: international where the number is valid, else just as it was said.

    Short numbers such as 112 stay what they are. Raises ServiceError where no digit is left.
    """
    import phonenumbers

    digits = re.sub(r"[^\d+*#]", "", number)
    if not re.search(r"\d", digits):
        raise ServiceError(f"{number!r} isn't a number that can be called.")
    try:
        parsed = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_valid_number(parsed):
        return digits
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
