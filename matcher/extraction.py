"""Bytes to the parts of a resume: read and searched as for a match, nothing scored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matcher.core.model import NotAssessable, ReadingWarning
from matcher.errors import DocumentError
from matcher.intake import not_assessable, text_bytes

if TYPE_CHECKING:
    from matcher.core.model import Document
    from matcher.core.resume_parts.parts import Extract
    from matcher.pipeline import Matcher

_DESCRIPTION = ReadingWarning(
    "role_description",
    "This reads like the description of a role, not like a person's resume; what it asks for is nobody's work.",
)


def extract(matcher: Matcher, content: bytes | str, name: str) -> Extract | NotAssessable:
    """The parts of the resume in `content`, work for `IsolatedMatcher.submit`; `name` as for `Matcher.match_bytes`."""
    from matcher.readers import read, read_text  # here, because the parent does without readers

    try:
        document = read_text(content, name) if isinstance(content, str) else read(content, name)
        return _extract(matcher, document)
    except DocumentError as error:
        return not_assessable(error, matcher.engine, text_bytes(content) if isinstance(content, str) else content)


def _extract(matcher: Matcher, document: Document) -> Extract:
    from matcher.core import assessable, resume_parts
    from matcher.core.resume_parts.parts import Extract

    finder = matcher.finder
    tokens = finder.tokenise(document.text)
    assessable.check(tokens, finder.ordinary, document.name)
    found = finder.find(tokens)
    if found.is_role_description:
        document = replace(document, warnings=(*document.warnings, _DESCRIPTION))
    parts = resume_parts.parts_of(tokens, found.mentions, matcher.skills, finder.ordinary)
    return Extract(matcher.engine, document, parts)
