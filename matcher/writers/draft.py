"""Writes what was understood of a job description: a table to check, JSON, or a role profile to edit and keep."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from matcher.core.model import JobDescription, RoleProfile, Skill, Tier, Wanted
from matcher.writers import json, wording
from matcher.writers.outcome import job_form

WIDTH = 100
FORMS = ("text", "json", "toml")
_LABEL = 34
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def write(job: JobDescription, skills: Mapping[str, Skill], form: str) -> str:
    """`job` in one of `FORMS`. `skills`: those of the taxonomy."""
    known = {**skills, **job.skills}
    if form == "json":
        return json.text(job_form(job, known))
    return "\n".join(_toml(job, known) if form == "toml" else _text(job, known)) + "\n"


def _text(job: JobDescription, skills: Mapping[str, Skill]) -> Iterator[str]:
    """Each requirement once, by tier, with the line that asks for it."""
    once = _once(job.requirements)
    yield f"{job.title}: {len(once)} requirements found in {_plain(job.document.name)}"
    if job.is_resume_like:
        yield f"  ! {wording.CAUTIONS['description_is_a_resume']}"
    for tier in Tier:
        of_tier = [wanted for wanted in once if wanted.tier is tier]
        if of_tier:
            yield from ("", f"{wording.TIER_WORDS[tier]}")
        for wanted in of_tier:
            yield from _row(wanted, job.document.text, skills)
    shown = [job.document.text[quoted.span.start : quoted.span.end] for quoted in (*job.years, *job.degrees)]
    if shown:
        yield from ("", "shown, never scored", *_wrapped("; ".join(dict.fromkeys(map(_plain, shown)))))
    left = [f"{wording.LEFT_OUT[part]} ({count})" for part, count in sorted(job.left_out.items())]
    if left:
        yield from ("", "lines that count for nothing", *_wrapped(", ".join(left)))


def _once(requirements: Sequence[Wanted]) -> list[Wanted]:
    """Each skill at the first place that asks for it."""
    first: dict[str, Wanted] = {}
    for wanted in requirements:
        first.setdefault(wanted.skill_id, wanted)
    return list(first.values())


def _row(wanted: Wanted, text: str, skills: Mapping[str, Skill]) -> Iterator[str]:
    label = skills[wanted.skill_id].preferred_label
    of = " (from this description)" if wanted.is_term else ""
    one_of = f" one of group {wanted.group}" if wanted.group else ""
    quote = _plain(text[wanted.quote.start : wanted.quote.end])
    yield f"  {label}{of}{one_of}"
    yield from _wrapped(f"l{wanted.line}  “{textwrap.shorten(quote, 160, placeholder=' …')}”  {wanted.why}", "      ")


def _toml(job: JobDescription, skills: Mapping[str, Skill]) -> Iterator[str]:
    """A role profile as `role_profiles/` holds them, with the terms and choices of its own."""
    profile = job.profile
    yield "# Drafted from a job description. Correct it, then: matcher match RESUME --profile THIS_FILE"
    yield from (f"title = {_quoted(profile.title)}", f"summary = {_quoted(profile.summary)}")
    yield f"sectors = {_quoted(profile.sectors or 'As the job description says.')}"
    yield from _duties(profile)
    yield from _own_words(job, skills)
    for area in profile.areas:
        yield from ("", "[[areas]]", f"title = {_quoted(area.title)}", f"weight = {area.weight!r}")
        for tier in Tier:
            wanted = tuple(r.skill_id for r in area.requirements if r.tier is tier)
            if wanted:
                yield f"{tier.value} = {_list(wanted)}"
    for gate in profile.gates:
        yield from ("", "[[gates]]", f"title = {_quoted(gate.title)}", f"enough = {gate.enough!r}")
        yield f"any_of = {_list(gate.any_of)}"


def _duties(profile: RoleProfile) -> Iterator[str]:
    for name, duties in (("responsibilities", profile.responsibilities), ("required_skills", profile.required_skills)):
        for duty in duties:
            yield from ("", f"[[{name}]]", f"text = {_quoted(duty.text)}", f"requires = {_list(duty.requires)}")


def _own_words(job: JobDescription, skills: Mapping[str, Skill]) -> Iterator[str]:
    """The terms and choices that the profile names for itself."""
    for term in job.terms:
        yield from ("", "[[terms]]", f"id = {_quoted(term.id)}", f"label = {_quoted(term.preferred_label)}")
        yield f"distinctiveness = {term.distinctiveness!r}"
        if term.alt_labels:
            yield f"also = {_list(term.alt_labels)}"
    for choice, members in job.choices.items():
        yield from ("", "[[choices]]", f"id = {_quoted(choice)}", f"label = {_quoted(skills[choice].preferred_label)}")
        yield f"any_of = {_list(members)}"


def _list(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON escapes what it must, and both escape alike."""
    return json.line(_plain(text)).decode()


def _plain(text: str) -> str:
    """One line without control characters."""
    return " ".join(_CONTROL.sub(" ", text.encode("utf-8", "replace").decode("utf-8")).split())


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
