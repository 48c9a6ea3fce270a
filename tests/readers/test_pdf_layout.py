"""What the eye reads in one go stays together, in the order in which it is read."""

from __future__ import annotations

import pytest
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from matcher.core.folding import BULLETS
from matcher.readers import read
from matcher.readers.pdf import layout
from matcher.readers.pdf.glyphs import Glyph
from tests import pdfs
from tests.pdfs import HEIGHT, TOP, WIDTH, Painter, box, column

pytestmark = pytest.mark.usefixtures("engine")
BANK = (
    "Led the data governance council of a",
    "regional bank and named forty stewards.",
    "Wrote the strategy the board approved and",
    "moved the warehouse to Snowflake.",
)
CLINIC = (
    "Built the reporting team of a clinic group",
    "from two people to eleven analysts.",
    "Cut the time for the monthly figures",
    "from nine days to two.",
)
BAR = ("Contact", "ada@example.org", "Berlin", "", "Languages", "English", "German", "", "Tools", "Python", "Power BI")


def text_of(*painters: Painter) -> str:
    return read(pdfs.pdf(*painters), "ada.pdf").text


def flat(text: str) -> str:
    return " ".join(text.split())


def assert_order(text: str, *passages: str) -> None:
    """Each passage stands in the text as a whole, one after the other."""
    words = flat(text)
    place = 0
    for passage in passages:
        found = words.find(flat(passage), place)
        assert found >= 0, f"{passage!r} not after {words[max(0, place - 40) : place]!r} in:\n{text}"
        place = found + len(flat(passage))


def test_one_column_is_read_from_top_to_bottom() -> None:
    text = text_of(lambda c: column(c, [*BANK, "", *CLINIC]))
    assert text.strip().split("\n\n") == ["\n".join(BANK), "\n".join(CLINIC)]


def test_pages_follow_each_other_and_are_counted() -> None:
    document = read(pdfs.pdf(pdfs.page(BANK), pdfs.page(CLINIC)), "ada.pdf")
    assert_order(document.text, *BANK, *CLINIC)
    assert [document.page_of(document.text.index(line)) for line in (BANK[0], CLINIC[0])] == [1, 2]


@pytest.mark.parametrize("shift", [0.0, 2.0, 4.5, 7.0, 9.5])
def test_two_columns_with_gaps_between_their_sections_are_read_one_after_the_other(shift: float) -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, ["EXPERIENCE", "", *BANK, "", "", "EDUCATION", "", "BSc Physics, Aldermoor", "Thesis on snow"])
        column(canvas, ["PROJECTS", *CLINIC, "", "", "", "SKILLS", "", "Python", "SQL", "Jira"], x=320, top=TOP - shift)

    text = text_of(paint)
    assert_order(
        text, "EXPERIENCE", *BANK, "EDUCATION", "BSc Physics, Aldermoor", "PROJECTS", *CLINIC, "SKILLS", "Python"
    )
    assert_order(text, " ".join(BANK), " ".join(CLINIC))


def test_three_columns_are_read_one_after_the_other() -> None:
    parts = [[f"{name} line {n} of it" for n in range(6)] for name in ("First", "Second", "Third")]

    def paint(canvas: Canvas) -> None:
        for number, part in enumerate(parts):
            column(canvas, part, x=50 + 170 * number)

    assert_order(text_of(paint), *(" ".join(part) for part in parts))


def test_a_header_over_two_columns_comes_first_and_a_line_across_parts_them() -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, ["Ada Beispiel"], size=24)
        column(canvas, ["Head of data in hospitals and banks, with a weakness for tidy tables and long walks"], top=750)
        column(canvas, BANK, top=720)
        column(canvas, CLINIC, x=320, top=720)
        column(canvas, ["This line goes over the whole width of the page and closes what stands above it."], top=640)
        column(canvas, ["Left one", "Left two", "Left three"], top=610)
        column(canvas, ["Right one", "Right two", "Right three"], x=320, top=610)

    assert_order(
        text_of(paint),
        "Ada Beispiel",
        "Head of data",
        " ".join(BANK),
        " ".join(CLINIC),
        "This line goes over",
        "Left one Left two Left three Right one Right two Right three",
    )


@pytest.mark.parametrize("leading", [11.0, 12.5, 14.0])
def test_a_side_bar_at_the_left_is_not_mixed_with_the_text(leading: float) -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, BAR, x=30, leading=leading, size=9)
        column(canvas, ["Experience", *BANK, "", *CLINIC, "", *BANK], x=210)

    assert_order(text_of(paint), " ".join(BAR), "Experience", *BANK, *CLINIC, *BANK)


def test_first_cells_of_rows_stand_before_what_they_head() -> None:
    rows = (
        (("Profile",), BANK[:1]),
        (("Mar 2020 – now",), BANK),
        (("Aug 2014 – Feb", "2020"), CLINIC),
        (("Education",), ("BSc Computer Science, 2011",)),
        (("Certificates",), ("CISSP (2016); GCIH (2018)",)),
        (("Skills",), ("Splunk, Python",)),
    )

    def paint(canvas: Canvas) -> None:
        top = TOP
        for first, second in rows:
            column(canvas, first, x=50, top=top)
            top = column(canvas, second, x=150, top=top) - 6

    assert_order(text_of(paint), *(" ".join(cell) for row in rows for cell in row))


def test_the_name_comes_before_a_side_bar_at_its_left() -> None:
    headline = ("Head of Data at Harrow Works", "Leeds, England")

    def paint(canvas: Canvas) -> None:
        column(canvas, BAR, x=30, size=9)
        column(canvas, ["Ada Beispiel"], x=210, size=24)
        column(canvas, [*headline, "", "", "Summary", *CLINIC, "", "Experience", *BANK], x=210, top=TOP - 18)

    assert_order(text_of(paint), "Ada Beispiel", *headline, " ".join(BAR), "Summary", *CLINIC, *BANK)


def test_a_large_heading_beside_a_side_bar_is_no_name() -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, ["Ada Beispiel"], x=30, size=24)
        column(canvas, BAR, x=30, size=9, top=TOP - 40)
        column(canvas, ["Experience", *BANK, "", *CLINIC, "", *BANK], x=210, top=TOP - 40)

    assert_order(text_of(paint), "Ada Beispiel", " ".join(BAR), "Experience", *BANK, *CLINIC)


@pytest.mark.parametrize("leading", [11.0, 12.5, 14.0])
def test_a_side_bar_at_the_right_is_not_mixed_with_the_text(leading: float) -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, ["Experience", *BANK, "", *CLINIC, "", *BANK], x=50)
        column(canvas, BAR, x=430, leading=leading, size=9)

    assert_order(text_of(paint), "Experience", *BANK, *CLINIC, *BANK, " ".join(BAR))


def test_a_side_bar_with_years_and_numbers_is_still_a_column() -> None:
    bar = (
        "Certificates",
        "CDMP, 2019",
        "CIPP/E, 2021",
        "",
        "Phone",
        "+44 20 7946 0318",
        "",
        "Awards",
        "Data prize 2020",
    )

    def paint(canvas: Canvas) -> None:
        column(canvas, bar, x=30, leading=12.5)
        column(canvas, ["Experience", *BANK, "", *CLINIC, "", *BANK], x=210)

    assert_order(text_of(paint), " ".join(bar), "Experience", *BANK, *CLINIC)


def test_dates_at_the_right_stay_on_their_line() -> None:
    def paint(canvas: Canvas) -> None:
        for number, (job, dates) in enumerate(JOBS):
            top = TOP - 60 * number
            column(canvas, [job, *BANK[:2]], top=top)
            canvas.drawRightString(WIDTH - 50, top, dates)

    lines = text_of(paint).splitlines()
    for job, dates in JOBS:
        assert f"{job}\t{dates}" in lines


JOBS = (
    ("Chief Data Officer, Harrowmere", "Mar 2022 – present"),
    ("Head of Governance, Calder", "Aug 2016 – Feb 2022"),
    ("Analyst, Lagoon Mobile", "2011 – 2016"),
    ("Intern, Lagoon Mobile", "2010"),
)


def test_places_and_dates_at_the_right_stay_on_their_lines() -> None:
    def paint(canvas: Canvas) -> None:
        for number, (job, dates) in enumerate(JOBS):
            top = TOP - 90 * number
            column(canvas, [job, "Team of twelve", *BANK], top=top)
            canvas.drawRightString(WIDTH - 50, top, "London, UK")
            canvas.drawRightString(WIDTH - 50, top - 14, dates)

    lines = text_of(paint).splitlines()
    for job, dates in JOBS:
        assert f"{job}\tLondon, UK" in lines
        assert f"Team of twelve\t{dates}" in lines


def test_dates_at_the_left_stay_on_their_line() -> None:
    def paint(canvas: Canvas) -> None:
        for number, (job, dates) in enumerate(JOBS):
            top = TOP - 80 * number
            column(canvas, [dates], top=top)
            column(canvas, [job, *BANK], x=170, top=top)

    text = text_of(paint)
    for job, dates in JOBS:
        assert f"{dates}\t{job}" in text.splitlines()
    assert_order(text, *(passage for job, _ in JOBS for passage in (job, " ".join(BANK))))


@pytest.mark.parametrize("header", [(), ("Ada Beispiel", "Head of Data in hospitals")])
def test_headings_in_the_margin_come_before_what_they_head(header: tuple[str, ...]) -> None:
    parts = {"Profile": BANK, "Experience": (*CLINIC, *BANK), "Education": ("BSc Physics, Aldermoor", *CLINIC)}

    def paint(canvas: Canvas) -> None:
        top = column(canvas, [*header, ""])
        column(canvas, ["ada@example.org", "Berlin"][: len(header)], x=400, top=TOP)
        for heading, lines in parts.items():
            column(canvas, [heading], top=top)
            top = column(canvas, [*lines, ""], x=150, top=top)

    text = text_of(paint)
    assert_order(text, *(passage for heading, lines in parts.items() for passage in (heading, " ".join(lines))))
    assert set(parts) <= set(text.splitlines())


def test_the_cells_of_a_table_are_neither_glued_nor_lost() -> None:
    rows = [
        ("Python", "expert", "9 years"),
        ("SQL", "expert", "12 years"),
        ("Power BI", "good", "4 years"),
        ("R", "some", "1 year"),
    ]

    def paint(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            for cell, x in zip(row, (50, 160, 240), strict=True):
                column(canvas, [cell], x=x, top=TOP - 16 * number)

    text = text_of(paint)
    cells = [cell for line in text.splitlines() for cell in line.split("\t") if cell]
    assert sorted(cells) == sorted(cell for row in rows for cell in row)


def test_a_table_of_labels_and_long_values_keeps_each_value_in_one_piece() -> None:
    rows = {
        "Languages": "Python, SQL, R and a little Java",
        "Platforms": "Snowflake, Azure, dbt",
        "Methods": "TOGAF, DAMA",
    }

    def paint(canvas: Canvas) -> None:
        for number, (label, value) in enumerate(rows.items()):
            column(canvas, [label], top=TOP - 16 * number)
            column(canvas, [value], x=150, top=TOP - 16 * number)

    text = text_of(paint)
    assert all(piece in text for pair in rows.items() for piece in pair)


@pytest.mark.parametrize("spacing", [1.5, 3.0, 5.0])
@pytest.mark.parametrize("heading", ["WORK EXPERIENCE", "SKILLS", "ABOUT ME"])
def test_letter_spaced_headings_are_put_together(heading: str, spacing: float) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(50, TOP, heading, charSpace=spacing)
        column(canvas, BANK, top=TOP - 20)

    assert heading in text_of(paint).splitlines()


def test_a_heading_spaced_with_blanks_is_put_together() -> None:
    text = text_of(lambda c: column(c, ["W O R K   E X P E R I E N C E", *BANK]))
    assert "WORK EXPERIENCE" in text.splitlines()


def test_a_letter_spaced_heading_beside_plain_text_is_put_together() -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, TOP, "LANGUAGES", charSpace=3)
        column(canvas, ["English", "German", "French", "Igbo"], top=TOP - 14)
        column(canvas, ["Experience at the bank of the town", *BANK], x=220)

    assert_order(text_of(paint), "LANGUAGES English German French Igbo", "Experience at the bank of the town", *BANK)


def test_initials_and_short_words_are_not_put_together() -> None:
    lines = ["J. R. R. Tolkien prize, a B of an A", "R, C, C++ and C#", "A I is not AI"]
    assert text_of(lambda c: column(c, lines)).split("\n")[:3] == lines


def test_a_word_cut_at_the_line_end_keeps_its_two_halves_in_order() -> None:
    def paint(canvas: Canvas) -> None:
        column(
            canvas, ["Responsible for the data govern-", "ance of the group and the develop-", "ment of its people."]
        )
        column(canvas, CLINIC, x=320)

    assert "govern-\nance of the group and the develop-\nment of its people." in text_of(paint)


@pytest.mark.parametrize(
    ("font", "character"), [("Symbol", "\u00b7"), ("ZapfDingbats", "\u25cf"), ("ZapfDingbats", "\u27a2")]
)
def test_bullets_in_symbol_fonts_open_their_line(font: str, character: str) -> None:
    def paint(canvas: Canvas) -> None:
        for number, line in enumerate(BANK):
            top = TOP - 14 * number
            column(canvas, [character], top=top, font=font)
            column(canvas, [line], x=64, top=top)

    for line, source in zip(text_of(paint).splitlines(), BANK, strict=False):
        assert line.endswith(source)
        assert not line[0].isalnum()
        assert "\t" not in line


@pytest.mark.parametrize(("mark", "font"), [("\u00b7", "Symbol"), ("-", "Helvetica"), ("7.", "Helvetica")])
@pytest.mark.parametrize("indent", [18, 30])
def test_bullets_far_from_their_text_are_no_column(indent: int, mark: str, font: str) -> None:
    """As LibreOffice paints them in the cell of a table: each item of two lines, dates in a cell at its left."""

    def paint(canvas: Canvas) -> None:
        for number, line in enumerate(BANK):
            top = TOP - 34 * number
            column(canvas, [f"20{10 + number}"], x=40, top=top)
            column(canvas, [mark], x=120, top=top, font=font)
            column(canvas, [line, "and whatever else there was"], x=120 + indent, top=top)

    lines = text_of(paint).splitlines()
    for source in BANK:
        (at,) = [i for i, line in enumerate(lines) if source in line]
        assert lines[at].removesuffix(source)[-2:] in {*(f"{sign} " for sign in BULLETS), "- ", ". "}
        assert lines[at + 1] == "and whatever else there was"


@pytest.mark.parametrize("fill", [0, 1], ids=["ring", "disc"])
def test_bullets_painted_as_shapes_open_their_line(fill: int) -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, BANK, x=64)
        for number in (0, 2):
            canvas.circle(55, TOP + 3 - 14 * number, 1.8, stroke=1 - fill, fill=fill)

    assert text_of(paint).splitlines()[:4] == [f"• {BANK[0]}", BANK[1], f"• {BANK[2]}", BANK[3]]


def test_dots_that_rate_a_skill_are_no_bullets() -> None:
    def paint(canvas: Canvas) -> None:
        for number, skill in enumerate(("Python", "Snowflake", "Collibra")):
            column(canvas, [skill], top=TOP - 14 * number)
            for dot in range(5):
                canvas.circle(130 + 8 * dot, TOP + 3 - 14 * number, 2.5, fill=1)

    assert text_of(paint).split() == ["Python", "Snowflake", "Collibra"]


def test_rotated_text_in_the_margin_does_not_break_the_lines() -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, [*BANK, *CLINIC])
        canvas.saveState()
        canvas.translate(30, 500)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Curriculum vitae of Ada Beispiel")
        canvas.restoreState()

    text = text_of(paint)
    assert text.startswith("\n".join((*BANK, *CLINIC)))
    assert "Curriculum vitae of Ada Beispiel" in text.splitlines()


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_written_sideways_is_read_all_the_same(angle: int) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(angle)
        column(canvas, BANK, x=-250, top=100)
        column(canvas, CLINIC, x=20, top=100)

    assert_order(text_of(paint), " ".join(BANK), " ".join(CLINIC))


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_shown_turned_is_read_as_it_is_shown(angle: int) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setPageRotation(angle)  # reportlab swaps the sides of the page for 90 and 270 degrees
        canvas.translate(*((WIDTH / 2, HEIGHT / 2) if angle == 180 else (HEIGHT / 2, WIDTH / 2)))
        canvas.rotate(angle)
        column(canvas, BANK, x=-250, top=100)
        column(canvas, CLINIC, x=20, top=100)

    assert_order(text_of(paint), " ".join(BANK), " ".join(CLINIC))


def test_letters_painted_twice_to_look_bold_are_read_once() -> None:
    def paint(canvas: Canvas) -> None:
        for shift in (0.0, 0.3, 0.6):
            column(canvas, ["Willful illicit bookkeeping, all will tell"], x=50 + shift)
        column(canvas, BANK, top=TOP - 20)

    assert text_of(paint).splitlines()[0] == "Willful illicit bookkeeping, all will tell"


def test_words_without_painted_spaces_are_parted_by_their_gaps() -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        x = 50.0
        for word in BANK[0].split():
            canvas.drawString(x, TOP, word)
            x += stringWidth(word, "Helvetica", 10) + 2.4

    assert text_of(paint).splitlines()[0] == BANK[0]


def test_narrow_spaces_part_words() -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, TOP, BANK[0], wordSpace=-1.6)

    assert text_of(paint).splitlines()[0] == BANK[0]


def test_words_shown_glyph_by_glyph_with_kerning_stay_whole() -> None:
    kerned = b"BT /F1 10 Tf 50 700 Td [(T) 120 (o) -20 (o) 30 (l) 60 (ing A) 90 (W) 80 (S)] TJ ET"
    assert read(pdfs.raw(kerned), "ada.pdf").text.strip() == "Tooling AWS"


def test_a_superscript_stays_on_its_line() -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, ["Came 1", "and stayed"])
        canvas.setFont("Helvetica", 6)
        canvas.drawString(50 + stringWidth("Came 1", "Helvetica", 10), TOP + 3.5, "st")
        column(canvas, ["in a race of forty"], x=95)

    assert text_of(paint).splitlines()[0] == "Came 1st in a race of forty"


def test_a_large_name_and_a_small_title_share_a_line() -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, ["Ada"], size=24)
        column(canvas, ["Head of Data"], x=110)
        column(canvas, BANK, top=TOP - 18)

    assert text_of(paint).splitlines()[0] == "Ada\tHead of Data"


def test_a_chip_on_a_dark_round_box_is_read() -> None:
    def paint(canvas: Canvas) -> None:
        for number, skill in enumerate(("Python", "Snowflake", "Collibra")):
            canvas.setFillColor("#203040")
            canvas.roundRect(50 + 80 * number, TOP - 4, 70, 16, 8, stroke=0, fill=1)
            canvas.setFillColor("#ffffff")
            column(canvas, [skill], x=58 + 80 * number)
        canvas.setFillColor("#000000")
        column(canvas, BANK, top=TOP - 30)

    assert flat(text_of(paint)).startswith("Python Snowflake Collibra")


def test_a_thousand_words_strewn_over_a_page_are_all_read() -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 6)
        for n in range(1000):
            canvas.drawString(20 + (n * 37 % 24) * 23, 20 + (n * 53 % 800), f"w{n}x")

    assert {f"w{n}x" for n in range(1000)} <= set(text_of(paint).split())


def test_the_same_page_gives_the_same_text() -> None:
    def paint(canvas: Canvas) -> None:
        box(canvas, 0, 0, 60 * mm, HEIGHT, "#203040")
        column(canvas, BAR, x=200)
        column(canvas, BANK, x=320)

    assert text_of(paint) == text_of(paint)


def test_dates_that_end_close_to_the_next_column_stay_on_their_side() -> None:
    def paint(canvas: Canvas) -> None:
        for number, (job, dates) in enumerate(JOBS):
            top = TOP - 42 * number
            column(canvas, [job, *BANK[2:]], top=top)
            canvas.drawRightString(312, top, dates)
        column(canvas, [*CLINIC, *BANK, *CLINIC], x=322)

    text = text_of(paint)
    for job, dates in JOBS:
        assert f"{job}\t{dates}" in text.splitlines()
    assert_order(text, JOBS[0][0], " ".join(BANK[2:]), JOBS[1][0], JOBS[3][0], *CLINIC, *BANK, *CLINIC)


def test_headings_in_the_margin_may_stand_a_line_higher_than_what_they_head() -> None:
    parts = {"Profile": BANK, "Experience": (*CLINIC, *BANK), "Education": ("BSc Physics, Aldermoor", *CLINIC)}

    def paint(canvas: Canvas) -> None:
        top = TOP
        for heading, lines in parts.items():
            column(canvas, [heading], top=top)
            top = column(canvas, [*lines, ""], x=150, top=top - 13)

    text = text_of(paint)
    assert_order(text, *(passage for heading, lines in parts.items() for passage in (heading, " ".join(lines))))


def test_a_sentence_goes_on_in_the_next_column_without_a_paragraph() -> None:
    def paint(canvas: Canvas) -> None:
        column(canvas, [*CLINIC, "", *BANK[:3]])
        column(canvas, [BANK[3], "", *CLINIC, *BANK], x=320)

    assert f"{BANK[2]}\n{BANK[3]}" in text_of(paint)


def test_letters_far_apart_in_one_text_stay_where_they_are() -> None:
    spread = b"BT /F1 10 Tf 50 700 Td [(Name) -3000 (A) -3000 (B) -3000 (Grade) -3000 (A)] TJ ET "
    assert read(pdfs.raw(spread), "ada.pdf").text.split() == ["Name", "A", "B", "Grade", "A"]


def test_letters_of_a_script_from_right_to_left_stay_where_they_are() -> None:
    hebrew = b"2 beginbfchar <41> <05D0> <42> <05D1> endbfchar"
    widths = b"/FirstChar 32 /LastChar 72 /Widths [%s]" % (b"600 " * 41)
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Odd /ToUnicode 6 0 R %s >>" % widths
    content = pdfs.shown("AB BBA CD") + pdfs.shown("EF GH AA", y=650)
    data = pdfs.raw(content, more={4: font, 6: pdfs.stream(hebrew)})
    text = read(data, "ada.pdf").text
    assert [line.split() for line in text.split("\n") if line] == [
        ["\u05d0\u05d1", "\u05d1\u05d1\u05d0", "CD"],
        ["EF", "GH", "\u05d0\u05d0"],
    ]


def word(text: str, x0: float, x1: float, order: int = 1) -> Glyph:
    """A word of a line, after a painted space; words of one `order` are painted by one text."""
    return Glyph(text, x0, 698, x1, 708, 10, (0.0, 0.0, 0.0), order, after_space=True)


LINE = (word("Led", 50, 66), word("the", 69, 83), word("council", 86, 118))


@pytest.mark.parametrize(
    ("painted_later", "read_as"),
    [
        ((), "Led the council"),
        ((word(",", 66, 68, 2)._replace(after_space=False),), "Led, the council"),
        ((word("the", 69.3, 83.3, 2),), "Led the council"),
        ((word("Led", 50.3, 66.3, 2),), "Led the council"),
        ((word("of", 121, 130, 2), word("Leeds", 150, 176, 3)), "Led the council of\tLeeds"),
    ],
    ids=["nothing", "into a gap", "over a word", "over the first word", "behind it"],
)
def test_words_of_one_text_stand_where_they_are_painted(painted_later: tuple[Glyph, ...], read_as: str) -> None:
    assert layout.text_of((*LINE, *painted_later)).strip() == read_as
