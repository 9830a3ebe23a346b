"""Many recordings at once: none is lost, whatever happens to the processes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from assistant.captioning import fleet
from assistant.captioning.captioner import Captioned, Job
from assistant.captioning.fleet import in_processes, in_turn, on_cluster
from assistant.errors import UsageError
from assistant.settings import Settings
from tests.captioning.studio import job, record, settings


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return settings(tmp_path)


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    (tmp_path / "broken.wav").write_bytes(b"RIFF")
    good = [job(record(tmp_path / f"{name}.wav")) for name in "abc"]
    return [good[0], job(tmp_path / "broken.wav"), *good[1:]]


def check(done: list[Captioned], jobs: list[Job]) -> None:
    """All but the broken one are captioned, and each is told of once."""
    assert sorted(each.job.source for each in done) == sorted(each.source for each in jobs)
    assert [each.job for each in done if each.error] == [jobs[1]]
    assert [file.exists() for one in jobs for file in one.outputs] == [True, False, True, True]


def test_in_this_process(chosen: Settings, jobs: list[Job]) -> None:
    told: list[Job] = []
    check(list(in_turn(chosen, jobs, lambda one, _: told.append(one))), jobs)
    assert set(told) == set(jobs) - {jobs[1]}


def test_in_several_processes(chosen: Settings, jobs: list[Job]) -> None:
    check(list(in_processes(chosen, jobs, lambda *_: None, 2)), jobs)


def test_a_recording_that_kills_its_process_is_told_of_and_the_others_are_done(
    chosen: Settings, jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fleet, "_work", deadly)
    done = list(in_processes(chosen, [jobs[0], jobs[1], jobs[2]], lambda *_: None, 2))
    assert {each.job for each in done} == {jobs[0], jobs[1], jobs[2]}
    assert [each.error for each in done if each.error] == [
        f"{jobs[1].source} ended the process that read it; is there enough memory?"
    ]


def deadly(one: Job) -> Captioned:
    """What a worker does where there is too little memory for the broken one."""
    if "broken" in one.source:
        os._exit(137)
    return Captioned(one)


class Cluster:
    """A Dask scheduler and two workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        where = ("--scheduler-file", str(folder / "scheduler.json"))
        alone = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        self._scheduler = self._start("scheduler", "--port", "0", *where)
        self.workers = [self._start("worker", *alone, *where) for _ in range(2)]
        self._file = folder / "scheduler.json"

    def _start(self, name: str, *arguments: str) -> subprocess.Popen[bytes]:
        program = (sys.executable, "-m", f"distributed.cli.dask_{name}", "--no-dashboard")
        return subprocess.Popen([*program, *arguments], stderr=subprocess.DEVNULL)

    def address(self) -> str:
        """Once both workers are there."""
        while not self._file.exists():
            time.sleep(0.05)
        address = str(json.loads(self._file.read_text())["address"])
        with Client(address) as client:
            client.wait_for_workers(len(self.workers), timeout=60)
        return address

    def stop(self) -> None:
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path)
    yield cluster
    cluster.stop()


class TestCluster:
    def test_what_a_machine_had_that_dies_is_done_by_the_others(
        self, chosen: Settings, cluster: Cluster, tmp_path: Path
    ) -> None:
        (tmp_path / "broken.wav").write_bytes(b"RIFF")
        names = ["broken", *map(str, range(6))]
        sound = record(tmp_path / "talk.wav", times=10)
        for name in names[1:]:
            shutil.copy(sound, tmp_path / f"{name}.wav")
        jobs = [job(tmp_path / f"{name}.wav") for name in names]
        done: list[Captioned] = []
        for each in on_cluster(chosen, jobs, cluster.address()):
            if not done:
                cluster.workers[0].kill()
            done.append(each)
        assert sorted(each.job.source for each in done) == sorted(each.source for each in jobs)
        assert [each.job for each in done if each.error] == [jobs[0]]
        texts = {each.outputs[0].read_text() for each in jobs[1:]}
        assert len(texts) == 1

    def test_on_a_cluster(self, chosen: Settings, jobs: list[Job]) -> None:
        with LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
        ) as cluster:
            check(list(on_cluster(chosen, jobs, cluster.scheduler_address)), jobs)

    def test_where_no_scheduler_answers_it_says_so(
        self, chosen: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(fleet, "ANSWER_S", 0.5)
        with pytest.raises(UsageError, match="No Dask scheduler answers"):
            list(on_cluster(chosen, [], "tcp://127.0.0.1:9"))
