"""Web pages are read as a browser shows them; what it does not show is left out and said."""

from __future__ import annotations

import codecs
import time
from collections.abc import Callable

import pytest

from matcher.errors import DocumentEmptyError, DocumentTooExpensiveError, UnsupportedTypeError
from matcher.readers import MOST_BYTES, read
from tests.builders import resume


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>Not shown</title>{head}</head><body>{body}</body></html>".encode()


def lines_of(body: str, head: str = "") -> list[str]:
    return [line for line in read(page(body, head), "ada.html").text.split("\n") if line]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<h2>Experience</h2><p>Led the team</p>", ["Experience", "Led the team"]),
        ("<div>one</div><div>two</div>", ["one", "two"]),
        ("one<br>two<br/>three", ["one", "two", "three"]),
        ("<p>Led  the\n   whole <b>te</b>am</p>", ["Led the whole team"]),
        ("<ul><li>one<li>two<ul><li>inner</ul></ul>", ["• one", "• two", "• inner"]),
        ("<ol><li><p>one</p></li></ol>", ["• one"]),
        ("<ul><li><h3>Chief Data Officer</h3><p>Leeds</p></li></ul>", ["Chief Data Officer", "Leeds"]),
        ("<dl><dt>Tools<dd>Python</dl>", ["Tools", "Python"]),
        ("<pre>one\n  two</pre>", ["one", "two"]),
        ("<table><tr><td>Python<td>expert<tr><td>SQL<td>good</table>", ["Python\texpert", "SQL\tgood"]),
        ("<table><td>Python</table>", ["Python"]),
        (
            "<table><tr><td><p>Skills</p><p>Python</p></td><td><p>Experience</p><p>Led the team</p></td></table>",
            ["Skills", "Python", "Experience", "Led the team"],
        ),
        (
            "<table><tr><td>2022 – present</td><td><p>Chief Data Officer</p><p>Led the team</p></td></table>",
            ["2022 – present\tChief Data Officer", "Led the team"],
        ),
        (
            '<div style="display:flex"><span>Chief Data Officer</span><span>2022</span></div>',
            ["Chief Data Officer\t2022"],
        ),
        ('<p>Chief Data Officer<span style="float:right">2022</span></p>', ["Chief Data Officer\t2022"]),
        ("<p>R&amp;D caf&eacute; &#8211; C&#43;&#43;</p>", ["R&D café – C++"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<p>a <!-- not this --> b</p>", ["a b"]),
        ("<a href='https://example.org'>Portfolio</a>", ["Portfolio"]),
    ],
)
def test_a_page_is_read_line_by_line(body: str, lines: list[str]) -> None:
    assert lines_of(body) == lines


@pytest.mark.parametrize(
    "left_out",
    [
        "<script>Python</script>",
        "<style>.python{}</style>",
        "<nav><a>Python</a></nav>",
        "<noscript>Python</noscript>",
        "<template><p>Python</p></template>",
        "<iframe>Python</iframe>",
        "<select><option>Python</select>",
        "<svg><text>Python</text></svg>",
        "<img alt='Python'>",
        "<input value='Python'>",
        "<!-- Python -->",
    ],
)
def test_what_is_no_text_of_the_document_is_left_out(left_out: str) -> None:
    document = read(page(f"<p>Ada</p>{left_out}<p>Beispiel</p>"), "ada.html")
    assert document.text.split() == ["Ada", "Beispiel"]
    assert document.warnings == ()


SHEET = """<style>
.gone { display: none } #gone { visibility: hidden } p.gone { color: black }
.dark .light { color: white } .side > b { color: #fff } .sheet { background: #fff }
@media print { p { display: none } } @media screen { .pale { color: #fefefe } }
.wins { color: white !important }
</style>"""
HIDDEN = [
    '<p style="display:none">Python</p>',
    '<p style="display: NONE !important">Python</p>',
    '<p style="d\\69splay:none">Python</p>',
    '<p style="/* ; */display:/**/none">Python</p>',
    '<div style="display:none"><p style="display:block">Python</p></div>',
    '<p style="visibility:hidden">Python</p>',
    '<p style="opacity:0">Python</p>',
    "<p hidden>Python</p>",
    "<dialog>Python</dialog>",
    '<p style="font-size:0">Python</p>',
    '<p style="font-size:3pt">Python</p>',
    '<p style="font-size:5px">Python</p>',
    '<p style="font:3px Arial">Python</p>',
    '<div style="font-size:50%"><p style="font-size:.5em">Python</p></div>',
    '<p style="color:white">Python</p>',
    '<p style="color:#fefefe">Python</p>',
    '<p style="color:rgb(255, 255, 255)">Python</p>',
    '<p style="color:hsl(0 0% 100%)">Python</p>',
    '<p style="color:transparent">Python</p>',
    '<p style="color:rgba(0,0,0,0)">Python</p>',
    '<p style="color:rgba(255,255,255,.3)">Python</p>',
    '<p style="color:rgba(0,0,0,.1)">Python</p>',
    '<p style="-webkit-text-fill-color:transparent">Python</p>',
    '<font color="white">Python</font>',
    '<p style="color:#336699;background-color:#336699">Python</p>',
    '<table bgcolor="#000000"><tr><td>Python</table>',
    '<div style="background:#000">Python</div>',
    '<p style="position:absolute;left:-9999px">Python</p>',
    '<p style="position:fixed;top:-100em">Python</p>',
    '<p style="text-indent:-9999px">Python</p>',
    '<p style="margin-left:-2000px">Python</p>',
    '<p style="transform:translateX(-9999px)">Python</p>',
    '<p style="transform:scale(0)">Python</p>',
    '<p style="position:absolute;clip:rect(0,0,0,0)">Python</p>',
    '<p style="clip-path:inset(50%)">Python</p>',
    '<p style="height:0;overflow:hidden">Python</p>',
    '<p class="gone">Python</p>',
    '<p id="gone">Python</p>',
    '<p class="a gone b">Python</p>',
    '<div class="dark"><p><i class="light">Python</i></p></div>',
    '<div class="side"><b>Python</b></div>',
    '<p class="pale">Python</p>',
    '<p class="wins" style="color:black">Python</p>',
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_text_nobody_can_see_is_left_out_and_counted(hidden: str) -> None:
    document = read(page(f"<p>Ada</p>{hidden}<p>Beispiel</p>", SHEET), "ada.html")
    assert document.text.split() == ["Ada", "Beispiel"]
    (warning,) = document.warnings
    assert (warning.code, warning.page) == ("hidden_text", None)
    assert warning.detail.startswith("6 characters")
    assert "Python" not in warning.detail


@pytest.mark.parametrize(
    "seen",
    [
        '<p style="color:white;background:#123456">Python</p>',
        '<div style="background-color:navy"><p style="color:#fff">Python</p></div>',
        '<table bgcolor="black"><tr><td><font color="white">Python</font></table>',
        '<div style="background:url(a.png)"><p style="color:white">Python</p></div>',
        '<div style="background-image:linear-gradient(red,blue)"><p style="color:white">Python</p></div>',
        '<p style="color:var(--ink)">Python</p>',
        '<p style="font-size:6pt">Python</p>',
        '<p style="visibility:hidden"><b style="visibility:visible">Python</b></p>',
        '<p style="position:relative;left:-5px">Python</p>',
        '<p style="margin-left:-20px;text-indent:-18pt">Python</p>',
        '<p style="opacity:.8">Python</p>',
        '<p style="width:100%;overflow:hidden">Python</p>',
        '<p aria-hidden="true">Python</p>',
        '<i class="light">Python</i>',
        '<div class="side"><i><b>Python</b></i></div>',
        '<mark style="color:white">Python</mark>',
        "<details><summary>Python</summary></details>",
        '<p style="display:none-of-it">Python</p>',
        '<p style="color:#555">Python</p>',
        '<p style="color:rgba(0,0,0,.6)">Python</p>',
        '<p style="background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent">Python</p>',
        '<p style="color:white"><b style="color:black">Python</b></p>',
    ],
)
def test_text_that_can_be_seen_is_never_taken_for_hidden(seen: str) -> None:
    document = read(page(f"<p>Ada</p>{seen}", SHEET), "ada.html")
    assert document.text.split() == ["Ada", "Python"]
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("data", "warnings"),
    [
        pytest.param("<html><p>José – 40 €".encode(), [], id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + "\n <html><p>José – 40 €".encode(), [], id="a mark and space before it"),
        pytest.param(codecs.BOM_UTF16_LE + "<html><p>José – 40 €".encode("utf-16-le"), [], id="UTF-16 with a mark"),
        pytest.param("<html><p>José – 40 €".encode("utf-16-be"), [], id="UTF-16 without a mark"),
        pytest.param(
            '<html><meta charset="windows-1252"><p>José – 40 €'.encode("cp1252"), [], id="the page names Windows-1252"
        ),
        pytest.param(
            '<html><meta charset="iso-8859-1"><p>José – 40 €'.encode("cp1252"), [], id="Latin-1 means Windows-1252"
        ),
        pytest.param(
            '<html><meta charset="windows-1252"><p>José – 40 €'.encode(), [], id="UTF-8 wins over a wrong name"
        ),
        pytest.param(
            '<?xml version="1.0" encoding="windows-1250"?><html><p>José – 40 €'.encode("cp1250"), [], id="XHTML"
        ),
        pytest.param("<html><p>José – 40 €".encode("cp1252"), ["encoding_guessed"], id="no name"),
        pytest.param(
            '<html><meta charset="hex"><p>José – 40 €'.encode("cp1252"), ["encoding_guessed"], id="no such encoding"
        ),
    ],
)
def test_the_encoding_is_the_one_of_the_rule_or_the_one_the_page_names(data: bytes, warnings: list[str]) -> None:
    document = read(data, "ada.html")
    assert "José – 40 €" in document.text
    assert [warning.code for warning in document.warnings] == warnings


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ada.html", page("Led the team")),
        ("ada.htm", b"\n  <!-- saved from a site -->\n<HTML><BODY>Led the team"),
        ("ada", b"<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><title>Ada</title>Led the team"),
        ("ada.html", b"<div>Led the team</div>"),
        ("ada.xhtml", b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="x"><body>Led the team</body></html>'),
    ],
)
def test_pages_and_parts_of_pages_are_known(name: str, data: bytes) -> None:
    document = read(data, name)
    assert (document.media_type, document.text.split()) == ("text/html", ["Led", "the", "team"])


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("ada.doc", page("Led"), "the name says Word, but it is a web page (HTML)"),
        ("ada.docx", page("Led"), "the name says Word (DOCX), but it is HTML"),
        ("ada.txt", page("Led"), "the name says plain text, but it is HTML"),
        ("ada.html", b"Led the team, without a tag", "the name says HTML, but it is plain text"),
        ("ada.mht", b"From: <Saved>\r\nSubject: Ada\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", "MHTML"),
        ("ada.html", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n<html>", "MHTML"),
    ],
)
def test_a_page_under_a_wrong_name_and_an_archive_of_one_are_told(name: str, data: bytes, told: str) -> None:
    with pytest.raises(UnsupportedTypeError) as caught:
        read(data, name)
    assert told in str(caught.value)


def test_markdown_that_opens_with_a_tag_stays_markdown() -> None:
    assert read(b'<h1 align="center">Ada</h1>\n\n* Led the team', "ada.md").media_type == "text/markdown"


@pytest.mark.parametrize("body", ["", "<p> </p>", "<p hidden>Python</p>", "<script>Python</script>", "<img src=a.png>"])
def test_a_page_without_text_is_said_to_be_empty(body: str) -> None:
    with pytest.raises(DocumentEmptyError):
        read(page(body), "ada.html")


def of_all_bytes(opening: str, repeated: str, most: int = MOST_BYTES) -> bytes:
    return (opening + repeated * ((most - len(opening)) // len(repeated))).encode()


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: of_all_bytes("<html>", "<div>"), id="nested"),
        pytest.param(lambda: of_all_bytes("<html>", "<"), id="nothing but brackets"),
        pytest.param(lambda: of_all_bytes("<html>", "word "), id="a book"),
        pytest.param(lambda: of_all_bytes("<html>", "<p>x"), id="a million paragraphs"),
        pytest.param(lambda: of_all_bytes("<html>", "<table><tr><td>"), id="nested tables"),
        pytest.param(
            lambda: page("<p " + " ".join(f"a{n}" for n in range(700_000)) + ">x"), id="700,000 attributes of one tag"
        ),
        pytest.param(lambda: page("x", "<style>" + "a{color:red}" * 90_000 + "</style>"), id="a megabyte of styles"),
        pytest.param(
            lambda: page("".join(f"<i style='top:{n}px'>x</i>" for n in range(70_000))), id="70,000 different styles"
        ),
        pytest.param(
            lambda: page("<i class=a>" * 500 + "x", "<style>" + "#x .a{color:red}" * 15_000 + "</style>"),
            id="selectors times elements",
        ),
    ],
)
def test_a_hostile_page_is_refused_in_time(make: Callable[[], bytes]) -> None:
    assert_in_time(make(), DocumentTooExpensiveError)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: page(f"<p>Ada</p><p class='{'a ' * 1_000_000}'>"), id="a million classes"),
        pytest.param(lambda: page("Ada", f"<style>{'(' * 200_000}</style>"), id="nested styles"),
        pytest.param(lambda: page(f"Ada<!--{'<!--' * 1_000_000}"), id="a million open comments"),
    ],
)
def test_a_strange_page_is_read_in_time(make: Callable[[], bytes]) -> None:
    assert_in_time(make(), None)


def assert_in_time(data: bytes, error: type[Exception] | None) -> None:
    began = time.perf_counter()
    if error is None:
        assert read(data, "ada.html").text.split() == ["Ada"]
    else:
        with pytest.raises(error):
            read(data, "ada.html")
    assert time.perf_counter() - began < 8  # a fifth of it on a quiet machine; a square would take minutes


def test_nothing_of_a_page_stands_in_what_is_raised() -> None:
    with pytest.raises(DocumentTooExpensiveError) as caught:
        read(of_all_bytes(f"<html>{resume(name='Quokka')}", "<div>"), "ada.html")
    assert "Quokka" not in f"{caught.value!r}{caught.value}"
    assert caught.value.__context__ is None
