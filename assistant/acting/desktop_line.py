"""Calls by a `tel:` link, handed to whatever opens those on this desktop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from assistant.acting.phone import LineEvent
from assistant.errors import ServiceError
from assistant.phrasebook import told

HANDOVER_S = 5.0
"""The desktop must take the link within this time."""


class DesktopLine:
    """A `Line` that leaves the call to the desktop, and then knows no more of it."""

    def __init__(
        self, environ: Mapping[str, str] = os.environ, platform: str = sys.platform
    ) -> None:
        self._environ, self._platform = environ, platform

    def dial(self, number: str) -> None:
        command = [desktop_opener(self._environ, self._platform), f"tel:{quote(number, safe='+*')}"]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=HANDOVER_S)
        except subprocess.TimeoutExpired:
            return  # some openers stay until the dialler is closed: the link was taken
        except (OSError, subprocess.CalledProcessError) as error:
            refused = "The desktop didn't take the call; install a program that opens tel: links."
            raise ServiceError(told(refused)) from error

    def hang_up(self) -> bool:
        raise ServiceError(told("The call is in another program; hang up there."))

    def rings(self) -> bool:
        return True  # nobody can tell here

    def answer(self) -> bool:
        raise ServiceError(told("Calls come in another program; answer there."))

    def decline(self) -> bool:
        raise ServiceError(told("Calls come in another program; decline there."))

    def events(self) -> Sequence[LineEvent]:
        return ()


def desktop_opener(environ: Mapping[str, str], platform: str) -> str:
    """The program that opens links. Raises ServiceError where there is no desktop."""
    if platform == "darwin":
        return "open"
    opener = shutil.which("xdg-open", path=environ.get("PATH"))
    if opener and (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        return opener
    raise ServiceError(told("There is no desktop here that opens tel: links; set phone.line."))
