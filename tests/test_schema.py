from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from matcher import Matcher
from matcher.writers import WRITERS
from tests.builders import DATA_WORK, resume
from tools.make_schema import TARGET, text

SCHEMA = json.loads(TARGET.read_text("utf-8"))


def test_the_kept_schema_is_what_the_types_give() -> None:
    assert TARGET.read_text("utf-8") == text(), "run `make schema`"


def test_the_schema_is_one_of_2020_12_and_allows_no_other_keys() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert all(part["additionalProperties"] is False for part in SCHEMA["$defs"].values())


@pytest.mark.parametrize("with_evidence", [True, False])
@pytest.mark.parametrize("words", [resume(), resume(DATA_WORK), "too short", resume(["Keen to learn Splunk."])])
def test_every_answer_is_as_the_schema_says(matcher: Matcher, words: str, with_evidence: bool) -> None:
    answer = json.loads(WRITERS["json"].write(matcher.match_text(words), matcher.skills, with_evidence))
    Draft202012Validator(SCHEMA).validate(answer)


def test_an_answer_with_a_wrong_key_is_refused(matcher: Matcher) -> None:
    answer = json.loads(WRITERS["json"].write(matcher.match_text(resume()), matcher.skills))
    answer["roles"][0]["verdict"] = "hire"
    assert not Draft202012Validator(SCHEMA).is_valid(answer)
