"""What tests of job descriptions ask for."""

from __future__ import annotations

import pytest

from matcher import Matcher
from matcher.core.job_description import Describing


@pytest.fixture(scope="session")
def describing(matcher: Matcher) -> Describing:
    """One for all tests: it keeps nothing of what it was asked."""
    return Describing(matcher.finder, matcher.skills)
