"""Loads and checks the taxonomy and the role profiles at start-up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from matcher.core import phrase_fit
from matcher.core.job_description.line_weights import LineWeights
from matcher.core.model import RoleProfile, Skill
from matcher.core.paraphrase import PhraseWeights
from matcher.errors import ReferenceDataError
from matcher.reference_data.lists import LISTS, entries, files_of, lines, with_lists
from matcher.reference_data.own_words import own_words
from matcher.reference_data.profiles import read_profile
from matcher.reference_data.skills import read_skills
from matcher.reference_data.table import toml
from matcher.resources import folder

WORDS, BACKGROUND, WEIGHTS, PHRASES = "english_words.txt", "background.txt", "weights.npz", "phrases"
LINE_WEIGHTS = "line_weights.npz"


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything scores rest on besides the code. `sha256` changes with every byte of it.

    `own_terms`: skills that only a profile names; `own_skills`: these, its choices, and what fulfils them, by id.
    """

    skills: Mapping[str, Skill]
    profiles: tuple[RoleProfile, ...]
    ordinary_words: tuple[str, ...] = field(repr=False)
    weights: PhraseWeights
    line_weights: LineWeights
    sha256: str
    own_terms: tuple[Skill, ...] = ()
    own_skills: Mapping[str, Skill] = field(default_factory=dict)


def load(profiles_folder: Path | None = None, more: Sequence[Path] = ()) -> ReferenceData:
    """The taxonomy that ships with the matcher and the role profiles of `profiles_folder` (its own by default), and the
    profiles in the files of `more`.

    Raises `ReferenceDataError` with file, key and nearest known id.
    """
    taxonomy = folder("taxonomy")
    taxonomy_files = files_of(taxonomy, ".toml")
    listed = [file for name in LISTS for file in files_of(taxonomy / name)]
    named = read_skills(taxonomy_files)
    skills = with_lists(named, taxonomy)
    profile_files = [*_profiles(profiles_folder or folder("role_profiles")), *more]
    _check_ids(profile_files)
    contents = [(file.name, toml(file)) for file in profile_files]
    own = own_words(contents, skills)
    profiles = tuple(read_profile(name, data, {**skills, **own.skills}) for name, data in contents)
    words = taxonomy / WORDS
    pairs = examples(named)
    return ReferenceData(
        skills=skills,
        profiles=profiles,
        ordinary_words=lines(words),
        weights=_weights(taxonomy / WEIGHTS, pairs),
        line_weights=LineWeights.from_bytes((taxonomy / LINE_WEIGHTS).read_bytes()),
        own_terms=own.terms,
        own_skills=own.skills,
        sha256=_fingerprint(
            [*taxonomy_files, *listed, *profile_files, words, taxonomy / LINE_WEIGHTS], phrase_fit.fingerprint(pairs)
        ),
    )


def words_and_skills() -> tuple[Mapping[str, Skill], tuple[str, ...]]:
    """The skills of the taxonomy that ships with the matcher, lists and all, and the words of the language."""
    taxonomy = folder("taxonomy")
    return with_lists(read_skills(files_of(taxonomy, ".toml")), taxonomy), lines(taxonomy / WORDS)


def _check_ids(profile_files: Iterable[Traversable | Path]) -> None:
    """Raises `ReferenceDataError` where two profiles have the same id, which is the name of their file."""
    seen: set[str] = set()
    for name in (file.name for file in profile_files):
        if name in seen:
            role_id = name.removesuffix(".toml")
            raise ReferenceDataError(name, f"there are two profiles with the id {role_id!r}; rename one of the files.")
        seen.add(name)


def examples(skills: Mapping[str, Skill] | None = None) -> list[tuple[str, str]]:
    """(skill id, text) of the phrases, labels and background from which described skills are learned."""
    taxonomy = folder("taxonomy")
    skills = read_skills(files_of(taxonomy, ".toml")) if skills is None else skills
    return phrase_fit.examples(skills, entries(taxonomy / PHRASES, skills), lines(taxonomy / BACKGROUND))


def _weights(file: Traversable | Path, pairs: list[tuple[str, str]]) -> PhraseWeights:
    """The frozen weights; computed anew (a few seconds) where the taxonomy was changed and they are stale."""
    if file.is_file():
        frozen = PhraseWeights.from_bytes(file.read_bytes())
        if frozen.made_from == phrase_fit.fingerprint(pairs):
            return frozen
    return phrase_fit.fit(pairs)


def _profiles(place: Traversable | Path) -> list[Traversable | Path]:
    if not place.is_dir():
        raise ReferenceDataError(str(place), "is no folder of role profiles.")
    if found := files_of(place, ".toml"):
        return found
    raise ReferenceDataError(str(place), "holds no role profile (*.toml).")


def _fingerprint(parts: Iterable[Traversable | Path], examples_sha256: str) -> str:
    digest = hashlib.sha256(examples_sha256.encode())
    for part in parts:
        digest.update(part.name.encode() + b"\0" + part.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()
