"""Word documents are read in the order in which they are seen; hostile ones end in a typed failure."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from matcher.core.model import MatchReport
from matcher.errors import DocumentDamagedError, DocumentEmptyError, DocumentTooExpensiveError
from matcher.pipeline import Matcher
from matcher.readers import read
from matcher.readers.packed import MOST_STEPS, MOST_UNPACKED, MOST_XML
from tests import docxs
from tests.builders import resume, scores
from tests.docxs import paragraph, run, with_body


def lines_of(data: bytes) -> list[str]:
    return [line for line in read(data, "ada.docx").text.split("\n") if line]


def test_paragraphs_are_lines() -> None:
    document = read(docxs.of(["Ada Beispiel", "", "Python"]), "ada.docx")
    assert document.text == "Ada Beispiel\n\nPython\n"
    assert document.reader == "python-docx"


def test_a_document_scores_as_its_text_does(matcher: Matcher) -> None:
    text = resume()
    assert scores(matcher.match_bytes(docxs.of(text.split("\n")), "ada.docx")) == scores(matcher.match_text(text))


def test_tabs_and_breaks_inside_a_paragraph_are_kept() -> None:
    def build(document: Any) -> None:
        line = document.add_paragraph("Chief Data Officer\t2022 – present")
        line.add_run().add_break(WD_BREAK.LINE)
        line.add_run("Leeds")

    assert lines_of(docxs.made(build)) == ["Chief Data Officer\t2022 – present", "Leeds"]


def test_words_split_over_runs_stay_whole() -> None:
    body = f"<w:p>{run('Snow')}<w:proofErr w:type='spellStart'/>{run('fla', '<w:b/>')}{run('ke and SQL')}</w:p>"
    assert lines_of(with_body(body)) == ["Snowflake and SQL"]


def test_a_heading_stands_behind_an_empty_line() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Ada")
        document.add_heading("Experience")
        document.add_paragraph("Led the team")

    assert read(docxs.made(build), "ada.docx").text == "Ada\n\nExperience\nLed the team\n"


def test_list_items_get_a_bullet() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Built the team", style="List Bullet")
        document.add_paragraph("Cut the cost", style="List Number")
        document.add_paragraph("Not an item")

    assert lines_of(docxs.made(build)) == ["• Built the team", "• Cut the cost", "Not an item"]


def test_numbering_of_its_own_makes_an_item_and_numbering_zero_makes_none() -> None:
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(text)}</w:p>'
        for number, text in ((1, "item"), (0, "none"))
    )
    assert lines_of(with_body(body)) == ["• item", "none"]


def test_a_table_row_is_a_line_and_its_cells_are_parted() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=3)
        for cell, text in zip(table._cells, ["Python", "expert", "9 years", "SQL", "good", "4 years"], strict=True):
            cell.text = text

    assert lines_of(docxs.made(build)) == ["Python\texpert\t9 years", "SQL\tgood\t4 years"]


def test_a_table_used_as_layout_is_read_column_after_column() -> None:
    def build(document: Any) -> None:
        left, right = document.add_table(rows=1, cols=2)._cells
        left.text = "Skills\nPython"
        left.add_paragraph("SQL")
        right.text = "Experience"
        right.add_paragraph("Led the team")

    assert lines_of(docxs.made(build)) == ["Skills", "Python", "SQL", "Experience", "Led the team"]


def test_dates_in_a_column_of_their_own_stay_on_the_line_of_the_job() -> None:
    def build(document: Any) -> None:
        left, right = document.add_table(rows=1, cols=2)._cells
        left.text = "2022 – present"
        right.text = "Chief Data Officer"
        right.add_paragraph("Led the team")

    assert lines_of(docxs.made(build)) == ["2022 – present\tChief Data Officer", "Led the team"]


def test_a_cell_spanning_columns_is_read_once() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Certificates"

    assert lines_of(docxs.made(build)) == ["Certificates"]


def held(xml: str) -> str:
    """XML inside of a content control."""
    return f"<w:sdt><w:sdtContent>{xml}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "body",
    [
        held(paragraph("Led the team")),
        f"<w:p>{held(run('Led the team'))}</w:p>",
        f"<w:tbl>{held('<w:tr><w:tc>' + paragraph('Led the team') + '</w:tc></w:tr>')}</w:tbl>",
        f"<w:tbl><w:tr>{held('<w:tc>' + paragraph('Led the team') + '</w:tc>')}</w:tr></w:tbl>",
        f"<w:customXml>{paragraph('Led the team')}</w:customXml>",
        f"<w:p><w:hyperlink>{run('Led the team')}</w:hyperlink></w:p>",
        f"<w:p><w:ins w:id='1' w:author='a'>{run('Led the team')}</w:ins></w:p>",
        f"<w:p><w:smartTag>{run('Led the team')}</w:smartTag></w:p>",
    ],
)
def test_text_in_any_holder_is_read(body: str) -> None:
    assert lines_of(with_body(body)) == ["Led the team"]


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:del w:id='1' w:author='a'><w:r><w:delText>Led the team</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:del w:id='1' w:author='a'>{run('Led the team')}</w:del></w:p>",
        f"<w:p><w:moveFrom w:id='1' w:author='a'>{run('Led the team')}</w:moveFrom></w:p>",
        "<w:p><w:r><w:instrText>Led the team</w:instrText></w:r></w:p>",
    ],
)
def test_deleted_text_and_field_codes_are_not_read(body: str) -> None:
    assert lines_of(with_body(paragraph("Ada") + body)) == ["Ada"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    content = f"<w:txbxContent>{paragraph('Python')}{paragraph('SQL')}</w:txbxContent>"
    shape = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
    choice = f'<mc:Choice Requires="wps">{shape}</mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    body = f"<w:p>{run('Skills')}<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    assert lines_of(with_body(body)) == ["Skills", "Python", "SQL"]


def test_headers_come_first_and_footers_last_each_once() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Led the team")
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = "Ada Beispiel"
        document.sections[0].header.paragraphs[0].text = "Beispiel, page two"
        document.sections[0].footer.paragraphs[0].text = "References on request"
        document.add_section().header.is_linked_to_previous = False
        document.sections[1].header.paragraphs[0].text = "Beispiel, page two"

    assert lines_of(docxs.made(build)) == [
        "Ada Beispiel",
        "Beispiel, page two",
        "Led the team",
        "References on request",
    ]


def test_a_sign_of_a_symbol_font_opens_an_item() -> None:
    body = f'<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>{run("Led the team")}</w:p>'
    assert lines_of(with_body(body)) == ["• Led the team"]


def test_a_hyphen_that_does_not_break_is_a_hyphen() -> None:
    body = "<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>learning</w:t></w:r></w:p>"
    assert lines_of(with_body(body)) == ["e-learning"]


def test_a_document_without_text_is_said_to_be_empty() -> None:
    with pytest.raises(DocumentEmptyError):
        read(docxs.of(["", "  "]), "ada.docx")


def without_body(xml: str) -> str:
    return xml.split("<w:body>", maxsplit=1)[0] + "</w:document>"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(docxs.of(["Ada"])[:400], id="cut off early"),
        pytest.param(docxs.of(["Ada"])[:-200], id="cut off late"),
        pytest.param(docxs.changed(docxs.of(["Ada"]), "word/document.xml", lambda t: t[:300]), id="broken XML"),
        pytest.param(docxs.changed(docxs.of(["Ada"]), "[Content_Types].xml", lambda t: "<x/>"), id="no content types"),
        pytest.param(docxs.changed(docxs.of(["Ada"]), "_rels/.rels", lambda t: "<x/>"), id="no main part"),
        pytest.param(docxs.changed(docxs.of(["Ada"]), "word/document.xml", without_body), id="no body"),
        pytest.param(with_body("<w:sdt>" * 3000 + "</w:sdt>" * 3000), id="nested 3,000 deep"),
    ],
)
def test_a_damaged_document_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(DocumentDamagedError):
        read(data, "ada.docx")


def packed(members: dict[str, bytes]) -> bytes:
    """A Word document with these members besides its own."""
    out = io.BytesIO(docxs.of(["Ada Beispiel, Python"]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(packed({"word/media/a.bin": bytes(MOST_UNPACKED + 1)}), id="a bomb as picture"),
        pytest.param(packed({"word/other.xml": b" " * (MOST_XML + 1)}), id="a bomb as XML"),
        pytest.param(packed({f"word/{n}.bin": b"" for n in range(2001)}), id="thousands of parts"),
        pytest.param(with_body("<w:p/>" * (MOST_STEPS + 1)), id="hundreds of thousands of paragraphs"),
    ],
)
def test_a_document_that_unpacks_to_too_much_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentTooExpensiveError):
        read(data, "ada.docx")


def with_doctype(doctype: str, text: str) -> bytes:
    """A document whose XML declares entities and names one."""

    def change(xml: str) -> str:
        head, body = xml.split("<w:document ", 1)
        return f"{head}{doctype}<w:document {body}".replace("NAMED", text)

    return docxs.changed(docxs.of(["Ada Beispiel", "before NAMED after"]), "word/document.xml", change)


def test_entities_that_multiply_are_not_written_out(matcher: Matcher) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    data = with_doctype(f'<!DOCTYPE d [<!ENTITY l0 "quokka">{laughs}]>', "&l11;")
    assert "quokka" not in inert(matcher, data)


def test_entities_that_name_files_are_not_followed(matcher: Matcher, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("quokka")
    data = with_doctype(f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>', "&x;")
    assert "quokka" not in inert(matcher, data)


def test_a_relation_to_a_file_outside_is_not_followed(matcher: Matcher, tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<quokka/>")
    data = docxs.changed(
        docxs.of(["Ada"]),
        "word/_rels/document.xml.rels",
        lambda text: text.replace('Target="styles.xml"', f'Target="{secret.as_uri()}" TargetMode="External"'),
    )
    assert "quokka" not in inert(matcher, data)


def inert(matcher: Matcher, data: bytes) -> str:
    """All that the answer to a document tells."""
    outcome = matcher.match_bytes(data, "ada.docx")
    return repr(outcome) + (outcome.document.text if isinstance(outcome, MatchReport) else "")


def test_a_member_with_a_path_outside_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert "Ada" in read(packed({"../../evil.txt": b"evil", "/tmp/evil.txt": b"evil"}), "ada.docx").text
    assert list(tmp_path.rglob("evil*")) == []


def test_a_document_whose_styles_name_each_other_is_read() -> None:
    def build(document: Any) -> None:
        styles = [document.styles.add_style(name, 1) for name in ("One", "Two")]
        for style, other in zip(styles, reversed(styles), strict=True):
            based_on = style.element.find(qn("w:basedOn"))
            if based_on is None:
                based_on = OxmlElement("w:basedOn")
                style.element.append(based_on)
            based_on.set(qn("w:val"), other.style_id)
        document.add_paragraph("Led the team", style="One")

    assert lines_of(docxs.made(build)) == ["Led the team"]


def test_a_long_chain_of_styles_is_not_followed_to_its_end() -> None:
    """3,000 paragraphs with 3,000 styles take half a minute if it is."""
    hidden = '<w:style w:type="paragraph" w:styleId="S0"><w:rPr><w:vanish/></w:rPr></w:style>'
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n - 1}"/></w:style>' for n in range(1, 201)
    )
    text = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="S{n}"/></w:pPr>{run(word)}</w:p>' for n, word in ((10, "near"), (200, "far"))
    )
    data = docxs.changed(
        with_body(text), "word/styles.xml", lambda xml: xml.replace("</w:styles>", f"{hidden}{chain}</w:styles>")
    )
    assert lines_of(data) == ["far"]
