"""Bars for recordings that are being captioned: how far, how fast, and how long still."""

from __future__ import annotations

import time
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from assistant.app.sound import media_seconds
from assistant.cli.output import visible

if TYPE_CHECKING:
    from assistant.captioning.captioner import Captioned, Job

LONGEST_NAME = 30
"""Letters of a name that are shown."""


class Bars:
    """One for each recording under way, and one for all; nothing where nobody looks."""

    def __init__(self, count: int, console: Console | None = None) -> None:
        """For so many recordings, on standard error unless it is said."""
        self._console = console or Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[speed]}"),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._tasks: dict[Job, tuple[TaskID, float]] = {}
        self._all = self._progress.add_task("all", total=count, speed="") if count > 1 else None

    def __enter__(self) -> Bars:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def tell(self, job: Job, seconds: float) -> None:
        """So many seconds of it are read."""
        if self._progress.disable:
            return
        if job not in self._tasks:
            name = visible(PurePosixPath(job.source).name.replace("\n", " "))[:LONGEST_NAME]
            total_s = media_seconds(job.source) or None
            task = self._progress.add_task(name, total=total_s, speed="")
            self._tasks[job] = task, time.monotonic()
        task, began_s = self._tasks[job]
        speed = seconds / max(time.monotonic() - began_s, 0.1)
        self._progress.update(task, completed=seconds, speed=f"{speed:.0f}×")

    def end(self, done: Captioned) -> None:
        """It is done, or given up."""
        if done.job in self._tasks:
            self._progress.remove_task(self._tasks.pop(done.job)[0])
        if self._all is not None:
            self._progress.advance(self._all)

    def say(self, line: str, err: bool = False) -> None:
        """Print a line without hurting the bars."""
        text = visible(line.replace("\n", " "))
        if err and not self._progress.disable:
            self._console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(text, err=err)
