"""A run on a real Dask cluster: a scheduler and two workers on loopback, one of which is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.batch.folders import ROOT, fill
from tests.batch.test_batch import exported, run

distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")

_PATIENCE = 60


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _dask(what: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Started from the root of the repository, where `matcher` can be imported; in a process group of its own."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments, "--no-dashboard"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **quiet)  # type: ignore[call-overload,no-any-return]


@contextmanager
def _ended(*processes: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        for process in processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        for process in processes:
            process.wait(_PATIENCE)


def _until_they_are_there(address: str, workers: int) -> None:
    with distributed.Client(address, timeout=_PATIENCE, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=_PATIENCE)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Address of a scheduler, and its two workers."""
    port = _free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = _dask("scheduler", "--host", "127.0.0.1", "--port", str(port))
    where = ("--host", "127.0.0.1", "--nthreads", "1", "--local-directory", str(tmp_path / "dask"))
    workers = [_dask("worker", address, *where) for _ in range(2)]
    with _ended(*workers, scheduler):
        _until_they_are_there(address, 2)
        yield address, workers


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    resumes = fill(tmp_path / "in", 60)
    (resumes / "cut.pdf").write_bytes(b"%PDF-1.4 nothing")
    (resumes / "copy.txt").write_bytes(next(resumes.rglob("*.txt")).read_bytes())
    assert run(resumes, "-o", tmp_path / "local", "--quiet").returncode == 1
    command = [sys.executable, "-m", "matcher", "batch", str(resumes), "-o", str(tmp_path / "out"), "--quiet"]
    running = subprocess.Popen([*command, "--scheduler", address], stderr=subprocess.PIPE, text=True)
    _until(lambda: _done(tmp_path / "out") >= 10)
    os.killpg(workers[0].pid, signal.SIGKILL)
    _, said = running.communicate(timeout=_PATIENCE)
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
    end = time.monotonic() + _PATIENCE
    while not is_so() and time.monotonic() < end:
        time.sleep(0.02)


def test_a_scheduler_that_is_not_there_is_said(tmp_path: Path) -> None:
    resumes = fill(tmp_path / "in", 1)
    done = run(resumes, "-o", tmp_path / "out", "--scheduler", f"tcp://127.0.0.1:{_free_port()}", "--quiet")
    assert done.returncode == 4
    assert "no Dask scheduler answers there" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_worker_with_other_profiles_is_refused(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
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
        closing(executor.ClusterExecutor(cluster[0], own, job)) as remote,
    ):
        remote.submit(task)
        with pytest.raises(ClusterError, match="another version, or other role profiles"):
            remote.answers(_PATIENCE)
