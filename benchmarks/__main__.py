"""`python -m benchmarks`: prints what was measured against its targets; exit code 1 if one is missed."""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from benchmarks import commands, doubling, peers, samples, stages
from benchmarks.table import Line, report
from benchmarks.turns import Comparison, compare, compare_once
from matcher.pipeline import Matcher

ROUNDS = 150
REPETITIONS = 7
"""Fresh processes started for each measurement of one."""


def main() -> int:
    """Exit code: 0 if every target is met."""
    arguments = _arguments()
    if arguments.profile:
        _print_profile(arguments.rounds)
        return 0
    return report(_lines(arguments.rounds))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--profile", action="store_true", help="show where the time goes instead")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times each task is measured (default: %(default)s)")
    return parser.parse_args()


def _lines(rounds: int) -> Iterator[Line]:
    yield from _process_lines()
    yield _unread_line(Matcher())
    matcher = Matcher()
    resume, silent = samples.resume(), samples.without_skills(matcher)
    yield from _peer_lines(matcher, resume, silent, rounds)
    yield from _doubling_lines(matcher, resume, silent, rounds)


def _process_lines() -> Iterator[Line]:
    ready = _repeated(commands.seconds_until_ready)
    yield Line("Matcher() after imports, ready", statistics.median(ready), 0.5, _range(ready), " s")
    helped = _repeated(commands.seconds_of_help)
    yield Line("python -m matcher --help, best", min(helped), 0.3, _range(helped), " s")
    peak = commands.peak_megabytes()
    yield Line(f'Matcher().match_file("{commands.EXAMPLE}"), peak', peak, 250, "resident", " MB")


def _unread_line(matcher: Matcher) -> Line:
    """Every text once: a service reads each resume once, and spaCy's tokenizer keeps the words it has seen."""
    texts = samples.different()
    spacy = peers.phrase_matcher(matcher.skills.values())
    matcher.match_text(texts[0])
    spacy(texts[0])
    tasks = [(partial(matcher.match_text, text), partial(spacy, text)) for text in texts[1:]]
    what = f"{len(tasks)} texts of 6–7 KB, each seen once: report / PhraseMatcher"
    found = compare_once(tasks)
    return Line(what, found.ratio, 1.0, _milliseconds(found))


def _peer_lines(matcher: Matcher, resume: str, silent: str, rounds: int) -> Iterator[Line]:
    skills = matcher.skills.values()
    spacy, automaton = peers.phrase_matcher(skills), peers.automaton(skills)
    for name, text in (("resume", resume), ("text without skills", silent)):
        size = f"{name} of {len(text.encode()) / 1000:.1f} KB"
        found = compare(partial(matcher.match_text, text), partial(spacy, text), rounds)
        yield Line(f"{size}, again and again: report / PhraseMatcher", found.ratio, 1.0, _milliseconds(found))
        found = compare(partial(matcher.match_text, text), partial(automaton, text), rounds)
        yield Line(f"{size}, again and again: report / bare Aho-Corasick", found.ratio, None, _milliseconds(found))


def _doubling_lines(matcher: Matcher, resume: str, silent: str, rounds: int) -> Iterator[Line]:
    larger = doubling.matcher()
    for name, text in (("resume", resume), ("text without skills", silent)):
        found = compare(partial(larger.match_text, text), partial(matcher.match_text, text), rounds)
        what = f"{name}: {len(larger.skills)} skills / {len(matcher.skills)} skills"
        yield Line(what, found.ratio, 1.25, _milliseconds(found))


def _repeated(measure: Callable[[], float]) -> list[float]:
    measure()
    return [measure() for _ in range(REPETITIONS)]


def _range(values: list[float]) -> str:
    return f"{min(values):.3f}–{max(values):.3f} s in {len(values)} processes"


def _milliseconds(found: Comparison) -> str:
    return f"{found.first * 1e3:.2f} ms / {found.second * 1e3:.2f} ms"


def _print_profile(rounds: int) -> None:
    matcher = Matcher()
    for name, text in (("resume", samples.resume()), ("text without skills", samples.without_skills(matcher))):
        _print_shares(name, stages.seconds(stages.ANSWERING, partial(matcher.match_text, text), rounds))
    _print_shares("Matcher()", stages.seconds(stages.STARTING, Matcher, REPETITIONS))


def _print_shares(title: str, spent: Mapping[str, float]) -> None:
    total = sum(spent.values())
    print(f"{title}: {total * 1e3:.2f} ms")
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {seconds / total:6.1%}  {seconds * 1e3:8.3f} ms  {stage}")


if __name__ == "__main__":
    sys.exit(main())
