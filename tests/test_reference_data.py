from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from matcher import Matcher
from matcher.core import phrase_fit
from matcher.core.model import Tier
from matcher.errors import ReferenceDataError
from matcher.reference_data import examples, load
from matcher.reference_data.lists import LISTS, with_lists
from matcher.resources import folder
from matcher.writers import WRITERS
from matcher.writers import profile as profile_writer
from tests.builders import resume

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
        ('"11-3021.00"', '"11-3021"', r"occupations\[2\]\.code '11-3021' is no code of O\*NET-SOC"),
        ("/occupation/", "/skill/", r"occupations\[1\]\.code 'http.*' is no code of ESCO"),
        ('"O*NET-SOC"', '"ONET-SOC"', r"occupations\[2\]\.scheme 'ONET-SOC' is none of .* Did you mean 'O\*NET-SOC'"),
        ('match = "exact"', 'match = "same"', r"occupations\[1\]\.match 'same' is none of exact, close, broad"),
        ('scheme = "ESCO"', 'schema = "ESCO"', r"occupations\[1\]\.schema unknown key\. Did you mean 'scheme'"),
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


def test_occupations_of_the_shipped_roles_are_told_with_their_relation(matcher: Matcher) -> None:
    told = {p.id: {(o.scheme, o.match) for o in p.occupations} for p in matcher.profiles}
    assert ("ESCO", "exact") in told["chief_data_officer"]
    assert all(any(scheme == "O*NET-SOC" for scheme, _ in named) for named in told.values())
    assert "ESCO" not in dict(told["ethical_ai_compliance_officer"]), "ESCO has no such occupation"


def test_an_occupation_stands_once(profiles: Path) -> None:
    file = profiles / "chief_data_officer.toml"
    line = next(row for row in file.read_text("utf-8").splitlines() if '"O*NET-SOC"' in row)
    file.write_text(file.read_text("utf-8").replace(line, f"{line}\n{line}", 1), "utf-8")
    with pytest.raises(ReferenceDataError, match=r"'11-3021\.00' stands here twice"):
        load(profiles)


def test_a_role_without_occupations_has_none_anywhere(profiles: Path) -> None:
    file = profiles / "chief_data_officer.toml"
    text = file.read_text("utf-8")
    start = text.index("occupations = [")
    file.write_text(text[:start] + text[text.index("\n]\n", start) + 3 :], "utf-8")
    matcher = Matcher(profiles, ("chief_data_officer", "ai_cybersecurity_manager"))
    roles = {
        role["id"]: role
        for role in json.loads(WRITERS["json"].write(matcher.match_text(resume()), matcher.skills))["roles"]
    }
    assert "occupations" not in roles["chief_data_officer"]
    assert roles["ai_cybersecurity_manager"]["occupations"][0] == {
        "scheme": "ESCO",
        "code": "http://data.europa.eu/esco/occupation/7754d570-9519-48c2-b1c9-8e165f8bca0f",
        "label": "cybersecurity risk manager",
        "match": "close",
    }
    told = {
        p.id: profile_writer.write(p, matcher.skills) + profile_writer.write(p, matcher.skills, as_json=True)
        for p in matcher.profiles
    }
    assert "occupations" not in told["chief_data_officer"]
    assert "Known elsewhere as" not in told["chief_data_officer"]
    assert '"occupations"' in told["ai_cybersecurity_manager"]
    assert (
        "cybersecurity risk manager: much the same occupation in ESCO\n      http" in told["ai_cybersecurity_manager"]
    )


def test_an_empty_folder_and_a_missing_one_are_told(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ReferenceDataError):
            load(place)


@pytest.mark.parametrize("name", LISTS)
def test_lists_add_to_the_skills_they_name(tmp_path: Path, matcher: Matcher, name: str) -> None:
    taxonomy = lists_in(tmp_path, name, "mdm\tgolden mumble\n")
    changed = with_lists(matcher.skills, taxonomy)["mdm"]
    assert getattr(changed, LISTS[name]) == (*getattr(matcher.skills["mdm"], LISTS[name]), "golden mumble")


@pytest.mark.parametrize(
    ("line", "trouble"),
    [("mdmm\tgolden mumble", "unknown skill 'mdmm'. Did you mean 'mdm'"), ("mdm", "holds no words after a tab")],
)
def test_a_wrong_line_of_a_list_is_named(tmp_path: Path, matcher: Matcher, line: str, trouble: str) -> None:
    with pytest.raises(ReferenceDataError, match=f"wordings/data.tsv, line 2.*{trouble}"):
        with_lists(matcher.skills, lists_in(tmp_path, "wordings", f"mdm\tgolden mumble\n{line}\n"))


def lists_in(taxonomy: Path, name: str, content: str) -> Path:
    for folder_name in LISTS:
        (taxonomy / folder_name).mkdir()
    (taxonomy / name / "data.tsv").write_text(content, "utf-8")
    return taxonomy


def test_lists_are_sorted_and_say_nothing_twice() -> None:
    for name in LISTS:
        for file in sorted((folder("taxonomy") / name).iterdir(), key=str):
            rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
            assert rows == sorted(rows, key=lambda row: (row[0], row[1].lower(), row[1])), file.name
            assert len({words.lower() for _, words in rows}) == len(rows), file.name


def test_two_profiles_cannot_have_the_same_id(tmp_path: Path) -> None:
    shipped = tmp_path / "chief_data_officer.toml"
    shipped.write_bytes((folder("role_profiles") / shipped.name).read_bytes())
    with pytest.raises(ReferenceDataError, match="two profiles with the id 'chief_data_officer'; rename one"):
        load(more=[shipped])
    own = tmp_path / "own.toml"
    own.write_bytes(shipped.read_bytes())
    assert len(load(more=[own]).profiles) == len(load().profiles) + 1
    with pytest.raises(ReferenceDataError, match="'own'"):
        load(more=[own, own])
