"""`python -m evaluation.render`: makes the PDF and Word renderings of a quarter of the resumes, always the same."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum

from evaluation.corpus import RENDERINGS, LabelledDocument, digest, load
from evaluation.layouts import Section, sections
from evaluation.render_docx import docx
from evaluation.render_pdf import pdf

SHARE = 4
"""One resume in so many is rendered."""


class Layout(StrEnum):
    """How the sections are placed on the page."""

    ONE_COLUMN = "one column"
    TWO_COLUMNS = "two columns"
    TABLE = "table"


WRITERS: tuple[tuple[str, Callable[[Sequence[Section], str], bytes]], ...] = (("pdf", pdf), ("docx", docx))


def chosen(documents: Sequence[LabelledDocument]) -> list[tuple[LabelledDocument, Layout]]:
    """The resumes that are rendered, by chance, and the layout of each, in turn."""
    resumes = sorted((d for d in documents if not d.is_description), key=lambda d: digest(f"rendering {d.id}"))
    layouts = list(Layout)
    return [(d, layouts[i % len(layouts)]) for i, d in enumerate(resumes[: round(len(resumes) / SHARE)])]


def main() -> int:
    """Write all renderings; exit code 0."""
    RENDERINGS.mkdir(exist_ok=True)
    for document, layout in chosen(load()):
        for ending, writer in WRITERS:
            file = RENDERINGS / f"{document.id}.{ending}"
            file.write_bytes(writer(sections(document.text), layout.value))
            print(f"{file.name}\t{layout.value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
