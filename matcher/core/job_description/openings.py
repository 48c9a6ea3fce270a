"""Which lines of a job description are headings, and what each opens."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category

from matcher.core.job_description.cues import TIER_CUES, spot
from matcher.core.job_description.headings import Heading, by_words
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import CLAUSE, LINE, PARAGRAPH, STOP, WRAP, Tokens
from matcher.core.trie import Trie

LONGEST_HEADING = 7
"""Words of a line without a full stop that can be a heading."""
LONGEST_BARE = 4
"""Words of a heading that nothing sets apart but the sentences above and below it."""
LONGEST_LEAD = 14
"""Words of a line that leads to a list and says how much its items are wanted."""
LONGEST_LABEL = 5
"""Words before a colon that can say what the rest of the line is about."""
_PICTURES = ("So", "Sk", "Cn")
"""Unicode's categories of pictures, which close headings; "Cn": those younger than Python's tables."""
_OPENS_HEADINGS = {**dict.fromkeys(("what", "why", "who", "how"), LONGEST_HEADING), **dict.fromkeys(("your", "our"), 3)}
"""Words that open headings in any list -> words of such a heading at most."""


_LEADS_ON = frozenset(["plus", "and"])
"""Words before the colon of a list that goes on with the line: "88,000 depending on experience, plus: …"."""


class Stretch(NamedTuple):
    """A line, from word `first` up to the one before `following`; `start`: its number, if it has one, else `first`.

    `ends_list`: it is no item, and the line before it is one.
    """

    first: int
    following: int
    start: int
    ends_list: bool


def opened(tokens: Tokens, line: Stretch, headings: Trie[Heading]) -> tuple[int, Heading] | None:
    """(word after the heading, what it opens) if the line is a heading or opens with one and a colon."""
    first, following, start, _ = line
    found = headings.longest(tokens.words, tokens.gaps, first, WRAP)
    if found is not None:
        after, named = found
        ends = sign_after(tokens, after - 1)
        if after == following and ends not in (".", ",", ";") and not goes_on_in_line(tokens, start):
            return (after, named)
        if ends == ":" or (
            ends in ("-", "–", "—") and after < following and after - first > 1 and tokens.gaps[after] >= CLAUSE
        ):
            return (after, named)
    is_shouted = following - first > 1 and tokens.slice(first, following - 1).isupper()
    is_over_list = start < first and (following in tokens.bullets or is_shouted)  # "4. Desirable skills" over bullets
    if first in tokens.bullets and found is None and not is_over_list:
        return None
    labelled = _labelled(tokens, first, following)
    return labelled or (_strange(tokens, line) if start else None)  # what comes first is the title


def goes_on_in_line(tokens: Tokens, first: int) -> bool:
    """True for a sentence after another one on the same line."""
    return tokens.gaps[first] == STOP and not _begins_line(tokens, first)


def _begins_line(tokens: Tokens, i: int) -> bool:
    return "\n" in tokens.before(i)


def _labelled(tokens: Tokens, first: int, following: int) -> tuple[int, Heading] | None:
    """The same for words in no table before a colon, if they tell what they are about."""
    for i in range(first, min(first + LONGEST_LABEL, following - 1)):
        if sign_after(tokens, i) == ":" and tokens.gaps[i + 1] >= CLAUSE:
            named = _told_by(tokens, first, i + 1)
            return None if named is None else (i + 1, named)
    return None


def _strange(tokens: Tokens, line: Stretch) -> tuple[int, Heading] | None:
    """The same for a short line that looks like a heading: over a list or a paragraph, without a full stop."""
    first, following, start, _ = line
    is_within = tokens.gaps[first] < LINE and not _begins_line(tokens, first)
    if is_within or (first in tokens.bullets and start == first) or following >= len(tokens):
        return None
    ends = sign_after(tokens, following - 1)
    opens_list = following in tokens.bullets or ends == ":"
    if opens_list and following - first <= LONGEST_LEAD:
        cue = next(spot(first, following - 1, tokens, TIER_CUES), None)
        if cue is not None and tokens.raw[following - 1] not in _LEADS_ON:
            return (following, Heading(Part.WANTED, cue.value.tier))
    if following - first > LONGEST_HEADING or ends in (".", ",", ";", "!", ")"):
        return None
    is_apart = tokens.gaps[first] == PARAGRAPH and tokens.gaps[following] >= LINE and tokens.gaps[following] != STOP
    is_shouted = tokens.slice(first, following - 1).isupper() and following - first > 1
    if not (opens_list or is_apart or is_shouted or _stands_apart(tokens, line)):
        return None
    if ends == ":" and tokens.words[following - 1] in ("will", "to"):
        return (following, Heading(Part.DUTIES))
    named = _told_by(tokens, first, following)
    return (following, named or Heading(Part.ROLE))


def _stands_apart(tokens: Tokens, line: Stretch) -> bool:
    """True for a few words with a capital on a line of their own between a list or the end of a sentence and a longer
    line; and, wherever they stand, for a question, "What makes you happy", "Your contribution".
    """
    first, following, _, ends_list = line
    written = tokens.slice(first, following - 1)
    is_alone = _begins_line(tokens, first) and _begins_line(tokens, following)
    sign, most = sign_after(tokens, following - 1), _OPENS_HEADINGS.get(tokens.raw[first], 0)
    is_short = not sign and following - first <= most and written[:1].isupper()
    if is_alone and (sign == "?" or is_short or (sign and category(sign) in _PICTURES)):
        return True
    if following - first > LONGEST_BARE or not written[:1].isupper() or any(map(str.isdigit, written)):
        return False
    fewest = following + LONGEST_BARE
    is_over_one = fewest < len(tokens) and all(gap < LINE for gap in tokens.gaps[following + 1 : fewest + 1])
    is_after_one = sign_after(tokens, first - 1) in (".", "!", "?") or (ends_list and not sign)
    return is_alone and is_over_one and is_after_one


def _told_by(tokens: Tokens, first: int, following: int) -> Heading | None:
    """What the words of a strange heading tell: how much it is wanted, or what it is about."""
    is_reason = tokens.raw[first] == "why"  # why you should join us
    cue = None if is_reason else next(spot(first, following - 1, tokens, TIER_CUES), None)
    return by_words(tokens.words[first:following]) if cue is None else Heading(Part.WANTED, cue.value.tier)


def sign_after(tokens: Tokens, i: int) -> str:
    """The first sign after word `i` on its line; empty if the next word or nothing follows there."""
    end = tokens.starts[i + 1] if i + 1 < len(tokens) else len(tokens.text)
    return tokens.text[tokens.ends[i] : end].partition("\n")[0].strip()[:1]
