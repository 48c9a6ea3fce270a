"""A worker that does on command what a hostile document could make its reader do; for tests only."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import signal
import socket
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping

from matcher import Matcher
from matcher.core.model import NotAssessable, Outcome
from matcher.isolation import IsolatedMatcher, worker

SUFFIX = ".mock"


def _loop() -> None:
    while True:
        pass


def _loop_in_c() -> None:
    sum(range(10**12))  # holds the interpreter: no Python signal handler gets a turn


def _allocate() -> None:
    hoard = []
    while True:
        hoard.append(bytearray(16 * 1024 * 1024))


def _ignore_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGXCPU, signal.SIGHUP, signal.SIGIO):
        signal.signal(number, signal.SIG_IGN)
    _loop()


def _print_a_gigabyte() -> None:
    megabyte = "x" * 1024 * 1024
    for _ in range(1024):
        print(megabyte)
        print(megabyte, file=sys.stderr)


def _fork() -> bool:
    """True in a new process. Only root can still make one; for others the work goes on without."""
    with contextlib.suppress(OSError):
        return os.fork() == 0
    return False


def _fork_and_loop() -> None:
    for _ in range(3):
        if _fork():
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            _loop()
    _loop()


def _fork_and_exit() -> None:
    if _fork():
        _loop()
    os._exit(7)


def _write_a_file() -> None:
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(b"quokka" * 10_000)
        file.flush()


def _open_everything() -> None:
    kept = [socket.socket() for _ in range(1_000)]
    raise AssertionError(len(kept))


def _recurse() -> None:
    _recurse()


COMMANDS: Mapping[str, Callable[[], None]] = {
    "loop": _loop,
    "loop-in-c": _loop_in_c,
    "ignore-signals": _ignore_signals,
    "sleep": lambda: time.sleep(60),
    "stop": lambda: os.kill(os.getpid(), signal.SIGSTOP),
    "fork-and-loop": _fork_and_loop,
    "allocate": _allocate,
    "allocate-at-once": lambda: bytearray(8 * 1024**3) and None,
    "abort": os.abort,
    "segfault": lambda: ctypes.string_at(0) and None,
    "exit": lambda: os._exit(3),
    "exit-0": lambda: os._exit(0),
    "system-exit": lambda: sys.exit(0),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "fork-and-exit": _fork_and_exit,
    "print": _print_a_gigabyte,
    "write": _write_a_file,
    "open": _open_everything,
    "recurse": _recurse,
}


def work(matcher: Matcher, content: bytes | str, name: str) -> Outcome:
    """Does what the name commands, then or else what the real worker does."""
    if name.endswith(SUFFIX):
        command = name.removesuffix(SUFFIX)
        if command == "raise":
            raise ValueError(content)
        if command == "warn":
            warnings.warn(str(content), stacklevel=1)
            logging.getLogger("reader").critical("%s", content)
            return worker.match(matcher, content, "after.txt")
        if command == "pid":
            return NotAssessable(matcher.engine, name, "", str(os.getpid()), "", "")
        if command == "answer-too-much":
            return NotAssessable(matcher.engine, "x" * 2 * 1024 * 1024, "", "", "", "")
        COMMANDS[command]()
        name = "after.txt"
    return worker.match(matcher, content, name)


class MockedMatcher(IsolatedMatcher):
    """An isolated matcher that obeys commands."""

    work = staticmethod(work)
