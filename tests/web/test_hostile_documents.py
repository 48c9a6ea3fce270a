"""Documents that hang their readers take neither the way nor the time of others."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from matcher.entrypoints.web import create_app
from matcher.isolation import Limits
from matcher.settings import Settings, WebSettings
from tests.builders import resume
from tests.isolation.mock import MockedMatcher

WALL = 2.5
"""Seconds a document may take here; in earnest it is 6.5."""


@pytest.fixture(scope="module")
def app() -> Iterator[Flask]:
    settings = WebSettings(rate="")
    with MockedMatcher(limits=Limits(seconds=WALL, memory_mib=128), workers=settings.readers) as matcher:
        yield create_app(Settings(web=settings), matcher)


def sent(app: Flask, data: bytes, name: str) -> tuple[int, float]:
    """(status, seconds) of the answer."""
    began = time.monotonic()
    answer = app.test_client().post("/match", data={"resume": (io.BytesIO(data), name)})
    return answer.status_code, time.monotonic() - began


def test_five_that_hang_delay_a_good_one_by_less_than_the_limit(app: Flask) -> None:
    with ThreadPoolExecutor(5) as pool:
        hanging = [pool.submit(sent, app, bytes([65 + number]) * 99, "loop.mock") for number in range(5)]
        time.sleep(0.2)
        status, seconds = sent(app, resume().encode(), "good.txt")
        assert status == 200
        assert seconds < 2 * WALL, "less than the limit, and its own time"
        assert [answer.result()[0] for answer in hanging] == [422] * 5


def test_one_that_hung_is_refused_at_once_for_an_hour(app: Flask) -> None:
    data = b"always the same " * 9
    assert sent(app, data, "loop.mock")[1] >= WALL
    for name in ("loop.mock", "other.pdf"):
        status, seconds = sent(app, data, name)
        assert (status, seconds < WALL / 2) == (422, True)


@pytest.mark.parametrize("command", ["abort", "segfault", "exit-0", "allocate", "raise", "kill"])
def test_one_that_breaks_its_reader_is_told_so_and_the_next_is_answered(app: Flask, command: str) -> None:
    assert sent(app, command.encode() * 9, f"{command}.mock")[0] == 422
    assert sent(app, resume().encode(), "good.txt")[0] == 200
