"""The templates of every page, and how what they print is made safe."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from matcher.core import scoring
from matcher.core.model import Status, Tier
from matcher.resources import folder
from matcher.writers import wording
from matcher.writers.transcript import State

MOST_QUOTES = 2
"""Quotes a requirement that are open; further ones are folded."""
MOST_MISSING = 10
"""Missing skills told in full; further ones are a folded list."""
MOST_NAMES = 5
"""Other names told of a skill."""

_BIDI = {
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
_VISIBLE: Mapping[int, str | None] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},
    **dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"),
    **dict.fromkeys(range(0xF000, 0xF100), "•"),  # codes of symbol fonts, in resumes nearly always bullets
    **{code: f"⟨{name}⟩" for code, name in _BIDI.items()},
    **dict.fromkeys((0x061C, 0x200E, 0x200F)),
    0x7F: "\u2421",
    0x2028: "\u2424",
    0x2029: "\u2424",
}
"""Characters that could break or reorder a page, and how they are shown; the direction marks are left out."""


def visible(value: object) -> object:
    """`value`; if it is a text, with nothing in it that could break a page, hide there or turn its order around."""
    return value.translate(_VISIBLE) if type(value) is str else value


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates; whatever they print goes through `visible` and is then escaped."""
    templates = folder("templates")
    found = Environment(
        loader=FunctionLoader(lambda name: (templates / name).read_text("utf-8")),
        autoescape=True,
        finalize=visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(scoring=scoring, wording=wording, Status=Status, State=State, Tier=Tier, worth=_worth())
    found.globals.update(MOST_QUOTES=MOST_QUOTES, MOST_MISSING=MOST_MISSING, MOST_NAMES=MOST_NAMES)
    return found


def _worth() -> tuple[tuple[str, str], ...]:
    """What a mention is worth, by its kind."""
    counted = [(wording.KINDS[kind], f"{worth:g}") for kind, worth in scoring.STRENGTH.items() if worth]
    listed = ("listed, no work shown", f"{scoring.CLAIMS_CAP:g} in all")
    return (*counted, listed, ("wished for, learned, denied, an interest", "0"))
