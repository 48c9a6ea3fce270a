"""Small Word documents for the tests, made with python-docx and, where it has no words for it, changed by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import Any

import docx


def made(build: Callable[[Any], None]) -> bytes:
    """The document that `build` fills."""
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def of(paragraphs: Iterable[str]) -> bytes:
    """A document of plain paragraphs."""

    def build(document: Any) -> None:
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)

    return made(build)


def with_body(xml: str, data: bytes | None = None) -> bytes:
    """A document with this XML at the start of its body; `w`, `wp`, `wps`, `a`, `mc`, `v` are known name spaces."""
    return changed(
        data or of([]),
        "word/document.xml",
        lambda text: text.replace("<w:document ", f"<w:document {_SPACES}", 1).replace("<w:body>", f"<w:body>{xml}", 1),
    )


_SPACES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '


def run(text: str, look: str = "") -> str:
    """The XML of a run with this formatting."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, look: str = "") -> str:
    """The XML of a paragraph of one run."""
    return f"<w:p>{run(text, look)}</w:p>"


def changed(data: bytes, member: str, change: Callable[[str], str]) -> bytes:
    """The document with one of its parts rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == member else content)
    return out.getvalue()
