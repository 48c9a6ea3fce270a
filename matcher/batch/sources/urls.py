"""Documents at addresses such as s3://bucket/resumes, through fsspec; needs the extra [cluster] or fsspec itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from matcher.batch.sources.entries import Content, Entry, Kind, Place, UnreadableError, told
from matcher.errors import NothingToReadError, UsageError
from matcher.intake import MOST_BYTES

_SINGLE = ("http://", "https://")
"""Addresses that name one document: a web server does not say what else it has."""


def is_url(name: str) -> bool:
    """True for an address, also a chained one of fsspec."""
    return "://" in name or "::" in name


def inside(url: str, has_company: bool) -> Iterator[Entry]:
    """The documents at or below `url`, by name. Labels are paths below it, or with `has_company` the whole
    address without what comes after "?": it may be a key.

    Raises `UsageError` if fsspec, or what it needs for this kind of address, is not installed, and
    `NothingToReadError` if nothing is there.
    """
    system, root = _system(url)
    if url.startswith(_SINGLE):
        yield Entry(url.encode(), _shown(url, root, root, has_company), Place(Kind.URL, url.encode()), _stamp({}))
        return
    try:
        found: Mapping[str, Mapping[str, Any]] = system.find(root, detail=True)
    except Exception as error:  # whatever the storage's own library raises
        trouble = f"cannot be listed ({type(error).__name__})."
        raise NothingToReadError(_public(url), trouble) from error
    if not found:
        raise NothingToReadError(_public(url), "there is no such document or folder.")
    for path in sorted(found):
        if not any(part.startswith(".") for part in path.removeprefix(root).split("/")):
            address = system.unstrip_protocol(path)
            label = _shown(url, root, path, has_company)
            yield Entry(address.encode(), label, Place(Kind.URL, address.encode()), _stamp(found[path]))


def read(place: Place) -> Content:
    """The bytes at an address. Raises `UnreadableError`."""
    system, path = _system(place.where.decode())
    try:
        with system.open(path, "rb") as stream:
            data: bytes = stream.read(MOST_BYTES + 1)
        return Content(data, "")
    except Exception as error:  # whatever the storage's own library raises
        raise UnreadableError(f"it cannot be fetched ({type(error).__name__}).") from error


def _system(url: str) -> tuple[Any, str]:
    try:
        core = import_module("fsspec.core")
        system, path = core.url_to_fs(url)
    except ImportError as error:
        raise UsageError(
            _public(url),
            "is an address, and what reads such is not installed: "
            f"{error.name or 'fsspec'}. Install the extra (pip install '.[cluster]').",
        ) from error
    except ValueError as error:
        raise UsageError(_public(url), "is no kind of address that fsspec knows.") from error
    return system, str(path)


def _public(url: str) -> str:
    """An address without what comes after "?", which may be a key."""
    return url.split("?", maxsplit=1)[0]


def _shown(url: str, root: str, path: str, has_company: bool) -> str:
    below = path.removeprefix(root).lstrip("/") or path.rsplit("/", 1)[-1]
    start = _public(url).rstrip("/")
    if not has_company:
        return told(_public(below))
    return told(start if path == root else f"{start}/{below}")


def _stamp(facts: Mapping[str, Any]) -> str:
    """What the storage says of a document's version; empty, so read again each time, if it says nothing."""
    told_facts = {
        name: str(facts[name])
        for name in ("ETag", "etag", "md5Hash", "mtime", "created", "LastModified")
        if name in facts
    }
    return (
        hashlib.sha256(repr((facts.get("size"), sorted(told_facts.items()))).encode()).hexdigest() if told_facts else ""
    )
