"""What a child process may not do; set in the child, before it sees a document."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import math
import os
import select
import signal
import sys
import time
from multiprocessing import parent_process

if sys.platform != "win32":
    import fcntl
    import resource

MIB = 1024 * 1024
_OPEN_FILES = 64
"""Enough for the libraries that a reader loads late."""
_SET_DEATH_SIGNAL = 1
_SET_DUMPABLE = 4
"""Options of prctl, from linux/prctl.h."""
_WORDS_OF_PARSERS = ("CMAP_PATH",)
"""Environment variables that would point a parser at files (CVE-2025-70559)."""


def tether() -> None:
    """Makes the child a process group of its own that dies with its parent, and with the fork server. Linux only."""
    if sys.platform == "win32":
        return
    os.setpgid(0, 0)
    if sys.platform != "linux":
        return
    _prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)
    parent = parent_process()
    if parent is not None:
        _die_at_end_of(parent.sentinel)


def _die_at_end_of(pipe: int) -> None:
    """The kernel kills this process when `pipe` is closed at its other end, whatever holds the interpreter then."""
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([pipe], [], [], 0)[0]:  # closed before the kernel was asked
        os.kill(os.getpid(), signal.SIGKILL)


def silence() -> None:
    """No word of the child gets out: parsers and their logs quote documents."""
    logging.disable(logging.CRITICAL)
    for name in _WORDS_OF_PARSERS:
        os.environ.pop(name, None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def confine(memory_mib: int) -> int:
    """No files are written, no memory image is kept, and no more than this is mapped on top. The bytes mapped now."""
    if sys.platform == "win32":
        return 0
    if sys.platform == "linux":
        _prctl(_SET_DUMPABLE, 0)
    mapped = mapped_bytes()
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_NPROC, 0)  # no grandchildren; root is exempt, so the parent ends the whole group
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES)
    if mapped:
        _lower(resource.RLIMIT_AS, mapped + memory_mib * MIB)
    return mapped


def allow_work(seconds: float) -> None:
    """Processor time for one more document. The parent's clock is the fence; this one works without a parent."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        soft = math.ceil(time.process_time() + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def mapped_bytes() -> int:
    """Address space of this process; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as pages:
            return int(pages.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _lower(what: int, most: int) -> None:
    with contextlib.suppress(ValueError, OSError):  # lower already, or not known to the system
        resource.setrlimit(what, (most, most))


def _prctl(option: int, value: int) -> None:
    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)
