"""A child process as the pool wants it: ended at once and with all it started, and never mistaken for a clean end."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from threading import RLock

from matcher.isolation import fences

if sys.platform == "win32":
    from multiprocessing.context import SpawnContext as _Context
    from multiprocessing.context import SpawnProcess as _Process
else:
    from multiprocessing.context import ForkServerContext as _Context
    from multiprocessing.context import ForkServerProcess as _Process

_DONE = 83
"""Exit code of a child that ended because its work was done. A document that makes its reader call `exit(0)` must not
look like that, or the pool would wait for its answer until time is up."""
_SWAPPED = {_DONE: 0, 0: _DONE}
_TURN = RLock()
"""One thread at a time looks at children. Starting one looks at all others, and of two threads that read the end of the
same child the second gets 255 (`multiprocessing.popen_forkserver`); the pool would take that for a crash."""
_PAUSE = 0.005


class Child(_Process):
    """A process of its own group."""

    def run(self) -> None:
        """The child's life."""
        fences.tether()
        super().run()
        sys.exit(_DONE)

    def start(self) -> None:
        """Starts it."""
        with _TURN:
            super().start()

    @property
    def exitcode(self) -> int | None:
        """0 only for a child whose work was done; minus the signal for one that was killed."""
        with _TURN:
            code = super().exitcode
        return code if code is None else _SWAPPED.get(code, code)

    def is_alive(self) -> bool:
        """False once it has ended; then nothing that it started lives on either."""
        with _TURN:
            alive = super().is_alive()
        if not alive:
            self._end_group()
        return alive

    def join(self, timeout: float | None = None) -> None:
        """Waits for its end, `timeout` seconds at most, and lets others look at theirs."""
        until = None if timeout is None else time.monotonic() + timeout
        while self.is_alive() and (until is None or time.monotonic() < until):
            time.sleep(_PAUSE)

    def terminate(self) -> None:
        """Ends it without asking: there is nothing to be saved, and it may not listen."""
        self.kill()

    def _end_group(self) -> None:
        if sys.platform != "win32" and self.pid is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)


class Children(_Context):
    """The way to start children: from a fork server, so that no thread or lock of the parent is copied."""

    Process = Child
