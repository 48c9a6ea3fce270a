"""A resume's text as its parts: who, work, studies, skills … Nothing is guessed; what is not clear is left."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from matcher.core.model import EvidenceKind, How, Skill, SkillMention
from matcher.core.resume_parts.items import Item, items_of
from matcher.core.resume_parts.languages import languages_of
from matcher.core.resume_parts.lines import lines_of
from matcher.core.resume_parts.parts import Left, ResumeParts, ShownSkill, Study
from matcher.core.resume_parts.person import person_of
from matcher.core.resume_parts.places import Part, is_of_certificates, part_of
from matcher.core.resume_parts.projects import projects_of
from matcher.core.resume_parts.studies import left_of, studies_of, titled_of
from matcher.core.resume_parts.work import jobs_of
from matcher.core.tokens import Tokens

__all__ = ["ResumeParts", "parts_of"]

_SHOWN = frozenset({EvidenceKind.OUTCOME, EvidenceKind.USED, EvidenceKind.CERTIFICATE, EvidenceKind.LISTED})
"""What makes a skill the person's own: not what is wished for, negated, of others, or part of a name."""


def parts_of(
    tokens: Tokens, mentions: Sequence[SkillMention], skills: Mapping[str, Skill], ordinary: Set[str]
) -> ResumeParts:
    """The parts that the text shows. `mentions`: what `Finder.find` sees in it; `ordinary`: English words."""
    sorted_: dict[Part, list[Item]] = {part: [] for part in Part}
    for item in items_of(tokens.text, lines_of(tokens)):
        sorted_[part_of(item)].append(item)
    named = sorted({mention.span.start for mention in mentions})
    person, left = person_of(sorted_[Part.PERSON], set(named), ordinary)
    summary, further = _summary(sorted_[Part.SUMMARY])
    work, beside = jobs_of(sorted_[Part.WORK])
    volunteer, beside_service = jobs_of(sorted_[Part.VOLUNTEER])
    languages, no_languages = languages_of(sorted_[Part.LANGUAGES])
    education, no_studies = studies_of(sorted_[Part.EDUCATION])
    certified = [item for item in no_studies if is_of_certificates(item)]
    studied, taught = studies_of([*sorted_[Part.CERTIFICATES], *sorted_[Part.COURSES]])
    courses = tuple(item.text for item in taught if part_of(item) is Part.COURSES and item.text)
    certified += [item for item in taught if part_of(item) is Part.CERTIFICATES]
    left += [*further, *beside, *beside_service, *no_languages, *left_of(sorted_[Part.NONE])]
    left += left_of([item for item in no_studies if not is_of_certificates(item)])
    left += left_of([item for item in sorted_[Part.SKILLS] if not _holds_one(item, named)])
    return ResumeParts(
        person=replace(person, summary=summary),
        work=tuple(work),
        volunteer=tuple(volunteer),
        projects=tuple(projects_of(sorted_[Part.PROJECTS])),
        education=(*education, *studied, *([Study(courses=courses)] if courses else [])),
        certificates=tuple(titled_of(certified)),
        awards=tuple(titled_of(sorted_[Part.AWARDS])),
        publications=tuple(titled_of(sorted_[Part.PUBLICATIONS])),
        languages=tuple(languages),
        skills=_skills(mentions, skills),
        left=tuple(sorted(left, key=lambda line: line.start)),
    )


def _summary(items: Sequence[Item]) -> tuple[str | None, list[Left]]:
    """(the first paragraph about the person with what follows under the same heading, the rest)."""
    if not items:
        return None, []
    own = [item for item in items if item.heading == items[0].heading]
    following = next((i for i, (a, b) in enumerate(pairwise(own), 1) if _parted(a, b)), len(own))
    whole = Item(own[0].source, own[0].start, own[following - 1].end, own[0].section, "", False, False)
    return whole.text or None, left_of([item for item in items if item not in own[:following]])


def _parted(one: Item, other: Item) -> bool:
    """True if words stand between the two."""
    return any(map(str.isalnum, one.source[one.end : other.start]))


def _holds_one(item: Item, offsets: Sequence[int]) -> bool:
    return bisect_left(offsets, item.start) < bisect_left(offsets, item.end)


def _skills(mentions: Sequence[SkillMention], skills: Mapping[str, Skill]) -> tuple[ShownSkill, ...]:
    """The skills that are named as the person's own, by field and label; what is only described is a guess."""
    forms: dict[str, dict[str, None]] = {}
    for mention in mentions:
        if mention.kind in _SHOWN and mention.how is not How.LIKELY:
            forms.setdefault(mention.skill_id, {})[" ".join(mention.surface_form.split())] = None
    by_label: Callable[[str], tuple[str, str]] = lambda i: (skills[i].field, skills[i].preferred_label)  # noqa: E731
    return tuple(ShownSkill(skill_id, tuple(forms[skill_id])) for skill_id in sorted(forms, key=by_label))
