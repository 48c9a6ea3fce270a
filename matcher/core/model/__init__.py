"""The words of the house: frozen facts that every part of the matcher shares."""

from matcher.core.model.documents import Document, ReadingWarning, Span
from matcher.core.model.job_descriptions import JobDescription, Part, Quoted, Wanted
from matcher.core.model.mentions import Evidence, EvidenceKind, How, SkillMention
from matcher.core.model.reports import Engine, JobScore, MatchReport, NotAssessable, Outcome
from matcher.core.model.roles import Area, Duty, Gate, Occupation, Requirement, RoleProfile, Tier
from matcher.core.model.scores import AreaScore, Band, GateScore, NextBand, RequirementScore, RoleScore, Status
from matcher.core.model.skills import AmbiguousLabel, EscoConcept, Skill

__all__ = [
    "AmbiguousLabel",
    "Area",
    "AreaScore",
    "Band",
    "Document",
    "Duty",
    "Engine",
    "EscoConcept",
    "Evidence",
    "EvidenceKind",
    "Gate",
    "GateScore",
    "How",
    "JobDescription",
    "JobScore",
    "MatchReport",
    "NextBand",
    "NotAssessable",
    "Occupation",
    "Outcome",
    "Part",
    "Quoted",
    "ReadingWarning",
    "Requirement",
    "RequirementScore",
    "RoleProfile",
    "RoleScore",
    "Skill",
    "SkillMention",
    "Span",
    "Status",
    "Tier",
    "Wanted",
]
