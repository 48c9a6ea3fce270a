"""The calls of docs/api.md do what it says, against a running server; what docs/operations.md names is there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from matcher.entrypoints.web import problems
from matcher.settings import WebSettings
from tests.web.conftest import ROOT, Running

API = (ROOT / "docs" / "api.md").read_text("utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", API, re.MULTILINE | re.DOTALL)


def run(command: list[str], server: Running, text: str, suffix: str, folder: Path) -> str:
    script = folder / f"call{suffix}"
    script.write_text(text.replace("ADDRESS", server.address), "utf-8")
    done = subprocess.run([*command, str(script)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("call", blocks("sh"))
def test_calls_with_curl_are_answered_in_json(server: Running, tmp_path: Path, call: str) -> None:
    told = run(["sh", "-e"], server, call, ".sh", tmp_path)
    decoder, place, found = json.JSONDecoder(), 0, 0
    while place < len(told.rstrip()):
        answer, place = decoder.raw_decode(told, place)
        place += len(told[place:]) - len(told[place:].lstrip())
        assert answer
        found += 1
    assert found == call.count("curl")


def test_curl_gets_what_the_command_line_gives(server: Running, tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    told = run(["sh", "-e"], server, blocks("sh")[0], ".sh", tmp_path)
    command = [sys.executable, "-m", "matcher", "match", "examples/amara-cdo.pdf", "--format", "json"]
    assert told == subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_call_from_python_names_the_role(server: Running, tmp_path: Path) -> None:
    (call,) = blocks("python")
    assert run([sys.executable], server, call, ".py", tmp_path) == "Chief Data Officer strong\n"


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_call_from_javascript_names_the_role(server: Running, tmp_path: Path) -> None:
    (call,) = blocks("js")
    assert run(["node"], server, call, ".mjs", tmp_path) == "Chief Data Officer strong\n"


def test_every_code_is_in_the_table(client: FlaskClient) -> None:
    elsewhere = {"headers_too_large", "not_implemented", "too_slow"}  # of sockets
    for code, status, _ in problems.codes():
        row = next((line for line in API.splitlines() if line.startswith("|") and f"`{code}`" in line), "")
        assert code in elsewhere or row.startswith(f"| {status} "), code


def test_every_setting_is_in_the_table() -> None:
    for field in fields(WebSettings):
        assert f"| `MATCHER_{field.name.upper()}` |" in OPERATIONS


def test_the_limits_are_those_of_the_code() -> None:
    from matcher.entrypoints.web import answering, doors, serve
    from matcher.intake import MOST_BYTES

    mib = 1024 * 1024
    assert f"A document has {MOST_BYTES // mib} MiB" in OPERATIONS
    assert f"{doors.MOST_BODY // mib} MiB (several documents: {doors.MOST_BATCH_BODY // mib} MiB" in OPERATIONS
    assert f"{answering.MOST_DOCUMENTS}\ndocuments" in OPERATIONS
    assert f"{doors.MOST_PARTS} parts" in OPERATIONS
    assert f"within {serve._TO_ARRIVE:g} seconds. {serve._MOST_CONNECTIONS} connections" in " ".join(OPERATIONS.split())
