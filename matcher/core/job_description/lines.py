"""The sentences of a job description, each with the heading it stands under."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from matcher.core.job_description.cues import TIERS, compile_cues, spot
from matcher.core.job_description.headings import Heading, by_words
from matcher.core.model import Tier
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import CLAUSE, LINE, PARAGRAPH, STOP, WRAP, Tokens
from matcher.core.trie import Trie

_TIERS = compile_cues(TIERS)
LONGEST_HEADING = 7
"""Words of a line without a full stop that can be a heading."""
LONGEST_BARE = 4
"""Words of a heading that nothing sets apart but the sentences above and below it."""
LONGEST_LEAD = 14
"""Words of a line that leads to a list and says how much its items are wanted."""
LONGEST_LABEL = 5
"""Words before a colon that can say what the rest of the line is about."""
_SHORT_FORMS = frozenset(
    ["e", "g", "i", "incl", "min", "max", "approx", "etc", "inc", "dr", "mr", "mrs", "ms", "st", "no", "vs", "b", "m"]
)
"""Words whose full stop ends no sentence."""
_GOES_ON = frozenset(["and", "or", "of", "with", "to", "for", "in", "by", "at", "from"])
"""Words that open no sentence: a line that begins with one in small letters goes on with the line before."""
_OPENS_HEADINGS = {**dict.fromkeys(("what", "why", "who", "how"), LONGEST_HEADING), **dict.fromkeys(("your", "our"), 3)}
"""Words that open headings in any list -> words of such a heading at most."""
_FOLLOWING = "following"
_ANSWERED = frozenset(["address", "respond", "answer"])
"""Words by which a line only says that the list is to be answered: "Applicants should address the following"."""
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
    lines: list[Line] = []
    edges = [i for i in range(len(tokens)) if _is_edge(tokens, i)]
    numbered = False
    for first, following in zip(edges, [*edges[1:], len(tokens)], strict=True):
        paragraph += tokens.gaps[first] == PARAGRAPH
        if following == first + 1 and _ENUMERATOR.fullmatch(tokens.raw[first]) and tokens.gaps[first] >= LINE:
            numbered = True  # "E1." and "3." belong to the sentence after them
            continue
        is_bullet, numbered = numbered or first in tokens.bullets, False
        if heading is not None and not is_bullet and tokens.gaps[first] == PARAGRAPH and lines and lines[-1].is_bullet:
            heading, said = None, ""  # the list is over, and so is what its heading says
        opens_line = tokens.gaps[first] != STOP or is_bullet
        opened = (
            None
            if is_bullet and _ends(tokens, following - 1) == "."
            else _opened(tokens, first, following, headings, bool(lines))
        )
        if opened is None:
            lines.append(Line(first, following - 1, heading, said, paragraph, is_bullet, opens_line))
            continue
        start, named = opened
        words = tokens.slice(first, start - 1)
        if start == following:
            heading, said = _refined(named, heading), words
            continue
        lines.append(Line(start, following - 1, named, words, paragraph, False, opens_line))
    return lines


def _is_edge(tokens: Tokens, i: int) -> bool:
    """True if a sentence begins at word `i`."""
    if tokens.gaps[i] == LINE and tokens.raw[i] in _GOES_ON and tokens.text[tokens.starts[i]].islower():
        return False
    if tokens.gaps[i] >= LINE:
        return not _is_short_form(tokens, i)
    between = tokens.text[tokens.ends[i - 1] : tokens.starts[i]]
    is_end = between.startswith(")") and ("\n" in between or between.startswith(("). ", ").\n")))
    return is_end and tokens.text[tokens.starts[i]].isupper()  # (E), (D) end their line


def _is_short_form(tokens: Tokens, i: int) -> bool:
    """True if the full stop before word `i` belongs to a short form, or a small letter follows it."""
    if (
        tokens.gaps[i] != STOP
        or i == 0
        or i in tokens.bullets
        or "\n" in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]
    ):
        return False
    return tokens.raw[i - 1] in _SHORT_FORMS or tokens.text[tokens.starts[i]].islower()


def _refined(named: Heading, before: Heading | None) -> Heading:
    """A heading that only groups ("Knowledge", "Skills") keeps the tier of the one above that told it."""
    is_group = named == Heading(Part.WANTED, Tier.IMPORTANT) and before is not None and before.part is Part.WANTED
    return (
        Heading(Part.WANTED, before.tier) if is_group and before is not None and before.tier is Tier.OPTIONAL else named
    )


def _opened(
    tokens: Tokens, first: int, following: int, headings: Trie[Heading], is_under_way: bool
) -> tuple[int, Heading] | None:
    """(word after the heading, what it opens) if the line is a heading or opens with one and a colon."""
    found = headings.longest(tokens.words, tokens.gaps, first, WRAP)
    if found is not None:
        after, named = found
        ends = _ends(tokens, after - 1)
        if after == following and ends not in (".", ",", ";") and not _goes_on_in_line(tokens, first):
            return (after, named)
        if ends == ":" or (
            ends in ("-", "–", "—") and after < following and after - first > 1 and tokens.gaps[after] >= CLAUSE
        ):
            return (after, named)
    if first in tokens.bullets and found is None:
        return None
    return _labelled(tokens, first, following) or _strange(tokens, first, following, is_under_way)


def _goes_on_in_line(tokens: Tokens, first: int) -> bool:
    """True for a sentence after another one on the same line."""
    return tokens.gaps[first] == STOP and "\n" not in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]


def _labelled(tokens: Tokens, first: int, following: int) -> tuple[int, Heading] | None:
    """The same for words in no table before a colon, if they tell what they are about."""
    for i in range(first, min(first + LONGEST_LABEL, following - 1)):
        if _ends(tokens, i) == ":" and tokens.gaps[i + 1] >= CLAUSE:
            named = _told_by(tokens, first, i + 1)
            return None if named is None else (i + 1, named)
    return None


def _strange(tokens: Tokens, first: int, following: int, is_under_way: bool) -> tuple[int, Heading] | None:
    """The same for a short line that looks like a heading: over a list or a paragraph, without a full stop."""
    if not is_under_way or tokens.gaps[first] < LINE or first in tokens.bullets or following >= len(tokens):
        return None
    ends = _ends(tokens, following - 1)
    opens_list = following in tokens.bullets or ends == ":"
    if opens_list and following - first <= LONGEST_LEAD:
        cue = next(spot(first, following - 1, tokens, _TIERS), None)
        if cue is not None:
            return (following, Heading(Part.WANTED, cue.value.tier))
    if following - first > LONGEST_HEADING or ends in (".", ",", ";", "!", ")"):
        return None
    is_apart = tokens.gaps[first] == PARAGRAPH and tokens.gaps[following] >= LINE and tokens.gaps[following] != STOP
    is_shouted = tokens.slice(first, following - 1).isupper() and following - first > 1
    if not (opens_list or is_apart or is_shouted or _stands_over_a_sentence(tokens, first, following)):
        return None
    if ends == ":" and tokens.words[following - 1] in ("will", "to"):
        return (following, Heading(Part.DUTIES))
    named = _told_by(tokens, first, following)
    return (following, named or Heading(Part.ROLE))


def _stands_over_a_sentence(tokens: Tokens, first: int, following: int) -> bool:
    """True for a few words with a capital on their own line between the end of one sentence and a longer one; and,
    wherever they have a line of their own, for a question and for "What makes you happy", "Your contribution".
    """
    written = tokens.slice(first, following - 1)
    is_alone = all("\n" in tokens.text[tokens.ends[i - 1] : tokens.starts[i]] for i in (first, following))
    sign, most = _closing(tokens, following - 1), _OPENS_HEADINGS.get(tokens.raw[first], 0)
    if is_alone and (sign == "?" or (not sign and following - first <= most and written[:1].isupper())):
        return True
    if following - first > LONGEST_BARE or not written[:1].isupper() or any(map(str.isdigit, written)):
        return False
    fewest = following + LONGEST_BARE
    is_over_one = fewest < len(tokens) and all(gap < LINE for gap in tokens.gaps[following + 1 : fewest + 1])
    return is_alone and is_over_one and _ends(tokens, first - 1) in (".", "!", "?")


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
        if _ANSWERED.isdisjoint(words) and (_FOLLOWING in words or _ends(tokens, line.last) == ":"):
            told = tier_of(line)
    return out


def _told_by(tokens: Tokens, first: int, following: int) -> Heading | None:
    """What the words of a strange heading tell: how much it is wanted, or what it is about."""
    cue = next(spot(first, following - 1, tokens, _TIERS), None)
    return by_words(tokens.words[first:following]) if cue is None else Heading(Part.WANTED, cue.value.tier)


def _ends(tokens: Tokens, i: int) -> str:
    """The first sign after word `i`."""
    return tokens.text[tokens.ends[i] : tokens.ends[i] + 2].strip()[:1]


def _closing(tokens: Tokens, i: int) -> str:
    """What stands after word `i` on its line, up to the next word."""
    end = tokens.starts[i + 1] if i + 1 < len(tokens) else len(tokens.text)
    return tokens.text[tokens.ends[i] : end].partition("\n")[0].strip()


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
