"""Which processes of ours there are."""

from __future__ import annotations

import os
import time
from pathlib import Path

LATEST = 6.0
"""Seconds until something must have happened: the limit of the tests, and as much again for a loaded machine."""


def family(session: int) -> set[int]:
    """The fork servers and children of a session, and what they left behind."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
                if os.getsid(int(entry.name)) == session and b"multiprocessing.forkserver" in command:
                    found.add(int(entry.name))
            except OSError:
                continue
    return found


def settled(session: int, most: int) -> bool:
    """True once no more than so many of the family are left."""
    until = time.monotonic() + LATEST
    while len(family(session)) > most and time.monotonic() < until:
        time.sleep(0.02)
    return len(family(session)) <= most
