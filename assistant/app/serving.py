"""Recognition as a service: models behind an HTTP server."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant import paths
from assistant.credentials import secret
from assistant.errors import UsageError
from assistant.server.asked import Asked
from assistant.server.http import InferenceServer, Limits, Reader, Served
from assistant.server.refused import RefusedError
from assistant.settings import Settings

LONGEST_S = 600.0
"""Of a recording; longer ones are for `transcribe` and `caption`."""

TOKEN = "serve"
"""The name of the token in the keyring and in passwords.toml."""


def speech_server(
    settings: Settings,
    models: Sequence[str],
    address: tuple[str, int],
    limits: Limits,
    told: Callable[[Served], object],
) -> InferenceServer:
    """A server of these models, loaded and warm; of the settings' own where none are named.

    Raises ModelError for a model that can't be used, ServiceError for a file with the token that
    others may read, and UsageError where the address can't be had.
    """
    readers = {
        _name(each): _reader(settings, each) for each in models or (settings.recognition.model,)
    }
    token = secret(TOKEN, paths.config_folder() / "passwords.toml")
    try:
        return InferenceServer(address, readers, token, limits, told)
    except (OSError, OverflowError) as error:
        host, port = address
        raise UsageError(
            f"Nothing can be served at {host}, port {port}: another program has it, or the address "
            "isn't this machine's; name another --port or --host."
        ) from error


def _name(model: str) -> str:
    """A folder is served under its own name."""
    return (
        model if not Path(model).expanduser().is_dir() else Path(model).expanduser().resolve().name
    )


def _reader(settings: Settings, model: str) -> Reader:
    from assistant.hearing.received import TooLongError, read_bytes
    from assistant.recognition.recognizer import Recognizer

    if model.startswith(("https://", "http://")):
        raise UsageError("A model elsewhere can't be served from here; name one on this device.")
    recognizer = Recognizer.load(model, settings.recognition)

    def read(asked: Asked) -> dict[str, object]:
        try:
            samples = read_bytes(asked.sound, LONGEST_S)
        except TooLongError as error:
            raise RefusedError(413, f"{error} Send it in parts.") from error
        return _answer(recognizer(samples, return_timestamps=asked.times))

    return read


def _answer(found: Mapping[str, Any]) -> dict[str, object]:
    """As the Inference API has it, times in whole milliseconds."""
    if "chunks" not in found:
        return {"text": found["text"]}
    chunks = [
        {"text": each["text"], "timestamp": [round(at_s, 3) for at_s in each["timestamp"]]}
        for each in found["chunks"]
    ]
    return {"text": found["text"], "chunks": chunks}
