"""Captions as files: SubRip, WebVTT, TTML, JSON and plain text.

Whatever a caption says is shown as it stands: it is never taken for markup, nor for the beginning
of another caption.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from html import escape

from assistant.errors import UsageError
from assistant.records import Cue

PARAGRAPH_S = 2.0
"""In plain text a longer pause begins a paragraph."""

WORD_JOINER = "\u2060"
"""Has no width and parts no words: it makes markup into text where a format can't escape it."""

SUBRIP_MARKUP = re.compile(r"[<\\]|--(?=>)|:(?=\d+[.,]\d)|^(?=\d+$)", re.MULTILINE)
"""Where readers of SubRip, which has no rules, see a tag, a line break, an arrow, a time or the
number of the next caption."""

WIDE_BRACES = str.maketrans("{}", "｛｝")
"""They hide whatever stands between braces, and nothing stops them."""

UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Letters that no text file may have: XML forbids them, UTF-8 can't say some of them."""

WEBVTT_HEADER = "WEBVTT\n\n"


def write(cues: Sequence[Cue], name: str) -> str:
    """The text of a caption file in one of FORMATS. Raises UsageError for another."""
    if name not in FORMATS:
        raise UsageError(f"No caption format {name!r}; there are {', '.join(FORMATS)}.")
    return FORMATS[name]([cue for cue in cues if _lines(cue)])


def webvtt_cue(cue: Cue) -> str:
    """One caption of a WebVTT file with the empty line behind it, to be added to a growing one."""
    times = f"{_clock(cue.start_s, '.')} --> {_clock(cue.end_s, '.')}"
    text = escape("\n".join(_lines(cue)), quote=False)
    if cue.speaker:
        text = f"<v {escape(line_of(cue.speaker), quote=False)}>{text}"
    return f"{times}\n{text}\n\n"


def _webvtt(cues: Sequence[Cue]) -> str:
    return WEBVTT_HEADER + "".join(webvtt_cue(cue) for cue in cues)


def _subrip(cues: Sequence[Cue]) -> str:
    """SubRip escapes nothing: a word joiner breaks what would be more than text."""
    blocks = []
    for number, cue in enumerate(cues, 1):
        times = f"{_clock(cue.start_s, ',')} --> {_clock(cue.end_s, ',')}"
        text = SUBRIP_MARKUP.sub(rf"\g<0>{WORD_JOINER}", "\n".join(_lines(cue)))
        text = text.translate(WIDE_BRACES)
        blocks.append(f"{number}\n{times}\n{text}\n\n")
    return "".join(blocks)


def _ttml(cues: Sequence[Cue]) -> str:
    """TTML 1, in the middle at the bottom; who speaks is an agent of the metadata."""
    names = sorted({line_of(cue.speaker) for cue in cues if cue.speaker})
    agents = {name: f"speaker{place}" for place, name in enumerate(names, 1)}
    head = "".join(
        f'      <ttm:agent xml:id="{agent}" type="person">'
        f'<ttm:name type="full">{escape(name)}</ttm:name></ttm:agent>\n'
        for name, agent in agents.items()
    )
    body = "".join(
        f'      <p begin="{_clock(cue.start_s, ".")}" end="{_clock(cue.end_s, ".")}"'
        + (f' ttm:agent="{agents[line_of(cue.speaker)]}"' if cue.speaker else "")
        + f">{'<br/>'.join(map(escape, _lines(cue)))}</p>\n"
        for cue in cues
    )
    return _TTML.format(metadata=head, captions=body)


_TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" \
xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="">
  <head>
    <metadata>
{metadata}    </metadata>
    <layout>
      <region xml:id="bottom" tts:origin="10% 80%" tts:extent="80% 15%" \
tts:displayAlign="after" tts:textAlign="center"/>
    </layout>
  </head>
  <body region="bottom">
    <div>
{captions}    </div>
  </body>
</tt>
"""


def _json(cues: Sequence[Cue]) -> str:
    """With the words; times in seconds, confidences from 0 to 1."""
    fields = [
        {
            "start_s": round(cue.start_s, 3),
            "end_s": round(cue.end_s, 3),
            "lines": _lines(cue),
            "speaker": line_of(cue.speaker),
            "words": [
                {
                    "text": line_of(word.text),
                    "start_s": round(word.start_s, 3),
                    "end_s": round(word.end_s, 3),
                    "confidence": round(word.confidence, 3),
                }
                for word in cue.words
            ],
        }
        for cue in cues
    ]
    return json.dumps({"cues": fields}, ensure_ascii=False, indent=1) + "\n"


def _text(cues: Sequence[Cue]) -> str:
    """What was said, without times; a new paragraph behind a pause and for another speaker."""
    paragraphs: list[str] = []
    last: Cue | None = None
    for cue in cues:
        said = " ".join(_lines(cue))
        turn = last is None or cue.speaker != last.speaker
        if last is not None and not turn and cue.start_s - last.end_s <= PARAGRAPH_S:
            paragraphs[-1] += f" {said}"
        else:
            named = turn and cue.speaker
            paragraphs.append(f"{line_of(cue.speaker)}: {said}" if named else said)
        last = cue
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs).removesuffix("\n")


FORMATS: Mapping[str, Callable[[Sequence[Cue]], str]] = {
    "srt": _subrip,
    "vtt": _webvtt,
    "json": _json,
    "txt": _text,
    "ttml": _ttml,
}


def _lines(cue: Cue) -> list[str]:
    """Without empty lines, which would end a caption in the middle."""
    return [line for line in map(line_of, cue.lines) if line]


def line_of(text: str) -> str:
    """Text on one line, without what no file can hold."""
    return " ".join(UNSHOWABLE.sub("", text).split())


def _clock(seconds: float, point: str) -> str:
    """Hours, minutes, seconds and thousandths; more than 99 hours have three digits."""
    thousandths = max(0, round(seconds * 1000))
    minutes, thousandths = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    whole, thousandths = divmod(thousandths, 1000)
    return f"{hours:02}:{minutes:02}:{whole:02}{point}{thousandths:03}"
