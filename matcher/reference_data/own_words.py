"""Skills that role profiles name for themselves: terms that no taxonomy knows, and choices of which one is enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matcher.core.job_description import CHOICE_PREFIX, TERM_FIELD, TERM_PREFIX
from matcher.core.job_description.profile import opened_by
from matcher.core.model import Skill
from matcher.errors import ReferenceDataError
from matcher.reference_data.table import Table

_TERM_KEYS = frozenset(["id", "label", "also", "distinctiveness"])
_CHOICE_KEYS = frozenset(["id", "label", "any_of"])


@dataclass(frozen=True, slots=True)
class OwnWords:
    """`terms`: the skills that only profiles name. `skills`: these, the choices, and the skills of the taxonomy that
    fulfil one, by id.
    """

    terms: tuple[Skill, ...]
    skills: Mapping[str, Skill]


def own_words(profiles: Iterable[tuple[str, Mapping[str, Any]]], skills: Mapping[str, Skill]) -> OwnWords:
    """What profiles, each with the name of its file, name for themselves. Raises `ReferenceDataError`."""
    tables = [(name, Table(name, data)) for name, data in profiles]
    terms = _once(_term(name, n, e) for name, table in tables for n, e in enumerate(table.tables("terms"), 1))
    known = {**skills, **terms}
    choices: dict[str, Skill] = {}
    members: dict[str, Sequence[str]] = {}
    for name, table in tables:
        for number, entry in enumerate(table.tables("choices"), 1):
            choice, any_of = _choice(name, number, entry, known)
            choices |= _once(iter([(name, choice)]), choices)
            members[choice.id] = any_of
    opened = opened_by(members, known)
    changed = {i: replace(known[i], implies={**known[i].implies, **shares}) for i, shares in opened.items()}
    return OwnWords(tuple(terms.values()), {**terms, **choices, **changed})


def _term(file_name: str, number: int, entry: dict[str, object]) -> tuple[str, Skill]:
    table = Table(f"{file_name}: terms[{number}]", entry, _TERM_KEYS)
    weight = table.number("distinctiveness", 0.4, 1.5) if "distinctiveness" in entry else 1.0
    named = (table.text("label"), table.texts("also"))
    return file_name, Skill(_id(table, TERM_PREFIX), TERM_FIELD, *named, distinctiveness=weight)


def _choice(
    file_name: str, number: int, entry: dict[str, object], known: Mapping[str, Skill]
) -> tuple[Skill, tuple[str, ...]]:
    table = Table(f"{file_name}: choices[{number}]", entry, _CHOICE_KEYS)
    any_of = table.ids("any_of", known)
    if len(any_of) < 2:
        raise table.error("any_of", "needs two skills or more.")
    fields = {known[i].field for i in any_of}
    field = fields.pop() if len(fields) == 1 else TERM_FIELD
    weight = max(known[i].distinctiveness for i in any_of)
    return Skill(_id(table, CHOICE_PREFIX), field, table.text("label"), distinctiveness=weight), any_of


def _id(table: Table, prefix: str) -> str:
    found = table.text("id")
    if not found.startswith(prefix) or found == prefix:
        raise table.error("id", f"{found!r} does not begin with {prefix!r}.")
    return found


def _once(found: Iterable[tuple[str, Skill]], before: Mapping[str, Skill] = {}) -> dict[str, Skill]:
    """By id; the same skill may stand in several profiles, another one under its id may not."""
    kept: dict[str, Skill] = {}
    for file_name, skill in found:
        other = kept.get(skill.id) or before.get(skill.id)
        if other is not None and other != skill:
            raise ReferenceDataError(f"{file_name}: {skill.id}", "stands for something else in another profile.")
        kept[skill.id] = skill
    return kept
