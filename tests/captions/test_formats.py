"""Caption files, read back by other people's programs."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from html import unescape
from pathlib import Path

import pysubs2
import pytest
import ttconv.imsc.reader
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from assistant.captions.formats import FORMATS, WEBVTT_HEADER, WORD_JOINER, webvtt_cue, write
from assistant.errors import UsageError
from assistant.records import Cue, Word

CUES = [
    Cue(0.5, 2.0004, ("What time is it?",), "Ann", (Word("What", 0.5, 0.7, 0.91),)),
    Cue(2.04, 3661.5, ("Half past", "seven & a bit."), "Ben"),
    Cue(400_000.0, 400_001.0, ("Bye.",), ""),
]

HOSTILE = [
    "00:00:01.000 --> 00:00:02.000",
    "00:00:01,000 --> 00:00:02,000",
    "<b>bold</b> <00:00:01.000> </v>",
    "{\\an8} {b} &amp; &lt;",
    "NOTE nothing",
    "STYLE",
    "WEBVTT",
    "42",
    "]]> <!-- <?xml",
    "{0} {metadata} %s \\N",
    "a\x00b\x1bc\ud800d",
    "one\n\ntwo\r\n\r\nthree\u2028four\x85five",
]

lines = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=30), min_size=1, max_size=2)


@st.composite
def captions(draw: st.DrawFn) -> list[Cue]:
    cues, at_s = [], 0.0
    for texts in draw(st.lists(lines, max_size=4)):
        length_s = draw(st.floats(0.1, 7))
        cues.append(Cue(at_s, at_s + length_s, tuple(texts), draw(st.sampled_from(["", *HOSTILE]))))
        at_s += length_s + 0.1
    return cues


def shown(cue: Cue) -> list[str]:
    """The lines without what no file can hold, as words with single spaces."""
    unshowable = r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    clean = (" ".join(re.sub(unshowable, "", line).split()) for line in cue.lines)
    return [line for line in clean if line]


def visible(cues: list[Cue]) -> list[Cue]:
    return [cue for cue in cues if shown(cue)]


def test_subrip_is_as_players_want_it() -> None:
    assert write(CUES, "srt") == (
        "1\n00:00:00,500 --> 00:00:02,000\nWhat time is it?\n\n"
        "2\n00:00:02,040 --> 01:01:01,500\nHalf past\nseven & a bit.\n\n"
        "3\n111:06:40,000 --> 111:06:41,000\nBye.\n\n"
    )


def test_webvtt_is_as_browsers_want_it() -> None:
    assert write(CUES, "vtt") == (
        "WEBVTT\n\n"
        "00:00:00.500 --> 00:00:02.000\n<v Ann>What time is it?\n\n"
        "00:00:02.040 --> 01:01:01.500\n<v Ben>Half past\nseven &amp; a bit.\n\n"
        "111:06:40.000 --> 111:06:41.000\nBye.\n\n"
    )


def test_a_webvtt_file_grows_by_captions() -> None:
    assert WEBVTT_HEADER + "".join(map(webvtt_cue, CUES)) == write(CUES, "vtt")


def test_text_has_paragraphs_for_pauses_and_speakers() -> None:
    cues = [
        Cue(0, 1, ("One", "two."), "Ann"),
        Cue(1.5, 2, ("Three.",), "Ann"),
        Cue(9, 10, ("Four.",), "Ann"),
        Cue(10, 11, ("Five.",), "Ben"),
    ]
    assert write(cues, "txt") == "Ann: One two. Three.\n\nFour.\n\nBen: Five.\n"


def test_json_has_the_words() -> None:
    (first, *_) = json.loads(write(CUES, "json"))["cues"]
    assert first == {
        "start_s": 0.5,
        "end_s": 2.0,
        "lines": ["What time is it?"],
        "speaker": "Ann",
        "words": [{"text": "What", "start_s": 0.5, "end_s": 0.7, "confidence": 0.91}],
    }


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_said_is_a_file_too(name: str) -> None:
    assert isinstance(write([], name), str)


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UsageError, match="'ass'; there are srt, vtt, json, txt, ttml"):
        write([], "ass")


@given(cues=captions())
def test_an_independent_reader_finds_the_same_captions_in_webvtt(cues: list[Cue]) -> None:
    read = list(webvtt.from_buffer(io.StringIO(write(cues, "vtt"))))
    assert [unescape(caption.text).split("\n") for caption in read] == list(
        map(shown, visible(cues))
    )
    for caption, cue in zip(read, visible(cues), strict=True):
        assert caption.start_in_seconds == int(cue.start_s + 0.0005)


@given(cues=captions())
def test_an_independent_reader_finds_the_same_captions_in_subrip(cues: list[Cue]) -> None:
    read = list(pysubs2.SSAFile.from_string(write(cues, "srt"), format_="srt"))
    assert [narrow(event.plaintext) for event in read] == [
        narrow("\n".join(shown(cue))) for cue in visible(cues)
    ]
    for event, cue in zip(read, visible(cues), strict=True):
        assert (event.start, event.end) == (round(cue.start_s * 1000), round(cue.end_s * 1000))


def narrow(text: str) -> str:
    """Without what SubRip needs to show text as it stands."""
    return text.replace(WORD_JOINER, "").translate(str.maketrans("｛｝", "{}"))


@given(cues=captions())
def test_an_xml_reader_finds_the_same_captions_in_ttml(cues: list[Cue]) -> None:
    root = ElementTree.fromstring(write(cues, "ttml"))
    paragraphs = root.findall(".//{http://www.w3.org/ns/ttml}p")
    assert [list(each.itertext()) for each in paragraphs] == list(map(shown, visible(cues)))


def test_an_independent_reader_takes_ttml() -> None:
    tree = ElementTree.ElementTree(ElementTree.fromstring(write(CUES, "ttml")))
    document = ttconv.imsc.reader.to_model(tree)
    assert document is not None
    body = document.get_body()
    assert body is not None
    (division,) = body
    times = [(float(each.get_begin() or 0), float(each.get_end() or 0)) for each in division]
    assert times == [(0.5, 2.0), (2.04, 3661.5), (400_000.0, 400_001.0)]


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_ffmpeg_finds_the_same_times(name: str, tmp_path: Path) -> None:
    assert shutil.which("ffprobe"), "scripts/test installs ffmpeg"
    file = tmp_path / f"captions.{name}"
    file.write_text(write(CUES, name), encoding="utf-8")
    command = "ffprobe -v error -of json -show_entries packet=pts_time,duration_time"
    done = subprocess.run([*command.split(), file], check=True, capture_output=True, text=True)
    packets = json.loads(done.stdout)["packets"]
    times = [(float(each["pts_time"]), float(each["duration_time"])) for each in packets]
    wanted = [(cue.start_s, cue.end_s - cue.start_s) for cue in CUES]
    assert times == [pytest.approx(each, abs=0.001) for each in wanted]
