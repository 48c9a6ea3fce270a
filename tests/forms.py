"""One invented career told in the forms that people send: each form is a function from the career to a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """A job. `start`, `end`: month and year; an empty end goes on."""

    title: str
    employer: str
    town: str
    start: str
    end: str
    deeds: tuple[str, ...]

    @property
    def until(self) -> str:
        """The end, or that it goes on."""
        return self.end or "Present"


@dataclass(frozen=True, slots=True)
class Career:
    """What all forms tell."""

    name: str
    headline: str
    town: str
    email: str
    phone: str
    summary: str
    jobs: tuple[Job, ...]
    skills: Mapping[str, tuple[str, ...]]
    certificates: tuple[tuple[str, str], ...]
    degree: str
    school: str
    year: str

    @property
    def all_skills(self) -> list[str]:
        """The skills of all groups."""
        return [skill for group in self.skills.values() for skill in group]


SECURITY = Career(
    name="Robin Beispiel",
    headline="Cybersecurity Manager",
    town="Leeds, England",
    email="robin.beispiel@example.org",
    phone="+44 7700 900123",
    summary="Security manager with fourteen years in hospitals and energy, who likes quiet nights and short reports.",
    jobs=(
        Job(
            "Cybersecurity Manager", "Harrowmere Hospitals", "Leeds", "Mar 2020", "",
            (
                "Led a security operations centre and cut the mean time to respond from 9 hours to 40 minutes.",
                "Introduced machine learning for anomaly detection on logins, which blocked 300 account takeovers.",
                "Passed ISO 27001 certification twice without a major finding.",
                "Wrote the incident response playbooks and ran eleven tabletop exercises.",
                "Rolled out CrowdStrike Falcon and Splunk across twelve sites.",
            ),
        ),
        Job(
            "Senior Security Engineer", "Calder Energy Ltd.", "York", "Aug 2014", "Feb 2020",
            (
                "Automated 70 % of phishing triage with SOAR and trained four colleagues in it.",
                "Hardened 900 servers to CIS benchmarks and halved the open vulnerabilities in a year.",
                "Presented security metrics to the executive board every quarter.",
            ),
        ),
    ),
    skills={
        "Detection": ("Splunk", "UEBA", "threat hunting"),
        "Frameworks": ("NIST CSF", "MITRE ATT&CK"),
        "Languages": ("Python", "PowerShell"),
    },
    certificates=(("CISSP", "2016"), ("GCIH", "2018")),
    degree="BSc Computer Science",
    school="University of Lakeshore",
    year="2011",
)  # fmt: skip
LEARNING = Career(
    name="Amina Muster",
    headline="Learning and Development Specialist",
    town="Dublin, Ireland",
    email="amina.muster@example.org",
    phone="+353 20 915 0123",
    summary="Designs technical training that engineers finish, for nine years in telecoms and software.",
    jobs=(
        Job(
            "Learning and Development Specialist", "Aldermoor Telecom", "Dublin", "Jan 2021", "",
            (
                "Conducted a training needs analysis with 40 managers and closed the skills gaps of three departments.",
                "Designed a curriculum on machine learning and generative AI, which 1,900 engineers completed.",
                "Built hands-on labs in Azure and measured their effect with the Kirkpatrick model.",
                "Ran the Moodle LMS for 6,000 learners and raised completion from 48 % to 83 %.",
                "Facilitated 60 workshops on prompt engineering for non-technical staff.",
            ),
        ),
        Job(
            "Instructional Designer", "Lagoon Software Inc.", "Cork", "Sep 2016", "Dec 2020",
            (
                "Developed forty e-learning modules with Articulate Storyline after the ADDIE model.",
                "Wrote assessments and job aids and coached twelve new trainers.",
                "Cut the time to competence of new engineers from 14 weeks to 9.",
            ),
        ),
    ),
    skills={
        "Design": ("Articulate 360", "storyboarding", "microlearning"),
        "Platforms": ("Moodle", "Degreed"),
        "Technology": ("Python", "ChatGPT"),
    },
    certificates=(("CPTD", "2022"), ("Microsoft Certified Trainer", "2023")),
    degree="MA Adult Education",
    school="Lakeshore College",
    year="2016",
)  # fmt: skip
CAREERS = (SECURITY, LEARNING)


def _lines(*parts: str | Iterable[str]) -> str:
    return "\n".join(line for part in parts for line in ([part] if isinstance(part, str) else part)) + "\n"


def _told(c: Career, told: Callable[[Job], Iterable[str]]) -> list[str]:
    """The lines of all jobs, an empty one after each."""
    return [line for job in c.jobs for line in (*told(job), "")]


def _bulleted(deeds: Iterable[str], sign: str = "•") -> list[str]:
    return [f"{sign} {deed}" for deed in deeds]


def chronological(c: Career) -> str:
    """The usual form."""
    jobs = _told(
        c,
        lambda job: (
            f"{job.title}, {job.employer}, {job.town}, {job.start} – {job.until}",
            *_bulleted(job.deeds),
        ),
    )
    return _lines(
        c.name, f"{c.town} | {c.email} | {c.phone}", "", "SUMMARY", c.summary, "", "EXPERIENCE", "", jobs,
        "EDUCATION", f"{c.degree}, {c.school}, {c.year}", "", "CERTIFICATIONS",
        [f"{name}, {year}" for name, year in c.certificates], "", "SKILLS", ", ".join(c.all_skills),
    )  # fmt: skip


def functional(c: Career) -> str:
    """What was done by skill, the jobs as bare lines below."""
    deeds = [deed for job in c.jobs for deed in job.deeds]
    groups = list(c.skills)
    areas = [
        line
        for number, group in enumerate(groups)
        for line in (group, *_bulleted(deeds[number :: len(groups)]), "")
    ]  # fmt: skip
    return _lines(
        c.name, f"{c.email} · {c.phone}", "", "SUMMARY OF QUALIFICATIONS", c.summary, "", "AREAS OF EXPERTISE", "",
        areas, "EMPLOYMENT HISTORY", [f"{j.title}, {j.employer}, {j.start} – {j.until}" for j in c.jobs], "",
        "EDUCATION", f"{c.degree}, {c.school}, {c.year}", "", "CERTIFICATIONS",
        [f"{name}, {year}" for name, year in c.certificates], "", "TECHNICAL TOOLBOX", ", ".join(c.all_skills),
    )  # fmt: skip


def linkedin(c: Career) -> str:
    """What LinkedIn exports."""
    jobs = _told(
        c,
        lambda job: (
            job.employer,
            job.title,
            f"{job.start} - {job.until} (4 years 9 months)",
            f"{job.town}",
            *_bulleted(job.deeds, "-"),
        ),
    )
    return _lines(
        c.name, "", c.headline, c.town, "", "Contact", c.email, f"{c.phone} (Mobile)",
        "www.linkedin.com/in/example-1234", "(LinkedIn)", "", "Top Skills", c.all_skills[:3], "", "Certifications",
        [name for name, _ in c.certificates], "", "Summary", c.summary, "", "Experience", jobs, "Page 1 of 2", "", "",
        "Education", c.school, f"{c.degree} · (2007 - {c.year})", "", "Page 2 of 2",
    )  # fmt: skip


def europass(c: Career) -> str:
    """The European form."""
    jobs = _told(
        c,
        lambda job: (
            f"{job.start} – {job.end or 'CURRENT'} {job.town}",
            f"{job.title.upper()} {job.employer.upper()}",
            *job.deeds,
        ),
    )
    return _lines(
        c.name, f"Nationality: Irish | Phone number: {c.phone} (Mobile) | Email address: {c.email}", "", "ABOUT ME",
        c.summary, "", "WORK EXPERIENCE", "", jobs, "EDUCATION AND TRAINING", "",
        f"2007 – {c.year} Lakeshore", f"{c.degree.upper()} {c.school}", "", "LANGUAGE SKILLS",
        "MOTHER TONGUE(S): English", "", "DIGITAL SKILLS", " | ".join(c.all_skills), "", "CERTIFICATES",
        [f"{name} {year}" for name, year in c.certificates],
    )  # fmt: skip


def german(c: Career) -> str:
    """Dates at the left, everything in columns."""
    jobs = _told(
        c,
        lambda job: (
            f"{job.start} – {job.until}".ljust(24) + f"{job.employer}, {job.town}",
            " " * 24 + job.title,
            *(" " * 24 + f"– {deed}" for deed in job.deeds),
        ),
    )
    return _lines(
        "Curriculum Vitae", "", "Personal data", f"Name:                   {c.name}",
        "Date of birth:          1 April 1985", f"E-mail:                 {c.email}", "", "Professional experience",
        jobs, "", "Education", f"2007 – {c.year}             {c.school}: {c.degree}", "", "Further training",
        [f"{year}                    {name}" for name, year in c.certificates], "",
        f"IT skills               {', '.join(c.all_skills)}", "Hobbies                 Alpine skiing, piano",
    )  # fmt: skip


def indian(c: Career) -> str:
    """Objective, synopsis, "Since …", declaration."""
    jobs = _told(
        c,
        lambda job: (
            f"{job.start} - {job.end or 'Till Date'}: {job.employer}, {job.town} as {job.title}",
            "Roles & Responsibilities:",
            *_bulleted(job.deeds, "*"),
        ),
    )
    return _lines(
        "CURRICULUM VITAE", "", c.name.upper(), f"Mobile: {c.phone}, E-Mail: {c.email}", "", "CAREER OBJECTIVE:",
        "Seeking a challenging position where I can utilise my experience for organisational growth.", "",
        "PROFESSIONAL SYNOPSIS:", f"* {c.summary}", "", "ORGANISATIONAL EXPERIENCE:", "", jobs,
        "ACADEMIC QUALIFICATIONS:", f"{c.degree}   {c.school}   {c.year}   72.4%", "", "CERTIFICATIONS:",
        _bulleted([f"{name} ({year})" for name, year in c.certificates], "*"), "", "TECHNICAL SKILLS:",
        [f"{group}: {', '.join(names)}" for group, names in c.skills.items()], "", "PERSONAL DETAILS:",
        "Father's Name: Mr. Suresh Muster", "Marital Status: Married", "", "DECLARATION:",
        "I hereby declare that the above information is true to the best of my knowledge.",
    )  # fmt: skip


def federal(c: Career) -> str:
    """The form of the United States government."""
    jobs = _told(
        c,
        lambda job: (
            job.employer.ljust(60) + f"{job.start} - {job.until}",
            job.town.ljust(60) + "Hours per week: 40",
            f"{job.title}   Series: 2210  Grade: 13",
            "Supervisor: Jan Muster (555-0111), may contact: Yes",
            "Salary: $120,700 USD per year",
            "Duties, Accomplishments and Related Skills:",
            *job.deeds,
        ),
    )
    return _lines(
        c.name.upper(), f"Mobile: {c.phone} | Email: {c.email}",
        "Citizenship: U.S. Citizen | Veterans' Preference: None | Clearance: Secret", "", "WORK EXPERIENCE:", "", jobs,
        "EDUCATION:", f"{c.school}   {c.degree} {c.year}   GPA: 3.8 of 4.0", "", "JOB RELATED TRAINING:",
        ", ".join(f"{name} ({year})" for name, year in c.certificates), "", "REFERENCES:", "Available upon request", "",
        "ADDITIONAL INFORMATION:", f"Skills: {', '.join(c.all_skills)}",
    )  # fmt: skip


def markdown(c: Career) -> str:
    """Marks of headings, bold titles."""
    jobs = _told(
        c,
        lambda job: (
            f"### {job.title}",
            f"**{job.employer}** — {job.town} — *{job.start} – {job.until}*",
            "",
            *_bulleted(job.deeds, "-"),
        ),
    )
    return _lines(
        f"# {c.name}", f"*{c.headline}* · {c.email}", "", "## About", c.summary, "", "## Experience", "", jobs,
        "## Skills", "", [f"- **{group}:** {', '.join(names)}" for group, names in c.skills.items()], "",
        "## Certifications", _bulleted([f"{name} ({year})" for name, year in c.certificates], "-"), "", "## Education",
        f"{c.degree}, {c.school}, {c.year}",
    )  # fmt: skip


def table(c: Career) -> str:
    """A table of Markdown or Word: a row a job."""
    rows = [f"| {j.start} – {j.until} | {j.title}, {j.employer} | {' '.join(j.deeds)} |" for j in c.jobs]
    return _lines(
        c.name, c.email, "", "Experience", "", "| Period | Role | What I did |", "|---|---|---|", rows, "", "Skills",
        ", ".join(c.all_skills), "", "Certificates", [f"{name} {year}" for name, year in c.certificates], "",
        "Education", f"{c.degree}, {c.school}, {c.year}",
    )  # fmt: skip


def decorated(c: Career) -> str:
    """Signs around headings, odd bullets."""
    jobs = _told(
        c,
        lambda job: (
            f"{job.employer.upper()} ▪ {job.town} ▪ {job.start} – {job.until}",
            job.title,
            *_bulleted(job.deeds, "➢"),
        ),
    )
    return _lines(
        f"★ {c.name.upper()} ★", f"✉ {c.email} ☎ {c.phone}", "", "~~~ PROFILE ~~~", c.summary, "",
        "~~~ PROFESSIONAL EXPERIENCE ~~~", jobs, "~~~ EDUCATION ~~~", f"➢ {c.degree}, {c.school}, {c.year}", "",
        "~~~ CERTIFICATIONS ~~~", _bulleted([f"{name} {year}" for name, year in c.certificates], "➢"), "",
        "~~~ TECHNICAL SKILLS ~~~", _bulleted([f"{skill} ●●●●○" for skill in c.all_skills], "➢"),
    )  # fmt: skip


def numbered(c: Career) -> str:
    """Numbered headings and numbered deeds."""
    jobs = _told(
        c,
        lambda job: (
            f"{job.title} at {job.employer} ({job.start} to {job.until})",
            *(f"{number}. {deed}" for number, deed in enumerate(job.deeds, 1)),
        ),
    )
    return _lines(
        c.name, c.email, "", "1. Profile", c.summary, "", "2. Work experience", jobs, "3. Education",
        f"{c.degree}, {c.school}, {c.year}", "", "4. Certificates", [f"{name} {year}" for name, year in c.certificates],
        "", "5. Skills", ", ".join(c.all_skills),
    )  # fmt: skip


def unheaded(c: Career) -> str:
    """No headings at all."""
    jobs = _told(
        c,
        lambda job: (
            f"{job.title}, {job.employer}, {job.start} – {job.until}",
            *_bulleted(job.deeds, "-"),
        ),
    )
    return _lines(
        c.name, c.email, "", c.summary, "", jobs, f"{c.degree}, {c.school}, {c.year}",
        ", ".join(f"{name} {year}" for name, year in c.certificates), "", ", ".join(c.all_skills),
    )  # fmt: skip


def prose(c: Career) -> str:
    """A letter: paragraphs, "I" before each deed."""
    told = [
        f"{'Since' if not job.end else 'From'} {job.start}{f' to {job.end}' if job.end else ''} I have worked at "
        f"{job.employer} in {job.town} as {job.title}. "
        + " ".join(f"I {deed[0].lower()}{deed[1:]}" for deed in job.deeds)
        for job in c.jobs
    ]
    certificates = " and the ".join(name for name, _ in c.certificates)
    return _lines(
        f"My name is {c.name}. {c.summary}", "", *(f"{paragraph}\n" for paragraph in told),
        f"I hold a {c.degree} of {c.school} ({c.year}) and the {certificates}. I use {', '.join(c.all_skills)}.",
    )  # fmt: skip


def _below(c: Career) -> str:
    """What all forms end with."""
    return _lines(
        "", "EDUCATION", f"{c.degree}, {c.school}, {c.year}", "", "CERTIFICATIONS",
        [f"{name} {year}" for name, year in c.certificates], "", "SKILLS", ", ".join(c.all_skills),
    )  # fmt: skip


def star(c: Career) -> str:
    """Situation, task, action, result."""
    jobs = _told(
        c,
        lambda job: (
            f"{job.title} | {job.employer} | {job.start} – {job.until}",
            *(
                f"Situation: the house grew.\nTask: keep the promises.\nAction: {deed}\nResult: fewer calls at night."
                for deed in job.deeds
            ),
        ),
    )
    return _lines(c.name, c.email, "", "EXPERIENCE", jobs) + _below(c)


def projects(c: Career) -> str:
    """A list of projects, as consultants send."""
    jobs = _told(
        c,
        lambda job: (
            f"Project {number}: renewal at {job.employer}\nPeriod: {job.start} – {job.until}\nRole: {job.title}\n"
            f"Tasks: {deed}\nTeam: 4 people\n"
            for number, deed in enumerate(job.deeds, 1)
        ),
    )
    return _lines(c.name, c.email, "", "PROJECT LIST", jobs) + _below(c)


def achievements(c: Career) -> str:
    """What was achieved first, the jobs below."""
    return (
        _lines(c.name, c.email, "", "KEY ACHIEVEMENTS", *(_bulleted(job.deeds) for job in c.jobs))
        + _lines("", "CAREER", [f"{job.start} – {job.until}  {job.title}, {job.employer}" for job in c.jobs])
        + _below(c)
    )


def executive(c: Career) -> str:
    """All in the summary."""
    return (
        _lines(c.name, c.email, "", "EXECUTIVE SUMMARY", *(_bulleted(job.deeds) for job in c.jobs))
        + _lines("", "EXPERIENCE", [f"{job.title}, {job.employer}, {job.start} – {job.until}" for job in c.jobs])
        + _below(c)
    )


def semicolons(c: Career) -> str:
    """A job in one sentence."""
    jobs = _told(
        c,
        lambda job: (
            f"{job.start} – {job.until}: {job.title}, {job.employer}. "
            + "; ".join(f"{deed[0].lower()}{deed[1:-1]}" for deed in job.deeds)
            + ".",
        ),
    )
    return _lines(c.name, c.email, "", "EMPLOYMENT", jobs) + _below(c)


def shouted(c: Career) -> str:
    """All in capitals."""
    return chronological(c).upper()


def pasted(c: Career) -> str:
    """From a web form: no empty lines, no bullets."""
    return "\n".join(line.removeprefix("• ") for line in chronological(c).split("\n") if line) + "\n"


def wrapped(c: Career) -> str:
    """Broken into lines of 72 characters, as mail programs do."""
    from textwrap import fill

    return "\n".join(
        fill(line, 72, subsequent_indent="  " if line.startswith("•") else "", break_on_hyphens=False)
        for line in chronological(c).split("\n")
    )


FORMS: Mapping[str, Callable[[Career], str]] = {
    form.__name__: form
    for form in (
        chronological, functional, linkedin, europass, german, indian, federal, markdown, table, decorated, numbered,
        unheaded, prose, star, projects, achievements, executive, semicolons, shouted, pasted, wrapped,
    )
}  # fmt: skip
