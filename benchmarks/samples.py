"""Invented texts of 6–7 KB: a typical resume, one that shows no skill, and many that differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matcher.core.model import MatchReport
from matcher.pipeline import Matcher

LEAST, MOST = 6_000, 7_000
"""Bytes of a sample."""
_HERE = Path(__file__).parent
_RESUMES = _HERE.parent / "evaluation" / "resumes"
_BACKGROUND = _HERE.parent / "matcher" / "taxonomy" / "background.txt"
_STRIDE = 37
"""From one line of the background to the next one taken, so that trades mix."""
_LINES_A_JOB = 12


def resume() -> str:
    """A resume with the usual mix: told work, lists, certificates, misspellings, and much that is no skill."""
    return (_HERE / "sample.txt").read_text("utf-8")


def different() -> list[str]:
    """The resumes of the evaluation set, a few in each text: no line stands in two of them."""
    texts, pages = [], ""
    for path in sorted(_RESUMES.glob("*.txt")):
        pages += path.read_text("utf-8") + "\n\n"
        if len(pages.encode()) >= LEAST:
            texts.append(pages.encode()[:MOST].decode("utf-8", "ignore"))
            pages = ""
    return texts


def without_skills(matcher: Matcher) -> str:
    """Sentences of other trades in which `matcher` finds no mention, as bullets under jobs."""
    lines = _BACKGROUND.read_text("utf-8").splitlines()
    mixed = [line for start in range(_STRIDE) for line in lines[start::_STRIDE]]
    speaking = _speaking(mixed, matcher)
    silent = [line for line in mixed if line not in speaking]
    many = next(n for n in range(len(silent)) if len(_under_jobs(silent[:n]).encode()) > (LEAST + MOST) / 2)
    return _under_jobs(silent[:many])


def _speaking(lines: Sequence[str], matcher: Matcher) -> set[str]:
    """The lines with a mention."""
    text = _under_jobs(lines)
    report = matcher.match_text(text)
    assert isinstance(report, MatchReport), report
    places = [mention.span.start for mention in report.mentions]
    return {text[text.rindex("\n", 0, place) : text.index("\n", place)].removeprefix("\n- ") for place in places}


def _under_jobs(lines: Sequence[str]) -> str:
    jobs = [lines[first : first + _LINES_A_JOB] for first in range(0, len(lines), _LINES_A_JOB)]
    return "EXPERIENCE\n" + "".join(
        f"\nA small town, {1940 + number} – {1941 + number}\n" + "".join(f"- {line}\n" for line in job)
        for number, job in enumerate(jobs)
    )
