from __future__ import annotations

import re
from pathlib import Path

import pytest

from matcher import Matcher
from matcher.core import phrase_fit
from matcher.core.model import Tier
from matcher.errors import ReferenceDataError
from matcher.reference_data import examples, load
from matcher.resources import folder

SEED = (Path(__file__).resolve().parent / "cases" / "seed_roles.txt").read_text("utf-8")
ROLE_IDS = {
    "AI Transformation Strategist": "ai_transformation_strategist",
    "Chief Data Officer (CDO)": "chief_data_officer",
    "Ethical AI Compliance Officer": "ethical_ai_compliance_officer",
    "AI-Powered Cybersecurity Manager": "ai_cybersecurity_manager",
    "IT Learning and Development Specialist (AI Focus)": "it_learning_development_specialist",
}


def bullets() -> list[tuple[str, str, str]]:
    """(role id, part, text) of every bullet of the user's own text of the roles."""
    found, role, part = [], "", ""
    for line in SEED.splitlines():
        if line.strip() in ROLE_IDS:
            role = ROLE_IDS[line.strip()]
        elif line.strip() in ("• Responsibilities", "• Required Skills"):
            part = line.strip().removeprefix("• ")
        elif line.strip().startswith("•"):
            found.append((role, part, line.strip().removeprefix("• ")))
    return found


def test_the_seed_has_thirty_bullets() -> None:
    assert len(bullets()) == 30
    assert {role for role, _, _ in bullets()} == set(ROLE_IDS.values())


@pytest.mark.parametrize(("role_id", "part", "text"), bullets())
def test_every_bullet_of_the_seed_is_a_duty_with_requirements(
    matcher: Matcher, role_id: str, part: str, text: str
) -> None:
    profile = next(p for p in matcher.profiles if p.id == role_id)
    duties = {d.text: d for d in (profile.responsibilities if part == "Responsibilities" else profile.required_skills)}
    tiers = {r.skill_id: r.tier for area in profile.areas for r in area.requirements}
    gated = {skill_id for gate in profile.gates for skill_id in gate.any_of}
    assert text in duties
    assert duties[text].requires
    for skill_id in duties[text].requires:
        assert tiers[skill_id] is Tier.ESSENTIAL or skill_id in gated or tiers[skill_id] is Tier.IMPORTANT


def test_sectors_of_the_seed_are_in_the_profiles(matcher: Matcher) -> None:
    for profile in matcher.profiles:
        assert profile.sectors in SEED


def test_the_five_roles_are_there(matcher: Matcher) -> None:
    assert {p.id for p in matcher.profiles} == set(ROLE_IDS.values())


def test_frozen_weights_are_those_of_the_taxonomy() -> None:
    assert load().weights.made_from == phrase_fit.fingerprint(examples()), "run `make weights`"


def test_every_skill_is_wanted_by_a_role_and_has_examples(matcher: Matcher) -> None:
    wanted = {r.skill_id for p in matcher.profiles for area in p.areas for r in area.requirements}
    told = {skill_id for skill_id, _ in examples()}
    assert set(matcher.skills) == wanted
    assert wanted <= told


def test_distinctiveness_is_that_of_the_reference_profiles(matcher: Matcher) -> None:
    assert all(0.4 <= skill.distinctiveness <= 1.5 for skill in matcher.skills.values())


@pytest.fixture
def profiles(tmp_path: Path) -> Path:
    """A copy of the shipped profiles to be spoilt."""
    for file in folder("role_profiles").iterdir():
        if file.name.endswith(".toml"):
            (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "wrong", "message"),
    [
        ('"data_governance"', '"data_governence"', r"chief_data_officer.*governence.*Did you mean 'data_governance'"),
        ("weight = 0.16", "weight = 0.61", r"chief_data_officer\.toml: areas weights add up to 1\.45"),
        ("title = ", "titel = ", r"chief_data_officer\.toml\.titel unknown key\. Did you mean 'title'"),
        ("enough = 1.5", 'enough = "much"', r"gates\[1\]\.enough must be a number"),
        ("[[gates]]", "[[gates", r"chief_data_officer\.toml is not valid TOML"),
    ],
)  # fmt: skip
def test_a_wrong_profile_is_told_with_file_key_and_nearest_known_id(
    profiles: Path, pattern: str, wrong: str, message: str
) -> None:
    file = profiles / "chief_data_officer.toml"
    file.write_text(file.read_text("utf-8").replace(pattern, wrong, 1), "utf-8")
    with pytest.raises(ReferenceDataError) as caught:
        load(profiles)
    text = str(caught.value).replace(": ", " ").replace("  ", " ")
    assert re.search(message.replace(": ", " "), text), str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_sixth_role_is_one_file(profiles: Path) -> None:
    text = (profiles / "chief_data_officer.toml").read_text("utf-8").replace("Chief Data Officer", "Data Director", 1)
    (profiles / "data_director.toml").write_text(text, "utf-8")
    assert "data_director" in {p.id for p in Matcher(profiles).profiles}


def test_an_empty_folder_and_a_missing_one_are_told(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ReferenceDataError):
            load(place)
