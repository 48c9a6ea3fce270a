"""Writes an outcome as JSON: the same outcome, the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from json.encoder import JSONEncoder
from typing import Any

from matcher.core.model import Outcome, Skill
from matcher.writers.outcome import form


def write(outcome: Outcome, skills: dict[str, Skill], with_evidence: bool = True) -> str:
    """`outcome` as `match-report/1`, two spaces a level, non-ASCII letters as they are, one line feed at the end."""
    return text(form(outcome, skills, with_evidence))


def text(value: Any) -> str:
    """`value` in that form: what `json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)` gives, in three
    fifths of the time. The standard library indents in Python, value by value; here what holds no further objects or
    lists, which is nearly all of an outcome, is left to its C.
    """
    parts: list[str] = []
    _put(value, 0, parts)
    return "".join(parts) + "\n"


def _put(value: Any, depth: int, parts: list[str]) -> None:
    """Adds the text of `value`, which stands `depth` levels deep."""
    if not _holds(value):
        parts.append(_flat(0)(value))
        return
    items = value.values() if isinstance(value, dict) else value
    outer, inner = _line(depth), _line(depth + 1)
    if not any(map(_holds, items)):
        flat = _flat(depth + 1)(value)
        parts.append(f"{flat[0]}{inner}{flat[1:-1]}{outer}{flat[-1]}")
        return
    names = map(_named, value) if isinstance(value, dict) else [""] * len(value)
    between = inner
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    parts.append(opening)
    for name, item in zip(names, items, strict=True):
        parts += (between, name)
        _put(item, depth + 1, parts)
        between = f",{inner}"
    parts += (outer, closing)


def _holds(value: Any) -> bool:
    """True for an object or a list that is not empty."""
    return isinstance(value, (dict, list)) and bool(value)


@lru_cache(maxsize=256)
def _named(key: str) -> str:
    return f"{_flat(0)(key)}: "


@cache
def _line(depth: int) -> str:
    return "\n" + "  " * depth


@cache
def _flat(depth: int) -> Callable[[Any], str]:
    """Encodes what holds no objects or lists, its items on lines of their own at `depth`."""
    encoder = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(f",{_line(depth)}", ": "))
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:  # not every Python has it
        return encoder.encode
    # as `JSONEncoder.iterencode` does for each call; made once it need not be for each of some thousand small things
    kept = make(
        None, encoder.default, json.encoder.encode_basestring, None, ": ", encoder.item_separator, False, False, False
    )

    def encode(value: Any) -> str:
        chunks: Iterable[str] = kept(value, 0)
        return "".join(chunks)

    return encode
