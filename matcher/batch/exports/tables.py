"""The two tables of a run: a row a document, and a row a document and role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matcher.batch.exports import Results
from matcher.batch.exports.skipped import facts
from matcher.batch.ledger import Line
from matcher.batch.record import Facts, RoleFacts

Cell = str | int | float | None
Row = tuple[Cell, ...]
TOP_GAPS = 5
"""Missing skills told in a row: as many as can be read in a cell."""

SCORE_COLUMNS = (
    *("document", "status", "role_id", "role", "rank", "score", "band", "margin_to_next", "tied_with"),
    *("met", "partly", "claimed", "missing", "top_gaps", "copy_of", "sha256", "problem"),
)


def document_columns(results: Results) -> tuple[str, ...]:
    """Names of the columns of `documents`: a score and a band for each role, by its id."""
    roles = [name for profile in results.scored for name in (profile.id, f"{profile.id}_band")]
    return (
        *("document", "status", "best_role", "best_score", "best_band", "tied_with", *roles),
        *("top_gaps", "pages", "characters", "reader", "warnings", "copy_of", "sha256", "problem"),
    )


def documents(results: Results) -> Iterator[Row]:
    """A row a document, in the order of the run; None where there is nothing to tell."""
    return (document(results, line, facts(line)) for line in results.lines())


def document(results: Results, line: Line, told: Facts) -> Row:
    """The row of a document."""
    scores = {role.id: role for role in told.scored}
    both = [scores.get(profile.id) for profile in results.scored]
    each = [cell for role in both for cell in ((role.score, role.band) if role else (None, None))]
    best = told.roles[0] if told.roles else None
    head = (best.id, best.score, best.band, " ".join(best.tied_with)) if best else (None, None, None, None)
    missing = gaps(results, told.focus) if best else None
    read = (told.pages, told.characters, told.reader) if told.is_assessed else (None, None, None)
    return (
        *(line.label, told.status, *head, *each, missing, *read, " ".join(told.warnings) or None),
        *_origin(line, told),
    )


def scores(results: Results) -> Iterator[Row]:
    """A row a document and role, in the order of the run."""
    return (row for line in results.lines() for row in scores_of(results, line, facts(line)))


def scores_of(results: Results, line: Line, told: Facts) -> Iterator[Row]:
    """A row a role of a document, the best role first; one row for a document without scores."""
    origin = _origin(line, told)
    if not told.roles:
        yield (line.label, told.status, *[None] * 12, *origin)
    for rank, role in enumerate(told.scored, 0 if told.job else 1):
        points = (role.score, role.band, role.margin_to_next, " ".join(role.tied_with))
        of_role = (role.id, role.title, rank or None, *points)
        yield (line.label, told.status, *of_role, *role.counts, gaps(results, role), *origin)


def problem(told: Facts) -> str | None:
    """What is wrong with a document, in one line; None if nothing is."""
    return None if told.is_assessed else f"{told.code}: {told.detail} {told.way_out}".rstrip()


def labels(results: Results, skill_ids: Sequence[str]) -> list[str]:
    """What the skills are called."""
    return [results.skills[skill_id].preferred_label for skill_id in skill_ids]


def gaps(results: Results, role: RoleFacts) -> str:
    """The missing skills of a role that would gain most, in one cell."""
    return "; ".join(labels(results, [gap.skill_id for gap in role.gaps[:TOP_GAPS]]))


def _origin(line: Line, told: Facts) -> Row:
    return (line.original or None, line.contents.sha256 or None, problem(told))
