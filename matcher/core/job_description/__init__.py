"""From the text of a job description to a role profile: what it asks for, how much, and where it says so."""

from matcher.core.job_description.describe import Describing
from matcher.core.job_description.described import TermFinder
from matcher.core.model.job_descriptions import (
    CHOICE_PREFIX,
    PROFILE_ID,
    TERM_FIELD,
    TERM_PREFIX,
    JobDescription,
    Part,
    Quoted,
    Wanted,
)

__all__ = [
    "CHOICE_PREFIX",
    "PROFILE_ID",
    "TERM_FIELD",
    "TERM_PREFIX",
    "Describing",
    "JobDescription",
    "Part",
    "Quoted",
    "TermFinder",
    "Wanted",
]
