"""Generates matcher/writers/match-report-1.schema.json from the types of the answer: make schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, with_config

from matcher.writers import outcome_form

TARGET = Path(__file__).resolve().parent.parent / "matcher" / "writers" / "match-report-1.schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an outcome; nothing beside the named keys is allowed."""
    for form in vars(outcome_form).values():
        if isinstance(form, type) and issubclass(form, dict):
            with_config(ConfigDict(extra="forbid"))(form)
    generated = TypeAdapter(outcome_form.OutcomeForm).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "match-report/1",
        "title": "The answer of the resume matcher for one document",
        **generated,
    }


def text() -> str:
    """The schema as it is kept in the repository."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
    print(TARGET.name)
