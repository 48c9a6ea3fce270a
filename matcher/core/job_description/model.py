"""The words for what was understood of a job description; they live with all others in `core/model`."""

from matcher.core.model.job_descriptions import (
    CHOICE_PREFIX,
    COUNTED,
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
    "COUNTED",
    "PROFILE_ID",
    "TERM_FIELD",
    "TERM_PREFIX",
    "JobDescription",
    "Part",
    "Quoted",
    "Wanted",
]
