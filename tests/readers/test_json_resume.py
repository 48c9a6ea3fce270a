"""JSON Resume is read as the text that a theme prints of it; other and hostile JSON ends in a typed failure."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from matcher import Matcher
from matcher.errors import (
    DocumentDamagedError,
    DocumentEmptyError,
    DocumentError,
    DocumentTooExpensiveError,
    UnsupportedTypeError,
)
from matcher.readers import read
from matcher.readers.json_resume import MOST_DEPTH, MOST_ENTRIES
from tests.builders import SECURITY_WORK, resume, scores


def of(**parts: Any) -> bytes:
    return json.dumps(parts, ensure_ascii=False).encode()


def lines_of(**parts: Any) -> list[str]:
    return [line for line in read(of(**parts), "ada.json").text.split("\n") if line]


JOB = {
    "name": "Harbour Bank",
    "position": "Chief Data Officer",
    "location": "Leeds",
    "url": "https://example.org",
    "startDate": "2022-03",
    "endDate": "2024-01-31",
    "description": "A bank",
    "summary": "Led the team.",
    "highlights": ["Cut the cost", "Built the team"],
}


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (
            {
                "basics": {
                    "name": "Ada Beispiel",
                    "label": "Data lead",
                    "email": "ada@example.org",
                    "phone": "+44 1",
                    "location": {"city": "Leeds", "countryCode": "GB"},
                    "summary": "Ten years.",
                    "profiles": [{"network": "Python", "username": "ada"}],
                }
            },
            ["Ada Beispiel", "Data lead", "Leeds | +44 1 | ada@example.org", "Summary", "Ten years."],
        ),
        (
            {"work": [JOB]},
            [
                "Experience",
                "Chief Data Officer, Harbour Bank, Leeds\t2022-03 – 2024-01-31",
                "A bank",
                "Led the team.",
                "• Cut the cost",
                "• Built the team",
            ],
        ),
        (
            {"work": [{"position": "Analyst", "startDate": "2024"}]},
            ["Experience", "Analyst\t2024 – present"],
        ),
        ({"work": [{"name": "X", "endDate": "2020"}]}, ["Experience", "X\t2020"]),
        (
            {"volunteer": [{"organization": "Hospice", "position": "Trustee", "summary": "Advised"}]},
            ["Volunteer experience", "Trustee, Hospice", "Advised"],
        ),
        (
            {"projects": [{"name": "Lake", "roles": ["Lead"], "keywords": ["Spark"], "highlights": ["Built it"]}]},
            ["Projects", "Lake, Lead", "• Built it", "• Spark"],
        ),
        (
            {"education": [{"studyType": "BSc", "area": "Physics", "institution": "Elm", "courses": ["SQL"]}]},
            ["Education", "BSc Physics, Elm", "• SQL"],
        ),
        (
            {"certificates": [{"name": "CISM", "issuer": "ISACA", "date": "2020"}]},
            ["Certificates", "• CISM, ISACA, 2020"],
        ),
        (
            {"awards": [{"title": "Best", "awarder": "Elm", "summary": "For Python"}]},
            ["Awards", "• Best, Elm", "For Python"],
        ),
        ({"publications": [{"name": "On data", "publisher": "Elm"}]}, ["Publications", "• On data, Elm"]),
        (
            {"skills": [{"name": "Data", "level": "Master", "keywords": ["SQL", "dbt"]}, {"keywords": ["Jira"]}]},
            ["Skills", "• Data (Master): SQL, dbt", "• Jira"],
        ),
        ({"languages": [{"language": "Igbo", "fluency": "Native"}]}, ["Languages", "• Igbo, Native"]),
        ({"interests": [{"name": "Music", "keywords": ["Choir"]}]}, ["Interests", "• Music: Choir"]),
        ({"references": [{"name": "Bo", "reference": "She led."}]}, ["References", "• Bo, She led."]),
    ],
)
def test_every_part_is_printed_under_its_heading(parts: dict[str, Any], lines: list[str]) -> None:
    assert lines_of(**parts) == lines


def test_parts_are_printed_in_one_order_whatever_that_of_the_file() -> None:
    parts = {"skills": [{"name": "SQL"}], "education": [{"area": "Physics"}], "work": [JOB], "basics": {"name": "Ada"}}
    assert lines_of(**parts) == lines_of(**dict(reversed(parts.items())))
    assert [line for line in lines_of(**parts) if line in ("Skills", "Education", "Experience")] == [
        "Experience",
        "Education",
        "Skills",
    ]


@pytest.mark.parametrize(
    "odd",
    [None, 5, "Python", True, [], {}, [None, 5, "Python", ["Python"]], [{}], [{"name": 5, "highlights": "Python"}]],
)
@pytest.mark.parametrize("part", ["basics", "work", "skills", "education", "languages", "unknown"])
def test_what_is_not_as_the_schema_says_is_passed_over(part: str, odd: Any) -> None:
    text = read(of(**{"awards": [{"title": "Best"}], part: odd}), "ada.json").text
    assert "Best" in text
    assert "Python" not in text


def test_a_resume_in_json_scores_as_its_text_does(matcher: Matcher) -> None:
    data = of(
        basics={
            "name": "Robin Beispiel",
            "email": "robin.beispiel@example.org",
            "phone": "+44 7700 900123",
            "summary": "Team lead with twelve years in banks and hospitals.",
        },
        work=[{"position": "Team Lead", "name": "Example Works Ltd", "startDate": "2019", "highlights": SECURITY_WORK}],
        education=[{"studyType": "BSc", "area": "Physics", "endDate": "2008"}],
        skills=[{"keywords": ["Python", "SQL", "Jira"]}],
    )
    found, wanted = scores(matcher.match_bytes(data, "ada.json")), scores(matcher.match_text(resume()))
    assert found == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ada.json", of(work=[JOB])),
        ("ada", of(basics={"summary": "Led"})),
        ("ada.json", b"\xef\xbb\xbf\n" + of(work=[JOB])),
        ("ada.json", json.dumps({"work": [JOB]}).encode("utf-16-le")),
    ],
)
def test_a_resume_is_known_by_its_opening_or_its_name(name: str, data: bytes) -> None:
    assert read(data, name).media_type == "application/json"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("ada.json", b'{"quokka": 1}', "it is JSON, but no JSON Resume"),
        ("ada.json", b"[1, 2]", "it is JSON, but no JSON Resume"),
        ("ada.json", b"Led the quokka", "the name says JSON Resume, but it is plain text"),
        ("ada.txt", of(basics={"name": "Quokka"}), "the name says plain text, but it is JSON Resume"),
        ("ada.pdf", of(basics={"name": "Quokka"}), "the name says PDF, but it is JSON Resume"),
    ],
)
def test_other_json_and_other_names_are_told(name: str, data: bytes, told: str) -> None:
    assert told in refused(data, name, UnsupportedTypeError)


@pytest.mark.parametrize(
    "data",
    [
        b'{"basics": {"name": "Quokka"',
        b'{"basics": {"name": "Quokka"}} {}',
        b"{'basics': {}, 'x': quokka}",
        b'{"basics": {"name": "Ada", "name": "Quokka"}}',
        b'{"basics": {"name": NaN}, "x": "quokka"}',
        b'{"basics": {"name": -Infinity}}',
        b'{"basics": {"name": "\x01quokka"}}',
        b"{quokka",
    ],
)
def test_bad_json_is_said_to_be_damaged(data: bytes) -> None:
    refused(data, "ada.json", DocumentDamagedError)


@pytest.mark.parametrize("parts", [{"work": []}, {"work": [{}]}, {"basics": {"name": " "}}, {"skills": None}])
def test_a_resume_without_text_is_said_to_be_empty(parts: dict[str, Any]) -> None:
    refused(of(**parts), "ada.json", DocumentEmptyError)


def nested(levels: int) -> bytes:
    return b'{"basics": {"name": "Quokka"}, "meta": ' + b"[" * levels + b"]" * levels + b"}"


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: nested(200_000), id="nested 200,000 deep"),
        pytest.param(lambda: b'{"basics":' * 600_000, id="nested and open"),
        pytest.param(lambda: nested(MOST_DEPTH), id="nested a little too deep"),
        pytest.param(lambda: of(work=[{}] * (MOST_ENTRIES + 1)), id="too many entries"),
        pytest.param(lambda: of(basics={"summary": "word " * 1_000_000}), id="a book"),
    ],
)
def test_hostile_json_is_refused_in_time(make: Callable[[], bytes]) -> None:
    data, began = make(), time.perf_counter()
    refused(data, "ada.json", DocumentTooExpensiveError)
    assert time.perf_counter() - began < 4


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(b'"x": ' + b"1" * 6_000_000, id="a number of megabytes"),
        pytest.param(b'"x": [' + b'"",' * 2_000_000 + b"1]", id="two million texts"),
        pytest.param(b",".join(b'"%d": 1' % n for n in range(400_000)), id="400,000 keys"),
    ],
)
def test_strange_json_is_read_in_time(more: bytes) -> None:
    data, began = b'{"basics": {"name": "Ada"}, "notes": {' + more + b"}}", time.perf_counter()
    assert read(data, "ada.json").text.split() == ["Ada"]
    assert time.perf_counter() - began < 4


def test_a_lone_surrogate_is_replaced_and_said() -> None:
    document = read(b'{"basics": {"name": "Ada \\ud83d Beispiel"}}', "ada.json")
    assert document.text.split() == ["Ada", "\ufffd", "Beispiel"]
    assert [warning.code for warning in document.warnings] == ["damaged_characters"]


def refused(data: bytes, name: str, error: type[DocumentError]) -> str:
    """What is told; nothing of the document stands in it."""
    with pytest.raises(error) as caught:
        read(data, name)
    told = f"{caught.value}{caught.value!r}"
    assert "uokka" not in told
    assert caught.value.__context__ is None
    return told
