"""The smallest set of skills that lifts a role to its next band."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest

from matcher import Matcher
from matcher.core.model import Band, RoleProfile
from matcher.core.scoring import Shown, weigh, with_shown
from matcher.core.scoring.scorer import Scorer
from matcher.core.scoring.what_if import MOST_SKILLS, WhatIf
from tests.builders import DATA_WORK, SECURITY_WORK, resume

ORDER = [Band.WEAK, Band.PARTIAL, Band.STRONG]
NOTHING = Shown({}, {}, frozenset())


def shown(matcher: Matcher, work: Iterable[str]) -> Shown:
    """What a resume with this work shows."""
    return weigh(matcher.finder.find(matcher.finder.tokenise(resume(work))).mentions, matcher.skills)


def band(matcher: Matcher, profile: RoleProfile, given: Shown, ids: Iterable[str]) -> Band:
    """The band if `ids` were shown too."""
    for skill_id in ids:
        given = with_shown(given, skill_id, matcher.skills)
    return Scorer((profile,), matcher.skills).scores(given)[0].band


def smallest(matcher: Matcher, profile: RoleProfile, given: Shown, wanted: Band, most: int) -> int | None:
    """By trying all: how few skills do it, up to `most`."""
    ids = [r.skill_id for area in profile.areas for r in area.requirements]
    for count in range(1, most + 1):
        if any(band(matcher, profile, given, chosen) is wanted for chosen in combinations(ids, count)):
            return count
    return None


@pytest.mark.parametrize("work", [SECURITY_WORK, SECURITY_WORK[:2], DATA_WORK, DATA_WORK[:3], ()])
def test_showing_them_lifts_the_role_and_none_of_them_is_idle(matcher: Matcher, work: tuple[str, ...]) -> None:
    given = shown(matcher, work)
    for profile in matcher.profiles:
        now = band(matcher, profile, given, ())
        lift = WhatIf(profile, matcher.skills).next_band(given)
        if lift is None:
            assert now is Band.STRONG
            continue
        wanted = ORDER[ORDER.index(now) + 1]
        assert lift.band is wanted is band(matcher, profile, given, lift.skill_ids)
        for idle in lift.skill_ids:
            assert band(matcher, profile, given, [s for s in lift.skill_ids if s != idle]) is now


SMALL = """Potter

Essential
- Kiln firing
- Glaze chemistry
- Slip casting
- Python
- ISO 27001

Desirable
- SEO
- Figma
"""


@pytest.mark.parametrize(
    "work",
    [(), ("Ran kiln firing of 400 pots a week.",), ("Drew 30 layouts in Figma.", "Wrote Python for nine sites.")],
)
def test_it_is_as_small_as_trying_all_finds(matcher: Matcher, work: tuple[str, ...]) -> None:
    description = matcher.describe_text(SMALL)
    described = matcher.against(description)
    profile = description.profile
    given = shown(matcher, work)
    lift = WhatIf(profile, described.skills).next_band(given)
    assert lift is not None
    assert len(lift.skill_ids) == smallest(described, profile, given, lift.band, 4)


def test_the_top_has_no_next_band(matcher: Matcher) -> None:
    profile = matcher.profiles[0]
    everything = NOTHING
    for skill_id in (r.skill_id for area in profile.areas for r in area.requirements):
        everything = with_shown(everything, skill_id, matcher.skills)
    assert WhatIf(profile, matcher.skills).next_band(everything) is None


def test_nothing_is_said_that_takes_too_many_skills_or_lifts_the_text_of_a_role(matcher: Matcher) -> None:
    profile = matcher.profiles[0]
    lift = WhatIf(profile, matcher.skills).next_band(NOTHING)
    assert lift is not None
    assert len(lift.skill_ids) <= MOST_SKILLS
    nearly = replace(NOTHING, is_role_description=True)
    assert WhatIf(profile, matcher.skills).next_band(nearly) is None
