"""The log: what was said stands in it only where somebody asked for that, and for nobody else."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli.logs import logged, start_log
from assistant.cli.turns import turns
from assistant.settings import PrivacySettings
from tests.fakes import ScriptedSource, silent_blocks
from tests.pipeline.bench import Bench


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a log that was started."""
    file = tmp_path / "log" / "assistant.log"
    monkeypatch.setattr("assistant.cli.logs.log_file", lambda: file)
    monkeypatch.setattr(logging, "raiseExceptions", True)
    ours = logging.getLogger("assistant")
    monkeypatch.setattr(ours, "handlers", [])
    monkeypatch.setattr(ours, "propagate", True)
    level = ours.level
    start_log()
    yield file
    ours.setLevel(level)
    for handler in ours.handlers:
        handler.close()


def hear_a_timer(privacy: PrivacySettings) -> None:
    events = Bench(["timer"]).listen(ScriptedSource(silent_blocks(10)))
    assert list(logged(turns(events), privacy))


def test_what_was_said_is_written_down_nowhere(log: Path) -> None:
    hear_a_timer(PrivacySettings())
    assert not log.exists()


def test_who_wants_transcripts_finds_them_and_nobody_else_does(log: Path) -> None:
    hear_a_timer(PrivacySettings(log_transcripts=True))
    assert '"transcript": "timer"' in log.read_text("utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
