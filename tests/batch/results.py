"""Results of runs that never were, valid by default, so that a test names only what matters."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from matcher.batch.exports import Results
from matcher.batch.ledger import Contents, Line
from matcher.batch.record import Facts, GapFacts, Record, RoleFacts
from matcher.core.model import Engine
from matcher.errors import DocumentError, DocumentScannedError
from matcher.reference_data import ReferenceData, load

CDO, CYBER = "chief_data_officer", "ai_cybersecurity_manager"
TIE = 5.0
SCANNED = DocumentScannedError("", "no text was found.")


@lru_cache(maxsize=1)
def reference() -> ReferenceData:
    """The skills and profiles that ship."""
    return load()


def results(*lines: Line) -> Results:
    """A run with these documents."""
    data = reference()
    return Results(lambda: iter(lines), Engine("1.2.3", "7", "ab" * 32), data.profiles, data.skills)


def gap(skill_id: str, tier: str = "essential", status: str = "missing", gain: float = 3.0) -> GapFacts:
    """A skill that is not shown."""
    return GapFacts(skill_id, tier, status, gain)


def assessed(
    label: str,
    points: Mapping[str, float] | None = None,
    gaps: Sequence[GapFacts] = (),
    original: str = "",
    warnings: tuple[str, ...] = (),
) -> Line:
    """A document with these points, 0 for other roles; all have the same `gaps`."""
    known = {p.id: 0.0 for p in reference().profiles} | dict({CDO: 70.0} if points is None else points)
    best_first = sorted(known.items(), key=lambda item: (-item[1], item[0]))
    roles = tuple(_role(role_id, value, best_first, gaps) for role_id, value in best_first)
    return _line(label, Facts("assessed", "", "", "", "text", 1, 900, warnings, roles), original)


def failed(label: str, error: DocumentError = SCANNED, original: str = "") -> Line:
    """A document that could not be assessed."""
    return _line(label, Facts("not_assessable", error.code, error.trouble, error.way_out, "", 0, 0, (), ()), original)


def skipped(label: str, reason: str) -> Line:
    """A document that was not read."""
    return Line(label, "", Contents("", ""), None, reason)


def _role(role_id: str, value: float, best_first: Sequence[tuple[str, float]], gaps: Sequence[GapFacts]) -> RoleFacts:
    band = "strong" if value >= 60 else "partial" if value >= 30 else "weak"
    tied = tuple(other for other, points in best_first if other != role_id and abs(points - value) < TIE)
    at = best_first.index((role_id, value))
    margin = value - best_first[at + 1][1] if at + 1 < len(best_first) else None
    title = next(p.title for p in reference().profiles if p.id == role_id)
    return RoleFacts(role_id, title, value, value, band, margin, tied, (0, 0, 0, len(gaps)), tuple(gaps))


def _line(label: str, facts: Facts, original: str) -> Line:
    kept = Record(facts.code, b"", zlib.compress(json.dumps(facts).encode()))
    return Line(label, original, Contents("ab" * 32, "txt"), kept, "")
