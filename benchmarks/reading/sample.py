"""One invented resume of a page, and how its sections are laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """How the sections are placed on the page."""

    ONE_COLUMN = "one-column"
    TWO_COLUMNS = "two-columns"
    SIDE_BAR = "side-bar"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section; `dates` stand at its right edge."""

    text: str
    dates: str = ""
    is_bullet: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `is_aside`: it goes into the narrow or the second column."""

    heading: str
    lines: tuple[Line, ...]
    is_aside: bool = False


def _bullets(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text, is_bullet=True) for text in texts)


NAME, HEADLINE = "Ada Beispiel", "Head of Data, Aldermoor"
CONTACT = "ada.beispiel@example.org | +44 20 7946 0318 | Leeds"
SECTIONS: tuple[Section, ...] = (
    Section(
        "PROFILE",
        (
            Line("Leads data teams in banks and hospitals; twelve years between the warehouse and the board."),
            Line("Prefers small teams, short reports and tables that reconcile."),
        ),
    ),
    Section(
        "EXPERIENCE",
        (
            Line("Chief Data Officer, Harrowmere", "Mar 2022 – present"),
            *_bullets(
                "Set up the data governance council and named forty data stewards; 96 % of elements are owned.",
                "Moved the warehouse to Snowflake and cut the cost of reporting by a third in eighteen months.",
                "Led the GDPR programme with the privacy office: 214 processing records, no open finding.",
            ),
            Line("Head of Analytics, Calder", "Aug 2016 – Feb 2022"),
            *_bullets(
                "Built the reporting team of a clinic group from two people to eleven analysts.",
                "Raised data quality scores from 71 % to 98 % with rules that ward managers wrote themselves.",
            ),
            Line("Analyst, Lagoon Mobile", "2011 – 2016"),
            *_bullets("Wrote the first churn model of the company in Python and SQL and kept it running."),
        ),
    ),
    Section("SKILLS", _bullets("Python, SQL, dbt", "Snowflake, Azure", "Collibra, Power BI", "TOGAF, DAMA"), True),
    Section(
        "EDUCATION", (Line("MSc Statistics, Lakeshore", "2011"), Line("BSc Physics, Aldermoor", "2009")), is_aside=True
    ),
    Section("CERTIFICATES", _bullets("CDMP Master", "CIPP/E", "Scrum Master"), is_aside=True),
    Section("LANGUAGES", _bullets("English, German", "French (some)"), is_aside=True),
)


def main_and_aside() -> tuple[list[Section], list[Section]]:
    """The sections of the wide or first column, and those of the other."""
    return [s for s in SECTIONS if not s.is_aside], [s for s in SECTIONS if s.is_aside]


def passages() -> Iterator[str]:
    """What must stand together in the text: each line, each heading."""
    yield from (NAME, HEADLINE, CONTACT)
    for section in SECTIONS:
        yield section.heading
        yield from (line.text for line in section.lines)


def dated() -> Iterator[tuple[str, str]]:
    """Lines and the dates that belong to them."""
    for section in SECTIONS:
        yield from ((line.text, line.dates) for line in section.lines if line.dates)


def text() -> str:
    """The resume as plain text."""
    lines = [NAME, HEADLINE, CONTACT]
    for section in SECTIONS:
        lines += ["", section.heading, *(f"{line.text}    {line.dates}".rstrip() for line in section.lines)]
    return "\n".join(lines) + "\n"
