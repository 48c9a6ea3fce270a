"""The measures of fidelity see what is lost, torn and glued."""

from __future__ import annotations

from benchmarks.reading import sample
from benchmarks.reading.fidelity import measure


def test_the_sample_itself_is_perfect() -> None:
    found = measure(sample.text())
    assert (found.recall, found.order, found.dates, found.lost, found.glued) == (1.0, 1.0, 1.0, (), ())


def test_lines_may_be_wrapped_and_bulleted() -> None:
    wrapped = sample.text().replace("named forty", "named\nforty").replace("Python, SQL", "• Python, SQL")
    assert measure(wrapped).order == 1.0


def test_a_lost_word_is_named() -> None:
    found = measure(sample.text().replace("Collibra", ""))
    assert found.lost == ("Collibra,",) or found.lost == ("Collibra",)
    assert 0.99 < found.recall < 1


def test_glued_words_are_named() -> None:
    assert measure(sample.text().replace("data governance council", "datagovernance council")).glued == (
        "datagovernance",
    )


def test_interleaved_columns_break_the_order() -> None:
    lines = sample.text().splitlines()
    half = len(lines) // 2
    mixed = "\n".join(
        f"{left[:30]} {right} {left[30:]}" for left, right in zip(lines[:half], lines[half:], strict=False)
    )
    assert measure(mixed).order < 0.8


def test_dates_on_another_line_are_seen() -> None:
    assert measure(sample.text().replace("    2011 – 2016", "\n2011 – 2016")).dates == 0.8
