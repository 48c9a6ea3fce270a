"""One matcher behind all applications of these tests, and a server of its own for what only a socket shows."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.entrypoints.web import create_app
from matcher.isolation import IsolatedMatcher
from matcher.settings import Settings, WebSettings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def isolated() -> Iterator[IsolatedMatcher]:
    """A matcher as the web has it."""
    with IsolatedMatcher(workers=2) as matcher:
        yield matcher


@pytest.fixture(scope="session")
def app(isolated: IsolatedMatcher) -> Flask:
    """The application as it is by default, but for the rate."""
    return create_app(Settings(web=WebSettings(rate="", metrics=True)), isolated)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of the application; no server, no network."""
    return app.test_client()


@dataclass(frozen=True, slots=True)
class Running:
    """A server in a process of its own. `log`: the file of its standard error."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def running(folder: Path, *options: str, **environment: str) -> Iterator[Running]:
    """A server on a free port, ended at the end."""
    log = folder / "server.log"
    command = [sys.executable, "-m", "matcher", "serve", "--port", "0", "--workers", "2", *options]
    settings = {**os.environ, "MATCHER_RATE": "off", "TMPDIR": str(folder), **environment}
    with log.open("wb") as stream:
        process = subprocess.Popen(command, stderr=stream, cwd=ROOT, env=settings, start_new_session=True)
    try:
        yield Running(_port(process, log), process, log)
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(20)


def _port(process: subprocess.Popen[bytes], log: Path) -> int:
    while process.poll() is None:
        said = log.read_text("utf-8")
        if "Serving at" in said and said.endswith("\n"):
            return int(said.split("Serving at", 1)[1].split("\n", 1)[0].rsplit(":", 1)[1])
        time.sleep(0.02)
    raise AssertionError(log.read_text("utf-8"))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for all tests that do not stop it."""
    with running(tmp_path_factory.mktemp("server")) as found:
        yield found
