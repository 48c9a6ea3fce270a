"""`matcher extract`: what is written is JSON Resume, stands in the text, is read again, and never fails."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker

from matcher import Matcher
from matcher.core import resume_parts
from matcher.core.model import NotAssessable
from matcher.core.resume_parts.parts import Extract
from matcher.entrypoints.cli import main
from matcher.extraction import extract
from matcher.readers import read_text
from matcher.writers import EXTRACTS
from tests.builders import DATA_WORK, SECURITY_WORK, resume, scores
from tests.json_resume_schema import SCHEMA

EXAMPLES = sorted(p for p in (Path(__file__).resolve().parent.parent / "examples").iterdir() if p.is_file())
NEAR = 6.0
"""Points a score may move when the extract is scored instead: what has no place in the format is not in it."""
MOST_SECONDS = 3.0
"""Of the processor for 60,000 characters; none takes half a second, what is quadratic takes ten and more."""
_FREE = {("$schema",), ("skills", "name")}
_DATES = {"startDate", "endDate", "date", "releaseDate"}


def written(matcher: Matcher, content: bytes | str, name: str) -> tuple[Extract, dict[str, Any]]:
    """The extract, and what is written of it."""
    made = extract(matcher, content, name)
    assert not isinstance(made, NotAssessable), made
    return made, json.loads(EXTRACTS["json-resume"].write(made, matcher.skills))


def strings(value: Any, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text with the keys that lead to it."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from strings(held, (*keys, key))
    elif isinstance(value, list):
        for held in value:
            yield from strings(held, keys)
    elif isinstance(value, str):
        yield keys, value


def assert_stands_in(told: dict[str, Any], text: str) -> None:
    """Every text but the names of skills, dates and what tells of the writing stands in `text`, line breaks aside."""
    bare = "".join(text.split())
    for keys, value in strings(told):
        if keys in _FREE or keys[0] == "meta" or keys[-1] in _DATES:
            continue
        assert value.strip() == value != "", keys
        assert "".join(value.split()) in bare, keys
    for left in told["meta"]["matcher"].get("notUnderstood", []):
        assert "".join(left["text"].split()) in bare


def assert_is_json_resume(told: dict[str, Any]) -> None:
    Draft7Validator(SCHEMA, format_checker=FormatChecker()).validate(told)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_extracts_of_the_examples_are_valid_true_and_score_alike(matcher: Matcher, path: Path) -> None:
    made, told = written(matcher, path.read_bytes(), path.name)
    assert_is_json_resume(told)
    assert_stands_in(told, made.document.text)
    assert told["basics"]["email"].endswith("@example.org")
    assert all("startDate" in job for job in told["work"])
    assert sum("position" not in job for job in told["work"]) <= 1
    again = matcher.match_bytes(json.dumps(told).encode(), "again.json")
    before = scores(matcher.match_bytes(path.read_bytes(), path.name))
    assert scores(again) == pytest.approx(before, abs=NEAR)


@pytest.mark.parametrize("work", [SECURITY_WORK, DATA_WORK])
def test_a_plain_resume_scores_the_same_from_its_extract(matcher: Matcher, work: tuple[str, ...]) -> None:
    _, told = written(matcher, resume(work), "text")
    again = matcher.match_bytes(json.dumps(told).encode(), "again.json")
    assert scores(again) == pytest.approx(scores(matcher.match_text(resume(work))), abs=1.0)


def test_a_plain_resume_gives_these_parts(matcher: Matcher) -> None:
    _, told = written(matcher, resume(["Rolled out Darktrace."] * 2, extra="\nHobbies\nChess\n"), "text")
    told.pop("skills")
    meta = told.pop("meta")
    assert told == {
        "$schema": SCHEMA["$id"],
        "basics": {
            "name": "Robin Beispiel",
            "email": "robin.beispiel@example.org",
            "phone": "+44 7700 900123",
            "summary": "Team lead with twelve years in banks and hospitals.",
        },
        "work": [
            {
                "name": "Example Works Ltd",
                "position": "Team Lead",
                "startDate": "2019",
                "highlights": ["Rolled out Darktrace.", "Rolled out Darktrace."],
            }
        ],
        "education": [{"area": "Physics", "studyType": "BSc", "endDate": "2008"}],
    }
    assert meta["version"] == "v1.0.0"
    assert meta["matcher"]["version"] == matcher.engine.version
    assert meta["matcher"]["notUnderstood"][-1] == {"page": 1, "line": 19, "text": "Chess"}


def test_the_schema_refuses_what_is_no_json_resume(matcher: Matcher) -> None:
    _, told = written(matcher, resume(), "text")
    validator = Draft7Validator(SCHEMA, format_checker=FormatChecker())
    assert not validator.is_valid({**told, "hobbies": []})
    assert not validator.is_valid({**told, "work": [{"startDate": "May 2019"}]})
    assert not validator.is_valid({**told, "work": {}})


def test_an_advert_is_told_as_one(matcher: Matcher) -> None:
    advert = "Chief Data Officer\n\nAbout us\nWe sell tea.\n\nResponsibilities\n" + "\n".join(
        f"- {line}" for line in ("Own data governance and data quality.", "Lead the data strategy.") * 4
    )
    _, told = written(matcher, f"{advert}\n\nRequirements\n- Ten years in data management\n- Collibra\n", "text")
    codes = [warning["code"] for warning in told["meta"]["matcher"].get("warnings", [])]
    assert codes == ["role_description"]
    assert "name" not in told.get("basics", {})
    assert "work" not in told


PIECES = [
    *(
        "Robin Beispiel",
        "robin@example.org",
        "+44 7700 900123",
        "github.com/robin",
        "https://example.org/(a",
        "Experience",
    ),
    *("EDUCATION", "Languages", "Certificates", "Projects", "Volunteering", "2019 – present", "2008-10", "May 2021"),
    *("Team Lead, Example Works Ltd", "Head of Data", "BSc Physics, Example University", "English (native)", "Splunk"),
    *(
        "Moved the data-",
        "ware\u00adhouse",
        "- ",
        "• ",
        "\t",
        "   ",
        "\n",
        "\n\n",
        " — ",
        " | ",
        "(",
        ")",
        "((",
        "a) ",
        ". ",
    ),
    *("of", ",", ";", "**", "# ", "İ", "ﬁ", "\u200b", "\u2028", "\x0c", "9" * 30, "2019", "19/20", "@", "\uf0b7"),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join))
def test_whatever_the_text_nothing_fails_and_nothing_is_invented(matcher: Matcher, text: str) -> None:
    document = read_text(text or "x") if text.strip() else read_text("x")
    tokens = matcher.finder.tokenise(document.text)
    mentions = matcher.finder.find(tokens).mentions if len(tokens) else ()
    parts = resume_parts.parts_of(tokens, mentions, matcher.skills, matcher.finder.ordinary)
    told = json.loads(EXTRACTS["json-resume"].write(Extract(matcher.engine, document, parts), matcher.skills))
    assert_is_json_resume(told)
    assert_stands_in(told, document.text)


@pytest.mark.parametrize(
    "piece",
    [
        "\u2003",
        "(",
        "a(",
        "a-\n",
        "- ",
        "2019 – ",
        "Lead, ",
        "x@",
        "1.",
        "May ",
        "\n",
        "Bank | ",
        "\tLead",
        "/",
        "of\n",
    ],
)
def test_whatever_is_repeated_takes_no_more_than_its_share(matcher: Matcher, piece: str) -> None:
    for heading in ("", "Experience\n", "Education\n", "Languages\n"):
        text = f"Robin Beispiel\nrobin@example.org\n\n{heading}" + piece * (60_000 // len(piece))
        tokens = matcher.finder.tokenise(text)
        start = time.process_time()
        parts = resume_parts.parts_of(tokens, (), matcher.skills, matcher.finder.ordinary)
        assert time.process_time() - start < MOST_SECONDS
        assert parts.person.email == "robin@example.org"


def run(*arguments: str | Path, stdin: str | None = None) -> tuple[int, str, str]:
    """(exit code, standard output, standard error) of the command line."""
    outcome = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), outcome.exception
    return outcome.exit_code, outcome.stdout, outcome.stderr


def test_the_command_writes_json_resume(matcher: Matcher, tmp_path: Path) -> None:
    target = tmp_path / "robin.json"
    code, out, err = run("extract", "-", stdin=resume(DATA_WORK))
    assert (code, err) == (0, "")
    assert json.loads(out)["basics"]["name"] == "Robin Beispiel"
    (tmp_path / "robin.txt").write_text(resume(DATA_WORK), "utf-8")
    assert run("extract", tmp_path / "robin.txt", "--format", "json-resume", "-o", target) == (0, "", "")
    assert_is_json_resume(json.loads(target.read_text("utf-8")))


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [("Robin Beispiel. Cook.", 1, "only 3 words"), ("", 1, "empty"), (None, 3, "there is no such file")],
)
def test_what_cannot_be_extracted_is_told_in_one_line(tmp_path: Path, text: str | None, code: int, said: str) -> None:
    path = tmp_path / "short.txt"
    if text is not None:
        path.write_text(text, "utf-8")
    got, out, err = run("extract", path)
    assert (got, out) == (code, "")
    assert said in err
    assert err.count("\n") == 1
    assert "Robin" not in err


def test_a_format_or_target_that_is_none_is_usage(tmp_path: Path) -> None:
    assert run("extract", "-", "--format", "hr-xml", stdin=resume())[0] == 2
    code, _, err = run("extract", "-", "-o", tmp_path / "no" / "folder.json", stdin=resume())
    assert code == 2
    assert "cannot be written" in err
