"""Many recordings at once: on all cores of this machine, or on a Dask cluster (extra `cluster`).

Each recording ends as one `Captioned`, with an error where it failed; none is lost, also where a
process dies. What a process that died had read is in its journal, so that another goes on there.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing.queues import Queue
from queue import Empty

from assistant.captioning.captioner import Captioned, Job, caption
from assistant.errors import AssistantError, UsageError
from assistant.settings import Settings

POLL_S = 0.2
"""How often the workers' progress is passed on."""

ANSWER_S = 20.0
"""How long a scheduler may take to answer."""

RETRIES = 2
"""How often the cluster tries again what failed, on whichever machine."""

Tell = Callable[[Job, float], None]
"""Told how many seconds of a recording are read."""

Read = tuple[Job, float]


def in_turn(settings: Settings, jobs: Sequence[Job], tell: Tell) -> Iterator[Captioned]:
    """One after the other, in this process."""
    for job in jobs:
        yield _tried(settings, job, partial(tell, job))


def in_processes(
    settings: Settings, jobs: Sequence[Job], tell: Tell, workers: int
) -> Iterator[Captioned]:
    """In so many processes, each with a model of its own that computes in one thread.

    Where a process dies, those that were under way are tried again, each alone, so that the one
    that kills processes is told from the others.
    """
    settings = replace(settings, recognition=replace(settings.recognition, threads=1))
    suspects: list[Job] = []
    yield from _pooled(settings, jobs, tell, workers, suspects)
    for job in suspects:
        died: list[Job] = []
        yield from _pooled(settings, [job], tell, 1, died)
        if died:
            reason = f"{job.source} ended the process that read it; is there enough memory?"
            yield Captioned(job, error=reason)


def on_cluster(settings: Settings, jobs: Sequence[Job], address: str) -> Iterator[Captioned]:
    """On the workers of a Dask scheduler, which must see the recordings by the same paths.

    Raises UsageError where no scheduler answers.
    """
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise UsageError(
            "A cluster needs Dask; install it with `pip install 'assistant[cluster]'`."
        ) from error

    settings = replace(settings, recognition=replace(settings.recognition, threads=1))
    try:
        client = Client(address, timeout=ANSWER_S)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(
            f"No Dask scheduler answers at {address}; start one with `dask scheduler`."
        ) from error
    with client:
        given = {
            client.submit(caption, settings, job, pure=False, retries=RETRIES): job for job in jobs
        }
        for future in as_completed(list(given)):  # type: ignore[no-untyped-call]
            failure = future.exception()
            yield Captioned(given[future], error=str(failure)) if failure else future.result()


def _tried(settings: Settings, job: Job, tell: Callable[[float], None]) -> Captioned:
    try:
        return caption(settings, job, tell)
    except AssistantError as error:
        return Captioned(job, error=str(error))


def _pooled(
    settings: Settings, jobs: Sequence[Job], tell: Tell, workers: int, died: list[Job]
) -> Iterator[Captioned]:
    """All jobs but those that were under way when a process died: they are added to `died`."""
    context = multiprocessing.get_context("spawn")
    waiting = deque(jobs)
    while waiting:
        read: Queue[Read] = context.Queue()
        with ProcessPoolExecutor(
            workers, context, initializer=_begin, initargs=(settings, read)
        ) as pool:
            under_way: dict[Future[Captioned], Job] = {}
            while waiting or under_way:
                while waiting and len(under_way) < workers:
                    job = waiting.popleft()
                    under_way[pool.submit(_work, job)] = job
                done, _ = wait(under_way, POLL_S, FIRST_COMPLETED)
                _pass_on(read, tell)
                try:
                    for future in done:
                        yield future.result()
                        del under_way[future]
                except BrokenProcessPool:
                    died += under_way.values()
                    break


def _pass_on(read: Queue[Read], tell: Tell) -> None:
    with suppress(Empty):
        while True:
            tell(*read.get_nowait())


_process: list[tuple[Settings, Queue[Read]]] = []
"""What a worker process was begun with."""


def _begin(settings: Settings, read: Queue[Read]) -> None:
    _process.append((settings, read))


def _work(job: Job) -> Captioned:
    settings, read = _process[0]
    return _tried(settings, job, lambda seconds: read.put((job, seconds)))
