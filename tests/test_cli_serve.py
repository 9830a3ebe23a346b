"""`assistant serve`: the program itself, asked by our own client, by the hub's, and by curl."""

from __future__ import annotations

import json
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import soundfile

from assistant.records import SAMPLE_RATE
from assistant.training.evaluate import edits
from tests.program import ROOT, Home, new_home, run
from tests.tiny_model import make_tiny_model, speak

GUIDE = (ROOT / "docs" / "server.md").read_text("utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return new_home(tmp_path)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return make_tiny_model(tmp_path / "tiny")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    soundfile.write(tmp_path / "said.flac", speak("set a timer"), SAMPLE_RATE)
    return tmp_path / "said.flac"


@contextmanager
def serving(home: Home, *arguments: object) -> Iterator[dict[str, Any]]:
    """What the running server says of itself; ended as a service manager ends it."""
    command = [sys.executable, "-m", "assistant", "serve", "--port", "0", "--json"]
    with subprocess.Popen(
        [*command, *map(str, arguments)],
        cwd=ROOT,
        env=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        first = program.stdout.readline()
        try:
            yield json.loads(first) if first else {"stderr": program.stderr.read()}
        finally:
            program.send_signal(signal.SIGTERM)
            assert program.wait(20) == 0


def test_our_own_client_and_the_hubs_are_answered(home: Home, model: Path, sound: Path) -> None:
    from huggingface_hub import InferenceClient

    with serving(home, "--model", model) as told:
        assert told["models"] == ["tiny"]
        url = f"{told['url']}/models/tiny"
        done = run(home, "transcribe", "--model", url, sound)
        assert (done.stdout, done.stderr, done.returncode) == ("set a timer\n", "", 0)
        heard = InferenceClient(model=url).automatic_speech_recognition(str(sound))
        assert heard.text == "set a timer"
        timed = InferenceClient(model=url).automatic_speech_recognition(
            str(sound), extra_body={"return_timestamps": "word"}
        )
        assert [each.text for each in timed.chunks or ()] == ["set", "a", "timer"]


def test_the_token_of_the_file_is_asked_for(home: Home, model: Path, sound: Path) -> None:
    passwords = Path(home["XDG_CONFIG_HOME"]) / "assistant" / "passwords.toml"
    passwords.parent.mkdir(parents=True, exist_ok=True)
    passwords.write_text('serve = "open sesame"\n')
    passwords.chmod(0o600)
    with serving(home, "--model", model) as told:
        assert told["token"] is True
        refused = run(home, "transcribe", "--model", told["url"], sound)
        assert (refused.returncode, "refuses the token" in refused.stderr) == (1, True)
        trusted = {**home, "ASSISTANT_REMOTE_TOKEN": "open sesame"}
        assert run(trusted, "transcribe", "--model", told["url"], sound).stdout == "set a timer\n"
    passwords.chmod(0o644)
    done = run(home, "serve", "--port", "0", "--model", model)
    assert (done.returncode, "Others may read" in done.stderr) == (2, True)


def test_opening_it_to_the_network_is_said_aloud(home: Home, model: Path) -> None:
    command = [sys.executable, "-m", "assistant", "serve", "--port", "0", "--host", "0.0.0.0"]
    with subprocess.Popen(
        [*command, "--model", str(model)], cwd=ROOT, env=home, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stderr is not None
        warning = program.stderr.readline()
        program.send_signal(signal.SIGTERM)
    assert "is open to the network, for everybody, for there is no token" in warning


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("--host", "203.0.113.9"), 2, "Nothing can be served at 203.0.113.9"),
        (("--model", "no-such-model"), 1, "There is no model"),
        (("--model", "https://example.com/model"), 2, "can't be served from here"),
        (("--at-once", "0"), 2, "--at-once"),
    ],
)
def test_what_cannot_be_served(
    home: Home, arguments: tuple[str, ...], status: int, says: str
) -> None:
    done = run(home, "serve", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr


def test_the_guides_requests_are_answered_as_it_says(home: Home) -> None:
    pairs = re.findall(r"\$ (curl .*)\n(\{.*\})", GUIDE)
    assert len(pairs) >= 3
    with serving(home) as told:
        for command, answer in pairs:
            asked = shlex.split(command.replace("http://127.0.0.1:8765", told["url"]))
            done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
            found, told_of = json.loads(done.stdout), json.loads(answer)
            # The guide may have heard a letter or two with the model before this one.
            assert edits(found.pop("text", ""), told_of.pop("text", "")) <= 3, command
            assert found == told_of, command
