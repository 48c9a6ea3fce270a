"""How a long run goes: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

_EVERY = 10.0
"""Seconds between two lines where there is no terminal."""


class Meter:
    """Is told how many documents there are, how many are done and how many of these without an answer; says nothing."""

    def start(self, total: int, done: int, failed: int) -> None:
        """Nothing."""

    def advance(self, done: int, failed: int) -> None:
        """Nothing."""

    def __enter__(self) -> Meter:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Lines(Meter):
    """A line every ten seconds, on standard error."""

    def __init__(self) -> None:
        self._total = self._done = self._failed = self._before = 0
        self._since = self._last = time.monotonic()

    def start(self, total: int, done: int, failed: int) -> None:
        """`done` of them were done by an earlier run."""
        self._total, self._done, self._before, self._failed = total, done, done, failed
        self._since = self._last = time.monotonic()
        if done:
            click.echo(f"{done:,} of {total:,} were done before.", err=True)

    def advance(self, done: int, failed: int) -> None:
        """More are done, some of them without an answer."""
        self._done, self._failed = self._done + done, self._failed + failed
        now = time.monotonic()
        if now - self._last >= _EVERY:
            self._last = now
            rate = (self._done - self._before) / (now - self._since)
            left = f"{(self._total - self._done) / rate:,.0f} s left" if rate else "no rate yet"
            click.echo(
                f"{self._done:,} of {self._total:,}, {rate:.1f}/s, {left}, {self._failed:,} without an answer", err=True
            )


class Bar(Meter):
    """A bar with count, rate, time left and failures, on a terminal's standard error."""

    def __init__(self, no_color: bool) -> None:
        self._progress = Progress(
            TextColumn("Reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]:,} without an answer"),
            console=Console(stderr=True, no_color=no_color or None),
        )
        self._task: TaskID | None = None
        self._failed = self._came = 0
        self._since = time.monotonic()

    def start(self, total: int, done: int, failed: int) -> None:
        """`done` of them were done by an earlier run."""
        self._failed, self._since = failed, time.monotonic()
        self._task = self._progress.add_task("", total=total, completed=done, failed=failed, rate="")

    def advance(self, done: int, failed: int) -> None:
        """More are done, some of them without an answer."""
        assert self._task is not None, "start() comes first"  # noqa: S101
        self._failed, self._came = self._failed + failed, self._came + done
        rate = f"{self._came / max(0.001, time.monotonic() - self._since):.1f}/s"
        self._progress.update(self._task, advance=done, failed=self._failed, rate=rate)

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
