"""The example of the page about captions."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from tests.program import ROOT

WORDS = """\
{"text": "Good", "start_s": 0.5, "end_s": 0.9, "confidence": 0.98}
{"text": "morning.", "start_s": 1.0, "end_s": 1.6, "confidence": 0.97}
"""


def test_the_example_makes_a_caption_file_and_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = (ROOT / "docs" / "captions.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("words.jsonl").write_text(WORDS)
    Path("example.py").write_text(example)
    runpy.run_path("example.py")
    assert Path("talk.srt").read_text() == ("1\n00:00:00,500 --> 00:00:01,600\nGood morning.\n\n")
    assert 'src="talk.wav"' in Path("talk.html").read_text()
