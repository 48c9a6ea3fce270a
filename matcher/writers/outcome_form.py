"""The shape of an outcome as JSON, `match-report/1`; the JSON Schema is generated from these types (`make schema`)."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class EngineForm(TypedDict):
    """What produced the answer: equal engines give equal answers."""

    version: str
    scoring_version: str
    reference_sha256: str


class WarningForm(TypedDict):
    """Something to know about how the document was read. `page` counts from 1; null: the whole document."""

    code: str
    page: int | None
    detail: str


class DocumentForm(TypedDict):
    """The document as read. `characters` are code points; `reader` names the program that read it."""

    name: str
    sha256: str
    media_type: str
    pages: int
    characters: int
    reader: str
    warnings: list[WarningForm]


class EscoForm(TypedDict):
    """The ESCO concept the skill corresponds to; `match` is the SKOS relation."""

    uri: str
    label: str
    match: Literal["exact", "close", "broad"]


class EvidenceForm(TypedDict):
    """Where the document shows a requirement.

    `start`, `end`: code points of `surface_form` in the text as read. `page`, `line` count from 1, a line within its
    page.
    `strength`: 0–1; 0 means seen and not counted. `via`: the skill it names where that one implies the requirement.
    `speaking`: for `likely`, the words that tell it.
    """

    kind: Literal[
        "outcome",
        "used",
        "certificate",
        "certificate_expired",
        "certificate_in_progress",
        "others",
        "elsewhere",
        "title",
        "listed",
        "negated",
        "wished",
        "interest",
        "reference",
        "organisation",
        "contact",
        "advert",
        "consent",
    ]
    how: Literal["exact", "variant", "likely", "implied"]
    strength: float
    surface_form: str
    via: str | None
    speaking: list[str]
    page: int
    line: int
    start: int
    end: int
    quote: str


class RequirementForm(TypedDict):
    """One thing the role asks for. `contribution`, `gain_if_shown`: points of the role's 0–100."""

    skill_id: str
    label: str
    esco: EscoForm | None
    tier: Literal["essential", "important", "optional"]
    status: Literal["met", "partly", "claimed", "missing"]
    strength: float
    contribution: float
    gain_if_shown: float
    evidence: list[EvidenceForm]


class AreaForm(TypedDict):
    """A group of requirements. `coverage`: 0–1, from evidence; `contribution`: points, `claimed` of them by claims."""

    title: str
    weight: float
    coverage: float
    contribution: float
    claimed: float
    requirements: list[RequirementForm]


class GateForm(TypedDict):
    """What nobody in the role is without. `fulfilment`: 0–1; below 0.6 the band cannot be strong."""

    title: str
    fulfilment: float
    any_of: list[str]


class MissingForm(TypedDict):
    """A requirement not yet met. `gain_if_shown`: points the score would rise if the skill were shown in use."""

    skill_id: str
    label: str
    tier: Literal["essential", "important", "optional"]
    status: Literal["met", "partly", "claimed", "missing"]
    gain_if_shown: float


class OccupationForm(TypedDict):
    """The occupation of a classification that the role corresponds to; `match` is the SKOS relation.

    `code`: the URI of an ESCO concept, or an O*NET-SOC 2019 code.
    """

    scheme: Literal["ESCO", "O*NET-SOC"]
    code: str
    label: str
    match: Literal["exact", "close", "broad"]


class NamedForm(TypedDict):
    """A skill by its id and its preferred label."""

    skill_id: str
    label: str


class NextBandForm(TypedDict):
    """The fewest skills that, if they were shown in use, would lift the role to `band`; `score`: what it would have."""

    band: Literal["strong", "partial"]
    score: float
    skills: list[NamedForm]


class RoleForm(TypedDict):
    """The answer for one role. `score` is the sum of the areas' contributions; `evidenced` leaves claims out and
    decides the band. `margin_to_next`: points ahead of the next role, null for the last. `tied_with`: ids of roles too
    close to call. `occupations`: absent where the profile names none. `next_band`: only where it was asked for
    (`what_if`); null for a strong role, and where too many skills are missing.
    """

    id: str
    title: str
    rank: int
    tied_with: list[str]
    score: float
    evidenced: float
    band: Literal["strong", "partial", "weak"]
    margin_to_next: float | None
    gates: list[GateForm]
    areas: list[AreaForm]
    missing: list[MissingForm]
    occupations: NotRequired[list[OccupationForm]]
    next_band: NotRequired[NextBandForm | None]


class WantedForm(TypedDict):
    """A place where a job description asks for something. `line` from 1; `why`: what decides the tier.

    `group`: number of its alternatives, any of which is enough; 0 for none. `from_description`: no taxonomy knows it.
    """

    skill_id: str
    label: str
    tier: Literal["essential", "important", "optional"]
    line: int
    surface_form: str
    quote: str
    why: str
    group: int
    from_description: bool


class QuotedForm(TypedDict):
    """Something that is shown and never scored; `years` where it asks for some."""

    quote: str
    years: int | None


class JobForm(TypedDict):
    """What was understood of the job description. `left_out`: lines that count for nothing, by reason.

    `role`: how far the document shows it; null in a draft. Its rank is 1 and it has no margin: it is no one's rival.
    """

    title: str
    document: DocumentForm
    requirements: list[WantedForm]
    years: list[QuotedForm]
    degrees: list[QuotedForm]
    left_out: dict[str, int]
    cautions: list[Literal["description_is_a_resume", "description_is_the_resume"]]
    role: RoleForm | None


class ReportForm(TypedDict):
    """The answer for one document; `roles` best first. `job_description`: only where one was given."""

    schema: Literal["match-report/1"]
    status: Literal["assessed"]
    engine: EngineForm
    document: DocumentForm
    roles: list[RoleForm]
    notices: list[str]
    job_description: NotRequired[JobForm]


class UnreadForm(TypedDict):
    """A document that could not be read or judged."""

    name: str
    sha256: str


class ProblemForm(TypedDict):
    """Why a document was not assessed, and the way out; never quotes the document."""

    code: str
    detail: str
    way_out: str


class NotAssessableForm(TypedDict):
    """The answer where there is none: never a score of 0."""

    schema: Literal["match-report/1"]
    status: Literal["not_assessable"]
    engine: EngineForm
    document: UnreadForm
    problem: ProblemForm
    notices: list[str]


OutcomeForm = ReportForm | NotAssessableForm
