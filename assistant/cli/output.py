"""What we print: no letter stops or steers it, and nobody else's lines get between ours."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from pathlib import Path

import click

TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Classes of the invisible letters after which others are shown in another order than they have:
a number that is asked about would look like another one."""


def tolerate_odd_letters() -> None:
    """A terminal that can't show a letter shows a question mark instead of stopping us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def visible(text: str) -> str:
    """The text without the characters that would steer the terminal or turn letters around; as long
    as before."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    turning = unicodedata.bidirectional(char) in TURNING
    return turning or (unicodedata.category(char) == "Cc" and char != "\n")


def warn(message: object) -> None:
    """Say on standard error what went wrong, or is odd."""
    click.echo(f"assistant: {visible(str(message))}", err=True)


def keep_pure() -> None:
    """Leave standard output to our own lines.

    What a library or a command that an ability starts writes there goes to standard error.
    """
    out, err = sys.stdout, sys.stderr
    if isinstance(out, io.TextIOWrapper) and isinstance(err, io.TextIOWrapper):
        ours = os.dup(out.fileno())
        os.dup2(err.fileno(), out.fileno())
        sys.stdout = os.fdopen(ours, "w", encoding="utf-8", errors="replace")


def hush_libraries() -> None:
    """Leave standard error to our own lines.

    ALSA and PortAudio write to its file descriptor about every underrun and pulled plug, which we
    report ourselves, and from threads of their own at any time; what they say is thrown away.
    """
    err = sys.stderr
    if isinstance(err, io.TextIOWrapper):
        ours = os.dup(err.fileno())
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), err.fileno())
        sys.stderr = os.fdopen(ours, "w", buffering=1, encoding=err.encoding, errors="replace")
