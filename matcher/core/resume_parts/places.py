"""Which part of a resume an item belongs to, by its section and the heading above it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from matcher.core.resume_parts.items import Item, has, words_of
from matcher.core.sections import Section


class Part(Enum):
    """Where an item of the text belongs."""

    PERSON = auto()
    SUMMARY = auto()
    WORK = auto()
    VOLUNTEER = auto()
    PROJECTS = auto()
    EDUCATION = auto()
    CERTIFICATES = auto()
    COURSES = auto()
    AWARDS = auto()
    PUBLICATIONS = auto()
    LANGUAGES = auto()
    SKILLS = auto()
    NONE = auto()


_CERTIFIED = frozenset(
    """
    certification certifications certificate certificates license licenses licence licences accreditation
    accreditations credential credentials certified
    """.split()
)
_BY_HEADING: tuple[tuple[Section, frozenset[str], Part], ...] = (
    (Section.EXPERIENCE, frozenset("volunteering volunteer voluntary community outreach".split()), Part.VOLUNTEER),
    (Section.EXPERIENCE, frozenset(["achievements", "accomplishments", "highlights"]), Part.NONE),
    (Section.PROJECTS, frozenset("projects project portfolio studies source".split()), Part.PROJECTS),
    (Section.PROJECTS, frozenset("publications publication papers".split()), Part.PUBLICATIONS),
    (Section.PROJECTS, frozenset("awards honours honors".split()), Part.AWARDS),
    (Section.CERTIFICATIONS, _CERTIFIED | {"qualifications"}, Part.CERTIFICATES),
    (Section.CERTIFICATIONS, frozenset("training courses course education".split()), Part.COURSES),
    (Section.SKILLS, frozenset(["programming"]), Part.SKILLS),
    (Section.SKILLS, frozenset(["languages", "language"]), Part.LANGUAGES),
)
"""Sections that hold several parts: the first rule with a word of the heading decides."""
_BY_SECTION: Mapping[Section, Part] = {
    Section.HEADER: Part.PERSON,
    Section.CONTACT: Part.PERSON,
    Section.SUMMARY: Part.SUMMARY,
    Section.EXPERIENCE: Part.WORK,
    Section.BODY: Part.WORK,
    Section.EDUCATION: Part.EDUCATION,
    Section.SKILLS: Part.SKILLS,
}


def part_of(item: Item) -> Part:
    """The part; `Part.NONE` for what has no place, such as wishes, interests and references."""
    words = words_of(item.heading)
    for section, known, part in _BY_HEADING:
        if item.section is section and has(words, known):
            return part
    return _BY_SECTION.get(item.section, Part.NONE)


def is_of_certificates(item: Item) -> bool:
    """True if the heading above the item promises certificates."""
    return has(words_of(item.heading), _CERTIFIED)
