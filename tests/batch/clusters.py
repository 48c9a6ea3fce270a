"""A Dask scheduler with two workers on loopback, for tests and benchmarks; ended at the end, whatever happened."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.batch.folders import ROOT

PATIENCE = 60
"""Seconds that a start or an end may take."""
Process = subprocess.Popen[bytes]


def free_port() -> int:
    """A port of loopback that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[Process]]]:
    """The scheduler's address, and the workers, which keep their files in `folder`."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    worker = ("--host", "127.0.0.1", "--nthreads", "1", "--local-directory", str(folder))
    scheduler = _started("scheduler", "--host", "127.0.0.1", "--port", str(port))
    workers = [_started("worker", address, *worker) for _ in range(2)]
    try:
        _wait_for(address, len(workers))
        yield address, workers
    finally:
        _end(*workers, scheduler)


def _started(what: str, *arguments: str) -> Process:
    """Started from the root of the repository, where `matcher` can be imported; in a process group of its own."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments, "--no-dashboard"]
    environment, silent = {**os.environ, "PYTHONPATH": str(ROOT)}, subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=silent, stderr=silent, start_new_session=True)


def _wait_for(address: str, workers: int) -> None:
    import distributed

    with distributed.Client(address, timeout=PATIENCE, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=PATIENCE)


def _end(*processes: Process) -> None:
    for process in processes:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
    for process in processes:
        process.wait(PATIENCE)
