"""`matcher batch`, started as people start it."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from itertools import chain
from pathlib import Path

import openpyxl
import pytest

from matcher import Matcher
from matcher.writers import WRITERS
from tests.batch.folders import fill
from tests.builders import resume

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
EXPORTS = ("documents.csv", "report.html", "report.xlsx", "reports.jsonl", "scores.csv")


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "matcher", "batch", *map(str, arguments)]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), capture_output=True, text=True, timeout=120, check=False)


def exported(results: Path) -> dict[str, bytes]:
    return {name: (results / name).read_bytes() for name in EXPORTS}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six documents: one cannot be read, one is a copy, one is a link."""
    path = tmp_path_factory.mktemp("resumes")
    for name in ("amara-cdo.txt", "renee-ethics.docx"):
        shutil.copy(EXAMPLES / name, path / name)
    shutil.copy(EXAMPLES / "amara-cdo.txt", path / "copy.txt")
    (path / "cut.pdf").write_bytes((EXAMPLES / "jonas-security.pdf").read_bytes()[:2000])
    (path / "=run.txt").write_text(resume())
    (path / "link.txt").symlink_to(path / "=run.txt")
    return path


@pytest.fixture(scope="module")
def results(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("out") / "results"
    done = run(folder, "-o", output, "--quiet")
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert "4 assessed, 2 not, 1 copies among them" in done.stderr
    return output


def reports(results: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in (results / "reports.jsonl").read_text("utf-8").splitlines()]


def rows(results: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((results / name).read_text("utf-8-sig"))))


NAMES = ["=run.txt", "amara-cdo.txt", "copy.txt", "cut.pdf", "link.txt", "renee-ethics.docx"]


def test_every_file_has_its_answer_in_the_order_of_names(results: Path) -> None:
    assert [report["document"]["name"] for report in reports(results)] == NAMES
    assert [report["status"] for report in reports(results)] == [
        *["assessed"] * 3,
        *["not_assessable"] * 2,
        "assessed",
    ]


@pytest.mark.parametrize("name", ["amara-cdo.txt", "copy.txt", "cut.pdf", "renee-ethics.docx"])
def test_an_answer_is_the_one_that_match_gives(results: Path, folder: Path, matcher: Matcher, name: str) -> None:
    alone = WRITERS["json"].write(matcher.match_file(folder / name), matcher.skills)
    assert reports(results)[NAMES.index(name)] == json.loads(alone)


def test_the_long_table_has_a_row_a_role_and_one_for_what_failed(results: Path) -> None:
    table = rows(results, "scores.csv")
    expected = [["'=run.txt"] * 5, [NAMES[1]] * 5, [NAMES[2]] * 5, ["cut.pdf"], ["link.txt"], [NAMES[5]] * 5]
    assert [row["document"] for row in table] == list(chain.from_iterable(expected))
    assert table[5]["role_id"] == "chief_data_officer"
    assert "document_damaged" in table[15]["problem"]
    assert "it is a link" in table[16]["problem"]
    assert table[10]["copy_of"] == "amara-cdo.txt"


def test_the_wide_table_has_a_row_a_document(results: Path) -> None:
    table = rows(results, "documents.csv")
    assert len(table) == 6
    amara = table[1]
    assert amara["best_role"] == "chief_data_officer"
    assert amara["best_score"] == amara["chief_data_officer"]
    assert amara["chief_data_officer_band"] == amara["best_band"] == "strong"
    assert amara["top_gaps"]
    assert table[3]["best_score"] == ""


def test_the_workbook_tells_the_same_and_runs_nothing(results: Path) -> None:
    book = openpyxl.load_workbook(results / "report.xlsx")
    assert book.sheetnames == ["Documents", "Scores", "Essential gaps", "Not assessed"]
    documents, failures = book["Documents"], book["Not assessed"]
    assert [row[0].value for row in documents.iter_rows(min_row=2)] == NAMES
    assert documents["A2"].data_type == "s"
    assert (documents.freeze_panes, documents.auto_filter.ref) == ("B2", f"A1:X{len(NAMES) + 1}")
    assert documents.conditional_formatting
    assert [row[1].value for row in failures.iter_rows(min_row=2)] == ["document_damaged", "skipped"]
    assert all(row[6].value != "met" for row in book["Essential gaps"].iter_rows(min_row=2))


def test_the_number_of_workers_changes_no_byte(results: Path, folder: Path, tmp_path: Path) -> None:
    run(folder, "-o", tmp_path, "--jobs", "1", "--quiet")
    assert exported(tmp_path) == exported(results)


def test_neighbours_change_no_answer(results: Path, folder: Path, tmp_path: Path) -> None:
    run(folder / "renee-ethics.docx", folder / "amara-cdo.txt", "-o", tmp_path, "--quiet")
    assert reports(tmp_path) == [reports(results)[5], reports(results)[1]]


def test_only_the_forms_that_are_asked_for_are_written(folder: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run(folder, "-o", tmp_path, "--quiet", "--format", "parquet", "--no-evidence")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".running", "matches.sqlite", "scores.parquet"]
    table = parquet.read_table(tmp_path / "scores.parquet")
    assert table.num_rows == 22
    assert str(table.schema.field("score").type) == "double"


def test_without_evidence_no_word_of_a_document_is_kept(folder: Path, tmp_path: Path) -> None:
    run(folder, "-o", tmp_path, "--quiet", "--no-evidence")
    assert all(not r["evidence"] for report in reports(tmp_path) for r in requirements(report))
    with sqlite3.connect(tmp_path / "matches.sqlite") as base:
        kept = [bytes(blob) for (blob,) in base.execute("SELECT report FROM answers")]
    import zlib

    assert not any(b"Okafor" in zlib.decompress(blob) or b'"quote"' in zlib.decompress(blob) for blob in kept)


def requirements(report: dict) -> list[dict]:  # type: ignore[type-arg]
    return [r for role in report.get("roles", ()) for area in role["areas"] for r in area["requirements"]]


def test_a_second_run_reads_only_what_changed(tmp_path: Path) -> None:
    resumes = fill(tmp_path / "in", 4, (".txt",))
    assert run(resumes, "-o", tmp_path / "out").returncode == 0
    first = sorted(resumes.rglob("*.txt"))[0]
    first.write_text(resume())
    again = run(resumes, "-o", tmp_path / "out")
    assert "3 of 4 were done before." in again.stderr
    assert reports(tmp_path / "out")[0]["document"]["characters"] == len(resume())
    fresh = run(resumes, "-o", tmp_path / "out", "--fresh")
    assert "done before" not in fresh.stderr
    other = run(resumes, "-o", tmp_path / "out", "--role", "chief_data_officer")
    assert "done before" not in other.stderr, "other roles, other answers"
    assert len(reports(tmp_path / "out")[0]["roles"]) == 1


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    resumes = fill(tmp_path / "in", 60)
    first = subprocess.Popen(command(resumes, "-o", tmp_path / "out", "--quiet"), stderr=subprocess.DEVNULL)
    try:
        while not (tmp_path / "out" / "matches.sqlite").exists():
            time.sleep(0.01)
        assert "A run is at work." in run("--status", "-o", tmp_path / "out").stdout
        second = run(resumes, "-o", tmp_path / "out")
    finally:
        first.wait(60)
    assert second.returncode == 4
    assert "another run is writing there" in second.stderr
    assert "60 assessed, 0 not. No run is at work." in run("--status", "-o", tmp_path / "out").stdout


def _interruptible() -> None:
    """Programs that a shell starts in the background ignore Ctrl-C, and so do their children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    resumes = fill(tmp_path / "in", 300)
    running = subprocess.Popen(
        command(resumes, "-o", tmp_path / "out"),
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_interruptible,  # noqa: PLW1509 - no threads here
    )
    _until_some_are_done(tmp_path / "out")
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "are done and kept. Give the same command again to continue." in said
    assert "Traceback" not in said
    assert not (tmp_path / "out" / "reports.jsonl").exists()


def test_a_run_that_is_killed_again_and_again_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    """The full test, 300 documents and 20 kills, is `python -m benchmarks.batch --kills`."""
    resumes = fill(tmp_path / "in", 80)
    (resumes / "cut.pdf").write_bytes(b"%PDF-1.4 nothing")
    whole = run(resumes, "-o", tmp_path / "whole", "--quiet")
    assert whole.returncode == 1
    chance = random.Random(11)
    for _ in range(5):
        killed = subprocess.Popen(command(resumes, "-o", tmp_path / "out", "--quiet"), stderr=subprocess.DEVNULL)
        _until_some_are_done(tmp_path / "out")
        time.sleep(chance.random() * 0.2)
        killed.kill()
        killed.wait()
    run(resumes, "-o", tmp_path / "out", "--quiet")
    assert exported(tmp_path / "out") == exported(tmp_path / "whole")
    with sqlite3.connect(tmp_path / "out" / "matches.sqlite") as base:
        assert base.execute("SELECT count(*), count(DISTINCT key), sum(strikes) FROM inputs").fetchone() == (81, 81, 0)


def _until_some_are_done(output: Path) -> None:
    """Waits until the run reads: something is marked as begun."""
    for _ in range(1000):
        time.sleep(0.01)
        try:
            with sqlite3.connect(f"file:{output / 'matches.sqlite'}?mode=ro", uri=True) as base:
                if base.execute("SELECT count(*) FROM inputs WHERE state = 1").fetchone()[0]:
                    return
        except sqlite3.Error:
            continue


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")
def test_nothing_in_a_folder_stops_a_run(tmp_path: Path) -> None:
    resumes = tmp_path / "in"
    resumes.mkdir()
    os.mkfifo(resumes / "fifo.pdf")
    (resumes / "loop").symlink_to(resumes)
    (resumes / "zero.pdf").symlink_to("/dev/zero")
    (resumes / "folder.pdf").mkdir()
    with (resumes / "sparse.pdf").open("wb") as stream:
        stream.truncate(10 * 1024**3)
    for name in (b"caf\xe9.txt", b"line\nfeed.txt"):
        with open(os.path.join(os.fsencode(resumes), name), "wb") as stream:
            stream.write(resume().encode())
    done = run(resumes, "-o", tmp_path / "out", "--quiet")
    assert done.returncode == 1, done.stderr
    codes = {r["document"]["name"]: r.get("problem", {}).get("code", "") for r in reports(tmp_path / "out")}
    assert codes == {
        "caf\\xe9.txt": "",
        "fifo.pdf": "skipped",
        "line\nfeed.txt": "",
        "loop": "skipped",
        "sparse.pdf": "too_large",
        "zero.pdf": "skipped",
    }


def test_a_full_disk_ends_the_run_and_leaves_the_last_exports(tmp_path: Path, folder: Path) -> None:
    resource = pytest.importorskip("resource")
    resumes = fill(tmp_path / "in", 5)
    assert run(resumes, "-o", tmp_path / "out", "--quiet").returncode == 0
    before = exported(tmp_path / "out")
    fill(tmp_path / "in", 60)
    done = subprocess.run(
        command(resumes, "-o", tmp_path / "out", "--quiet"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000)),
    )
    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr
    assert "it continues" in done.stderr.splitlines()[-1]
    assert exported(tmp_path / "out") == before
    assert not list((tmp_path / "out").glob(".*.unfinished"))


def test_bad_requests_are_said_in_one_line(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for arguments, code, said in (
        ((empty, "-o", tmp_path / "out"), 3, "holds no files"),
        ((tmp_path / "gone", "-o", tmp_path / "out"), 3, "no such file or folder"),
        ((f"@{tmp_path / 'gone'}", "-o", tmp_path / "out"), 3, "no list that can be read"),
        ((EXAMPLES / "amara-cdo.txt", "-o", EXAMPLES / "amara-cdo.txt"), 4, "cannot be written"),
        ((EXAMPLES,), 2, "with -o where the answers go"),
        (("--status", "-o", empty), 3, "holds no answers"),
        ((EXAMPLES, "-o", tmp_path / "out", "--role", "cdo"), 2, "there is no such role"),
    ):
        done = run(*arguments, *([] if "--status" in arguments else ["--quiet"]))
        assert done.returncode == code, done.stderr
        assert said in done.stderr.splitlines()[-1]
        assert "Traceback" not in done.stderr
