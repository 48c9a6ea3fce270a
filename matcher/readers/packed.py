"""What a document in a zip archive may unpack to, and how much of its XML is walked through."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from matcher.errors import DocumentDamagedError, DocumentTooExpensiveError

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes a document may unpack to; the files of 285 real resumes stay below a tenth of it."""
MOST_XML = 10 * 1024 * 1024
"""Bytes of XML in it: its tree takes up to twenty times as much. A book has 5 MB."""
MOST_PARTS = 2_000
MOST_STEPS = 200_000
"""Elements that are walked through; a resume of four pages has 3,000."""
_DAMAGES = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError)
"""What the standard library raises for an archive that is none."""


def check_size(data: bytes, name: str) -> None:
    """Believes what the archive says of itself: nothing is unpacked further than that.

    Raises `DocumentDamagedError`, `DocumentTooExpensiveError`.
    """
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except _DAMAGES:
        raise DocumentDamagedError(name, "the file is damaged or cut off.") from None
    xml = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_PARTS or unpacked > MOST_UNPACKED or xml > MOST_XML:
        raise DocumentTooExpensiveError(name, "it unpacks to far more than a resume needs.")


class Steps:
    """Counts the elements of one document that are walked through. Raises `DocumentTooExpensiveError`."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._taken = 0

    def through(self, node: Any) -> Iterator[Any]:
        """The children of an XML element."""
        for child in node:
            self._taken += 1
            if self._taken > MOST_STEPS:
                raise DocumentTooExpensiveError(self._name, "it has far more parts than a resume needs.")
            yield child
