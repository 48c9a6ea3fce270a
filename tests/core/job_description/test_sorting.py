"""Which lines of an advert count, where no known heading says so."""

from __future__ import annotations

import pytest

from matcher.core.job_description import Describing
from matcher.core.model import Tier
from tests.core.job_description.test_describe import asked
from tests.core.job_description.texts import END, START

E, I, O = Tier.ESSENTIAL, Tier.IMPORTANT, Tier.OPTIONAL  # noqa: E741


@pytest.mark.parametrize(
    ("text", "written", "tier"),
    [
        ("Guardrails\n- Run kiln firing on weekdays\n", "kiln firing", I),
        ("Guardrails\n- running kiln firing on weekdays\n", "kiln firing", I),
        ("Guardrails\n- Runs kiln firing on weekdays\n", "kiln firing", I),
        ("- Kiln firing\n- Glaze chemistry\n", "glaze chemistry", I),
        ("The baker will plan kiln firing and order clay.\n", "kiln firing", I),
        ("Will you fit? You will plan kiln firing. Tune glaze recipes for the shop.\n", "glaze recipes", I),
        ("Job Description\nTo plan kiln firing and order clay\n", "kiln firing", I),
        ("Job Description\nSupervision of kiln firing\nGlaze recipe preparation\n", "kiln firing", I),
        ("We are a shop. You translate kiln firing into words.\n", "kiln firing", I),
        ("We are looking for someone who:\n- is confident in kiln firing\n", "kiln firing", I),
        ("We love clay.\nWhat do we need from you?\nKiln firing by day\nSlip trailing\n", "kiln firing", E),
        ("We love clay.\nYour day-to-day 🔥\nKiln firing by day\nSlip trailing\n", "kiln firing", I),
        ("1. WE ARE\nA shop by the sea.\n2. WE LOOK FOR\nKiln firing by day\nSlip trailing\n", "kiln firing", I),
        ("Our ways (see above)\nWhat do you need to succeed?\nKiln firing by day\nSlip trailing\n", "kiln firing", E),
        ("Education\n- A degree in art. Certificate of kiln firing is required.\n", "kiln firing", E),
        ('We are in "Clay". You\'ll run kiln firing and the shop.\n', "kiln firing", I),
        ("Our shop pays £9 an hour.\nThe role: running kilns, kiln firing, glazing\n", "kiln firing", I),
        ("You do kiln firing, glazing and talk to people.\n", "kiln firing", I),
        ("Clay\nWhat makes you successful\nKiln firing by day\nSlip trailing\n", "kiln firing", I),
        ("Clay\nYour contribution\nKiln firing by day\nSlip trailing\n", "kiln firing", I),
        ("You'll find out about kiln firing by asking.\n", "kiln firing", I),
        ("We love clay.\nMain duties of the job\nKiln firing for the shop.\n", "kiln firing", I),
        ("Extra credit\n- Kiln firing\n- Glaze chemistry\n", "kiln firing", O),
        ("What we cannot compromise on\n- Kiln firing\n- Glaze chemistry\n", "kiln firing", E),
        ("It would be nice if you also bring\n- Kiln firing\n- Glaze chemistry\n", "kiln firing", O),
        ("Preference will be given to applicants who have\n- done kiln firing\n", "kiln firing", O),
        ("You know\n- Clay (Required), kiln firing (Preferred), sugar work (Required)\n", "kiln firing", O),
        ("You know\n- Clay (Preferred), kiln firing (Required), sugar work (Preferred)\n", "kiln firing", E),
        ("You know clay. A certificate in kiln firing does not hurt.\n", "kiln firing", O),
        ("Person specification\nKiln firing | E | A\nGlaze chemistry | D | A/I\n", "kiln firing", E),
        ("Person specification\nKiln firing | E | A\nGlaze chemistry | D | A/I\n", "glaze chemistry", O),
    ],
)
def test_lines_count_by_what_they_open_with_and_lead_to(
    describing: Describing, text: str, written: str, tier: Tier
) -> None:
    text = f"{START}{text}{END}"
    assert asked(describing.describe(text), text).get(written) is tier


@pytest.mark.parametrize(
    "story",
    [
        "Nice to have\n- Slip trailing\n\nKilns Ltd strongly encourages applications from people who love kiln firing.",
        "- Kiln firing: pension, dental insurance, free lunch\n",
        "Founded in 1990, our award of the decade went to kiln firing in our offices worldwide.",
        "Benefits\n- Run our kiln firing club\n",
        "Questions about kiln firing? Call Darlene, (555) 010-0144.",
        "EOE M/F/Vet/Disability, in kiln firing as elsewhere",
        "For questions about kiln firing ask the office, telephone 01632 960 118.",
        "Not for you if\n- You dislike kiln firing\n",
        "Our last inspection praised our kiln firing.",
        "This post is subject to checks of kiln firing.",
        "You love clay.\nSpecial Notice\nStaff members are told of kiln firing on request.",
        "You'd get kiln firing four days a week.",
        "You'll find kiln firing and a cathedral.",
        "What do you get from us?\n27 days off and kiln firing",
        "Clay\nWhat we bring to the table 🍽\nBudget for kiln firing",
        "You do not need kiln firing.",
        "WHY YOU SHOULD CHOOSE US\nA school of kiln firing and a cyber academy.",
        "- Slip trailing\n\nOur word\nEverybody signs a code on kiln firing.",
        "Fun is key: a club for kiln firing.",
        "Or text the shop at 555-0171 about kiln firing.",
        "Clay\nOur offering\nVacation and kiln firing",
        "The small print\nWe ask for proof of kiln firing.",
    ],
)
def test_stories_count_for_nothing_wherever_they_stand(describing: Describing, story: str) -> None:
    text = f"{START}Requirements\n- At least two years of slip casting\n- You speak English well\n\n{story}\n"
    assert not {"kiln firing", "firing"} & set(asked(describing.describe(text), text))


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("You must know the kiln firing and the road.", "road"),
        ("SC1 Demonstrated kiln firing", "sc1"),
        ("You must know (i) kiln firing, (ii) clay, (iii) glaze chemistry.", "iii"),
        ("Kiln firing and Finance for the shop.", "finance"),
        ("Explain kiln firing to curious audiences.", "curious audiences"),
        ("German at B2, kiln firing", "b2"),
        ("You must know kiln firing and live within the sound of bells.", "bells"),
        ("You must know kiln firing, which nobody leaves at noon for lunch.", "noon"),
    ],
)
def test_words_that_name_nothing_are_no_terms(describing: Describing, line: str, written: str) -> None:
    text = f"{START}Requirements\n- {line}\n- Slip casting\n"
    found = asked(describing.describe(text), text)
    assert "kiln firing" in found
    assert written not in found


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Ideally viennoiserie or bread baking", "viennoiserie"),
        ("Knowledge of haemofiltration from a unit with kilns", "haemofiltration"),
        ("Viennoiserie / sourdough / sugar work", "sourdough"),
        ("Known to many for butchery from afar", "butchery"),
        ("Viennoiserie is a plus", "viennoiserie"),
        ("You come from a viennoiserie environment", "viennoiserie"),
        ("You hold a degree and have experience of clay pits and of glaze chemistry", "glaze chemistry"),
    ],
)
def test_plain_words_that_are_asked_for_are_terms(describing: Describing, line: str, written: str) -> None:
    text = f"{START}Requirements\n- {line}\n- Slip casting\n"
    assert written in asked(describing.describe(text), text)


def test_numbers_of_criteria_belong_to_what_they_number(describing: Describing) -> None:
    lead = "Selection criteria\nApplicants should address each of the following criteria.\n"
    text = f"{START}{lead}\nSC1. Demonstrated experience of kiln firing\nSC12. Knowledge of glaze chemistry\n"
    found = asked(describing.describe(text), text)
    assert found == {"kiln firing": Tier.ESSENTIAL, "glaze chemistry": Tier.ESSENTIAL}


def test_cells_that_say_how_it_is_found_out_are_no_terms(describing: Describing) -> None:
    text = f"{START}Person specification\nKiln firing | E | Interview\nGlaze chemistry | D | Documents\n"
    assert set(asked(describing.describe(text), text)) == {"kiln firing", "glaze chemistry"}


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Write reports to parents", "write reports"),
        ("Run your section and train one commis", "train one commis"),
        ("Supervise student nurses", "supervise student nurses"),
        ("Coach our junior analysts", "coach our junior analysts"),
        ("Glaze, pack, and see to waste, stock and kilns", "stock"),
    ],
)
def test_what_is_done_with_plain_things_and_people_is_asked_for(
    describing: Describing, line: str, written: str
) -> None:
    text = f"{START}Your tasks\n- Plan the week of the shop\n- {line}\n{END}"
    assert written in asked(describing.describe(text), text)


@pytest.mark.parametrize("field", ["in retail", "in a nursery", "at a bank", "as a potter"])
def test_where_or_as_what_one_has_worked_is_asked_for(describing: Describing, field: str) -> None:
    text = f"{START}Requirements\n- At least three years {field}\n- Slip casting\n"
    assert field.rsplit(maxsplit=1)[-1] in asked(describing.describe(text), text)


def test_the_job_is_no_duty_of_its_own(describing: Describing) -> None:
    text = "Pastry Baker\n\nMain duties\n- The Pastry Baker leads kiln firing\n- High-fire slip casting\n"
    assert not any("baker" in written for written in asked(describing.describe(text), text))
    assert "high-fire slip casting" in asked(describing.describe(text), text)


def test_prose_under_a_heading_that_asks_counts_over_its_paragraphs(describing: Describing) -> None:
    text = f"{START}Requirements\nYou must know slip casting.\n\nExperience of kiln firing should be second nature.\n"
    assert "kiln firing" in asked(describing.describe(text), text)


NOTE = "Potter wanted, Example Kilns\nSlip casting\nKiln firing, glazing\nOwn apron\n$15 + clay\nCome by after 2\n"


def test_a_note_of_short_lines_is_read_as_a_list(describing: Describing) -> None:
    assert set(asked(describing.describe(NOTE), NOTE)) == {"slip casting", "kiln firing", "glazing"}
