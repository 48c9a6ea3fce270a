"""`python -m benchmarks.reading [FOLDER]`: how fast and faithfully PDF is read; exit code 1 if a target is missed.

The files are made on the fly of one invented resume, by each producer that this machine has, in four layouts; the
files of FOLDER are timed besides. `--keep FOLDER` keeps what was made: so are the fixtures of the tests.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from benchmarks.reading.fidelity import Fidelity, measure
from benchmarks.reading.producers import PRODUCERS, missing
from benchmarks.reading.readers import BOTH, PLAIN, READERS, File, pages_in, seconds
from benchmarks.reading.sample import Layout
from matcher.errors import DocumentError

ROUNDS = 5
MOST_TIME = 1 / 8
"""Time of both engines over all files, in times of pdfminer.six as it comes."""
LEAST_RECALL = 0.99
_ROW = "{:<14}{:<26}{:>8}{:>8}{:>8}{:>8}{:>7}{:>6}"


def main() -> int:
    """Exit code: 0 if every target is met."""
    arguments = _arguments()
    files = list(_made(arguments.keep))
    for folder in arguments.folder:
        files += _given(folder)
    taken = seconds(files, arguments.rounds)
    print(_ROW.format("", "", "pages/s", "recall", "order", "dates", "glued", "lost"))
    missed = 0
    for group, same in groupby(files, key=lambda file: file.group):
        missed += _report(group, list(same), taken)
    total = {reader: sum(taken[file.name, reader] for file in files) for reader in READERS}
    pages = sum(file.pages for file in files)
    for reader, spent in total.items():
        print(f"{'all files':<14}{reader:<26}{pages / spent:>8.0f}   {spent / pages * 1e3:.1f} ms a page")
    share = total[BOTH] / total[PLAIN]
    print(f"\nboth engines take 1/{1 / share:.1f} of the time of {PLAIN} (target: at most 1/{1 / MOST_TIME:.0f})")
    return 1 if missed or share > MOST_TIME else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("folder", nargs="*", type=Path, help="folders of PDF files to be timed besides")
    parser.add_argument("--keep", type=Path, help="folder in which the files that are made are kept")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times each file is read (default: %(default)s)")
    return parser.parse_args()


def _made(keep: Path | None) -> Iterator[File]:
    for name, (make, needs) in PRODUCERS.items():
        lacking = [need for need in needs if missing(need)]
        if lacking:
            print(f"{name} is left out: {', '.join(lacking)} not on this machine")
            continue
        for layout in Layout:
            try:
                data = make(layout)
            except (OSError, subprocess.SubprocessError) as error:
                print(f"{name} is left out: {type(error).__name__}")
                break
            file = f"{name}-{layout}.pdf"
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / file).write_bytes(data)
            yield File(name, file, data, pages_in(data), is_sample=True)


def _given(folder: Path) -> Iterator[File]:
    for path in sorted(folder.rglob("*.pdf")):
        data = path.read_bytes()
        try:
            yield File(folder.name, str(path), data, pages_in(data), is_sample=False)
        except DocumentError as error:
            print(f"{path.name} is left out: {error.code}")


def _report(group: str, files: Sequence[File], taken: dict[tuple[str, str], float]) -> int:
    """Prints a line for each reader; 1 if both engines together miss a target."""
    missed = 0
    for reader, read in READERS.items():
        speed = sum(file.pages for file in files) / sum(taken[file.name, reader] for file in files)
        found = [measure(read(file.data)) for file in files if file.is_sample]
        print(_ROW.format(group, reader, f"{speed:.0f}", *(_worst(found) if found else ["–"] * 5)), flush=True)
        missed += reader == BOTH and any(map(_misses, found))
    return missed


def _worst(found: Sequence[Fidelity]) -> Iterable[str]:
    """The lowest share of any layout, and words glued and lost in all."""
    yield from (f"{min(getattr(f, share) for f in found):.3f}" for share in ("recall", "order", "dates"))
    yield from (str(sum(len(getattr(f, words)) for f in found)) for words in ("glued", "lost"))


def _misses(found: Fidelity) -> bool:
    return found.recall < LEAST_RECALL or found.order < 1 or found.dates < 1 or bool(found.glued)


if __name__ == "__main__":
    sys.exit(main())
