"""Scans are recognised only when asked, in a private folder, within a time; where nothing can do so, it is said."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image, ImageDraw, ImageFont

from matcher import Matcher, NotAssessable, ocr
from matcher.entrypoints import cli
from matcher.errors import OcrMissingError
from tests import pdfs
from tests.builders import report, resume, scores

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or find_spec("ocrmypdf") is None,
    reason="needs the extra: pip install '.[ocr]' and the system's tesseract-ocr",
)
needs_shell = pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs /bin/sh")


def scan(text: str) -> bytes:
    """A PDF of one picture of this text."""
    picture = Image.new("L", (1654, 2339), 255)
    font = ImageFont.load_default(size=28)
    for number, line in enumerate(text.split("\n")):
        ImageDraw.Draw(picture).text((100, 100 + number * 50), line, fill=0, font=font)
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=200)
    return out.getvalue()


def blank_scan() -> bytes:
    return pdfs.pdf(pdfs.picture)


@needs_tesseract
def test_a_scan_is_recognised_and_its_reader_is_named(matcher: Matcher) -> None:
    data = scan(resume())
    assert isinstance(matcher.match_bytes(data, "scan.pdf"), NotAssessable)
    outcome = ocr.match(matcher.match_bytes, data, "scan.pdf")
    document = report(outcome).document
    assert (document.name, document.reader) == ("scan.pdf", "ocr (tesseract)")
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert "text_recognised" in [warning.code for warning in document.warnings]
    assert scores(outcome) == pytest.approx(scores(matcher.match_text(resume())), abs=6)


@needs_tesseract
def test_a_picture_without_words_stays_not_assessable(matcher: Matcher) -> None:
    outcome = ocr.match(matcher.match_bytes, blank_scan(), "scan.pdf")
    assert isinstance(outcome, NotAssessable)
    assert outcome.code in ("document_scanned", "document_empty")


@needs_tesseract
def test_the_command_recognises_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan(resume()))
    assert CliRunner().invoke(cli.main, ["match", str(path)]).exit_code == 1
    asked = CliRunner().invoke(cli.main, ["match", str(path), "--ocr"])
    assert asked.exit_code == 0, asked.output
    assert "read by ocr (tesseract)" in asked.stdout


@pytest.mark.parametrize("data", [pdfs.pdf(pdfs.page(resume().split("\n"))), b"", b"Led the team"])
def test_what_is_no_scan_is_not_recognised(matcher: Matcher, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(ocr, "_recognised", lambda *_: pytest.fail("recognised"))
    assert ocr.match(matcher.match_bytes, data, "ada.pdf") == matcher.match_bytes(data, "ada.pdf")


@pytest.mark.parametrize("program", ["tesseract", "ocrmypdf"])
def test_what_is_missing_is_told_before_anything_is_read(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if name == program else f"/usr/bin/{name}")
    monkeypatch.setattr(ocr, "find_spec", lambda name: None if name == program else object())
    with pytest.raises(OcrMissingError):
        ocr.check_installed()
    told = CliRunner().invoke(cli.main, ["match", "nowhere.pdf", "--ocr"])
    assert told.exit_code == 2
    (line,) = told.stderr.splitlines()
    assert line.startswith(f"matcher: --ocr: {program} not found. Install the extra (pip install '.[ocr]')")


@pytest.fixture
def instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a shell script in the place of ocrmypdf."""

    def put(script: str) -> None:
        path = tmp_path / "instead"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o700)
        monkeypatch.setattr(sys, "executable", str(path))

    return put


@needs_shell
def test_a_program_that_does_not_end_is_ended_with_all_it_started(
    matcher: Matcher, instead: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(f"/bin/sleep 300 & echo $! > {tmp_path}/pid; wait")
    monkeypatch.setattr(ocr, "MOST_SECONDS", 0.5)
    began = time.perf_counter()
    outcome = ocr.match(matcher.match_bytes, blank_scan(), "scan.pdf")
    assert time.perf_counter() - began < 30
    assert isinstance(outcome, NotAssessable)
    assert "took longer than" in outcome.detail
    assert has_ended(int((tmp_path / "pid").read_text()))


def has_ended(process: int) -> bool:
    """True once the process is gone, or waits for somebody to hear of its end."""
    for _ in range(200):
        try:
            os.kill(process, 0)
            if "\nState:\tZ" in Path(f"/proc/{process}/status").read_text():
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


@needs_shell
def test_the_folder_is_private_and_gone_afterwards_and_the_environment_is_not_ones_own(
    matcher: Matcher, instead: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "quokka")
    instead(
        f"PATH=/bin:/usr/bin; cat > left; pwd > {tmp_path}/folder; ls -ld . > {tmp_path}/mode; env > {tmp_path}/env\n"
        "echo quokka >&2; exit 15"
    )
    outcome = ocr.match(matcher.match_bytes, blank_scan(), "scan.pdf")
    assert isinstance(outcome, NotAssessable)
    assert outcome.code == "document_scanned"
    assert "quokka" not in repr(outcome)
    assert (tmp_path / "mode").read_text().startswith("drwx------")
    assert not Path((tmp_path / "folder").read_text().strip()).exists()
    assert "quokka" not in (tmp_path / "env").read_text()


@needs_shell
def test_what_comes_back_and_is_no_document_is_an_outcome(matcher: Matcher, instead: Callable[[str], None]) -> None:
    instead("PATH=/bin:/usr/bin; cat > /dev/null; echo %PDF-1.4 nonsense")
    outcome = ocr.match(matcher.match_bytes, blank_scan(), "scan.pdf")
    assert isinstance(outcome, NotAssessable)
    assert outcome.sha256 == hashlib.sha256(blank_scan()).hexdigest()
