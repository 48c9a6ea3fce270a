"""The rows of the table of documents and roles as a page shows them, made one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from matcher.batch.exports import Results, tables
from matcher.batch.exports.best import lead, leading
from matcher.batch.exports.skipped import facts
from matcher.batch.ledger import Line
from matcher.batch.record import Facts, RoleFacts
from matcher.writers import wording
from matcher.writers.comparison import heat

TOP_GAPS = 3
"""Missing skills told in a row: two lines of its last column."""
BAND_LOOKS = {"strong": "s", "partial": "p", "weak": "w"}
"""Classes of bands; one letter, since a long run has some 50,000 of them."""
BEST, COPY, CHECK, UNASSESSED = "b", "c", "k", "n"
"""Further classes: of cells of the best role; of rows that are copies, that are to be checked, that have no score."""


class Cell(NamedTuple):
    """A document against a role. `look`: its classes; `said`: the band and whether it is the best role, in words."""

    look: str
    points: str
    said: str


class Row(NamedTuple):
    """A document. `number`: its place in the run, from 1; `folder`: what stands before its name, with the slash.

    `original`: label of the document it is a copy of; `checks`: what was odd when it was read; `gaps`: what would add
    most to its best role. Without scores there are no cells, and `problem` and `way_out` say why and what helps.
    """

    number: int
    look: str
    folder: str
    name: str
    original: str
    checks: str
    cells: tuple[Cell, ...]
    lead: str
    gaps: str
    problem: str
    way_out: str


def rows(results: Results) -> Iterator[Row]:
    """A row a document; cells in the order of what is scored. In the order of the run; with a job description, the most
    points for it first and what could not be assessed last.
    """
    told = ((number, line, facts(line)) for number, line in enumerate(results.lines(), 1))
    if results.job is None:
        yield from (_row(results, *one) for one in told)
        return
    made = [(-one[2].focus.score if one[2].is_assessed else 1.0, _row(results, *one)) for one in told]
    yield from (row for _, row in sorted(made, key=lambda pair: (pair[0], pair[1].number)))


def _row(results: Results, number: int, line: Line, told: Facts) -> Row:
    before, slash, name = line.label.rpartition("/")
    scores, best = {role.id: role for role in told.scored}, leading(told)
    cells = tuple(_cell(scores[p.id], best) for p in results.scored) if told.is_assessed else ()
    gaps = told.focus.gaps[:TOP_GAPS] if best or told.job else ()
    return Row(
        number=number,
        look=_look(line, told),
        folder=before + slash,
        name=name,
        original=line.original,
        checks=", ".join(code.replace("_", " ") for code in dict.fromkeys(told.warnings)),
        cells=cells,
        lead=lead(told),
        gaps=", ".join(tables.labels(results, [gap.skill_id for gap in gaps])),
        problem=told.detail,
        way_out=told.way_out,
    )


def _look(line: Line, told: Facts) -> str:
    band = BAND_LOOKS[told.focus.band] if told.is_assessed else UNASSESSED
    marks = (band, COPY if line.original else "", CHECK if told.warnings or not told.is_assessed else "")
    return " ".join(mark for mark in marks if mark)


def _cell(role: RoleFacts, best: frozenset[str]) -> Cell:
    is_best = role.id in best
    look = f"h{heat(role.score)} {BAND_LOOKS[role.band]}{f' {BEST}' * is_best}"
    said = ", tied for the best role" if len(best) > 1 else ", best role"
    return Cell(look, wording.points(role.score), f" {role.band}{said * is_best}")
