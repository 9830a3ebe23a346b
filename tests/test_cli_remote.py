"""A model on another machine, from the command line: loud, and never fallen back from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loopback_inference import Answer, LoopbackInference, loopback_inference
from tests.program import ROOT, Home, new_home, run, turns

EXAMPLE = ROOT / "examples" / "02-question.wav"


@pytest.fixture
def server() -> Iterator[LoopbackInference]:
    with loopback_inference() as server:
        server.answers = [Answer(200, {"text": "What is 12 percent of 50?"})]
        yield server


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return {**new_home(tmp_path), "ASSISTANT_REMOTE_TOKEN": "secret"}


def test_a_recording_is_written_down_elsewhere(home: Home, server: LoopbackInference) -> None:
    done = run(home, "transcribe", "--model", server.url, EXAMPLE)
    assert (done.stdout, done.stderr) == ("What is 12 percent of 50?\n", "")
    assert server.requests[0].headers["Authorization"] == "Bearer secret"


def test_leaving_the_device_is_said_and_who_cannot_be_reached(home: Home) -> None:
    done = run(home, "transcribe", "--model", "https://nobody.invalid/model", EXAMPLE)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "assistant: what you say leaves this device: it is sent to nobody.invalid.",
        "assistant: nobody.invalid can't be reached, or broke off (nobody knows that name): check "
        "the network and the address, or choose a model on this device.",
    ]


def test_a_command_heard_elsewhere_is_done_here(home: Home, server: LoopbackInference) -> None:
    done = run(home, "hear", "--json", "--dry-run", "--model", server.url, EXAMPLE)
    (turn,) = turns(done)
    assert (turn["intent"], turn["decision"]) == ("calculate.percentage", "execute")
    assert "leaves this device" not in done.stderr
    assert len(server.requests) == 1  # no pause and no silence was sent


def test_an_error_there_is_an_error_here(home: Home, server: LoopbackInference) -> None:
    server.answers = [Answer(500)]
    done = run(home, "transcribe", "--model", server.url, EXAMPLE)
    assert (done.returncode, done.stdout) == (1, "")
    assert "HTTP status 500" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("align", EXAMPLE, ROOT / "README.md"), "text alone"),
        (("caption", EXAMPLE), "text alone"),
        (("caption", "--live"), "text alone"),
        (("evaluate", ROOT / "README.md"), "text alone"),
        (("transcribe", "--hotword", "anna", EXAMPLE), "decides about words by itself"),
        (("transcribe", "--json", "--alternatives", "2", EXAMPLE), "one text"),
    ],
)
def test_what_needs_emissions_is_misuse(
    home: Home, server: LoopbackInference, arguments: tuple[object, ...], says: str
) -> None:
    command, *rest = arguments
    done = run(home, command, "--model", server.url, *rest)
    assert (done.returncode, server.requests) == (2, [])
    assert says in done.stderr


def test_the_voice_is_never_sent_in_the_clear(home: Home) -> None:
    done = run(home, "transcribe", "--model", "http://example.com/model", EXAMPLE)
    assert (done.returncode, "in the clear" in done.stderr) == (2, True)
