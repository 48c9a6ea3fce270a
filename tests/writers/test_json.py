"""The JSON is that of the standard library, to the byte."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import Matcher
from matcher.core.model import MatchReport
from matcher.writers import json as writer
from matcher.writers.outcome import form
from tests.builders import DATA_WORK, resume

_HALF = "\ud800"
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
_VALUES = st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=30)


def expected(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


@given(_VALUES)
def test_any_value_is_written_so_that_it_can_be_read_again(value: object) -> None:
    assert json.loads(writer.text(value)) == value
    assert json.loads(writer.line(value)) == value
    assert b"\n" not in writer.line(value)


@pytest.mark.parametrize("words", [resume(), resume(DATA_WORK), "too short"])
def test_outcomes_are_written_as_by_the_standard_library(matcher: Matcher, words: str) -> None:
    outcome = matcher.match_text(words)
    assert writer.write(outcome, matcher.skills) == expected(form(outcome, matcher.skills))


@pytest.mark.parametrize("odd", [f"cv{_HALF}.pdf", {_HALF: 1}, 2**70, [[], {}, -(2**65)]])
def test_half_letters_and_long_numbers_are_written_too(odd: object) -> None:
    assert writer.text(odd) == expected(odd)
    compact = json.dumps(odd, ensure_ascii=False, separators=(",", ":"))
    assert writer.line(odd) == compact.encode("utf-8", "replace")


def test_what_is_no_json_is_refused() -> None:
    for write in (writer.text, writer.line):
        with pytest.raises(TypeError):
            write({"a": object()})


@pytest.mark.parametrize("odd", [float("nan"), float("inf")])
def test_a_score_that_is_no_number_is_refused(matcher: Matcher, odd: float) -> None:
    report = matcher.match_text(resume())
    assert isinstance(report, MatchReport)
    role = report.role_scores[0]
    areas = (replace(role.areas[0], evidenced=odd), *role.areas[1:])
    with pytest.raises(ValueError, match="no number"):
        form(replace(report, role_scores=(replace(role, areas=areas),)), matcher.skills)
