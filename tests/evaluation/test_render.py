"""The PDF and Word renderings of a quarter of the resumes."""

from __future__ import annotations

import pytest

from evaluation.corpus import RENDERINGS, load
from evaluation.layouts import sections
from evaluation.render import WRITERS, Layout, chosen
from matcher.core.model import Document
from matcher.readers import read

DOCUMENTS = load()
CHOSEN = chosen(DOCUMENTS)


def test_a_quarter_is_rendered_in_every_layout_and_kept_with_the_project() -> None:
    resumes = [d for d in DOCUMENTS if not d.is_description]
    assert len(CHOSEN) == round(len(resumes) / 4)
    assert {layout for _, layout in CHOSEN} == set(Layout)
    expected = {f"{document.id}.{ending}" for document, _ in CHOSEN for ending, _ in WRITERS}
    assert {file.name for file in RENDERINGS.iterdir()} == expected


def test_no_line_is_lost_between_the_sections() -> None:
    for document in DOCUMENTS:
        found = sections(document.text)
        lines = [line for s in found for line in (s.heading, *s.lines) if line.strip()]
        assert len(lines) == sum(bool(line.strip()) for line in document.text.split("\n"))


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize(("ending", "writer"), WRITERS, ids=[ending for ending, _ in WRITERS])
def test_rendering_twice_gives_the_same_bytes_and_all_words(ending: str, writer: object, layout: Layout) -> None:
    assert callable(writer)
    document = CHOSEN[0][0]
    data = writer(sections(document.text), layout.value)
    assert data == writer(sections(document.text), layout.value)
    assert words(read(data, f"x.{ending}")) >= {w for w in document.text.split() if w.isascii() and w.isalpha()}


def words(document: Document) -> set[str]:
    return set(document.text.split())
