"""A stream that is captioned while it comes."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from assistant.captioning.live import Latency, Step, live
from assistant.errors import StateError
from assistant.events import Listening
from assistant.hearing.resample import blocks_of
from assistant.recognition.longform.live import Update
from assistant.records import SAMPLE_RATE, Block, Word
from assistant.settings import Settings
from tests.captioning.studio import PAUSE_S, SENTENCES, said, settings
from tests.fakes import ScriptedSource
from tests.tiny_model import speak


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings(tmp_path_factory.mktemp("studio"))


@pytest.fixture(scope="module")
def source() -> ScriptedSource:
    pause = np.zeros(round(PAUSE_S * SAMPLE_RATE), np.float32)
    sound = [part for text in SENTENCES for part in (speak(text), pause)]
    blocks = blocks_of([np.concatenate(sound)], SAMPLE_RATE, tail_s=0.0)
    return ScriptedSource([Listening(0.0, "desk"), *blocks])


def test_files_grow_with_the_stream_and_nothing_in_them_changes(
    chosen: Settings, source: ScriptedSource, tmp_path: Path
) -> None:
    grown, segments = [""], {}
    for step in live(chosen, source, Latency(), tmp_path):
        grown.append((tmp_path / "live.vtt").read_text())
        assert grown[-1].startswith(grown[-2])
        listed = re.findall(r"^[^#].*$", (tmp_path / "live.m3u8").read_text(), re.MULTILINE)
        for name in listed:
            content = (tmp_path / name).read_text()
            assert segments.setdefault(name, content) == content
        assert isinstance(step, Step | Listening)
    assert len(set(grown)) > len(SENTENCES)
    shown = [line for line in grown[-1].splitlines()[2:] if line and "-->" not in line]
    assert said(" ".join(shown)) == " ".join(SENTENCES).split()
    assert (tmp_path / "live.m3u8").read_text().endswith("#EXT-X-ENDLIST\n")
    assert segments


def test_a_player_reads_the_segments(
    chosen: Settings, source: ScriptedSource, tmp_path: Path
) -> None:
    import av

    list(live(chosen, source, Latency(), tmp_path))
    texts: list[bytes] = []
    for name in sorted(file.name for file in tmp_path.glob("captions-*.vtt")):
        with av.open(str(tmp_path / name)) as container:
            texts += [bytes(packet) for packet in container.demux() if packet.size]
    words = b" ".join(dict.fromkeys(texts)).decode().split()
    assert said(" ".join(words)) == " ".join(SENTENCES).split()


def test_where_nothing_can_be_written_it_says_so(
    chosen: Settings, source: ScriptedSource, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StateError, match="Can't write"):
        list(live(chosen, source, Latency(), tmp_path / "file"))


def test_latency_counts_from_the_end_of_a_word_in_the_sound() -> None:
    now = [50.0]
    latency = Latency(clock=lambda: now[0])
    latency.came(Block(np.zeros(320, np.float32), 0.98))  # second 1 of the stream comes at 50
    now[0] = 50.15
    latency.read(Update((), (Word("zoo", 0.82, 1.0, 1.0),), 1.1, pause=False))
    now[0] = 50.3
    latency.read(Update((), (Word("so", 0.8, 1.1, 1.0),), 1.2, pause=False))
    now[0] = 50.9
    latency.read(Update((Word("so", 0.78, 1.1, 1.0),), (), 1.8, pause=True))
    assert latency.partial == pytest.approx([0.05])
    assert latency.shown == pytest.approx([0.2])
    assert latency.settled == pytest.approx([0.8])
    assert latency.told()["settled_median_ms"] == 800
    latency.settled.append(1.0)
    assert latency.told()["settled_median_ms"] == 900
    assert latency.told()["settled_95_ms"] == 1000  # of few words none is left out
    assert Latency().told() == {}
