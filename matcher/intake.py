"""What comes in, before anything is read: the bytes of a file, and the outcome for a document that gets no answer.

It loads no reader: the parent process of `isolation` needs no more than this.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from matcher.core.model import Engine, NotAssessable
from matcher.errors import DocumentError, NothingToReadError

STDIN = "-"
"""What stands for standard input where a file is named."""
MOST_BYTES = 6 * 1024 * 1024
"""Bytes of a document that is read; resumes above are scans."""


def content(path: Path) -> bytes:
    """The bytes of a file, one more than can be read at most. Raises `NothingToReadError`."""
    try:
        if path.is_dir():
            raise NothingToReadError(str(path), "is a folder; `matcher batch` reads folders.")
        if not path.exists():
            raise NothingToReadError(str(path), "there is no such file.")
        if not path.is_file():
            raise NothingToReadError(str(path), "is no ordinary file.")
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise NothingToReadError(str(path), "cannot be opened.") from error


def given(path: str) -> tuple[bytes, str]:
    """The bytes of a file, or of standard input where `path` is "-", and what they are called.

    Raises `NothingToReadError`.
    """
    if path == STDIN:
        return sys.stdin.buffer.read(MOST_BYTES + 1), "standard input"
    return content(Path(path)), Path(path).name


def text_bytes(text: str) -> bytes:
    """The bytes that stand for a text that was pasted or typed, halves of surrogate pairs included."""
    return text.encode("utf-8", "surrogatepass")


def not_assessable(error: DocumentError, engine: Engine, data: bytes | None) -> NotAssessable:
    """The outcome for the document `data` that ended in `error`; None: its bytes could not be had."""
    digest = "" if data is None else hashlib.sha256(data).hexdigest()
    return NotAssessable(engine, error.subject, digest, error.code, error.trouble, error.way_out)
