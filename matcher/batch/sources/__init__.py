"""From what was named on the command line to the documents of a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from matcher.batch.sources import archives, folders, patterns, urls
from matcher.batch.sources.entries import Content, Entry, Kind, Place, UnreadableError
from matcher.errors import NothingToReadError

__all__ = ["Content", "Entry", "Kind", "Place", "UnreadableError", "entries", "read"]

_LIST = "@"
_STDIN = "-"
_READ: Mapping[Kind, Callable[[Place], Content]] = {
    Kind.FILE: folders.read,
    Kind.MEMBER: archives.read,
    Kind.URL: urls.read,
}


def read(place: Place) -> Content:
    """The bytes at a place, one more than can be read at most. Raises `UnreadableError`."""
    return _READ[place.kind](place)


def entries(names: Sequence[str], without: Path | None = None) -> Iterator[Entry]:
    """The documents at `names`, each in its order: files, folders, patterns, zip archives, addresses, `@list` files.

    Below one folder, labels are paths in it; of several names, paths below what they have in common.
    `without`: a folder that is not looked into, where the answers go.
    Raises `NothingToReadError` for a name at which there is nothing; in a list it is an entry with that reason.
    """
    own = os.path.abspath(without) if without else ""
    listed = any(name.startswith(_LIST) for name in names)
    local = [name for name in names if not name.startswith(_LIST) and not urls.is_url(name)]
    common = _common(local) if len(names) > 1 or listed else None
    for name in names:
        if name.startswith(_LIST):
            yield from _listed(name[1:], own)
        else:
            yield from _named(name, own, common)


def _named(name: str, own: str, common: str | None) -> Iterator[Entry]:
    """`common`: the folder below which labels start; None: below what is named itself."""
    if urls.is_url(name):
        yield from urls.inside(name, common is not None)
    elif patterns.is_pattern(name):
        folder, is_meant = patterns.split(name)
        prefix = _prefix(folder, common)
        yield from _opened(folders.inside(folder, prefix, own, lambda label: is_meant(label.removeprefix(prefix))))
    elif not os.path.lexists(name):
        raise NothingToReadError(name, "there is no such file or folder.")
    elif os.path.isdir(name):
        yield from _opened(folders.inside(name, _prefix(name, common), own))
    else:
        label = os.path.basename(name) if common is None else _below(name, common)
        yield from _opened(iter([folders.file(name, label)]))


def _opened(found: Iterator[Entry]) -> Iterator[Entry]:
    """The same entries, an archive replaced by its members."""
    for entry in found:
        if entry.skipped or not entry.label.lower().endswith(archives.SUFFIX):
            yield entry
        else:
            yield from archives.inside(os.fsdecode(entry.place.where), entry.label)


def _listed(path: str, own: str) -> Iterator[Entry]:
    """What the lines of a list name; empty lines are left out. A folder is entered, a list in a list is not."""
    try:
        text = sys.stdin.read() if path == _STDIN else Path(path).read_text("utf-8", "surrogateescape")
    except OSError as error:
        raise NothingToReadError(path, f"is no list that can be read: {error.strerror}.") from error
    names = [line.strip() for line in text.splitlines() if line.strip()]
    common = _common([name for name in names if not urls.is_url(name)])
    for name in names:
        try:
            yield from _named(name, own, common)
        except NothingToReadError as error:
            yield folders.skipped(name, _below(name, common), error.trouble)


def _common(names: Sequence[str]) -> str:
    """The lowest folder that holds all of them."""
    above = [os.path.dirname(os.path.abspath(name)) for name in names]
    try:
        return os.path.commonpath(above) if above else os.getcwd()
    except ValueError:  # on several drives
        return ""


def _prefix(folder: str, common: str | None) -> str:
    below = "" if common is None else _below(folder, common)
    return f"{below}/" if below not in {"", "."} else ""


def _below(name: str, common: str) -> str:
    path = os.path.abspath(name)
    return (os.path.relpath(path, common) if common else path).replace(os.sep, "/")
