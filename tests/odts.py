"""Small OpenDocument texts for the tests, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

MIME = "application/vnd.oasis.opendocument.text"
_SPACES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)


def packed(members: dict[str, bytes | str], mime: str = MIME) -> bytes:
    """The archive of these members, with its type first and not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), mime)
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def content(body: str, styles: str = "", doctype: str = "") -> str:
    """The XML of a body with these automatic styles."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content{_SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def page_styles(xml: str) -> str:
    """The XML of `styles.xml` with this in it."""
    return f'<?xml version="1.0"?><office:document-styles{_SPACES}>{xml}</office:document-styles>'


def odt(body: str, styles: str = "", pages: str = "") -> bytes:
    """A document with this body, these automatic styles and, in `styles.xml`, these styles and master pages."""
    return packed({"content.xml": content(body, styles), "styles.xml": page_styles(pages)})


def of(paragraphs: Iterable[str]) -> bytes:
    """A document of plain paragraphs."""
    return odt("".join(p(paragraph) for paragraph in paragraphs))


def p(text: str, style: str = "") -> str:
    """The XML of a paragraph."""
    return f'<text:p text:style-name="{style}">{text}</text:p>' if style else f"<text:p>{text}</text:p>"


def span(text: str, style: str) -> str:
    """The XML of a span."""
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def style(name: str, text: str = "", family: str = "text", more: str = "", parent: str = "") -> str:
    """The XML of a style with these text properties."""
    based = f' style:parent-style-name="{parent}"' if parent else ""
    properties = f"<style:text-properties {text}/>" if text else ""
    return f'<style:style style:name="{name}" style:family="{family}"{based}>{more}{properties}</style:style>'
