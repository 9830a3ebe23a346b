"""Standard output: no letter stops it, and with --json nothing but our own lines gets there."""

from __future__ import annotations

import io
import os
import sys


def tolerate_odd_letters() -> None:
    """A terminal that can't show a letter shows a question mark instead of stopping us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def keep_pure() -> None:
    """Leave standard output to our own lines.

    What a library or a command that an ability starts writes there goes to standard error.
    """
    out, err = sys.stdout, sys.stderr
    if isinstance(out, io.TextIOWrapper) and isinstance(err, io.TextIOWrapper):
        ours = os.dup(out.fileno())
        os.dup2(err.fileno(), out.fileno())
        sys.stdout = os.fdopen(ours, "w", encoding="utf-8", errors="replace")
