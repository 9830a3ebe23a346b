"""The sentence of the Hugging Face page, with the real model, where a hub can be reached."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.program import new_home, run

SAMPLE = "https://cdn-media.huggingface.co/speech_samples/sample1.flac"
HUB = os.environ.get("HF_ENDPOINT", "https://huggingface.co")
MODEL = "wav2vec2-base-960h"
ANSWER_S = 5.0

TEXT = (
    "GOING ALONG SLUSHY COUNTRY ROADS AND SPEAKING TO DAMP AUDIENCES IN DRAUGHTY SCHOOL ROOMS DAY "
    "AFTER DAY FOR A FORTNIGHT HE'LL HAVE TO PUT IN AN APPEARANCE AT SOME PLACE OF WORSHIP ON "
    "SUNDAY MORNING AND HE CAN COME TO US IMMEDIATELY AFTERWARDS"
)
"""What wav2vec2-base-960h reads in it."""


@pytest.mark.timeout(600)
def test_the_sample_of_the_hub_is_read_as_its_page_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        with urlopen(f"{HUB}/api/models/Xenova/{MODEL}", timeout=ANSWER_S):
            pass
        with urlopen(SAMPLE, timeout=ANSWER_S) as answer:
            (tmp_path / "sample.flac").write_bytes(answer.read())
    except (URLError, OSError):
        with capsys.disabled():
            print("\nnot run: no hub")
        return
    home = {**new_home(tmp_path), "HF_ENDPOINT": HUB}
    pulled = run(home, "models", "pull", MODEL, timeout_s=500)
    assert pulled.returncode == 0, pulled.stderr
    done = run(home, "transcribe", "--model", MODEL, tmp_path / "sample.flac")
    assert done.stdout.strip() == TEXT
