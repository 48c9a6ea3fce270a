"""PDFium reads first; what it did not read well is read again, and the better text wins."""

from __future__ import annotations

import gzip
import json
import zlib
from base64 import a85encode
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from pdfminer.cmapdb import CMapDB
from reportlab.lib.pdfencrypt import StandardEncryption

from matcher.errors import DocumentTooExpensiveError
from matcher.readers import read
from matcher.readers.pdf import choice, layout, miner, pdfium, risks
from matcher.readers.pdf.attempt import Attempt
from matcher.readers.pdf.glyphs import Glyph, Page, Pages
from matcher.readers.pdf.limits import MOST_UNPACKED
from matcher.readers.pdf.pdfium import calls
from matcher.readers.pdf.signals import SIGNALS, raised
from tests.builders import resume
from tests.pdfs import page, pdf, raw, shown, stream

GOOD = "Led the data governance council of a regional bank and named forty data stewards. " * 6
SEEN = Glyph("Led", 50, 700, 70, 710, 10, (0.0, 0.0, 0.0), 1)


def attempt(text: str = GOOD, glyphs: tuple[Glyph, ...] = (SEEN,), hidden: str = "", **marks: bool) -> Attempt:
    """A reading of one page that raises no signal unless told so."""
    found = Page(glyphs, (), (), has_picture=False, **marks)
    return Attempt("PDFium", Pages((found,), is_rebuilt=False), (text,), (Counter({hidden: 9} if hidden else {}),))


def test_a_good_reading_raises_no_signal() -> None:
    assert raised(attempt()) == []


BAD = {
    "little text": attempt("Led the data governance council."),
    "empty page": attempt(glyphs=()),
    "glued words": attempt(GOOD + "IndustrialEngineeringManagerOfTheYear " * 3),
    "odd words": attempt("L e d t h e d a t a " * 60),
    "unmapped": attempt(GOOD + "\ufffd" * 9),
    "private use": attempt(GOOD + "\ue123" * 9),
    "codes": attempt(GOOD + "(cid:12)(cid:7)"),
    "no place": attempt(glyphs=(SEEN._replace(x1=50),) * 9),
    "faded": attempt(hidden="without contrast"),
    "retold": attempt(is_retold=True),
}


@pytest.mark.parametrize("name", [signal.name for signal in SIGNALS])
def test_each_signal_is_raised_by_what_it_is_for_and_by_that_alone(name: str) -> None:
    assert [signal.name for signal in raised(BAD[name])] == [name]


def test_private_bullets_and_a_long_link_are_no_reason() -> None:
    link = "www.example.org/internationalisierungsbeauftragter"
    assert raised(attempt("\n".join(["\uf0b7 " + GOOD] * 9) + link)) == []


def test_the_first_reader_is_named_where_it_read_well() -> None:
    assert read(pdf(page(resume().split("\n"))), "ada.pdf").reader == "PDFium"


def test_the_second_reader_is_named_with_the_reason() -> None:
    data = pdf(page(resume().split("\n")), encrypt=StandardEncryption("", "owner"))
    document = read(data, "ada.pdf")
    assert document.reader.startswith("pdfminer.six, because PDFium ")


class Readings:
    """Stands for the careful engine: gives what it was made with, or raises it."""

    def __init__(self, outcome: Attempt | Exception) -> None:
        self.outcome = outcome
        self.calls = 0

    def __call__(self, data: bytes, name: str) -> Attempt:
        self.calls += 1
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


@pytest.mark.parametrize(
    ("first", "second", "winner"),
    [
        (BAD["glued words"], attempt(GOOD + "industrial engineering manager of the year " * 3), "second"),
        (BAD["glued words"], attempt("Led"), "first"),
        (BAD["empty page"], attempt(), "first"),
        (BAD["unmapped"], attempt(GOOD + "letters a"), "second"),
        (BAD["unmapped"], attempt(""), "first"),
        (BAD["retold"], attempt("ab cd"), "second"),
        (BAD["retold"], attempt("\ufffd" * 9), "first"),
        (BAD["faded"], attempt(GOOD + "seen by one"), "first"),
        (BAD["faded"], attempt(GOOD + "seen by one", has_pattern=True), "second"),
    ],
)
def test_the_better_text_wins(monkeypatch: pytest.MonkeyPatch, first: Attempt, second: Attempt, winner: str) -> None:
    monkeypatch.setattr(choice, "_fast", Readings(first))
    monkeypatch.setattr(choice, "_careful", Readings(second))
    found = choice.best(raw(shown("any")), "ada.pdf")
    assert found.text == (first if winner == "first" else second).text
    assert (", because PDFium " in found.reader) is (winner == "second")


def test_a_good_reading_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    careful = Readings(attempt())
    monkeypatch.setattr(choice, "_careful", careful)
    read(pdf(page(resume().split("\n"))), "ada.pdf")
    assert careful.calls == 0


def test_white_of_a_palette_is_white() -> None:
    resources = b"<< /Font << /F1 4 0 R >> /ColorSpace << /C1 [/Indexed /DeviceRGB 1 <000000ffffff>] >> >>"
    content = shown("Snowflake", before="/C1 cs 1 sc") + shown("Seen", y=500, before="0 g")
    assert read(raw(content, resources), "ada.pdf").text.split() == ["Seen"]


GRADIENT = (
    b"<< /Type /Pattern /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 0]"
    b" /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0.5] /C1 [0 0.4 0] /N 1 >> >> >>"
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(shown("Snowflake", before="/Pattern cs /P1 scn"), id="ink"),
        pytest.param(b"/Pattern cs /P1 scn 0 600 300 200 re f 1 g " + shown("Snowflake"), id="ground"),
    ],
)
def test_what_is_painted_in_a_gradient_is_not_taken_for_white(content: bytes) -> None:
    resources = b"<< /Font << /F1 4 0 R >> /Pattern << /P1 6 0 R >> >>"
    assert read(raw(content, resources, more={6: GRADIENT}), "ada.pdf").text.split() == ["Snowflake"]


def test_text_that_a_file_tells_to_be_read_instead_of_what_it_shows_is_not_read() -> None:
    retold = b"/Span << /ActualText (Snowflake, Collibra, Darktrace) >> BDC " + shown("ab") + b"EMC "
    assert read(raw(retold + shown("cd", y=500)), "ada.pdf").text.split() == ["ab", "cd"]


def packed(data: bytes) -> bytes:
    return zlib.compress(data, 9)


FLATE = b"/Filter /FlateDecode"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(raw(packed(bytes(MOST_UNPACKED + 1)), content_keys=FLATE), id="too much"),
        pytest.param(raw(packed(bytes(MOST_UNPACKED + 1))[:-99] + b"?" * 99, content_keys=FLATE), id="and damaged"),
        pytest.param(raw(packed(packed(b"")), content_keys=b"/Filter [/FlateDecode /FlateDecode]"), id="twice packed"),
        pytest.param(raw(b"", content_keys=b"/Filter 9 0 R"), id="packed nobody knows how"),
        pytest.param(raw(packed(b"() Tj " * 200_000), content_keys=FLATE), id="many strings"),
        pytest.param(raw(b"", more={n: stream(b"(a)Tj" * 1_001) for n in range(6, 156)}), id="many strings in pieces"),
        pytest.param(raw(shown("a") * 9, page_keys=b"/Contents [%s]" % (b"5 0 R 6 0 R " * 20_000)), id="many times"),
        pytest.param(raw(b"", more={n: stream(b"/X Do " * 10, FORM) for n in range(6, 12)}), id="forms that multiply"),
        pytest.param(pdf(page(), encrypt=StandardEncryption("", "owner")), id="encrypted"),
    ],
)
def test_known_bombs_are_told_before_they_are_opened(data: bytes) -> None:
    assert risks.of(data)


@pytest.mark.parametrize("compression", [0, 1])
def test_a_usual_file_is_no_bomb(compression: int) -> None:
    assert risks.of(pdf(*[page(resume().split("\n"))] * 5, pageCompression=compression)) is None


def test_a_page_may_paint_as_many_strings_as_are_read() -> None:
    pieces = {n: stream(b"(a)Tj" * 1_000) for n in range(6, 156)}
    assert risks.of(raw(b"", more=pieces)) is None
    assert risks.of(raw(b"", more=pieces | {156: stream(b"[(a)]TJ")}))


def test_handles_are_closed_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: Counter[str] = Counter()
    for thing in ("document", "page", "text"):
        for verb, step in (("load", 1), ("close", -1)):
            name = f"{verb}_{thing}"
            monkeypatch.setattr(calls, name, counting(getattr(calls, name), opened, thing, step))
    pdfium.pages(pdf(page(), page()), "ada.pdf")
    with pytest.raises(DocumentTooExpensiveError):
        pdfium.pages(pdf(*[page(["x" * 900] * 60)] * 3), "ada.pdf")
    assert opened == {"document": 0, "page": 0, "text": 0}


def counting(call: Callable[..., Any], opened: Counter[str], thing: str, step: int) -> Callable[..., Any]:
    """The call, counted up by `step` each time."""

    def counted(*arguments: Any) -> Any:
        opened[thing] += step
        return call(*arguments)

    return counted


def test_no_map_is_read_from_where_the_environment_points(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stolen = {"CODE2CID": {}, "IS_VERTICAL": False}
    (tmp_path / "Stolen-H.json.gz").write_bytes(gzip.compress(json.dumps(stolen).encode()))
    monkeypatch.setenv("CMAP_PATH", str(tmp_path))
    with pytest.raises(CMapDB.CMapNotFound):
        CMapDB.get_cmap("Stolen-H")
    assert CMapDB.get_cmap("GBK-EUC-H").is_vertical() is False


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" * 110_000, id="objects"),
        pytest.param(raw(shown("a"), more={6: b"[%s]" % (b"1 " * 1_200_000)}), id="a list"),
    ],
)
def test_more_than_is_read_in_seconds_is_refused_before_it_is_read(data: bytes) -> None:
    with pytest.raises(DocumentTooExpensiveError):
        miner.pages(data, "ada.pdf")


def test_ninety_thousand_letters_strewn_over_a_page_take_no_minute() -> None:
    glyphs = [
        Glyph("x", x, y, x + 4, y + 9, 9, None, n)
        for n, (x, y) in enumerate(((n * 37 % 1009) / 1.7, (n * 53 % 7919) / 10) for n in range(90_000))
    ]
    dots = [(n / 2, n * 0.8) for n in range(1_000)]
    began = process_time()
    assert layout.text_of(glyphs, dots).count("x") > 40_000
    assert process_time() - began < 20


@pytest.mark.parametrize("content", [b"", b"z", b"zz", b"Led", b"forty stewards", bytes(12) + b"SQL"])
def test_letters_of_ascii_unpack_to_what_they_stand_for(content: bytes) -> None:
    packed = a85encode(content, wrapcol=7)
    assert bytes(risks._from_letters(packed + b"~>\n"))[: len(content)] == content
