"""Projects: entries with a line of their own, or items of a list."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.core.resume_parts.dates import dated_range
from matcher.core.resume_parts.heads import LONGEST_SECOND
from matcher.core.resume_parts.items import Item, trimmed, words_of
from matcher.core.resume_parts.parts import Dates, Project
from matcher.core.resume_parts.work import told


def projects_of(items: Sequence[Item]) -> list[Project]:
    """The projects in the order of the text: short lines with bullets under them, else each item for itself."""
    projects: list[Project] = []
    i = 0
    while i < len(items):
        following = i + 1
        if _is_title(items, i):
            while following < len(items) and items[following].is_bullet:
                following += 1
            projects.append(_project(items[i], items[i + 1 : following]))
        elif items[i].text:
            projects.append(Project(None, Dates(), items[i].text, ()))
        i = following
    return projects


def _is_title(items: Sequence[Item], i: int) -> bool:
    item = items[i]
    is_over_bullets = i + 1 < len(items) and items[i + 1].is_bullet and not items[i + 1].is_apart
    is_short = len(words_of(item.text)) <= LONGEST_SECOND and not item.text.endswith(".")
    return not item.is_bullet and is_short and is_over_bullets


def _project(item: Item, body: Sequence[Item]) -> Project:
    dated = dated_range(item.written)
    name, dates = item.text, Dates()
    if dated is not None:
        before, after = item.written[: dated.start], item.written[dated.end :]
        if not words_of(before) or not words_of(after):
            start, end = (0, dated.start) if words_of(before) else (dated.end, len(item.written))
            name, dates = trimmed(item.written, start, end).text, dated.dates
    _, highlights = told(body)
    return Project(name or None, dates, None, highlights)
