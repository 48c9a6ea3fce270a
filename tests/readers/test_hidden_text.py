"""Text that no person could see changes no score and is reported; text that can be seen is never taken for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from matcher import Matcher
from matcher.core.model import MatchReport
from matcher.readers import read
from tests import docxs, pdfs
from tests.builders import report, resume, scores
from tests.docxs import paragraph, run, with_body
from tests.pdfs import HEIGHT, TOP, WIDTH, Painter, box, column, picture, raw, shown

pytestmark = pytest.mark.usefixtures("engine")
RESUME = tuple(resume().split("\n"))
STUFFED = (
    "Built machine learning models for threat detection with Splunk, Darktrace and CrowdStrike for ISO 27001.",
    "Led the data governance strategy, the GDPR programme and Snowflake, Collibra, Power BI and Python.",
)
UNSEEN = 50.0
"""Height at which the stuffed lines stand, below the resume."""


def visible(canvas: Canvas) -> None:
    column(canvas, RESUME, leading=13)


def stuffed(canvas: Canvas, x: float = 50, top: float = UNSEEN + 14, size: float = 10) -> None:
    column(canvas, STUFFED, x=x, top=top, size=size)


def white_on_white(canvas: Canvas) -> None:
    canvas.setFillColor("#ffffff")
    stuffed(canvas)


def nearly_white_on_white(canvas: Canvas) -> None:
    canvas.setFillColor("#f4f4f8")
    stuffed(canvas)


def white_in_other_colour_spaces(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0, 0, 0, 0)
    stuffed(canvas)


def same_colour_as_a_box(canvas: Canvas) -> None:
    box(canvas, 40, UNSEEN - 10, 520, 40, "#336699")
    canvas.setFillColor("#336699")
    stuffed(canvas)


def black_on_black(canvas: Canvas) -> None:
    box(canvas, 40, UNSEEN - 10, 520, 40, "#000000")
    stuffed(canvas)


def covered_by_a_later_box(canvas: Canvas) -> None:
    stuffed(canvas)
    box(canvas, 40, UNSEEN - 10, 520, 40, "#eeeeee")


def covered_by_a_later_round_box(canvas: Canvas) -> None:
    stuffed(canvas)
    canvas.setFillColor("#eeeeee")
    canvas.roundRect(40, UNSEEN - 10, 520, 40, 6, stroke=0, fill=1)


def painted_without_ink(canvas: Canvas) -> None:
    for number, line in enumerate(STUFFED):
        text = canvas.beginText(50, UNSEEN + 14 * number)
        text.setFont("Helvetica", 10)
        text.setTextRenderMode(3)
        text.textLine(line)
        canvas.drawText(text)


def fully_transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    stuffed(canvas)


def half_a_point_tall(canvas: Canvas) -> None:
    stuffed(canvas, size=0.5)


def scaled_to_nothing(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.scale(0.05, 0.05)
    stuffed(canvas, x=1000, top=1000)
    canvas.restoreState()


def below_the_page(canvas: Canvas) -> None:
    stuffed(canvas, top=-30)


def right_of_the_page(canvas: Canvas) -> None:
    stuffed(canvas, x=WIDTH + 20)


def outside_of_the_crop_box(canvas: Canvas) -> None:
    canvas.setCropBox((0, UNSEEN + 40, WIDTH, HEIGHT))
    stuffed(canvas)


def clipped_away(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(400, 400, 1, 1)
    canvas.clipPath(path, stroke=0, fill=0)
    stuffed(canvas)
    canvas.restoreState()


@pytest.mark.parametrize(
    "hide",
    [
        white_on_white,
        nearly_white_on_white,
        white_in_other_colour_spaces,
        same_colour_as_a_box,
        black_on_black,
        covered_by_a_later_box,
        covered_by_a_later_round_box,
        painted_without_ink,
        fully_transparent,
        half_a_point_tall,
        scaled_to_nothing,
        below_the_page,
        right_of_the_page,
        outside_of_the_crop_box,
        clipped_away,
    ],
)
def test_hidden_text_in_a_pdf_changes_no_score_and_is_reported(matcher: Matcher, hide: Painter) -> None:
    def both(canvas: Canvas) -> None:
        visible(canvas)
        hide(canvas)

    assert_unseen(matcher, pdfs.pdf(both), pdfs.pdf(visible), "ada.pdf")


def assert_unseen(matcher: Matcher, data: bytes, without: bytes, name: str) -> None:
    """The hidden text of `data` counts for nothing, and is counted."""
    found, plain = matcher.match_bytes(data, name), matcher.match_bytes(without, name)
    assert scores(found) == scores(plain)
    assert report(found).document.text == report(plain).document.text
    assert [w.code for w in report(plain).document.warnings] == []
    (warning,) = report(found).document.warnings
    assert warning.code == "hidden_text"
    assert f"{sum(len(''.join(line.split())) for line in STUFFED)} characters" in warning.detail
    assert_told(found)


def assert_told(outcome: object) -> None:
    """The hidden words stand in no part of the answer."""
    assert isinstance(outcome, MatchReport)
    assert not any("Darktrace" in warning.detail for warning in outcome.document.warnings)
    assert "Collibra" not in repr(outcome)


def test_hidden_text_on_the_second_page_is_reported_for_that_page(matcher: Matcher) -> None:
    (warning,) = read(pdfs.pdf(visible, lambda c: (white_on_white(c), None)[1]), "ada.pdf").warnings
    assert (warning.code, warning.page) == ("hidden_text", 2)


HIDDEN_IN_WORD = {
    "hidden": "<w:vanish/>",
    "white": '<w:color w:val="FFFFFF"/>',
    "white by theme": '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
    "nearly white": '<w:color w:val="F8F8F8"/>',
    "white on white shading": '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>',
    "the colour of its shading": '<w:color w:val="203040"/><w:shd w:val="clear" w:color="auto" w:fill="203040"/>',
    "one point": '<w:sz w:val="2"/>',
    "half a point": '<w:sz w:val="1"/>',
}


@pytest.mark.parametrize("look", HIDDEN_IN_WORD.values(), ids=HIDDEN_IN_WORD)
def test_hidden_text_in_a_word_document_changes_no_score_and_is_reported(matcher: Matcher, look: str) -> None:
    plain = "".join(paragraph(line) for line in RESUME)
    hidden = "".join(paragraph(line, look) for line in STUFFED)
    empty = "".join(paragraph("") for _ in STUFFED)
    assert_unseen(matcher, with_body(plain + hidden), with_body(plain + empty), "ada.docx")


@pytest.mark.parametrize("look", HIDDEN_IN_WORD.values(), ids=HIDDEN_IN_WORD)
@pytest.mark.parametrize("kind", ["character", "paragraph"])
def test_text_hidden_by_its_style_is_left_out(look: str, kind: str) -> None:
    styled = with_style(kind, look)
    assert read(styled, "ada.docx").text.split() == ["Seen"]
    assert [warning.code for warning in read(styled, "ada.docx").warnings] == ["hidden_text"]


def with_style(kind: str, look: str) -> bytes:
    """A document with a word in a style that is based on one with this look."""
    base = f'<w:style w:type="{kind}" w:styleId="Base"><w:rPr>{look}</w:rPr></w:style>'
    style = f'<w:style w:type="{kind}" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
    word = paragraph("Unseen", '<w:rStyle w:val="Own"/>')
    if kind == "paragraph":
        word = f'<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr>{run("Unseen")}</w:p>'
    return with_styles(with_body(paragraph("Seen") + word), base + style)


def with_styles(data: bytes, styles: str) -> bytes:
    """The Word document with these styles besides its own."""
    return docxs.changed(data, "word/styles.xml", lambda text: text.replace("</w:styles>", f"{styles}</w:styles>"))


SKILLS = ("SKILLS", "Collibra", "Snowflake", "and ten years in banks")


def dark_side_bar(canvas: Canvas) -> None:
    box(canvas, 0, 0, 180, HEIGHT, "#203040")
    canvas.setFillColor("#ffffff")
    column(canvas, SKILLS, x=20)


def dark_picture(canvas: Canvas) -> None:
    picture(canvas, 0, 0, 180, HEIGHT)
    canvas.setFillColor("#ffffff")
    column(canvas, SKILLS, x=20)


def dark_gradient(canvas: Canvas) -> None:
    canvas.linearGradient(0, 0, 180, HEIGHT, ("#000000", "#203040"), extend=True)
    canvas.setFillColor("#ffffff")
    column(canvas, SKILLS, x=20)


def dark_disc(canvas: Canvas) -> None:
    canvas.setFillColor("#203040")
    canvas.circle(80, TOP - 20, 90, stroke=0, fill=1)
    canvas.setFillColor("#ffffff")
    column(canvas, SKILLS, x=50)


def light_grey_on_white(canvas: Canvas) -> None:
    canvas.setFillColor("#bbbbbb")
    column(canvas, SKILLS)


def small_print(canvas: Canvas) -> None:
    column(canvas, SKILLS, size=5, leading=7)
    column(canvas, RESUME, top=TOP - 60)


def under_a_tint(canvas: Canvas) -> None:
    column(canvas, SKILLS)
    box(canvas, 0, 0, WIDTH, HEIGHT, Color(1, 0.9, 0, alpha=0.3))


def on_a_box_on_a_box(canvas: Canvas) -> None:
    box(canvas, 0, 0, WIDTH, HEIGHT, "#203040")
    box(canvas, 40, TOP - 60, 300, 90, "#ffffff")
    column(canvas, SKILLS)


def outlined(canvas: Canvas) -> None:
    canvas.setFillColor("#ffffff")
    canvas.setStrokeColor("#000000")
    for number, line in enumerate(SKILLS):
        text = canvas.beginText(50, TOP - 20 * number)
        text.setFont("Helvetica", 14)
        text.setTextRenderMode(2)
        text.textLine(line)
        canvas.drawText(text)


def inside_a_clip(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(40, TOP - 60, 200, 80)
    canvas.clipPath(path, stroke=0, fill=0)
    column(canvas, SKILLS)


@pytest.mark.parametrize(
    "show",
    [
        dark_side_bar,
        dark_picture,
        dark_gradient,
        dark_disc,
        light_grey_on_white,
        small_print,
        under_a_tint,
        on_a_box_on_a_box,
        outlined,
        inside_a_clip,
    ],
)
def test_text_that_can_be_seen_is_read(show: Painter) -> None:
    document = read(pdfs.pdf(show), "ada.pdf")
    assert {"SKILLS", "Collibra", "Snowflake"} <= set(document.text.split())
    assert "hidden_text" not in [warning.code for warning in document.warnings]


@pytest.mark.parametrize(
    ("space", "paint"),
    [
        (b"[/Separation /Black /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>]", "1 scn"),
        (b"[/Indexed /DeviceRGB 1 <ffffff000000>]", "1 sc"),
        (b"/Pattern", "/P1 scn"),
    ],
    ids=["spot black", "indexed", "pattern"],
)
def test_ink_of_another_colour_space_is_seen(space: bytes, paint: str, engine: str) -> None:
    resources = b"<< /Font << /F1 4 0 R >> /ColorSpace << /C1 %s >> >>" % space
    document = read(raw(shown("Snowflake and SQL", before=f"/C1 cs {paint}"), resources), "ada.pdf")
    assert (document.text.strip(), document.warnings) == ("Snowflake and SQL", ())


FONTS = b"/Font << /F1 4 0 R >>"


def with_form(content: bytes, edges: bytes) -> bytes:
    """A page with a form X1 that says Snowflake and has these edges."""
    keys = b"/Type /XObject /Subtype /Form /BBox [%s] /Resources << %s >>" % (edges, FONTS)
    form = pdfs.stream(shown("Snowflake"), keys)
    return raw(content, b"<< %s /XObject << /X1 6 0 R >> >>" % FONTS, more={6: form})


@pytest.mark.parametrize(
    ("operands", "is_seen"),
    [
        ("1 1 1 rg", False),
        ("0 0 0 rg", True),
        ("1 g", False),
        ("0 0 0 0 k", False),
        ("0 0 0 1 k", True),
        ("2 g", False),
    ],
)
def test_a_form_has_the_colour_of_what_it_stands_on(operands: str, is_seen: bool) -> None:
    data = with_form(f"q {operands} /X1 Do Q ".encode() + shown("Seen", y=500), b"0 0 595 842")
    assert ("Snowflake" in read(data, "ada.pdf").text) is is_seen


def test_a_form_shows_nothing_outside_of_its_box() -> None:
    data = with_form(b"/X1 Do " + shown("Seen", y=500), b"0 0 9 9")
    assert read(data, "ada.pdf").text.split() == ["Seen"]


def test_the_recognised_text_of_a_scan_is_read() -> None:
    def scan(canvas: Canvas) -> None:
        picture(canvas)
        for number, line in enumerate(RESUME):
            text = canvas.beginText(50, TOP - 13 * number)
            text.setFont("Helvetica", 10)
            text.setTextRenderMode(3)
            text.textLine(line)
            canvas.drawText(text)

    document = read(pdfs.pdf(scan), "ada.pdf")
    assert document.text.split() == resume().split()
    assert document.warnings == ()


def test_the_recognised_text_of_a_scan_scores_as_the_text_does(matcher: Matcher) -> None:
    def scan(canvas: Canvas) -> None:
        picture(canvas)
        painted_without_ink(canvas)
        for number, line in enumerate(RESUME):
            text = canvas.beginText(50, TOP - 13 * number)
            text.setTextRenderMode(3)
            text.textLine(line)
            canvas.drawText(text)

    assert report(matcher.match_bytes(pdfs.pdf(scan), "ada.pdf")).role_scores[0].value > 0


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="203040"/>'
PATTERN = '<w:shd w:val="pct50" w:fill="FFFFFF"/>'


def in_cell(shade: str, content: str) -> str:
    return f"<w:tbl><w:tr><w:tc><w:tcPr>{shade}</w:tcPr>{content}</w:tc></w:tr></w:tbl>"


def in_shape(text: str) -> str:
    fill = "<wps:spPr><a:solidFill><a:srgbClr val='203040'/></a:solidFill></wps:spPr>"
    words = f"<wps:txbx><w:txbxContent>{paragraph(text, WHITE)}</w:txbxContent></wps:txbx>"
    return f"<w:p><w:r><w:drawing><wps:wsp>{fill}{words}</wps:wsp></w:drawing></w:r></w:p>"


def in_old_shape(text: str) -> str:
    words = f"<v:textbox><w:txbxContent>{paragraph(text, WHITE)}</w:txbxContent></v:textbox>"
    return f"<w:p><w:r><w:pict><v:rect fillcolor='#203040'>{words}</v:rect></w:pict></w:r></w:p>"


def over_drawing(text: str, side: int) -> str:
    anchor = f"<wp:anchor behindDoc='1'><wp:extent cx='7560310' cy='{side}'/></wp:anchor>"
    return f"<w:p><w:r><w:drawing>{anchor}</w:drawing></w:r>{run(text, WHITE)}</w:p>"


SEEN_IN_WORD: dict[str, Callable[[str], str]] = {
    "white on dark shading": lambda text: paragraph(text, WHITE + DARK),
    "white in a dark paragraph": lambda text: f"<w:p><w:pPr>{DARK}</w:pPr>{run(text, WHITE)}</w:p>",
    "white in a dark cell": lambda text: in_cell(DARK, paragraph(text, WHITE)),
    "white in a patterned cell": lambda text: in_cell(PATTERN, paragraph(text, WHITE)),
    "white in a dark text box": in_shape,
    "white in a dark old text box": in_old_shape,
    "white over a large drawing": lambda text: over_drawing(text, 2_000_000),
    "highlighted": lambda text: paragraph(text, f'{WHITE}<w:highlight w:val="black"/>'),
    "black": lambda text: paragraph(text, '<w:color w:val="000000"/>'),
    "automatic": lambda text: paragraph(text, '<w:color w:val="auto"/>'),
    "not hidden after all": lambda text: paragraph(text, '<w:vanish w:val="0"/>'),
    "five points": lambda text: paragraph(text, '<w:sz w:val="10"/>'),
}


@pytest.mark.parametrize("show", SEEN_IN_WORD.values(), ids=SEEN_IN_WORD)
def test_text_that_can_be_seen_in_a_word_document_is_read(show: Callable[[str], str]) -> None:
    document = read(with_body(show("Collibra and Snowflake")), "ada.docx")
    assert (document.text.strip(), document.warnings) == ("Collibra and Snowflake", ())


def test_a_white_word_in_a_table_with_a_coloured_style_is_read() -> None:
    row = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr>'
    style = f'<w:style w:type="table" w:styleId="Dark">{row}</w:style>'
    look = '<w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr>'
    table = in_cell("", paragraph("Collibra", WHITE)).replace("<w:tbl>", f"<w:tbl>{look}")
    data = with_styles(with_body(table), style)
    assert read(data, "ada.docx").text.strip() == "Collibra"


def test_a_small_drawing_behind_the_text_does_not_let_white_words_pass() -> None:
    document = read(with_body(paragraph("Seen") + over_drawing("unseen", 100_000)), "ada.docx")
    assert document.text.split() == ["Seen"]
