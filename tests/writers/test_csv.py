"""The table for spreadsheets: complete, adding up, and with no cell that could run."""

from __future__ import annotations

import csv as standard
import io
from dataclasses import replace
from math import fsum

import pytest

from matcher import Matcher
from matcher.writers import WRITERS, csv
from tests.builders import report, resume
from tests.writers.test_html import NOT_ASSESSABLE, SKILLS
from tests.writers.test_html import report as made


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith(csv.BYTE_ORDER_MARK)
    return list(standard.DictReader(io.StringIO(text.removeprefix(csv.BYTE_ORDER_MARK), newline=""), strict=True))


def test_every_requirement_of_every_role_is_a_row_and_the_points_of_a_role_add_up(matcher: Matcher) -> None:
    outcome = report(matcher.match_text(resume()))
    table = rows(WRITERS["csv"].write(outcome, matcher.skills))
    wanted = [
        (role.role_id, r.skill_id) for role in outcome.role_scores for area in role.areas for r in area.requirements
    ]
    assert [(row["role_id"], row["skill_id"]) for row in table] == wanted
    assert any(row["quote"] for row in table)
    for role in outcome.role_scores:
        points = fsum(float(row["points"]) for row in table if row["role_id"] == role.role_id)
        assert points == pytest.approx(role.value, abs=1e-4)


def test_without_evidence_there_is_no_quote(matcher: Matcher) -> None:
    table = rows(WRITERS["csv"].write(matcher.match_text(resume()), matcher.skills, with_evidence=False))
    assert not any(row["quote"] or row["page"] or row["line"] for row in table)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", " =", "＝", "|", "%", "\n+"])
def test_no_cell_can_be_taken_for_a_formula(start: str) -> None:
    name = f"{start}HYPERLINK(1).txt"
    for text in (
        csv.write(made(name=name), SKILLS),
        csv.summary([made(name=name), replace(NOT_ASSESSABLE, name=name)]),
    ):
        for row in rows(text):
            assert row["document"] == f"'{name}"
            assert not [cell for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_a_quote_that_begins_with_a_dash_is_inert() -> None:
    text = "- Ran the SIEM for two years.\nSplunk, Python.\n\nWants to learn Python.\n"
    (first, *_) = rows(csv.write(made(text), SKILLS))
    assert first["quote"] == "'- Ran the SIEM for two years."


def test_quotes_line_ends_and_broken_characters_stay_in_their_cell() -> None:
    name = 'a "b",\nc\0\ud800.txt'
    table = rows(csv.write(made(name=name), SKILLS))
    assert {row["document"] for row in table} == {'a "b",\nc\ufffd?.txt'}
    assert all(None not in row for row in table)


def test_a_document_that_is_not_assessable_is_a_row_with_its_problem_and_no_score() -> None:
    (row,) = rows(csv.write(NOT_ASSESSABLE, SKILLS))
    assert row["status"] == "not_assessable"
    assert row["score"] == ""
    assert row["problem"] == "document_scanned: no text was found. Run OCR on it."


def test_the_summary_has_one_row_a_document_and_role_and_one_for_a_failure() -> None:
    table = rows(csv.summary([made(), NOT_ASSESSABLE]))
    assert [(row["document"], row["rank"]) for row in table] == [("a.txt", "1"), ("a.txt", "2"), ("scan.pdf", "")]
    assert [table[0][status] for status in ("met", "partly", "claimed", "missing")] == ["1", "0", "1", "2"]
