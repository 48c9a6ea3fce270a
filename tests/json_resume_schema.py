"""The JSON Schema of JSON Resume 1.0.0, as far as it forbids anything: https://jsonresume.org/schema."""

from __future__ import annotations

from typing import Any

DATE = {"type": "string", "pattern": r"^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$"}
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
URI = {"type": "string", "format": "uri", "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:"}


def _entry(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": True, "properties": properties}


def _list(**properties: Any) -> dict[str, Any]:
    return {"type": "array", "additionalItems": False, "items": _entry(**properties)}


_TIME = {"startDate": DATE, "endDate": DATE}
_TOLD = {"url": URI, **_TIME, "summary": TEXT, "highlights": TEXTS}

SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "$id": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "basics": _entry(
            name=TEXT,
            label=TEXT,
            image=TEXT,
            email={"type": "string", "format": "email"},
            phone=TEXT,
            url=URI,
            summary=TEXT,
            location=_entry(address=TEXT, postalCode=TEXT, city=TEXT, countryCode=TEXT, region=TEXT),
            profiles=_list(network=TEXT, username=TEXT, url=URI),
        ),
        "work": _list(name=TEXT, location=TEXT, description=TEXT, position=TEXT, **_TOLD),
        "volunteer": _list(organization=TEXT, position=TEXT, **_TOLD),
        "education": _list(institution=TEXT, url=URI, area=TEXT, studyType=TEXT, **_TIME, score=TEXT, courses=TEXTS),
        "awards": _list(title=TEXT, date=DATE, awarder=TEXT, summary=TEXT),
        "certificates": _list(name=TEXT, date=DATE, url=URI, issuer=TEXT),
        "publications": _list(name=TEXT, publisher=TEXT, releaseDate=DATE, url=URI, summary=TEXT),
        "skills": _list(name=TEXT, level=TEXT, keywords=TEXTS),
        "languages": _list(language=TEXT, fluency=TEXT),
        "interests": _list(name=TEXT, keywords=TEXTS),
        "references": _list(name=TEXT, reference=TEXT),
        "projects": _list(
            name=TEXT, description=TEXT, highlights=TEXTS, keywords=TEXTS, **_TIME, url=URI, roles=TEXTS, entity=TEXT,
            type=TEXT,
        ),
        "meta": _entry(canonical=URI, version=TEXT, lastModified=TEXT),
    },
}  # fmt: skip
