"""The page of a run: every document has its row, every figure is right, and nothing in a name does anything."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from lxml import html as markup

from matcher.batch.exports import Results, html
from matcher.batch.exports.figures import MOST_NAMED
from matcher.batch.ledger import Line
from matcher.core.model import Engine
from matcher.errors import DocumentEmptyError
from matcher.writers.outcome import NOTICES
from tests.batch.results import CDO, CYBER, assessed, failed, gap, reference, results, skipped

HOSTILE = (
    "<img src=x onerror=alert(1)>.pdf",
    "\"'><script>alert(1)</script>.txt",
    "{{ 7 * 7 }}{% raw %}.txt",
    "\u202egpj.exe\x00\x1b[31m\u2028.pdf",
    "</style></script><!-- -->.md",
    "\udcff.txt",
)


def written(run: Results) -> bytes:
    stream = io.BytesIO()
    html.write(run, stream)
    return stream.getvalue()


def page(*lines: Line) -> markup.HtmlElement:
    return markup.document_fromstring(written(results(*lines)).decode("utf-8"))


def said(element: markup.HtmlElement) -> str:
    """The words of an element, white space folded."""
    return " ".join(element.text_content().split())


def rows(tree: markup.HtmlElement) -> list[markup.HtmlElement]:
    return list(tree.xpath("//table[contains(@class, 'grid')]/tbody/tr"))


def cells(row: markup.HtmlElement) -> list[str]:
    return [said(cell) for cell in row.xpath("td")]


def test_every_document_has_its_row_in_the_order_of_the_run() -> None:
    tree = page(assessed("b/kim.txt"), failed("a.pdf"), skipped("pipe", "it is no ordinary file."), assessed("z.txt"))
    names = [said(row.xpath("th")[0]) for row in rows(tree)]
    assert names == ["1 b/kim.txt", "2 a.pdf", "3 pipe", "4 z.txt"]
    assert said(tree.xpath("//h1")[0]) == "Four documents, five roles"
    assert said(tree.xpath("//*[@class='docline']")[0]) == "2 assessed, 2 not assessed, 0 copies"


def test_a_row_has_a_cell_a_role_with_points_shade_band_and_the_best_in_words() -> None:
    row = rows(page(assessed("kim.txt", {CDO: 72.46, CYBER: 31.0}, [gap("data_governance")])))[0]
    ids = [profile.id for profile in reference().profiles]
    best, second = row.xpath("td")[ids.index(CDO)], row.xpath("td")[ids.index(CYBER)]
    assert (said(best), best.get("class")) == ("72.5 strong, best role", "h4 s b")
    assert (said(second), second.get("class")) == ("31.0 partial", "h2 p")
    assert cells(row)[-2:] == ["41.5", reference().skills["data_governance"].preferred_label]
    assert len(row.xpath("td")) == len(ids) + 2


def test_a_tie_is_said_and_nothing_shown_has_no_best_role() -> None:
    tied, nothing = rows(page(assessed("tied.txt", {CDO: 50.0, CYBER: 48.0}), assessed("cook.txt", {})))
    assert [cell for cell in cells(tied) if "tied for the best role" in cell] == [
        "48.0 partial, tied for the best role",
        "50.0 partial, tied for the best role",
    ]
    assert cells(tied)[-2] == "tied"
    assert cells(nothing) == ["0.0 weak"] * len(reference().profiles) + ["–", "–"]


def test_copies_and_odd_readings_are_told_in_the_row() -> None:
    tree = page(assessed("a.txt"), assessed("x/b.txt", original="a.txt", warnings=("hidden_text",)))
    assert said(rows(tree)[1].xpath("th")[0]) == "2 x/b.txt copy of a.txt Check the reading: hidden text"
    assert rows(tree)[1].get("class") == "s c k"
    assert "1 copy" in said(tree.xpath("//*[@class='docline']")[0])


def test_what_could_not_be_assessed_is_grouped_with_reason_and_way_out() -> None:
    empty = DocumentEmptyError("", "the file is empty.")
    tree = page(
        failed("a.pdf"), failed("e.txt", empty), failed("b.pdf"), failed("c.pdf", original="b.pdf"), assessed("k")
    )
    groups = tree.xpath("//section[@class='failure']")
    assert [said(group.xpath("h3")[0]) for group in groups] == [
        "Document scanned 3 documents",
        "Document empty 1 document",
    ]
    assert "Run OCR on it first" in said(groups[0].xpath("p")[0])
    assert "document_scanned" in said(groups[0].xpath("p")[0])
    assert [said(item) for item in groups[0].xpath("ul/li")] == [
        "1 a.pdfno text was found.",
        "3 b.pdfno text was found.",
        "4 c.pdf copy of b.pdfno text was found.",
    ]
    assert cells(rows(tree)[1]) == ["Not assessed: the file is empty.", "–", empty.way_out]


def test_many_failures_are_counted_and_the_rest_left_to_the_table() -> None:
    tree = page(*(failed(f"{n}.pdf") for n in range(MOST_NAMED + 7)))
    group = tree.xpath("//section[@class='failure']")[0]
    assert len(group.xpath("ul/li")) == MOST_NAMED
    assert said(group.xpath("p")[-1]) == "And 7 more: the table names all of them."
    assert len(rows(tree)) == MOST_NAMED + 7


def lacks(tree: markup.HtmlElement, role_id: str) -> tuple[str, list[str]]:
    """Of which documents, and what they do not show."""
    title = next(p.title for p in reference().profiles if p.id == role_id)
    block = next(b for b in tree.xpath("//*[@class='lack']") if said(b.xpath("h3")[0]) == title)
    return said(block.xpath("p")[0]), [" ".join(said(c) for c in row) for row in block.xpath(".//tbody/tr")]


def label(skill_id: str) -> str:
    return reference().skills[skill_id].preferred_label


def test_missing_skills_are_counted_over_documents_that_suit_the_role() -> None:
    governance, sql = gap("data_governance", "important"), gap("data_strategy", "essential")
    tree = page(
        assessed("a", {CDO: 70.0}, [governance, sql]),
        assessed("b", {CDO: 40.0}, [governance, gap("data_quality", "essential", "partly")]),
        assessed("c", {CDO: 45.0}, [gap("data_governance", "important", "claimed")]),
        assessed("copy of a", {CDO: 70.0}, [governance, sql], original="a"),
        assessed("too weak", {CDO: 20.0}, [governance, sql]),
        assessed("other role", {CYBER: 70.0}, [governance, sql]),
    )
    assert lacks(tree, CDO) == (
        "Of 3 documents with at least partial evidence whose best role it is",
        [
            f"{label('data_strategy')} essential 1 33 %",
            f"{label('data_governance')} important 3 100 %1 list it only",
        ],
    )


def test_where_no_document_suits_a_role_missing_skills_are_counted_over_all() -> None:
    tree = page(assessed("a", {CDO: 70.0}, [gap("data_strategy")]), assessed("b", {CDO: 10.0}))
    told, found = lacks(tree, CYBER)
    assert "of all 2 documents" in told
    assert found == [f"{label('data_strategy')} essential 1 50 %"]


def test_distributions_count_documents_in_tens_without_copies_and_say_so_in_words() -> None:
    points = (0.0, 9.94, 9.96, 60.0, 100.0)
    tree = page(*(assessed(f"{n}", {CDO: p}) for n, p in enumerate(points)), assessed("c", {CDO: 60.0}, original="3"))
    at = [profile.id for profile in reference().profiles].index(CDO)
    told = tree.xpath("//*[contains(@class, 'hist')]/@aria-label")[at]
    counts = [int(n) for n in re.findall(r": (\d+)(?:;|$)", told.removeprefix("Documents by points:"))]
    assert counts == [2, 1, 0, 0, 0, 0, 1, 0, 0, 1]
    bands = said(tree.xpath("//*[@class='bands']")[at])
    assert bands == "2 strong 0 partial 3 weak"


def test_the_notices_stand_before_the_table() -> None:
    text = said(page(assessed("a")))
    assert all(text.index(notice) < text.index("Document by document") for notice in NOTICES)
    assert text.index("Read people before you rank them") < text.index("Document by document")


def shape(tree: markup.HtmlElement) -> list[tuple[str, dict[str, str]]]:
    """All elements with their attributes, but for the one around the folder of a name."""
    folders = set(tree.xpath("//bdi/i"))
    return [(str(e.tag), dict(e.attrib)) for e in tree.iter() if e not in folders]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_inert(name: str) -> None:
    run = (assessed(name), assessed("x", original=name), failed(name), failed("y", original=name), skipped(name, "no."))
    plain = page(
        assessed("n"), assessed("x", original="n"), failed("n"), failed("y", original="n"), skipped("n", "no.")
    )
    tree = page(*run)
    assert shape(tree) == shape(plain)
    text = written(results(*run)).decode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)
    assert "7 * 7" in text or "7 * 7" not in name


def test_it_loads_nothing_and_runs_only_its_own_script() -> None:
    text = written(results(assessed("a"), failed("b"))).decode()
    assert not re.findall(r"(?:https?:)?//[\w.]+\.\w+/", text)
    assert not re.findall(r"\b(?:src|srcset|action|data|poster)=", text)
    assert {link for link in re.findall(r'href="([^"]*)"', text) if not link.startswith("#")} == set()
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)[0]
    assert policy.startswith("default-src &#39;none&#39;; script-src &#39;sha256-")
    assert "unsafe" not in policy
    assert " style=" not in text
    assert not re.findall(r"<[^>]* on\w+=", text.split("<script>")[0])


def test_the_same_results_give_the_same_bytes() -> None:
    run = results(assessed("a", {CDO: 40.0}, [gap("data_strategy")]), failed("b"), skipped("c", "no."))
    assert written(run) == written(run)


def test_a_run_in_which_nothing_was_assessed() -> None:
    tree = page(failed("a.pdf"), skipped("b", "it is no ordinary file."))
    assert "Nothing could be assessed" in said(tree)
    assert len(rows(tree)) == 2
    assert not tree.xpath("//*[contains(@class, 'hist') or @id='lacks']")
    assert {link[1:] for link in tree.xpath("//a/@href")} <= set(tree.xpath("//@id"))


def test_rows_are_made_while_the_page_is_written() -> None:
    """Memory does not grow with the run: when the last document is asked for, the first rows are written already."""
    stream = io.BytesIO()
    ahead = []

    def lines() -> Iterator[Line]:
        for n in range(2000):
            ahead.append(stream.tell())
            yield assessed(f"{n}.txt") if n % 50 == 0 else failed(f"{n}.txt")

    data = reference()
    html.write(Results(lines, Engine("1", "1", "0"), data.profiles, data.skills), stream)
    assert ahead[1999] == 0, "the first time is for the figures"
    assert ahead[-1] > 0.7 * stream.tell()
    assert len(stream.getvalue()) < 100_000 + 2000 * 1000
