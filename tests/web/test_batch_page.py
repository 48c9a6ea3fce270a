"""The page of a run in a real browser: with script and without, for everybody, and on paper. See test_browser.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from matcher.batch.exports import html
from tests.batch.results import CDO, CYBER, assessed, failed, gap, results
from tests.web.test_browser import AXE, PHONE, WIDE, browser, on_paper, squeezed, sticking_out, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["browser"]  # a fixture

HOSTILE = "<img src=x onerror=document.title='run'>.txt"
SMALL = (
    assessed("mid/kim.txt", {CDO: 45.0, CYBER: 12.0}, [gap("data_strategy", status="claimed"), gap("data_quality")]),
    assessed("ada10.txt", {CYBER: 91.0}, warnings=("hidden_text",)),
    failed("scan.pdf"),
    assessed("ada9.txt", {CDO: 88.0, CYBER: 86.0}),
    assessed("copy.txt", {CDO: 88.0, CYBER: 86.0}, original="ada9.txt"),
    assessed(HOSTILE, {}),
)
OpenRun = Callable[..., "Page"]


@pytest.fixture
def open_run(browser: Browser, tmp_path: Path) -> Iterator[OpenRun]:
    """Opens the page of a run from its file. Afterwards: nothing was asked for, nothing broke."""
    contexts, asked, said = [], list[str](), list[str]()

    def opened(*lines: Any, script: bool = True, look: str = "light", **options: Any) -> Page:
        path = tmp_path / "report.html"
        with path.open("wb") as stream:
            html.write(results(*(lines or SMALL)), stream)
        context = browser.new_context(java_script_enabled=script, color_scheme=look, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        context.on("console", lambda message: said.append(message.text))
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert {url.rpartition("/")[2] for url in asked} == {"report.html"}
    assert said == []


def numbers(page: Page) -> list[int]:
    """The documents that are seen, by their number in the run, in their order."""
    return [int(row.inner_text()) for row in page.locator(".grid tbody th b").all() if row.is_visible()]


def test_all_is_there_without_script(open_run: OpenRun) -> None:
    page = open_run(script=False)
    assert numbers(page) == [1, 2, 3, 4, 5, 6]
    assert page.locator("[data-js]:visible").count() == 0
    assert page.locator(".grid button").count() == 0
    page.check("#f-p")
    assert numbers(page) == [1]
    page.check("#f-n")
    assert numbers(page) == [3]
    page.check("#f-all")
    page.check("#f-copies")
    assert numbers(page) == [1, 2, 3, 4, 6]
    page.check("#f-blind")
    assert "ada" not in page.inner_text("main")


def test_every_column_puts_the_rows_in_order(open_run: OpenRun) -> None:
    page = open_run()
    assert numbers(page) == [1, 2, 3, 4, 5, 6]
    cdo = page.get_by_role("button", name="Chief Data Officer")
    cdo.click()
    assert numbers(page) == [4, 5, 1, 2, 6, 3], "equals as in the run, no score last"
    assert page.get_attribute("th:has-text('Chief Data Officer')", "aria-sort") == "descending"
    cdo.click()
    assert numbers(page) == [2, 6, 1, 4, 5, 3]
    assert page.get_attribute("th:has-text('Chief Data Officer')", "aria-sort") == "ascending"
    page.get_by_role("button", name="Document").click()
    assert numbers(page) == [6, 4, 2, 5, 1, 3]
    assert page.locator("[aria-sort]").count() == 1
    page.get_by_role("button", name="Lead").click()
    assert numbers(page)[0] == 2
    page.select_option("#f-order", "best")
    assert numbers(page) == [2, 4, 5, 1, 6, 3]
    page.select_option("#f-order", "run")
    assert numbers(page) == [1, 2, 3, 4, 5, 6]
    assert page.locator("[aria-sort]").count() == 0


def test_rows_are_narrowed_by_band_role_and_name(open_run: OpenRun) -> None:
    page = open_run()
    page.check("#f-s")
    assert numbers(page) == [2, 4, 5]
    page.select_option("#f-role", label="Chief Data Officer")
    assert numbers(page) == [4, 5]
    page.fill("#f-name", "ADA")
    assert numbers(page) == [4]
    assert page.inner_text(".shown-of") == "Shown: 1 that fit, of 6 documents. Order: as in the run."
    page.check("#f-all")
    page.fill("#f-name", "")
    page.check("#f-check")
    assert numbers(page) == [2, 3]


def test_a_long_run_is_shown_in_parts_and_printed_whole(open_run: OpenRun) -> None:
    page = open_run(*(assessed(f"{n:03d}.txt", {CDO: n / 5}) for n in range(450)))
    assert page.locator(".grid tbody tr").count() == 200
    assert page.inner_text(".shown-of") == "Shown: the first 200 of 450 documents. Order: as in the run."
    page.click("#more")
    assert page.locator(".grid tbody tr").count() == 400
    page.click("#more")
    assert page.locator(".grid tbody tr").count() == 450
    assert not page.locator("#more").is_visible()
    page.get_by_role("button", name="Chief Data Officer").click()
    assert numbers(page)[0] == 450, "all are ordered, not only those shown"
    assert page.locator(".grid tbody tr").count() == 200
    paper = on_paper(page)
    assert "000.txt" in paper
    assert "449.txt" in paper
    assert page.locator(".grid tbody tr").count() == 200


def test_a_name_does_nothing(open_run: OpenRun) -> None:
    page = open_run()
    page.select_option("#f-order", "name")
    assert page.title() == "6 documents, 5 roles"
    assert page.locator("img").count() == 0
    assert HOSTILE in page.inner_text(".grid")


@pytest.mark.parametrize("script", [False, True])
def test_paper_has_documents_failures_and_what_is_missing(open_run: OpenRun, script: bool) -> None:
    paper = on_paper(open_run(script=script))
    for told in ("ada10.txt", "scan.pdf", "Run OCR on it first", "Not shown most often", "Read people before you rank"):
        assert squeezed(told) in paper


def test_axe_finds_nothing_and_nothing_sticks_out(open_run: OpenRun) -> None:
    page = open_run()
    page.get_by_role("button", name="Chief Data Officer").click()
    page.evaluate(AXE.read_text("utf-8"))
    for look, size in (("light", WIDE), ("dark", WIDE), ("light", PHONE), ("dark", PHONE)):
        page.emulate_media(color_scheme=look)  # type: ignore[arg-type]
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert violations(page) == [], f"{look}, {size['width']} px wide"
        assert sticking_out(page) == []
    page.set_viewport_size({"width": 320, "height": 740})
    assert sticking_out(page) == []
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert sticking_out(page) == []


def test_it_can_be_used_by_keyboard(open_run: OpenRun) -> None:
    page = open_run()
    head = page.get_by_role("button", name="Chief Data Officer")
    head.focus()
    page.keyboard.press("Enter")
    assert numbers(page)[0] == 4
    assert head.evaluate("e => e === document.activeElement"), "the focus stays"
    look = head.evaluate("e => getComputedStyle(e).outlineStyle + ' ' + getComputedStyle(e).outlineWidth")
    assert re.fullmatch(r"solid [2-9](\.\d+)?px", look)
