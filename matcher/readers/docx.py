"""Reads Word documents: paragraphs, tables, text boxes, headers and footers in the order they are seen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from matcher.core.model import ReadingWarning
from matcher.errors import DocumentDamagedError, DocumentTooExpensiveError
from matcher.readers.reading import Format, Reading, hidden_text

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes a document may unpack to; the files of 285 real resumes stay below a tenth of it."""
MOST_PARTS = 2_000
SMALLEST_HALF_POINTS = 8
"""Word's unit of font size; below 4 points nobody reads."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {
    f"{_W}del",  # deleted in a tracked change
    f"{_W}moveFrom",
    f"{_W}instrText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # the same text box once more
}
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "\u00ad"}


def fits(data: bytes) -> bool:
    """True for a zip archive that holds a Word document."""
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def read(data: bytes, name: str) -> Reading:
    """The text of the document. Raises `DocumentDamagedError`, `DocumentTooExpensiveError`."""
    _check_size(data, name)
    document = _open(data, name)
    hidden: list[int] = []
    parts = [*_headers(document, "header"), document.element.body, *_headers(document, "footer")]
    text = "\n".join(line for part in parts for line in _lines(part, hidden))
    warnings: tuple[ReadingWarning, ...] = (
        (hidden_text(sum(hidden), "hidden, tiny or white on white", None),) if sum(hidden) else ()
    )
    return Reading(text + "\n", "python-docx", warnings=warnings)


def _check_size(data: bytes, name: str) -> None:
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DocumentDamagedError(name, "the file is damaged or cut off.") from error
    if len(members) > MOST_PARTS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise DocumentTooExpensiveError(name, "it unpacks to far more than a resume needs.")


def _open(data: bytes, name: str) -> Any:
    import docx  # here, because it loads lxml: 60 ms that a PDF need not wait for

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # parsers of hostile files raise anything
        raise DocumentDamagedError(name, "the Word document cannot be opened.") from error


def _headers(document: Any, kind: str) -> list[Any]:
    """The headers or footers of the sections, each distinct one once."""
    seen: dict[str, Any] = {}
    for section in document.sections:
        part = getattr(section, kind)
        if not part.is_linked_to_previous:
            seen.setdefault("\n".join(_lines(part._element, [])), part._element)
    return list(seen.values())


def _lines(part: Any, hidden: list[int]) -> Iterator[str]:
    """The lines of a body, header or cell; cells of a table row stand in one line, parted by tabs."""
    for block in part:
        if block.tag == f"{_W}p":
            yield from _paragraph(block, hidden)
        elif block.tag == f"{_W}tbl":
            for row in block.findall(f"{_W}tr"):
                yield from _row(row, hidden)
        elif block.tag == f"{_W}sdt":
            for content in block.findall(f"{_W}sdtContent"):
                yield from _lines(content, hidden)


def _row(row: Any, hidden: list[int]) -> Iterator[str]:
    cells = [[line for line in _lines(cell, hidden) if line.strip()] for cell in row.findall(f"{_W}tc")]
    if any(len(cell) > 1 for cell in cells):  # a table used as a page layout: column after column
        for cell in cells:
            yield from [*cell, ""]
    else:
        yield "\t".join(line for cell in cells for line in cell)


def _paragraph(paragraph: Any, hidden: list[int]) -> Iterator[str]:
    pieces: list[str] = []
    boxes: list[Any] = []
    _collect(paragraph, pieces, boxes, hidden)
    properties = paragraph.find(f"{_W}pPr")
    is_item = properties is not None and (properties.find(f"{_W}numPr") is not None or _is_list_style(properties))
    text = "".join(pieces)
    yield f"• {text}" if is_item and text.strip() else text
    for box in boxes:
        yield from _lines(box, hidden)


def _is_list_style(properties: Any) -> bool:
    style = properties.find(f"{_W}pStyle")
    return style is not None and style.get(f"{_W}val", "").startswith("List")


def _collect(node: Any, pieces: list[str], boxes: list[Any], hidden: list[int]) -> None:
    for child in node:
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{_W}r" and _is_hidden(child):
            hidden.append(sum(len(t.text or "") for t in child.iter(f"{_W}t")))
        elif child.tag not in _SKIPPED and isinstance(child.tag, str) and child.tag != f"{_W}pPr":
            _collect(child, pieces, boxes, hidden)


def _is_hidden(run: Any) -> bool:
    """True for a run marked as hidden, smaller than 4 points, or white with no shading behind it."""
    look = run.find(f"{_W}rPr")
    if look is None:
        return False
    size, color = look.find(f"{_W}sz"), look.find(f"{_W}color")
    if look.find(f"{_W}vanish") is not None or (size is not None and _number(size) < SMALLEST_HALF_POINTS):
        return True
    return color is not None and color.get(f"{_W}val", "").upper() == "FFFFFF" and not _is_shaded(run)


def _number(element: Any) -> float:
    value = element.get(f"{_W}val", "")
    return float(value) if value.isdigit() else float("inf")


def _is_shaded(run: Any) -> bool:
    fills = (shade.get(f"{_W}fill", "auto") for above in run.iterancestors() for shade in _shades(above))
    own = (shade.get(f"{_W}fill", "auto") for shade in run.iter(f"{_W}shd"))
    return any(fill.upper() not in ("AUTO", "FFFFFF") for fill in (*own, *fills))


def _shades(element: Any) -> list[Any]:
    return [shade for holder in ("pPr", "tcPr", "tblPr") for shade in element.findall(f"{_W}{holder}/{_W}shd")]


FORMAT = Format(
    "Word (DOCX)",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx",),
    fits,
    read,
)
