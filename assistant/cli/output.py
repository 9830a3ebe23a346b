"""What we print: no letter stops it, and nobody else's lines get between ours."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click


def tolerate_odd_letters() -> None:
    """A terminal that can't show a letter shows a question mark instead of stopping us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def warn(message: object) -> None:
    """Say on standard error what doesn't stop us."""
    click.echo(f"assistant: {message}", err=True)


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
