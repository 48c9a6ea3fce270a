"""PDF files are read as a viewer shows them; damaged, protected and hostile ones end in a typed failure."""

from __future__ import annotations

import random
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from matcher import Matcher
from matcher.core.model import Document
from matcher.errors import (
    DocumentDamagedError,
    DocumentEmptyError,
    DocumentEncryptedError,
    DocumentError,
    DocumentScannedError,
    DocumentTooExpensiveError,
    UnsupportedTypeError,
)
from matcher.readers import read
from matcher.readers.pdf.limits import MOST_GLYPHS, MOST_PAGES
from tests.builders import resume, scores
from tests.pdfs import PARAGRAPH, column, page, pdf, picture, raw, shown, stream

RESUME = tuple(resume().split("\n"))
CANARY = "quokka"
SAID = "Python and SQL in a bank for nine years"


def warnings_of(document: Document) -> list[tuple[str, int | None]]:
    return [(warning.code, warning.page) for warning in document.warnings]


def test_a_pdf_scores_as_its_text_does(matcher: Matcher) -> None:
    outcome = matcher.match_bytes(pdf(page(RESUME)), "ada.pdf")
    assert scores(outcome) == scores(matcher.match_text(resume()))


def test_the_reader_and_the_pages_are_told() -> None:
    document = read(pdf(page(RESUME), page(["Two"])), "ada.pdf")
    assert (document.reader, document.media_type) == ("PDFium", "application/pdf")
    assert len(document.page_starts) == 2


@pytest.mark.parametrize("strength", [40, 128])
def test_a_pdf_with_a_password_to_open_is_said_to_be_protected(strength: int) -> None:
    data = pdf(page(), encrypt=StandardEncryption("secret", "owner", strength=strength))
    with pytest.raises(DocumentEncryptedError):
        read(data, "ada.pdf")


@pytest.mark.parametrize("strength", [40, 128])
def test_a_pdf_that_opens_without_its_password_is_read(strength: int) -> None:
    data = pdf(page(), encrypt=StandardEncryption("", "owner", canPrint=0, canCopy=0, strength=strength))
    assert read(data, "ada.pdf").text.split("\n")[:3] == list(PARAGRAPH)


@pytest.mark.parametrize(
    "encryption",
    [
        b"/Filter /Custom /V 1 /R 2 /O (a) /U (b) /P -4",
        b"/Filter /Standard /V 9 /R 9 /O (a) /U (b) /P -4",
        b"/Filter /Standard /V 1 /R 2 /O (a) /U (b) /P -4",
    ],
)
def test_an_unknown_protection_is_said_to_be_one(encryption: bytes) -> None:
    data = raw(shown("Python"), trailer=b"/ID [(a) (b)] /Encrypt << %s >>" % encryption)
    with pytest.raises(DocumentEncryptedError):
        read(data, "ada.pdf")


def test_a_scan_is_said_to_be_one() -> None:
    with pytest.raises(DocumentScannedError) as caught:
        read(pdf(picture), "ada.pdf")
    assert "OCR" in str(caught.value)


def test_a_scan_with_a_stamp_on_it_is_said_to_be_one() -> None:
    def stamped(canvas: Canvas) -> None:
        picture(canvas)
        column(canvas, ["Scanned with CamThing"])

    with pytest.raises(DocumentScannedError):
        read(pdf(stamped), "ada.pdf")


def test_a_scanned_page_among_others_is_named() -> None:
    document = read(pdf(page(), picture), "ada.pdf")
    assert warnings_of(document) == [("page_scanned", 2)]


def test_a_portrait_makes_no_scan() -> None:
    def with_portrait(canvas: Canvas) -> None:
        picture(canvas, 450, 700, 80, 100)
        column(canvas, PARAGRAPH)

    assert warnings_of(read(pdf(with_portrait), "ada.pdf")) == []


def test_blank_pages_are_said_to_be_empty() -> None:
    with pytest.raises(DocumentEmptyError):
        read(pdf(page([]), page([])), "ada.pdf")


def test_a_font_that_does_not_name_its_letters_is_said_to_be_unreadable() -> None:
    fonts = {
        4: b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        6: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /FontDescriptor << /FontName /X /Flags 4 >> >>",
    }
    with pytest.raises(DocumentScannedError) as caught:
        read(raw(b"BT /F1 10 Tf 50 700 Td <%s> Tj ET" % (b"0041" * 60), more=fonts), "ada.pdf")
    assert "fonts" in str(caught.value)


@pytest.mark.parametrize(
    ("size", "matrix", "box"), [(1, b"0.1 0 0 0.1 0 0", b"0 0 100 100"), (10, b"0.001 0 0 0.001 0 0", b"0 0 0 0")]
)
def test_a_drawn_font_is_measured_by_what_it_draws(size: int, matrix: bytes, box: bytes) -> None:
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontMatrix [%s] /FontBBox [%s] /FirstChar 65 /LastChar 67 /Widths [%s]"
        b" /CharProcs << >> /Encoding << /Differences [65 /A /B /C] >> >>"
    ) % (matrix, box, b" ".join([b"60" if size == 1 else b"600"] * 3))
    document = read(raw(shown("ABC", size=size), more={4: font}), "ada.pdf")
    assert (document.text.strip(), document.warnings) == ("ABC", ())


def test_letters_that_are_no_characters_do_no_harm() -> None:
    to_unicode = stream(b"3 beginbfchar <41> <D83D> <42> <0000> <43> <0007> endbfchar")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    text = read(raw(shown("snow ABC flake, " * 5), more={4: font, 6: to_unicode}), "ada.pdf").text
    assert text.encode("utf-8")
    assert "\0" not in text
    assert "flake" in text


def test_a_painted_soft_hyphen_is_a_hyphen() -> None:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    data = raw(shown("e-learning"), more={4: font, 6: stream(b"1 beginbfchar <2D> <00AD> endbfchar")})
    assert read(data, "ada.pdf").text.strip() == "e-learning"


def test_what_a_file_says_about_itself_is_not_its_text() -> None:
    def titled(canvas: Canvas) -> None:
        canvas.setTitle("Snowflake")
        canvas.setSubject("Collibra")
        canvas.setKeywords(["Darktrace"])
        canvas.textAnnotation("Splunk", Rect=[10, 10, 20, 20])
        canvas.bookmarkPage("top")
        canvas.addOutlineEntry("CrowdStrike", "top")
        column(canvas, PARAGRAPH[:1])

    assert read(pdf(titled), "ada.pdf").text.strip() == PARAGRAPH[0]


@pytest.mark.parametrize("junk", [b"HTTP/1.1 200 OK\r\n\r\n", b"\n" * 4000, b"<html><body>not this</body></html>\n"])
def test_what_stands_before_the_header_is_passed_over(junk: bytes) -> None:
    document = read(junk + raw(shown(SAID)), "ada.pdf")
    assert document.text.strip() == SAID


def test_a_header_far_inside_makes_no_pdf() -> None:
    with pytest.raises(UnsupportedTypeError):
        read(b"x" * 5000 + raw(shown(SAID)), "ada.pdf")


def test_as_many_pages_as_are_read_are_read() -> None:
    assert len(read(pdf(*[page(["Python"])] * MOST_PAGES), "ada.pdf").page_starts) == MOST_PAGES


def test_a_page_more_is_too_much() -> None:
    with pytest.raises(DocumentTooExpensiveError) as caught:
        read(pdf(*[page(["Python"])] * (MOST_PAGES + 1)), "ada.pdf")
    assert f"more than {MOST_PAGES} pages" in str(caught.value)


def test_a_character_more_is_too_much() -> None:
    line = b"(%s) Tj " % (b"x" * 1000)
    with pytest.raises(DocumentTooExpensiveError) as caught:
        read(raw(b"BT /F1 9 Tf 50 700 Td " + line * (MOST_GLYPHS // 1000 + 1) + b"ET"), "ada.pdf")
    assert "characters" in str(caught.value)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98])
def test_a_pdf_cut_off_is_refused_or_said_to_be_damaged(share: float) -> None:
    data = pdf(*[page(RESUME)] * 3, pageCompression=0)
    try:
        document = read(data[: max(9, int(share * len(data)))], "ada.pdf")
    except DocumentError as error:
        codes = [error.code]
    else:
        codes = [code for code, _ in warnings_of(document)]
    assert codes in (["document_damaged"], ["document_repaired"])


def answer_for(data: bytes) -> str:
    """The message of the typed failure, or "read"."""
    try:
        read(data, "ada.pdf").text.encode("utf-8")
    except DocumentError as error:
        return str(error)
    return "read"


@pytest.mark.parametrize("seed", range(40))
def test_bytes_changed_at_random_never_end_in_anything_but_an_answer(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(pdf(page(RESUME), picture, pageCompression=seed % 2))
    for _ in range(dice.choice([1, 5, 50, 400])):
        data[dice.randrange(9, len(data))] = dice.randrange(256)
    assert answer_for(bytes(data)).isprintable()


def test_a_table_of_objects_that_names_itself_is_read_once() -> None:
    data = raw(shown(SAID), trailer=b"/Prev 0000000000")
    assert read(data.replace(b"/Prev 0000000000", b"/Prev %010d" % data.index(b"xref")), "ada.pdf").text.strip()


def test_damaged_packing_yields_what_came_before() -> None:
    packed = zlib.compress(b"".join(shown(f"line {n} of the page", y=800 - 12 * n) for n in range(60)), 1)
    document = read(raw(packed[:-200] + bytes(200), content_keys=b"/Filter /FlateDecode"), "ada.pdf")
    assert document.text.startswith("line 0 of the page\nline 1 of the page")


def flate(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def zeros(count: int) -> bytes:
    """Packed twice, so that 64 MiB are a few hundred bytes."""
    return flate(bytes(count), 2)


def font_of(keys: bytes) -> dict[int, bytes]:
    return {
        4: b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        6: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /FontDescriptor << /FontName /X /Flags 4 >> %s >>" % keys,
        7: stream(b""),
    }


def nested_forms(levels: int, inner: bytes) -> tuple[dict[int, bytes], bytes]:
    """Forms that each run the next ten times, and the resources that name the first."""
    keys = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>"
    forms = {10 + n: stream(b"/X Do " * 10, keys % (11 + n)) for n in range(levels)}
    forms[10 + levels] = stream(inner, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]")
    return forms, b"<< /XObject << /X 10 0 R >> >>"


FORMS, FORM_RESOURCES = nested_forms(9, b"")
XREF_STREAM = (
    b"%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 9 /W [1 1 1] /Root << /Type /Catalog >> /Index [0 10000000000] /Length 3 >>"
    b"\nstream\n\x01\x00\x00\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(raw(zeros(80 << 20), content_keys=b"/Filter [/FlateDecode /FlateDecode]"), id="packed twice"),
        pytest.param(
            raw(flate(b"\x81x" * 700_000), content_keys=b"/Filter [/FlateDecode /RunLengthDecode]"), id="run lengths"
        ),
        pytest.param(raw(bytes(300_000), content_keys=b"/Filter /LZWDecode"), id="slow LZW"),
        pytest.param(raw(b"x", content_keys=b"/Filter [%s]" % (b"/ASCIIHexDecode " * 20)), id="packed twenty times"),
        pytest.param(
            raw(
                flate(b"xxxx"),
                content_keys=b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>",
            ),
            id="a line of two billion columns",
        ),
        pytest.param(raw(shown("ab"), more=font_of(b"/W [0 2000000000 500]")), id="two billion widths"),
        pytest.param(
            raw(
                shown("ab"), more=font_of(b"") | {7: stream(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")}
            ),
            id="four billion letters",
        ),
        pytest.param(raw(b"/X Do", FORM_RESOURCES, more=FORMS), id="forms that multiply"),
        pytest.param(raw(b"q " * 100_000), id="saved states without end"),
        pytest.param(raw(flate(b"0 0 m " * 3_000_000), content_keys=b"/Filter /FlateDecode"), id="a path without end"),
        pytest.param(
            raw(b"0 0 m " * 200, page_keys=b"/Contents [%s]" % (b"5 0 R " * 20_000)), id="one content many times"
        ),
        pytest.param(
            raw(shown(SAID), more={2: b"<< /Type /Pages /Kids [%s] >>" % (b"3 0 R 2 0 R " * 5000)}),
            id="pages that name themselves",
        ),
        pytest.param(XREF_STREAM, id="ten billion objects"),
        pytest.param(raw(b"[" * 100_000), id="arrays inside of arrays"),
        pytest.param(raw(flate(b"1 " * 9_000_000), content_keys=b"/Filter /FlateDecode"), id="numbers without end"),
        pytest.param(
            raw(shown("ab"), more=font_of(b"") | {7: stream(flate(b"1 " * 9_000_000), b"/Filter /FlateDecode")}),
            id="a map of letters without end",
        ),
        pytest.param(
            raw(
                shown("ab"), more={4: b"<< /Type /Font /Subtype /Type1 /BaseFont /X /Widths [%s] >>" % (b"1 " * 70_000)}
            ),
            id="seventy thousand widths",
        ),
    ],
)
def test_a_file_that_asks_for_too_much_is_refused(data: bytes) -> None:
    with pytest.raises((DocumentTooExpensiveError, DocumentDamagedError)):
        read(data, "ada.pdf")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(raw(shown(SAID), content_keys=b"/Length 3000000000"), id="a length of three billion"),
        pytest.param(
            raw(
                shown(SAID) + b"/X Do",
                b"<< /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>",
                more={
                    6: stream(
                        b"/X Do",
                        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
                    )
                },
            ),
            id="a form that runs itself",
        ),
        pytest.param(
            raw(shown(SAID) + b"BI /W 1 /H 1 ID " + b"E" * 2_000_000 + b" EI "),
            id="a picture of two million E",
        ),
        pytest.param(
            raw(shown(SAID)).replace(b"/Catalog", b"/Catalog /PageLabels << /Nums [0 << /S /R /St 99999999999 >>] >>"),
            id="a first page of a hundred billion in Roman numerals",
        ),
        pytest.param(raw(shown(SAID)) + b"%" + b"x" * 1_000_000, id="a comment of a megabyte"),
    ],
)
def test_a_file_with_a_strange_claim_is_read_all_the_same(data: bytes) -> None:
    assert read(data, "ada.pdf").text.strip() == SAID


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7\n", id="only a header"),
        pytest.param(b"%PDF-1.7\n" + CANARY.encode() * 40, id="a header and prose"),
        pytest.param(
            raw(shown(CANARY)).replace(b"/Type /Catalog", b"/Type /Quokkas").replace(b"/Pages 2", b"/Nages 2")[:-300],
            id="no catalog",
        ),
        pytest.param(raw(b"(" + CANARY.encode() * 50_000), id="a string without end"),
        pytest.param(raw(flate(shown(CANARY)), content_keys=f"/Filter /{CANARY}".encode()), id="an unknown packing"),
        pytest.param(
            raw(shown(CANARY), trailer=f"/Encrypt << /Filter /{CANARY} >>".encode()), id="an unknown protection"
        ),
        pytest.param(
            raw(shown(CANARY), more={2: b"<< /Type /Pages /Kids [(%s)] >>" % CANARY.encode()}), id="a text as page"
        ),
        pytest.param(
            raw(
                shown(CANARY), more={n: b"<< /Type /Pages /Kids [%d 0 R] >>" % (n + 1) for n in (2, *range(6, 3000))}
            ).replace(b"/Kids [3 0 R]", b"/Kids [6 0 R]"),
            id="a page tree 3,000 deep",
        ),
    ],
)
def test_no_failure_quotes_the_document(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read(data, "ada.pdf")
    told: BaseException | None = caught.value
    while told is not None:
        assert CANARY not in f"{told!s}{told!r}".lower()
        told = told.__cause__ or told.__context__
