"""Home Assistant, which understands sentences about the house itself: its conversation API.

https://developers.home-assistant.io/docs/intent_conversation_api describes request and answer.
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from assistant import web
from assistant.errors import ServiceError, SettingsError
from assistant.network import in_the_clear
from assistant.phrasebook import told
from assistant.tongue import tongue

NO_TOKEN = (
    "There is no token for Home Assistant; make one in your profile there, and put it into the "
    "keyring, or into passwords.toml beside the settings, as {name}."
)
ELSEWHERE = "Home Assistant sends us elsewhere; put that address into home.home_assistant."

ANSWERS_WITHIN_S = 8.0
"""A handler has ten seconds in all."""
LARGEST_ANSWER = 100_000
"""Bytes; nobody would listen to more."""


class HomeAssistant:
    """A `House` at an address."""

    def __init__(
        self, url: str, token: str, trusted: bool = False, within_s: float = ANSWERS_WITHIN_S
    ) -> None:
        """`token` is a long-lived access token; `trusted` lets it go out in the clear.

        Raises SettingsError for an address that won't do.
        """
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise SettingsError(f"{url!r} is no address of Home Assistant; write https://host.")
        if in_the_clear(url) and not trusted:
            raise SettingsError(
                f"{url} would be sent your token in the clear; use https://, or set "
                "home.trusted_network if nobody else listens there."
            )
        self._url, self._token, self._within_s = url.rstrip("/"), token, within_s

    def tell(self, request: str) -> str:
        if not self._token:
            host = urlsplit(self._url).hostname
            raise ServiceError(told(NO_TOKEN, name=f"token@{host}"))
        body = {"text": request, "language": tongue().language}
        asked = urllib.request.Request(
            f"{self._url}/api/conversation/process",
            json.dumps(body).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"},
        )
        try:
            with web.ask(asked, self._within_s) as answer:
                return _speech(answer.read(LARGEST_ANSWER))
        except urllib.error.HTTPError as error:
            if error.code in (401, 403):
                refused = "Home Assistant refuses the token; make another one."
                raise ServiceError(told(refused)) from error
            if 300 <= error.code < 400:
                raise ServiceError(told(ELSEWHERE)) from error
            unable = told("Home Assistant can't do it: {status}.", status=error.code)
            raise ServiceError(unable) from error
        except (OSError, http.client.HTTPException) as error:
            if web.is_distrusted(error):
                raise ServiceError(web.distrusted(self._url)) from error
            silent = told("Home Assistant at {url} doesn't answer.", url=self._url)
            raise ServiceError(silent) from error


def _speech(answer: bytes) -> str:
    """What it says. Raises ServiceError where that is no answer, or that it didn't work."""
    try:
        response: Any = json.loads(answer)["response"]
        said = str(response["speech"]["plain"]["speech"]).strip()
        failed = response["response_type"] == "error"
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        nonsense = "Home Assistant answers something that is no answer."
        raise ServiceError(told(nonsense)) from error
    if failed:
        raise ServiceError(said or told("Home Assistant didn't understand that."))
    return said or told("Done.")
