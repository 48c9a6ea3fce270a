"""The same invented resume, made by eight producers in four layouts, is read as it is written.

`python -m benchmarks.reading --keep tests/readers/fixtures` makes the files anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.reading import sample
from benchmarks.reading.fidelity import measure
from benchmarks.reading.producers import PRODUCERS
from benchmarks.reading.sample import Layout
from matcher import Matcher
from matcher.readers import read
from tests.builders import report

FIXTURES = Path(__file__).parent / "fixtures"
FILES = sorted(FIXTURES.glob("*.pdf"))
LARGEST = 60_000


def stem(path: Path) -> str:
    return path.stem


def test_every_producer_and_layout_has_a_small_file() -> None:
    assert {path.stem for path in FILES} == {f"{name}-{layout}" for name in PRODUCERS for layout in Layout}
    assert len(PRODUCERS) >= 8
    assert max(path.stat().st_size for path in FILES) < LARGEST


def test_the_files_were_made_of_the_sample() -> None:
    assert (FIXTURES / "resume.txt").read_text("utf-8") == sample.text()


@pytest.mark.parametrize("path", FILES, ids=stem)
def test_nothing_is_lost_glued_or_torn(path: Path, engine: str) -> None:
    found = measure(read(path.read_bytes(), path.name).text)
    assert found.lost == ()
    assert (found.recall, found.order, found.dates, found.glued) == (1.0, 1.0, 1.0, ()), engine


@pytest.mark.parametrize("path", FILES, ids=stem)
def test_the_first_engine_reads_it_well(path: Path) -> None:
    document = read(path.read_bytes(), path.name)
    assert document.reader == "PDFium"
    assert [warning.code for warning in document.warnings] == []


@pytest.mark.parametrize("path", FILES, ids=stem)
def test_it_scores_as_its_text_does(matcher: Matcher, path: Path) -> None:
    wanted = {score.role_id: score.value for score in report(matcher.match_text(sample.text())).role_scores}
    found = report(matcher.match_bytes(path.read_bytes(), path.name)).role_scores
    assert {score.role_id: score.value for score in found} == pytest.approx(wanted, abs=2)
