"""What a request wants: sound to be written down, and which times beside the text.

https://huggingface.co/docs/inference-providers/tasks/automatic-speech-recognition describes both
forms: the sound itself as the body, or JSON with `inputs` (base64) and `parameters`.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from assistant.server.refused import RefusedError

Times = Literal["char", "word"]

_TIMES: Mapping[object, Times | None] = {
    **dict.fromkeys((None, False, "false", ""), None),
    **dict.fromkeys((True, "true", "word"), "word"),
    "char": "char",
}
"""`return_timestamps` as it is written in JSON or in an address."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One recording to be read."""

    sound: bytes
    """A file of any kind."""
    times: Times | None = None
    """What "chunks" are: letters or words; None for no chunks."""


def model_name(path: str) -> str:
    """The model that an address names: /models/NAME, or / for the first one (""). Raises
    RefusedError for another address.
    """
    asked = urlsplit(path).path
    if asked in ("", "/"):
        return ""
    name = asked.removeprefix("/models/").strip("/")
    if not asked.startswith("/models/") or not name:
        raise RefusedError(404, f"There is nothing at {asked}; post sound to /models/NAME.")
    return name


def read_request(path: str, content_type: str, body: bytes) -> Asked:
    """What a POST asks for. Raises RefusedError where it can't be understood."""
    wanted = parse_qs(urlsplit(path).query, keep_blank_values=True).get("return_timestamps")
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        return _read_json(body)
    if kind == "multipart/form-data":
        raise RefusedError(400, "The request is a form; post the recording itself as its body.")
    if not body:
        raise RefusedError(400, "There is no sound in the request; post a recording as its body.")
    return Asked(body, _times(wanted[-1] if wanted else None))


def _read_json(body: bytes) -> Asked:
    try:
        entries = json.loads(body)
        sound = base64.b64decode(entries["inputs"], validate=True)
    except (ValueError, TypeError, KeyError, RecursionError, binascii.Error) as error:
        raise RefusedError(
            400, 'JSON must be {"inputs": sound in base64, "parameters": {…}}.'
        ) from error
    parameters = entries.get("parameters") or {}
    if not sound or not isinstance(parameters, dict):
        raise RefusedError(400, "`inputs` must hold a recording, and `parameters` be an object.")
    return Asked(sound, _times(_asked_for(parameters)))


def _asked_for(parameters: Mapping[str, Any]) -> object:
    return parameters.get("return_timestamps")


def _times(wanted: object) -> Times | None:
    if not isinstance(wanted, str | bool | None) or wanted not in _TIMES:
        raise RefusedError(400, "`return_timestamps` must be true, false, `word` or `char`.")
    return _TIMES[wanted]
