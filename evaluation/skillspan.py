"""`python -m evaluation.skillspan FILE.json…`: overlap of our mentions with the spans of SkillSpan (Zhang et al. 2022).

A file holds one sentence a line: `{"idx": …, "tokens": […], "tags_skill": […], "tags_knowledge": […]}`, tags in BIO;
sentences with the same `idx` (and `source`) are one advert. The data is not shipped: github.com/kris927b/SkillSpan.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.intervals import Estimate, share_of
from matcher import Matcher
from matcher.core.finder import Finder
from matcher.core.model import How, SkillMention, Span

KNOWLEDGE, SKILL = "knowledge", "skill"


@dataclass(frozen=True, slots=True)
class Advert:
    """The sentences of one advert under each other; `spans`: kind -> where the annotators saw one."""

    text: str = field(repr=False)
    spans: dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Overlap:
    """`precision`: share of our mentions that touch a span; `recall`: share of the spans that a mention touches."""

    title: str
    precision: Estimate
    recall: Estimate


def load(lines: Iterable[str]) -> list[Advert]:
    """The adverts of a file's lines, in order. Raises `ValueError` for a line that is not of this format."""
    sentences: dict[str, list[dict[str, Any]]] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            sentence = _checked(json.loads(line), number)
            advert = f"{sentence.get('source')} {sentence.get('idx', f'line {number}')}"
            sentences.setdefault(advert, []).append(sentence)
    return [_advert(group) for group in sentences.values()]


def _checked(sentence: dict[str, Any], number: int) -> dict[str, Any]:
    for tags in ("tags_skill", "tags_knowledge"):
        if len(sentence.get(tags, ())) != len(sentence.get("tokens", "?")):
            raise ValueError(f"line {number}: {tags!r} and 'tokens' must be lists of the same length.")
    return sentence


def _advert(sentences: Sequence[dict[str, Any]]) -> Advert:
    text = ""
    spans: dict[str, list[Span]] = {SKILL: [], KNOWLEDGE: []}
    for sentence in sentences:
        places = list(_places(sentence["tokens"], len(text)))
        text += " ".join(sentence["tokens"]) + "\n"
        for kind, found in spans.items():
            found.extend(_spans(sentence[f"tags_{kind}"], places))
    return Advert(text, {kind: tuple(found) for kind, found in spans.items()})


def _places(tokens: Sequence[str], start: int) -> Iterator[Span]:
    """Where each token stands in the text, one space apart."""
    for token in tokens:
        yield Span(start, start + len(token))
        start += len(token) + 1


def _spans(tags: Sequence[str], places: Sequence[Span]) -> Iterator[Span]:
    """The spans that BIO tags make; a tag may carry a name after its letter; an I without a B begins one."""
    first: int | None = None
    for i, tag in enumerate([*tags, "O"]):
        if first is not None and not tag.startswith("I"):
            yield Span(places[first].start, places[i - 1].end)
            first = None
        if tag.startswith("B") or (tag.startswith("I") and first is None):
            first = i


def overlaps(adverts: Sequence[Advert], finder: Finder) -> list[Overlap]:
    """Named mentions, likely ones and both, against spans of knowledge, of skills and of either."""
    found = [finder.find(finder.tokenise(advert.text)).mentions for advert in adverts]
    return [
        _overlap(f"{what} mentions, {' or '.join(kinds)}", adverts, found, hows, kinds)
        for what, hows in (("named", {How.EXACT, How.VARIANT}), ("likely", {How.LIKELY}), ("all", set(How)))
        for kinds in ((KNOWLEDGE,), (SKILL,), (KNOWLEDGE, SKILL))
    ]


def _overlap(
    title: str,
    adverts: Sequence[Advert],
    found: Sequence[Sequence[SkillMention]],
    hows: set[How],
    kinds: Sequence[str],
) -> Overlap:
    right, reached = [], []
    for advert, mentions in zip(adverts, found, strict=True):
        ours = [mention.span for mention in mentions if mention.how in hows]
        theirs = [span for kind in kinds for span in advert.spans[kind]]
        right += [_touches(span, theirs) for span in ours]
        reached += [_touches(span, ours) for span in theirs]
    return Overlap(title, share_of(right), share_of(reached))


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.skillspan", description="Compare mentions with SkillSpan."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.json")
    files: list[Path] = parser.parse_args(arguments).files
    adverts = [advert for file in files for advert in load(file.read_text("utf-8").splitlines())]
    print(f"{len(adverts)} adverts; value [95 % interval] n")
    print(f"{'':<38}{'precision':<32}recall")
    for overlap in overlaps(adverts, Matcher().finder):
        print(f"{overlap.title:<38}{_cell(overlap.precision):<32}{_cell(overlap.recall)}")
    return 0


def _cell(estimate: Estimate) -> str:
    if not estimate.n or estimate.low is None or estimate.high is None:
        return "–"
    return f"{estimate.value:.1%} [{100 * estimate.low:.1f}–{100 * estimate.high:.1f}] n {estimate.n}"


if __name__ == "__main__":
    sys.exit(main())
