"""Finds the folders that ship with the matcher, in a checkout and when installed."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def folder(name: str) -> Traversable:
    """The folder `name`: inside the package when installed, beside it in a checkout."""
    inside = files("matcher") / name
    return inside if inside.is_dir() else Path(__file__).resolve().parent.parent / name
