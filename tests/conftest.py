"""What every test may ask for."""

from __future__ import annotations

import pytest

from matcher import Matcher


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    """One matcher for all tests: it keeps nothing of what it was asked."""
    return Matcher()
