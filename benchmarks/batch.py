"""`python -m benchmarks.batch`: how fast and how evenly folders are scored; exit code 1 if a target is missed.

Folders of copies of the documents in this repository, each with bytes of its own. `--kills`: instead, 300 documents,
20 times SIGKILL at a random moment, and what came out in the end beside a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.table import Line, report
from matcher import Matcher
from matcher.batch.executors.local import LocalExecutor, recorded
from matcher.batch.ledger import Contents
from matcher.batch.record import Record
from matcher.batch.session import Listener, Order, conduct
from matcher.isolation import IsolatedMatcher, Limits
from tests.batch.clusters import cluster
from tests.batch.folders import fill

ROOT = Path(__file__).resolve().parent.parent
_MIB = 1024
PDFS = 400
SIZES = (100, 1000, 10_000)
ROUNDS = 3
DOCUMENTS, KILLS = 300, 20
HANGING = 10
"""Documents of 200 that hang, 5 %."""
HANG = b"hang "
EXPORTS = ("documents.csv", "report.html", "report.xlsx", "reports.jsonl", "scores.csv")


@dataclass(frozen=True, slots=True)
class Run:
    """`seconds`: from the first document to the last, without the start of the program and the exports.

    `whole`: all of it. `peak`: megabytes of the parent at most; `children`: of all its children together.
    """

    documents: int
    seconds: float
    whole: float
    peak: float
    children: float

    @property
    def each(self) -> float:
        """Milliseconds a document."""
        return 1000 * self.seconds / self.documents

    def __str__(self) -> str:
        memory = f"parent {self.peak:.0f} MB, children {self.children:.0f} MB"
        return f"{self.documents / self.seconds:.1f} documents/s, {self.whole:.1f} s in all, {memory}"


def run(folder: Path, output: Path, *options: str) -> Run:
    """Scores `folder` with the command, in a process of its own, and watches it."""
    command = [sys.executable, "-m", "matcher", "batch", str(folder), "-o", str(output), "--quiet", "--fresh", *options]
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as process:
        watched = _Watch(process.pid, output)
        watched.start()
        process.communicate()
        watched.join()
    assert process.returncode in (0, 1), process.returncode
    whole = time.perf_counter() - began
    with sqlite3.connect(output / "matches.sqlite") as base:
        documents = base.execute("SELECT count(*) FROM inputs").fetchone()[0]
    return Run(documents, watched.seconds, whole, watched.peak, watched.children)


class _Watch(threading.Thread):
    """Looks at a run until it ends: its memory, and when it began and ended to read."""

    def __init__(self, pid: int, output: Path) -> None:
        super().__init__()
        self._pid, self._ledger = pid, output / "matches.sqlite"
        self.peak = self.children = self.seconds = 0.0

    def run(self) -> None:
        """The thread's work."""
        began = ended = 0.0
        while (Path("/proc") / str(self._pid) / "status").exists():
            own = _resident(self._pid)
            if not own:
                break
            self.peak = max(self.peak, own)
            self.children = max(self.children, sum(map(_shared_fairly, _offspring(self._pid))))
            waiting, begun = self._left()
            now = time.perf_counter()
            began = began or (now if begun else 0.0)
            ended = now if began and waiting else ended
            time.sleep(0.02)
        self.seconds = max(ended - began, 0.001)

    def _left(self) -> tuple[int, int]:
        """Documents that are not done, and whether any was begun."""
        try:
            with sqlite3.connect(f"file:{self._ledger}?mode=ro", uri=True, timeout=1) as base:
                undone, begun = base.execute("SELECT sum(state <> 2), sum(state <> 0) FROM inputs").fetchone()
                return int(undone or 0), int(begun or 0)
        except sqlite3.Error:
            return 1, 0


def _resident(pid: int) -> float:
    """Megabytes that a process holds; 0 if it is gone."""
    return _kilobytes(pid, "status", "VmRSS") / _MIB


def _shared_fairly(pid: int) -> float:
    """Megabytes of a process, pages that several hold divided among them."""
    return _kilobytes(pid, "smaps_rollup", "Pss") / _MIB


def _kilobytes(pid: int, file: str, name: str) -> int:
    try:
        found = re.search(rf"^{name}:\s+(\d+)", (Path("/proc") / str(pid) / file).read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) if found else 0


def _offspring(pid: int) -> list[int]:
    try:
        text = (Path("/proc") / str(pid) / "task" / str(pid) / "children").read_text()
    except OSError:
        return []
    children = [int(number) for number in text.split()]
    return [*children, *(grandchild for child in children for grandchild in _offspring(child))]


def _bare(paths: Sequence[str]) -> int:
    """Characters that PDFium finds in these files, page by page, with nothing else done."""
    import pypdfium2

    characters = 0
    for path in paths:
        document = pypdfium2.PdfDocument(Path(path).read_bytes())
        for number in range(len(document)):
            characters += len(document[number].get_textpage().get_text_range())
        document.close()
    return characters


def bare(folder: Path, processes: int) -> float:
    """Seconds that as many processes take for PDFium's text of all PDF files, each warmed up on a few."""
    paths = [str(path) for path in sorted(folder.rglob("*.pdf"))]
    shares = [paths[start::processes] for start in range(processes)]
    with get_context("spawn").Pool(processes) as pool:
        pool.map(_bare, [paths[:8]] * processes, chunksize=1)
        began = time.perf_counter()
        pool.map(_bare, shares, chunksize=1)
        return time.perf_counter() - began


def lines(sizes: Sequence[int], where: Path) -> Iterator[Line]:
    """What was measured."""
    yield from _beside_bare(where)
    yield from _hanging(where)
    runs = []
    for size in sizes:
        folder = fill(where / f"mixed-{size}", size)
        runs.append(run(folder, where / f"out-{size}", "--jobs", "2"))
        yield Line(f"{size:,} mixed documents, 2 workers: each", runs[-1].each, None, str(runs[-1]), " ms")
    if len(runs) > 1:
        ratio = runs[-1].each / runs[0].each
        yield Line(f"{sizes[-1]:,} / {sizes[0]:,} documents: time of each", ratio, 1.1, "")
        grown = runs[-1].peak - runs[0].peak
        yield Line("parent's memory: growth between them", grown, 150, "", " MB")
    yield from _clustered(where, where / f"mixed-{sizes[min(1, len(sizes) - 1)]}")


def _beside_bare(where: Path) -> Iterator[Line]:
    """Two workers beside one, and beside PDFium alone; rounds take turns."""
    folder = fill(where / "pdf", PDFS, (".pdf",))
    ones, twos, bares = [], [], []
    for _ in range(ROUNDS):
        bares.append(bare(folder, 2))
        twos.append(run(folder, where / "out-pdf", "--jobs", "2"))
        ones.append(run(folder, where / "out-pdf", "--jobs", "1"))
    two = min(twos, key=lambda r: r.seconds)
    one = min(ones, key=lambda r: r.seconds)
    yield Line(f"{PDFS} PDF: 2 workers / PDFium's bare text in 2", two.seconds / min(bares), 2.0,
               f"{two.each:.1f} / {1000 * min(bares) / PDFS:.1f} ms each; {two}")  # fmt: skip
    yield Line(f"{PDFS} PDF: 2 workers / 1 worker", two.seconds / one.seconds, 1 / 1.8, f"1: {one}")


def _hanging(where: Path) -> Iterator[Line]:
    """What hanging documents cost beyond their own time limit."""
    folder = fill(where / "hanging", 200, (".txt", ".pdf"))
    calm = _with_some_that_hang(folder, where / "out-calm")
    for path in sorted(folder.rglob("*.txt"))[:HANGING]:
        path.write_bytes(HANG + path.name.encode())
    hung = _with_some_that_hang(folder, where / "out-hung")
    most = HANGING * Limits().seconds / 2
    detail = f"{calm:.1f} s without, {hung:.1f} s with them"
    yield Line(f"{HANGING} of 200 hang: delay / (hangs x limit / workers)", (hung - calm) / most, 1.0, detail)


def _with_some_that_hang(folder: Path, output: Path) -> float:
    """Seconds of a run with two workers."""

    @contextmanager
    def make(is_known: Callable[[Contents], bool]) -> Iterator[LocalExecutor]:
        with IsolatedMatcher(workers=2, fresh=False) as matcher:
            executor = LocalExecutor(matcher, 2, with_evidence=True, is_known=is_known)
            executor.work = hangs_or_works
            yield executor

    began = 0.0

    def start(_: object) -> None:
        nonlocal began
        began = time.perf_counter()

    order = Order((str(folder),), output, (), with_evidence=True, fresh=True, seconds=Limits().seconds)
    conduct(order, make, Listener(start, lambda _: None))
    return time.perf_counter() - began


def hangs_or_works(matcher: Matcher, content: bytes | str, name: str) -> Record:
    """The work of a child; some documents take for ever."""
    while isinstance(content, bytes) and content.startswith(HANG):
        pass
    return recorded(matcher, content, name, with_evidence=True)


def _clustered(where: Path, folder: Path) -> Iterator[Line]:
    """The same folder here and on a cluster of two workers."""
    here = run(folder, where / "out-here", "--jobs", "2")
    with cluster(where / "dask") as (address, _):
        run(folder, where / "out-dask", "--scheduler", address)  # the workers build their matchers
        there = run(folder, where / "out-dask", "--scheduler", address)
    equal = all(
        (where / "out-here" / name).read_bytes() == (where / "out-dask" / name).read_bytes() for name in EXPORTS
    )
    detail = f"Dask: {there}; exports {'equal' if equal else 'DIFFER'}"
    yield Line(f"{here.documents:,} documents: Dask, 2 workers / here", there.each / here.each, None, detail)


def kills(where: Path) -> int:
    """300 documents, 20 kills at random moments; 0 if the exports are those of a run that nobody disturbed."""
    folder = fill(where / "in", DOCUMENTS)
    print("undisturbed:", run(folder, where / "whole"))
    chance = random.Random(20)
    command = [sys.executable, "-m", "matcher", "batch", str(folder), "-o", str(where / "killed"), "--quiet"]
    for number in range(1, KILLS + 1):
        seconds = 0.8 + chance.random() * 1.2
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(seconds)
                end = "had ended"
            except subprocess.TimeoutExpired:
                process.kill()
                end = "SIGKILL"
        status = [sys.executable, "-m", "matcher", "batch", "--status", "-o", str(where / "killed")]
        said = subprocess.run(status, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
        print(f"{number:>2} after {seconds:.2f} s: {end}; {said.split(': ', 1)[-1]}", flush=True)
    subprocess.run(command, cwd=ROOT, stderr=subprocess.DEVNULL, check=False)
    equal = {name: (where / "whole" / name).read_bytes() == (where / "killed" / name).read_bytes() for name in EXPORTS}
    with sqlite3.connect(where / "killed" / "matches.sqlite") as base:
        rows, keys = base.execute("SELECT count(*), count(DISTINCT key) FROM inputs").fetchone()
    print(f"rows {rows}, inputs {keys}; equal to the byte: {json.dumps(equal)}")
    return 0 if all(equal.values()) and rows == keys == DOCUMENTS else 1


def main() -> int:
    """Exit code: 0 if every target is met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="documents in a folder")
    parser.add_argument("--kills", action="store_true", help="only the runs that are killed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.kills:
            return kills(Path(folder))
        return report(lines(given.sizes, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
