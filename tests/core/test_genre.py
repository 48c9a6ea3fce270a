from __future__ import annotations

from matcher import Matcher
from matcher.core.genre import is_role_description
from matcher.core.model import Band
from matcher.core.tokens import tokenise
from tests.builders import report, resume

ROLE = """Manager, Detection Analytics

Purpose of the role
Leads the detection analytics function of the department.

Duties
Designs and implements machine learning models for anomaly detection.
Oversees incident response and threat hunting.
Ensures compliance with ISO 27001 and NIST CSF.
Advises executives on cyber risk and reports monthly.
Manages vendors of SIEM and EDR platforms such as Splunk and CrowdStrike.

Requirements
Knowledge of malware analysis, encryption and network security.
Ability to lead a security operations centre.
"""


def test_duty_statements_are_a_role_description() -> None:
    assert is_role_description(tokenise(ROLE))


def test_a_resume_is_not() -> None:
    assert not is_role_description(tokenise(resume()))


def test_a_list_of_skills_is_not() -> None:
    assert not is_role_description(tokenise("\n".join(["Data governance", "Splunk", "Machine learning", "GDPR"] * 10)))


def test_a_role_description_is_ranked_said_to_be_one_and_never_strong(matcher: Matcher) -> None:
    answer = report(matcher.match_text(ROLE * 3))
    assert answer.role_scores[0].role_id == "ai_cybersecurity_manager"
    assert all(role.band is not Band.STRONG for role in answer.role_scores)
    assert [warning.code for warning in answer.document.warnings] == ["role_description"]


def test_one_line_that_tells_of_a_person_makes_it_a_resume(matcher: Matcher) -> None:
    answer = report(matcher.match_text(ROLE + "\nExample Bank, 2019 - 2024\n"))
    assert not answer.document.warnings
