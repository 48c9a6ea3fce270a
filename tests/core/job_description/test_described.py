"""Resumes scored against a description: the same engine, the same promises."""

from __future__ import annotations

import random

import pytest

from matcher import Matcher
from matcher.core.model import How, RoleScore
from tests.builders import DATA_WORK, SECURITY_WORK, mentions_of, resume, scores
from tests.core.job_description.texts import CHEF, NURSE, SECURITY, WELDER, against, of_job

WELDING = (
    "Welded stainless steel pipework by TIG, coded to BS EN ISO 9606-1, for nine dairies.",
    "Ran orbital welding on site and passed every dye penetrant test.",
    "Set up jigs from isometric drawings and trained two apprentices in MMA welding.",
)
NURSING = (
    "Cared for ventilated patients on a unit of twenty beds, with arterial lines and haemofiltration.",
    "Led ventilator care rounds and kept my NMC registration.",
)
COOKING = (
    "Ran the pastry section for 120 covers, sous-vide at 62 degrees.",
    "Kept the HACCP folder and the prep lists.",
)
TRADES = {"welder": WELDING, "nurse": NURSING, "chef": COOKING, "security": SECURITY_WORK, "data": DATA_WORK}


def described_role(matcher: Matcher, text: str, resume_text: str) -> RoleScore:
    """The score for the description."""
    return of_job(against(matcher, text).match_text(resume_text))


@pytest.mark.parametrize(
    ("text", "trade"), [(WELDER, "welder"), (NURSE, "nurse"), (CHEF, "chef"), (SECURITY, "security")]
)
def test_people_of_the_trade_rank_first(matcher: Matcher, text: str, trade: str) -> None:
    ranked = {name: described_role(matcher, text, resume(work, skills="Excel")).value for name, work in TRADES.items()}
    others = [value for name, value in ranked.items() if name != trade]
    assert ranked[trade] > 2 * max(others)


@pytest.mark.parametrize("text", [WELDER, SECURITY])
def test_the_scores_of_the_other_roles_do_not_change_by_a_bit(matcher: Matcher, text: str) -> None:
    given = resume([*SECURITY_WORK, *WELDING])
    before, after = scores(matcher.match_text(given)), scores(against(matcher, text).match_text(given))
    assert {role_id: after[role_id] for role_id in before} == before


@pytest.mark.parametrize("text", [WELDER, NURSE, SECURITY])
def test_contributions_add_up_and_no_line_more_lowers_the_score(matcher: Matcher, text: str) -> None:
    described = against(matcher, text)
    lines = [line for work in TRADES.values() for line in work]
    random.Random(7).shuffle(lines)
    last = 0.0
    for count in range(1, len(lines)):
        role = of_job(described.match_text(resume(lines[:count])))
        parts = [r.contribution for area in role.areas for r in area.requirements]
        assert sum(parts) == pytest.approx(role.value, abs=1e-6)
        assert last - 1e-9 <= role.value <= 100.0
        last = role.value


def test_saying_it_again_changes_nothing(matcher: Matcher) -> None:
    once = described_role(matcher, WELDER, resume(WELDING)).value
    assert described_role(matcher, WELDER, resume([*WELDING, *WELDING])).value == once > 0


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("Ran orbital welding on nine sites.", How.EXACT),
        ("Ran orbitel welding on nine sites.", How.VARIANT),
        ("Welded orbital joints on nine sites.", How.LIKELY),
    ],
)
def test_terms_are_found_as_skills_are(matcher: Matcher, line: str, how: How) -> None:
    found = mentions_of(against(matcher, WELDER).match_text(resume([line])), "term:orbital-welding")
    assert [mention.how for mention in found] == [how]


@pytest.mark.parametrize("line", ["No experience of orbital welding.", "I would like to learn orbital welding."])
def test_a_denied_or_wished_term_counts_for_nothing(matcher: Matcher, line: str) -> None:
    shown = described_role(matcher, WELDER, resume([line]))
    assert shown.value == described_role(matcher, WELDER, resume(["Swept the yard."])).value == 0.0


def test_a_term_of_one_description_is_unknown_to_the_next(matcher: Matcher) -> None:
    against(matcher, WELDER)
    assert "term:orbital-welding" not in matcher.skills
    assert "term:orbital-welding" not in against(matcher, NURSE).skills


def test_the_same_description_gives_the_same_answer(matcher: Matcher) -> None:
    first, second = (matcher.describe_text(WELDER) for _ in range(2))
    assert first == second
