"""Work, paid or not: entries that open with a dated line, and what stands under them."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.core.resume_parts.dates import tells_duration, without_duration
from matcher.core.resume_parts.heads import Head, date_of_head, is_second, read_head
from matcher.core.resume_parts.items import Item, has, words_of
from matcher.core.resume_parts.parts import Job, Left
from matcher.core.resume_parts.words import SCHOOLS, TITLES
from matcher.core.sections import Section

TELLING = 12
"""Words from which a line under a head tells of the job as a whole."""


def jobs_of(items: Sequence[Item]) -> tuple[list[Job], list[Left]]:
    """The jobs in the order of the text, and what belongs to none."""
    heads = [i for i, item in enumerate(items) if date_of_head(item) is not None]
    jobs: list[Job] = []
    left: list[Left] = []
    body: list[Item] = []
    done = 0
    opened: Head | None = None
    for i in heads:
        if i < done:
            continue
        above = i - _above(items[done : i + 1])
        body += items[done:above]
        _close(opened, body, jobs, left)
        opened = _opened(items, i, items[above:i][::-1])
        body = []
        done = i + 1 + opened.has_below
        if not _is_job(opened, items[i], items[done : done + 2]):
            left += [Left(item.start, item.text) for item in items[above : i + 1]]
            opened = None
            done = i + 1
        else:
            left += [Left(*piece) for piece in opened.left]
    _close(opened, [*body, *items[done:]], jobs, left)
    return jobs, left


def _above(items: Sequence[Item]) -> int:
    """How many lines above the last one, which is dated, belong to its head.

    LinkedIn's export has employer, title and bare dates below each other, and how long all of it took in between.
    """
    dated = items[-1]
    if len(items) > 2 and not _beside(dated) and not dated.is_apart and is_second(items[-2]) and _is_titled(items[-2]):
        employer = next((n for n in (3, 4) if n <= len(items) and words_of(without_duration(items[-n].text))), 0)
        if employer and is_second(items[-employer]) and items[-employer].is_apart and not items[-2].is_apart:
            return employer - 1
        return 1
    return int(len(items) > 1 and _is_above(items))


def _beside(dated: Item) -> list[str]:
    """The words beside the dates of a line, without how long it took."""
    found = date_of_head(dated)
    assert found is not None  # noqa: S101 - only such items are asked for
    return words_of(dated.written[: found.start]) + words_of(without_duration(dated.written[found.end :]))


def _is_titled(item: Item) -> bool:
    return has(words_of(item.text), TITLES)


def _is_above(items: Sequence[Item]) -> bool:
    """True if the line above the dated one belongs to its head; over a blank line only a title does."""
    dated, above = items[-1], items[-2]
    if not is_second(above):
        return False
    if dated.is_apart:
        return above.is_apart and _is_titled(above) and not _is_titled(dated)
    return above.is_apart or len(items) == 2 or items[-3].is_bullet or items[-3].text.endswith(".")


def _opened(items: Sequence[Item], i: int, above: Sequence[Item]) -> Head:
    dated = date_of_head(items[i])
    assert dated is not None  # noqa: S101 - only such items are asked for
    following = items[i + 1] if i + 1 < len(items) else None
    is_below = following is not None and not following.is_apart and is_second(following)
    if tells_duration(items[i].written):
        is_below = False  # LinkedIn's export: a place
    return read_head(items[i], dated, above, following if is_below else None)


def _is_job(head: Head, item: Item, following: Sequence[Item]) -> bool:
    """True unless a text without headings leaves it open whether this is a job or, say, a school.

    There a job has a title, or bullets soon under its dates.
    """
    if item.section is not Section.BODY:
        return True
    if has(words_of(f"{item.text} {head.position or ''} {head.name or ''}"), SCHOOLS):
        return False
    return head.position is not None or any(under.is_bullet for under in following)


def _close(head: Head | None, body: Sequence[Item], jobs: list[Job], left: list[Left]) -> None:
    """Adds the job that `head` opened, with its body; a body without a head belongs to none."""
    if head is None:
        left += [Left(item.start, item.text) for item in body]
        return
    summary, highlights = told(body)
    if head.position is None and head.name is None and not body:
        return  # its line is left already
    jobs.append(Job(head.position, head.name, head.dates, summary, highlights))


def told(body: Sequence[Item]) -> tuple[str | None, tuple[str, ...]]:
    """(what opens an entry as a paragraph, its bullets and lines in their order)."""
    texts = [item.text for item in body if item.text]
    if body and not body[0].is_bullet and texts:
        opening = texts[0]
        if opening.endswith(".") or len(opening.split()) >= TELLING:
            return opening, tuple(texts[1:])
    return None, tuple(texts)
