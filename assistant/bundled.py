"""Where the files that come with the program lie: abilities, models, and recordings to
try them on."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from assistant.errors import AssistantError

PACKAGE = Path(__file__).parent


def bundled(kind: Literal["intents", "models", "examples"]) -> Path:
    """The folder: inside the installed package, or beside it in a checkout.

    Raises AssistantError when neither exists.
    """
    for folder in (PACKAGE / kind, PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise AssistantError(f"The bundled folder {kind!r} is missing; install the program again.")
