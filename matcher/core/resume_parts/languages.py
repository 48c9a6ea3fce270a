"""Languages somebody speaks, each with how well, from the lines under a heading that names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.core.resume_parts.items import Item, words_of
from matcher.core.resume_parts.lines import squeezed
from matcher.core.resume_parts.parts import Language, Left
from matcher.core.resume_parts.words import FLUENCIES, LANGUAGES

_PARTS = re.compile(r"[,;|·•\t\n]|\s/\s|\.\s|\s(?:and|&)\s")
_MARKS = r"[\s:=–—(\[-]{1,4}"
_BEHIND = re.compile(rf"(?P<language>[^\W\d_]+){_MARKS}(?P<fluency>{FLUENCIES})[)\].\s]*", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<fluency>{FLUENCIES})\s+(?P<language>[^\W\d_]+)[.\s]*", re.IGNORECASE)
_ALONE = re.compile(r"(?P<language>[^\W\d_]+)[.\s]*")


def languages_of(items: Sequence[Item]) -> tuple[list[Language], list[Left]]:
    """The languages in the order of the text, and what is none."""
    languages: dict[str, Language] = {}
    left: list[Left] = []
    for item in items:
        for part in _PARTS.split(item.written):
            language = _language(squeezed(part))
            if language is not None:
                languages.setdefault(language.language.lower(), language)
            elif words_of(part):
                left.append(Left(item.start, squeezed(part)))
    return list(languages.values()), left


def _language(part: str) -> Language | None:
    for pattern in (_ALONE, _BEHIND, _BEFORE):
        found = pattern.fullmatch(part)
        if found and words_of(found["language"])[:1] and words_of(found["language"])[0] in LANGUAGES:
            return Language(found["language"], found.groupdict().get("fluency"))
    return None
