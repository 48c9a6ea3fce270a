"""One table of a TOML file with its place in it, for reading values that are what they must be."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import tomli

from matcher.core.model import Skill
from matcher.errors import ReferenceDataError, did_you_mean

T = TypeVar("T", bound=str)


def toml(file: Traversable | Path) -> dict[str, Any]:
    """The content of a TOML file. Raises `ReferenceDataError` with the line where it is not valid."""
    try:
        return tomli.loads(file.read_text("utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReferenceDataError(file.name, f"is not valid TOML: {error}.") from error
    except OSError as error:
        raise ReferenceDataError(file.name, "cannot be read.") from error


def known(place: str, skill_id: str, skills: Mapping[str, Skill]) -> None:
    """Raises `ReferenceDataError` with the nearest known id if there is no such skill."""
    if skill_id not in skills:
        raise ReferenceDataError(place, f"unknown skill {skill_id!r}.{did_you_mean(skill_id, skills)}")


class Table:
    """A TOML table at `place`; each method reads one key or raises `ReferenceDataError`."""

    def __init__(self, place: str, data: Any, keys: frozenset[str] | None = None) -> None:
        self.place, self.data = place, data
        if not isinstance(data, dict):
            raise ReferenceDataError(place, "must be a table.")
        for key in data if keys is not None else ():
            if key not in (keys or ()):
                raise self.error(key, f"unknown key.{did_you_mean(key, keys or ())}")

    def error(self, key: str, trouble: str) -> ReferenceDataError:
        """The error for a key of this table."""
        return ReferenceDataError(f"{self.place}.{key}", trouble)

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self.data.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(key, "must be a text.")
        return value

    def one_of(self, key: str, words: tuple[T, ...]) -> T:
        """One of these words."""
        value: Any = self.text(key)
        for word in words:
            if value == word:
                return word
        raise self.error(key, f"{value!r} is none of {', '.join(words)}.{did_you_mean(value, words)}")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty if the key is missing."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(key, "must be a list of texts.")
        return tuple(value)

    def ids(self, key: str, skills: Mapping[str, Skill]) -> tuple[str, ...]:
        """A list of ids of known skills."""
        found = self.texts(key)
        for skill_id in found:
            known(f"{self.place}.{key}", skill_id, skills)
        return found

    def tables(self, key: str) -> list[dict[str, Any]]:
        """A list of tables; empty if the key is missing."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(key, "must be a list of tables.")
        return value

    def number(self, key: str, least: float, most: float) -> float:
        """A number from `least` to `most`."""
        value = self.data.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise self.error(key, f"must be a number from {least:g} to {most:g}.")
        return float(value)

    def numbers(self, key: str) -> dict[str, float]:
        """A table of numbers; empty if the key is missing."""
        value = self.data.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(v, int | float) for v in value.values()):
            raise self.error(key, "must be a table of numbers.")
        return {name: float(v) for name, v in value.items()}
