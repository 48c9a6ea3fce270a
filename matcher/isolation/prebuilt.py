"""The matcher that children are forked with, if the fork server was told to build one."""

from __future__ import annotations

import contextlib
import gc
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from matcher.errors import MatcherError
from matcher.pipeline import Matcher
from matcher.settings import Settings

_BUILT: dict[tuple[Path | None, tuple[Path, ...]], Matcher] = {}


def matcher(profiles: Path | None, more: tuple[Path, ...] = ()) -> Matcher:
    """The matcher for these profiles, from the fork server if it has it. Raises `ReferenceDataError`."""
    if (profiles, more) not in _BUILT:
        _BUILT[profiles, more] = Matcher(profiles, more=more)
    return _BUILT[profiles, more]


def _empty_docx() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "")
    return target.getvalue()


def _empty_odt() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "")
    return target.getvalue()


_SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "sample.docx": _empty_docx,
    "sample.html": lambda: b"<html><style>p { color: red }</style><p style='color: #fff'>Sample words",
    "sample.odt": _empty_odt,
    "sample.pdf": lambda: b"%PDF-1.4\n",
    "sample.txt": lambda: b"Sample words for a first look at the text.",
}
"""A document per format whose reader loads its library late (lxml alone takes 60 ms), so that it is loaded here."""


def build() -> None:
    """Builds for the deployment's profiles. What is wrong with them is said by the child that is asked for them."""
    with contextlib.suppress(MatcherError):
        built = matcher(Settings.from_environment().profiles)
        for name, sample in _SAMPLES.items():
            built.match_bytes(sample(), name)
    gc.collect()
    gc.freeze()  # children do not touch, and so do not copy, what was made before them
