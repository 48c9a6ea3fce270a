"""OpenDocument texts are read in the order in which they are seen; hostile ones end in a typed failure."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher import Matcher, MatchReport
from matcher.errors import (
    DocumentDamagedError,
    DocumentEmptyError,
    DocumentEncryptedError,
    DocumentTooExpensiveError,
    UnsupportedTypeError,
)
from matcher.readers import read
from matcher.readers.packed import MOST_STEPS, MOST_UNPACKED, MOST_XML
from tests import odts
from tests.builders import resume, scores
from tests.odts import content, odt, p, packed, span, style

CELL = "<table:table-cell>{}</table:table-cell>"


def lines_of(data: bytes) -> list[str]:
    return [line for line in read(data, "ada.odt").text.split("\n") if line.strip()]


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(CELL.format(cell) for cell in cells)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table><table:table-column/>{''.join(rows)}</table:table>"


def items(*texts: str) -> str:
    return f"<text:list>{''.join(f'<text:list-item>{text}</text:list-item>' for text in texts)}</text:list>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<text:h>Experience</text:h>" + p("Led the team"), ["Experience", "Led the team"]),
        (p("Led  the\n  <text:span>te</text:span>am"), ["Led the team"]),
        (p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'), ["a   b\tc", "d"]),
        (items(p("one"), p("two") + items(p("inner"))), ["• one", "• two", "• inner"]),
        (items("<text:h>Experience</text:h>"), ["Experience"]),
        (table(row(p("Python"), p("expert")), row(p("SQL"), p("good"))), ["Python\texpert", "SQL\tgood"]),
        (
            table(row(p("Skills") + p("Python"), p("Experience") + p("Led the team"))),
            ["Skills", "Python", "Experience", "Led the team"],
        ),
        (
            table(row(p("2022 – present"), p("Chief Data Officer") + p("Led the team"))),
            ["2022 – present\tChief Data Officer", "Led the team"],
        ),
        (table(f"<table:table-header-rows>{row(p('Python'))}</table:table-header-rows>"), ["Python"]),
        (table(row(p("Python")).replace("table-cell", "covered-table-cell")), []),
        (f"<text:section>{p('Led the team')}</text:section>", ["Led the team"]),
        (p("<text:a>Portfolio</text:a>"), ["Portfolio"]),
        (p("Led <!-- x -->the <?x y?>team"), ["Led the team"]),
        (
            p(f"Skills<draw:frame><draw:text-box>{p('Python')}{p('SQL')}</draw:text-box></draw:frame>") + p("End"),
            ["Skills", "Python", "SQL", "End"],
        ),
        (p(f"Skills<draw:custom-shape>{p('Python')}</draw:custom-shape>"), ["Skills", "Python"]),
        (
            p(
                f"Led<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('x')}</text:note-body></text:note>"
            ),
            ["Led", "x"],
        ),
        (f"<text:bibliography><text:index-body>{p('Books')}</text:index-body></text:bibliography>", ["Books"]),
    ],
)
def test_a_document_is_read_line_by_line(body: str, lines: list[str]) -> None:
    assert lines_of(odt(p("Ada") + body)) == ["Ada", *lines]


def test_a_heading_stands_behind_an_empty_line() -> None:
    data = odt(p("Ada") + "<text:h>Experience</text:h>" + p("Led the team"))
    assert read(data, "ada.odt").text == "Ada\n\nExperience\nLed the team\n"


@pytest.mark.parametrize(
    "skipped",
    [
        f"<text:tracked-changes>{p('Python')}</text:tracked-changes>",
        p(f"<office:annotation>{p('Python')}</office:annotation>"),
        p("<draw:frame><draw:image/><svg:title>Python</svg:title><svg:desc>Python</svg:desc></draw:frame>"),
        p(f"<draw:frame><draw:object>{p('Python')}</draw:object></draw:frame>"),
        "<!-- Python --><?python Python?>",
    ],
)
def test_deleted_text_comments_and_pictures_are_skipped(skipped: str) -> None:
    document = read(odt(p("Ada") + skipped), "ada.odt")
    assert document.text.split() == ["Ada"]
    assert document.warnings == ()


def test_headers_come_first_and_footers_last_each_once() -> None:
    master = "".join(
        f"<style:master-page><style:header>{p('Beispiel')}</style:header><style:footer>{p(foot)}</style:footer></style:master-page>"
        for foot in ("one", "two")
    )
    data = odt(p("Led"), pages=f"<office:master-styles>{master}</office:master-styles>")
    assert lines_of(data) == ["Beispiel", "Led", "one", "two"]


DARK = '<style:{}-properties fo:background-color="#003366"/>'
DARK_CELL = '<table:table-cell table:style-name="darkCell">'
LOOKS = (
    style("gone", 'text:display="none"')
    + style("white", 'fo:color="#ffffff"')
    + style("pale", 'fo:color="#fdfdfe"')
    + style("tiny", 'fo:font-size="3pt"')
    + style("small", 'fo:font-size="20%"')
    + style("ground", 'fo:color="#003366" fo:background-color="#003366"')
    + style("child", 'fo:font-weight="bold"', parent="white")
    + style("auto", 'style:use-window-font-color="true"', parent="white")
    + style("loop", 'fo:color="#123456"', parent="loop")
    + style("shown", 'text:display="true"', parent="gone")
    + style("whites", 'fo:color="#ffffff"', "paragraph")
    + style("onDark", 'fo:color="#ffffff"', "paragraph", DARK.format("paragraph"))
    + style("darkCell", "", "table-cell", DARK.format("table-cell"))
    + style("darkBox", "", "graphic", '<style:graphic-properties draw:fill="solid" draw:fill-color="#003366"/>')
    + style("picture", "", "graphic", '<style:graphic-properties draw:fill="bitmap"/>')
)


@pytest.mark.parametrize(
    "hidden",
    [
        p(span("Python", "gone")),
        p(span("Python", "white")),
        p(span("Python", "pale")),
        p(span("Python", "tiny")),
        p(span("Python", "small")),
        p(span("Python", "ground")),
        p(span("Python", "child")),
        p("Python", "whites"),
        p(span("<text:span>Python</text:span>", "white")),
        p('<text:hidden-text text:string-value="Python"/>'),
        f'<text:section text:display="none">{p("Python")}</text:section>',
        table(row(p(span("Python", "white")))),
    ],
)
def test_text_nobody_can_see_is_left_out_and_counted(hidden: str) -> None:
    document = read(odt(p("Ada") + hidden, LOOKS), "ada.odt")
    assert document.text.split() == ["Ada"]
    (warning,) = document.warnings
    assert warning.code == "hidden_text"
    assert warning.detail.startswith("6 characters")


@pytest.mark.parametrize(
    "seen",
    [
        p("Python", "onDark"),
        p(span("Python", "auto")),
        p(span("Python", "loop")),
        p(span("Python", "shown")),
        p(span("Python", "unknown")),
        table(f"<table:table-row>{DARK_CELL}{p('Python', 'whites')}</table:table-cell></table:table-row>"),
        p(f'<draw:frame draw:style-name="darkBox"><draw:text-box>{p("Python", "whites")}</draw:text-box></draw:frame>'),
        p(f'<draw:frame draw:style-name="picture"><draw:text-box>{p("Python", "whites")}</draw:text-box></draw:frame>'),
    ],
)
def test_text_that_can_be_seen_is_never_taken_for_hidden(seen: str) -> None:
    document = read(odt(p("Ada") + seen, LOOKS), "ada.odt")
    assert document.text.split() == ["Ada", "Python"]
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("page", "is_seen"), [('fo:background-color="#003366"', True), ('draw:fill="bitmap"', True), ("", False)]
)
def test_the_page_is_the_ground_of_its_text(page: str, is_seen: bool) -> None:
    layout = f"<style:page-layout><style:page-layout-properties {page}/></style:page-layout>"
    document = read(odt(p("Ada") + p("Python", "whites"), LOOKS, layout), "ada.odt")
    assert ("Python" in document.text) == is_seen


def test_a_document_scores_as_its_text_does(matcher: Matcher) -> None:
    text = resume()
    assert scores(matcher.match_bytes(odts.of(text.split("\n")), "ada.odt")) == scores(matcher.match_text(text))


@pytest.mark.parametrize("name", ["ada.odt", "ADA.ODT", "ada", "ada.ott"])
def test_a_document_is_known_by_its_type(name: str) -> None:
    assert read(odts.of(["Led"]), name).media_type == odts.MIME


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("ada.docx", odts.of(["Led"]), "the name says Word (DOCX), but it is OpenDocument text (ODT)"),
        ("ada.ods", packed({}, odts.MIME.replace("text", "spreadsheet")), "a zip archive"),
        ("ada.odt", b"Led the team", "the name says OpenDocument text (ODT), but it is plain text"),
    ],
)
def test_what_is_no_such_document_is_told(name: str, data: bytes, told: str) -> None:
    with pytest.raises(UnsupportedTypeError) as caught:
        read(data, name)
    assert told in str(caught.value)


@pytest.mark.parametrize("mark", ["manifest:encryption-data", "encrypted-package"])
def test_a_document_with_a_password_is_said_to_be_protected(mark: str) -> None:
    manifest = f"<manifest><entry><{mark}/></entry></manifest>"
    with pytest.raises(DocumentEncryptedError):
        read(packed({"META-INF/manifest.xml": manifest, "content.xml": b"\x8f\x12"}), "ada.odt")


def test_a_document_without_text_is_said_to_be_empty() -> None:
    with pytest.raises(DocumentEmptyError):
        read(odts.of(["", " "]), "ada.odt")


GOOD = odts.of(["Ada Quokka"])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD[:200], id="cut off early"),
        pytest.param(GOOD[:-50], id="cut off late"),
        pytest.param(packed({}), id="no content"),
        pytest.param(packed({"content.xml": content(p("Quokka"))[:-30]}), id="broken XML"),
        pytest.param(packed({"content.xml": "<quokka/>"}), id="no body"),
        pytest.param(odt("<text:section>" * 3000 + "</text:section>" * 3000), id="nested 3,000 deep"),
        pytest.param(packed({"content.xml": content(""), "styles.xml": "<quokka"}), id="broken styles"),
    ],
)
def test_a_damaged_document_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(DocumentDamagedError) as caught:
        read(data, "ada.odt")
    assert "uokka" not in f"{caught.value!r}{caught.value}"
    assert caught.value.__context__ is None or caught.value.__suppress_context__


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: packed({"content.xml": content(" " * MOST_XML)}), id="a bomb as XML"),
        pytest.param(lambda: packed({"content.xml": content(""), "a": bytes(MOST_UNPACKED)}), id="a bomb as picture"),
        pytest.param(lambda: packed({f"{n}": b"" for n in range(2001)}), id="thousands of parts"),
        pytest.param(lambda: odt("<text:p/>" * (MOST_STEPS + 1)), id="hundreds of thousands of paragraphs"),
        pytest.param(lambda: odt(p('<text:s text:c="999999999999999999999"/>x' * 9_000)), id="spaces by number"),
        pytest.param(lambda: odt(p("word " * 1_000_000)), id="a book"),
    ],
)
def test_a_document_that_unpacks_to_too_much_is_refused(make: Callable[[], bytes]) -> None:
    data, began = make(), time.perf_counter()
    with pytest.raises(DocumentTooExpensiveError):
        read(data, "ada.odt")
    assert time.perf_counter() - began < 8


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(
            lambda: odt(
                "".join(p("x", f"P{n}") for n in range(20_000)),
                "".join(style(f"P{n}", family="paragraph", parent=f"P{n - 1}") for n in range(20_000)),
            ),
            id="styles based on each other",
        ),
        pytest.param(
            lambda: odt("<text:section>" * 200 + p("x") * 100_000 + "</text:section>" * 200), id="deep sections"
        ),
        pytest.param(lambda: odt(p("<text:span>" * 240 + "x" + "</text:span>" * 240)), id="deep spans"),
        pytest.param(
            lambda: odt("<text:p " + " ".join(f'a{n}="x"' for n in range(300_000)) + ">x</text:p>"), id="attributes"
        ),
    ],
)
def test_a_strange_document_is_read_in_time(make: Callable[[], bytes]) -> None:
    data, began = make(), time.perf_counter()
    assert set(read(data, "ada.odt").text.split()) == {"x"}
    assert time.perf_counter() - began < 8


def test_entities_that_multiply_are_not_written_out(matcher: Matcher) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE d [<!ENTITY l0 "quokka">{laughs}]>'
    assert "quokka" not in inert(matcher, packed({"content.xml": content(p("Ada &l11; Beispiel"), doctype=doctype)}))


def test_entities_that_name_files_are_not_followed(matcher: Matcher, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("quokka")
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    assert "quokka" not in inert(matcher, packed({"content.xml": content(p(f"{resume()}&x;"), doctype=doctype)}))


def inert(matcher: Matcher, data: bytes) -> str:
    """All that the answer to a document tells."""
    outcome = matcher.match_bytes(data, "ada.odt")
    return repr(outcome) + (outcome.document.text if isinstance(outcome, MatchReport) else "")
