"""What a document shows of skills."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from matcher.core.model.documents import Span


class EvidenceKind(StrEnum):
    """How a resume shows a skill; the strength of each kind is in `core/scoring/numbers.py`."""

    OUTCOME = "outcome"
    USED = "used"
    CERTIFICATE = "certificate"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_IN_PROGRESS = "certificate_in_progress"
    OTHERS = "others"
    ELSEWHERE = "elsewhere"
    TITLE = "title"
    LISTED = "listed"
    NEGATED = "negated"
    WISHED = "wished"
    INTEREST = "interest"
    REFERENCE = "reference"
    ORGANISATION = "organisation"
    CONTACT = "contact"
    ADVERT = "advert"
    CONSENT = "consent"


class How(StrEnum):
    """How the words were recognised."""

    EXACT = "exact"
    VARIANT = "variant"
    LIKELY = "likely"
    IMPLIED = "implied"


class SkillMention(NamedTuple):
    """A skill as written: `document.text[span.start:span.end] == surface_form`, always.

    `kind`, `how`: what the mention is worth and how sure it is. `sentence`: the sentence or line around it, for the
    quote. `distance`: letters that differ, for variants. `speaking`: the words that tell it, for likely mentions.
    """

    skill_id: str
    span: Span
    surface_form: str
    sentence: Span
    kind: EvidenceKind
    how: How = How.EXACT
    distance: int = 0
    speaking: tuple[str, ...] = ()

    def __repr__(self) -> str:  # without the words of the document
        return f"SkillMention({self.skill_id!r}, {self.span}, {self.kind}, {self.how})"


class Evidence(NamedTuple):
    """A mention as it counts for one requirement. `via`: the skill it names, where that implies this one."""

    mention: SkillMention
    strength: float
    how: How
    via: str | None = None
