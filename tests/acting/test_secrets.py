"""Whatever is logged, and whatever libraries log, no secret is in it."""

from __future__ import annotations

import base64
import logging
from pathlib import Path

import pytest

from assistant.acting.dav import DavServer
from assistant.acting.home.home_assistant import HomeAssistant
from assistant.acting.home.link import Broker, MqttLink
from assistant.errors import ServiceError
from tests.acting.dav_server import radicale
from tests.acting.loopback import loopback
from tests.house import broker

SECRET = "hunter2-and-no-other"


@pytest.fixture(autouse=True)
def _everything_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)


def test_a_password_of_a_calendar(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with radicale(tmp_path) as url, pytest.raises(ServiceError) as caught:
        DavServer(url, "anna", SECRET).versions()
    hidden(str(caught.value), caplog)


def test_a_token_of_home_assistant(caplog: pytest.LogCaptureFixture) -> None:
    with loopback(b"") as there, pytest.raises(ServiceError) as caught:
        HomeAssistant(there.url, SECRET).tell("close the blinds")
    hidden(str(caught.value), caplog)


def test_a_password_of_a_broker(caplog: pytest.LogCaptureFixture) -> None:
    with broker({"anna": "secret"}) as running:
        link = MqttLink(
            Broker(running.url, "anna", SECRET), lambda *_: None, lambda: None, within_s=3.0
        )
        with pytest.raises(ServiceError, match="refuses the password of anna") as caught:
            link.wait()
    hidden(str(caught.value), caplog)


def hidden(message: str, caplog: pytest.LogCaptureFixture) -> None:
    """The secret, and the form in which it goes over the wire, stand nowhere."""
    written = base64.b64encode(f"anna:{SECRET}".encode()).decode()
    for text in (message, caplog.text):
        assert SECRET not in text
        assert written not in text
