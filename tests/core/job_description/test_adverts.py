"""Fifty-four invented adverts, sentence by sentence: what asks is drafted from, what tells of the company is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.core.job_description import Describing

CASES = Path(__file__).parents[2] / "cases" / "adverts.txt"
OTHERS = "CBLAX"
"""Kinds of sentences that ask for nothing."""
LEAST_ASKING = 0.93
MOST_OTHERS = 0.06
_LINE = re.compile(r"(\+?)([A-Z])\|(.*)")


def adverts() -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Each text, and (start, end, kind) of its sentences."""
    written = "\n".join(line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#"))
    for advert in written.split("\n====\n"):
        text, places = "", []
        for line in advert.splitlines():
            found = _LINE.fullmatch(line)
            if found is None:
                text += "\n"
                continue
            goes_on, kind, sentence = found.groups()
            kind = kind if kind in OTHERS or "[[" in sentence else ""
            sentence = sentence.replace("[[", "").replace("]]", "")
            text = text[:-1] + " " if goes_on else text
            places.append((len(text), len(text) + len(sentence), kind))
            text += f"{sentence}\n"
        yield text, places


@pytest.fixture(scope="module")
def drafted(describing: Describing) -> list[tuple[str, bool, str]]:
    """(kind, whether it is drafted from, sentence) of each sentence."""
    rows = []
    for text, places in adverts():
        spans = [wanted.span for wanted in describing.describe(text).requirements]
        for start, end, kind in places:
            is_used = any(span.start < end and start < span.end for span in spans)
            rows.append((kind, is_used, text[start:end]))
    return rows


def test_sentences_that_ask_are_drafted_from(drafted: list[tuple[str, bool, str]]) -> None:
    asking = [(is_used, sentence) for kind, is_used, sentence in drafted if kind in tuple("DMN")]
    missed = [sentence for is_used, sentence in asking if not is_used]
    assert len(asking) > 150
    assert len(missed) <= (1 - LEAST_ASKING) * len(asking), missed


def test_sentences_that_do_not_ask_are_hardly_ever_drafted_from(drafted: list[tuple[str, bool, str]]) -> None:
    others = [(is_used, sentence) for kind, is_used, sentence in drafted if kind in tuple(OTHERS)]
    used = [sentence for is_used, sentence in others if is_used]
    assert len(others) > 150
    assert len(used) <= MOST_OTHERS * len(others), used
