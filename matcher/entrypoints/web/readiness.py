"""Whether documents can be read: a built-in PDF takes the way of all others."""

from __future__ import annotations

import time
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as LateError
from threading import Lock

from matcher.core.model import MatchReport
from matcher.entrypoints.web.admission import IsMatcher

_WORDS = (
    "Robin Beispiel",
    "Experience",
    "Team Lead, Example Works Ltd, 2019 - present",
    "Led a team of fourteen analysts and cut the mean time to respond with Splunk.",
    "Wrote the data strategy, which the board approved, and moved the data warehouse to Snowflake.",
    "Owned the ISO 27001 certification for the group and wrote the incident response playbooks.",
    "Education",
    "BSc Physics, 2008",
)
_FOR_SECONDS = 5.0
"""How long an answer holds: probes that come more often cost nothing."""
_LATEST = 8.0
"""Seconds until a service that does not answer is not ready."""


def sample() -> bytes:
    """A PDF of one page of an invented resume."""
    shown = "".join(f"({line}) Tj T*\n" for line in _WORDS)
    content = f"BT /F1 11 Tf 16 TL 56 780 Td\n{shown}ET".encode()
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (len(parts) + 1, table, len(parts) + 1, len(out))


class Readiness:
    """Asks the matcher now and then. `stop()` makes it say no: a balancer shall send nobody any more."""

    def __init__(self, matcher: IsMatcher) -> None:
        self._matcher = matcher
        self._until = 0.0
        self._is_ready = False
        self._is_stopping = False
        self._turn = Lock()

    def stop(self) -> None:
        """From now on not ready."""
        self._is_stopping = True

    def __bool__(self) -> bool:
        with self._turn:
            if time.monotonic() >= self._until:
                self._is_ready = self._ask()
                self._until = time.monotonic() + _FOR_SECONDS
            return self._is_ready and not self._is_stopping

    def _ask(self) -> bool:
        try:
            return isinstance(self._matcher.submit_bytes(sample(), "ready.pdf").result(_LATEST), MatchReport)
        except (CancelledError, LateError, RuntimeError):  # busy for too long, or closed
            return False
