"""One page with the recording, its words to click on, and a search.

A single HTML file beside the recording: no other script, style or server, so that it works from a
disk. The browser is told to run nothing but our own script, whatever was said.
"""

from __future__ import annotations

import hashlib
import mimetypes
import os
from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from urllib.parse import quote

from assistant.captions.formats import PARAGRAPH_S, line_of
from assistant.records import Cue

ENDS = (".", "?", "!", "…")
LONG_S = 20.0
"""A paragraph ends with the first sentence behind so much."""


def page(cues: Sequence[Cue], media: str, title: str, language: str = "en") -> str:
    """The page for captions of `media`, the path of the recording from the page's folder or a URL.

    Any sign may be in the path and in the title.
    """
    parts = files("assistant.captions")
    style, script = (
        parts.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js")
    )
    kind, _ = mimetypes.guess_type(media)
    return (
        parts.joinpath("page.html")
        .read_text(encoding="utf-8")
        .format(
            language=escape(language),
            title=escape(line_of(title)),
            player="audio" if (kind or "").startswith("audio/") else "video",
            source=escape(media if "://" in media else quote(os.fsencode(media))),
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
            text="\n".join(map(_paragraph, _paragraphs(cues))),
        )
    )


def _hash(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _paragraphs(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    """A new one behind a pause, for another speaker, and behind a sentence where it gets long."""
    group: list[Cue] = []
    for cue in cues:
        if group and _parted(group, cue):
            yield group
            group = []
        group.append(cue)
    if group:
        yield group


def _parted(group: Sequence[Cue], cue: Cue) -> bool:
    last = group[-1]
    if cue.speaker != last.speaker or cue.start_s - last.end_s > PARAGRAPH_S:
        return True
    ended = bool(last.lines) and last.lines[-1].endswith(ENDS)
    return ended and last.end_s - group[0].start_s > LONG_S


def _paragraph(cues: Sequence[Cue]) -> str:
    start_s, speaker = cues[0].start_s, line_of(cues[0].speaker)
    time = f'<a href="#" data-start="{start_s:.3f}">{_clock(start_s)}</a>'
    name = f"<b>{escape(speaker)}</b>" if speaker else ""
    return f"<p>{time}{name}{' '.join(map(_cue, cues))}</p>"


def _cue(cue: Cue) -> str:
    words = " ".join(
        f'<span class="word" data-start="{word.start_s:.3f}">{escape(line_of(word.text))}</span>'
        for word in cue.words
    )
    lines = escape("\n".join(map(line_of, cue.lines)))
    times = f'data-start="{cue.start_s:.3f}" data-end="{cue.end_s:.3f}"'
    return f'<span class="cue" {times} data-lines="{lines}">{words}</span>'


def _clock(seconds: float) -> str:
    minutes, whole = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{whole:02}" if hours else f"{minutes}:{whole:02}"
