"""The pages in a real browser: the whole task with script and without, by keyboard, on paper, and for everybody.

Needs Debian's `chromium` and playwright. Where they are missing the tests are skipped; MATCHER_BROWSER=required makes
that a failure.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from flask import Flask

from tests.entrypoints.test_job_description import ADVERT
from tests.web.serving import DAMAGED, DATA, EXAMPLES, SECURITY, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
JONAS = EXAMPLES / "jonas-security.pdf"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
FILES = [
    {"name": "ada.txt", "mimeType": "text/plain", "buffer": SECURITY.encode()},
    {"name": "cut-off.pdf", "mimeType": "application/pdf", "buffer": DAMAGED},
    {"name": "kim.txt", "mimeType": "text/plain", "buffer": DATA.encode()},
]
OpenPage = Callable[..., "Page"]


def missing(what: str) -> NoReturn:
    """Skips, or fails where a browser is required."""
    message = f"{what} is missing; the pages were not tried in a browser"
    if os.environ.get("MATCHER_BROWSER") == "required":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def origin(app: Flask) -> Iterator[str]:
    """The application, served on this machine."""
    with served(app) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    if CHROMIUM is None:
        missing("chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def open_page(origin: str, browser: Browser) -> Iterator[OpenPage]:
    """Opens an address of the site. Afterwards: nothing left the origin, nothing broke, no cookie was set."""
    contexts, asked, said = [], list[str](), list[str]()

    def opened(path: str = "/", script: bool = True, look: str = "light", **options: Any) -> Page:
        context = browser.new_context(java_script_enabled=script, color_scheme=look, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        context.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(origin + path)
        return page

    yield opened
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
    assert asked
    assert [url for url in asked if not url.startswith((f"{origin}/", "data:"))] == []
    assert [line for line in said if "Failed to load resource" not in line] == []
    assert cookies == []


def sent(page: Page, *files: Any, text: str = "") -> Page:
    """The page that the form leads to."""
    if files:
        page.set_input_files("#resume", list(files))
    if text:
        page.fill("#text", text)
    with page.expect_navigation():
        page.click("button")
    return page


def names(page: Page) -> list[str]:
    """The documents of the comparison that are seen, in their order."""
    return [link.inner_text() for link in page.locator(".row .doc a").all() if link.is_visible()]


@pytest.mark.parametrize("script", [False, True])
def test_a_file_is_answered_and_every_point_leads_to_its_words(open_page: OpenPage, script: bool) -> None:
    page = sent(open_page(script=script), JONAS)
    assert page.inner_text("h1") == "Strong evidence for AI-Powered Cybersecurity Manager"
    assert page.locator("#panel-1").is_visible()
    assert not page.locator("#panel-2").is_visible()
    cite = page.locator("#panel-1 a.cite:visible").nth(2)
    quoted = cite.locator("mark").inner_text()
    cite.click()
    target = page.locator(".reading mark:target")
    assert target.is_visible()
    assert target.inner_text().split() == quoted.split()
    assert in_sight(page, ".reading mark:target")
    page.locator(".reading mark:target + a.b1").click()
    assert page.locator(".req:target").is_visible()
    page.click("label[for=pick-2]")
    assert page.locator("#panel-2").is_visible()
    assert not page.locator("#panel-1").is_visible()


@pytest.mark.parametrize("script", [False, True])
def test_what_is_saved_is_inside_the_page(open_page: OpenPage, script: bool) -> None:
    page = sent(open_page(script=script), text=SECURITY)
    saved = {}
    for link in page.locator(".downloads a").all():
        with page.expect_download() as waiting:
            link.click()
        saved[waiting.value.suggested_filename] = waiting.value.path().read_text("utf-8")
    assert sorted(saved) == ["pasted-text.csv", "pasted-text.html", "pasted-text.json"]
    assert '"schema": "match-report/1"' in saved["pasted-text.json"]
    assert saved["pasted-text.html"].startswith("<!doctype html>")
    assert "anomaly" in saved["pasted-text.csv"]


@pytest.mark.parametrize("script", [False, True])
def test_several_files_are_compared_put_in_order_and_narrowed(open_page: OpenPage, script: bool) -> None:
    page = sent(open_page(script=script), *FILES)
    assert page.inner_text("h1") == "Three documents, five roles"
    assert names(page) == ["ada.txt", "cut-off.pdf", "kim.txt"]
    page.get_by_role("radio", name="Chief Data Officer").check()
    assert names(page) == ["kim.txt", "ada.txt", "cut-off.pdf"]
    if script:
        assert page.get_attribute("th:has-text('Chief Data Officer')", "aria-sort") == "descending"
    page.check("#f-partial")
    assert names(page) == ["kim.txt"]
    if script:
        assert page.inner_text("[data-count]") == "1 of 3 documents shown"
    page.check("#f-all")
    page.check("#f-warn")
    assert names(page) == ["cut-off.pdf"]
    page.check("#f-blind")
    assert names(page) == ["Document 2"]
    page.click(".row:visible .doc a")
    assert page.locator("#d2").is_visible()
    assert "save or export it again" in page.inner_text("#d2")


def test_the_archive_holds_a_page_and_json_for_each_document(open_page: OpenPage) -> None:
    page = sent(open_page(), *FILES)
    with page.expect_download() as waiting:
        page.click(".downloads a:has-text('ZIP')")
    with zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes())) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "comparison.csv",
            *("01-ada.html", "01-ada.json", "02-cut-off.html", "02-cut-off.json", "03-kim.html", "03-kim.json"),
        ]


@pytest.mark.parametrize("script", [False, True])
def test_what_cannot_be_read_is_said_with_the_way_out_and_the_form_again(open_page: OpenPage, script: bool) -> None:
    page = sent(open_page(script=script), FILES[1])
    assert page.inner_text("h1") == "Not assessable: it cannot be opened"
    assert "save or export it again" in page.inner_text(".problem")
    sent(page, text=DATA)
    assert "Chief Data Officer" in page.inner_text("h1")


def test_what_was_typed_is_kept_when_it_was_too_little(open_page: OpenPage) -> None:
    page = sent(open_page(script=False), text="Robin. Cook.")
    assert "too little text" in page.inner_text("h1")
    assert page.input_value("#text") == "Robin. Cook."


def test_the_whole_task_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page()
    press(page, "Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    press(page, "Enter")
    until(page, "document.activeElement.id === 'resume'")
    until(page, "document.activeElement.id === 'text'")
    page.keyboard.insert_text(SECURITY)
    until(page, "document.activeElement.matches('summary')")
    press(page, "Enter")
    until(page, "document.activeElement.id === 'evidence'")
    until(page, "document.activeElement.matches('button')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'pick-1'")
    press(page, "ArrowDown")
    assert page.locator("#panel-2").is_visible()
    press(page, "ArrowUp")
    until(page, "document.activeElement.matches('#panel-1 .cite')")
    press(page, "Enter")
    assert in_sight(page, ".reading mark:target")
    until(page, "document.activeElement.matches('.reading a.back')")
    press(page, "Enter")
    assert page.locator(":is(.req, .absent li):target").is_visible()


def test_the_comparison_by_keyboard_alone(open_page: OpenPage) -> None:
    page = sent(open_page(), *FILES)
    until(page, "document.activeElement.id === 'f-all'")
    press(page, "ArrowRight")
    assert names(page) == ["ada.txt", "kim.txt"]
    until(page, "document.activeElement.id === 'o-0'")
    for _ in range(3):
        press(page, "ArrowRight")
    assert names(page) == ["kim.txt"]
    until(page, "document.activeElement.matches('.doc a')")
    press(page, "Enter")
    assert page.locator("#d3").is_visible()


def press(page: Page, key: str) -> None:
    """One key; afterwards whoever has the focus shows it."""
    page.keyboard.press(key)
    shown = """() => { const at = document.activeElement;
        const seen = [at, at.nextElementSibling].filter((e) => e).map((e) => getComputedStyle(e));
        const outlined = (look) => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
        return at.matches('body, main') || seen.some(outlined); }"""
    assert page.evaluate(shown), (
        f"focus is not shown on {page.evaluate('document.activeElement.outerHTML.slice(0, 99)')}"
    )


def until(page: Page, condition: str, most: int = 250) -> None:
    """Goes on with Tab until the condition is true."""
    for _ in range(most):
        press(page, "Tab")
        if page.evaluate(condition):
            return
    pytest.fail(f"never came to {condition}")


def test_files_can_be_dropped_and_what_is_not_read_is_said_at_once(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate("""() => { const moved = new DataTransfer();
        moved.items.add(new File(['x'.repeat(3000)], 'ada.txt'));
        moved.items.add(new File(['x'], 'photo.jpeg'));
        const box = document.querySelector('[data-drop]');
        box.dispatchEvent(new DragEvent('drop', {dataTransfer: moved, bubbles: true, cancelable: true})); }""")
    assert page.evaluate("document.querySelector('#resume').files.length") == 2
    assert [re.sub(r"\s+", " ", row) for row in page.locator(".chosen li").all_inner_texts()] == [
        "ada.txt 3 KiB",
        "photo.jpeg is of a kind that is not read",
    ]
    assert page.inner_text("[data-said]") == "2 chosen. photo.jpeg is of a kind that is not read"


def test_a_form_on_its_way_says_so_and_is_not_sent_twice(open_page: OpenPage) -> None:
    page = open_page()
    page.set_input_files("#resume", JONAS)
    posts = []
    page.route("**/", lambda route: posts.append(route))  # answered by nobody
    said = page.evaluate("""() => { const button = document.querySelector('button');
        button.click(); button.click(); button.click();
        const busy = document.querySelector('[data-busy]');
        return [busy.checkVisibility(), busy.innerText.trim()]; }""")
    assert said == [True, "Sending and reading 1 file, 19 KiB …"]
    page.wait_for_timeout(200)
    assert len(posts) == 1
    posts[0].abort()


PAGES: dict[str, tuple[str, tuple[Any, ...]]] = {
    "form": ("/", ()),
    "answer": ("/", (JONAS,)),
    "comparison": ("/", tuple(FILES)),
    "job": ("/", (JONAS,)),
    "comparison for a job": ("/", tuple(FILES)),
    "refusal": ("/", (FILES[1],)),
    "roles": ("/r", ()),
    "role": ("/r/chief_data_officer", ()),
    "how": ("/how", ()),
    "api": ("/docs", ()),
    "not found": ("/nowhere", ()),
}


def shown(open_page: OpenPage, name: str, **options: Any) -> Page:
    """One of `PAGES` with all that is folded open."""
    path, files = PAGES[name]
    page = open_page(path, **options)
    if "job" in name:
        page.fill("#job", ADVERT)
    if files:
        sent(page, *files)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    return page


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page: OpenPage, name: str) -> None:
    page = shown(open_page, name)
    page.evaluate(AXE.read_text("utf-8"))
    for look, size in (("light", WIDE), ("dark", WIDE), ("light", PHONE)):
        page.emulate_media(color_scheme=look)  # type: ignore[arg-type]
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert violations(page) == [], f"{look}, {size['width']} px wide"
    if name == "answer":
        page.locator("#panel-1 a.cite:visible").first.click()
        assert violations(page) == [], "with a quote followed"


def test_axe_would_find_something(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate(AXE.read_text("utf-8"))
    page.evaluate("document.querySelector('h1').style.color = '#ddd'; document.querySelector('label').remove()")
    assert {found.partition(":")[0] for found in violations(page)} >= {"color-contrast", "label"}


def violations(page: Page) -> list[str]:
    """Rule and place of whatever axe objects to; all its rules but experimental ones."""
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_on_a_narrow_screen_or_in_large_letters(open_page: OpenPage, name: str) -> None:
    page = shown(open_page, name, viewport=PHONE)
    assert sticking_out(page) == []
    page.set_viewport_size({"width": 320, "height": 740})
    assert sticking_out(page) == []
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert sticking_out(page) == []


def sticking_out(page: Page) -> list[str]:
    """What is wider than the window."""
    out: list[str] = page.evaluate("""() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
        .map((e) => e.outerHTML.slice(0, 120)).slice(0, 5)""")
    return out


def in_sight(page: Page, selector: str) -> bool:
    """Whether an element is within the window."""
    box = page.locator(selector).bounding_box()
    height = page.viewport_size["height"] if page.viewport_size else 0
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= height


@pytest.mark.parametrize("script", [False, True])
def test_paper_has_every_requirement_of_the_chosen_role_and_the_whole_text(open_page: OpenPage, script: bool) -> None:
    page = sent(open_page(script=script), text=SECURITY)
    labels = "els => els.map(e => (e.matches('b') ? e : e.firstChild).textContent.trim())"
    wanted = page.eval_on_selector_all("#panel-1 .rq-t b, #panel-1 .absent li", labels)
    assert len(wanted) > 40
    paper = on_paper(page)
    assert [label for label in wanted if squeezed(label) not in paper] == []
    assert [line for line in SECURITY.splitlines() if line[:1] == "-" and squeezed(line[2:30]) not in paper] == []


def test_paper_has_every_document_of_a_comparison(open_page: OpenPage) -> None:
    page = sent(open_page(), *FILES)
    quotes = page.locator(".card-in q").all_text_contents()
    paper = on_paper(page)
    assert len(quotes) > 4
    for told in ("ada.txt", "kim.txt", "Not assessable: the PDF is damaged", "What would raise it most", *quotes):
        assert squeezed(told) in paper


def on_paper(page: Page) -> str:
    """The words of the printed page, without spaces."""
    from pdfminer.high_level import extract_text

    return squeezed(extract_text(io.BytesIO(page.pdf(prefer_css_page_size=True))))


def squeezed(text: str) -> str:
    """Without white space and ligatures, in small letters: paper breaks lines where it likes."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
