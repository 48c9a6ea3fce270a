"""The XML names of OpenDocument texts (ODF 1.3)."""

from __future__ import annotations

_SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
DRAW = f"{_SPACES}drawing:1.0"
FO = f"{_SPACES}xsl-fo-compatible:1.0"
OFFICE = f"{_SPACES}office:1.0"
STYLE = f"{_SPACES}style:1.0"
SVG = f"{_SPACES}svg-compatible:1.0"
TABLE = f"{_SPACES}table:1.0"
TEXT = f"{_SPACES}text:1.0"


def tag(space: str, name: str) -> str:
    """The name as lxml has it."""
    return f"{{{space}}}{name}"
