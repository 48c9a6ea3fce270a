"""Outcome in, text out: one visible table of the forms an answer can take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from matcher.core.model import Outcome, Skill

if TYPE_CHECKING:
    from matcher.core.resume_parts.parts import Extract


@dataclass(frozen=True, slots=True)
class Writer:
    """A form of the answer. `module`: where its `write` is, loaded when it is first used.

    `tells_what_if`: it always says what would lift a role to its next band; others only if they are asked.
    """

    title: str
    media_type: str
    suffix: str
    module: str
    tells_what_if: bool = False

    def write(self, outcome: Outcome, skills: dict[str, Skill], with_evidence: bool = True) -> str:
        """`outcome` in this form; without evidence nothing of the document's text is in it."""
        text: str = import_module(self.module).write(outcome, skills, with_evidence)
        return text


WRITERS: Mapping[str, Writer] = {
    "text": Writer("text to read", "text/plain", ".txt", "matcher.writers.text", tells_what_if=True),
    "json": Writer("JSON (match-report/1)", "application/json", ".json", "matcher.writers.json"),
    "csv": Writer("one row a requirement (CSV)", "text/csv", ".csv", "matcher.writers.csv"),
    "html": Writer("one self-contained page", "text/html", ".html", "matcher.writers.html", tells_what_if=True),
}


@dataclass(frozen=True, slots=True)
class ExtractWriter:
    """A form of a resume's parts. `module`: where its `write` is, loaded when it is first used."""

    title: str
    media_type: str
    suffix: str
    module: str

    def write(self, extract: Extract, skills: Mapping[str, Skill]) -> str:
        """The parts in this form."""
        text: str = import_module(self.module).write(extract, skills)
        return text


EXTRACTS: Mapping[str, ExtractWriter] = {
    "json-resume": ExtractWriter("JSON Resume 1.0.0", "application/json", ".json", "matcher.writers.json_resume"),
}
