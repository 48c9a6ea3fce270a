"""Writes the parts of a resume as JSON Resume 1.0.0 (https://jsonresume.org/schema)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.core.model import Document, Skill
from matcher.core.resume_parts.parts import (
    Dates,
    Extract,
    Job,
    Language,
    Left,
    Person,
    Profile,
    Project,
    Study,
    Titled,
)
from matcher.writers.json import text

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_SCHEMA_VERSION = "v1.0.0"


def write(extract: Extract, skills: Mapping[str, Skill]) -> str:
    """The parts as JSON Resume, in the layout of `writers.json`; what is absent has no key."""
    parts = extract.parts
    lists = {
        "work": [_job(job, "name") for job in parts.work],
        "volunteer": [_job(job, "organization") for job in parts.volunteer],
        "education": [_study(study) for study in parts.education],
        "awards": [_titled(titled, "title", "date") for titled in parts.awards],
        "certificates": [_titled(titled, "name", "date") for titled in parts.certificates],
        "publications": [_titled(titled, "name", "releaseDate") for titled in parts.publications],
        "skills": [{"name": skills[s.skill_id].preferred_label, "keywords": [*s.surface_forms]} for s in parts.skills],
        "languages": [_language(language) for language in parts.languages],
        "projects": [_project(project) for project in parts.projects],
    }
    return text(_kept({"$schema": SCHEMA, "basics": _person(parts.person), **lists, "meta": _meta(extract)}))


def _kept(entry: dict[str, Any]) -> dict[str, Any]:
    """Without what is absent."""
    return {key: value for key, value in entry.items() if value not in (None, [], {})}


def _person(person: Person) -> dict[str, Any]:
    return _kept(
        {
            "name": person.name,
            "label": person.label,
            "email": person.email,
            "phone": person.phone,
            "url": person.url,
            "summary": person.summary,
            "profiles": [_profile(profile) for profile in person.profiles],
        }
    )


def _profile(profile: Profile) -> dict[str, Any]:
    return _kept({"network": profile.network, "username": profile.username, "url": profile.url})


def _dates(dates: Dates) -> dict[str, Any]:
    return {"startDate": dates.start and dates.start.iso, "endDate": dates.end and dates.end.iso}


def _job(job: Job, employer: str) -> dict[str, Any]:
    told = {employer: job.name, "position": job.position, **_dates(job.dates)}
    return _kept({**told, "summary": job.summary, "highlights": [*job.highlights]})


def _project(project: Project) -> dict[str, Any]:
    told = {"name": project.name, "description": project.summary, **_dates(project.dates)}
    return _kept({**told, "highlights": [*project.highlights]})


def _study(study: Study) -> dict[str, Any]:
    told = {"institution": study.institution, "area": study.area, "studyType": study.study_type}
    return _kept({**told, **_dates(study.dates), "courses": [*study.courses]})


def _titled(titled: Titled, title: str, date: str) -> dict[str, Any]:
    return _kept({title: titled.title, date: titled.date and titled.date.iso})


def _language(language: Language) -> dict[str, Any]:
    return _kept({"language": language.language, "fluency": language.fluency})


def _meta(extract: Extract) -> dict[str, Any]:
    """What made this, from what, and the lines of the text that are in no part."""
    document = extract.document
    return {
        "version": _SCHEMA_VERSION,
        "matcher": {
            "version": extract.engine.version,
            "source": {"name": document.name, "sha256": document.sha256, "reader": document.reader},
            "warnings": [{"code": w.code, "page": w.page, "detail": w.detail} for w in document.warnings],
            "notUnderstood": [_left(left, document) for left in extract.parts.left],
        },
    }


def _left(left: Left, document: Document) -> dict[str, Any]:
    return {"page": document.page_of(left.start), "line": document.line_of(left.start), "text": left.text}
