"""Bytes become characters by a stated rule; what had to be guessed is said."""

from __future__ import annotations

import codecs

import pytest

from matcher import Matcher
from matcher.core.model import NotAssessable
from matcher.errors import DocumentEmptyError, DocumentTooExpensiveError, UnsupportedTypeError
from matcher.readers import MOST_CHARACTERS, read, read_text
from tests.builders import resume, scores

SAMPLE = "José Muñoz, naïve “quotes” – 40 €"


def read_as(data: bytes, name: str = "ada.txt") -> tuple[str, list[str]]:
    document = read(data, name)
    return document.text, [warning.code for warning in document.warnings]


@pytest.mark.parametrize(
    ("data", "text", "warnings"),
    [
        pytest.param(b"Python and SQL", "Python and SQL", [], id="plain ASCII"),
        pytest.param(SAMPLE.encode(), SAMPLE, [], id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + SAMPLE.encode(), SAMPLE, [], id="UTF-8 with a mark"),
        pytest.param(
            codecs.BOM_UTF16_LE + SAMPLE.encode("utf-16-le"), SAMPLE, [], id="UTF-16 little-endian with a mark"
        ),
        pytest.param(codecs.BOM_UTF16_BE + SAMPLE.encode("utf-16-be"), SAMPLE, [], id="UTF-16 big-endian with a mark"),
        pytest.param(
            codecs.BOM_UTF32_LE + SAMPLE.encode("utf-32-le"), SAMPLE, [], id="UTF-32 little-endian with a mark"
        ),
        pytest.param(codecs.BOM_UTF32_BE + SAMPLE.encode("utf-32-be"), SAMPLE, [], id="UTF-32 big-endian with a mark"),
        pytest.param(SAMPLE.encode("utf-16-le"), SAMPLE, [], id="UTF-16 little-endian without a mark"),
        pytest.param(SAMPLE.encode("utf-16-be"), SAMPLE, [], id="UTF-16 big-endian without a mark"),
        pytest.param(SAMPLE.encode("cp1252"), SAMPLE, ["encoding_guessed"], id="Windows-1252"),
        pytest.param("Zürich".encode("latin-1"), "Zürich", ["encoding_guessed"], id="Latin-1"),
        pytest.param(
            "Ω ≈ 3 µ".encode() + b"\xff", "Ω ≈ 3 µ\ufffd", ["damaged_characters"], id="UTF-8 with one bad byte"
        ),
        pytest.param(
            codecs.BOM_UTF8 + b"caf\xe9", "caf\ufffd", ["damaged_characters"], id="marked as UTF-8 and is not"
        ),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0b", "a\ufffd", ["damaged_characters"], id="UTF-16 cut in two"),
        pytest.param(b"ok \xed\xa0\xbd\xed\xb8\x80 ok", "ok 😀 ok", [], id="a pair of surrogates (CESU-8)"),
        pytest.param(b"ok \xed\xa0\xbd ok", "ok \ufffd ok", ["damaged_characters"], id="a lone surrogate"),
        pytest.param(
            "日本 SQL".encode("shift_jis"), None, ["encoding_guessed"], id="Shift-JIS is not guessed silently"
        ),
        pytest.param("o\ufb03ce ﬁle".encode(), "o\ufb03ce ﬁle", [], id="ligatures stay as written"),
        pytest.param(
            "a\u00adb \u202epython\u202c".encode(), "a\u00adb \u202epython\u202c", [], id="marks stay as written"
        ),
    ],
)
def test_the_rule_of_decoding_is_kept(data: bytes, text: str | None, warnings: list[str]) -> None:
    found, codes = read_as(data)
    assert codes == warnings
    assert text is None or found == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_becomes_a_line_feed(end: str) -> None:
    assert read_as(end.join(["one", "two", "", "three"]).encode())[0] == "one\ntwo\n\nthree"


def test_mixed_line_ends_become_line_feeds() -> None:
    assert read_as(b"one\r\ntwo\rthree\nfour\r\r\nfive")[0] == "one\ntwo\nthree\nfour\n\nfive"


def test_form_feeds_part_pages() -> None:
    document = read(b"first\fsecond\fthird", "ada.txt")
    assert [document.page_of(document.text.index(word)) for word in ("first", "second", "third")] == [1, 2, 3]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"Pyt\0hon and SQL", id="one NUL in text"),
        pytest.param(bytes(range(256)) * 4, id="every byte there is"),
        pytest.param(b"\0" * 1000, id="nothing but NULs"),
        pytest.param(b"\x01\x02\x03\x04 binary \x05\x06", id="control bytes"),
        pytest.param("Ada".encode("utf-32-le"), id="UTF-32 without a mark"),
    ],
)
def test_binary_bytes_are_no_text(data: bytes) -> None:
    with pytest.raises(UnsupportedTypeError):
        read(data, "ada.txt")


def test_a_stray_control_character_does_no_harm() -> None:
    assert read_as(b"Worked with Python \x02 and SQL in a bank for ten years and liked it.")[1] == []


@pytest.mark.parametrize("data", [b"", b"  \n\t \r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u00a0\u2003".encode()])
def test_a_file_without_text_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(DocumentEmptyError):
        read(data, "ada.txt")


@pytest.mark.parametrize("text", ["", "   \n", "\n\n"])
def test_a_pasted_text_without_text_is_said_to_be_empty(text: str) -> None:
    with pytest.raises(DocumentEmptyError):
        read_text(text)


@pytest.mark.parametrize("data", [b"Python " * 750_000, b"x" * 5_000_000])
def test_five_megabytes_on_one_line_are_too_much(data: bytes) -> None:
    with pytest.raises(DocumentTooExpensiveError):
        read(data, "ada.txt")


def test_the_longest_text_that_is_read_on_one_line_is_answered(matcher: Matcher) -> None:
    text = resume().replace("\n", " ")
    assert scores(matcher.match_text((text + " " * MOST_CHARACTERS)[:MOST_CHARACTERS]))


def test_a_pasted_lone_surrogate_changes_no_score(matcher: Matcher) -> None:
    outcome = matcher.match_text(resume(name="Robin \ud83d Beispiel"))
    assert scores(outcome) == scores(matcher.match_text(resume()))


def test_a_pasted_nul_changes_no_score(matcher: Matcher) -> None:
    assert scores(matcher.match_text(resume(name="Robin\0 Beispiel"))) == scores(matcher.match_text(resume()))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_no_encoding_or_line_end_changes_a_score(matcher: Matcher, encoding: str, end: str) -> None:
    text = resume(name="José Müller")
    data = text.replace("\n", end).encode(encoding)
    assert scores(matcher.match_bytes(data, "ada.txt")) == scores(matcher.match_text(text))


def test_twenty_words_are_too_few_to_judge(matcher: Matcher) -> None:
    outcome = matcher.match_text(" ".join(["Python", "security", "lead", "Berlin"] * 5))
    assert isinstance(outcome, NotAssessable)
    assert outcome.code == "text_too_short"


def test_the_bytes_are_known_by_their_digest() -> None:
    assert read(b"one\r\ntwo", "a.txt").sha256 != read(b"one\ntwo", "a.txt").sha256
    assert read_text("one\ntwo").sha256 == read(b"one\ntwo", "a.txt").sha256
