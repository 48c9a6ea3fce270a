"""Reads OpenDocument texts: paragraphs, tables, text boxes, headers and footers in the order they are seen.

With zipfile and lxml, as Word documents are: the library for OpenDocument has had no release since 2020.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matcher.core.folding import BULLET
from matcher.core.model import ReadingWarning
from matcher.errors import DocumentDamagedError, DocumentEncryptedError, DocumentError, DocumentTooExpensiveError
from matcher.readers import packed, rows
from matcher.readers.odt.looks import Look, Looks
from matcher.readers.odt.names import DRAW, OFFICE, STYLE, SVG, TABLE, TEXT, tag
from matcher.readers.reading import Format, Reading, hidden_text

MOST_SPACES = 100
"""Spaces that one element can stand for; a line holds no more."""
_MIME = b"mimetypeapplication/vnd.oasis.opendocument.text"
_SNIFFED = 200
_MANIFEST, _CONTENT, _STYLES = "META-INF/manifest.xml", "content.xml", "styles.xml"
_ENCRYPTED = (b"encryption-data", b"encrypted-package")
_SPACE = re.compile(r"[ \t\r\n]+")
"""Space in the XML is one space, however much it is: more stands as elements (ODF 1.3, part 3, 6.1.2)."""
_SKIPPED = {
    tag(TEXT, "tracked-changes"),  # deleted in a tracked change
    tag(TEXT, "note-citation"),
    tag(TEXT, "hidden-text"),
    tag(TEXT, "hidden-paragraph"),
    tag(TEXT, "index-title-template"),
    tag(TEXT, "table-of-content-source"),
    tag(TEXT, "ruby-text"),
    tag(OFFICE, "annotation"),
    tag(OFFICE, "forms"),
    tag(TABLE, "covered-table-cell"),
    tag(DRAW, "object"),
    tag(DRAW, "object-ole"),
    tag(DRAW, "image"),
    tag(SVG, "title"),
    tag(SVG, "desc"),
}
_BREAKS = {tag(TEXT, "tab"): "\t", tag(TEXT, "line-break"): "\n"}
_HEADING = tag(TEXT, "h")
_PARAGRAPHS = {tag(TEXT, "p"), _HEADING}
_BOXES = {tag(DRAW, name) for name in ("text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "path")}
_ITEMS = {tag(TEXT, "list-item"), tag(TEXT, "list-header")}
_HEADERS = [tag(STYLE, name) for name in ("header-first", "header", "header-left")]
_FOOTERS = [tag(STYLE, name) for name in ("footer-first", "footer", "footer-left")]


def fits(data: bytes) -> bool:
    """True for a zip archive that says of itself to be an OpenDocument text."""
    return data.startswith(b"PK\x03\x04") and _MIME in data[:_SNIFFED]


def read(data: bytes, name: str) -> Reading:
    """The text of the document.

    Raises `DocumentEncryptedError`, `DocumentDamagedError`, `DocumentTooExpensiveError`.
    """
    packed.check_size(data, name)
    parts = _open(data, name)
    content, styles = parts[_CONTENT], parts[_STYLES]
    text = _Text(name, Looks([part for part in (styles, content) if part is not None]))
    margins = [_margins(styles, names) for names in (_HEADERS, _FOOTERS)]
    body = content.find(f"{tag(OFFICE, 'body')}/{tag(OFFICE, 'text')}")
    if body is None:
        raise DocumentDamagedError(name, "the OpenDocument text cannot be opened.")
    lines = [line for part in (*margins[0], body, *margins[1]) for line in text.lines(part)]
    warnings: tuple[ReadingWarning, ...] = ()
    if text.hidden:
        warnings = (hidden_text(text.hidden, "hidden, too small or without contrast", None),)
    return Reading("\n".join(lines) + "\n", "lxml", warnings=warnings)


def _open(data: bytes, name: str) -> Mapping[str, Any]:
    """The root elements of the parts that are read; None for a part that need not be there."""
    from lxml import etree  # here, because it takes 30 ms that a PDF need not wait for

    failure: type[DocumentError]
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        held = set(archive.namelist())
        if _MANIFEST in held and any(mark in archive.read(_MANIFEST) for mark in _ENCRYPTED):
            raise DocumentEncryptedError(name, "it is protected by a password.")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        styles = etree.fromstring(archive.read(_STYLES), parser) if _STYLES in held else None
        return {_CONTENT: etree.fromstring(archive.read(_CONTENT), parser), _STYLES: styles}
    except DocumentEncryptedError:
        raise
    except MemoryError:
        failure, trouble = DocumentTooExpensiveError, "it takes more memory than a resume needs."
    except Exception:  # parsers of hostile files raise anything, and quote them
        failure, trouble = DocumentDamagedError, "the OpenDocument text cannot be opened."
    raise failure(name, trouble)  # here, where the memory of the attempt is free again


def _margins(styles: Any, names: Sequence[str]) -> list[Any]:
    """The headers or footers of the pages, each distinct one once."""
    found: dict[str, Any] = {}
    for wanted in names if styles is not None else ():
        for margin in styles.iter(wanted):
            found.setdefault("".join(margin.itertext()), margin)
    return list(found.values())


class _Text:
    """Walks through a document. `hidden`: characters left out so far because no person could see them."""

    def __init__(self, name: str, looks: Looks) -> None:
        self._looks = looks
        self._steps = packed.Steps(name)
        self.hidden = 0

    def lines(self, part: Any) -> list[str]:
        """The lines of the body, a header or a footer."""
        return self._lines(part, self._looks.page)

    def _lines(self, part: Any, outer: Look) -> list[str]:
        lines: list[str] = []
        for block in self._steps.through(part):
            if not isinstance(block.tag, str) or block.tag in _SKIPPED:
                continue
            look = self._looks.of(block, outer)
            if block.tag in _PARAGRAPHS:
                lines += [""] if block.tag == _HEADING else []
                lines += self._paragraph(block, look)
            elif block.tag == tag(TABLE, "table-row"):
                lines += self._row(block, look)
            elif block.tag in _ITEMS:
                lines += self._item(block, look)
            else:  # sections, lists, tables, frames and whatever else holds blocks
                lines += self._lines(block, look)
        return lines

    def _row(self, row: Any, look: Look) -> Iterator[str]:
        cells = [cell for cell in self._steps.through(row) if cell.tag == tag(TABLE, "table-cell")]
        lines = [self._lines(cell, self._looks.of(cell, look)) for cell in cells]
        return rows.lines_of([[line for line in cell if line.strip()] for cell in lines])

    def _item(self, item: Any, look: Look) -> list[str]:
        """The lines of a list item, the first with a bullet; a heading with a number is none."""
        lines = self._lines(item, look)
        first = next((i for i, line in enumerate(lines) if line.strip()), None)
        is_heading = item.tag == tag(TEXT, "list-header") or any(child.tag == _HEADING for child in item)
        if first is not None and not is_heading and not lines[first].startswith(BULLET):
            lines[first] = f"{BULLET} {lines[first]}"
        return lines

    def _paragraph(self, paragraph: Any, look: Look) -> list[str]:
        pieces: list[str] = []
        boxes: list[tuple[Any, Look]] = []
        self._collect(paragraph, look, pieces, boxes)
        return "".join(pieces).split("\n") + [line for box, ground in boxes for line in self._lines(box, ground)]

    def _collect(self, node: Any, look: Look, pieces: list[str], boxes: list[tuple[Any, Look]]) -> None:
        self._add(node.text, look, pieces)
        for child in self._steps.through(node):
            if isinstance(child.tag, str):  # else a comment or the name of an entity, with text behind it
                self._collect_from(child, look, pieces, boxes)
            self._add(child.tail, look, pieces)

    def _collect_from(self, child: Any, outer: Look, pieces: list[str], boxes: list[tuple[Any, Look]]) -> None:
        look = self._looks.of(child, outer)
        if child.tag == tag(TEXT, "hidden-text"):
            self.hidden += _inked(child.get(tag(TEXT, "string-value"), ""))
        elif child.tag == tag(TEXT, "s"):
            pieces.append(" " * _count(child))
        elif child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        elif child.tag in _BOXES or child.tag == tag(TEXT, "note-body"):
            boxes.append((child, look))
        elif child.tag not in _SKIPPED:
            self._collect(child, look, pieces, boxes)

    def _add(self, text: str | None, look: Look, pieces: list[str]) -> None:
        if text and look.hides:
            self.hidden += _inked(text)
        elif text:
            pieces.append(_SPACE.sub(" ", text))


def _inked(text: str) -> int:
    return sum(map(len, text.split()))


def _count(spaces: Any) -> int:
    value = spaces.get(tag(TEXT, "c"), "1")
    return min(int(value[:6]), MOST_SPACES) if value.isdecimal() else 1


FORMAT = Format("OpenDocument text (ODT)", "application/vnd.oasis.opendocument.text", (".odt", ".ott"), fits, read)
