"""A text as words with their offsets, and how firmly each is parted from the word before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, chain

from matcher.core.folding import BULLET, Forms, fold

# How firmly a word is parted from the one before it, in rising order.
JOIN, SPACE, WRAP, CLAUSE, LINE, STOP, PARAGRAPH = range(7)

# A word: letters and digits (folding left no underscores), with the plus and hash signs of C++ and C#; "&" is a word
# of its own.
_WORD = re.compile(r"(\w+(?:\+\+|#)?|&)")
_KNOWN_GAPS = {" ": SPACE, "-": JOIN, "/": JOIN, "": JOIN, "'": JOIN, ".": JOIN, ", ": CLAUSE, ". ": STOP, "; ": CLAUSE}
_FULL_STOP = ". "
ABBREVIATIONS = frozenset(
    """
    approx corp dept dipl dr hon hons inc incl jr llc ltd messrs mr mrs ms mt nat nr prof rer sr st univ vs
    """.split()
)
"""Words after which a full stop ends no sentence."""
_CLOSING = ")]}\"'»”’"
"""Signs that close what was opened before a full stop."""
_PICTURES = "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff"
"""Blocks of arrows, shapes, signs and emoji (Unicode 16), which open items where they open lines."""
_BULLET_AFTER_NEWLINE = re.compile(rf"\n[ \t]*(?:[*+o>~-][ \t]+|[{_PICTURES}][{_PICTURES}\ufe0f]*[ \t]*)$")
LONG_LINE = 60
"""Characters from which a line that ends without punctuation is taken to run on in the next line."""

SHORT_LINE = 28
"""Characters below which a line never runs on: addresses, names and headings do not."""
FULL_LINE = 0.85
"""Share of the widest line near it that a line and the next word fill, if it was broken only for want of room."""
_NEAR_LINES = 3
_CELL_SIGNS = ("\t", "   ", " | ")
"""What parts the cells of a row, and a job from its dates."""
_NUMBER = re.compile(r"\d{1,2}")
"""The number of an item: what it opens with, up to 99."""
_AFTER_NUMBERS = frozenset([". ", ") ", ".\t", ")\t"])
"""What stands between the number of an item and its first word."""
_BEFORE_NUMBERS = "€$£¥₹~≈<>≤≥"
"""Signs that belong to the number after them and part nothing."""
_NEXT_WORD = re.compile(r"\S{1,60}")
_TAIL = 24
"""Characters at the end of a line in which its dates stand."""
_DATED_END = re.compile(r"(?:19|20)\d\d\W*$")
"""A line that ends with a year: it is over."""
_SPAN_START = re.compile(r"(?:[^\W\d]{3,9}\.? |\d\d?[/.])?(?:19|20)\d\d\s*[-–—]")
"""A line that opens with the first date of a period: a new entry."""
_SPAN_END = re.compile(
    r"(?:[-–—]|\b(?:to|until|till))\s*"
    r"(?:(?:[^\W\d]{3,9}\.?\s+|\d\d?[/.])?(?:19|20)\d\d|present|now|today|current|ongoing|date)\W*$",
    re.IGNORECASE,
)
"""A line that ends with the last date of a period, or with today."""


@dataclass(frozen=True, slots=True, repr=False)
class Tokens:
    """The words of one text in order; every list has one entry a word.

    `words`: canonical forms; `starts`, `ends`: code-point offsets in the original text; `gaps`: JOIN … PARAGRAPH,
    the parting before the word; `bullets`: indexes of words that open a bulleted line.
    """

    text: str = field(repr=False)
    raw: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[int]
    bullets: frozenset[int]

    def __len__(self) -> int:
        return len(self.words)

    def before(self, i: int) -> str:
        """The original text between word `i` and the word before it."""
        return self.text[self.ends[i - 1] : self.starts[i]]

    def slice(self, first: int, last: int) -> str:
        """The original text from word `first` to word `last`, both included."""
        return self.text[self.starts[first] : self.ends[last]]


def raw_words_of(texts: Sequence[str]) -> list[list[str]]:
    """The folded words of each of many short texts, far faster than one by one."""
    lines = fold("\n".join(" ".join(text.split()) for text in texts)).text.split("\n") if texts else []
    return [_WORD.findall(line) for line in lines]


def words_of(texts: Sequence[str]) -> list[list[str]]:
    """The canonical words of each of many short texts."""
    found = raw_words_of(texts)
    forms = Forms(set(chain.from_iterable(found)))
    return [[forms[word] for word in words] for words in found]


def forms_of(text: str) -> frozenset[str]:
    """The canonical words of a table of words."""
    return frozenset(words_of([text])[0])


def tokenise(text: str, forms: Forms | None = None) -> Tokens:
    """The words of `text`. Two halves of a word hyphenated at a line end belong together if `forms` lasts for it."""
    forms = Forms() if forms is None else forms
    folded = fold(text)
    parts = _WORD.split(folded.text)  # gap, word, gap, word … gap
    raw, between = parts[1::2], parts[0::2]
    edges = list(accumulate(map(len, parts)))
    starts, ends = edges[0:-1:2], edges[1::2]
    between[0] = "\n\n" + between[0]
    gaps = [_KNOWN_GAPS.get(gap, -1) for gap in between[:-1]]
    if not folded.is_aligned:
        starts = [folded.original(i) for i in starts]
        ends = [folded.original(i - 1) + 1 for i in ends]
    bullets = _classify(gaps, between, text, starts, ends)
    for i in _abbreviated(gaps, between, raw, text, starts):
        gaps[i] = SPACE if between[i] == _FULL_STOP else LINE if "\n" in between[i] else CLAUSE
    words = [forms[word] for word in raw]
    tokens = Tokens(text, raw, words, starts, ends, gaps, bullets)
    return _rejoined(tokens, between, forms)


def _classify(gaps: list[int], between: list[str], text: str, starts: list[int], ends: list[int]) -> frozenset[int]:
    """Fill in the partings not found in the table; answer which words open a bulleted line."""
    bullets = set()
    line_start, in_item = 0, False
    for i in [i for i, gap in enumerate(gaps) if gap < 0]:
        parting = between[i]
        if "\n" not in parting:
            gaps[i] = _inline(parting)
            continue
        if BULLET in parting or (parting[-1] != "\n" and _BULLET_AFTER_NEWLINE.search(parting)):
            bullets.add(i)
            gaps[i], in_item = STOP, True
        else:
            gaps[i] = _newline(parting, i > 0 and _runs_on(text, line_start, ends[i - 1], starts[i], in_item))
            in_item = in_item and gaps[i] < LINE
            if gaps[i] >= LINE and between[i + 1] in _AFTER_NUMBERS and _NUMBER.fullmatch(text, starts[i], ends[i]):
                bullets.add(i + 1)
                gaps[i + 1], in_item, line_start = STOP, True, starts[i + 1]
                continue
        line_start = starts[i]
    return frozenset(bullets)


def _abbreviated(
    gaps: Sequence[int], between: Sequence[str], raw: Sequence[str], text: str, starts: Sequence[int]
) -> Iterator[int]:
    """The words before which a full stop belongs to a shortened word: "Ltd. Pune", "U.S. Army", "John Q. Public"."""
    for i, gap in enumerate(gaps):
        if gap == STOP and between[i][0] == "." and BULLET not in between[i]:
            word = raw[i - 1]
            is_letter = len(word) == 1 and word.isalpha()
            is_initial = is_letter and text[starts[i - 1]].isupper() and text[starts[i]].isupper()
            if word in ABBREVIATIONS or is_initial or (is_letter and between[i - 1] == "."):
                yield i


def _runs_on(text: str, start: int, end: int, following: int, in_item: bool) -> bool:
    """True if the line from `start` to `end`, without full stop, goes on in the next one, at `following`.

    `in_item`: it is a line of a bulleted item, whose next item would have a bullet.
    """
    goes_on = text[following].islower()
    if end - start < (SHORT_LINE if goes_on or in_item else LONG_LINE):
        return False
    is_table = any(text.find(sign, start, end) >= 0 for sign in _CELL_SIGNS)
    tail = max(start, end - _TAIL)
    if is_table or _SPAN_END.search(text, tail, end) or (not goes_on and _DATED_END.search(text, tail, end)):
        return False
    return goes_on or (not _opens_anew(text, following) and _is_full(text, start, end, following))


def _opens_anew(text: str, start: int) -> bool:
    """True if the line from `start` looks like a heading, marked or short, or like the dated head of a job."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip()
    if any(sign in line for sign in _CELL_SIGNS):
        return True
    if _SPAN_START.match(line):
        return True
    return line[-1] not in ".,;" and (len(line) < SHORT_LINE or bool(_DATED_END.search(line)))


def _is_full(text: str, start: int, end: int, following: int) -> bool:
    """True if the next word would not have fitted on the line, judged by the widest line near it.

    Duties pasted one a line, without bullets or full stops, are no paragraph: their lines end where the duty does.
    """
    first, last = start, end
    for _ in range(_NEAR_LINES):
        first = text.rfind("\n", 0, max(0, first - 1)) + 1
        after = text.find("\n", last + 1)
        last = after if after >= 0 else len(text)
    widest = max(map(len, text[first:last].split("\n")))
    next_word = _NEXT_WORD.match(text, following)
    return end - start + 1 + (next_word.end() - following if next_word else 0) >= FULL_LINE * widest


def _newline(gap: str, runs_on: bool) -> int:
    before, _, after = gap.partition("\n")
    if "#" in after:
        return LINE  # a heading of Markdown
    if "\n" in after:
        return PARAGRAPH
    before = before.strip()
    if before and before[0] in ".!?":
        return STOP
    if before == ",":
        return CLAUSE
    if not runs_on:
        return LINE
    return WRAP if before in ("", "-") else CLAUSE


@lru_cache(maxsize=256)
def _inline(gap: str) -> int:
    stripped = gap.strip().strip(_BEFORE_NUMBERS)
    if not stripped:
        return SPACE if len(gap) < 3 and gap != "\t" else CLAUSE
    if stripped in ("-", "/", "'", "."):
        return JOIN if len(gap) == 1 or stripped == "/" else CLAUSE
    stripped = stripped.lstrip(_CLOSING) or stripped
    if stripped[0] in ".!?" and gap[-1] == " ":
        return CLAUSE if stripped[1:2] == "," else STOP  # "Sample Inc., 2019"
    if BULLET in stripped:
        return STOP
    return CLAUSE


def _rejoined(tokens: Tokens, between: list[str], forms: Forms) -> Tokens:
    """Words hyphenated at a line end and letter-spaced headings, put together again."""
    merges = _hyphenated(tokens, between, forms) + _letter_spaced(tokens)
    if not merges:
        return tokens
    raw: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[int] = []
    place = {}
    skip_to = dict(merges)
    i = 0
    while i < len(tokens):
        last = skip_to.get(i, i)
        joined = "".join(tokens.raw[i : last + 1])
        place[i] = len(raw)
        raw.append(joined)
        words.append(tokens.words[i] if last == i else forms[joined])
        starts.append(tokens.starts[i])
        ends.append(tokens.ends[last])
        gaps.append(tokens.gaps[i])
        i = last + 1
    bullets = frozenset(place[i] for i in tokens.bullets if i in place)
    return Tokens(tokens.text, raw, words, starts, ends, gaps, bullets)


def _hyphenated(tokens: Tokens, between: list[str], forms: Forms) -> list[tuple[int, int]]:
    found = []
    for i in [i for i, gap in enumerate(between[:-1]) if gap[:2] == "-\n" and gap.strip() == "-"]:
        if tokens.raw[i - 1] + tokens.raw[i] in forms.lasting:
            found.append((i - 1, i))
        tokens.gaps[i] = JOIN
    return found


def _letter_spaced(tokens: Tokens) -> list[tuple[int, int]]:
    """Runs such as "S K I L L S": four or more single letters, one space apart."""
    singles = [i for i, word in enumerate(tokens.raw) if len(word) == 1]
    if len(singles) < 4:
        return []
    runs: list[tuple[int, int]] = []
    first = singles[0]
    for i, following in zip(singles, [*singles[1:], -1], strict=True):
        if following == i + 1 and tokens.starts[following] - tokens.ends[i] == 1 and tokens.gaps[following] == SPACE:
            continue
        if i - first >= 3:
            runs.append((first, i))
        first = following
    return runs
