"""JSON as RFC 8259 means it, for bodies of strangers: nothing that two readers could understand differently."""

from __future__ import annotations

import json
import re
from typing import Any

from matcher.errors import UsageError

_HALVES = re.compile(rb"\\u[dD][89a-fA-F]")
"""Escapes that stand for half a character; two can make a whole one."""


def loads(body: bytes) -> Any:
    """What the body holds. Raises `UsageError` for anything but UTF-8, for NaN, keys given twice, halves of surrogate
    pairs and lists in lists in lists (the interpreter's own limit, some hundred levels).
    """
    try:
        found = json.loads(body.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_number, strict=True)
        if _HALVES.search(body):
            json.dumps(found, ensure_ascii=False).encode("utf-8")
        return found
    except RecursionError:
        raise UsageError("JSON", "it is nested too deeply.") from None
    except UnicodeDecodeError:
        raise UsageError("JSON", "it is not in UTF-8.") from None
    except UnicodeEncodeError:
        raise UsageError("JSON", "there is half a surrogate pair in it.") from None
    except json.JSONDecodeError as error:
        raise UsageError("JSON", f"{error.msg} (line {error.lineno}, column {error.colno}).") from None
    except ValueError as error:  # ours from below, and numbers of too many digits
        raise UsageError("JSON", str(error) if type(error) is _NotStrictError else "a number is too long.") from None


class _NotStrictError(ValueError):
    """What Python's reader would let pass."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _NotStrictError("a key is given twice.")
    return found


def _no_number(name: str) -> Any:
    raise _NotStrictError(f"{name} is no number.")
