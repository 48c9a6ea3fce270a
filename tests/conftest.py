"""What every test may ask for."""

from __future__ import annotations

import multiprocessing

import pytest

from matcher import Matcher

# The fork server starts with the first test that isolates: with a matcher, for those that take a child a document.
multiprocessing.set_forkserver_preload(["matcher.isolation.preload"])


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    """One matcher for all tests: it keeps nothing of what it was asked."""
    return Matcher()
