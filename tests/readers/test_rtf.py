"""Rich text is read in the order in which it is seen; hidden text is left out; hostile files end in time."""

from __future__ import annotations

import codecs
import time
from collections.abc import Callable

import pytest

from matcher import Matcher
from matcher.errors import DocumentEmptyError, DocumentTooExpensiveError, UnsupportedTypeError
from matcher.readers import MOST_BYTES, read
from matcher.readers.rtf import words
from tests.builders import resume, scores

FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset204 Arial{\*\falt x};}"
    r"{\f3\fcharset128 M;}}"
)
COLORS = r"{\colortbl;\red255\green255\blue255;\red0\green0\blue0;\red250\green250\blue252;\red0\green51\blue102;}"


def rtf(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> bytes:
    return rf"{{\rtf1{head}{FONTS}{COLORS}{{\stylesheet{{\s1 Heading;}}}}{{\info{{\author Nobody}}}}{body}}}".encode(
        "latin-1"
    )


def lines_of(body: str) -> list[str]:
    return [line for line in read(rtf(body), "ada.rtf").text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (r"Ada Beispiel\par Led the team\par", ["Ada Beispiel", "Led the team"]),
        ("one\\\ntwo\\\r\nthree", ["one", "two", "three"]),
        ("Led the\r\n team", ["Led the team"]),
        (r"one\line two\page three\sect four", ["one", "two", "three", "four"]),
        (r"Chief Data Officer\tab 2022 \endash  present", ["Chief Data Officer\t2022 – present"]),
        (r"{\b Snow}{\i flake}\b0  and SQL", ["Snowflake and SQL"]),
        (r"\lquote a\rquote  \ldblquote b\rdblquote\~c\_d", ["‘a’ “b”\u00a0c-d"]),
        (r"a \{x\} \\ y", ["a {x} \\ y"]),
        (
            r"{\listtext\f1 \'b7\tab}Built the team\par {\pntext 1.\tab}Cut the cost",
            ["• Built the team", "• Cut the cost"],
        ),
        (r"{\listtext\tab}Experience", ["Experience"]),
        (r"\f1\'b7\f0  Built the team", ["•  Built the team"]),
        (r"\trowd\cellx1\cellx2\pard\intbl Python\cell expert\cell\row\pard after", ["Python\texpert", "after"]),
        (
            r"\trowd\pard\intbl Skills\par Python\cell Experience\par Led the team\cell\row",
            ["Skills", "Python", "Experience", "Led the team"],
        ),
        (
            r"\trowd\pard\intbl 2022\cell Chief Data Officer\par Led the team\cell\row",
            ["2022\tChief Data Officer", "Led the team"],
        ),
        (r"\pard\intbl Python\cell SQL\cell", ["Python\tSQL"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Portfolio}}", ["Portfolio"]),
        (r"{\header Ada\par}{\headerf Ada\par}{\footer Page\par}Led the team", ["Ada", "Led the team", "Page"]),
        (
            r"Skills{\shp{\*\shpinst{\sp{\sn fill}{\sv 1}}{\shptxt Python\par SQL\par}}{\shprslt x}}\par End",
            ["Skills", "Python", "SQL", "End"],
        ),
        (r"Led{\footnote\pard a note} the team", ["Led the team", "a note"]),
        (r"{\object{\*\objclass X}{\*\objdata 0102}{\result Chart}}", ["Chart"]),
    ],
)
def test_rich_text_is_read_line_by_line(body: str, lines: list[str]) -> None:
    assert lines_of(body) == lines


@pytest.mark.parametrize("heading", [r"\pard\s1 ", r"\pard\outlinelevel0 "])
def test_a_heading_stands_behind_an_empty_line(heading: str) -> None:
    data = rtf(rf"Ada\par {heading}Experience\par\pard\s2\outlinelevel9 Led the team\par")
    assert read(data, "ada.rtf").text.startswith("Ada\n\nExperience\nLed the team\n")


@pytest.mark.parametrize(
    "skipped",
    [
        r"{\pict\wmetafile8 0102abcd}",
        r"{\*\shppict{\pict\pngblip 89504e47}}",
        r"{\pict\bin12 }}}\par Quok}",
        r"{\*\generator Python;}",
        r"{\*\unknown Python {and more}}",
        r"{\annotation Python}{\*\atnid Python}",
        r"{\deleted Python}",
        r"{\xe Python}",
        r"{\*\fldinst Python}",
        r"{\nonshppict Python}",
    ],
)
def test_pictures_objects_comments_and_deleted_text_are_skipped(skipped: str) -> None:
    document = read(rtf(rf"Ada {skipped}Beispiel"), "ada.rtf")
    assert document.text.split() == ["Ada", "Beispiel"]
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(r"Jos\'e9 \'80", "José €", id="Windows-1252"),
        pytest.param(r"\f2 \'cf\'f0\'e8\'e2\'e5\'f2", "Привет", id="Cyrillic by the font"),
        pytest.param(r"\f3 \'93\'fa\'96\'7b", "日本", id="characters of two bytes"),
        pytest.param(r"\uc1\u8211? and \u-3913?", "– and \uf0b7", id="Unicode with a stand-in"),
        pytest.param(r"\uc2\u26085\'93\'fa!", "日!", id="a stand-in of two bytes"),
        pytest.param(r"{\uc0\u233}\u233?x", "ééx", id="stand-ins end with their group"),
        pytest.param(r"\u-10179?\u-8704?", "😀", id="two halves"),
        pytest.param("caf\xe9", "café", id="a bare byte"),
    ],
)
def test_characters_are_those_of_their_encoding(body: str, text: str) -> None:
    assert read(rtf(body), "ada.rtf").text.strip() == text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [(r"\ansi\ansicpg1251", "cp1251"), (r"\mac", "mac_roman"), (r"\pc", "cp437"), (r"\ansi\ansicpg99999", "cp1252")],
)
def test_the_code_page_of_the_document_holds_where_the_font_has_none(head: str, encoding: str) -> None:
    data = rf"{{\rtf1{head} \'cf\'f0\'e8\'e2\'e5\'f2}}".encode()
    assert read(data, "ada.rtf").text.strip() == b"\xcf\xf0\xe8\xe2\xe5\xf2".decode(encoding)


def test_every_known_code_page_is_one_of_pythons() -> None:
    for name in [*words.CHARSETS.values(), *words.PAGES.values(), *(f"cp{page}" for page in words.KNOWN_PAGES)]:
        assert codecs.lookup(name)


@pytest.mark.parametrize(
    "hidden",
    [
        r"{\v Python}",
        r"\v Python\v0 ",
        r"{\v\par Python}",
        r"{\cf1 Python}",
        r"{\cf3 Python}",
        r"{\fs6 Python}",
        r"{\fs0 Python}",
        r"{\cf4\chcbpat4 Python}",
        r"{\cf4\highlight4 Python}",
        r"{\pard\cbpat4\cf4 Python\par}",
        r"{\cf1 \u80?y\'74hon}",
    ],
)
def test_text_nobody_can_see_is_left_out_and_counted(hidden: str) -> None:
    document = read(rtf(rf"Ada {hidden}Beispiel"), "ada.rtf")
    assert document.text.split() == ["Ada", "Beispiel"]
    (warning,) = document.warnings
    assert warning.code == "hidden_text"
    assert warning.detail.startswith("6 characters")


@pytest.mark.parametrize(
    "seen",
    [
        r"{\cf1\highlight2 Python}",
        r"{\cf1\chcbpat4 Python}",
        r"\pard\cbpat4{\cf1 Python}\par",
        r"\trowd\clcbpat4\cellx1\pard\intbl{\cf1 Python}\cell\row",
        r"{\shp{\*\shpinst{\shptxt\cf1 Python\par}}}",
        r"{\*\background{\shp x}}{\cf1 Python}",
        r"{\cf9 Python}",
        r"{\cf0 Python}",
        r"{\fs12 Python}",
        r"\cf1\v\plain Python",
    ],
)
def test_text_that_can_be_seen_is_never_taken_for_hidden(seen: str) -> None:
    document = read(rtf(rf"Ada\par {seen}"), "ada.rtf")
    assert document.text.split() == ["Ada", "Python"]
    assert document.warnings == ()


@pytest.mark.parametrize("name", ["ada.rtf", "ADA.RTF", "ada", "ada.doc"])
def test_rich_text_is_known_by_its_first_bytes(name: str) -> None:
    assert read(rtf("Led"), name).media_type == "application/rtf"


def test_rich_text_under_a_wrong_name_is_told() -> None:
    with pytest.raises(UnsupportedTypeError, match=r"the name says PDF, but it is rich text"):
        read(rtf("Led"), "ada.pdf")


def test_rich_text_that_is_cut_off_is_read_and_said() -> None:
    document = read(rtf(r"Ada Beispiel\par {\b Python")[:-1], "ada.rtf")
    assert document.text.split() == ["Ada", "Beispiel", "Python"]
    assert [warning.code for warning in document.warnings] == ["document_repaired"]


def test_what_stands_behind_the_end_is_not_read() -> None:
    assert read(rtf("Ada") + b"\0 Python}{\\rtf1 SQL}", "ada.rtf").text.split() == ["Ada"]


@pytest.mark.parametrize("body", ["", r"\par\par", r"{\v Python}", r"{\pict 0102}"])
def test_rich_text_without_text_is_said_to_be_empty(body: str) -> None:
    with pytest.raises(DocumentEmptyError):
        read(rtf(body), "ada.rtf")


def test_rich_text_scores_as_its_text_does(matcher: Matcher) -> None:
    text = resume()
    data = rtf(r"\par ".join(text.split("\n")))
    assert scores(matcher.match_bytes(data, "ada.rtf")) == scores(matcher.match_text(text))


def filled(repeated: str, opening: str = "") -> bytes:
    return rtf(opening + repeated * ((MOST_BYTES - 1000) // len(repeated)))


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: filled("{"), id="nested"),
        pytest.param(lambda: filled("{}"), id="groups"),
        pytest.param(lambda: filled(r"\v"), id="words"),
        pytest.param(lambda: filled("\\"), id="backslashes"),
        pytest.param(lambda: filled(r"\'e9"), id="bytes"),
        pytest.param(lambda: filled(r"\u233?"), id="Unicode"),
        pytest.param(lambda: filled(r"\bin0 "), id="empty binary parts"),
        pytest.param(lambda: filled("word "), id="a book"),
        pytest.param(lambda: filled(";", r"{\colortbl"), id="colours"),
        pytest.param(lambda: filled(r"x\cell ", r"\intbl "), id="cells"),
    ],
)
def test_hostile_rich_text_is_refused_in_time(make: Callable[[], bytes]) -> None:
    data, began = make(), time.perf_counter()
    with pytest.raises(DocumentTooExpensiveError):
        read(data, "ada.rtf")
    assert time.perf_counter() - began < 8


@pytest.mark.parametrize("number", ["9999999999", "-5", "100000000", ""])
def test_a_binary_part_of_a_wrong_length_ends_with_the_file(number: str) -> None:
    data = rtf(rf"Ada{{\pict\bin{number} Python}}")
    assert read(data, "ada.rtf").text.split() == ["Ada"]


def test_a_picture_of_megabytes_costs_nothing() -> None:
    began = time.perf_counter()
    assert lines_of("Ada {\\pict " + "89504e470d0a1a0a\r\n" * 300_000 + "}Beispiel") == ["Ada Beispiel"]
    assert time.perf_counter() - began < 2
