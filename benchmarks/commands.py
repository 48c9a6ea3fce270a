"""What a fresh process takes: seconds until it is ready or has answered, and memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "examples/amara-cdo.txt"
_READY = """
import time
from matcher.pipeline import Matcher
began = time.perf_counter()
Matcher()
print(time.perf_counter() - began)
"""
_MATCH = "import sys; from matcher import Matcher; Matcher().match_file(sys.argv[1])"
# The peak of a process counts what its parent held when it was started (Linux, setmax_mm_hiwater_rss in exec), so a
# small process stands between this one, which holds spaCy, and the measured one.
_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in one `ru_maxrss`."""


def seconds_until_ready() -> float:
    """Seconds `Matcher()` takes in a process that has imported it already."""
    return float(_run("-c", _READY))


def seconds_of_help() -> float:
    """Seconds from starting `python -m matcher --help` to its end."""
    began = perf_counter()
    _run("-m", "matcher", "--help")
    return perf_counter() - began


def peak_megabytes() -> float:
    """Peak resident memory of the process that matches the example resume, in MB (10**6 bytes).

    The command `matcher match` takes some 60 MB more, for itself and the fork server of that process.
    """
    peak = _run("-c", _PEAK, sys.executable, "-c", _MATCH, EXAMPLE)
    return int(peak) * _UNIT / 1e6


def _run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout
