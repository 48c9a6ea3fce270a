"""The invented adverts of tools/adverts and evaluation/jobs/adverts, in which every sentence has a label."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from matcher.core.finder import Finder
from matcher.core.folding import BULLETS
from matcher.core.job_description.describe import read_lines
from matcher.core.job_description.facts import title_of, words_of_title
from matcher.core.job_description.headings import Heading
from matcher.core.job_description.line_features import features, goes_on
from matcher.core.job_description.line_fit import Labelled
from matcher.core.job_description.lines import Line
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import Tokens
from matcher.core.trie import Trie

LEARNED_FROM = Path(__file__).resolve().parent / "adverts"
"""A file for each writer."""
STRETCHES = (1, 3, 8, 16)
"""Lines of the parts of adverts that are learned from besides the whole."""
ASKS, OTHERS = "DMN", "CBLAX"
"""Letters of sentences that ask for something, and of those that ask for nothing."""
_PARTS = {
    "D": Part.DUTIES, "M": Part.WANTED, "N": Part.WANTED, "C": Part.COMPANY, "B": Part.BENEFITS, "L": Part.LEGAL,
    "A": Part.APPLY, "J": Part.PAY, "X": Part.NOT_NEEDED, "H": Part.HEADING,
}  # fmt: skip
_EQUAL = re.compile(r"equal|divers|discriminat|regardless|disab|inclusi|backgrounds|gender|adjustment|accommodat", re.I)
"""Tells equal opportunity from the rest of the law."""
_LINE = re.compile(r"(\+?)([A-Z])\|(.*)")
_BULLET = re.compile(rf"^(\+?[A-Z]\|)[ \t]*(?:[{re.escape(BULLETS)}*o>~–—-]|[^\w\s(\"'#$€£\[]\ufe0f?)[ \t]+")
_THING = re.compile(r"\[\[(.*?)\]\]")


class Sentence(NamedTuple):
    """`text[start:end]` of an advert is of this kind. `things`: (start, end) of each thing that it asks for."""

    start: int
    end: int
    kind: str
    things: tuple[tuple[int, int], ...]


class Advert(NamedTuple):
    """A text and its sentences in order."""

    text: str
    sentences: tuple[Sentence, ...]


def read(file: Path) -> list[Advert]:
    """The adverts of a file."""
    return [_advert(lines) for lines in _written(file)]


def to_learn_from(file: Path) -> Iterator[Advert]:
    """The adverts of a file as people paste them: all, what it asks alone, both without bullets, some lines of it."""
    for lines in _written(file):
        yield from map(_advert, _excerpts(lines))


def _excerpts(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    following = [*lines[1:], ""]
    pairs = zip(lines, following, strict=True)
    asking = [line for line, after in pairs if _asks(line) or (_is_heading(line) and _asks(after))]
    for part in (lines, asking):
        yield part
        yield [_BULLET.sub(r"\1", line) for line in part]
    for many in STRETCHES:
        for first in range(0, len(lines) - many + 1, many):
            yield lines[first : first + many]


def _written(file: Path) -> list[list[str]]:
    lines = (line for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [written.splitlines() for written in "\n".join(lines).split("\n====\n")]


def _asks(line: str) -> bool:
    return line.lstrip("+")[:1] in tuple(ASKS)


def _is_heading(line: str) -> bool:
    return line.startswith("H")


def files(folder: Path = LEARNED_FROM) -> list[Path]:
    """A file for each writer."""
    return sorted(folder.glob("*.txt"))


def fingerprint(folder: Path = LEARNED_FROM) -> str:
    """SHA-256 of the adverts; weights are stale when it differs from theirs."""
    digest = hashlib.sha256()
    for file in files(folder):
        digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _advert(lines: Sequence[str]) -> Advert:
    text, sentences = "", []
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None:
            text += "\n"
            continue
        goes_on, kind, marked = found.groups()
        text = text[:-1] + " " if goes_on else text
        sentences.append(_sentence(marked, kind, len(text)))
        text += _THING.sub(r"\1", marked) + "\n"
    return Advert(text, tuple(sentences))


def _sentence(marked: str, kind: str, start: int) -> Sentence:
    things = []
    for number, found in enumerate(_THING.finditer(marked)):
        first = start + found.start() - 4 * number  # the marks before it are no part of the text
        things.append((first, first + len(found[1])))
    return Sentence(start, start + len(marked) - 4 * len(things), kind, tuple(things))


def split(advert: Advert, finder: Finder, headings: Trie[Heading]) -> tuple[Tokens, list[tuple[Line, Sentence]]]:
    """The lines of an advert as they are told apart, each with the sentence it has most in common with."""
    tokens = finder.tokenise(advert.text)
    lines = read_lines(tokens, headings) if len(tokens) else []
    return tokens, [(line, _nearest(line, tokens, advert)) for line in lines]


def _nearest(line: Line, tokens: Tokens, advert: Advert) -> Sentence:
    start, end = tokens.starts[line.first], tokens.ends[line.last]
    return max(advert.sentences, key=lambda sentence: min(sentence.end, end) - max(sentence.start, start))


def labelled(advert: Advert, finder: Finder, headings: Trie[Heading]) -> Labelled:
    """What is learned from an advert."""
    tokens, found = split(advert, finder, headings)
    lines = [line for line, _ in found]
    return Labelled(
        features(lines, tokens, words_of_title(title_of(advert.text))),
        goes_on(lines),
        [_part(sentence, advert.text) for _, sentence in found],
    )


def _part(sentence: Sentence, text: str) -> Part:
    is_equal = sentence.kind == "L" and _EQUAL.search(text, sentence.start, sentence.end)
    return Part.EQUAL if is_equal else _PARTS[sentence.kind]
