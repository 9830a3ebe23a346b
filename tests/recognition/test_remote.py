"""A model elsewhere: the request that it is sent, and everything that can go wrong on the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from assistant.errors import ModelError, UsageError
from assistant.recognition.recognizer import Recognizer
from assistant.recognition.remote import RemoteModel, find_token
from tests.loopback_inference import Answer, LoopbackInference, loopback_inference
from tests.tiny_model import make_tiny_model, speak

LOADING = Answer(503, {"error": "Model is currently loading", "estimated_time": 20.0})
DONE = Answer(200, {"text": "next tuesday"})
SOUND = speak("next tuesday")


@pytest.fixture
def server() -> Iterator[LoopbackInference]:
    with loopback_inference() as server:
        yield server


class Patience:
    """Waits no time, and remembers how long it should have been."""

    def __init__(self) -> None:
        self.waited: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.waited.append(seconds)


def ask(server: LoopbackInference, *answers: Answer, patience: Patience | None = None) -> str:
    server.answers = list(answers)
    model = RemoteModel(server.url, "hf_secret", timeout_s=2.0, wait=patience or Patience())
    return model.transcribe(SOUND).text


def test_the_recording_is_posted_and_the_text_comes_back(
    server: LoopbackInference, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert ask(server, DONE) == "next tuesday"
    (request,) = server.requests
    assert request.headers["Authorization"] == "Bearer hf_secret"
    assert request.headers["Content-Type"] == "audio/flac"
    heard = Recognizer.load(str(make_tiny_model(tmp_path_factory.mktemp("tiny"))))
    assert heard(request.body)["text"] == "next tuesday"


def test_no_token_is_no_header(server: LoopbackInference) -> None:
    server.answers = [DONE]
    RemoteModel(server.url).transcribe(SOUND)
    assert "Authorization" not in server.requests[0].headers


def test_a_model_that_is_being_loaded_is_waited_for(server: LoopbackInference) -> None:
    patience = Patience()
    assert ask(server, LOADING, LOADING, DONE, patience=patience) == "next tuesday"
    assert patience.waited == [20.0, 20.0]
    assert len(server.requests) == 3


def test_patience_ends(server: LoopbackInference) -> None:
    patience = Patience()
    with pytest.raises(ModelError, match="still loading the model after 120 s"):
        ask(server, *[LOADING] * 9, patience=patience)
    assert sum(patience.waited) == 120.0


@pytest.mark.parametrize(
    ("estimate", "waits"), [(0, 1.0), (-5, 1.0), (1e9, 60.0), ("NaN", 1.0), ("Infinity", 60.0)]
)
def test_absurd_estimates(server: LoopbackInference, estimate: object, waits: float) -> None:
    patience = Patience()
    loading = Answer(503, {"estimated_time": estimate})
    ask(server, loading, DONE, patience=patience)
    assert patience.waited == [waits]


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Answer(401), "ASSISTANT_REMOTE_TOKEN"),
        (Answer(403), "HF_TOKEN for Hugging Face"),
        (Answer(404), "knows no such model"),
        (Answer(413), "too long"),
        (Answer(429), "too many requests"),
        (Answer(500), "HTTP status 500"),
        (Answer(503), "or is overloaded"),
        (Answer(503, b"[]"), "or is overloaded"),
        (Answer(302, headers={"Location": "http://127.0.0.1:9/"}), "sends us elsewhere"),
        (Answer(200, b"<html>"), "something else than"),
        (Answer(200, b"[" * 100_000), "something else than"),
        (Answer(200, []), "something else than"),
        (Answer(200, {"text": 1}), "something else than"),
        (Answer(200, {"label": "deu"}), "something else than"),
        (Answer(200, b'{"text": "' + b"a" * 2_000_000 + b'"}'), "something else than"),
        (Answer(200, {"text": "half"}, cut=True), "broke off .the connection broke"),
        (Answer(200, {"text": "late"}, wait_s=2.5), "broke off .no answer came in time"),
    ],
)
def test_what_goes_wrong_is_said(server: LoopbackInference, answer: Answer, says: str) -> None:
    with pytest.raises(ModelError, match=says):
        ask(server, answer)
    assert len(server.requests) == 1


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(ModelError, match="nobody listens there"):
        RemoteModel("http://127.0.0.1:9/models/a").transcribe(SOUND)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://example.com/model", "in the clear"),
        ("https://", "can't be the address"),
        ("https://user:secret@example.com", "can't be the address"),
    ],
)
def test_addresses_that_are_refused(url: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        RemoteModel(url)


def test_the_token_is_shown_nowhere() -> None:
    assert "hf_secret" not in repr(RemoteModel("https://example.com", "hf_secret"))


@pytest.mark.parametrize(
    ("url", "environ", "token"),
    [
        ("https://router.huggingface.co/a", {"HF_TOKEN": "hub"}, "hub"),
        ("https://x.endpoints.huggingface.cloud", {"HF_TOKEN": "hub"}, "hub"),
        ("https://huggingface.co.example.com", {"HF_TOKEN": "hub"}, ""),
        ("https://nothuggingface.co", {"HF_TOKEN": "hub"}, ""),
        ("https://example.com", {"HF_TOKEN": "hub", "ASSISTANT_REMOTE_TOKEN": "own"}, "own"),
        ("https://example.com", {}, ""),
    ],
)
def test_whose_token_is_sent_where(url: str, environ: dict[str, str], token: str) -> None:
    assert find_token(url, environ) == token


def test_the_keyring_has_a_token_for_a_host(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {("assistant", "example.com"): "from the keyring"}
    errors = ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
    keyring = ModuleType("keyring")
    keyring.get_password = lambda *key: kept.get(key)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    assert find_token("https://example.com/model", {}) == "from the keyring"
    assert find_token("https://example.org/model", {}) == ""

    def locked(*_: str) -> str:
        raise errors.KeyringError

    keyring.get_password = locked  # type: ignore[attr-defined]
    assert find_token("https://example.com/model", {}) == ""
