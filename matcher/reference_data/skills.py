"""The skills of the taxonomy, read from TOML and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from matcher.core.model import AmbiguousLabel, EscoConcept, Skill
from matcher.errors import ReferenceDataError
from matcher.reference_data.table import Table, known, toml

_SKILL_KEYS = frozenset(
    ["preferred_label", "alt_labels", "ambiguous_labels", "title_labels", "implies", "distinctiveness", "esco"]
)
_ESCO_MATCHES: tuple[Literal["exact", "close", "broad"], ...] = ("exact", "close", "broad")
_LARGEST_SHARE = 0.9


def read_skills(files: Iterable[Traversable | Path]) -> dict[str, Skill]:
    """The skills of the files by id. Raises `ReferenceDataError`."""
    return _checked(found for file in files for found in _skills_of(file))


def _skills_of(file: Traversable | Path) -> Iterator[tuple[str, Skill]]:
    data = toml(file)
    field = Table(file.name, data).text("field")
    for skill_id, entry in data.get("skills", {}).items():
        table = Table(f"{file.name}: skills.{skill_id}", entry, _SKILL_KEYS)
        yield (
            file.name,
            Skill(
                id=skill_id,
                field=field,
                preferred_label=table.text("preferred_label"),
                alt_labels=table.texts("alt_labels"),
                ambiguous_labels=tuple(_ambiguous(table, a) for a in table.tables("ambiguous_labels")),
                title_labels=table.texts("title_labels"),
                implies=table.numbers("implies"),
                distinctiveness=table.number("distinctiveness", 0.4, 1.5),
                esco=_esco(table),
            ),
        )


def _ambiguous(parent: Table, entry: dict[str, Any]) -> AmbiguousLabel:
    table = Table(f"{parent.place}.ambiguous_labels", entry, frozenset(("label", "cues", "blockers")))
    return AmbiguousLabel(table.text("label"), table.texts("cues"), table.texts("blockers"))


def _esco(parent: Table) -> EscoConcept | None:
    if "esco" not in parent.data:
        return None
    table = Table(f"{parent.place}.esco", parent.data["esco"], frozenset(("uri", "label", "match")))
    return EscoConcept(table.text("uri"), table.text("label"), table.one_of("match", _ESCO_MATCHES))


def _checked(found: Iterable[tuple[str, Skill]]) -> dict[str, Skill]:
    homes: dict[str, str] = {}
    skills: dict[str, Skill] = {}
    for file_name, skill in found:
        if skill.id in skills:
            raise ReferenceDataError(f"{file_name}: skills.{skill.id}", f"stands in {homes[skill.id]} already.")
        homes[skill.id], skills[skill.id] = file_name, skill
    for skill in skills.values():
        for implied, share in skill.implies.items():
            place = f"{homes[skill.id]}: skills.{skill.id}.implies"
            known(place, implied, skills)
            if not 0.0 < share <= _LARGEST_SHARE:
                raise ReferenceDataError(place, f"{implied} = {share} is not above 0 and at most {_LARGEST_SHARE}.")
    return skills
