"""Patterns such as `resumes/**/*.pdf`, for shells that leave them alone; links are not followed, unlike in `glob`."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable

_SIGNS = frozenset("*?[")
_ANY_FOLDERS = "(?:[^/]+/)*"


def is_pattern(name: str) -> bool:
    """True if `name` holds a sign of a pattern and is no path that is there."""
    return bool(_SIGNS & set(name)) and not os.path.lexists(name)


def split(pattern: str) -> tuple[str, Callable[[str], bool]]:
    """The folder below which the pattern looks, and whether a path below it, with slashes, is meant."""
    parts = pattern.replace(os.sep, "/").split("/")
    first = next(n for n, part in enumerate(parts) if _SIGNS & set(part))
    folder = "/".join(parts[:first]) or ("/" if pattern.startswith("/") else ".")
    matches = re.compile(_expression(parts[first:])).fullmatch
    return folder, lambda path: matches(path) is not None


def _expression(parts: list[str]) -> str:
    """`**` stands for any number of folders, `*` and `?` never for a slash."""
    *above, last = parts
    folders = [_ANY_FOLDERS if part == "**" else f"{_part(part)}/" for part in above]
    return "".join(folders) + (f"{_ANY_FOLDERS}[^/]+" if last == "**" else _part(last))


def _part(part: str) -> str:
    inner = fnmatch.translate(part).removeprefix("(?s:").removesuffix(r")\Z").removesuffix(r")\z")
    return f"(?:{inner.replace('.*', '[^/]*')})" if part != "*" else "[^/]+"
