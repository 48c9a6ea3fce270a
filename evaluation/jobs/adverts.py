"""`python -m evaluation.jobs.adverts`: how well adverts of writers nobody learned from are read, a line a writer.

`--across`: instead of the adverts kept apart, those of tools/adverts, each writer read with what the others taught.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from matcher import reference_data
from matcher.core.finder import Finder
from matcher.core.job_description import Describing
from matcher.core.job_description.headings import compile_headings
from matcher.core.job_description.line_weights import LineWeights
from matcher.core.model import Document, Span
from matcher.errors import JobDescriptionEmptyError
from tools.labelled_adverts import ASKS, LEARNED_FROM, OTHERS, Advert, files, read
from tools.make_weights import line_weights

APART = Path(__file__).resolve().parent / "adverts"
"""Adverts that nothing was learned from, and nobody looked into while tuning."""


def main(arguments: Sequence[str]) -> None:
    """Prints the figures."""
    data = reference_data.load()
    finder = Finder(data.skills, data.ordinary_words, data.weights)
    total: Counter[str] = Counter()
    for name, adverts, weights in _across(finder) if "--across" in arguments else _apart(data.line_weights):
        counts = counted(Describing(finder, data.skills, weights), adverts)
        print(f"{name}  {told(counts)}", flush=True)
        total += counts
    print(f"all {told(total)}")


def _apart(weights: LineWeights) -> Iterator[tuple[str, list[Advert], LineWeights]]:
    for file in files(APART):
        yield file.stem, read(file), weights


def _across(finder: Finder) -> Iterator[tuple[str, list[Advert], LineWeights]]:
    headings = compile_headings()
    for file in files(LEARNED_FROM):
        yield file.stem, read(file), line_weights(finder, headings, [o for o in files(LEARNED_FROM) if o != file])


def counted(describing: Describing, adverts: Iterable[Advert]) -> Counter[str]:
    """What was found, wrong and missed over adverts, in things and in sentences."""
    counts: Counter[str] = Counter()
    for advert in adverts:
        spans = drafted(describing, advert.text)
        things = [thing for sentence in advert.sentences for thing in sentence.things]
        used = [_touches(spans, s.start, s.end) for s in advert.sentences]
        rows = list(zip(advert.sentences, used, strict=True))
        counts["drafted"] += len(spans)
        counts["right"] += sum(any(s.start < end and start < s.end for start, end in things) for s in spans)
        counts["things"] += len(things)
        counts["found"] += sum(_touches(spans, start, end) for start, end in things)
        counts["asking"] += sum(s.kind in ASKS and bool(s.things) for s, _ in rows)
        counts["missed"] += sum(s.kind in ASKS and bool(s.things) and not is_used for s, is_used in rows)
        counts["others"] += sum(s.kind in OTHERS for s, _ in rows)
        counts["used"] += sum(s.kind in OTHERS and is_used for s, is_used in rows)
        counts["adverts"] += 1
        counts["cluttered"] += any(s.kind in OTHERS and is_used for s, is_used in rows)
    return counts


def drafted(describing: Describing, text: str) -> list[Span]:
    """Where the things stand that are drafted from a text."""
    try:
        return [wanted.span for wanted in describing.describe(Document("advert", text, "", "", "")).requirements]
    except JobDescriptionEmptyError:
        return []


def _touches(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def told(counts: Counter[str]) -> str:
    """The figures of some adverts, in a line."""
    precision = counts["right"] / max(1, counts["drafted"])
    recall = counts["found"] / max(1, counts["things"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"things P {precision:.2f} R {recall:.2f} F1 {f1:.3f}; "
        f"sentences that ask, nothing drafted {counts['missed']} of {counts['asking']}; "
        f"others, something drafted {counts['used']} of {counts['others']}, "
        f"in {counts['cluttered']} of {counts['adverts']} adverts"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
