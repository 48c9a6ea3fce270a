"""The sentences of a job description, each with the heading it stands under."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from matcher.core.job_description.headings import Heading
from matcher.core.job_description.openings import Stretch, goes_on_in_line, opened, sign_after
from matcher.core.model import Tier
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import JOIN, LINE, PARAGRAPH, STOP, Tokens
from matcher.core.trie import Trie

_SHORT_FORMS = frozenset(
    ["e", "g", "i", "incl", "min", "max", "approx", "etc", "inc", "dr", "mr", "mrs", "ms", "st", "no", "vs", "b", "m"]
)
"""Words whose full stop ends no sentence."""
_GOES_ON = frozenset(["and", "or", "of", "with", "to", "for", "in", "by", "at", "from"])
"""Words that open no sentence: a line that begins with one in small letters goes on with the line before."""
_FOLLOWING = "following"
_STORIES = frozenset({Part.BENEFITS, Part.COMPANY, Part.EQUAL, Part.LEGAL, Part.APPLY, Part.PAY})
_ANSWERED = frozenset(["address", "respond", "answer"])
"""Words by which a line only says that the list is to be answered: "Applicants should address the following"."""
_CLOSED_SENTENCE = re.compile(r"[)\"”’]\.\s|[.!?][)\"”’]\s")
"""A full stop beside a bracket or a quotation mark."""
_WIDE = re.compile(r"\.? {2,}|\.?\t+")
_ENUMERATOR = re.compile(r"[a-z]{0,3}\d{1,2}|[a-z]|[ivx]{1,4}")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: words `first` to `last`, both included. `heading`: what it stands under, and `said` in which words.

    `paragraph`: number of its paragraph. `opens_line`: it begins where a line does.
    """

    first: int
    last: int
    heading: Heading | None
    said: str
    paragraph: int
    is_bullet: bool
    opens_line: bool


def split(tokens: Tokens, headings: Trie[Heading]) -> list[Line]:
    """The sentences in order; headings themselves are left out."""
    heading, said, paragraph = None, "", 0
    label: tuple[Heading, str] | None = None  # what opens a line tells of all its sentences
    lines: list[Line] = []
    edges = [i for i in range(len(tokens)) if _is_edge(tokens, i)]
    number: int | None = None
    for first, following in zip(edges, [*edges[1:], len(tokens)], strict=True):
        paragraph += tokens.gaps[first] == PARAGRAPH
        if following == first + 1 and _ENUMERATOR.fullmatch(tokens.raw[first]) and tokens.gaps[first] >= LINE:
            number = first  # "E1." and "3." belong to the sentence after them
            continue
        start, number = first if number is None else number, None
        is_bullet = start < first or first in tokens.bullets
        if heading is not None and not is_bullet and tokens.gaps[first] == PARAGRAPH and lines and lines[-1].is_bullet:
            heading, said = None, ""  # the list is over, and so is what its heading says
        opens_line = is_bullet or not goes_on_in_line(tokens, first)
        ends_list = not is_bullet and bool(lines) and lines[-1].is_bullet
        found = (
            None
            if is_bullet and sign_after(tokens, following - 1) == "."
            else opened(tokens, Stretch(_after_number(tokens, first, following), following, start, ends_list), headings)
        )
        label = None if opens_line else label
        if found is not None and found[0] < following and not opens_line and _tells_a_story(heading):
            found = None  # "Very good: our kitchen cooks twice daily" among the benefits
        if found is None:
            above, called = label or (heading, said)
            lines.append(Line(first, following - 1, above, called, paragraph, is_bullet, opens_line))
            continue
        after, named = found
        words = tokens.slice(first, after - 1)
        if opens_line and named.part is not Part.PAY:
            label = (named, words)
        if after == following:
            heading, said = _refined(named, heading), words
            continue
        lines.append(Line(after, following - 1, named, words, paragraph, False, opens_line))
    return lines


def _tells_a_story(heading: Heading | None) -> bool:
    return heading is not None and heading.part in _STORIES


def _after_number(tokens: Tokens, first: int, following: int) -> int:
    """The word after the number of a part: "4.1 Essential", "6  Conditions"; the first word if the line has none."""
    i = first
    while i + 1 < following and tokens.raw[i].isdigit() and (tokens.gaps[i + 1] == JOIN or i > first):
        i += 1
    is_apart = first + 1 < following and tokens.raw[first].isdigit() and _WIDE.fullmatch(tokens.before(first + 1))
    return i if i > first + 1 else first + bool(is_apart)


def _is_edge(tokens: Tokens, i: int) -> bool:
    """True if a sentence begins at word `i`."""
    if tokens.gaps[i] == LINE and tokens.raw[i] in _GOES_ON and tokens.text[tokens.starts[i]].islower():
        return False
    if tokens.gaps[i] >= LINE:
        return not _is_short_form(tokens, i)
    between = tokens.before(i)
    is_end = _CLOSED_SENTENCE.match(between) or (between.startswith(")") and "\n" in between)  # (E), (D) end their line
    return bool(is_end) and tokens.text[tokens.starts[i]].isupper()


def _is_short_form(tokens: Tokens, i: int) -> bool:
    """True if the full stop before word `i` belongs to a short form, or a small letter follows it."""
    if tokens.gaps[i] != STOP or i == 0 or i in tokens.bullets or "\n" in tokens.before(i):
        return False
    return tokens.raw[i - 1] in _SHORT_FORMS or tokens.text[tokens.starts[i]].islower()


def _refined(named: Heading, before: Heading | None) -> Heading:
    """A heading that only groups ("Knowledge", "Skills") keeps the tier of the one above that told it."""
    is_group = named == Heading(Part.WANTED, Tier.IMPORTANT) and before is not None and before.part is Part.WANTED
    return (
        Heading(Part.WANTED, before.tier) if is_group and before is not None and before.tier is Tier.OPTIONAL else named
    )


def announced(lines: list[Line], tokens: Tokens, tier_of: Callable[[Line], tuple[Tier, str] | None]) -> list[Line]:
    """The lines, those after "It would be lovely if you knew some of the following" with what it says of them."""
    told: tuple[Tier, str] | None = None
    paragraph = -1
    out: list[Line] = []
    for line in lines:
        if line.paragraph != paragraph and not line.is_bullet:
            told = None
        paragraph = line.paragraph
        if told is not None and line.said != told[1]:
            out.append(replace(line, heading=Heading(Part.WANTED, told[0]), said=told[1]))
        else:
            out.append(line)
        words = tokens.raw[line.first : line.last + 1]
        is_told = line.heading is not None and line.heading.part in _STORIES  # "Salary, plus:" among the benefits
        if (
            not is_told
            and _ANSWERED.isdisjoint(words)
            and (_FOLLOWING in words or sign_after(tokens, line.last) == ":")
        ):
            told = tier_of(line)
    return out


def paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines, paragraph by paragraph."""
    group: list[Line] = []
    for line in lines:
        if group and line.paragraph != group[-1].paragraph:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
