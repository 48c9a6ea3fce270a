"""Reads Word documents: paragraphs, tables, text boxes, headers and footers in the order they are seen."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from matcher.core.folding import BULLET
from matcher.core.model import ReadingWarning
from matcher.errors import DocumentDamagedError, DocumentError, DocumentTooExpensiveError
from matcher.readers import packed, rows
from matcher.readers.docx.looks import Looks
from matcher.readers.docx.names import MC, W, tag
from matcher.readers.reading import Format, Reading, hidden_text

_SKIPPED = {
    tag(W, "del"),  # deleted in a tracked change
    tag(W, "moveFrom"),
    tag(W, "instrText"),
    tag(W, "pPr"),
    tag(W, "rPr"),
    tag(MC, "Fallback"),  # the same text box once more
}
_HOLDERS = {tag(W, name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_BREAKS = {
    tag(W, "tab"): "\t",
    tag(W, "ptab"): "\t",
    tag(W, "br"): "\n",
    tag(W, "cr"): "\n",
    tag(W, "noBreakHyphen"): "-",
    tag(W, "softHyphen"): "\u00ad",
}


def fits(data: bytes) -> bool:
    """True for a zip archive that holds a Word document, or began to before it was cut off."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    is_office = b"[Content_Types].xml" in data[:200] and not any(other in data for other in (b"xl/", b"ppt/"))
    return b"word/" in data or is_office


def read(data: bytes, name: str) -> Reading:
    """The text of the document. Raises `DocumentDamagedError`, `DocumentTooExpensiveError`."""
    packed.check_size(data, name)
    found = _open(data, name)
    text = _Text(name, Looks(found.styles, found.document, [*found.headers, *found.footers]))
    lines = [line for part in (*found.headers, found.body, *found.footers) for line in text.lines(part)]
    warnings: tuple[ReadingWarning, ...] = ()
    if text.hidden:
        warnings = (hidden_text(text.hidden, "hidden, too small or without contrast", None),)
    return Reading("\n".join(lines) + "\n", "python-docx", warnings=warnings)


class _Parts(NamedTuple):
    """The XML elements that are read."""

    document: Any
    body: Any
    styles: Any
    headers: list[Any]
    footers: list[Any]


def _open(data: bytes, name: str) -> _Parts:
    import docx  # here, because it loads lxml: 60 ms that a PDF need not wait for

    failure: type[DocumentError]
    try:
        document = docx.Document(io.BytesIO(data))
        margins = [_margins(document, kind) for kind in ("header", "footer")]
        body = next(document.element.iter(tag(W, "body")))
        return _Parts(document.element, body, document.styles.element, *margins)
    except MemoryError:
        failure, trouble = DocumentTooExpensiveError, "it takes more memory than a resume needs."
    except Exception:  # parsers of hostile files raise anything, and quote them
        failure, trouble = DocumentDamagedError, "the Word document cannot be opened."
    raise failure(name, trouble)  # here, where the memory of the attempt is free again


def _margins(document: Any, kind: str) -> list[Any]:
    """The headers or footers of the sections, each distinct one once."""
    found: dict[int, Any] = {}
    texts: set[str] = set()
    for section in document.sections:
        kinds = [f"first_page_{kind}", kind] if section.different_first_page_header_footer else [kind]
        for margin in (getattr(section, name) for name in kinds):
            if margin.is_linked_to_previous or id(margin._element) in found:
                continue
            text = "".join(margin._element.itertext())
            if text not in texts:
                found[id(margin._element)] = margin._element
                texts.add(text)
    return list(found.values())


class _Text:
    """Walks through a document. `hidden`: characters left out so far because no person could see them."""

    def __init__(self, name: str, looks: Looks) -> None:
        self._looks = looks
        self._steps = packed.Steps(name)
        self.hidden = 0

    def lines(self, part: Any) -> Iterator[str]:
        """The lines of a body, header or cell; cells of a table row stand in one line, parted by tabs."""
        for block in self._steps.through(part):
            if block.tag == tag(W, "p"):
                yield from self._paragraph(block)
            elif block.tag == tag(W, "tbl"):
                for row in _inside(block, tag(W, "tr")):
                    yield from self._row(row)
            elif block.tag in _HOLDERS:
                yield from self.lines(block)

    def _row(self, row: Any) -> Iterator[str]:
        cells = [[line for line in self.lines(cell) if line.strip()] for cell in _inside(row, tag(W, "tc"))]
        return rows.lines_of(cells)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        pieces: list[str] = []
        boxes: list[Any] = []
        self._collect(paragraph, pieces, boxes)
        text = "".join(pieces)
        if text.strip() and self._looks.is_item(paragraph):
            text = f"{BULLET} {text}"
        elif text.strip() and self._looks.is_heading(paragraph):
            yield ""
        yield text
        for box in boxes:
            yield from self.lines(box)

    def _collect(self, node: Any, pieces: list[str], boxes: list[Any]) -> None:
        for child in self._steps.through(node):
            if child.tag == tag(W, "t"):
                pieces.append(child.text or "")
            elif child.tag in _BREAKS:
                pieces.append(_BREAKS[child.tag])
            elif child.tag == tag(W, "sym"):  # a sign of a symbol font
                pieces.append(" " if "".join(pieces).strip() else f"{BULLET} ")
            elif child.tag == tag(W, "txbxContent"):
                boxes.append(child)
            elif child.tag == tag(W, "r") and self._looks.hides(child):
                self.hidden += sum(len("".join((t.text or "").split())) for t in child.iter(tag(W, "t")))
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                self._collect(child, pieces, boxes)


def _inside(node: Any, wanted: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, also those inside of content controls."""
    for child in node:
        if child.tag == wanted:
            yield child
        elif child.tag in _HOLDERS:
            yield from _inside(child, wanted)


FORMAT = Format(
    "Word (DOCX)",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx",),
    fits,
    read,
)
