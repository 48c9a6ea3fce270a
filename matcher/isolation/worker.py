"""The child's side: builds the matcher, fences itself in, and answers with bytes that the parent can trust."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from matcher.core.model import Engine, JobDescription, NotAssessable, Outcome, RoleProfile, Skill
from matcher.errors import DocumentError, MatcherError
from matcher.intake import not_assessable, text_bytes
from matcher.isolation import fences
from matcher.isolation.ends import End, Limits, Reply

if TYPE_CHECKING:
    from matcher.pipeline import Matcher

T = TypeVar("T")
Work = Callable[["Matcher", bytes | str, str], T]
"""What is done with a document: its bytes or text, and its name."""
_LONGEST_KIND = 60
_OBJECTS = 20_000
"""Objects that are made before Python looks for cycles among them. A report is made of some thousand objects without
any; looking after each 700 takes a twelfth of a document's time."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a child's matcher is made of: all that the parent needs to write its answers."""

    engine: Engine
    skills: dict[str, Skill]
    profiles: tuple[RoleProfile, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A `MatcherError` on its way to the parent: the name of its class, and what it is made of."""

    kind: str
    subject: str
    trouble: str


@dataclass(frozen=True, slots=True)
class _Ready:
    matcher: Matcher
    limits: Limits
    mapped: int


_state: _Ready | Wrong | None = None
"""Set once, when the child starts."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a child's matcher is to be. `profiles`: a folder; `more`: files of further ones.

    `roles`: all if none is named. `job`: the description against which all documents are scored, if one is given.
    """

    profiles: Path | None = None
    roles: tuple[str, ...] = ()
    more: tuple[Path, ...] = ()
    job: JobDescription | None = None


def prepare(wish: Wish, limits: Limits) -> None:
    """To be called first in a child. Keeps what is wrong with profiles or roles for whoever asks."""
    global _state  # noqa: PLW0603 - the pool hands nothing from its initializer to its work
    fences.silence()
    gc.set_threshold(_OBJECTS)
    from matcher.isolation import prebuilt  # here, because the parent does without the engine

    try:
        matcher = prebuilt.matcher(wish.profiles, wish.more).narrowed(wish.roles)
        matcher = matcher.against(wish.job) if wish.job else matcher
    except MatcherError as error:
        _state = Wrong(type(error).__name__, error.subject, error.trouble)
    else:
        _state = _Ready(matcher, limits, fences.confine(limits.memory_mib))


def describe() -> Card | Wrong:
    """What the matcher is made of, or what is wrong with the profiles or roles. Asked before there is any document."""
    if isinstance(_state, _Ready):
        return Card(_state.matcher.engine, _state.matcher.skills, _state.matcher.profiles)
    assert _state is not None, "prepare() comes first"  # noqa: S101
    return _state


def match_for(matcher: Matcher, content: bytes | str, name: str, job: bytes | str, job_name: str) -> Outcome:
    """The work where a job description is given, too. One that cannot be used is the outcome, under its own name."""
    description = describe_job(matcher, job, job_name)
    if isinstance(description, NotAssessable):
        return description
    return match(matcher.against(description), content, name)


def describe_job(matcher: Matcher, content: bytes | str, name: str) -> JobDescription | NotAssessable:
    """The work on a job description alone: what was understood of it, or why nothing was."""
    try:
        if isinstance(content, str):
            return matcher.describe_text(content, name)
        return matcher.describe_bytes(content, name)
    except DocumentError as error:
        return not_assessable(error, matcher.engine, text_bytes(content) if isinstance(content, str) else content)


def match(matcher: Matcher, content: bytes | str, name: str) -> Outcome:
    """The work a child is there for."""
    return matcher.match_text(content, name) if isinstance(content, str) else matcher.match_bytes(content, name)


def answer(work: Work[Any], content: bytes | str, name: str, seconds: float) -> Reply:
    """The pickled outcome, or how the work failed. Raises nothing: texts of exceptions quote documents."""
    assert isinstance(_state, _Ready), "a matcher that was never built is asked nothing"  # noqa: S101
    most = _state.limits.answer_mib * fences.MIB
    try:
        fences.allow_work(seconds)
        payload = pickle.dumps(work(_state.matcher, content, name), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return Reply(End.HUNGRY, is_worn=True)
    except BaseException as error:  # a reader that exits or is interrupted has failed, too
        return Reply(End.FAILED, kind=_name_of(type(error)), is_worn=True)
    if len(payload) > most:
        return Reply(End.TALKATIVE, is_worn=True)
    return Reply(End.ANSWERED, payload, is_worn=_is_worn(_state))


def _name_of(kind: type[BaseException]) -> str:
    """The name of a class that has a home; a made-up one could say anything."""
    return kind.__name__ if kind.__name__.isidentifier() and len(kind.__name__) <= _LONGEST_KIND else "Exception"


def _is_worn(state: _Ready) -> bool:
    """True if less than half of the room for documents is left: the next one must not pay for those before it."""
    return fences.mapped_bytes() > state.mapped + state.limits.memory_mib * fences.MIB // 2
