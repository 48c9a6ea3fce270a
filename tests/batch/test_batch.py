"""`matcher batch`, started as people start it."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from matcher import Matcher
from matcher.writers import WRITERS
from tests.builders import resume

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "matcher", "batch", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four documents, one of which cannot be read."""
    path = tmp_path_factory.mktemp("resumes")
    for name in ("amara-cdo.txt", "renee-ethics.docx"):
        shutil.copy(EXAMPLES / name, path / name)
    (path / "cut.pdf").write_bytes((EXAMPLES / "jonas-security.pdf").read_bytes()[:2000])
    (path / "=run.txt").write_text(resume())
    return path


@pytest.fixture(scope="module")
def results(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("out") / "results"
    done = run(folder, "-o", output)
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert "3 assessed, 1 not" in done.stderr
    return output


def reports(results: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in (results / "reports.jsonl").read_text("utf-8").splitlines()]


def test_every_file_has_its_answer_in_the_order_of_names(results: Path) -> None:
    assert [report["document"]["name"] for report in reports(results)] == [
        "=run.txt",
        "amara-cdo.txt",
        "cut.pdf",
        "renee-ethics.docx",
    ]
    assert [report["status"] for report in reports(results)] == ["assessed", "assessed", "not_assessable", "assessed"]


def test_an_answer_is_the_one_that_match_gives(results: Path, folder: Path, matcher: Matcher) -> None:
    alone = WRITERS["json"].write(matcher.match_file(folder / "amara-cdo.txt"), matcher.skills)
    assert reports(results)[1] == json.loads(alone)


def test_the_table_has_a_row_a_role_and_one_for_what_failed(results: Path) -> None:
    rows = list(csv.DictReader((results / "scores.csv").read_text("utf-8-sig").splitlines()))
    assert [row["document"] for row in rows] == [
        *["'=run.txt"] * 5,
        *["amara-cdo.txt"] * 5,
        "cut.pdf",
        *["renee-ethics.docx"] * 5,
    ]
    assert rows[5]["role_id"] == "chief_data_officer"
    assert "document_damaged" in rows[10]["problem"]


def test_the_number_of_workers_changes_no_byte(results: Path, folder: Path, tmp_path: Path) -> None:
    run(folder, "-o", tmp_path, "--jobs", "1", "--quiet")
    for name in ("reports.jsonl", "scores.csv"):
        assert (tmp_path / name).read_bytes() == (results / name).read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reports.jsonl", "scores.csv"]


def test_nothing_to_read_and_nowhere_to_write_are_said_in_one_line(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for arguments, code, said in (
        ((empty, "-o", tmp_path / "out"), 3, "holds no files"),
        ((tmp_path / "gone", "-o", tmp_path / "out"), 3, "no such file or folder"),
        ((EXAMPLES / "amara-cdo.txt", "-o", EXAMPLES / "amara-cdo.txt", "--quiet"), 2, "cannot be written"),
    ):
        done = run(*arguments)
        assert done.returncode == code, done.stderr
        assert said in done.stderr.splitlines()[-1]
        assert "Traceback" not in done.stderr
