"""The promises of the score, each a property that holds for every resume and every role."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher import Matcher
from matcher.core.document_sentences import MOST_BY_TITLE
from matcher.core.model import Band, EvidenceKind, NotAssessable, Status
from matcher.core.scoring import CLAIMS_CAP, weigh, with_shown
from matcher.core.scoring.scorer import Scorer
from tests.builders import DATA_WORK, SECURITY_WORK, report, resume, scores

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LINES = (
    *SECURITY_WORK,
    *DATA_WORK,
    "Trained 400 engineers in machine learning and prompt engineering and measured it with Kirkpatrick levels.",
    "Ran the skills gap analysis with IT leaders and designed learning pathways in Cornerstone.",
    "Audited nine AI systems for bias with Fairlearn and reported to the ethics board.",
    "Drafted the responsible AI policy and the model cards for all high-risk systems under the EU AI Act.",
    "Set the AI strategy and roadmap for four business units and tracked the ROI of each use case.",
    "Led change management for 2,000 people during the rollout of Copilot.",
    "Named 190 owners, one for each subject area, and put it in their bonus.",
    "No experience with Tableau.",
    "Cooked lunch for sixty guests every day and kept the kitchen clean.",
    "Data quality, metadata, lineage, stewardship, governance, policies and MDM tools.",
)
work = st.lists(st.sampled_from(LINES), min_size=1, max_size=8, unique=True)


def all_skills_of(matcher: Matcher, role_id: str, with_alt_labels: bool = True) -> list[str]:
    """The names of every skill a role asks for."""
    profile = next(p for p in matcher.profiles if p.id == role_id)
    ids = [r.skill_id for area in profile.areas for r in area.requirements]
    preferred = [matcher.skills[i].preferred_label for i in ids]
    return preferred + [a for i in ids for a in matcher.skills[i].alt_labels if with_alt_labels]


@QUICK
@given(work)
def test_contributions_add_up_to_the_score(matcher: Matcher, lines: list[str]) -> None:
    for role in report(matcher.match_text(resume(lines))).role_scores:
        requirements = [r.contribution for area in role.areas for r in area.requirements]
        assert sum(requirements) == pytest.approx(role.value, abs=1e-6)
        assert sum(a.contribution for a in role.areas) == pytest.approx(role.value, abs=1e-6)


@QUICK
@given(work)
def test_scores_lie_between_0_and_100_and_gaps_are_sorted_and_never_negative(
    matcher: Matcher, lines: list[str]
) -> None:
    for role in report(matcher.match_text(resume(lines))).role_scores:
        assert 0.0 <= role.evidenced <= role.value <= 100.0
        gains = [requirement.gain_if_shown for requirement in role.missing]
        assert gains == sorted(gains, reverse=True)
        assert all(r.gain_if_shown >= 0.0 for area in role.areas for r in area.requirements)


@QUICK
@given(work)
def test_every_point_has_a_quote_that_stands_in_the_text(matcher: Matcher, lines: list[str]) -> None:
    answer = report(matcher.match_text(resume(lines)))
    text = answer.document.text
    for mention in answer.mentions:
        assert text[mention.span.start : mention.span.end] == mention.surface_form
        assert mention.sentence.start <= mention.span.start < mention.span.end <= mention.sentence.end
    for role in answer.role_scores:
        for requirement in (r for area in role.areas for r in area.requirements):
            assert bool(requirement.contribution > 0) <= bool(requirement.evidence)


@QUICK
@given(work)
def test_every_requirement_is_in_the_report(matcher: Matcher, lines: list[str]) -> None:
    answer = report(matcher.match_text(resume(lines)))
    for role in answer.role_scores:
        profile = next(p for p in matcher.profiles if p.id == role.role_id)
        wanted = [r.skill_id for area in profile.areas for r in area.requirements]
        assert [r.skill_id for area in role.areas for r in area.requirements] == wanted
        assert all(isinstance(r.status, Status) for area in role.areas for r in area.requirements)


@QUICK
@given(work, st.sampled_from([line for line in LINES if not line.startswith("No ")]))
def test_one_more_line_of_evidence_never_lowers_a_score(matcher: Matcher, lines: list[str], more: str) -> None:
    before, after = scores(matcher.match_text(resume(lines))), scores(matcher.match_text(resume([*lines, more])))
    assert all(after[role_id] >= before[role_id] - 1e-9 for role_id in before)


@QUICK
@given(work, st.integers(2, 5))
def test_saying_it_again_changes_nothing(matcher: Matcher, lines: list[str], times: int) -> None:
    assert scores(matcher.match_text(resume(lines * times))) == scores(matcher.match_text(resume(lines)))


@QUICK
@given(work, st.randoms())
def test_the_order_of_lines_changes_nothing(matcher: Matcher, lines: list[str], chance: random.Random) -> None:
    shuffled = chance.sample(lines, len(lines))
    assert scores(matcher.match_text(resume(shuffled))) == scores(matcher.match_text(resume(lines)))


@QUICK
@given(work, st.permutations(range(4)))
def test_the_order_of_sections_changes_nothing(matcher: Matcher, lines: list[str], order: list[int]) -> None:
    head, *parts = resume(lines).split("\n\n")
    assert len(parts) == 4
    shuffled = "\n\n".join([head, *(parts[i] for i in order)])
    assert scores(matcher.match_text(shuffled)) == scores(matcher.match_text(resume(lines)))


@QUICK
@given(work)
def test_irrelevant_text_changes_nothing(matcher: Matcher, lines: list[str]) -> None:
    more = [*lines, "Cared for twelve cows and sold their milk on the market.", "Sang in the choir at Easter."]
    assert scores(matcher.match_text(resume(more))) == scores(matcher.match_text(resume(lines)))


@pytest.mark.parametrize("swap", [
    ("Robin Beispiel", "Fatima Al-Zahra Okonkwo"),
    ("Robin Beispiel", "Julia Claude Watson"),
    ("Robin Beispiel", "Mr. Dora Splunk-Darktrace"),
    ("robin.beispiel@example.org", "ada.scala@example.org"),
    ("+44 7700 900123", "+234 803 000 0000 | born 1961 | Nigerian | married | female"),
    ("BSc Physics, 2008", "BSc Physics, 1985"),
    ("BSc Physics, 2008", "BSc Physics, University of Oxford, 2021"),
    ("Example Works Ltd", "Cloud Security Analytics plc"),
    ("2019 - present", "1999 - 2004"),
])  # fmt: skip
def test_who_a_person_is_changes_no_score(matcher: Matcher, swap: tuple[str, str]) -> None:
    text = resume()
    assert swap[0] in text
    swapped = report(matcher.match_text(text.replace(*swap)))
    original = report(matcher.match_text(text))
    assert [(r.role_id, r.value, r.band) for r in swapped.role_scores] == [
        (r.role_id, r.value, r.band) for r in original.role_scores
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.upper(),
        lambda text: text.replace("- ", "• "),
        lambda text: text.replace("- ", "\uf0b7 "),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("anomaly detection", "anomaly-detection").replace(
            "machine learning", "machine-learning"
        ),
        lambda text: text.replace(" - ", " – ").replace("'", "’"),
        lambda text: text.replace("data governance", "data\u00adgovernance".replace("\u00ad", " ")),
        lambda text: text.replace("fi", "ﬁ"),
    ],
)
def test_the_way_it_is_typed_changes_no_score(matcher: Matcher, change: object) -> None:
    text = resume([*SECURITY_WORK[1:], *DATA_WORK])
    assert scores(matcher.match_text(change(text))) == scores(matcher.match_text(text))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        (
            "Standardised the data centre migration programme and organised training",
            "Standardized the data center migration program and organized training",
        ),
        ("Analysed behavioural anomalies and modelled fraud", "Analyzed behavioral anomalies and modeled fraud"),
    ],
)  # fmt: skip
def test_british_and_american_spelling_score_alike(matcher: Matcher, british: str, american: str) -> None:
    one = scores(matcher.match_text(resume([*DATA_WORK, british])))
    other = scores(matcher.match_text(resume([*DATA_WORK, american])))
    assert one == other


@pytest.mark.parametrize("heading", ["Certifications", "Education", "Courses"])
@pytest.mark.parametrize("mark", [", ", "\n- ", "; "])
def test_a_list_pasted_among_certificates_earns_none(matcher: Matcher, heading: str, mark: str) -> None:
    before = report(matcher.match_text(resume()))
    for role in before.role_scores:
        names = all_skills_of(matcher, role.role_id, with_alt_labels=False)
        labels = [name for name in names if "CDMP" not in name and "BCBS" not in name]  # one, and one in two names
        pasted = report(matcher.match_text(resume(extra=f"\n{heading}\n- {mark.join(labels)}")))
        after = next(r for r in pasted.role_scores if r.role_id == role.role_id)
        assert after.value - role.value <= CLAIMS_CAP + 1e-9
        assert after.evidenced == pytest.approx(role.evidenced)
        assert after.band is role.band


@pytest.mark.parametrize("line", ["{}\n", "{}, Works Ltd, 2001 - 2002\n"])
def test_any_number_of_titles_without_work_earn_no_band(matcher: Matcher, line: str) -> None:
    before = report(matcher.match_text(resume()))
    for role in before.role_scores:
        wanted = {r.skill_id for area in role.areas for r in area.requirements}
        titles = [matcher.skills[skill_id].title_labels[:1] for skill_id in sorted(wanted)]
        jobs = "".join(line.format(title[0]) for title in titles if title)
        assert len(jobs.splitlines()) > 50
        found = report(matcher.match_text(resume().replace("Education\n", f"{jobs}\nEducation\n")))
        assert 0 < len({m.skill_id for m in found.mentions if m.kind is EvidenceKind.TITLE}) <= MOST_BY_TITLE
        after = next(r for r in found.role_scores if r.role_id == role.role_id)
        assert after.band is role.band or role.evidenced > 50


@pytest.mark.parametrize("verb", ["", "Led ", "Led, built and rolled out "])
def test_a_list_in_the_summary_is_a_list_whatever_its_verb(matcher: Matcher, verb: str) -> None:
    before = report(matcher.match_text(resume()))
    for role in before.role_scores:
        labels = all_skills_of(matcher, role.role_id, with_alt_labels=False)
        pasted = report(matcher.match_text(resume(summary=verb + ", ".join(labels))))
        after = next(r for r in pasted.role_scores if r.role_id == role.role_id)
        assert after.value - role.value <= CLAIMS_CAP + 1e-9
        assert after.band is role.band


@pytest.mark.parametrize("paste", ["paragraph", "bullets in skills", "bullets under the job", "lines of six"])
def test_pasting_a_roles_whole_skill_list_gains_at_most_the_cap_and_no_band(matcher: Matcher, paste: str) -> None:
    before = report(matcher.match_text(resume()))
    for role in before.role_scores:
        labels = all_skills_of(matcher, role.role_id, with_alt_labels="skills" in paste or paste == "paragraph")
        sixes = [", ".join(labels[i : i + 6]) for i in range(0, len(labels), 6)]
        pasted = {
            "paragraph": resume(skills=", ".join(labels)),
            "bullets in skills": resume(skills="\n".join(f"- {label}" for label in labels)),
            "bullets under the job": resume([*SECURITY_WORK, *labels]),
            "lines of six": resume([*SECURITY_WORK, *sixes]),
        }[paste]
        after = next(r for r in report(matcher.match_text(pasted)).role_scores if r.role_id == role.role_id)
        assert after.value - role.value <= CLAIMS_CAP + 1e-9
        assert after.band is role.band


def test_the_roles_own_text_pasted_as_a_resume_is_not_strong(matcher: Matcher) -> None:
    for profile in matcher.profiles:
        duties = [duty.text for duty in (*profile.responsibilities, *profile.required_skills)]
        bare = "\n".join([profile.title, "Responsibilities", *duties])
        for text in (bare, resume(duties), resume(duties * 2, skills=", ".join(all_skills_of(matcher, profile.id)))):
            role = next(r for r in report(matcher.match_text(text)).role_scores if r.role_id == profile.id)
            assert role.band is not Band.STRONG, (profile.id, role.evidenced)


@QUICK
@given(work)
def test_the_gain_shown_is_what_scoring_again_gives(matcher: Matcher, lines: list[str]) -> None:
    answer = report(matcher.match_text(resume(lines)))
    shown = weigh(answer.mentions, matcher.skills)
    for profile in matcher.profiles:
        scorer = Scorer([profile], matcher.skills)
        (now,) = scorer.scores(shown)
        for requirement in (r for area in now.areas for r in area.requirements):
            (again,) = scorer.scores(with_shown(shown, requirement.skill_id, matcher.skills))
            assert requirement.gain_if_shown == pytest.approx(max(0.0, again.value - now.value), abs=1e-6)


def test_a_role_left_out_changes_no_other_score(matcher: Matcher) -> None:
    few = Matcher(roles=["chief_data_officer", "ai_cybersecurity_manager"])
    every = scores(matcher.match_text(resume()))
    assert {role_id: every[role_id] for role_id in scores(few.match_text(resume()))} == scores(few.match_text(resume()))


def test_what_was_asked_before_changes_nothing(matcher: Matcher) -> None:
    before = scores(matcher.match_text(resume()))
    matcher.match_text(resume(DATA_WORK))
    assert scores(matcher.match_text(resume())) == before


@pytest.mark.parametrize("text", ["", " \n\t ", "Hello.", "word " * 12])
def test_an_empty_resume_is_not_assessable_and_never_scored_0(matcher: Matcher, text: str) -> None:
    assert isinstance(matcher.match_text(text), NotAssessable)


@given(st.text(max_size=2000))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gets_exactly_one_outcome(matcher: Matcher, text: str) -> None:
    assert matcher.match_text(resume() + text).engine == matcher.engine


@given(st.binary(max_size=1500))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_get_exactly_one_outcome(matcher: Matcher, data: bytes) -> None:
    for name in ("a.pdf", "a.txt", "a.docx", "a"):
        assert matcher.match_bytes(data, name).engine == matcher.engine
