"""The occupations of classifications that a role names, read from its profile and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from matcher.core.model import Occupation
from matcher.reference_data.table import Table

_KEYS = frozenset(["scheme", "code", "label", "match"])
_CODES: Mapping[Literal["ESCO", "O*NET-SOC"], re.Pattern[str]] = {
    "ESCO": re.compile(r"http://data\.europa\.eu/esco/occupation/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "O*NET-SOC": re.compile(r"\d\d-\d{4}\.\d\d"),
}
"""What a code looks like: ESCO names its concepts by URIs, O*NET-SOC has the form 15-1212.00."""
_MATCHES: tuple[Literal["exact", "close", "broad"], ...] = ("exact", "close", "broad")


def occupations(profile: Table) -> tuple[Occupation, ...]:
    """The occupations of the profile, in its order; none where it names none. Raises `ReferenceDataError`."""
    found: dict[str, Occupation] = {}
    for number, entry in enumerate(profile.tables("occupations"), 1):
        table = Table(f"{profile.place}: occupations[{number}]", entry, _KEYS)
        occupation = _occupation(table)
        if occupation.code in found:
            raise table.error("code", f"{occupation.code!r} stands here twice.")
        found[occupation.code] = occupation
    return tuple(found.values())


def _occupation(table: Table) -> Occupation:
    scheme = table.one_of("scheme", tuple(_CODES))
    code = table.text("code")
    if not _CODES[scheme].fullmatch(code):
        raise table.error("code", f"{code!r} is no code of {scheme}.")
    return Occupation(scheme, code, table.text("label"), table.one_of("match", _MATCHES))
