"""People who work near a role, for those who fill it, do not fill it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from matcher import Matcher
from matcher.core.model import Band
from tests.builders import report

CASES = Path(__file__).resolve().parent / "cases" / "near_the_roles.txt"
RESUMES = dict(re.findall(r"^== (\S+)\n(.*?)(?=^== |\Z)", CASES.read_text("utf-8"), re.MULTILINE | re.DOTALL))
MOST = 22.0
"""Points, below the 30 of a partial band; an assistant who wrote the minutes of a data council had 40."""


@pytest.mark.parametrize("name", RESUMES)
def test_who_works_near_a_role_is_rated_weak_for_it(matcher: Matcher, name: str) -> None:
    best = report(matcher.match_text(RESUMES[name])).role_scores[0]
    assert best.band is Band.WEAK
    assert best.value <= MOST
