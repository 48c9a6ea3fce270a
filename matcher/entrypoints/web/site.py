"""What every served page knows of the site: its addresses, its limits, and what is read and scored."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, url_for

from matcher.core.model import Engine, RoleProfile
from matcher.entrypoints.web import answering, assets, downloads
from matcher.intake import MOST_BYTES
from matcher.readers import READERS, accepted_suffixes
from matcher.readers.pdf.limits import MOST_PAGES
from matcher.writers import html


@dataclass(frozen=True, slots=True)
class Site:
    """`most_documents`: in one request. `formats`, `suffixes`: what is read, for people and for the file chooser."""

    profiles: tuple[RoleProfile, ...]
    engine: Engine
    most_documents: int
    most_mib: int = MOST_BYTES // (1024 * 1024)
    most_bytes: int = MOST_BYTES
    most_pages: int = MOST_PAGES
    suffixes: tuple[str, ...] = accepted_suffixes()
    formats: tuple[str, ...] = tuple(known.title for known in READERS)

    @staticmethod
    def current() -> Site:
        """The site of the request."""
        matcher = answering.matcher()
        return Site(tuple(matcher.profiles), matcher.engine, answering.MOST_DOCUMENTS)

    @property
    def home(self) -> str:
        """The form, which also answers."""
        return url_for("pages.form")

    @property
    def roles(self) -> str:
        """What the roles ask for."""
        return url_for("pages.roles")

    @property
    def ways(self) -> tuple[tuple[str, str, str], ...]:
        """The main ways around: name, title and address."""
        titles = {"form": "Match", "roles": "Roles", "how": "How it scores"}
        ways = tuple((name, title, url_for(f"pages.{name}")) for name, title in titles.items())
        return (*ways, ("api", "API", url_for("api.docs"))) if "api.docs" in current_app.view_functions else ways

    @property
    def sizes(self) -> dict[str, int]:
        """How many skills each role asks for."""
        return {p.id: len({r.skill_id for area in p.areas for r in area.requirements}) for p in self.profiles}

    def role_url(self, role_id: str) -> str:
        """What one role asks for."""
        return url_for("pages.role", role_id=role_id)

    def asset(self, name: str) -> str:
        """The style sheet, the script or the icon; a new content has a new address."""
        version = assets.assets(len(self.profiles))[name].version
        return url_for("pages.static_file", name=name, v=version)


@dataclass(frozen=True, slots=True)
class Served:
    """What a served answer has that a kept one has not."""

    site: Site
    downloads: tuple[downloads.Download, ...]

    def role_url(self, role_id: str) -> str:
        """What one role asks for."""
        return self.site.role_url(role_id)


def page(template: str, here: str = "", **told: object) -> str:
    """A page made of `template`. `here`: the way in the masthead that leads to it."""
    site = Site.current()
    return html.rendered(template, site=site, engine=site.engine, here=here, **told)
