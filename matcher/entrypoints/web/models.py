"""What goes over the wire beside the outcome: bodies that are taken, parameters, and the other answers."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from matcher.writers.outcome_form import JobForm, OutcomeForm

_BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
RoleId = Annotated[str, Field(min_length=1, max_length=100)]
Binary = Annotated[bytes, Field(json_schema_extra={"format": "binary"})]
MOST_ROLES = 50
RoleIds = Annotated[list[RoleId], Field(max_length=MOST_ROLES, description="Score only these roles; all by default.")]
WhatIf = Annotated[bool, Field(description="true adds `next_band`: the fewest skills that would lift each role.")]
WithEvidence = Annotated[bool, Field(description="false leaves out the quotes: they are personal data.")]


class Strict(BaseModel):
    """Nothing is guessed: no other keys, no text for a number."""

    model_config = ConfigDict(extra="forbid", strict=True)


class MatchQuery(Strict):
    """What can be asked beside any body."""

    role: RoleIds = []
    evidence: Literal["true", "false"] = Field("true", description="false leaves out the quotes.")
    what_if: Literal["true", "false"] = Field("false", description="true adds `next_band` to each role.")


class RolePath(Strict):
    """Which role."""

    role_id: RoleId


class Pasted(Strict):
    """A resume as text."""

    text: str
    name: str = Field("text", min_length=1, description="A label for the answer.")


class Attached(Strict):
    """A resume as a file. The ending of `name` must agree with what the bytes are."""

    name: str = Field(min_length=1, description="The file's name; a label, never a path.")
    content_base64: str = Field(pattern=_BASE64, description="The bytes of the file in Base64 (RFC 4648, section 4).")


class JobText(Strict):
    """A job description as text."""

    text: str


JobPart = Annotated[
    JobText | Attached | None,
    Field(description="A job description, as text or as a file: one more role, scored beside the others."),
]


class Wishes(Strict):
    """What can be asked beside the documents of a JSON body."""

    role: RoleIds = []
    evidence: WithEvidence = True
    what_if: WhatIf = False
    job_description: JobPart = None


class TextBody(Wishes):
    """A resume as text."""

    text: str


class DocumentBody(Wishes):
    """A resume as a file in Base64."""

    document: Attached


class MatchBody(RootModel[TextBody | DocumentBody]):
    """One resume."""


class BatchBody(Wishes):
    """Several resumes, texts or files."""

    documents: list[Pasted | Attached] = Field(min_length=1)


class DraftDocument(Strict):
    """A job description as a file in Base64."""

    document: Attached


class DraftBody(RootModel[JobText | DraftDocument]):
    """One job description."""


class DraftQuery(Strict):
    """In which form the draft is wanted."""

    format: Literal["json", "toml"] = Field("json", description="toml: a role profile to edit and keep.")


class FormWishes(BaseModel):
    """What can be asked beside the files of a form."""

    role: RoleIds = []
    evidence: Literal["true", "false"] = "true"
    what_if: Literal["true", "false"] = "false"
    job_description: Annotated[str, Field(description="A job description, as text or as a file.")] = ""


class MatchForm(FormWishes):
    """One resume, as a browser or `curl -F` sends it: a file `resume`, or a `text`."""

    resume: Binary


class BatchForm(FormWishes):
    """Several resumes: the field `resume` given several times."""

    resume: list[Binary] = Field(min_length=1)


class DraftForm(BaseModel):
    """A job description, as a browser or `curl -F` sends it."""

    job_description: Binary


class Outcome(RootModel[OutcomeForm]):
    """The answer for one document, `match-report/1`: a report, or why the document could not be assessed."""


class Draft(RootModel[JobForm]):
    """What was understood of a job description. `role` is null: nothing is scored."""


class Outcomes(BaseModel):
    """One outcome a document, in the order they were sent."""

    model_config = ConfigDict(extra="forbid")

    outcomes: list[OutcomeForm]


class Problem(BaseModel):
    """Why a request was not answered (RFC 9457). `code` is stable; `detail` is for people and quotes no document."""

    model_config = ConfigDict(extra="forbid")

    type: str
    title: str
    status: int
    code: str
    detail: str
    way_out: str


class RoleSummary(BaseModel):
    """A role that is scored."""

    model_config = ConfigDict(extra="forbid")

    id: str
    title: str
    summary: str


class Roles(BaseModel):
    """All roles that are scored, by id."""

    model_config = ConfigDict(extra="forbid")

    roles: list[RoleSummary]


class Role(BaseModel):
    """All that a role asks for: the keys of its file."""

    model_config = ConfigDict(extra="allow")

    id: str
    title: str
    summary: str
    areas: list[dict[str, Any]]
    gates: list[dict[str, Any]]


class State(BaseModel):
    """Whether the service can do its work."""

    model_config = ConfigDict(extra="forbid")

    status: Literal["ok"]


class Version(BaseModel):
    """What produces the answers: equal engines give equal answers."""

    model_config = ConfigDict(extra="forbid")

    version: str
    scoring_version: str
    reference_sha256: str
