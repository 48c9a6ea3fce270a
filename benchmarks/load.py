"""`python -m benchmarks.load`: what the web server bears, asked over loopback by a few clients; exit code 1 if a target
is missed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import Line, report

ROOT = Path(__file__).resolve().parent.parent
PDF = ROOT / "examples" / "jonas-security.pdf"
"""Two pages."""
CLIENTS = 4
REQUESTS = 120
FOR_MEMORY = 1000
_KIB = 1024
_WARM_UP = 8
_READY = re.compile(r"Serving at http://([^:]+):(\d+)")


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent to /match."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Load:
    """What a run took: seconds of each request, and of all together."""

    seconds: tuple[float, ...]
    total: float

    def percentile(self, percent: int) -> float:
        """Milliseconds that so many of a hundred requests did not exceed."""
        return 1000 * statistics.quantiles(self.seconds, n=100, method="inclusive")[percent - 1]

    @property
    def rate(self) -> float:
        """Documents a second."""
        return len(self.seconds) / self.total

    def __str__(self) -> str:
        times = " / ".join(f"{self.percentile(p):.0f}" for p in (50, 95, 99))
        return f"p50 / p95 / p99 {times} ms, {self.rate:.1f} documents/s"


@contextmanager
def server(*options: str) -> Iterator[tuple[int, int]]:
    """A server of its own; its port and process id."""
    command = [sys.executable, "-m", "matcher", "serve", "--port", "0", *options]
    environment = {**os.environ, "MATCHER_RATE": "off"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=ROOT, env=environment, text=True) as process:
        assert process.stderr is not None
        found = _READY.search(process.stderr.readline())
        assert found, "the server did not start"
        drain = ThreadPoolExecutor(1)
        drain.submit(process.stderr.read)
        try:
            yield int(found[2]), process.pid
        finally:
            process.terminate()
            process.wait(20)
            drain.shutdown()


def run(port: int, body: Body, requests: int, clients: int = CLIENTS) -> Load:
    """Asks so often, each client one after the other on one connection."""
    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        shares = [pool.submit(_asked, port, body, requests // clients) for _ in range(clients)]
        seconds = tuple(value for share in shares for value in share.result())
    return Load(seconds, time.perf_counter() - began)


def _asked(port: int, body: Body, times: int) -> list[float]:
    connection, seconds = http.client.HTTPConnection("127.0.0.1", port, timeout=60), []
    for _ in range(times):
        began = time.perf_counter()
        connection.request("POST", "/match", body.content, {"Content-Type": body.media_type})
        answer = connection.getresponse()
        answer.read()
        seconds.append(time.perf_counter() - began)
        assert answer.status == 200, answer.status
    connection.close()
    return seconds


def resident(pid: int) -> float:
    """Megabytes that a process holds (Linux)."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    assert found
    return int(found[1]) / _KIB


def lines(requests: int, for_memory: int) -> Iterator[Line]:
    """What was measured."""
    pdf = Body(PDF.read_bytes(), "application/pdf")
    text = Body(
        json.dumps({"text": (ROOT / "examples" / "amara-cdo.txt").read_text("utf-8")}).encode(), "application/json"
    )
    with server("--fresh") as (port, pid):
        for name, body, most in (("2-page PDF", pdf, 250.0), ("pasted text", text, 80.0)):
            run(port, body, _WARM_UP * CLIENTS)
            load = run(port, body, requests)
            yield Line(f"{name}, {CLIENTS} clients: p95", load.percentile(95), most, str(load), " ms")
        before = resident(pid)
        run(port, pdf, for_memory)
        grown = resident(pid) - before
        yield Line(f"parent's memory, {for_memory} PDFs: growth", grown, 20, f"from {before:.0f} MB", " MB")
    with server("--reuse") as (port, _):
        run(port, pdf, _WARM_UP * CLIENTS)
        load = run(port, pdf, requests)
        yield Line(f"2-page PDF, {CLIENTS} clients, reused: 1000 / rate", 1000 / load.rate, 50, str(load), " ms")


def main(arguments: Mapping[str, int] | None = None) -> int:
    """Exit code: 0 if every target is met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--requests", type=int, default=REQUESTS, help="of each kind (default: %(default)s)")
    parser.add_argument(
        "--for-memory", type=int, default=FOR_MEMORY, help="while memory is watched (default: %(default)s)"
    )
    given = vars(parser.parse_args()) if arguments is None else arguments
    return report(lines(given["requests"], given["for_memory"]))


if __name__ == "__main__":
    sys.exit(main())
