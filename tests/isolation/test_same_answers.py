"""Isolated or not, the answer is the same to the byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher import Matcher
from matcher.errors import MatcherError, ReferenceDataError, UnknownRoleError
from matcher.isolation import IsolatedMatcher
from matcher.writers import WRITERS
from tests.builders import DATA_WORK, resume

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").iterdir())
REFUSED = {
    "empty.txt": b"",
    "short.txt": b"Robin",
    "program.pdf": b"MZ",
    "damaged.pdf": b"%PDF-1.7\n%%EOF",
    "x\n.pdf": b"?",
}


@pytest.fixture(scope="module", params=[True, False], ids=["fresh", "reused"])
def isolated(request: pytest.FixtureRequest) -> Iterator[IsolatedMatcher]:
    with IsolatedMatcher(fresh=request.param) as matcher:
        yield matcher


@pytest.mark.parametrize("form", WRITERS)
def test_reports_are_equal_to_the_byte(isolated: IsolatedMatcher, matcher: Matcher, form: str) -> None:
    write = WRITERS[form].write
    futures = [isolated.submit_bytes(path.read_bytes(), path.name) for path in EXAMPLES]
    for path, future in zip(EXAMPLES, futures, strict=True):
        assert write(future.result(), isolated.skills) == write(matcher.match_file(path), matcher.skills)


@pytest.mark.parametrize("name", REFUSED)
def test_refusals_are_equal(isolated: IsolatedMatcher, matcher: Matcher, name: str) -> None:
    assert isolated.match_bytes(REFUSED[name], name) == matcher.match_bytes(REFUSED[name], name)


@pytest.mark.parametrize("text", ["", "Robin", resume(DATA_WORK), "half a pair \ud83d"])
def test_texts_are_equal(isolated: IsolatedMatcher, matcher: Matcher, text: str) -> None:
    assert isolated.match_text(text) == matcher.match_text(text)


def test_it_says_what_it_is_made_of(isolated: IsolatedMatcher, matcher: Matcher) -> None:
    assert (isolated.engine, isolated.skills) == (matcher.engine, matcher.skills)
    assert isolated.profiles == matcher.profiles


def test_only_the_roles_asked_for_are_scored(matcher: Matcher) -> None:
    with IsolatedMatcher(roles=["chief_data_officer"], workers=1) as isolated:
        assert isolated.match_text(resume()) == Matcher(roles=["chief_data_officer"]).match_text(resume())


@pytest.mark.parametrize(
    ("profiles", "roles", "kind"),
    [(None, ["chief_data_oficer"], UnknownRoleError), (Path("nowhere"), [], ReferenceDataError)],
)
def test_wrong_profiles_and_roles_are_told_in_the_same_words(
    profiles: Path | None, roles: list[str], kind: type[MatcherError]
) -> None:
    with pytest.raises(kind) as isolated:
        IsolatedMatcher(profiles, roles)
    with pytest.raises(kind) as in_process:
        Matcher(profiles, roles)
    assert str(isolated.value) == str(in_process.value)
