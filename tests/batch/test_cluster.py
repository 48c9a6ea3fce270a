"""A run on a real Dask cluster: a scheduler and two workers on loopback, one of which is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.batch.clusters import PATIENCE, Process, cluster, free_port
from tests.batch.folders import fill
from tests.batch.test_batch import exported, run

pytest.importorskip("distributed", reason="the extra [cluster] is not installed")


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[tuple[str, list[Process]]]:
    """Address of a scheduler, and its two workers."""
    with cluster(tmp_path / "dask") as started:
        yield started


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(tmp_path: Path, dask: tuple[str, list[Process]]) -> None:
    address, workers = dask
    resumes = fill(tmp_path / "in", 60)
    (resumes / "cut.pdf").write_bytes(b"%PDF-1.4 nothing")
    (resumes / "copy.txt").write_bytes(next(resumes.rglob("*.txt")).read_bytes())
    assert run(resumes, "-o", tmp_path / "local", "--quiet").returncode == 1
    command = [sys.executable, "-m", "matcher", "batch", str(resumes), "-o", str(tmp_path / "out"), "--quiet"]
    running = subprocess.Popen([*command, "--scheduler", address], stderr=subprocess.PIPE, text=True)
    _until(lambda: _done(tmp_path / "out") >= 10)
    os.killpg(workers[0].pid, signal.SIGKILL)
    _, said = running.communicate(timeout=PATIENCE)
    assert running.returncode == 1, said
    assert exported(tmp_path / "out") == exported(tmp_path / "local")


def _done(output: Path) -> int:
    import sqlite3

    try:
        with sqlite3.connect(f"file:{output / 'matches.sqlite'}?mode=ro", uri=True) as base:
            return int(base.execute("SELECT count(*) FROM inputs WHERE state = 2").fetchone()[0])
    except sqlite3.Error:
        return 0


def _until(is_so: object) -> None:
    assert callable(is_so)
    end = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < end:
        time.sleep(0.02)


def test_a_scheduler_that_is_not_there_is_said(tmp_path: Path) -> None:
    resumes = fill(tmp_path / "in", 1)
    done = run(resumes, "-o", tmp_path / "out", "--scheduler", f"tcp://127.0.0.1:{free_port()}", "--quiet")
    assert done.returncode == 4
    assert "no Dask scheduler answers there" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_worker_with_other_profiles_is_refused(tmp_path: Path, dask: tuple[str, list[Process]]) -> None:
    from matcher.batch.executors import cluster as executor
    from matcher.batch.ledger import Task
    from matcher.batch.sources import Kind, Place
    from matcher.core.model import Engine
    from matcher.errors import ClusterError
    from matcher.isolation import IsolatedMatcher, Limits

    job = executor.Job(None, (), Limits(), with_evidence=True, engine=Engine("0", "0", "other"))
    task = Task(1, "a.txt", Place(Kind.FILE, os.fsencode(tmp_path / "a.txt")), "", is_alone=False, strikes=0)
    with (
        IsolatedMatcher(workers=1, fresh=False) as own,
        closing(executor.ClusterExecutor(dask[0], own, job)) as remote,
    ):
        remote.submit(task)
        with pytest.raises(ClusterError, match="another version, or other role profiles"):
            remote.answers(PATIENCE)
