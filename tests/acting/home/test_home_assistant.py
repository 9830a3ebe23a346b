"""Home Assistant's conversation API, by a stand-in that has all its faults."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from assistant import House, paths
from assistant.acting.home.home_assistant import HomeAssistant
from assistant.app import Abilities, assemble
from assistant.errors import ServiceError, SettingsError
from assistant.settings import HomeSettings, Settings
from tests.acting.dav_server import untrusted
from tests.acting.loopback import loopback

DONE: dict[str, Any] = {
    "response": {
        "response_type": "action_done",
        "speech": {"plain": {"speech": "Closed the blinds."}},
    },
    "conversation_id": None,
}


@dataclass
class StandIn:
    """What it answers, and what it was asked."""

    url: str = ""
    status: int = 200
    answer: bytes = json.dumps(DONE).encode()
    asked: list[tuple[str, str, object]] = field(default_factory=list)
    hangs: threading.Event | None = None
    elsewhere: str = ""
    """Where it sends who asks."""


@pytest.fixture
def there() -> Iterator[StandIn]:
    stand_in = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            stand_in.asked.append((self.path, self.headers["Authorization"], body))
            if stand_in.hangs:
                stand_in.hangs.wait(5)
            with suppress(OSError):  # nobody waits any more
                self.send_response(stand_in.status)
                self.send_header("Content-Length", str(len(stand_in.answer)))
                if stand_in.elsewhere:
                    self.send_header("Location", stand_in.elsewhere)
                self.end_headers()
                self.wfile.write(stand_in.answer)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    stand_in.url = f"http://127.0.0.1:{server.server_port}"
    yield stand_in
    server.shutdown()
    server.server_close()


def test_a_sentence_goes_there_and_its_answer_comes_back(there: StandIn) -> None:
    assert HomeAssistant(f"{there.url}/", "secret").tell("close the blinds") == "Closed the blinds."
    body = {"text": "close the blinds", "language": "en"}
    assert there.asked == [("/api/conversation/process", "Bearer secret", body)]


def test_what_did_not_work_is_told_in_its_own_words(there: StandIn) -> None:
    there.answer = there.answer.replace(b"action_done", b"error")
    with pytest.raises(ServiceError, match="Closed the blinds"):
        HomeAssistant(there.url, "secret").tell("close the blinds")


@pytest.mark.parametrize(
    ("status", "answer", "problem"),
    [
        (401, b"", "refuses the token"),
        (500, b"", "can't do it: 500"),
        (200, b'{"response": {"spee', "no answer"),
        (200, b"[]", "no answer"),
        (200, b"[" * 90_000, "no answer"),
        (200, b"<html>", "no answer"),
    ],
)
def test_what_goes_wrong_is_told(there: StandIn, status: int, answer: bytes, problem: str) -> None:
    there.status, there.answer = status, answer
    with pytest.raises(ServiceError, match=problem) as caught:
        HomeAssistant(there.url, "secret").tell("close the blinds")
    assert "secret" not in str(caught.value)


def test_the_token_goes_nowhere_else(there: StandIn) -> None:
    with loopback(b"{}") as other:
        there.status, there.elsewhere = 302, f"{other.url}/steal"
        with pytest.raises(ServiceError, match="sends us elsewhere"):
            HomeAssistant(there.url, "secret").tell("close the blinds")
        assert other.asked == []


def test_nobody_there_and_somebody_slow(there: StandIn) -> None:
    there.hangs = threading.Event()
    for url in ("http://127.0.0.1:9", there.url):
        with pytest.raises(ServiceError, match="doesn't answer"):
            HomeAssistant(url, "secret", within_s=0.2).tell("close the blinds")
    there.hangs.set()


def test_a_certificate_that_nobody_trusts(tmp_path: Path) -> None:
    with untrusted(tmp_path) as url, pytest.raises(ServiceError, match="isn't trusted"):
        HomeAssistant(url, "secret").tell("close the blinds")


def test_without_a_token_nobody_is_asked(there: StandIn) -> None:
    with pytest.raises(ServiceError, match=r"There is no token .* as token@127\.0\.0\.1"):
        HomeAssistant(there.url, "").tell("close the blinds")
    assert there.asked == []


def test_an_address_that_will_not_do() -> None:
    with pytest.raises(SettingsError, match="no address"):
        HomeAssistant("home.example.org", "secret")
    with pytest.raises(SettingsError, match="in the clear"):
        HomeAssistant("http://home.example.org", "secret")
    HomeAssistant("http://home.example.org", "secret", trusted=True)


def test_it_is_what_the_settings_name(
    there: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("config_folder", "data_folder", "cache_folder"):
        monkeypatch.setattr(paths, folder, lambda: tmp_path)
    (tmp_path / "passwords.toml").write_text('"token@127.0.0.1" = "secret"')
    (tmp_path / "passwords.toml").chmod(0o600)
    settings = Settings(home=HomeSettings(home_assistant=there.url))
    house = assemble(settings, Abilities(), aloud=False).desk.services[House]
    assert isinstance(house, HomeAssistant)
    assert house.tell("close the blinds") == "Closed the blinds."
    assert there.asked[0][1] == "Bearer secret"
