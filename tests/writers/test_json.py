"""The JSON is that of the standard library, to the byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import Matcher
from matcher.writers import json as writer
from matcher.writers.outcome import form
from tests.builders import DATA_WORK, resume

_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
_VALUES = st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=30)


def expected(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


@given(_VALUES)
def test_any_value_is_written_as_by_the_standard_library(value: object) -> None:
    assert writer.text(value) == expected(value)


@pytest.mark.parametrize("words", [resume(), resume(DATA_WORK), "too short"])
def test_outcomes_too(matcher: Matcher, words: str) -> None:
    outcome = matcher.match_text(words)
    assert writer.write(outcome, matcher.skills) == expected(form(outcome, matcher.skills))


@given(_VALUES)
def test_a_python_without_the_encoder_in_c_gives_the_same(value: object) -> None:
    kept = json.encoder.c_make_encoder  # type: ignore[attr-defined]
    writer._flat.cache_clear()
    json.encoder.c_make_encoder = None  # type: ignore[attr-defined]
    try:
        assert writer.text(value) == expected(value)
    finally:
        json.encoder.c_make_encoder = kept  # type: ignore[attr-defined]
        writer._flat.cache_clear()


def test_what_is_no_json_is_refused() -> None:
    for value in (float("nan"), [float("inf")], {"a": [float("nan")]}):
        with pytest.raises(ValueError, match="JSON"):
            writer.text(value)
    with pytest.raises(TypeError):
        writer.text({"a": object()})
