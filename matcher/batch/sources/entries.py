"""What a run is made of: one entry for each document, and where its bytes are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a place is: a file, a member of an archive, or an address."""

    FILE = "file"
    MEMBER = "member"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the bytes are. `where`: the path or the address, as bytes; `inner`: the number of the archive's member."""

    kind: Kind
    where: bytes
    inner: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the run.

    `key`: what tells it from all others of the run. `label`: what it is called in the answers, with slashes.
    `stamp`: changes when the document does, without its being read. `skipped`: why it is not read; empty if it is.
    """

    key: bytes
    label: str
    place: Place
    stamp: str = ""
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of an entry, one more than can be read at most, and its stamp when they were read."""

    data: bytes
    stamp: str


class UnreadableError(Exception):
    """The bytes cannot be had; `str()` says why, in words that fit after "it was not read:"."""


def told(name: bytes | str) -> str:
    """A name as text that can be written anywhere: bytes that are no UTF-8 stand as \\xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
