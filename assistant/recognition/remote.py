"""A model elsewhere, asked over HTTP as Hugging Face's Inference API is asked.

The recording is posted as FLAC; {"text": …} comes back. Nothing here falls back to a local model:
what goes wrong is said.
"""

from __future__ import annotations

import io
import json
import os
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urlsplit

from assistant import web
from assistant.credentials import from_keyring
from assistant.errors import ModelError, UsageError
from assistant.network import in_the_clear, is_here
from assistant.records import SAMPLE_RATE, Floats, Transcript

TOKEN_VARIABLE = "ASSISTANT_REMOTE_TOKEN"
HUB_VARIABLE = "HF_TOKEN"
"""Sent to Hugging Face alone."""

_HUB_HOSTS = ("huggingface.co", "endpoints.huggingface.cloud")

LARGEST_ANSWER = 1_000_000
"""Bytes; no transcript is longer."""


@dataclass(frozen=True, slots=True)
class RemoteModel:
    """A Reader on another machine."""

    url: str
    token: str = field(default="", repr=False)
    timeout_s: float = 30.0
    """Of one request without any answer."""
    patience_s: float = 120.0
    """For a model that is still being loaded there."""
    wait: Callable[[float], object] = time.sleep
    """Waits so many seconds."""

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if not parts.hostname or parts.username or parts.password:
            raise UsageError(
                f"{self.url!r} can't be the address of a model: write https://host/path, and put "
                f"the token into {TOKEN_VARIABLE}."
            )
        if in_the_clear(self.url):
            raise UsageError(
                f"{self.host} would be sent your voice and your token in the clear; use https://."
            )

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def leaves_device(self) -> bool:
        """Whether sound goes to another machine."""
        return not is_here(self.url)

    @property
    def reads_ahead(self) -> bool:
        """Only what is finished is sent."""
        return False

    def read(self, samples: Floats) -> tuple[Transcript, None]:
        """What was said, without emissions. Raises as `transcribe` does."""
        return self.transcribe(samples), None

    def transcribe(self, samples: Floats) -> Transcript:
        """What was said in samples of shape (samples,) at SAMPLE_RATE.

        Raises ModelError when the model can't be reached, refuses, or answers nonsense.
        """
        sound, waited_s = _flac(samples), 0.0
        while True:
            try:
                return Transcript(_text(self.host, self._post(sound)))
            except urllib.error.HTTPError as error:
                with error:
                    delay_s = _still_loading_s(error)
                    if delay_s is None or waited_s + delay_s > self.patience_s:
                        raise _refusal(self.host, error.code, waited_s) from error
                waited_s += delay_s
                self.wait(delay_s)

    def _post(self, sound: bytes) -> bytes:
        request = urllib.request.Request(self.url, sound, {"Content-Type": "audio/flac"})
        if self.token:
            request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        try:
            with web.ask(request, self.timeout_s) as answer:
                content: bytes = answer.read(LARGEST_ANSWER + 1)
                if answer.length and len(content) <= LARGEST_ANSWER:
                    raise ConnectionError("half an answer came")
                return content
        except urllib.error.HTTPError:
            raise
        except (OSError, HTTPException) as error:
            raise ModelError(
                f"{self.host} can't be reached, or broke off ({_reason(error)}): "
                "check the network and the address, or choose a model on this device."
            ) from error


def _reason(error: OSError | HTTPException) -> str:
    """What went wrong on the way, in a person's words."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    match cause:
        case socket.gaierror():
            return "nobody knows that name"
        case TimeoutError():
            return "no answer came in time"
        case ssl.SSLError():
            return "its certificate can't be trusted"
        case ConnectionRefusedError():
            return "nobody listens there"
    return "the connection broke"


def find_token(url: str, environ: Mapping[str, str] = os.environ) -> str:
    """The token for an address: from the environment, else from the system's keyring.

    In the keyring it is kept under the service "assistant" and the host's name. Empty for none.
    """
    host = urlsplit(url).hostname or ""
    if environ.get(TOKEN_VARIABLE):
        return environ[TOKEN_VARIABLE]
    if environ.get(HUB_VARIABLE) and any(
        host == hub or host.endswith(f".{hub}") for hub in _HUB_HOSTS
    ):
        return environ[HUB_VARIABLE]
    return from_keyring(host)


def _flac(samples: Floats) -> bytes:
    import soundfile

    file = io.BytesIO()
    soundfile.write(file, samples, SAMPLE_RATE, format="FLAC", subtype="PCM_16")
    return file.getvalue()


def _still_loading_s(error: urllib.error.HTTPError) -> float | None:
    """Seconds until the model is loaded, as a 503 estimates them; None for anything else."""
    if error.code != 503:
        return None
    try:
        estimated = json.loads(error.read(LARGEST_ANSWER))["estimated_time"]
        return min(60.0, max(1.0, float(estimated)))  # so that no number is 1
    except (ValueError, TypeError, KeyError):
        return None


def _text(host: str, content: bytes) -> str:
    try:
        answer = json.loads(content[:LARGEST_ANSWER])
        text = answer["text"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _nonsense(host) from error
    if not isinstance(text, str):
        raise _nonsense(host)
    return text.strip()


def _nonsense(host: str) -> ModelError:
    return ModelError(
        f'{host} answers something else than {{"text": …}}: check that the address is that of a '
        "model for speech recognition."
    )


def _refusal(host: str, status: int, waited_s: float) -> ModelError:
    if status in (401, 403):
        return ModelError(
            f"{host} refuses the token, or wants one: set {TOKEN_VARIABLE} "
            f"({HUB_VARIABLE} for Hugging Face)."
        )
    said = {
        404: "knows no such model: check the address",
        413: "finds the recording too long: send a shorter one",
        429: "has had too many requests: wait some minutes",
        503: f"was still loading the model after {waited_s:.0f} s, or is overloaded: try again",
    }
    if 300 <= status < 400:
        return ModelError(f"{host} sends us elsewhere, which isn't followed: name that address.")
    return ModelError(
        f"{host} {said.get(status, f'answers with HTTP status {status}: try again later')}, "
        "or choose a model on this device."
    )
