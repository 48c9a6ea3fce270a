"""The files of folders, in a stable order; what is not read is said, with the reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator

from matcher.batch.sources.entries import Content, Entry, Kind, Place, UnreadableError, told
from matcher.intake import MOST_BYTES

DEEPEST = 64
"""Folders within folders that are entered; deeper ones are made, not kept by people."""
_NO_FILE = "it is no ordinary file."
_CLOSED = "it cannot be opened."
_ATTEMPTS = 2
"""Readings of a file that changes meanwhile."""

Wanted = Callable[[str], bool]
"""Whether a label is taken."""


def inside(folder: str, prefix: str, without: str = "", wanted: Wanted = lambda _: True) -> Iterator[Entry]:
    """The files in `folder` and below, by name; links are not followed, hidden files and `without` not looked at.

    Labels are paths below `folder`, after `prefix`; only those that are `wanted` are told.
    """
    return _inside(folder, prefix, 0, without, wanted)


def file(path: str, label: str) -> Entry:
    """The entry for what is at `path`, skipped if it is no ordinary file."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return skipped(path, label, _CLOSED)
    if stat.S_ISLNK(found.st_mode):
        return skipped(path, label, "it is a link; links are not followed.")
    if not stat.S_ISREG(found.st_mode):
        return skipped(path, label, _NO_FILE)
    return Entry(_key(path), told(label), _place(path), _stamp(found))


def skipped(path: str, label: str, reason: str) -> Entry:
    """The entry for something at `path` that is not read."""
    return Entry(_key(path), told(label), _place(path), "", reason)


def read(place: Place) -> Content:
    """The bytes of a file. Raises `UnreadableError` if it cannot be opened, or is no ordinary file (any more)."""
    for _ in range(_ATTEMPTS):
        try:
            content, is_still = _read(place.where)
        except OSError as error:
            raise UnreadableError(_CLOSED) from error
        if is_still:
            return content
    raise UnreadableError("it changed while it was read.")


def _read(path: bytes) -> tuple[Content, bool]:
    """The bytes, and whether the file stayed the same meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as stream:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise UnreadableError(_NO_FILE)
        data = stream.read(MOST_BYTES + 1)
        after = os.fstat(descriptor)
    is_whole = len(data) == min(before.st_size, MOST_BYTES + 1)
    return Content(data, _stamp(after)), is_whole and _stamp(before) == _stamp(after)


def _inside(folder: str, above: str, depth: int, without: str, wanted: Wanted) -> Iterator[Entry]:
    try:
        with os.scandir(folder) as found:
            items = sorted(found, key=lambda item: os.fsencode(item.name))
    except OSError:
        yield skipped(folder, above.rstrip("/") or os.path.basename(folder), "the folder cannot be opened.")
        return
    for item in items:
        label = f"{above}{item.name}"
        if item.name.startswith(".") or os.path.abspath(item.path) == without:
            continue
        if not item.is_dir(follow_symlinks=False):
            if wanted(label):
                yield file(item.path, label)
        elif depth >= DEEPEST:
            yield skipped(item.path, label, f"it lies more than {DEEPEST} folders deep.")
        else:
            yield from _inside(item.path, f"{label}/", depth + 1, without, wanted)


def _key(path: str) -> bytes:
    return os.fsencode(os.path.abspath(path))


def _place(path: str) -> Place:
    return Place(Kind.FILE, os.fsencode(os.path.abspath(path)))


def _stamp(found: os.stat_result) -> str:
    """Size, times of content and of inode (which no program can set back), and inode."""
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}-{found.st_ino}"
