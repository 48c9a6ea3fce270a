"""Small PDF files for the tests, painted string by string, so that each shows one thing."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Painter = Callable[[Canvas], None]

WIDTH, HEIGHT = A4
TOP = 780.0
LEADING = 14.0
PARAGRAPH = (
    "Led the data governance council of a regional bank and named forty",
    "data stewards. Wrote the data strategy that the board approved, moved",
    "the warehouse to Snowflake and cut the cost of reporting by a third.",
)


def pdf(*painters: Painter, **options: Any) -> bytes:
    """A PDF with a page for each painter; `options` are the canvas's own."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, **{"pagesize": A4, **options})
    for paint in painters:
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def page(lines: Iterable[str] = PARAGRAPH) -> Painter:
    """Lines in one column of plain black text."""
    return lambda canvas: column(canvas, lines)


def column(
    canvas: Canvas,
    lines: Iterable[str],
    x: float = 50,
    top: float = TOP,
    leading: float = LEADING,
    font: str = "Helvetica",
    size: float = 10,
) -> float:
    """Paints lines under each other, "" leaving one out; answers the height of the next."""
    canvas.setFont(font, size)
    for line in lines:
        canvas.drawString(x, top, line)
        top -= leading
    return top


def box(canvas: Canvas, x: float, y: float, width: float, height: float, color: object = "#000000") -> None:
    """Paints a filled rectangle; the colour of what follows is black."""
    canvas.setFillColor(color)
    canvas.rect(x, y, width, height, stroke=0, fill=1)
    canvas.setFillColor("#000000")


def picture(canvas: Canvas, x: float = 0, y: float = 0, width: float = WIDTH, height: float = HEIGHT) -> None:
    """Paints a small grey picture stretched over a rectangle."""
    canvas.drawImage(ImageReader(_pixels()), x, y, width, height)


def _pixels() -> io.BytesIO:
    return io.BytesIO(b"P5 2 2 255 " + bytes([200, 210, 220, 230]))


def raw(
    content: bytes,
    resources: bytes = b"<< /Font << /F1 4 0 R >> >>",
    page_keys: bytes = b"",
    content_keys: bytes = b"",
    more: Mapping[int, bytes] | None = None,
    trailer: bytes = b"",
) -> bytes:
    """A PDF written by hand: catalog 1, pages 2, page 3, Helvetica 4 (as /F1), content 5, and `more` objects."""
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources %s %s >>"
        % (resources, page_keys),
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        5: stream(content, content_keys),
        **(more or {}),
    }
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def stream(data: bytes, keys: bytes = b"") -> bytes:
    """The body of a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys, data)


def shown(text: str, x: float = 50, y: float = 700, size: float = 10, before: str = "") -> bytes:
    """Instructions that paint a text in /F1."""
    return f"BT {before} /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n".encode("latin-1")
