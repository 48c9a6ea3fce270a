"""Invented vacancies told in the forms in which they are pasted: each form is a function from the vacancy to a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import fill


@dataclass(frozen=True, slots=True)
class Vacancy:
    """What all forms tell. In `duties`, `musts` and `nices` each line goes with what it asks for, in its own words."""

    title: str
    place: str
    company: tuple[str, ...]
    duties: Mapping[str, tuple[str, ...]]
    musts: Mapping[str, tuple[str, ...]]
    nices: Mapping[str, tuple[str, ...]]
    benefits: tuple[str, ...]
    legal: str
    apply: str

    @property
    def asked(self) -> list[str]:
        """All that is asked for."""
        return [thing for part in (self.duties, self.musts, self.nices) for things in part.values() for thing in things]

    @property
    def clutter(self) -> tuple[str, ...]:
        """What asks for nothing."""
        return (*self.company, *self.benefits, self.legal, self.apply)


DATA = Vacancy(
    title="Data Governance Manager",
    place="Harrowmere Mutual, Leeds, hybrid, permanent",
    company=(
        "Harrowmere Mutual has insured farms and mills since 1887 and now uses machine learning to price storms.",
        "Our platform team moved everything to Snowflake last year and won an award for it.",
    ),
    duties={
        "Run the data governance council and keep the business glossary in Collibra.": (
            "data governance council", "business glossary", "Collibra",
        ),
        "Define data quality rules with the owners and report them in Power BI.": ("data quality", "Power BI"),
        "Lead the records of processing for GDPR with the privacy office.": ("GDPR",),
    },
    musts={
        "Five years in data management, two of them with data stewards.": ("data management", "data stewards"),
        "Good command of SQL and of data modelling.": ("SQL", "data modelling"),
        "Experience with master data management in insurance.": ("master data management",),
    },
    nices={"CDMP certification.": ("CDMP",), "Knowledge of BCBS 239 or Solvency II.": ("BCBS 239", "Solvency II")},
    benefits=(
        "We offer 30 days of leave, a pension and a gym on the ground floor.",
        "There is a training budget for certificates and languages.",
    ),
    legal="We are an equal opportunities employer and process your data in line with our privacy notice.",
    apply="Send your CV to jobs@example.org by 12 March.",
)  # fmt: skip
KITCHEN = Vacancy(
    title="Pastry Chef",
    place="Hotel Alpenblick, Lech, full time, live-in",
    company=(
        "The Alpenblick has welcomed skiers since 1953 and its wine cellar holds 900 labels.",
        "Our bar team was named best in the valley last winter.",
    ),
    duties={
        "Produce laminated dough, chocolate work and plated desserts for 160 guests.": (
            "laminated dough", "chocolate work", "plated desserts",
        ),
        "Plan the dessert buffet and keep the HACCP records.": ("dessert buffet", "HACCP"),
        "Train two apprentices in sugar work.": ("sugar work",),
    },
    musts={
        "Completed apprenticeship as a pastry chef and three years in a four-star hotel.": ("pastry chef",),
        "Experience with ice cream machines and food costing.": ("ice cream machines", "food costing"),
        "Good German and basic English.": (),
    },
    nices={"Knowledge of vegan baking is a plus.": ("vegan baking",)},
    benefits=(
        "We offer free board and lodging, a ski pass and a staff sauna.",
        "Five working days, and the season ends with a trip to Italy.",
    ),
    legal="We treat applications in confidence and welcome people of all backgrounds.",
    apply="Write to Mrs Huber at kitchen@example.org or call her after three o'clock.",
)  # fmt: skip
VACANCIES = (DATA, KITCHEN)


def _list(lines: Mapping[str, object] | tuple[str, ...], sign: str = "• ") -> str:
    return "\n".join(f"{sign}{line}" for line in lines)


def _prose(lines: Mapping[str, object] | tuple[str, ...]) -> str:
    return " ".join(lines)


def _will(lines: Mapping[str, object]) -> str:
    """Duties as sentences with "you"."""
    return " ".join(f"You will {line[0].lower()}{line[1:]}" for line in lines)


def _bring(lines: Mapping[str, object]) -> str:
    return " ".join(f"You bring {line[0].lower()}{line[1:]}" for line in lines)


def headed(v: Vacancy) -> str:
    """Headings with empty lines, bullets."""
    return (
        f"{v.title}\n{v.place}\n\nAbout us\n\n{_prose(v.company)}\n\nYour responsibilities\n\n{_list(v.duties)}\n\n"
        f"Requirements\n\n{_list(v.musts)}\n\nNice to have\n\n{_list(v.nices)}\n\nBenefits\n\n{_list(v.benefits)}\n\n"
        f"{v.legal}\n\n{v.apply}\n"
    )


def tight(v: Vacancy) -> str:
    """The same without an empty line."""
    return headed(v).replace("\n\n", "\n")


def bare(v: Vacancy) -> str:
    """The same without bullets."""
    return headed(v).replace("• ", "")


def questions(v: Vacancy) -> str:
    """Headings that are questions."""
    return (
        f"{v.title}\n{v.place}\n\nWho are we?\n{_prose(v.company)}\n\nWhat will you do?\n{_list(v.duties, '- ')}\n\n"
        f"What do we look for?\n{_list(v.musts, '- ')}\n\nWhat would be nice?\n{_list(v.nices, '- ')}\n\n"
        f"What's in it for you?\n{_list(v.benefits, '- ')}\n\nHow do you apply?\n{v.apply}\n\n{v.legal}\n"
    )


def pictured(v: Vacancy) -> str:
    """Headings with pictures."""
    return (
        f"{v.title}\n{v.place}\n🏠 Who we are\n{_prose(v.company)}\n🚀 Your mission\n{_list(v.duties, '👉 ')}\n"
        f"🎯 Your profile\n{_list(v.musts, '👉 ')}\n⭐ Bonus points\n{_list(v.nices, '👉 ')}\n"
        f"🎁 Our offer\n{_list(v.benefits, '👉 ')}\n📩 {v.apply}\n{v.legal}\n"
    )


def criteria(v: Vacancy) -> str:
    """As public services write."""
    return (
        f"JOB DESCRIPTION\nPost title: {v.title}\nLocation: {v.place}\n\nMain duties\n"
        + "\n".join(f"{n}. {line}" for n, line in enumerate(v.duties, 1))
        + f"\n\nPERSON SPECIFICATION\nEssential criteria\n{_list(v.musts, '')}\nDesirable criteria\n"
        f"{_list(v.nices, '')}\n\nBackground\n{_prose(v.company)}\n\nWhat we offer\n{_prose(v.benefits)}\n\n"
        f"{v.legal}\n\n"
        f"How to apply\n{v.apply}\n"
    )


def table(v: Vacancy) -> str:
    """A table of criteria."""
    rows = [f"{line}\tEssential" for line in v.musts] + [f"{line}\tDesirable" for line in v.nices]
    return (
        f"{v.title}\n{v.place}\n\n{_prose(v.company)}\n\nKey responsibilities:\n{_list(v.duties)}\n\nCriteria\t\n"
        + "\n".join(rows)
        + f"\n\nBenefits:\n{_list(v.benefits)}\n\n{v.legal}\n{v.apply}\n"
    )


def paragraphs(v: Vacancy) -> str:
    """A paragraph each, no heading."""
    return (
        f"{v.title}, {v.place}\n\n{_prose(v.company)}\n\n{_will(v.duties)}\n\n{_bring(v.musts)} "
        f"{' '.join(f'A plus: {line}' for line in v.nices)}\n\n{_prose(v.benefits)}\n\n{v.apply} {v.legal}\n"
    )


def one(v: Vacancy) -> str:
    """All in one paragraph."""
    return paragraphs(v).replace("\n\n", " ")


def inline(v: Vacancy) -> str:
    """Headings at the start of their paragraphs."""
    return (
        f"{v.title} ({v.place})\nABOUT US: {_prose(v.company)}\nRESPONSIBILITIES: {_prose(v.duties)}\n"
        f"REQUIREMENTS: {_prose(v.musts)}\nPREFERRED: {_prose(v.nices)}\nBENEFITS: {_prose(v.benefits)}\n"
        f"HOW TO APPLY: {v.apply} {v.legal}\n"
    )


def benefits_first(v: Vacancy) -> str:
    """What they offer comes first."""
    return (
        f"{v.title}\n{v.place}\n\nWhat we offer\n{_list(v.benefits, '* ')}\n\nWhat you bring\n{_list(v.musts, '* ')}\n"
        f"{_list(v.nices, '* Ideally: ')}\n\nWhat awaits you\n{_list(v.duties, '* ')}\n\n"
        f"About Us\n{_prose(v.company)}\n\n{v.legal}\n{v.apply}\n"
    )


def letter(v: Vacancy) -> str:
    """A letter of a recruiter."""
    return (
        f"Hi there,\n\nI hope you are well. I am looking for a {v.title} for a client: {v.place}.\n\n"
        f"{_prose(v.company)}\n\nIn this role you would:\n{_list(v.duties, '- ')}\n\nYou would need:\n"
        f"{_list(v.musts, '- ')}\n\n"
        f"It would help if you had:\n{_list(v.nices, '- ')}\n\nIn return:\n{_list(v.benefits, '- ')}\n\n"
        f"{v.apply}\n\nKind regards\nRobin\n\n{v.legal}\n"
    )


def numbered(v: Vacancy) -> str:
    """Numbered sections."""
    return (
        f"{v.title}\n1. About the organisation\n{_prose(v.company)}\n2. Duties and responsibilities\n"
        f"{_list(v.duties, '– ')}\n3. Required qualifications\n{_list(v.musts, '– ')}\n"
        f"4. Desirable qualifications\n{_list(v.nices, '– ')}\n"
        f"5. Conditions\n{_list(v.benefits, '– ')}\n6. Applications\n{v.apply} {v.legal}\n"
    )


def markdown(v: Vacancy) -> str:
    """Marks of headings."""
    return (
        f"# {v.title}\n*{v.place}*\n\n## About us\n{_prose(v.company)}\n\n## The role\n{_list(v.duties, '- ')}\n\n"
        f"## You have\n{_list(v.musts, '- ')}\n\n## Pluses\n{_list(v.nices, '- ')}\n\n"
        f"## Perks\n{_list(v.benefits, '- ')}\n\n---\n{v.legal}\n\n{v.apply}\n"
    )


def job_board(v: Vacancy) -> str:
    """Facts and perks as a job board adds them."""
    return (
        f"{v.title}\n{v.place}\n\nFull job description\n{_prose(v.company)}\n\nDuties:\n{_list(v.duties, '- ')}\n\n"
        f"Qualifications:\n{_list(v.musts, '- ')}\n\nPreferred:\n{_list(v.nices, '- ')}\n\nJob Type: Full-time\n"
        f"Pay: £40,000.00-£50,000.00 per year\n\nBenefits:\n{_list(v.benefits, '')}\n\nSchedule:\nMonday to Friday\n\n"
        f"Work Location: In person\n\n{v.legal}\n{v.apply}\n"
    )


def federal(v: Vacancy) -> str:
    """As the government of the United States writes."""
    return (
        f"{v.title}\nSummary\n{_prose(v.company)}\n\nThis job is open to\nThe public\n\nDuties\n"
        f"{_list(v.duties, '')}\n\n"
        f"Requirements\nConditions of Employment\nMust be a U.S. citizen.\n\nQualifications\n{_list(v.musts, '')}\n\n"
        f"Desired\n{_list(v.nices, '')}\n\nBenefits\n{_prose(v.benefits)}\n\nHow to Apply\n{v.apply}\n\n"
        f"Fair and transparent\n{v.legal}\n"
    )


def wrapped(v: Vacancy) -> str:
    """Broken into lines of 72 characters."""
    return "\n".join(fill(line, 72, break_on_hyphens=False) for line in headed(v).split("\n"))


FORMS: Mapping[str, Callable[[Vacancy], str]] = {
    form.__name__: form
    for form in (
        headed, tight, bare, questions, pictured, criteria, table, paragraphs, one, inline, benefits_first, letter,
        numbered, markdown, job_board, federal, wrapped,
    )
}  # fmt: skip
