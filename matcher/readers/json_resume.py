"""Reads JSON Resume 1.0.0 (https://jsonresume.org/schema): its parts as the text a theme would print."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from matcher.core.folding import BULLET
from matcher.errors import (
    DocumentDamagedError,
    DocumentError,
    DocumentTooExpensiveError,
    UnsupportedTypeError,
)
from matcher.readers import text
from matcher.readers.reading import Format, Reading

MOST_DEPTH = 12
"""Objects and lists inside of each other; a resume has five."""
MOST_ENTRIES = 1_000
"""Of one part; a long career has thirty jobs."""
_SNIFFED = 4096


class _RefusedError(Exception):
    """A key that stands twice in one object, or a number that is none."""


def fits(data: bytes) -> bool:
    """True for an object that opens with a part of a resume or says that it follows the schema."""
    head = text.decode(data[:_SNIFFED])[0].lstrip()
    return head.startswith("{") and ('"basics"' in head or "jsonresume" in head)


def fits_named(data: bytes) -> bool:
    """True for an object or a list."""
    return text.decode(data[:_SNIFFED])[0].lstrip()[:1] in ("{", "[") and text.fits(data)


def read(data: bytes, name: str) -> Reading:
    """The resume as text. Raises `DocumentDamagedError`, `DocumentTooExpensiveError`, `UnsupportedTypeError`."""
    source, warnings = text.decode(data)
    resume = _loaded(source, name)
    if not isinstance(resume, dict) or not any(part in resume for part, _, _ in _PARTS):
        raise UnsupportedTypeError(name, "it is JSON, but no JSON Resume.")
    if any(isinstance(part, list) and len(part) > MOST_ENTRIES for part in resume.values()):
        raise DocumentTooExpensiveError(name, "it has far more parts than a resume needs.")
    lines = [line for part, heading, write in _PARTS for line in _part(resume.get(part), heading, write)]
    whole = text.from_string("\n".join(lines) + "\n", warnings)
    return Reading(whole.text, "json", warnings=whole.warnings)


def _loaded(source: str, name: str) -> Any:
    failure: type[DocumentError]
    try:
        loaded = json.loads(source, object_pairs_hook=_object, parse_constant=_refuse, parse_int=str, parse_float=str)
        if not _is_deep(loaded):
            return loaded
        failure, trouble = DocumentTooExpensiveError, "its parts are nested far deeper than those of a resume."
    except (RecursionError, MemoryError):
        failure, trouble = DocumentTooExpensiveError, "its parts are nested far deeper than those of a resume."
    except _RefusedError:
        failure, trouble = DocumentDamagedError, "a key stands twice in one object, or a number is none."
    except ValueError:
        failure, trouble = DocumentDamagedError, "the JSON cannot be read."
    raise failure(name, trouble)  # here, so that what quotes the document is not its context


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError
    return found


def _refuse(constant: str) -> Any:
    raise _RefusedError


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MOST_DEPTH):
        level = [v for held in level for v in (held.values() if isinstance(held, dict) else held)]
        level = [v for v in level if isinstance(v, dict | list)]
        if not level:
            return False
    return True


def _part(value: Any, heading: str, write: Callable[[dict[str, Any]], Iterator[str]]) -> Iterator[str]:
    """The lines of a part under its heading; none if it holds nothing that can be read."""
    entries = value if isinstance(value, list) else [value]
    lines = [line for entry in entries if isinstance(entry, dict) for line in write(entry)]
    if any(line.strip() for line in lines):
        yield from [heading, *lines, ""] if heading else [*lines, ""]


def _words(entry: dict[str, Any], *keys: str) -> list[str]:
    """What stands under these keys, as far as it is text."""
    return [value.strip() for value in map(entry.get, keys) if isinstance(value, str) and value.strip()]


def _list(entry: dict[str, Any], key: str) -> list[str]:
    value = entry.get(key)
    return [item.strip() for item in value if isinstance(item, str) and item.strip()] if isinstance(value, list) else []


def _dates(entry: dict[str, Any]) -> str:
    """The time of an entry as it is printed, behind a tab; open ends reach until today."""
    start, end = "".join(_words(entry, "startDate")), "".join(_words(entry, "endDate"))
    if start:
        return f"\t{start} – {end or 'present'}"
    return f"\t{end}" if end else ""


def _headed(entry: dict[str, Any], *keys: str) -> Iterator[str]:
    """An entry: its line with the dates, what it says of itself, and its highlights as bullets."""
    line = ", ".join(_words(entry, *keys)) + _dates(entry)
    if line.strip():
        yield line.strip()
    yield from _words(entry, "description", "summary")
    yield from (f"{BULLET} {item}" for key in ("highlights", "courses") for item in _list(entry, key))
    yield ""


def _person(basics: dict[str, Any]) -> Iterator[str]:
    """Name, label and contact, in the lines in which other formats have them."""
    yield from _words(basics, "name")
    yield from _words(basics, "label")
    place = basics.get("location")
    where = _words(place, "address", "postalCode", "city", "region") if isinstance(place, dict) else []
    contact = [*([", ".join(where)] if where else []), *_words(basics, "phone", "email", "url")]
    if contact:
        yield " | ".join(contact)


def _summary(basics: dict[str, Any]) -> Iterator[str]:
    yield from _words(basics, "summary")


def _job(entry: dict[str, Any]) -> Iterator[str]:
    yield from _headed(entry, "position", "name", "location")


def _service(entry: dict[str, Any]) -> Iterator[str]:
    yield from _headed(entry, "position", "organization")


def _project(entry: dict[str, Any]) -> Iterator[str]:
    roles = _list(entry, "roles")
    yield from _headed({**entry, "roles": ", ".join(roles)}, "name", "roles", "entity")
    keywords = _list(entry, "keywords")
    if keywords:
        yield from [f"{BULLET} {', '.join(keywords)}", ""]


def _study(entry: dict[str, Any]) -> Iterator[str]:
    degree = " ".join(_words(entry, "studyType", "area"))
    yield from _headed({**entry, "degree": degree}, "degree", "institution")


def _listed(*keys: str) -> Callable[[dict[str, Any]], Iterator[str]]:
    """A writer of entries that take one line."""

    def write(entry: dict[str, Any]) -> Iterator[str]:
        words = _words(entry, *keys)
        if words:
            yield f"{BULLET} {', '.join(words)}"
        yield from _words(entry, "summary")

    return write


def _skill(entry: dict[str, Any]) -> Iterator[str]:
    named = " ".join([*_words(entry, "name"), *(f"({level})" for level in _words(entry, "level"))])
    keywords = ", ".join(_list(entry, "keywords"))
    line = ": ".join(part for part in (named, keywords) if part)
    if line:
        yield f"{BULLET} {line}"


def _language(entry: dict[str, Any]) -> Iterator[str]:
    words = _words(entry, "language", "fluency")
    if words:
        yield f"{BULLET} {', '.join(words)}"


_PARTS: tuple[tuple[str, str, Callable[[dict[str, Any]], Iterator[str]]], ...] = (
    ("basics", "", _person),
    ("basics", "Summary", _summary),
    ("work", "Experience", _job),
    ("volunteer", "Volunteer experience", _service),
    ("projects", "Projects", _project),
    ("education", "Education", _study),
    ("certificates", "Certificates", _listed("name", "issuer", "date")),
    ("awards", "Awards", _listed("title", "awarder", "date")),
    ("publications", "Publications", _listed("name", "publisher", "releaseDate")),
    ("skills", "Skills", _skill),
    ("languages", "Languages", _language),
    ("interests", "Interests", _skill),
    ("references", "References", _listed("name", "reference")),
)
"""The parts in the order in which they are printed: key, heading, and who writes an entry."""

FORMAT = Format("JSON Resume", "application/json", (".json",), fits, read, fits_named)
