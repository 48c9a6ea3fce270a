"""Invented job descriptions of several trades and styles."""

from __future__ import annotations

from matcher import Matcher
from matcher.core.model import MatchReport, Outcome, RoleScore

START = """Baker (m/f/d), Example Kilns

Example Kilns has made tiles for kitchens and churches since 1990. We are eleven people in Leeds.

"""
END = """
Requirements
- At least two years of slip casting
- You speak English well

What we offer
- 28 days of holiday and a pension

Please send your CV to jobs@kilns.example.org by 12 March.
"""

WELDER = """Coded Welder

Brackenhall Fabrications builds silos and walkways for the food industry. We were founded in 1974
and sponsor the local rugby club.

Main duties
- MIG/MAG and TIG welding of stainless steel pipework
- Read isometric drawings and set up jigs
- Grind and dress welds before dye penetrant testing

Essential
- Coded to BS EN ISO 9606-1
- Experience of orbital welding
- Forklift licence

Desirable
- MMA welding
- IPAF or PASMA card

Benefits
- 33 days of holiday, a pension and machine learning courses

How to apply
Send your CV to jobs@brackenhall.example.org.
"""
NURSE = """Staff Nurse, Intensive Care

You will look after ventilated patients and their families. NMC registration is essential. You must have experience
of ventilator care and arterial lines. Knowledge of haemofiltration would be an advantage. No
experience of paediatrics is
needed. We are an equal opportunity employer. The salary is £34,000 and we offer a pension and a gym.
"""
CHEF = """Sous Chef wanted. The Brass Kettle is a family restaurant that won a data science award. You
will run the pastry section
and write prep lists. HACCP is a must. Ideally you know sous-vide. Pay is £33,000 plus tips. Call
us to arrange an interview.
"""
SECURITY = """Security Analyst

About us
Northgate Cloud is a leader in machine learning and Kubernetes.

What you'll do
- Run threat hunting and incident response

Requirements
- Splunk, QRadar or Microsoft Sentinel
- Python
- ISO 27001 or equivalent

Nice to have
- CISSP
"""
FEDERAL = """Supervisory Archivist
GS-1420-13

Duties
As a Supervisory Archivist you will lead the appraisal of electronic records.

Qualifications
Specialized experience: one year of experience in records scheduling and archival description.

KSAs
1. Knowledge of the Federal Records Act.
2. Skill in digital preservation.

How You Will Be Evaluated
Your application will be rated on your resume and questionnaire.

Equal Employment Opportunity
The agency does not discriminate on the basis of race, religion or machine learning.
"""
CLUTTER = """About us
We are a bakery group with 40 shops and a proud history. Our founders loved rye.

Benefits
- Free bread and a pension
- A gym and Python courses

How to apply
Send your CV to bread@example.org before Friday.
"""


def against(matcher: Matcher, text: str) -> Matcher:
    """The matcher that scores against this description, too."""
    return matcher.against(matcher.describe_text(text))


def of_job(outcome: Outcome) -> RoleScore:
    """The score for the description."""
    assert isinstance(outcome, MatchReport)
    assert outcome.job is not None
    return outcome.job.score
