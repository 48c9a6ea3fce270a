"""Has the words of a scan recognised before it is matched: by ocrmypdf and tesseract, where they are installed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TypeAlias

from matcher.core.model import MatchReport, NotAssessable, Outcome, ReadingWarning
from matcher.errors import OcrMissingError

NAME = "ocr (tesseract)"
MOST_PAGES = 10
"""Pages that are recognised, a second or two each; a longer scan is a portfolio."""
MOST_SECONDS = 90
MOST_MEGAPIXELS = 50
"""Of a page; A4 at 600 dots an inch has 35."""
_PROGRAMS = ("tesseract",)
_HELPERS = ("gs", "unpaper", "pngquant")
"""Programs that ocrmypdf uses if they are there."""
_WAYS = ("--skip-text", "--force-ocr")
"""First only pages that are pictures; then, for fonts that hide their letters, all pages as pictures."""
_OPTIONS = (
    *("--quiet", "--output-type", "pdf", "--language", "eng", "--optimize", "0", "--jobs", "2"),
    *("--pages", f"1-{MOST_PAGES}", "--tesseract-timeout", "30", "--max-image-mpixels", str(MOST_MEGAPIXELS)),
)
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - only the place; the folder in it is private
_WARNING = ReadingWarning("text_recognised", "The text was recognised in a picture; letters may be wrong.")
_SCANNED, _PAGE_SCANNED = "document_scanned", "page_scanned"
_TOO_SLOW = f"recognising its words took longer than {MOST_SECONDS} seconds."
_NOTHING = "it is a picture in which no words could be recognised."

Ask: TypeAlias = Callable[[bytes, str], Outcome]
"""A matcher's `match_bytes`."""


def check_installed() -> None:
    """Raises `OcrMissingError` if the extra or one of its programs is not there."""
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    missing += [] if find_spec("ocrmypdf") else ["ocrmypdf"]
    if missing:
        raise OcrMissingError("--ocr", f"{' and '.join(missing)} not found.")


def match(ask: Ask, data: bytes, name: str) -> Outcome:
    """The outcome for a document, with the words of its pictures recognised if it is a scan or holds scanned pages.

    Takes up to `MOST_SECONDS`. The words are read like those of any PDF; the report names `NAME` as their reader.
    """
    outcome = ask(data, name)
    for way in _WAYS if _is_scan(outcome) else ():
        searchable, trouble = _recognised(data, way)
        if trouble:
            return _refused(outcome, trouble)
        read = ask(searchable, name)
        if isinstance(read, MatchReport):
            warnings = (*read.document.warnings, _WARNING)
            digest = hashlib.sha256(data).hexdigest()
            return replace(read, document=replace(read.document, reader=NAME, sha256=digest, warnings=warnings))
        if read.code != _SCANNED:
            return replace(read, sha256=outcome.sha256) if isinstance(outcome, NotAssessable) else outcome
    return _refused(outcome, _NOTHING) if _is_scan(outcome) else outcome


def _is_scan(outcome: Outcome) -> bool:
    if isinstance(outcome, NotAssessable):
        return outcome.code == _SCANNED
    return any(warning.code == _PAGE_SCANNED for warning in outcome.document.warnings)


def _refused(outcome: Outcome, trouble: str) -> Outcome:
    """The outcome without recognised words: what was read without them, or why nothing was."""
    way_out = "Send the original text file."
    return replace(outcome, detail=trouble, way_out=way_out) if isinstance(outcome, NotAssessable) else outcome


def _recognised(data: bytes, way: str) -> tuple[bytes, str]:
    """(the PDF with its words, what went wrong): one of them is empty.

    The programs exchange files. They lie in a folder of one's own, in memory where the system has a place there, and
    are gone when this returns. Nothing of what the programs say is kept: it could quote the document.
    """
    with TemporaryDirectory(prefix="matcher-", dir=_room(), ignore_cleanup_errors=True) as folder:
        command = (sys.executable, "-m", "ocrmypdf", *_OPTIONS, way, "-", "-")
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        process = subprocess.Popen(  # noqa: S603 - the words of the command are all ours
            command,
            stdin=pipe,
            stdout=pipe,
            stderr=nowhere,
            cwd=folder,
            env=_variables(folder),
            start_new_session=True,
        )
        try:
            searchable, _ = process.communicate(data, timeout=MOST_SECONDS)
        except subprocess.TimeoutExpired:
            return b"", _TOO_SLOW
        finally:
            _end(process)
    return (searchable, "") if process.returncode == 0 and searchable else (b"", _NOTHING)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program, if it still runs, with all it started; nobody else is in its group."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _variables(folder: str) -> dict[str, str]:
    """The variables that the programs get: none of one's own but where they are."""
    found = [shutil.which(program) for program in (*_PROGRAMS, *_HELPERS)]
    places = dict.fromkeys(str(Path(program).parent) for program in found if program)
    return {
        "PATH": os.pathsep.join(places),
        "TMPDIR": folder,
        "HOME": folder,
        "LANG": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",
    }


def _room() -> str:
    return str(_IN_MEMORY) if os.access(_IN_MEMORY, os.W_OK | os.X_OK) else gettempdir()
