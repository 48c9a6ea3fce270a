"""A document's text as read, with every mention in its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.core.model import Document, EvidenceKind, How, SkillMention, Span
from matcher.writers.transcript import Marked, Page, Piece, State, pages, places, state_of


def document(text: str, *page_starts: int) -> Document:
    return Document("a.txt", text, "0" * 64, "text/plain", "text", (0, *page_starts))


def mention(
    start: int, end: int, kind: EvidenceKind = EvidenceKind.USED, how: How = How.EXACT, text: str = "x" * 99
) -> SkillMention:
    return SkillMention("siem", Span(start, end), text[start:end], Span(start, end), kind, how)


def transcribed(text: str, *spans: tuple[int, int], page_starts: tuple[int, ...] = ()) -> tuple[Page, ...]:
    return pages(document(text, *page_starts), places(mention(*span) for span in spans))


def shape(pieces: tuple[Piece, ...]) -> str:
    """Pieces as text in which [2 …] is place 2; ~ stands where a place came from or goes to another piece."""
    return "".join(piece if isinstance(piece, str) else shape_of(piece) for piece in pieces)


def shape_of(mark: Marked) -> str:
    begins, ends = "" if mark.is_first else "~", "" if mark.is_last else "~"
    return f"[{begins}{mark.place.number} {shape(mark.pieces)}{ends}]"


def shapes(found: tuple[Page, ...]) -> list[str]:
    return [shape(line.pieces) for page in found for line in page.lines]


def words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece if isinstance(piece, str) else words(piece.pieces) for piece in pieces)


def marks(pieces: tuple[Piece, ...]) -> Iterator[Marked]:
    for piece in pieces:
        if isinstance(piece, Marked):
            yield piece
            yield from marks(piece.pieces)


@pytest.mark.parametrize(
    ("why", "spans", "expected"),
    [
        ("one", [(2, 4)], "ab[1 cd]efghij"),
        ("two apart", [(6, 8), (2, 4)], "ab[1 cd]ef[2 gh]ij"),
        ("touching", [(2, 4), (4, 6)], "ab[1 cd][2 ef]ghij"),
        ("one inside another", [(4, 6), (2, 8)], "ab[1 cd[2 ef]gh]ij"),
        ("the shorter begins with the longer", [(2, 4), (2, 8)], "ab[1 [2 cd]efgh]ij"),
        ("the shorter ends with the longer", [(6, 8), (2, 8)], "ab[1 cdef[2 gh]]ij"),
        ("overlapping", [(2, 6), (4, 8)], "ab[1 cd[2 ef~]][~2 gh]ij"),
        ("three in a chain", [(0, 4), (2, 6), (5, 8)], "[1 ab[2 cd~]][~2 e[3 f~]][~3 gh]ij"),
        ("one over two", [(0, 10), (2, 4), (6, 8)], "[1 ab[2 cd]ef[3 gh]ij]"),
        ("the whole line", [(0, 10)], "[1 abcdefghij]"),
        ("nothing", [], "abcdefghij"),
    ],
)
def test_places_on_a_line_are_nested_or_go_on(why: str, spans: list[tuple[int, int]], expected: str) -> None:
    assert shapes(transcribed("abcdefghij", *spans)) == [expected], why


def test_a_place_over_two_lines_begins_on_one_and_ends_on_the_other() -> None:
    assert shapes(transcribed("abcd\nefgh", (2, 7))) == ["ab[1 cd~]", "[~1 ef]gh"]


def test_a_place_over_a_page_break_goes_on_overleaf() -> None:
    found = transcribed("abcd\n\fefgh", (2, 8), page_starts=(6,))
    assert [page.number for page in found] == [1, 2]
    assert shapes(found) == ["ab[1 cd~]", "[~1 ef]gh"]


def test_lines_have_the_numbers_that_quotes_give() -> None:
    read = document("one\n\ntwo \n\n\n\fthree\nfour\n", 13)
    found = pages(read, ())
    told = {words(line.pieces): (page.number, line.number) for page in found for line in page.lines}
    assert told == {"one": (1, 1), "two": (1, 3), "three": (2, 1), "four": (2, 2)}
    for line, place in told.items():
        at = read.text.index(line)
        assert place == (read.page_of(at), read.line_of(at))


def test_a_gap_stands_where_blank_lines_stood_but_not_at_the_top() -> None:
    (page,) = pages(document("\n\none\ntwo\n\nthree"), ())
    assert [line.after_gap for line in page.lines] == [False, False, True]


def test_mentions_of_the_same_words_share_a_footnote_that_tells_the_best() -> None:
    (place,) = places([mention(2, 4, EvidenceKind.LISTED), mention(2, 4, EvidenceKind.OUTCOME)])
    assert (place.number, place.state) == (1, State.SHOWN)


@pytest.mark.parametrize(
    ("kind", "how", "state"),
    [
        (EvidenceKind.OUTCOME, How.EXACT, State.SHOWN),
        (EvidenceKind.CERTIFICATE, How.VARIANT, State.SHOWN),
        (EvidenceKind.OUTCOME, How.LIKELY, State.LIKELY),
        (EvidenceKind.TITLE, How.EXACT, State.PARTLY),
        (EvidenceKind.LISTED, How.EXACT, State.LISTED),
        (EvidenceKind.NEGATED, How.EXACT, State.NOT_COUNTED),
        (EvidenceKind.WISHED, How.LIKELY, State.NOT_COUNTED),
    ],
)
def test_a_place_tells_how_it_counts(kind: EvidenceKind, how: How, state: State) -> None:
    assert state_of(mention(0, 4, kind, how)) is state


LETTERS = st.text(alphabet="ab \n", min_size=1, max_size=60)


@given(LETTERS, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), max_size=12))
def test_no_word_is_lost_and_every_mention_has_one_beginning_and_one_end(
    text: str, wanted: list[tuple[int, int]]
) -> None:
    spans = [(a, min(a + n, len(text))) for a, n in wanted]
    spans = [(a, b) for a, b in spans if a < b and not text[a].isspace() and not text[b - 1].isspace()]
    found = transcribed(text, *spans)
    assert [words(line.pieces) for page in found for line in page.lines] == [
        line.rstrip() for line in text.split("\n") if line.strip()
    ]
    marked = [mark for page in found for line in page.lines for mark in marks(line.pieces)]
    numbers = list(range(1, len(set(spans)) + 1))
    assert [mark.place.number for mark in marked if mark.is_first] == numbers
    assert sorted(mark.place.number for mark in marked if mark.is_last) == numbers
    for number in numbers:
        pieces = "".join(words(mark.pieces) for mark in marked if mark.place.number == number)
        start, end = next((m.place.span.start, m.place.span.end) for m in marked if m.place.number == number)
        assert "".join(pieces.split()) == "".join(text[start:end].split())
