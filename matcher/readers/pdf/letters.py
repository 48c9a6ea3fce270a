"""The letters that glyphs show, whatever the codes in their fonts say."""

from __future__ import annotations

import re

DINGBATS = re.compile("dingbats|wingdings|webdings", re.IGNORECASE)
"""Fonts of signs; their codes are those of letters: a disc would be an "l"."""
UNMAPPED = "\ufffd"
"""Stands for a glyph whose letter the font does not tell."""
SEEN = {"\u00ad": "-", "\0": "", "\x7f": " ", **{chr(code): " " for code in range(1, 32)}}
"""A painted soft hyphen is a hyphen, a control character a space."""


def clean(text: str) -> str:
    """The text as it is seen."""
    return "".join(SEEN.get(c, c) for c in text if not "\ud800" <= c <= "\udfff")
