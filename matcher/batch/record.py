"""What is kept of an outcome: all of it, packed, and the few facts that tables are made of."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, overload

import orjson

from matcher.core.model import NotAssessable, Outcome, Skill
from matcher.writers import json
from matcher.writers.outcome import form
from matcher.writers.outcome_form import OutcomeForm, RoleForm

_LEVEL = 1
"""Of zlib: a report packs to a twelfth in a millisecond; higher levels gain a tenth and take three times as long."""
_NAME = "\0"
"""Stands where the document's name goes: JSON has no such character. So one answer serves all copies of a document."""
_HOLE = json.line(_NAME)
STATUSES = ("met", "partly", "claimed", "missing")


class GapFacts(NamedTuple):
    """A requirement that is not met. `gain`: points if it were shown."""

    skill_id: str
    tier: str
    status: str
    gain: float


class RoleFacts(NamedTuple):
    """What tables tell of a role. `counts`: requirements met, partly met, claimed, missing; `gaps` by gain."""

    id: str
    title: str
    score: float
    evidenced: float
    band: str
    margin_to_next: float | None
    tied_with: tuple[str, ...]
    counts: tuple[int, int, int, int]
    gaps: Sequence[GapFacts]


class Facts(NamedTuple):
    """What tables tell of a document: `roles` best first, or the problem; `warnings`: codes of what to check.

    `job`: how far it shows what the job description of the run asks for.
    """

    status: str
    code: str
    detail: str
    way_out: str
    reader: str
    pages: int
    characters: int
    warnings: tuple[str, ...]
    roles: tuple[RoleFacts, ...]
    job: RoleFacts | None = None

    @property
    def scored(self) -> tuple[RoleFacts, ...]:
        """All that there is a score for: the job description first, then the roles."""
        return (self.job, *self.roles) if self.job else self.roles

    @property
    def focus(self) -> RoleFacts:
        """What the run is about: the job description, or else the best role."""
        return self.scored[0]

    @property
    def is_assessed(self) -> bool:
        """Whether there are scores."""
        return self.status == "assessed"


class Record(NamedTuple):
    """An outcome as it is kept: both parts packed, without the document's name."""

    code: str
    report: bytes
    facts: bytes

    def line(self, name: str) -> bytes:
        """The outcome of the document called `name`, as one line of JSON without a line feed."""
        return zlib.decompress(self.report).replace(_NAME.encode(), json.line(name), 1)

    def told(self) -> Facts:
        """The facts."""
        told = Facts(*orjson.loads(zlib.decompress(self.facts)))
        job = _role(told.job) if told.job else None
        return told._replace(warnings=tuple(told.warnings), roles=tuple(map(_role, told.roles)), job=job)


def record(outcome: Outcome, skills: dict[str, Skill], with_evidence: bool) -> Record:
    """`outcome` to be kept; without evidence nothing of the document's text is in it."""
    shape = form(outcome, skills, with_evidence)
    shape["document"]["name"] = _NAME
    code = outcome.code if isinstance(outcome, NotAssessable) else ""
    return Record(code, _packed(json.line(shape).replace(_HOLE, _NAME.encode(), 1)), _packed(json.line(_facts(shape))))


def _packed(line: bytes) -> bytes:
    return zlib.compress(line, _LEVEL)


def _facts(shape: OutcomeForm) -> Facts:
    if shape["status"] == "not_assessable":
        problem = shape["problem"]
        return Facts(shape["status"], problem["code"], problem["detail"], problem["way_out"], "", 0, 0, (), ())
    document = shape["document"]
    warnings = tuple(warning["code"] for warning in document["warnings"])
    read = (document["reader"], document["pages"], document["characters"], warnings)
    job = shape["job_description"]["role"] if "job_description" in shape else None
    roles = tuple(_of_role(role) for role in shape["roles"])
    return Facts(shape["status"], "", "", "", *read, roles, _of_role(job) if job else None)


def _of_role(role: RoleForm) -> RoleFacts:
    statuses: list[str] = [requirement["status"] for area in role["areas"] for requirement in area["requirements"]]
    met, partly, claimed, missing = (statuses.count(status) for status in STATUSES)
    gaps = tuple(GapFacts(m["skill_id"], m["tier"], m["status"], m["gain_if_shown"]) for m in role["missing"])
    said = (role["id"], role["title"], role["score"], role["evidenced"], role["band"], role["margin_to_next"])
    return RoleFacts(*said, tuple(role["tied_with"]), (met, partly, claimed, missing), gaps)


def _role(kept: Sequence[Any]) -> RoleFacts:
    """The facts of a role as JSON gives them back."""
    told = RoleFacts(*kept)
    return told._replace(tied_with=tuple(told.tied_with), counts=(*told.counts,), gaps=_Gaps(told.gaps))


class _Gaps(Sequence[GapFacts]):
    """The gaps of a role as JSON gives them back, each made when it is asked for: most tables tell the first few of
    hundreds.
    """

    __slots__ = ("_kept",)

    def __init__(self, kept: Sequence[Any]) -> None:
        self._kept = kept

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[GapFacts]:
        return map(GapFacts._make, self._kept)

    @overload
    def __getitem__(self, at: int) -> GapFacts: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[GapFacts]: ...
    def __getitem__(self, at: int | slice) -> GapFacts | Sequence[GapFacts]:
        return _Gaps(self._kept[at]) if isinstance(at, slice) else GapFacts._make(self._kept[at])
