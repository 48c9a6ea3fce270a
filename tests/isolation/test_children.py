"""A child that ended has ended, with all that it started."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

from matcher.isolation.children import Children
from tests.isolation.processes import LATEST, family, settled


def fork_and_sleep(ready: Connection) -> None:
    """For a child without fences, where every user can fork."""
    for _ in range(3):
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
    ready.send("forked")
    time.sleep(60)


def leave(code: int) -> None:
    os._exit(code)


def nothing() -> None:
    pass


def test_those_that_a_child_started_end_with_it() -> None:
    children = Children()
    reader, writer = children.Pipe(duplex=False)
    child = children.Process(target=fork_and_sleep, args=(writer,))
    child.start()
    assert reader.recv() == "forked"
    before = len(family(os.getsid(0)))
    assert before >= 5, "the fork server, the child, three of its own"
    child.terminate()
    child.join()
    assert settled(os.getsid(0), before - 4)


def test_only_work_that_was_done_ends_with_0() -> None:
    children = Children()
    codes = []
    for target, arguments in ((nothing, ()), (leave, (0,)), (leave, (3,))):
        child = children.Process(target=target, args=arguments)
        child.start()
        child.join(LATEST)
        codes.append(child.exitcode)
    assert codes[0] == 0
    assert codes[1] not in {None, 0}
    assert codes[2] == 3
