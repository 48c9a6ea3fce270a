"""Which mentions are right and which labels were found."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from evaluation.corpus import Label, LabelledDocument
from evaluation.systems import Answer
from matcher import reference_data
from matcher.core.model import EvidenceKind, How, Skill, SkillMention

SAME_KIND = {EvidenceKind.ELSEWHERE.value: EvidenceKind.OTHERS.value}
"""Kinds that the labels do not tell apart: "others" is everything that somebody else did."""
WORK = {EvidenceKind.OUTCOME.value: EvidenceKind.USED.value}


@dataclass(frozen=True, slots=True)
class JudgedMention:
    """`labels`: those of the same skill that overlap its sentence. `is_labelled`: the skill has a label somewhere."""

    mention: SkillMention
    labels: tuple[Label, ...]
    is_labelled: bool

    @property
    def is_right(self) -> bool:
        """True if a label agrees with it."""
        return bool(self.labels)

    @property
    def is_likely(self) -> bool:
        """True if the skill is described, not named."""
        return self.mention.how is How.LIKELY

    def is_kind_right(self, merged: bool = False) -> bool:
        """True if a label has the mention's kind; `merged`: outcome and use in work taken for one."""
        same = SAME_KIND | WORK if merged else SAME_KIND
        kinds = {same.get(label.kind, label.kind) for label in self.labels}
        return same.get(self.mention.kind.value, self.mention.kind.value) in kinds


@dataclass(frozen=True, slots=True)
class JudgedLabel:
    """`named`, `any`: whether a mention that names the skill, or any mention, has the label in its sentence."""

    label: Label
    named: bool
    any: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """All mentions and labels of one document; mentions in the contact block are no claims and are left out."""

    document: LabelledDocument
    mentions: tuple[JudgedMention, ...]
    labels: tuple[JudgedLabel, ...]


def judge(answer: Answer) -> Judgement:
    """The judgement of an answer; without a report nothing was found."""
    document, report = answer.document, answer.given.report
    found = [m for m in report.mentions if m.kind is not EvidenceKind.CONTACT] if report else []
    skills = {label.skill_id for label in document.labels}
    mentions = tuple(
        JudgedMention(m, tuple(label for label in document.labels if _agree(m, label)), m.skill_id in skills)
        for m in found
    )
    return Judgement(document, mentions, tuple(_judged(label, found) for label in document.labels))


def _judged(label: Label, found: list[SkillMention]) -> JudgedLabel:
    hows = {m.how for m in found if _same_place(m, label) and label.skill_id in _shown_by(m.skill_id)}
    return JudgedLabel(label, bool(hows - {How.LIKELY}), bool(hows))


def _agree(mention: SkillMention, label: Label) -> bool:
    return _same_place(mention, label) and mention.skill_id == label.skill_id


def _same_place(mention: SkillMention, label: Label) -> bool:
    return mention.sentence.start < label.end and label.start < mention.sentence.end


def _shown_by(skill_id: str) -> Collection[str]:
    """The skill and those that it implies: the report tells them with the same quote."""
    return {skill_id, *_skills()[skill_id].implies}


@cache
def _skills() -> Mapping[str, Skill]:
    return reference_data.load(None).skills
