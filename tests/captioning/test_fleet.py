"""Many recordings at once: none is lost, whatever happens to the processes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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


class TestCluster:
    def test_on_a_cluster(self, chosen: Settings, jobs: list[Job]) -> None:
        from distributed import LocalCluster

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
