"""Writes an outcome as JSON: the same outcome, the same bytes."""

from __future__ import annotations

import json
from typing import Any

import orjson

from matcher.core.model import Outcome, Skill
from matcher.writers.outcome import form

_LAYOUT = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def write(outcome: Outcome, skills: dict[str, Skill], with_evidence: bool = True) -> str:
    """`outcome` as `match-report/1`, two spaces a level, non-ASCII letters as they are, one line feed at the end."""
    return text(form(outcome, skills, with_evidence))


def text(value: Any) -> str:
    """`value` in that form. Raises `TypeError` for what JSON has no form for."""
    try:
        return orjson.dumps(value, option=_LAYOUT).decode()
    except TypeError:  # halves of letters, of which names of files can have some, and numbers of more than 64 bits
        return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def line(value: Any) -> bytes:
    """`value` on one line, without a line feed; half letters become question marks. Raises `TypeError`, too."""
    try:
        return orjson.dumps(value, default=_plain)
    except TypeError:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", "replace")


def _plain(value: Any) -> Any:
    """A named tuple as the list it is."""
    if isinstance(value, tuple):
        return tuple(value)
    raise TypeError
