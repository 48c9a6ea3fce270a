from __future__ import annotations

from pathlib import Path

import pytest

from matcher import Matcher
from matcher.core.model import EvidenceKind
from matcher.core.scoring import weigh
from tests.builders import mentions_of, report, resume

CASES = Path(__file__).resolve().parent.parent / "cases"
NEGATION = [tuple(line.split("\t")) for line in (CASES / "negation.tsv").read_text("utf-8").splitlines()]
KNOWN_MISSES = 2
"""Rows that are read wrong today; raising this number needs a decision page."""


def kind(matcher: Matcher, line: str, skill_id: str) -> EvidenceKind:
    """The kind of the only mention of a skill in a work line."""
    outcome = matcher.match_text(resume([line], skills="Jira", summary="Twelve years in plants and offices."))
    (found,) = {mention.kind for mention in mentions_of(outcome, skill_id)}
    return found


@pytest.mark.parametrize(
    ("line", "skill_id", "expected"),
    [
        ("Cut alert noise by 60 % with Splunk", "splunk", EvidenceKind.OUTCOME),
        ("Used Splunk every day in the night shift of the plant", "splunk", EvidenceKind.USED),
        ("Worked with the Splunk team of the vendor on reports", "splunk", EvidenceKind.OTHERS),
        ("Booked the travel of the Splunk engineers of the group", "splunk", EvidenceKind.OTHERS),
        ("Coordinated the Splunk engineers of the group for years", "splunk", EvidenceKind.USED),
        ("Worked within our Splunk team on reports for the plants", "splunk", EvidenceKind.USED),
        ("Moved to the Splunk engineers of the group in the end", "splunk", EvidenceKind.USED),
        ("Led the Splunk engineers of the group for a long time", "splunk", EvidenceKind.USED),
        ("Monitoring in Splunk was run by our service partner in Leeds", "splunk", EvidenceKind.OTHERS),
        ("No experience with Splunk so far, only with other tools", "splunk", EvidenceKind.NEGATED),
        ("Splunk: none, but I know where the manual is kept", "splunk", EvidenceKind.NEGATED),
        ("Keen to learn Splunk in the next position of mine", "splunk", EvidenceKind.WISHED),
        ("You will use Splunk daily in this role in our team", "splunk", EvidenceKind.ADVERT),
        ("Not only introduced Splunk but also trained four plants", "splunk", EvidenceKind.USED),
        ("Ran Splunk without supervision for two long years", "splunk", EvidenceKind.USED),
        ("Set up what the firm did not have: Splunk for all plants", "splunk", EvidenceKind.USED),
        ("No experience with: Splunk, other monitoring or tickets", "splunk", EvidenceKind.NEGATED),
        ("No hands-on with Tableau, Splunk or Snowflake up to now", "splunk", EvidenceKind.NEGATED),
        ("Not done: own models of attacks, Splunk, hunting at night", "splunk", EvidenceKind.NEGATED),
        ("Splunk was not part of my job; others looked after that", "splunk", EvidenceKind.NEGATED),
        ("Splunk: we looked at it, decided against, took another", "splunk", EvidenceKind.NEGATED),
        ("Splunk: I plan to register when there is money for that", "splunk", EvidenceKind.WISHED),
        ("Splunk for all plants, which we plan to roll out further", "splunk", EvidenceKind.USED),
        ("To be able to use Splunk alone, in a plant of our own", "splunk", EvidenceKind.WISHED),
        ("Knowledge of Splunk and of the other usual tools", "splunk", EvidenceKind.LISTED),
        ("Splunk", "splunk", EvidenceKind.LISTED),
        ("I have never been late and I tuned Splunk for the whole group", "splunk", EvidenceKind.USED),
    ],
)
def test_what_a_mention_in_a_work_line_is_worth(
    matcher: Matcher, line: str, skill_id: str, expected: EvidenceKind
) -> None:
    assert kind(matcher, line, skill_id) is expected


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("\nCertifications\nCISSP, 2018", EvidenceKind.CERTIFICATE),
        ("\nCertifications\nCISSP (expired 2016)", EvidenceKind.CERTIFICATE_EXPIRED),
        ("\nCertifications\nCISSP (in progress)", EvidenceKind.CERTIFICATE_IN_PROGRESS),
        ("\nCertifications\nCISSP", EvidenceKind.CERTIFICATE),
        ("\nCertifications\nSecurity certifications", EvidenceKind.LISTED),
        ("\nCertifications\nPrinciples of security certifications", EvidenceKind.CERTIFICATE),
        ("\nCertifications\nSecurity certifications, Example University", EvidenceKind.CERTIFICATE),
        ("\nCertifications\nDiploma: security certifications", EvidenceKind.CERTIFICATE),
        (
            "\nCertifications\nSecurity certifications (valid to 2029), Go, C, Rust, Java, Perl",
            EvidenceKind.CERTIFICATE,
        ),
        ("\nCertifications\nGo, C, Rust, security certifications, Java, Perl, Bash, 2029", EvidenceKind.LISTED),
        ("\nCertifications\nCISSP, 2018; PMP (in progress)", EvidenceKind.CERTIFICATE),
        ("\nInterests\nReading about the CISSP at night", EvidenceKind.INTEREST),
        ("\nReferences\nMy CISSP trainer will speak for me", EvidenceKind.REFERENCE),
        ("\nObjective\nTo hold the CISSP one day", EvidenceKind.WISHED),
        ("\nRequirements\nCISSP or equal", EvidenceKind.ADVERT),
        ("\nCURRENT LEARNING\nCISSP course, chapter 4", EvidenceKind.WISHED),
        ("\nTHINGS I HAVE NOT DONE\nCISSP or any other exam", EvidenceKind.WISHED),
    ],
)
def test_what_a_mention_is_worth_by_the_part_it_stands_in(matcher: Matcher, extra: str, expected: EvidenceKind) -> None:
    outcome = matcher.match_text(resume(extra=extra))
    assert [m.kind for m in mentions_of(outcome, "sec_cert")] == [expected]


def test_a_job_title_counts_as_a_title_and_an_employer_as_a_name(matcher: Matcher) -> None:
    text = resume().replace("Team Lead, Example Works Ltd", "Data Governance Manager, Cloud Migration Services Ltd")
    outcome = matcher.match_text(text)
    assert {m.kind for m in mentions_of(outcome, "data_governance")} == {EvidenceKind.TITLE}
    assert {m.kind for m in mentions_of(outcome, "cloud_mig")} <= {EvidenceKind.ORGANISATION}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Manager, Data Governance, 2019 - 2021", EvidenceKind.TITLE),
        ("Vice President, Data Governance, Example Works", EvidenceKind.TITLE),
        ("Analyst, Data Governance Limited", EvidenceKind.ORGANISATION),
        ("Senior Consultant, data governance of banks, 2019 - 2021", EvidenceKind.TITLE),
        ("Robin Muster, Data Governance, 2019 - 2021", EvidenceKind.ORGANISATION),
    ],
)
def test_a_title_before_a_comma_takes_the_field_behind_it(matcher: Matcher, line: str, expected: EvidenceKind) -> None:
    text = resume(["Kept the books of the plant in order."]).replace("Team Lead, Example Works Ltd", line)
    assert {m.kind for m in mentions_of(matcher.match_text(text), "data_governance")} == {expected}


def test_letters_of_a_certificate_behind_the_name_are_one(matcher: Matcher) -> None:
    behind = matcher.match_text(resume(name="Robin Beispiel, CISSP, CISM"))
    assert {m.kind for m in mentions_of(behind, "sec_cert")} == {EvidenceKind.CERTIFICATE}
    before = matcher.match_text(resume(name="Splunk Beispiel"))
    assert {m.kind for m in mentions_of(before, "splunk") if m.span.start < 10} == {EvidenceKind.CONTACT}


FUNCTIONAL = """\
Robin Beispiel
robin.beispiel@example.org

AREAS OF EXPERTISE

Detection
{lines}

EMPLOYMENT HISTORY
Team Lead, Example Works Ltd, 2019 - present
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("• Built the detection rules of 12 plants in Splunk", EvidenceKind.OUTCOME),
        ("• Successfully migrated the plants to Splunk last year", EvidenceKind.USED),
        ("• Log management: cut the cost of Splunk by 40 % in a year", EvidenceKind.OUTCOME),
        ("Ran Splunk for all the plants of the group.", EvidenceKind.USED),
        ("• Managing Splunk for the plants of a large group", EvidenceKind.LISTED),
        ("• Manage Splunk for the plants of a large group", EvidenceKind.LISTED),
        ("• Splunk, which was built by the vendor for all plants", EvidenceKind.LISTED),
        ("• Advanced Splunk", EvidenceKind.LISTED),
    ],
)
def test_a_functional_resume_tells_its_work_among_its_skills(
    matcher: Matcher, line: str, expected: EvidenceKind
) -> None:
    text = FUNCTIONAL.format(lines=f"{line}\n• Kept the peace between the plants and the head office of the group")
    assert {m.kind for m in mentions_of(matcher.match_text(text), "splunk")} == {expected}


def test_dealing_with_people_can_be_the_skill(matcher: Matcher) -> None:
    assert kind(matcher, "Interviewed subject matter experts of four plants in the spring", "sme") is EvidenceKind.USED
    assert (
        kind(matcher, "Interviewed data scientists of four plants in the spring", "data_science") is EvidenceKind.OTHERS
    )


def test_at_most_six_skills_of_one_sentence_keep_work_strength(matcher: Matcher) -> None:
    line = "Built Splunk, Darktrace, CrowdStrike, Nessus, Terraform, Okta, Zeek, MISP and Proofpoint into one service"
    mentions = matcher.match_text(resume([line], skills="Jira")).mentions  # type: ignore[union-attr]
    worked = {m.skill_id for m in mentions if m.kind in (EvidenceKind.USED, EvidenceKind.OUTCOME)}
    listed = {m.skill_id for m in mentions if m.kind is EvidenceKind.LISTED}
    assert len(worked) == 6
    assert listed


def test_consent_footers_show_nothing(matcher: Matcher) -> None:
    footer = "\nI hereby consent to the processing of my personal data under GDPR for the purposes of recruitment."
    outcome = matcher.match_text(resume(extra=footer))
    assert {m.kind for m in mentions_of(outcome, "gdpr")} == {EvidenceKind.CONSENT}


@pytest.mark.parametrize("words", [80])
def test_the_negation_table_is_read_right_but_for_known_misses(matcher: Matcher, words: int) -> None:
    assert len(NEGATION) == words
    wrong = [
        sentence
        for sentence, _, skill_id, want in NEGATION
        if counts(matcher, sentence, skill_id) != (want == "counts")
    ]
    assert len(wrong) <= KNOWN_MISSES, wrong


def counts(matcher: Matcher, sentence: str, skill_id: str) -> bool:
    """True if the sentence, as a work line, gives the skill any strength, by itself or through another one."""
    outcome = matcher.match_text(resume([sentence], skills="Jira", summary="Twelve years in plants and offices."))
    return weigh(report(outcome).mentions, matcher.skills).strength.get(skill_id, 0.0) > 0
