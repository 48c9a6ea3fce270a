from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from matcher.entrypoints.cli import main
from tests.builders import DATA_WORK, resume


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    """A resume in a file."""
    path = tmp_path / "robin.txt"
    path.write_text(resume(DATA_WORK), "utf-8")
    return path


def run(*arguments: str | Path, stdin: str | None = None) -> tuple[int, str, str]:
    """(exit code, standard output, standard error) of the command line."""
    outcome = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), outcome.exception
    return outcome.exit_code, outcome.stdout, outcome.stderr


def test_a_resume_is_ranked_with_reasons_and_gaps(cv: Path) -> None:
    code, out, err = run("match", cv)
    assert (code, err) == (0, "")
    assert "1  Chief Data Officer" in out
    assert "“Set up the data governance council" in out
    assert "Missing for Chief Data Officer" in out
    assert "\x1b[" not in out


def test_what_would_lift_a_role_is_told_in_text_and_in_json_if_asked(cv: Path) -> None:
    lift = json.loads(run("match", cv, "--format", "json", "--what-if")[1])["roles"][0]["next_band"]
    text = " ".join(run("match", cv)[1].split())
    assert f"{lift['skills'][-1]['label']} w" in text
    assert f" shown in use, this would be {lift['band']}, at {lift['score']:.1f}." in text
    assert "next_band" not in run("match", cv, "--format", "json")[1]


def test_text_comes_from_standard_input(cv: Path) -> None:
    code, out, _ = run("match", "-", stdin=cv.read_text("utf-8"))
    assert code == 0
    assert "Chief Data Officer" in out


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_every_format_can_be_written_to_a_file(cv: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "answer"
    assert run("match", cv, "--format", form, "-o", target)[0] == 0
    assert "Chief Data Officer" in target.read_text("utf-8")


def test_only_the_roles_asked_for_are_scored(cv: Path) -> None:
    _, out, _ = run("match", cv, "--role", "chief_data_officer", "--format", "json")
    assert [role["id"] for role in json.loads(out)["roles"]] == ["chief_data_officer"]


def test_without_evidence_nothing_of_the_text_is_printed(cv: Path) -> None:
    for form in ("text", "json", "html"):
        out = run("match", cv, "--no-evidence", "--format", form)[1]
        assert "critical elements have an owner" in " ".join(run("match", cv, "--format", form)[1].split())
        assert "critical elements" not in " ".join(out.split())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("match", "nowhere.pdf"), 3, "there is no such file"),
        (("match", "."), 3, "is a folder"),
        (("match", "nowhere.pdf", "--role", "x"), 3, "no such file"),
        (("match",), 2, "Missing argument"),
        (("roles", "show", "chief_data_oficer"), 2, "Did you mean 'chief_data_officer'"),
        (("roles", "check", "nowhere"), 4, "is no folder of role profiles"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_with_its_exit_code(
    arguments: tuple[str, ...], code: int, said: str
) -> None:
    got, out, err = run(*arguments)
    assert (got, out) == (code, "")
    assert said in err
    assert "Traceback" not in err


def test_a_document_that_cannot_be_assessed_ends_with_1_and_says_why(tmp_path: Path) -> None:
    short = tmp_path / "short.txt"
    short.write_text("Robin Beispiel. Cook.", "utf-8")
    code, out, err = run("match", short, "--format", "json")
    assert code == 1
    assert json.loads(out)["problem"]["code"] == "text_too_short"
    assert "only 3 words" in err
    assert "Robin" not in out + err


def test_an_unwritable_target_is_told(cv: Path, tmp_path: Path) -> None:
    code, _, err = run("match", cv, "-o", tmp_path / "no" / "such" / "folder.txt")
    assert code == 2
    assert "cannot be written" in err


def test_roles_are_listed_shown_and_checked() -> None:
    assert run("roles", "list")[1].count("\n") == 5
    assert "Gates" in run("roles", "show", "chief_data_officer")[1]
    assert json.loads(run("roles", "show", "chief_data_officer", "--format", "json")[1])["id"] == "chief_data_officer"
    assert "5 profiles are right" in run("roles", "check")[1]


def test_the_same_bytes_whatever_the_hash_seed(cv: Path) -> None:
    answers = set()
    for seed in ("0", "1", "4242"):
        command = [sys.executable, "-m", "matcher", "match", str(cv), "--format", "json"]
        answers.add(subprocess.run(command, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout)
    assert len(answers) == 1


def test_help_does_not_load_the_engine() -> None:
    code = (
        "import sys; from matcher.entrypoints.cli import main;"
        "print(any(m in sys.modules for m in ('numpy', 'sklearn', 'rapidfuzz')))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "False"
