"""API keys: random tokens with a name and an end, kept as digests in one file."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from matcher.errors import KeyRefusedError, KeyRequiredError, SettingsError, UsageError

PREFIX = "mk_"
"""So that scanners for leaked secrets, and people, know what it is."""
_BYTES = 32
"""Of chance in a token: nobody guesses one, so a plain SHA-256 keeps it as well as a slow hash would."""


@dataclass(frozen=True, slots=True)
class Key:
    """What is kept of a key. `created`, `expires`, `revoked`: ISO 8601 in UTC; None: never."""

    name: str
    sha256: str
    created: str
    expires: str | None = None
    revoked: str | None = None

    def state(self, now: datetime) -> str:
        """valid, expired or revoked."""
        if self.revoked:
            return "revoked"
        return "expired" if self.expires and datetime.fromisoformat(self.expires) <= now else "valid"


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def load(path: Path) -> tuple[Key, ...]:
    """The keys in the file, none if there is no file. Raises `SettingsError` for a file that holds something else."""
    try:
        return tuple(Key(**row) for row in json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError) as error:
        raise SettingsError(str(path), "it is no file of keys; `matcher keys add` makes one.") from error


def add(path: Path, name: str, days: int | None, now: datetime | None = None) -> str:
    """A new token, which is kept nowhere. Raises `UsageError` if a valid key has that name."""
    now = now or datetime.now(UTC)
    keys = load(path)
    if any(key.name == name and key.state(now) == "valid" for key in keys):
        raise UsageError(name, "there is a valid key of that name; revoke it first.")
    token = PREFIX + secrets.token_urlsafe(_BYTES)
    expires = None if days is None else _written(now + timedelta(days=days))
    _save(path, (*(key for key in keys if key.name != name), Key(name, digest(token), _written(now), expires)))
    return token


def revoke(path: Path, name: str, now: datetime | None = None) -> None:
    """Takes a key back, at once. Raises `UsageError` if there is none of that name."""
    keys = load(path)
    if not any(key.name == name for key in keys):
        raise UsageError(name, "there is no key of that name.")
    since = _written(now or datetime.now(UTC))
    _save(path, tuple(replace(key, revoked=since) if key.name == name else key for key in keys))


class KeyRing:
    """The keys of a running server; a change of the file counts from the next request on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int, int] | None = None
        self._keys: tuple[Key, ...] = ()
        self._turn = Lock()
        self._refresh()

    def name_of(self, token: str | None, now: datetime | None = None) -> str:
        """Whose token it is. Raises `KeyRequiredError` and `KeyRefusedError`. Takes as long for a wrong one."""
        self._refresh()
        given, found = digest(token or ""), None
        for key in self._keys:  # all of them, so that time tells nothing
            if hmac.compare_digest(key.sha256, given):
                found = key
        if not token or found is None:
            raise KeyRequiredError("request", "it has no key." if not token else "its key is not known.")
        state = found.state(now or datetime.now(UTC))
        if state != "valid":
            raise KeyRefusedError("request", f"its key is {state}.")
        return found.name

    def __bool__(self) -> bool:
        return any(key.state(datetime.now(UTC)) == "valid" for key in self._keys)

    def _refresh(self) -> None:
        with self._turn:
            stamp = _stamp(self._path)
            if stamp != self._stamp:
                self._keys, self._stamp = load(self._path), stamp


def table(keys: tuple[Key, ...], now: datetime | None = None) -> str:
    """The keys, one a line: name, state, created, expires."""
    now = now or datetime.now(UTC)
    rows: list[Mapping[str, str | None]] = [{**asdict(key), "state": key.state(now)} for key in keys]
    return "".join(f"{row['name']}\t{row['state']}\t{row['created']}\t{row['expires'] or 'never'}\n" for row in rows)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _save(path: Path, keys: tuple[Key, ...]) -> None:
    """Whole or not at all; readable to its owner alone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 0600
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(json.dumps([asdict(key) for key in keys], indent=2) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except OSError as error:
        raise UsageError(str(path), f"cannot be written: {error.strerror}.") from error


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
