"""What tests of job descriptions ask for."""

from __future__ import annotations

import hashlib

import pytest

from matcher import Matcher, reference_data
from matcher.core.job_description import Describing, JobDescription
from matcher.core.model import Document


class ByText(Describing):
    """Is given texts instead of documents."""

    def describe(self, text: str, name: str = "job description") -> JobDescription:  # type: ignore[override]
        digest = hashlib.sha256(text.encode()).hexdigest()
        return super().describe(Document(name, text, digest, "text/plain", "text"))


@pytest.fixture(scope="session")
def describing(matcher: Matcher) -> ByText:
    """One for all tests: it keeps nothing of what it was asked."""
    return ByText(matcher.finder, matcher.skills, reference_data.load().line_weights)
