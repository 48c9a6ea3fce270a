"""Folders of invented resumes, made for tests and benchmarks: of every kind, none like the other."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    (
        path
        for folder in ("examples", "tests/readers/fixtures", "evaluation/renderings", "evaluation/resumes")
        for path in (ROOT / folder).iterdir()
        if path.suffix in {".pdf", ".docx", ".txt", ".md"}
    ),
    key=lambda path: hashlib.sha256(path.name.encode()).digest(),
)[:100]
"""Documents to copy, well mixed: PDF of ten producers, Word, text. Every hundred documents hold all of them."""


def fill(folder: Path, count: int, suffixes: tuple[str, ...] = (".pdf", ".docx", ".txt", ".md")) -> Path:
    """`count` documents in `folder`, in sub-folders of a hundred; each has bytes of its own."""
    chosen = [path for path in SOURCES if path.suffix in suffixes]
    for number in range(count):
        source = chosen[number % len(chosen)]
        target = folder / f"{number // 100:03}" / f"{number:05}-{source.name}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        _mark(target, number)
    return folder


def _mark(path: Path, number: int) -> None:
    """Makes the bytes unlike those of any other copy, without changing what is read."""
    if path.suffix == ".pdf":
        with path.open("ab") as stream:
            stream.write(b"\n%% %d\n" % number)
    elif path.suffix == ".docx":
        import zipfile

        with zipfile.ZipFile(path, "a") as archive:
            archive.comment = b"%d" % number
    else:
        with path.open("a", encoding="utf-8") as stream:
            stream.write(f"\n\nReference {number}\n")
