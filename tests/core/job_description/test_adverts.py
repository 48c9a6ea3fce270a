"""Sixty-six invented adverts, sentence by sentence: what asks is drafted from, what tells of the company is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from matcher.core.job_description import Describing

CASES = Path(__file__).parents[2] / "cases"
OTHERS = "CBLAX"
"""Kinds of sentences that ask for nothing."""
SHARES = {"adverts.txt": (0.93, 0.06), "adverts_of_another.txt": (0.88, 0.05)}
"""File -> least share of the sentences that ask which something is drafted from, and most of the others."""
_LINE = re.compile(r"(\+?)([A-Z])\|(.*)")


def adverts(name: str) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Each text of a file, and (start, end, kind) of its sentences."""
    lines = (CASES / name).read_text("utf-8").splitlines()
    written = "\n".join(line for line in lines if not line.startswith("#"))
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


Drafted = Mapping[str, Sequence[tuple[str, bool, str]]]
by_file = pytest.mark.parametrize("name", SHARES)


@pytest.fixture(scope="module")
def drafted(describing: Describing) -> Drafted:
    """File -> (kind, whether it is drafted from, sentence) of each sentence."""
    return {name: list(rows(describing, name)) for name in SHARES}


def rows(describing: Describing, name: str) -> Iterator[tuple[str, bool, str]]:
    for text, places in adverts(name):
        spans = [wanted.span for wanted in describing.describe(text).requirements]
        for start, end, kind in places:
            yield kind, any(span.start < end and start < span.end for span in spans), text[start:end]


@by_file
def test_sentences_that_ask_are_drafted_from(drafted: Drafted, name: str) -> None:
    asking = [(is_used, sentence) for kind, is_used, sentence in drafted[name] if kind in tuple("DMN")]
    missed = [sentence for is_used, sentence in asking if not is_used]
    assert len(asking) > 150
    assert len(missed) <= (1 - SHARES[name][0]) * len(asking), (len(missed), len(asking), missed)


@by_file
def test_sentences_that_do_not_ask_are_hardly_ever_drafted_from(drafted: Drafted, name: str) -> None:
    others = [(is_used, sentence) for kind, is_used, sentence in drafted[name] if kind in tuple(OTHERS)]
    used = [sentence for is_used, sentence in others if is_used]
    assert len(others) > 150
    assert len(used) <= SHARES[name][1] * len(others), (len(used), len(others), used)
