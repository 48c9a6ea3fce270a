"""What is drafted from job descriptions: which lines count, how much, what is taken back, what is left out."""

from __future__ import annotations

import pytest

from matcher.core.job_description import PROFILE_ID, Describing, JobDescription, Part
from matcher.core.model import Tier
from matcher.errors import JobDescriptionEmptyError
from tests.builders import resume
from tests.core.job_description.texts import CHEF, CLUTTER, END, FEDERAL, NURSE, SECURITY, START, WELDER


def asked(description: JobDescription, text: str) -> dict[str, Tier]:
    """What is asked for as written, in small letters, with its tier."""
    return {text[w.span.start : w.span.end].lower(): w.tier for w in description.requirements}


E, I, O = Tier.ESSENTIAL, Tier.IMPORTANT, Tier.OPTIONAL  # noqa: E741


@pytest.mark.parametrize(
    ("text", "written", "tier"),
    [
        (WELDER, "orbital welding", E),
        (WELDER, "mma welding", O),
        (WELDER, "ipaf", O),
        (WELDER, "isometric drawings", I),
        (NURSE, "ventilator care", E),
        (NURSE, "arterial lines", E),
        (NURSE, "haemofiltration", O),
        (CHEF, "haccp", E),
        (CHEF, "sous-vide", O),
        (CHEF, "prep lists", I),
        (SECURITY, "splunk", E),
        (SECURITY, "cissp", O),
        (SECURITY, "threat hunting", I),
        (FEDERAL, "federal records act", I),
        (FEDERAL, "digital preservation", I),
        (FEDERAL, "records scheduling", E),
    ],
)
def test_what_a_trade_asks_for_is_drafted_with_its_tier(
    describing: Describing, text: str, written: str, tier: Tier
) -> None:
    assert asked(describing.describe(text), text).get(written) is tier


@pytest.mark.parametrize(
    ("line", "written", "tier"),
    [
        ("You must have experience of kiln firing.", "kiln firing", E),
        ("Kiln firing is required.", "kiln firing", E),
        ("At least three years of kiln firing.", "kiln firing", E),
        ("Kiln firing is a plus.", "kiln firing", O),
        ("Kiln firing would be an advantage.", "kiln firing", O),
        ("Ideally you have done kiln firing.", "kiln firing", O),
        ("Bonus points for kiln firing.", "kiln firing", O),
        ("We expect kiln firing from you.", "kiln firing", I),
        ("You will be responsible for kiln firing.", "kiln firing", I),
        ("You must know glaze chemistry; kiln firing would be a plus.", "kiln firing", O),
        ("You must know glaze chemistry; kiln firing would be a plus.", "glaze chemistry", E),
        ("Glaze chemistry is essential, kiln firing in the large kiln is desirable.", "kiln firing", O),
        ("Kiln firing is essential, and glaze chemistry is desirable.", "glaze chemistry", O),
    ],
)
def test_the_nearest_cue_tells_the_tier(describing: Describing, line: str, written: str, tier: Tier) -> None:
    text = f"{START}About you\n{line}{END}"
    assert asked(describing.describe(text), text)[written] is tier


@pytest.mark.parametrize(
    ("heading", "tier"),
    [
        ("Essential criteria", E),
        ("Must have:", E),
        ("REQUIREMENTS", E),
        ("What you'll do", I),
        ("You bring", I),
        ("Nice to have", O),
        ("Desirable criteria", O),
        ("Preferred Qualifications", O),
        ("**Good to have**", O),
    ],
)
def test_the_heading_tells_the_tier_of_plain_bullets(describing: Describing, heading: str, tier: Tier) -> None:
    text = f"Potter\n\n{heading}\n- Kiln firing\n- Glaze chemistry\n"
    assert asked(describing.describe(text), text) == {"kiln firing": tier, "glaze chemistry": tier}


def test_marks_of_a_person_specification_tell_the_tier_of_their_line(describing: Describing) -> None:
    text = "Potter\n\nPerson specification\n\nExperience of kiln firing (E)\nGlaze chemistry (D)\nSlip casting (E)\n"
    found = asked(describing.describe(text), text)
    assert found == {"kiln firing": E, "glaze chemistry": O, "slip casting": E}


@pytest.mark.parametrize(
    "line",
    [
        "No experience of Python is needed.",
        "You do not need Python.",
        "Python is not required.",
        "Experience with Python is not necessary.",
        "You don't need a background in Python.",
    ],
)
def test_what_is_not_needed_is_no_requirement(describing: Describing, line: str) -> None:
    text = f"Potter\n\nRequirements\n- Kiln firing\n- {line}\n"
    description = describing.describe(text)
    assert "python" not in asked(description, text)
    assert description.left_out[Part.NOT_NEEDED] == 1


def test_a_negation_reaches_no_further_than_its_clause(describing: Describing) -> None:
    text = "Potter\n\nRequirements\n- Python is not required, but kiln firing is essential.\n"
    assert asked(describing.describe(text), text) == {"kiln firing": E}


@pytest.mark.parametrize("text", [WELDER, NURSE, CHEF, SECURITY, FEDERAL])
@pytest.mark.parametrize("word", ["machine learning", "kubernetes", "data science", "pension", "rugby club", "race"])
def test_clutter_yields_no_requirement(describing: Describing, text: str, word: str) -> None:
    assert not any(word in written for written in asked(describing.describe(text), text))


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("Strong project management and customer service skills", {"project management", "customer service"}),
        ("Programming languages (e.g., Go, Java or Kotlin)", {"programming languages", "go", "java", "kotlin"}),
        ("NVQ Level 3 in Professional Cookery", {"nvq level 3 in professional cookery"}),
        ("Thorough knowledge of the Food Safety Act", {"food safety act"}),
        ("Excellent aseptic technique", {"aseptic technique"}),
        ("Ability to read isometric drawings quickly", {"isometric drawings"}),
        ("You will rotate stock", {"rotate stock"}),
    ],
)
def test_terms_are_whole_names_without_the_words_that_frame_them(
    describing: Describing, line: str, terms: set[str]
) -> None:
    text = f"Potter\n\nRequirements\n- {line}\n"
    assert asked(describing.describe(text), text).keys() == terms


@pytest.mark.parametrize("trait", ["Excellent team player", "Strong work ethic and positive attitude", "Flexible"])
def test_traits_are_no_terms(describing: Describing, trait: str) -> None:
    text = f"Potter\n\nRequirements\n- Kiln firing\n- {trait}\n"
    found = asked(describing.describe(text), text)
    assert not {"team player", "team", "player", "positive attitude", "attitude", "flexible"} & found.keys()


@pytest.mark.parametrize(
    "text", ["", "Hello there.", CLUTTER, "Lorem " * 3, "Requirements\nSkills\nDuties\nBenefits\nAbout you\n"]
)
def test_a_text_that_asks_for_nothing_is_refused_with_the_way_out(describing: Describing, text: str) -> None:
    with pytest.raises(JobDescriptionEmptyError, match="Paste the whole advert"):
        describing.describe(text)


def test_the_reasons_of_what_was_left_out_are_counted(describing: Describing) -> None:
    left_out = describing.describe(WELDER).left_out
    assert left_out[Part.COMPANY] >= 2
    assert left_out[Part.BENEFITS] == 1
    assert left_out[Part.APPLY] == 1


def test_years_and_degrees_are_shown_and_never_scored(describing: Describing) -> None:
    text = (
        "Potter\n\nRequirements\n- A degree in ceramics or chemistry\n- 5+ years of experience in kiln firing\n"
        "- At least two years working with slip casting\n"
    )
    description = describing.describe(text)
    assert [quoted.value for quoted in description.years] == [5, 2]
    assert [text[q.span.start : q.span.end] for q in description.degrees] == ["A degree in ceramics or chemistry"]
    assert asked(description, text).keys() == {"kiln firing", "slip casting"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (WELDER, "Coded Welder"),
        (SECURITY, "Security Analyst"),
        ("Job title: Kiln Operator\nYou will fire kilns.", "Kiln Operator"),
        ("🚀 We're hiring: Kiln Operator (m/f/d)\nYou will fire kilns.", "Kiln Operator"),
        ("SOUS CHEF WANTED\nYou will run the pastry section.", "SOUS CHEF"),
        ("We need somebody for kiln firing, full of joy.", "This job"),
        ("Hi there,\n\nI am looking for a Pastry Chef for a client.\nYou bake cakes.", "Pastry Chef"),
        ("We're hiring a Senior Data Engineer to join us.\nYou know SQL.", "Senior Data Engineer"),
        ("We are looking for an experienced Head of Data.\nYou know SQL.", "Head of Data"),
    ],
)
def test_the_title_is_taken_from_the_first_lines(describing: Describing, text: str, title: str) -> None:
    assert describing.describe(text).title == title


def test_requirements_stand_in_order_of_the_text_with_quote_line_and_reason(describing: Describing) -> None:
    found = describing.describe(WELDER).requirements
    assert list(found) == sorted(found, key=lambda w: w.span)
    for wanted in found:
        assert wanted.quote.start <= wanted.span.start < wanted.span.end <= wanted.quote.end
        assert WELDER.split("\n")[wanted.line - 1].strip() in WELDER
    orbital = next(w for w in found if WELDER[w.span.start : w.span.end] == "orbital welding")
    assert WELDER.split("\n")[orbital.line - 1] == "- Experience of orbital welding"
    assert orbital.why == "Essential"
    assert orbital.is_term


def test_a_resume_sent_as_description_is_noticed(describing: Describing) -> None:
    assert describing.describe(resume()).is_resume_like
    assert not describing.describe(WELDER).is_resume_like


@pytest.mark.parametrize("text", [WELDER, NURSE, CHEF, SECURITY, FEDERAL])
def test_the_profile_is_whole(describing: Describing, text: str) -> None:
    description = describing.describe(text)
    profile = description.profile
    ids = [r.skill_id for area in profile.areas for r in area.requirements]
    assert profile.id == PROFILE_ID
    assert sum(area.weight for area in profile.areas) == pytest.approx(1.0, abs=1e-9)
    assert len(ids) == len(set(ids))
    assert {s for gate in profile.gates for s in gate.any_of} <= set(ids)
    assert {s for duty in (*profile.responsibilities, *profile.required_skills) for s in duty.requires} <= set(ids)


def test_a_description_does_not_show_its_text_in_its_repr(describing: Describing) -> None:
    assert "Brackenhall" not in repr(describing.describe(WELDER))
