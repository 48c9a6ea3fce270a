"""A job description as one more role, from the command line."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from matcher import Matcher
from matcher.core.model import MatchReport

ADVERT = """Head of Pastry

About us
We are a family hotel by the lake and use machine learning to plan our bookings.

Your duties
• Run the pastry section and its team of four
• Write the dessert menu with the head chef

Requirements
• You must have at least five years of sugar work and chocolate tempering
• HACCP certificate is essential
• Knowledge of GDPR
• Ideally viennoiserie or bread baking

Benefits
We offer free meals, a pension and training in project management.

We are an equal opportunity employer and welcome people of every background.
"""
RESUME = """Mara Example
mara@example.org

Experience
Pastry chef, Lake Hotel, 2019 - 2024
• Led the pastry section, cut wastage by a third
• Did sugar work and chocolate tempering for weddings of 200 guests
• Kept the HACCP records, passed every inspection
• Baked viennoiserie each morning for the breakfast room

Education
Diploma in patisserie, 2018
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "advert.txt").write_text(ADVERT)
    (tmp_path / "mara.txt").write_text(RESUME)
    return tmp_path


def run(folder: Path, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "matcher", *arguments]
    environment = {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PATH": ""}
    return subprocess.run(
        command, cwd=folder, input=stdin, capture_output=True, text=True, timeout=60, check=False, env=environment
    )


def test_the_answer_leads_with_the_job_and_leaves_the_roles_as_they_are(folder: Path, matcher: Matcher) -> None:
    told = json.loads(run(folder, "match", "mara.txt", "-j", "advert.txt", "--format", "json").stdout)
    alone = json.loads(run(folder, "match", "mara.txt", "--format", "json").stdout)
    job = told.pop("job_description")
    assert told == alone
    assert job["title"] == "Head of Pastry"
    assert job["role"]["score"] > 30
    evidence = [e for a in job["role"]["areas"] for r in a["requirements"] for e in r["evidence"]]
    assert any("sugar work" in e["quote"] for e in evidence)
    text = run(folder, "match", "mara.txt", "-j", "advert.txt").stdout
    assert text.index("Against the job description you gave") < text.index("Beside it, the roles")


def test_clutter_is_no_requirement_and_tiers_follow_the_text(folder: Path) -> None:
    told = json.loads(run(folder, "roles", "draft", "advert.txt", "--format", "json").stdout)
    tiers = {wanted["surface_form"].lower(): wanted["tier"] for wanted in told["requirements"]}
    assert not {"machine learning", "project management", "pension"} & set(tiers)
    assert next(tier for words, tier in tiers.items() if words.startswith("sugar")) == "essential"
    assert tiers["gdpr"] == "essential"
    assert tiers["dessert menu"] == "important"
    assert tiers["viennoiserie"] == "optional"
    assert {years["years"] for years in told["years"]} == {5}
    assert told["left_out"]["benefits"] >= 1


def test_a_draft_that_is_kept_scores_as_the_description_did(folder: Path) -> None:
    assert run(folder, "roles", "draft", "advert.txt", "-o", "pastry.toml").returncode == 0
    described = json.loads(run(folder, "match", "mara.txt", "-j", "advert.txt", "--format", "json").stdout)
    kept = json.loads(run(folder, "match", "mara.txt", "--profile", "pastry.toml", "--format", "json").stdout)
    scores = {role["id"]: role["score"] for role in kept["roles"]}
    assert scores["pastry"] == described["job_description"]["role"]["score"]
    assert len(scores) == 6


def test_a_kept_draft_lives_in_a_folder_of_profiles(folder: Path) -> None:
    profiles = folder / "profiles"
    profiles.mkdir()
    run(folder, "roles", "draft", "advert.txt", "-o", "profiles/pastry.toml")
    assert "1 profiles are right: pastry" in run(folder, "roles", "check", "profiles").stdout
    broken = (profiles / "pastry.toml").read_text().replace("any_of = [", 'any_of = ["nothing", ', 1)
    (profiles / "pastry.toml").write_text(broken)
    done = run(folder, "roles", "check", "profiles")
    assert done.returncode == 4
    assert "unknown skill 'nothing'" in done.stderr


def test_a_folder_is_ranked_for_a_vacancy(folder: Path, tmp_path: Path) -> None:
    resumes = tmp_path / "in"
    resumes.mkdir()
    (resumes / "a.txt").write_text((Path(__file__).resolve().parents[2] / "examples" / "amara-cdo.txt").read_text())
    (resumes / "b.txt").write_text(RESUME)
    done = run(folder, "batch", "in", "-j", "advert.txt", "-o", "out", "--quiet")
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO((folder / "out" / "documents.csv").read_text("utf-8-sig"))))
    points = {row["document"]: float(row["job_description"]) for row in rows}
    assert points["b.txt"] > points["a.txt"]
    one = json.loads(run(folder, "match", "in/b.txt", "-j", "advert.txt", "--format", "json").stdout)
    line = json.loads((folder / "out" / "reports.jsonl").read_text().splitlines()[1])
    assert line == one
    page = (folder / "out" / "report.html").read_text()
    assert page.index("b.txt") < page.index("a.txt")
    assert "Head of Pastry" in page
    again = run(folder, "batch", "in", "-o", "out", "--quiet")
    assert again.returncode == 0
    assert "job_description" not in (folder / "out" / "documents.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("text", ["Nice hotel by the lake. Call us soon!", "x", ""])
def test_a_description_with_nothing_usable_is_said(folder: Path, text: str) -> None:
    (folder / "empty.txt").write_text(text)
    for arguments in (
        ("match", "mara.txt", "-j", "empty.txt"),
        ("roles", "draft", "empty.txt"),
    ):
        done = run(folder, *arguments)
        assert done.returncode == 1
        assert "empty.txt" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    done = run(folder, "batch", "mara.txt", "-j", "empty.txt", "-o", "out")
    assert done.returncode == 2


def test_a_resume_in_the_place_of_the_description_is_noticed(folder: Path) -> None:
    (folder / "other.txt").write_text(RESUME + "\nKind regards\n")
    done = run(folder, "match", "mara.txt", "-j", "other.txt")
    assert "reads like a person's resume" in done.stdout
    dutiful = RESUME + "\nRequirements\n• You must have at least five years of sugar work\n"
    (folder / "both.txt").write_text(dutiful)
    told = json.loads(run(folder, "match", "both.txt", "-j", "both.txt", "--format", "json").stdout)
    assert told["job_description"]["cautions"][0] == "description_is_the_resume"


def test_both_from_standard_input_is_refused(folder: Path) -> None:
    done = run(folder, "match", "-", "-j", "-", stdin=RESUME)
    assert done.returncode == 2
    assert "cannot both come from standard input" in done.stderr


def test_twenty_words_and_five_thousand_work(matcher: Matcher) -> None:
    short = "We need a Chief Data Officer who must know data governance, GDPR and Snowflake; Collibra would be a plus."
    long = "\n".join(
        [ADVERT, *(f"We opened house number {n} in a town by a lake and were proud of it." for n in range(400))]
    )
    for text in (short, long):
        assert matcher.describe_text(text).requirements


def test_the_roles_do_not_change_by_a_bit(matcher: Matcher) -> None:
    against = matcher.against(matcher.describe_text(ADVERT))
    for path in sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt")):
        alone, beside = matcher.match_file(path), against.match_file(path)
        assert isinstance(alone, MatchReport)
        assert isinstance(beside, MatchReport)
        assert [r.value for r in alone.role_scores] == [r.value for r in beside.role_scores]
