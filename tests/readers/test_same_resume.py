"""A resume is judged alike in every format in which a person may have saved it.

The fixtures are resumes of `examples/`: saved by LibreOffice as HTML, RTF and ODT (the last without its preview
picture), and put into Markdown and JSON Resume.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher import Matcher, MatchReport
from tests.builders import report, scores

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FIXTURES = Path(__file__).resolve().parent / "fixtures"
SAVED = [
    (EXAMPLES / "amara-cdo.txt", EXAMPLES / "amara-cdo.docx"),
    (EXAMPLES / "amara-cdo.txt", FIXTURES / "html/amara-cdo.html"),
    (EXAMPLES / "amara-cdo.txt", FIXTURES / "rtf/amara-cdo.rtf"),
    (EXAMPLES / "amara-cdo.txt", FIXTURES / "odt/amara-cdo.odt"),
    (EXAMPLES / "amara-cdo.txt", FIXTURES / "json/amara-cdo.json"),
    (EXAMPLES / "amara-cdo.txt", FIXTURES / "markdown/amara-cdo.md"),
    (EXAMPLES / "renee-ethics.docx", FIXTURES / "html/renee-ethics.html"),
    (EXAMPLES / "renee-ethics.docx", FIXTURES / "rtf/renee-ethics.rtf"),
    (EXAMPLES / "renee-ethics.docx", FIXTURES / "odt/renee-ethics.odt"),
]
MOST_APART = 2.0
"""Points of a role score, of 100."""
IDS = [f"{original.name} as {saved.suffix[1:]}" for original, saved in SAVED]


def skills_of(answer: MatchReport) -> set[str]:
    return {mention.skill_id for mention in answer.mentions}


@pytest.mark.parametrize(("original", "saved"), SAVED, ids=IDS)
def test_the_same_skills_are_found_and_the_scores_are_alike(matcher: Matcher, original: Path, saved: Path) -> None:
    one, other = (report(matcher.match_file(path)) for path in (original, saved))
    assert skills_of(other) == skills_of(one)
    assert scores(other) == pytest.approx(scores(one), abs=MOST_APART)
    assert other.document.warnings == ()


@pytest.mark.parametrize("saved", sorted(FIXTURES.glob("*/amara-cdo.*")), ids=lambda path: str(path.suffix))
def test_words_stand_in_the_order_in_which_they_are_read(matcher: Matcher, saved: Path) -> None:
    text = " ".join(report(matcher.match_file(saved)).document.text.split())
    marks = ["Amara Obiora", "I run data for", "Harrowmere", "five-year data strategy", "Calder & Finch", "Collibra"]
    places = [text.index(mark) for mark in [*marks, "Lagoon Mobile", "Information Management"]]
    assert places == sorted(places)
