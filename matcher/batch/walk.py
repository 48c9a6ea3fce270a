"""The files of folders, in a stable order; what is not read is said, with the reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import NothingToReadError
from matcher.intake import MOST_BYTES

DEEPEST = 64
"""Folders within folders that are entered; deeper ones are made, not kept by people."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the run. `label`: its path, with slashes, below the folder that was named (and with that folder's name
    if several were). `skipped`: why it is not read.
    """

    path: Path
    label: str
    skipped: str = ""


def entries(paths: Sequence[Path]) -> Iterator[Entry]:
    """The files named, and those in the folders named, by name. Links are not followed, hidden files not looked at.

    Raises `NothingToReadError` for a path that is not there.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise NothingToReadError(str(path), "there is no such file or folder.")
        if path.is_dir():
            yield from _inside(path, f"{path.name}/" if len(paths) > 1 else "", 0)
        else:
            yield _file(path, path.name)


def content(entry: Entry) -> bytes:
    """The bytes, one more than can be read at most. Raises `OSError` if it is no ordinary file any more."""
    descriptor = os.open(entry.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("no ordinary file")
        return stream.read(MOST_BYTES + 1)


def _inside(folder: Path, above: str, depth: int) -> Iterator[Entry]:
    try:
        found = sorted(os.scandir(folder), key=lambda item: os.fsencode(item.name))
    except OSError:
        yield Entry(folder, above or folder.name, "the folder cannot be opened.")
        return
    for item in found:
        label = f"{above}{item.name}"
        if item.name.startswith("."):
            continue
        if item.is_dir(follow_symlinks=False):
            if depth >= DEEPEST:
                yield Entry(Path(item.path), label, f"it lies more than {DEEPEST} folders deep.")
            else:
                yield from _inside(Path(item.path), f"{label}/", depth + 1)
        else:
            yield _file(Path(item.path), label)


def _file(path: Path, label: str) -> Entry:
    label = os.fsencode(label).decode("utf-8", "replace")
    try:
        mode = path.lstat().st_mode
    except (OSError, ValueError):
        return Entry(path, label, "it cannot be opened.")
    if stat.S_ISLNK(mode):
        return Entry(path, label, "it is a link; links are not followed.")
    return Entry(path, label, "" if stat.S_ISREG(mode) else "it is no ordinary file.")
