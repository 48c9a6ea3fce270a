"""The documents in a zip archive, read one by one out of it; nothing is ever unpacked to disk."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from matcher.batch.sources import folders
from matcher.batch.sources.entries import Content, Entry, Kind, Place, UnreadableError, told
from matcher.intake import MOST_BYTES

SUFFIX = ".zip"
MOST_MEMBERS = 65_534
"""Members of an archive: all that its end can count; larger directories have another form (zip64)."""
_MOST_DIRECTORY = 25_600_000
"""Bytes of its directory, which takes about four times as much in memory when it is read."""
MOST_RATIO = 200
"""Times a member may be larger than what it is packed into; deflate packs text about 4, a page of blanks 100 times."""
_SMALL = 1024 * 1024
"""Bytes below which no ratio is looked at: blank forms pack well, and cost nothing."""
_END = b"PK\x05\x06"
_END_SIZE, _LONGEST_COMMENT = 22, 65_535
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError)
"""What the standard library raises for archives that are damaged or made to hurt."""


def inside(path: str, label: str) -> Iterator[Entry]:
    """The members of the archive at `path`, in its own order, labelled `label/name`. Never raises: an archive that
    cannot be opened, or that is made to hurt, is one entry with the reason.
    """
    whole = folders.file(path, label)
    try:
        reason = whole.skipped or _trouble(path)
        members = [] if reason else _open(os.fsencode(path), whole.stamp).infolist()
    except _BROKEN:
        reason = "the archive cannot be opened; it may be damaged."
    if not reason and sum(member.compress_size for member in members) > os.path.getsize(path):
        reason = "the archive is made to hurt: its members overlap."
    if reason:
        yield folders.skipped(path, label, reason)
        return
    for number, member in enumerate(members):
        if not member.is_dir() and not _is_hidden(member.filename):
            yield _entry(whole, label, number, member)


def read(place: Place) -> Content:
    """The bytes of a member. Raises `UnreadableError` if the archive or the member is damaged or was replaced."""
    path = os.fsdecode(place.where)
    whole = folders.file(path, "")
    try:
        archive = _open(place.where, whole.stamp)
        member = archive.infolist()[place.inner]
        with archive.open(member) as stream:
            return Content(stream.read(MOST_BYTES + 1), _stamp(whole, place.inner, member))
    except (*_BROKEN, IndexError) as error:
        raise UnreadableError("it cannot be unpacked; the archive is damaged or uses an unusual method.") from error


@lru_cache(maxsize=1)
def _open(path: bytes, stamp: str) -> zipfile.ZipFile:
    """The archive as it was at `stamp`; kept open for its next member."""
    del stamp
    return zipfile.ZipFile(os.fsdecode(path))


def _trouble(path: str) -> str:
    """Why the directory of the archive is not even read; empty if it is."""
    with open(path, "rb") as stream:
        stream.seek(max(0, os.fstat(stream.fileno()).st_size - _END_SIZE - _LONGEST_COMMENT))
        tail = stream.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_SIZE:
        return "the archive cannot be opened; it may be damaged."
    members, size = struct.unpack_from("<HI", tail, end + 10)
    if members > MOST_MEMBERS or size > _MOST_DIRECTORY:
        return f"the archive holds more than {MOST_MEMBERS:,} documents; split it."
    return ""


def _entry(whole: Entry, label: str, number: int, member: zipfile.ZipInfo) -> Entry:
    name = f"{label}/{told(member.filename.encode('utf-8', 'surrogateescape'))}"
    place = Place(Kind.MEMBER, whole.place.where, number)
    key = whole.key + b"\0%d\0" % number + member.filename.encode("utf-8", "surrogateescape")
    return Entry(key, name, place, _stamp(whole, number, member), _reason(member))


def _stamp(whole: Entry, number: int, member: zipfile.ZipInfo) -> str:
    return f"{whole.stamp}-{number}-{member.CRC}"


def _reason(member: zipfile.ZipInfo) -> str:
    """Why a member is not read."""
    name = PurePosixPath(member.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts:
        return "its name leads out of the archive."
    if member.flag_bits & 1:
        return "it needs a password; save the archive without."
    if name.suffix.lower() == SUFFIX:
        return "it is an archive within an archive; unpack it first."
    if member.file_size > max(_SMALL, MOST_RATIO * member.compress_size):
        return f"it unpacks to more than {MOST_RATIO} times its size."
    return ""


def _is_hidden(name: str) -> bool:
    """Names that folders would not show either, and what macOS adds to archives."""
    parts = name.replace("\\", "/").split("/")
    return any(part == "__MACOSX" or (part.startswith(".") and part not in {".", ".."}) for part in parts)
