"""`python -m evaluation`: prints how right the matcher is on labelled invented documents (docs/evaluation.md)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence

from evaluation import approved, baselines, corpus, errors, figures, table
from evaluation.corpus import LabelledDocument
from evaluation.systems import engine
from matcher import Matcher


def main() -> int:
    """Exit code 0."""
    arguments = _arguments()
    documents, matcher = corpus.load(), Matcher()
    if arguments.errors:
        _print(errors.errors(engine(matcher), documents))
        return 0
    own = figures.measure(engine(matcher), documents)
    compared = {} if arguments.quick else baselines.compare(matcher, documents)
    if arguments.json:
        print(json.dumps(_as_json(own, compared), indent=1, ensure_ascii=False))
    else:
        _print(_page(documents, own, compared))
    if arguments.approve:
        approved.approve(own)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is wrong on the development half, and why")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--quick", action="store_true", help="leave out baselines and ablations")
    parser.add_argument("--approve", action="store_true", help="write the figures to evaluation/approved.json")
    return parser.parse_args()


def _page(
    documents: Sequence[LabelledDocument], own: figures.Figures, compared: dict[str, figures.Figures]
) -> Iterator[str]:
    resumes = sum(not d.is_description for d in documents)
    yield f"{resumes} resumes, {len(documents) - resumes} role descriptions"
    yield "Each figure: value, 95 % interval, n. Targets are for the final half.\n"
    yield from table.table(own, figures.MEASURES)
    for part in figures.PARTS if compared else ():
        yield ""
        yield from table.comparison(compared, baselines.COMPARED, part)


def _as_json(own: figures.Figures, compared: dict[str, figures.Figures]) -> dict[str, object]:
    return {**approved.as_json(own), "systems": {name: approved.as_json(f)["figures"] for name, f in compared.items()}}


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)


if __name__ == "__main__":
    sys.exit(main())
