from __future__ import annotations

import pytest

from matcher.core.sections import Section, compile_headings, split
from matcher.core.tokens import tokenise

HEADINGS = compile_headings()


def sections(text: str) -> list[tuple[Section, str]]:
    """(section, text) of each unit."""
    tokens = tokenise(text)
    return [(unit.section, tokens.slice(unit.first, unit.last)) for unit in split(tokens, HEADINGS)]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Experience", Section.EXPERIENCE),
        ("PROFESSIONAL EXPERIENCE", Section.EXPERIENCE),
        ("Employment history:", Section.EXPERIENCE),
        ("## Work Experience", Section.EXPERIENCE),
        ("E X P E R I E N C E", Section.EXPERIENCE),
        ("SELECTED CONSULTING ENGAGEMENTS", Section.EXPERIENCE),
        ("Education & Training", Section.EDUCATION),
        ("Certifications and Licences", Section.CERTIFICATIONS),
        ("Core competencies", Section.SKILLS),
        ("EDUCATION AND CERTIFICATES", Section.EDUCATION),
        ("Education and other certificates", Section.EDUCATION),
        ("Where I have worked", Section.EXPERIENCE),
        ("Training received", Section.CERTIFICATIONS),
        ("Referees", Section.REFERENCES),
        ("Top Skills", Section.SKILLS),
        ("PROFESSIONAL SYNOPSIS", Section.SUMMARY),
        ("RESEARCH INTERESTS", Section.SKILLS),
        ("GRANTS", Section.PROJECTS),
        ("Hobbies", Section.INTERESTS),
        ("Career objective", Section.WISHES),
        ("Person specification", Section.ADVERT),
        ("== WHAT I DID ALL DAY ==", Section.BODY),
        ("WHAT I HAVE NOT DONE", Section.WISHES),
    ],
)
def test_headings_name_the_part_that_follows(heading: str, section: Section) -> None:
    text = f"Robin Beispiel\nLeeds\n\nSkills\nJira\n\n{heading}\nThe line that follows it here"
    assert sections(text)[-1] == (section, "The line that follows it here")


@pytest.mark.parametrize(
    ("row", "section"),
    [
        ("SKILLS\tThe line that follows it here", Section.SKILLS),
        ("Languages        The line that follows it here", Section.SKILLS),
        ("Education\tThe line that follows it here", Section.EDUCATION),
        ("CORE COMPETENCIES (ATS OPTIMIZED)\tThe line that follows it here", Section.SKILLS),
        ("2013 – 2016\tThe line that follows it here", Section.EDUCATION),
        ("Leeds\tThe line that follows it here", Section.EDUCATION),
    ],
)
def test_the_left_cell_of_a_row_can_be_its_heading(row: str, section: Section) -> None:
    found = sections(f"Robin Beispiel\nLeeds\n\nEducation\nBSc Physics, 2008\n{row}")
    assert found[-1][0] is section
    assert found[-1][1].endswith("The line that follows it here")


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("EXECUTIVE PROFILE", Section.SUMMARY),
        ("MANAGEMENT EXPERIENCE", Section.EXPERIENCE),
        ("DIRECTOR OF EDUCATION", Section.CERTIFICATIONS),
    ],
)
def test_headings_can_hold_words_of_titles_if_they_end_as_no_title_does(line: str, section: Section) -> None:
    found = sections(f"Robin Beispiel\n\nCertifications\nCDMP, 2016\n\n{line}\nThe line that follows it here")
    assert found[-1][0] is section


def test_the_contact_block_is_the_header_and_the_opening_paragraph_the_summary() -> None:
    text = (
        "Robin Beispiel\nrobin@example.org\n\nFor twelve years I have led teams in banks and hospitals of any size.\n\n"
        "Experience\n- Led it"
    )
    assert [section for section, _ in sections(text)] == [
        Section.HEADER,
        Section.HEADER,
        Section.SUMMARY,
        Section.EXPERIENCE,
    ]


def test_a_line_that_opens_with_address_does_not_swallow_what_follows() -> None:
    text = "Ada Example\nAddress: 1 Road, Town\n\n• Led data governance for a bank\n• Built a data catalogue\n"
    assert [section for section, _ in sections(text)][-2:] == [Section.BODY, Section.BODY]
    last, _ = sections("Experience\nLed data governance\n\nContact\n1 Road, Town\n")[-1]
    assert last is Section.CONTACT


def test_duties_are_of_a_job_unless_what_an_advert_asks_for_follows() -> None:
    held = "Experience\nAcme 2020 - 2024\nResponsibilities\n• Led data governance\n\nEducation\nBSc\n"
    offered = "Ada Example\n\n• Responsibilities\n• Lead data governance\n• Required Skills\n• Knowledge of GDPR\n"
    assert [section for section, _ in sections(held)][1] is Section.EXPERIENCE
    assert [section for section, _ in sections(offered)][1:] == [Section.ADVERT, Section.ADVERT]


def test_bullets_without_any_heading_are_work() -> None:
    text = "Robin Beispiel\nExample Works, 2019 - 2024\n- Led the night shift of the plant\n- Built the second plant"
    assert sections(text)[-1][0] is Section.BODY


def test_tools_under_a_job_belong_to_the_job() -> None:
    text = "Robin\n\nExperience\nAnalyst, 2019\nTools: Splunk and others we used daily\n- Led it"
    assert all(section in (Section.HEADER, Section.EXPERIENCE) for section, _ in sections(text))


def test_a_wrapped_line_is_one_sentence() -> None:
    text = "Experience\n- Led the programme that moved every single reporting store of the\n  group into one place"
    assert len(sections(text)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "## Banksia Skills Group, 2018 to now",  # an employer with "skills" in its name
        "HEAD OF LEARNING SKILLS",  # a job title
    ],
)
def test_entries_that_look_like_headings_open_no_part(line: str) -> None:
    found = sections(f"Jane Doe\n\nExperience\nTrainer\n\n{line}\nTaught forty people to weld")
    assert found[-1] == (Section.EXPERIENCE, "Taught forty people to weld")
