"""What a job description says besides skills: its title, years of experience, degrees. Shown, never scored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.job_description.lines import Line
from matcher.core.model import Span
from matcher.core.model.job_descriptions import Quoted
from matcher.core.title_words import TITLE_WORDS
from matcher.core.tokens import Tokens, forms_of

THIS_JOB = "This job"
_TITLE_LINES = 12
"""Lines from the top among which a title stands."""
_LONGEST_TITLE = 80
_NAMED = re.compile(
    r"^\s*(?:job |role |position |post )?(?:title|role|position|post|vacancy)\s*[:\-]\s*(.+)$", re.IGNORECASE
)
_CUT = re.compile(r"\s+(?:[-–—|]{1,2}|\|\|)\s+|,\s|\s\(|\.\s|\sat\s|\s\|\s")
_BEFORE_WORDS = re.compile(r"^[^\w\n(]+")
"""Signs and pictures before the first word of a line."""
_CALL = re.compile(r"^(?:we(?:'re| are) hiring|hiring|wanted|vacancy|job)\W+", re.IGNORECASE)
_SOUGHT = re.compile(
    r"\b(?i:looking for|seeking|hiring|recruiting|need)\s+(?:an?|our next|another)\s+"
    r"(?:[a-z-]{1,20} ){0,2}(?P<title>[A-Z][\w/-]{1,30}(?: (?:of|and|&|[A-Z][\w/-]{0,30}))*)"
)
_OTHER_TITLES = frozenset(
    """
    nurse chef cook welder driver accountant carpenter electrician plumber midwife physiotherapist pharmacist dentist
    doctor surgeon physician therapist barista waiter cleaner clerk cashier buyer controller bookkeeper journalist
    photographer mechanic fitter joiner bricklayer gardener farmer baker butcher librarian archivist translator
    interpreter paramedic carer caregiver receptionist secretary broker underwriter actuary economist statistician
    programmer tester recruiter guard warden pilot steward tutor
    """.split()
)
JOB_WORDS = TITLE_WORDS | _OTHER_TITLES
"""Words that say what somebody is."""
_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_YEARS = re.compile(
    r"\b(\d{1,2}|"
    + "|".join(_NUMBERS)
    + r")(?:\s*[-–—]\s*\d{1,2})?\s*\+?\s*(?:or more |full |complete )?(?:years?|yrs?)\b",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"experience|post-qualification|working|practice|worked|hands|in |of |as |with ", re.IGNORECASE
)
_DEGREE = re.compile(
    r"\b(?:degree|bachelor(?:'s)?|master(?:'s)?|phd|doctorate|diploma|BSc|MSc|MBA|LLM|LLB"
    r"|B\.?Tech|B\.?E\.|MCA|BA|MA|graduate|tertiary qualification)\b"
)
_FAR = 60
"""Characters around a number of years in which the experience it counts is named."""


def words_of_title(title: str) -> frozenset[str]:
    """The canonical words of a title that say something."""
    return forms_of(title) - FUNCTION_WORDS


def title_of(text: str) -> str:
    """The title of the job: said so, or the first line with a word of titles, without employer and place."""
    lines = [_BEFORE_WORDS.sub("", line).strip(" \t#*=_") for line in text.split("\n") if line.strip()][:_TITLE_LINES]
    for line in lines:
        named = _NAMED.match(line)
        if named:
            return _short(named.group(1))
    for line in lines:
        sought = _sought(line)
        if sought:
            return sought
        piece = _short(_CALL.sub("", line))
        words = re.findall(r"[a-z]+", piece.lower())
        if len(words) <= 9 and any(word in TITLE_WORDS or word in _OTHER_TITLES for word in words):
            return piece
    return THIS_JOB


def _sought(line: str) -> str | None:
    """The title in "We are looking for a Pastry Chef for …"."""
    titles = [found["title"] for found in _SOUGHT.finditer(line)]
    return next((title for title in titles if not JOB_WORDS.isdisjoint(re.findall(r"[a-z]+", title.lower()))), None)


def _short(line: str) -> str:
    line = re.sub(r"\s+(?:wanted|required|needed)\b.*$", "", line, flags=re.IGNORECASE)
    pieces = [piece.strip() for piece in _CUT.split(line) if piece and piece.strip()]
    titled = [p for p in pieces if not (TITLE_WORDS | _OTHER_TITLES).isdisjoint(re.findall(r"[a-z]+", p.lower()))]
    whole = re.split(r"\s+\(|\.\s|\s\|+\s", line.strip())[0].strip()
    if len(titled) == 1 and titled[0] == pieces[0] and len(pieces) > 1 and len(whole) > len(titled[0]):
        return titled[0][:_LONGEST_TITLE]
    chosen = pieces[0] if pieces else whole
    return (chosen or THIS_JOB)[:_LONGEST_TITLE]


def years_of(lines: Sequence[Line], tokens: Tokens) -> Iterator[Quoted]:
    """The years of experience that counted lines ask for."""
    for line in lines:
        start, end = tokens.starts[line.first], tokens.ends[line.last]
        for found in _YEARS.finditer(tokens.text, start, end):
            if _EXPERIENCE.search(tokens.text, max(start, found.start() - _FAR), min(end, found.end() + _FAR)):
                said = found.group(1).lower()
                yield Quoted(Span(found.start(), found.end()), int(said) if said.isdigit() else _NUMBERS[said])


def degrees_of(lines: Sequence[Line], tokens: Tokens) -> Iterator[Quoted]:
    """The counted lines that ask for a degree."""
    for line in lines:
        start, end = tokens.starts[line.first], tokens.ends[line.last]
        if _DEGREE.search(tokens.text, start, end):
            yield Quoted(Span(start, end))
