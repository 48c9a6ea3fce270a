"""What a deployment may change; the only reader of the environment."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from matcher.errors import SettingsError

_YES, _NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


@dataclass(frozen=True, slots=True)
class WebSettings:
    """What the web server goes by; each field is read from MATCHER_ and its name in capitals.

    `workers`: documents read at the same time; 0: twice the processors, four at least, so that five that hang leave a
    way through. `fresh`: a new process for each document.
    `waiting`: documents that may wait for a worker; more are answered with 503 at once.
    `patience`: seconds until a request is answered, with 504 where its document is still waiting.
    `keys`: file of API keys (`matcher keys`); None: no key is asked for.
    `hosts`: names under which this server may be addressed; none: any. `origins`: other sites whose scripts may ask.
    `proxies`: reverse proxies in front of it whose X-Forwarded headers are believed.
    `rate`: requests a client may make, in the words of Flask-Limiter; empty: any number.
    `rate_storage`: where they are counted; redis://… for several servers. `metrics`: serve GET /metrics.
    """

    workers: int = 0
    fresh: bool = True
    waiting: int = 24
    patience: float = 30.0
    keys: Path | None = None
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    proxies: int = 0
    rate: str = "1200 per minute"
    rate_storage: str = "memory://"
    metrics: bool = False

    @property
    def readers(self) -> int:
        """Documents read at the same time."""
        return self.workers or max(4, 2 * (os.cpu_count() or 1))


@dataclass(frozen=True, slots=True)
class Settings:
    """`profiles`: folder of role profiles to use instead of the shipped ones. `no_color`: https://no-color.org."""

    profiles: Path | None = None
    no_color: bool = False
    web: WebSettings = WebSettings()

    @staticmethod
    def from_environment() -> Settings:
        """MATCHER_PROFILES, NO_COLOR and those of `WebSettings`, where they are set and not empty.

        Raises `SettingsError` for a value that is none.
        """
        profiles = os.environ.get("MATCHER_PROFILES")
        return Settings(Path(profiles) if profiles else None, bool(os.environ.get("NO_COLOR")), _web(os.environ))


def _web(environment: Mapping[str, str]) -> WebSettings:
    given: dict[str, Any] = {}
    for field in fields(WebSettings):
        name = f"MATCHER_{field.name.upper()}"
        text = environment.get(name, "").strip()
        if text:
            given[field.name] = _read(name, text, _KINDS[str(field.type)])
    return WebSettings(**given)


def _read(name: str, text: str, kind: Callable[[str], Any]) -> Any:
    try:
        return kind(text)
    except ValueError as error:
        raise SettingsError(name, f"{text!r} is no value for it.") from error


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < 3600:
        raise ValueError(text)
    return seconds


def _switch(text: str) -> bool:
    if text.lower() not in _YES | _NO:
        raise ValueError(text)
    return text.lower() in _YES


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


_KINDS: Mapping[str, Callable[[str], Any]] = {
    "int": _count,
    "float": _seconds,
    "bool": _switch,
    "str": lambda text: "" if text.lower() in _NO else text,
    "Path | None": Path,
    "tuple[str, ...]": _words,
}
"""How a field of this type is read."""
