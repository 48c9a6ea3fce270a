"""Alternatives: any of them fulfils the requirement, and it counts once."""

from __future__ import annotations

import pytest

from matcher import Matcher
from matcher.core.job_description import CHOICE_PREFIX, Describing
from matcher.core.model import Status
from tests.builders import resume
from tests.core.job_description.texts import against, of_job


def grouped(describing: Describing, line: str) -> list[list[str]]:
    """The alternatives of a line as written."""
    text = f"Potter\n\nRequirements\n- {line}\n- Slip casting\n"
    found: dict[int, list[str]] = {}
    for wanted in describing.describe(text).requirements:
        found.setdefault(wanted.group, []).append(text[wanted.span.start : wanted.span.end])
    return [members for group, members in found.items() if group]


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("Figma or Canva", [["Figma", "Canva"]]),
        ("Experience with Figma, Canva or Inkscape", [["Figma", "Canva", "Inkscape"]]),
        ("Drawing tools such as Figma, Canva and Inkscape", [["Figma", "Canva", "Inkscape"]]),
        ("Figma / Canva / Inkscape", [["Figma", "Canva", "Inkscape"]]),
        ("Figma, Canva, Inkscape (any one)", [["Figma", "Canva", "Inkscape"]]),
        ("Kiln firing, Figma or Canva, glaze chemistry", [["Figma", "Canva"]]),
        ("Drawing tools like Figma or Canva, and glaze chemistry", [["Figma", "Canva"]]),
        ("Figma and Canva", []),
        ("Figma or equivalent", []),
        ("Figma, Canva, Inkscape", []),
    ],
)
def test_alternatives_are_grouped(describing: Describing, line: str, groups: list[list[str]]) -> None:
    assert grouped(describing, line) == groups


TEXT = "Designer\n\nRequirements\n- Splunk, QRadar or Figma\n- Kiln firing\n"


@pytest.mark.parametrize("shown", ["Splunk", "QRadar", "Figma"])
def test_any_of_them_fulfils_the_requirement_which_counts_once(matcher: Matcher, shown: str) -> None:
    described = against(matcher, TEXT)
    work = [f"Built the whole thing with {shown} for 40 sites."]
    role = of_job(described.match_text(resume(work)))
    found = {r.skill_id: r for area in role.areas for r in area.requirements}
    choices = [skill_id for skill_id in found if skill_id.startswith(CHOICE_PREFIX)]
    assert len(choices) == 1
    assert len(found) == 2
    assert found[choices[0]].status is Status.MET


def test_a_second_alternative_adds_nothing(matcher: Matcher) -> None:
    described = against(matcher, TEXT)
    one, two = (
        of_job(described.match_text(resume(work))).value
        for work in (
            ["Built dashboards with Splunk for 40 sites."],
            ["Built dashboards with Splunk for 40 sites.", "Drew 30 layouts in Figma and rolled them out."],
        )
    )
    assert one == two > 0


def test_a_claimed_alternative_is_a_claim_of_the_choice(matcher: Matcher) -> None:
    described = against(matcher, TEXT)
    outcome = described.match_text(resume(["Kept the archive in order for years."], skills="Figma, Excel"))
    role = of_job(outcome)
    choice = next(r for a in role.areas for r in a.requirements if r.skill_id.startswith(CHOICE_PREFIX))
    assert choice.status is Status.CLAIMED
    assert choice.contribution > 0
