"""The XML names of Word documents (ECMA-376)."""

from __future__ import annotations

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def tag(space: str, name: str) -> str:
    """The name as lxml has it."""
    return f"{{{space}}}{name}"


def path(*names: str) -> str:
    """A path through elements of Word's own name space."""
    return "/".join(tag(W, name) for name in names)


VAL = tag(W, "val")
