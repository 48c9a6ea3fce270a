"""Loads and checks the taxonomy and the role profiles at start-up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import tomli
from rapidfuzz import process

from matcher.core.model import AmbiguousLabel, Area, Duty, EscoConcept, Gate, Requirement, RoleProfile, Skill, Tier
from matcher.errors import ReferenceDataError
from matcher.resources import folder

WEIGHTS_TOLERANCE = 1e-6
_SKILL_KEYS = frozenset(
    "preferred_label alt_labels ambiguous_labels title_labels phrases implies distinctiveness esco".split()
)
_ROLE_KEYS = frozenset("title summary sectors responsibilities required_skills areas gates".split())
_AREA_KEYS = frozenset(["title", "weight", *Tier])
_GATE_KEYS = frozenset("title enough any_of".split())
_DUTY_KEYS = frozenset("text requires".split())
_ESCO_MATCHES = ("exact", "close", "broad")
_LARGEST_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything scores rest on besides the code. `sha256` changes with every byte of it."""

    skills: Mapping[str, Skill]
    profiles: tuple[RoleProfile, ...]
    ordinary_words: tuple[str, ...]
    background: tuple[str, ...]
    sha256: str


def load(profiles_folder: Path | None = None) -> ReferenceData:
    """The taxonomy that ships with the matcher and the role profiles of `profiles_folder` (its own by default).

    Raises `ReferenceDataError` with file, key and nearest known id.
    """
    taxonomy = files("matcher") / "taxonomy"
    profile_files = _files(profiles_folder or folder("role_profiles"), ".toml")
    taxonomy_files = _files(taxonomy, ".toml")
    skills = _checked_skills(_skill for file in taxonomy_files for _skill in _read_skills(file))
    profiles = tuple(_read_profile(file, skills) for file in profile_files)
    if not profiles:
        raise ReferenceDataError(str(profiles_folder), "holds no role profile (*.toml).")
    texts = [(taxonomy / name).read_text("utf-8") for name in ("english_words.txt", "background.txt")]
    return ReferenceData(
        skills,
        profiles,
        *(tuple(text.split("\n")[:-1]) for text in texts),
        sha256=_fingerprint([*taxonomy_files, *profile_files], texts),
    )


def _files(place: Traversable | Path, ending: str) -> list[Traversable | Path]:
    if not place.is_dir():
        raise ReferenceDataError(str(place), "is no folder of role profiles.")
    return sorted((f for f in place.iterdir() if f.name.endswith(ending)), key=lambda f: f.name)


def _fingerprint(parts: Iterable[Traversable | Path], texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.name.encode() + b"\0" + part.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()


def _toml(file: Traversable | Path) -> dict[str, Any]:
    try:
        return tomli.loads(file.read_text("utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReferenceDataError(file.name, f"is not valid TOML: {error}.") from error


def _read_skills(file: Traversable | Path) -> Iterator[tuple[str, Skill]]:
    data = _toml(file)
    field = _Table(file.name, data).text("field")
    for skill_id, entry in data.get("skills", {}).items():
        table = _Table(f"{file.name}: skills.{skill_id}", entry, _SKILL_KEYS)
        yield (
            file.name,
            Skill(
                id=skill_id,
                field=field,
                preferred_label=table.text("preferred_label"),
                alt_labels=table.texts("alt_labels"),
                ambiguous_labels=tuple(_ambiguous(table, a) for a in table.tables("ambiguous_labels")),
                title_labels=table.texts("title_labels"),
                phrases=table.texts("phrases"),
                implies=table.numbers("implies"),
                distinctiveness=table.number("distinctiveness", 1.0, 1.5),
                esco=_esco(table),
            ),
        )


def _ambiguous(parent: _Table, entry: dict[str, Any]) -> AmbiguousLabel:
    table = _Table(f"{parent.place}.ambiguous_labels", entry, frozenset(("label", "cues", "blockers")))
    return AmbiguousLabel(table.text("label"), table.texts("cues"), table.texts("blockers"))


def _esco(parent: _Table) -> EscoConcept | None:
    if "esco" not in parent.data:
        return None
    table = _Table(f"{parent.place}.esco", parent.data["esco"], frozenset(("uri", "label", "match")))
    match = table.text("match")
    if match not in _ESCO_MATCHES:
        raise table.error("match", f"{match!r} is none of {', '.join(_ESCO_MATCHES)}.")
    return EscoConcept(table.text("uri"), table.text("label"), match)


def _checked_skills(found: Iterable[tuple[str, Skill]]) -> dict[str, Skill]:
    homes: dict[str, str] = {}
    skills: dict[str, Skill] = {}
    for file_name, skill in found:
        if skill.id in skills:
            raise ReferenceDataError(f"{file_name}: skills.{skill.id}", f"stands in {homes[skill.id]} already.")
        homes[skill.id], skills[skill.id] = file_name, skill
    for skill in skills.values():
        for implied, share in skill.implies.items():
            place = f"{homes[skill.id]}: skills.{skill.id}.implies"
            _known(place, implied, skills)
            if not 0.0 < share <= _LARGEST_SHARE:
                raise ReferenceDataError(place, f"{implied} = {share} is not above 0 and at most {_LARGEST_SHARE}.")
    return skills


def _read_profile(file: Traversable | Path, skills: Mapping[str, Skill]) -> RoleProfile:
    table = _Table(file.name, _toml(file), _ROLE_KEYS)
    profile = RoleProfile(
        id=file.name.removesuffix(".toml"),
        title=table.text("title"),
        summary=table.text("summary"),
        sectors=table.text("sectors"),
        responsibilities=_duties(table, "responsibilities", skills),
        required_skills=_duties(table, "required_skills", skills),
        areas=tuple(_area(file.name, n, a, skills) for n, a in enumerate(table.tables("areas"), 1)),
        gates=tuple(_gate(file.name, n, g, skills) for n, g in enumerate(table.tables("gates"), 1)),
    )
    _check_whole(file.name, profile)
    return profile


def _duties(parent: _Table, key: str, skills: Mapping[str, Skill]) -> tuple[Duty, ...]:
    duties = []
    for number, entry in enumerate(parent.tables(key), 1):
        table = _Table(f"{parent.place}: {key}[{number}]", entry, _DUTY_KEYS)
        duties.append(Duty(table.text("text"), table.ids("requires", skills)))
    return tuple(duties)


def _area(file_name: str, number: int, entry: dict[str, Any], skills: Mapping[str, Skill]) -> Area:
    table = _Table(f"{file_name}: areas[{number}]", entry, _AREA_KEYS)
    wanted = [Requirement(skill_id, tier) for tier in Tier for skill_id in table.ids(tier, skills)]
    if not wanted:
        raise table.error("essential", "is empty: an area needs at least one skill.")
    return Area(table.text("title"), table.number("weight", 0.0, 1.0), tuple(wanted))


def _gate(file_name: str, number: int, entry: dict[str, Any], skills: Mapping[str, Skill]) -> Gate:
    table = _Table(f"{file_name}: gates[{number}]", entry, _GATE_KEYS)
    return Gate(table.text("title"), table.ids("any_of", skills), table.number("enough", 0.01, 100.0))


def _check_whole(file_name: str, profile: RoleProfile) -> None:
    """What no single key can tell: weights, repetitions, gates and duties without a requirement."""
    total = sum(area.weight for area in profile.areas)
    if abs(total - 1.0) > WEIGHTS_TOLERANCE:
        raise ReferenceDataError(f"{file_name}: areas", f"weights add up to {total:.4g}, not to 1.")
    if not profile.gates:
        raise ReferenceDataError(f"{file_name}: gates", "there is none; a role needs at least one.")
    wanted: set[str] = set()
    for area in profile.areas:
        for requirement in area.requirements:
            if requirement.skill_id in wanted:
                raise ReferenceDataError(f"{file_name}: areas", f"{requirement.skill_id!r} is required twice.")
            wanted.add(requirement.skill_id)
    named = [("gates", s) for gate in profile.gates for s in gate.any_of]
    named += [("requires", s) for duty in (*profile.responsibilities, *profile.required_skills) for s in duty.requires]
    for key, skill_id in named:
        if skill_id not in wanted:
            raise ReferenceDataError(f"{file_name}: {key}", f"{skill_id!r} is a requirement of no area of this role.")


def _known(place: str, skill_id: str, skills: Mapping[str, Skill]) -> None:
    if skill_id not in skills:
        raise ReferenceDataError(place, f"unknown skill {skill_id!r}.{nearest(skill_id, skills)}")


def nearest(word: str, known: Iterable[str]) -> str:
    """ " Did you mean …?" with the known word nearest to `word`, or nothing if none is near."""
    near = process.extractOne(word, sorted(known), score_cutoff=50.0)
    return f" Did you mean {near[0]!r}?" if near else ""


class _Table:
    """One TOML table with its place in the file, for reading values that are what they must be."""

    def __init__(self, place: str, data: Any, keys: frozenset[str] | None = None) -> None:
        self.place, self.data = place, data
        if not isinstance(data, dict):
            raise ReferenceDataError(place, "must be a table.")
        for key in data if keys is not None else ():
            if key not in (keys or ()):
                raise self.error(key, f"unknown key.{nearest(key, keys or ())}")

    def error(self, key: str, trouble: str) -> ReferenceDataError:
        return ReferenceDataError(f"{self.place}.{key}", trouble)

    def text(self, key: str) -> str:
        value = self.data.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(key, "must be a text.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(key, "must be a list of texts.")
        return tuple(value)

    def ids(self, key: str, skills: Mapping[str, Skill]) -> tuple[str, ...]:
        found = self.texts(key)
        for skill_id in found:
            _known(f"{self.place}.{key}", skill_id, skills)
        return found

    def tables(self, key: str) -> list[dict[str, Any]]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(key, "must be a list of tables.")
        return value

    def number(self, key: str, least: float, most: float) -> float:
        value = self.data.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise self.error(key, f"must be a number from {least:g} to {most:g}.")
        return float(value)

    def numbers(self, key: str) -> dict[str, float]:
        value = self.data.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(v, int | float) for v in value.values()):
            raise self.error(key, "must be a table of numbers.")
        return {name: float(v) for name, v in value.items()}
