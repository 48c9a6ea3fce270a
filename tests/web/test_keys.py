from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matcher.entrypoints.cli import main
from matcher.entrypoints.web import keys
from matcher.errors import KeyRefusedError, KeyRequiredError, SettingsError

NOW = datetime(2030, 1, 1, tzinfo=UTC)


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["keys", "--file", str(path), *arguments])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


def test_a_token_is_told_once_and_kept_nowhere(path: Path) -> None:
    token = run(path, "add", "robin").stdout.strip()
    assert token.startswith(keys.PREFIX)
    assert len(token) > 40
    kept = path.read_text("utf-8")
    assert token not in kept
    assert token.removeprefix(keys.PREFIX) not in kept
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert keys.KeyRing(path).name_of(token) == "robin"


def test_two_tokens_are_never_alike(path: Path) -> None:
    assert keys.add(path, "a", None) != keys.add(path, "b", None)


@pytest.mark.parametrize("token", [None, "", "mk_wrong", "\ud800", "x" * 10_000])
def test_a_wrong_token_opens_nothing(path: Path, token: str | None) -> None:
    keys.add(path, "robin", None)
    with pytest.raises(KeyRequiredError):
        keys.KeyRing(path).name_of(token)


def test_a_key_runs_out(path: Path) -> None:
    token = keys.add(path, "robin", 30, NOW)
    ring = keys.KeyRing(path)
    assert ring.name_of(token, NOW + timedelta(days=29)) == "robin"
    with pytest.raises(KeyRefusedError, match="expired"):
        ring.name_of(token, NOW + timedelta(days=30))


def test_a_revoked_key_is_refused_by_a_running_server_from_the_next_request_on(path: Path) -> None:
    token = keys.add(path, "robin", None)
    ring = keys.KeyRing(path)
    assert ring.name_of(token) == "robin"
    assert run(path, "revoke", "robin").exit_code == 0
    with pytest.raises(KeyRefusedError, match="revoked"):
        ring.name_of(token)
    other = keys.add(path, "robin", None)
    assert ring.name_of(other) == "robin"
    with pytest.raises(KeyRequiredError):
        ring.name_of(token)


def test_keys_are_listed_without_what_opens(path: Path) -> None:
    token = keys.add(path, "robin", 1, NOW)
    keys.add(path, "kim", None)
    listed = run(path, "list").stdout
    assert [line.split("\t")[:2] for line in listed.splitlines()] == [["robin", "valid"], ["kim", "valid"]]
    assert token not in listed
    assert keys.digest(token) not in listed


def test_a_name_is_given_once(path: Path) -> None:
    run(path, "add", "robin")
    twice = run(path, "add", "robin")
    assert (twice.exit_code, twice.stdout) == (2, "")
    assert "revoke it first" in twice.stderr


def test_what_is_no_file_of_keys_is_told(path: Path) -> None:
    for text in ("{", "[1]", '[{"name": "x"}]', '{"a": 1}'):
        path.write_text(text, "utf-8")
        with pytest.raises(SettingsError):
            keys.load(path)
    assert run(path, "revoke", "x").exit_code == 4
    assert CliRunner().invoke(main, ["keys", "list"], env={"MATCHER_KEYS": ""}).exit_code == 2


def test_all_keys_are_compared_whatever_is_sent(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = [keys.add(path, name, None) for name in "abc"]
    ring, compared = keys.KeyRing(path), []
    compare = keys.hmac.compare_digest
    monkeypatch.setattr(keys.hmac, "compare_digest", lambda a, b: compared.append(a) or compare(a, b))
    ring.name_of(tokens[0])
    assert len(compared) == 3
