"""Addresses and numbers under which somebody can be reached, as the header writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.core.resume_parts.parts import Profile
from matcher.core.resume_parts.words import PROFILE_HOSTS

_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![\w@-])", re.ASCII
)
_PHONE = re.compile(
    r"(?<![\w.+/-])(?:(?P<sure>\+|(?:tel|phone|mobile|cell|mob|ph)[a-z]*[.:]*\s?\+?)|(?=[(0]|[2-9]\d\d[-. )]))"
    r"(?P<digits>[(\d](?:[\d]|[ ()./-](?=[\d(]| \d)){5,24}\d)(?![\w/])",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d\b")
_URL = re.compile(
    r"(?P<scheme>https?://)?(?:www\.)?(?P<host>(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24})"
    r"(?P<path>/[^\s|,;<>\"]*)?"
)
_USERNAME = re.compile(r"/(?:in/|u/|users/|pub/)?(?P<name>@?[\w.%-]{1,80})/?$")
_FEWEST, _FEWEST_SURE, _MOST = 10, 7, 15
"""Digits of a number: with or without what says that it is one (E.164 allows 15)."""


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """How to reach somebody; the first of each kind."""

    email: str | None
    phone: str | None
    url: str | None
    profiles: tuple[Profile, ...]

    @property
    def is_there(self) -> bool:
        """True if the header gives an address or a number."""
        return any((self.email, self.phone, self.url, self.profiles))

    def holds(self, text: str) -> bool:
        """True if something of it stands in `text`."""
        known = [self.email, self.phone, self.url, *(profile.username for profile in self.profiles)]
        return any(value in text for value in known if value)


def contact_of(lines: Sequence[str]) -> Contact:
    """What the lines of the header give."""
    email = next((found.group() for line in lines for found in _EMAIL.finditer(line)), None)
    phone = next((number for line in lines for number in _phones(line)), None)
    url: str | None = None
    profiles: dict[str, Profile] = {}
    for line in lines:
        for found in _URL.finditer(_EMAIL.sub(_blank, line)):
            host = found["host"].lower().removeprefix("www.")
            written = found.group().rstrip(".)")
            if host in PROFILE_HOSTS or ".".join(host.split(".")[-2:]) in PROFILE_HOSTS:
                profile = _profile(found, written)
                if profile is not None:
                    profiles.setdefault(host, profile)
            elif found["scheme"] and url is None:
                url = written
    return Contact(email, phone, url, tuple(profiles.values()))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _profile(found: re.Match[str], written: str) -> Profile | None:
    """The profile an address names; None for the site alone."""
    path = (found["path"] or "").rstrip(".)")
    username = _USERNAME.fullmatch(path)
    if username is None:
        return None
    network = found["host"].split(".")[-2]
    return Profile(network, username["name"], written if found["scheme"] else None)


def _phones(line: str) -> list[str]:
    """The numbers of a line that can be nothing else, as they are written."""
    numbers = []
    for found in _PHONE.finditer(line):
        digits = sum(map(str.isdigit, found["digits"]))
        if _YEARS.search(found["digits"]):
            continue
        if (_FEWEST_SURE if found["sure"] else _FEWEST) <= digits <= _MOST:
            plus = "+" if (found["sure"] or "").endswith("+") else ""
            opening = "(" if ")" in found["digits"].partition("(")[0] else ""  # of "(+34) 600"
            numbers.append(" ".join(f"{opening}{plus}{found['digits']}".split()))
    return numbers
