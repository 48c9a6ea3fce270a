"""What the parts of a resume are, and what is rather left than guessed; rows of a text and what it gives."""

from __future__ import annotations

import pytest

from matcher import Matcher
from matcher.core import resume_parts
from matcher.core.resume_parts import ResumeParts
from matcher.core.resume_parts.parts import Job
from tests.builders import resume


@pytest.fixture
def parts(matcher: Matcher) -> Parts:
    """The parts of a text."""
    return Parts(matcher)


class Parts:
    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    def __call__(self, text: str) -> ResumeParts:
        finder = self._matcher.finder
        tokens = finder.tokenise(text)
        mentions = finder.find(tokens).mentions
        return resume_parts.parts_of(tokens, mentions, self._matcher.skills, finder.ordinary)

    def job(self, lines: str) -> Job:
        """The first job of a resume with these lines under Experience."""
        return self(
            f"Robin Beispiel\nrobin.beispiel@example.org\n\nExperience\n\n{lines}\n\nEducation\nBSc Physics, 2008\n"
        ).work[0]


def test_the_header_gives_name_label_and_contact(parts: Parts) -> None:
    person = parts(
        "Robin Beispiel\nHead of Data Governance\n"
        "Leeds | robin.beispiel@example.org | +44 7700 900123 | https://robin.example.org/me\n"
        "linkedin.com/in/robin-b | https://github.com/rbeispiel\n\nSummary\nTen years in banks.\nAnd in hospitals.\n"
    ).person
    assert (person.name, person.label) == ("Robin Beispiel", "Head of Data Governance")
    assert (person.email, person.phone) == ("robin.beispiel@example.org", "+44 7700 900123")
    assert person.url == "https://robin.example.org/me"
    told = [(profile.network, profile.username, profile.url) for profile in person.profiles]
    assert told == [("linkedin", "robin-b", None), ("github", "rbeispiel", "https://github.com/rbeispiel")]
    assert person.summary == "Ten years in banks. And in hospitals."


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("ROBIN VAN DER BEISPIEL, PHD, MBE\nr@example.org", "ROBIN VAN DER BEISPIEL"),
        ("Robin Beispiel ACCA\nr.beispiel@example.org", "Robin Beispiel"),
        ("Curriculum Vitae\n\nName: Robin Beispiel\nr@example.org", "Robin Beispiel"),
        ("Robin Beispiel — Data Engineer — r@example.org", "Robin Beispiel"),
        ("# Robin Beispiel\n\n*Leeds — r@example.org*", "Robin Beispiel"),
        ("Data Governance Lead\nr@example.org", None),
        ("Machine Learning\nr@example.org", None),
        ("Robin Beispiel\nLeeds", None),  # nothing says that this is a header
        ("12 High Street\nr@example.org", None),
        ("Example Works Ltd\nr@example.org", None),
        ("Beispiel, Robin\nr@example.org", None),
    ],
)
def test_a_name_is_told_only_where_all_speaks_for_it(parts: Parts, header: str, name: str | None) -> None:
    assert parts(f"{header}\n\nExperience\n- Led the team.\n").person.name == name


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Tel: 555 0182", "555 0182"),
        ("Tel: 01 555 0182", "01 555 0182"),
        ("+49 40 66969 217", "+49 40 66969 217"),
        ("(614) 555-0196", "(614) 555-0196"),
        ("Phone number: (+34) 600 000 000 (Mobile)", "(+34) 600 000 000"),
        ("0116 496 0147", "0116 496 0147"),
        ("2010-2014 2015-2019", None),
        ("80801 München", None),
        ("ISO 27001 20000", None),
    ],
)
def test_a_number_is_a_phone_only_where_it_can_be_nothing_else(parts: Parts, line: str, phone: str | None) -> None:
    text = f"Robin Beispiel\nrobin.beispiel@example.org | {line}\n\nExperience\n- Led the team.\n"
    assert parts(text).person.phone == phone


@pytest.mark.parametrize(
    ("lines", "position", "name"),
    [
        ("Team Lead, Example Works Ltd, 2019 - 2021\n- Did it.", "Team Lead", "Example Works Ltd"),
        ("Team Lead    2019 - 2021\nExample Works, Leeds\n- Did it.", "Team Lead", "Example Works, Leeds"),
        ("Example Works, Leeds\nTeam Lead, 2019 - 2021\n- Did it.", "Team Lead", "Example Works, Leeds"),
        ("Example Bank, Leeds — Team Lead (Mar 2019 – 2021)\n- Did it.", "Team Lead", "Example Bank, Leeds"),
        ("2019-2021  Example Castings Ltd  Financial Controller\n a) Did it.", "Financial Controller",
         "Example Castings Ltd"),
        ("Example Works\t2019 – 2021\nTeam Lead\n- Did it.", "Team Lead", "Example Works"),
        ("### Team Lead\n\n**Example Works**, Leeds | *2019 – 2021*\n\n- Did it.", "Team Lead",
         "Example Works**, Leeds"),
        ("Team Lead at Example Works, 2019 – 2021\n- Did it.", "Team Lead", "Example Works"),
        ("Manager, Automated Decisions, 2019 – 2021\n- Did it.", "Manager, Automated Decisions", None),
        ("Example Works Ltd Senior Analyst 2019 – 2021\n- Did it.", None, None),
        ("Example Bank, Senior Analyst, 2019 – 2021\n- Did it.", "Senior Analyst", "Example Bank"),
        ("Director, Information Services, 2019 – 2021\n- Did it.", "Director, Information Services", None),
        ("Engineer – Network Services, 2019 – 2021\n- Did it.", "Engineer – Network Services", None),
        ("Employer: Example Castings    2019 – 2021\nPosition: Team Lead\n- Did it.", "Team Lead", "Example Castings"),
        ("Example Works, Leeds\n6 years 3 months\nTeam Lead\n2019 – 2021 (2 years 9 months)\nLeeds, UK\n- Did it.",
         "Team Lead", "Example Works, Leeds"),
        ("Team Lead, Example Hospitals, Leeds, 2019 – 2021\n- Did it.", "Team Lead", "Example Hospitals"),
        ("Manager, Insurance, Leeds, 2019 – 2021\n- Did it.", "Manager, Insurance, Leeds", None),
        ("Example Works Ltd.\nTeam Lead\n2019 – 2021\n- Did it.", "Team Lead", "Example Works Ltd."),
        ("2019 – 2021 Madrid, Spain\nTEAM LEAD\n- Did it.", "TEAM LEAD", None),
        ("Denver, CO, 2019 – 2021\nTeam Lead\n- Did it.", "Team Lead", None),
        ("2019 – 2021: Example Labs, Pune as the Team Lead\n- Did it.", "Team Lead", "Example Labs"),
        ("Technical Trainer – Java, Python, 2019 – 2021\nExample Labs, Pune\n- Did it.",
         "Technical Trainer – Java, Python", "Example Labs, Pune"),
    ],
)  # fmt: skip
def test_position_and_employer_are_told_apart_or_not_at_all(
    parts: Parts, lines: str, position: str | None, name: str | None
) -> None:
    job = parts.job(lines)
    assert (job.position, job.name) == (position, name)
    assert job.dates.start is not None
    assert (job.dates.start.iso[:4], job.dates.end and job.dates.end.iso) == ("2019", "2021")
    assert job.highlights[-1].endswith("Did it.")


def test_bullets_run_on_and_a_paragraph_above_them_is_the_summary(parts: Parts) -> None:
    job = parts.job(
        "Team Lead, Example Works Ltd, 2019 - present\nTwelve people in two towns.\n"
        "- Moved the data\n  warehouse to Snowflake. Nobody\n  noticed.\n- Cut cost by 30 %.\n"
    )
    assert job.summary == "Twelve people in two towns."
    assert job.highlights == ("Moved the data warehouse to Snowflake. Nobody noticed.", "Cut cost by 30 %.")
    assert job.dates.end is None


def test_a_dated_sentence_opens_no_job(parts: Parts) -> None:
    made = parts(
        resume(["Cut cost by 30 % from 2019 to 2021 with one warehouse for the whole group and all of its towns."])
    )
    assert len(made.work) == 1


def test_unpaid_work_projects_awards_and_publications_have_their_places(parts: Parts) -> None:
    made = parts(
        resume()
        + "\nVolunteering\nTreasurer\tExample Food Bank, 2015 – 2018\n- Kept the books.\n"
        + "\nProjects\nShop of the town\n- Built it in Python.\n"
        + "\nPublications\n- On data owners, 2021\n\nAwards\n- Example Prize (2019)\n"
    )
    assert [(job.position, job.name) for job in made.volunteer] == [("Treasurer", "Example Food Bank")]
    assert [(project.name, project.highlights) for project in made.projects] == [
        ("Shop of the town", ("Built it in Python.",))
    ]
    assert [(p.title, p.date and p.date.iso) for p in made.publications] == [("On data owners", "2021")]
    assert [(p.title, p.date and p.date.iso) for p in made.awards] == [("Example Prize", "2019")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("MSc Information Management, University of Aldermoor, 2010", ("University of Aldermoor", "MSc",
         "Information Management", None, "2010")),
        ("Bachelor of Science in Physics, Example College, 2004 – 2008", ("Example College", "Bachelor of Science",
         "Physics", "2004", "2008")),
        ("Example University, Cambridge, MA, 2009", ("Example University", None, None, None, "2009")),
        ("BA Statistics, 2009; Example School of Law", (None, "BA", "Statistics", None, "2009")),
        ("Saturday school for girls, Example College, 2009", ("Example College", None, None, None, "2009")),
        ("MBA, Example Business School, expected 2027", ("Example Business School", "MBA", None, None, None)),
    ],
)  # fmt: skip
def test_studies(parts: Parts, line: str, told: tuple[str | None, ...]) -> None:
    study = parts(f"Robin Beispiel\nr@example.org\n\nEducation\n{line}\n").education[0]
    start, end = study.dates
    assert (study.institution, study.study_type, study.area, start and start.iso, end and end.iso) == told


def test_certificates_keep_a_date_that_can_mean_something_else(parts: Parts) -> None:
    made = parts(
        "Robin Beispiel\nr@example.org\n\nCertifications\n"
        "CDMP Practitioner (DAMA), 2019; CISSP, expired 2020\nCISM, exam booked for May 2027\n2016 PRINCE2\n"
    )
    assert [(c.title, c.date and c.date.iso) for c in made.certificates] == [
        ("CDMP Practitioner (DAMA)", "2019"),
        ("CISSP, expired 2020", None),
        ("CISM, exam booked for May 2027", None),
        ("PRINCE2", "2016"),
    ]


def test_languages_are_known_ones_with_their_fluency_and_the_rest_is_left(parts: Parts) -> None:
    made = parts(resume() + "\nLanguages\nEnglish (native), German: C1, conversational French; Klingon, Spanish\n")
    told = [(language.language, language.fluency) for language in made.languages]
    assert told == [("English", "native"), ("German", "C1"), ("French", "conversational"), ("Spanish", None)]
    assert "Klingon" in [left.text for left in made.left]


def test_programming_languages_are_no_languages(parts: Parts) -> None:
    assert parts(resume() + "\nProgramming languages\nPython, SQL\n").languages == ()


def test_skills_are_those_named_as_ones_own(parts: Parts) -> None:
    made = parts(
        resume(
            ["Set up the Splunk platform.", "No experience with Darktrace.", "Keen to learn CrowdStrike."],
            skills="MISP, Splunk ES",
        )
    )
    told = {skill.skill_id: skill.surface_forms for skill in made.skills}
    assert told["splunk"] == ("Splunk", "Splunk ES")
    assert not {"darktrace", "crowdstrike"} & set(told)


def test_what_has_no_place_is_left_in_the_order_of_the_text(parts: Parts) -> None:
    made = parts(
        "Robin Beispiel\nLeeds | r.beispiel@example.org\n\nEducation\nBSc Physics\nLong walks\n\nHobbies\nChess\n"
    )
    assert [left.text for left in made.left] == ["Leeds", "Long walks", "Chess"]


def test_nothing_of_the_text_is_in_a_repr(parts: Parts) -> None:
    made = parts(resume())
    for told in (made, made.person, made.work[0], made.education[0], made.skills[0], *made.left):
        assert "Beispiel" not in repr(told)
        assert "Physics" not in repr(told)
