"""The pages without a browser: what they say, whatever was sent, and that nothing of it can break them."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher import Matcher
from matcher.core.model import MatchReport, NotAssessable
from matcher.core.scoring.what_if import with_next_bands
from matcher.entrypoints.web import answering, assets, refusals
from matcher.errors import BusyError, DocumentError
from matcher.writers import WRITERS, comparison, html
from matcher.writers.comparison import Comparison
from tests.builders import resume
from tests.web.serving import DAMAGED, DATA, EXAMPLES, SECURITY
from tests.writers.test_html import HOSTILE, NOT_ASSESSABLE, SKILLS, Element, parsed, report

HTML = {"Accept": "text/html"}


def post(client: FlaskClient, *files: tuple[bytes, str], **fields: str | list[str]) -> tuple[int, Element]:
    """Status and page of the answer to the form."""
    parts = [(f'resume"; filename="{name}', data) for data, name in files]
    for name, values in fields.items():
        parts += [(name, value.encode()) for value in ([values] if isinstance(values, str) else values)]
    # not by the client: it keeps large files in temporary ones and leaves them open
    body = b"".join(
        f'--limit\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value + b"\r\n"
        for name, value in parts
    )
    answer = client.post(
        "/", data=body + b"--limit--\r\n", content_type="multipart/form-data; boundary=limit", headers=HTML
    )
    assert answer.mimetype == "text/html"
    return answer.status_code, parsed(answer.get_data(as_text=True))


def got(client: FlaskClient, path: str) -> tuple[int, Element]:
    """Status and page at an address."""
    answer = client.get(path, headers=HTML)
    return answer.status_code, parsed(answer.get_data(as_text=True))


def heading(page: Element) -> str:
    """The one main heading."""
    (found,) = page.all("h1")
    return found.text


def saved(page: Element) -> dict[str, bytes]:
    """What can be saved from a page, by file name."""
    links = [e.attributes for e in page.all("a") if "download" in e.attributes]
    return {a["download"] or "": base64.b64decode((a["href"] or "").partition("base64,")[2]) for a in links}


def every_page(client: FlaskClient) -> Iterator[Element]:
    """One page of each kind."""
    for path in ("/", "/r", "/r/chief_data_officer", "/how", "/nowhere"):
        yield got(client, path)[1]
    yield post(client, text=SECURITY)[1]
    yield post(client, (SECURITY.encode(), "a.txt"), (DAMAGED, "b.pdf"), (DATA.encode(), "c.txt"))[1]
    yield post(client, (DAMAGED, "b.pdf"))[1]
    yield post(client)[1]


def test_the_form_says_limits_and_promise_before_the_upload_and_what_is_read(client: FlaskClient) -> None:
    page = client.get("/", headers=HTML).get_data(as_text=True)
    promise, upload = page.index("Nothing is stored"), page.index('type="file"')
    assert promise < upload
    assert "6 MiB and 30 pages a file, 20 files at once" in page[:upload]
    assert 'accept=".pdf,.docx' in page


def test_pages_are_whole_have_unique_ids_and_one_heading_and_skip_no_level(client: FlaskClient) -> None:
    for page in every_page(client):
        ids = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
        assert len(ids) == len(set(ids))
        levels = [int(e.tag[1]) for e in page.all() if re.fullmatch("h[1-6]", e.tag)]
        assert levels.count(1) == 1
        assert all(deeper <= upper + 1 for upper, deeper in zip([0, *levels], levels, strict=False))
        fragments = {e.attributes["href"] for e in page.all() if (e.attributes.get("href") or "").startswith("#")}
        assert {link[1:] for link in fragments if link} <= {*ids, "-"}
        labelled = {e.attributes.get("for") for e in page.all("label")}
        controls = [e.attributes for e in page.all() if e.tag in {"input", "textarea"}]
        assert {control["id"] for control in controls} <= labelled


def test_no_page_has_script_or_style_of_its_own_or_anything_of_another_host(client: FlaskClient) -> None:
    for page in every_page(client):
        assert not list(page.all("style"))
        assert not [e for e in page.all() for name in e.attributes if name == "style" or name.startswith("on")]
        assert [e.text for e in page.all("script")] == [""]
        loaded = [
            e.attributes.get("src") or e.attributes.get("href") for e in page.all() if e.tag in {"script", "link"}
        ]
        assert all((address or "").startswith("/static/") for address in loaded)
        outside = [e.attributes["href"] for e in page.all("a") if "//" in (e.attributes.get("href") or "")[:30]]
        assert not outside


def test_every_way_in_the_site_leads_somewhere(client: FlaskClient) -> None:
    links = {e.attributes["href"] for page in every_page(client) for e in page.all() if "href" in e.attributes}
    for link in sorted(link for link in links if link and link[0] == "/"):
        assert client.get(link, headers=HTML).status_code == 200, link


def test_assets_come_with_their_type_and_may_be_kept_until_they_change(client: FlaskClient) -> None:
    page = got(client, "/")[1]
    for element in (*page.all("link"), *page.all("script")):
        address = element.attributes.get("href") or element.attributes.get("src") or ""
        answer = client.get(address)
        assert answer.headers["Cache-Control"] == f"public, max-age={assets.MOST_AGE}, immutable"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.mimetype in {"text/css", "text/javascript", "image/svg+xml"}
        again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304
    assert client.get("/static/app.css?v=old").headers["Cache-Control"] == "no-cache"
    assert client.get("/static/..%2fapp.css").status_code == 404


def test_the_answer_is_the_report_and_its_downloads_are_those_of_the_command_line(
    client: FlaskClient, matcher: Matcher
) -> None:
    data = (EXAMPLES / "jonas-security.pdf").read_bytes()
    status, page = post(client, (data, "jonas.pdf"))
    assert status == 200
    assert heading(page) == "Strong evidence for AI-Powered Cybersecurity Manager"
    outcome = matcher.match_bytes(data, "jonas.pdf")
    assert isinstance(outcome, MatchReport)
    lifted = with_next_bands(outcome, matcher.profiles, matcher.skills)
    expected = {
        f"jonas{writer.suffix}": writer.write(lifted if writer.tells_what_if else outcome, matcher.skills)
        for writer in (WRITERS[form] for form in ("html", "json", "csv"))
    }
    assert saved(page) == {name: text.encode() for name, text in expected.items()}


def test_quotes_and_roles_can_be_left_out(client: FlaskClient) -> None:
    _, page = post(client, text=SECURITY, evidence="false", role=["chief_data_officer", "ai_cybersecurity_manager"])
    assert len(list(page.all("section", "panel"))) == 2
    everything = unescape(str(page.text)) + b" ".join(saved(page).values()).decode()
    assert "fourteen analysts" not in everything
    assert "fourteen analysts" in post(client, text=SECURITY)[1].text


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "'><img src=x>.txt", "=cmd.txt", "\u202egnp.txt", "a" * 500 + ".txt"]
)
def test_a_file_name_is_only_a_label(client: FlaskClient, name: str) -> None:
    status, page = post(client, (SECURITY.encode(), name))
    assert (status, len(saved(page))) == (200, 3)
    assert not list(page.all("img"))
    assert all(re.fullmatch(r"[\w.-]{1,70}", file) and file[0] != "." for file in saved(page))
    with_other = post(client, (SECURITY.encode(), name), (DAMAGED, name))[1]
    assert not list(with_other.all("img"))
    with zipfile.ZipFile(io.BytesIO(saved(with_other)["answers.zip"])) as archive:
        assert all(re.fullmatch(r"[\w.-]{1,75}", file) for file in archive.namelist())


@pytest.mark.parametrize(
    ("data", "name", "status", "words"),
    [
        (b"MZ\x90\0", "cv.pdf", 415, "this kind of file is not read"),
        (DAMAGED, "cv.pdf", 422, "it cannot be opened"),
        (b"Robin. Cook.", "cv.txt", 422, "there is too little text"),
        (b"", "cv.pdf", 422, "there is nothing in it"),
        (b"x" * (6 * 1024 * 1024 + 1), "cv.txt", 413, "the file is too large"),
    ],
)
def test_a_document_without_an_answer_has_why_what_now_and_the_form(
    client: FlaskClient, data: bytes, name: str, status: int, words: str
) -> None:
    found, page = post(client, (data, name))
    assert (found, heading(page)) == (status, f"Not assessable: {words}")
    (problem,) = page.all("section", "problem")
    assert "What to do now" in problem.text
    assert "not a score of 0" in problem.text
    assert list(page.all("form"))
    assert not list(page.all("section", "panel"))


def test_every_failure_of_a_document_has_a_heading() -> None:
    kinds = DocumentError.__subclasses__()
    assert {kind.code for kind in kinds} <= refusals.REASONS.keys()


def test_what_was_typed_and_chosen_is_kept(client: FlaskClient) -> None:
    text = "\n<Robin> & Cook.\n"
    _, page = post(client, text=text, evidence="false", role="chief_data_officer", job_description=" Know GDPR. ")
    resume, job = page.all("textarea")
    assert resume.text.strip() == text.strip()
    assert job.text.strip() == "Know GDPR."
    checked = [e.attributes["value"] for e in page.all("input") if "checked" in e.attributes]
    assert checked == ["chief_data_officer", "false"]


def test_an_empty_form_is_told_what_to_do(client: FlaskClient) -> None:
    status, page = post(client)
    assert (status, heading(page)) == (400, "Nothing was sent")
    assert "Choose a file, or paste the text" in next(page.all("p", "err")).text


def test_too_many_documents_are_refused_with_the_form(client: FlaskClient) -> None:
    files = [(b"x", f"{n}.txt") for n in range(answering.MOST_DOCUMENTS + 1)]
    status, page = post(client, *files, text=SECURITY)
    assert (status, heading(page)) == (413, "Too large")
    assert "fourteen analysts" in next(page.all("textarea")).text


def test_too_many_bytes_are_refused_with_the_form(client: FlaskClient) -> None:
    status, page = post(client, (b"x" * (40 * 1024 * 1024), "a.txt"))
    assert (status, heading(page)) == (413, "Too large")
    assert list(page.all("form"))


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/r/nobody", 404), ("PUT", "/", 405), ("GET", "/x", 404)]
)
def test_an_address_that_is_none_says_so_and_leads_to_the_form(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    answer = client.open(path, method=method, headers=HTML)
    page = parsed(answer.get_data(as_text=True))
    assert answer.status_code == status
    assert heading(page) == refusals.ADVICE[status][0]
    assert "/" in [e.attributes["href"] for e in next(page.all("main")).all("a")]


def test_a_busy_server_says_when_to_try_again(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(asked: object) -> None:
        raise BusyError("request", "too many documents wait already.")

    monkeypatch.setattr(answering, "answers", busy)
    answer = client.post("/", data={"text": SECURITY}, headers=HTML)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    page = parsed(answer.get_data(as_text=True))
    assert heading(page) == "Busy"
    assert "fourteen analysts" in next(page.all("textarea")).text


def test_a_fault_of_ours_quotes_nothing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(asked: object) -> None:
        raise ValueError("fourteen analysts")

    monkeypatch.setattr(answering, "answers", broken)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    answer = app.test_client().post("/", data={"text": SECURITY}, headers=HTML)
    page = parsed(answer.get_data(as_text=True))
    assert (answer.status_code, heading(page)) == (500, "Something broke on our side")
    assert "ValueError" not in page.text
    assert "fourteen" not in next(page.all("section", "problem")).text


def test_several_documents_are_compared(client: FlaskClient) -> None:
    status, page = post(client, (SECURITY.encode(), "ada.txt"), (DAMAGED, "b.pdf"), (DATA.encode(), "kim.txt"))
    assert (status, heading(page)) == (200, "Three documents, five roles")
    bodies = list(page.all("tbody", "order"))
    orders = [[next(row.all("span", "fn")).text for row in body.all("tr")] for body in bodies]
    assert len(orders) == 6
    assert orders[0] == ["ada.txt", "b.pdf", "kim.txt"]
    assert all(order[-1] == "b.pdf" for order in orders[1:])
    for column, body in enumerate(bodies[1:]):
        points = [float(next(list(row.all("td", "pt"))[column].all("b")).text) for row in list(body.all("tr"))[:-1]]
        assert points == sorted(points, reverse=True)
    failed = next(row for row in bodies[0].all("tr") if "at-none" in (row.attributes["class"] or ""))
    assert "save or export it again" in failed.text
    assert not list(failed.all("td", "pt"))
    table = list(csv.DictReader(io.StringIO(saved(page)["comparison.csv"].decode("utf-8-sig"))))
    assert [row["status"] for row in table] == ["assessed"] * 5 + ["not_assessable"] + ["assessed"] * 5
    with zipfile.ZipFile(io.BytesIO(saved(page)["answers.zip"])) as archive:
        assert json.loads(archive.read("03-kim.json"))["document"]["name"] == "kim.txt"


def test_a_comparison_of_some_roles_has_only_their_columns(client: FlaskClient) -> None:
    files = ((SECURITY.encode(), "a.txt"), (DATA.encode(), "b.txt"))
    _, page = post(client, *files, role="chief_data_officer")
    assert heading(page) == "Two documents, one role"
    assert len(list(page.all("th", "role"))) == 1


def compared(*outcomes: MatchReport | NotAssessable, matcher: Matcher) -> Comparison:
    return Comparison(outcomes, matcher.profiles, matcher.skills, True)


def test_a_document_with_no_points_leads_in_nothing(matcher: Matcher) -> None:
    cook = matcher.match_bytes((EXAMPLES / "marco-chef.md").read_bytes(), "marco.md")
    (line,) = compared(cook, matcher=matcher).lines
    assert not any(cell.is_best for cell in line.cells.values())
    assert line.lead == ""
    assert "No evidence for any role" in html.write(cook, matcher.skills)


def test_equals_stay_as_they_came_and_a_sentence_is_quoted_once(matcher: Matcher) -> None:
    one = matcher.match_text(resume(), "one")
    assert isinstance(one, MatchReport)
    two = replace(one, document=replace(one.document, name="two"))
    told = compared(one, two, NOT_ASSESSABLE, matcher=matcher)
    assert {tuple(line.name for line in order.lines) for order in told.orders} == {("one", "two", "scan.pdf")}
    words = ["".join(quote.words) for _, quote in told.lines[0].evidence]
    assert len(words) == len(set(words)) == comparison.MOST_EVIDENCE


def test_markup_in_a_comparison_is_only_text(app: Flask, matcher: Matcher, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = report(HOSTILE, name='"><script>alert(2)</script>.txt')
    monkeypatch.setattr(answering, "answers", lambda asked: [hostile, replace(NOT_ASSESSABLE, detail="<script>")])
    monkeypatch.setattr(type(app.extensions["matcher"]), "skills", property(lambda self: SKILLS))
    monkeypatch.setattr(
        type(app.extensions["matcher"]),
        "profiles",
        property(lambda self: tuple(replace(p, id=f"r{n}") for n, p in enumerate(matcher.profiles[:2], 1))),
    )
    answer = app.test_client().post("/", data={"text": "x"}, headers=HTML)
    page = parsed(answer.get_data(as_text=True))
    assert [e.text for e in page.all("script")] == [""]
    assert not list(page.all("img"))


def test_a_role_is_told_as_its_profile_says(client: FlaskClient, matcher: Matcher) -> None:
    for profile in matcher.profiles:
        status, page = got(client, f"/r/{profile.id}")
        assert (status, heading(page)) == (200, profile.title)
        for duty in (*profile.responsibilities, *profile.required_skills):
            assert duty.text in page.text
        for occupation in profile.occupations:
            assert occupation.label in page.text
            assert occupation.code in page.text
        rows = [next(row.all("th")).text for row in page.all("tr") if list(row.all("td"))]
        wanted = [matcher.skills[r.skill_id].preferred_label for area in profile.areas for r in area.requirements]
        assert rows == wanted


def test_the_templates_do_not_point_anywhere_else() -> None:
    folder = Path(__file__).resolve().parents[2] / "templates"
    for path in folder.rglob("*"):
        if path.is_file():
            found = set(re.findall(r"https?://[^\s\"')]+", path.read_text("utf-8")))
            assert found <= {"http://www.w3.org/2000/svg"}, path.name
