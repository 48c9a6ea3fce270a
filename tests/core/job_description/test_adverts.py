"""Invented adverts, sentence by sentence: what asks is drafted from, what tells of the company is not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evaluation.jobs.adverts import APART, counted
from matcher import Matcher, reference_data
from matcher.core.job_description import Describing
from matcher.core.job_description.line_fit import Labelled, fit
from matcher.core.model.job_descriptions import Part
from tools import labelled_adverts
from tools.labelled_adverts import LEARNED_FROM, files, read

LEARNED, UNSEEN = "learned from", "kept apart"
MOST = {LEARNED: (0.06, 0.03), UNSEEN: (0.09, 0.06)}
"""Most of the sentences that ask of which nothing is drafted, and of the others of which something is."""
FEWEST = {LEARNED: 2400, UNSEEN: 800}


@pytest.fixture(scope="module")
def counts(matcher: Matcher) -> dict[str, Counter[str]]:
    describing = Describing(matcher.finder, matcher.skills, reference_data.load().line_weights)

    def of(folder: Path) -> Counter[str]:
        return counted(describing, [advert for file in files(folder) for advert in read(file)])

    return {LEARNED: of(LEARNED_FROM), UNSEEN: of(APART)}


@pytest.mark.parametrize("adverts", MOST)
def test_sentences_that_ask_are_drafted_from(counts: dict[str, Counter[str]], adverts: str) -> None:
    found = counts[adverts]
    assert found["asking"] > FEWEST[adverts] / 2
    assert found["missed"] <= MOST[adverts][0] * found["asking"]


@pytest.mark.parametrize("adverts", MOST)
def test_sentences_that_do_not_ask_are_hardly_ever_drafted_from(counts: dict[str, Counter[str]], adverts: str) -> None:
    found = counts[adverts]
    assert found["others"] > FEWEST[adverts]
    assert found["used"] <= MOST[adverts][1] * found["others"]


def test_the_weights_of_lines_were_learned_from_these_adverts() -> None:
    assert reference_data.load().line_weights.made_from == labelled_adverts.fingerprint(), "run make weights"


def test_things_stand_where_their_marks_stood() -> None:
    for file in [*files(LEARNED_FROM), *files(APART)]:
        written = file.read_text("utf-8")
        marked = [t for line in written.splitlines() if not line.startswith("#") for t in _marked(line)]
        told = [a.text[start:end] for a in read(file) for s in a.sentences for start, end in s.things]
        assert told == marked


def _marked(line: str) -> list[str]:
    return [part.split("]]")[0] for part in line.split("[[")[1:]]


def test_what_stands_around_a_line_decides_where_its_words_do_not() -> None:
    told = [["asks"], ["word"], ["asks"], ["gives"], ["word"], ["gives"]]
    parts = [*[Part.WANTED] * 3, *[Part.BENEFITS] * 3]
    weights = fit([Labelled([["title"], *told], [False, *[True] * 5], [Part.HEADING, *parts])] * 10)
    chances = weights.chances([["asks"], ["word"], ["asks"], ["asks"]], [True, True, True])
    assert weights.parts[chances[1].argmax()] is Part.WANTED
    chances = weights.chances([["gives"], ["word"], ["gives"], ["gives"]], [True, True, True])
    assert weights.parts[chances[1].argmax()] is Part.BENEFITS
    assert chances.sum(axis=1) == pytest.approx(1.0)


def test_weights_survive_being_written() -> None:
    weights = reference_data.load().line_weights
    told = [["word:kiln", "shape:item"], ["cue:tier", "at:3"]]
    again = type(weights).from_bytes(weights.to_bytes())
    assert (again.chances(told, [True]) == weights.chances(told, [True])).all()
