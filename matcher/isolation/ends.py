"""How a child's work on a document can end, and what the parent says of each end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from matcher.errors import DocumentCrashedError, DocumentError, DocumentTooExpensiveError


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may take.

    `seconds`: of time, all attempts together; with the start of the command or of a child, and the end of it, an answer
    is there within 8. The slowest of 420 real resumes took 1.7 with the slower engine.
    `memory_mib`: address space on top of what the child has mapped before it sees the document.
    `answer_mib`: of the answer that the child sends. A resume's has 0.03, thirty full pages 0.4; 400,000 characters of
    nothing but skills make 4, from which the parent would write 47 MB of JSON in 5 seconds.
    `documents`: that a reused child reads before it is renewed.
    """

    seconds: float = 6.5
    memory_mib: int = 256
    answer_mib: int = 1
    documents: int = 200


class End(Enum):
    """What became of a child's work."""

    ANSWERED = "answered"
    SLOW = "slow"
    HUNGRY = "hungry"
    TALKATIVE = "talkative"
    FAILED = "failed"
    CRASHED = "crashed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the parent gets. `kind`: the class name of what was raised, never its text.

    `is_worn`: the child must not be used again.
    """

    end: End
    payload: bytes = field(default=b"", repr=False)
    kind: str = ""
    is_worn: bool = False


_SAID: Mapping[End, tuple[type[DocumentError], str]] = {
    End.SLOW: (DocumentTooExpensiveError, "it took longer than {limits.seconds:g} seconds."),
    End.HUNGRY: (DocumentTooExpensiveError, "it takes more memory than a resume needs."),
    End.TALKATIVE: (DocumentTooExpensiveError, "its answer is longer than a resume's can be."),
    End.FAILED: (DocumentCrashedError, "reading it failed ({kind})."),
    End.CRASHED: (DocumentCrashedError, "reading it broke the reader down."),
}


def error_of(reply: Reply, name: str, limits: Limits) -> DocumentError:
    """The typed error for a reply that is no answer."""
    kind, trouble = _SAID[reply.end]
    return kind(name, trouble.format(limits=limits, kind=reply.kind))
