"""Long lists of what skills are called, a line each: skill id, a tab, the words. Quicker to read and edit than TOML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from matcher.core.model import Skill
from matcher.errors import ReferenceDataError
from matcher.reference_data.table import known

LISTS: Mapping[str, str] = {"names": "alt_labels", "titles": "title_labels", "wordings": "wordings"}
"""Folder of the taxonomy -> what of a skill its lines are added to."""


def files_of(folder: Traversable | Path, ending: str = ".tsv") -> list[Traversable | Path]:
    """The files in `folder` whose name has the ending, by name."""
    return sorted((file for file in folder.iterdir() if file.name.endswith(ending)), key=lambda file: file.name)


def lines(file: Traversable | Path) -> tuple[str, ...]:
    """The lines of a text file."""
    return tuple(file.read_text("utf-8").split("\n")[:-1])


def entries(folder: Traversable | Path, skills: Mapping[str, Skill]) -> Iterator[tuple[str, str]]:
    """(skill id, words) of every line in the lists of `folder`. Raises `ReferenceDataError` with file and line."""
    for file in files_of(folder):
        for number, line in enumerate(lines(file), 1):
            skill_id, _, words = line.partition("\t")
            if skill_id not in skills:
                known(f"{folder.name}/{file.name}, line {number}", skill_id, skills)
            if not words.strip():
                raise ReferenceDataError(f"{folder.name}/{file.name}, line {number}", "holds no words after a tab.")
            yield skill_id, words


def with_lists(skills: Mapping[str, Skill], taxonomy: Traversable | Path) -> dict[str, Skill]:
    """`skills` with what the lists in the folders of `taxonomy` add to them. Raises `ReferenceDataError`."""
    added: dict[str, dict[str, list[str]]] = {skill_id: {} for skill_id in skills}
    for folder, attribute in LISTS.items():
        for skill_id, words in entries(taxonomy / folder, skills):
            added[skill_id].setdefault(attribute, []).append(words)
    return {skill_id: _with(skill, added[skill_id]) for skill_id, skill in skills.items()}


def _with(skill: Skill, added: Mapping[str, list[str]]) -> Skill:
    more: dict[str, Any] = {name: (*getattr(skill, name), *words) for name, words in added.items()}
    return replace(skill, **more)
