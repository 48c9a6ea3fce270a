from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.core.folding import Forms, canonical, fold


@given(st.text())
def test_every_folded_character_points_into_the_original(text: str) -> None:
    folded = fold(text)
    places = [folded.original(i) for i in range(len(folded.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_ascii_keeps_its_offsets(text: str) -> None:
    assert fold(text).is_aligned
    assert len(fold(text).text) == len(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Machine Learning", "machine learning"),
        ("eﬃcient ﬁre", "efficient fire"),
        ("cyber\u00adsecurity", "cybersecurity"),
        ("cyber\u00ad\nsecurity", "cyber-\nsecurity"),
        ("zero\u200bwidth", "zerowidth"),
        ("“quoted” – ‘dash’", "\"quoted\" - 'dash'"),
        ("Café Zürich", "cafe zurich"),
        ("ＡＩ", "ai"),
        ("snake_case", "snake case"),
    ],
)
def test_writing_habits_fold_to_one_form(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("analyse", "analyze"),
        ("programme", "program"),
        ("behaviour", "behavior"),
        ("behavioural", "behavioral"),
        ("modelling", "modeling"),
        ("centre", "center"),
        ("catalogue", "catalog"),
        ("policies", "policy"),
        ("frameworks", "framework"),
        ("processes", "process"),
        ("defence", "defense"),
        ("licences", "license"),
    ],
)
def test_british_american_singular_and_plural_are_one_word(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), [("trust", "rust"), ("bias", "bia"), ("scale", "scala"), ("less", "les")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@given(st.from_regex(r"[a-z]{1,14}", fullmatch=True))
def test_canonical_form_is_stable_in_case_and_never_empty(word: str) -> None:
    assert canonical(word)
    assert canonical(word) == canonical(word)


def test_forms_of_words_of_a_document_do_not_stay() -> None:
    forms = Forms({"analyses"})
    assert [forms["analyses"], forms["canaries"]] == ["analysis", "canary"]
    assert list(forms) == ["analyses"]
