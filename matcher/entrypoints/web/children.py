"""The matcher of the web: files are read each in a process of its own, pasted texts in processes that are reused."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from matcher.core.model import Engine, JobDescription, NotAssessable, Outcome, RoleProfile, Skill
from matcher.isolation import IsolatedMatcher
from matcher.isolation.matcher import JOB_NAME
from matcher.settings import WebSettings


class Children:
    """Two isolated matchers of the same profiles. A text passes no parser of a foreign format, so that nothing it holds
    can take a process over; a fresh one for each would be nine tenths of its time.

    Raises `ReferenceDataError` for a wrong profile.
    """

    def __init__(self, profiles: Path | None, settings: WebSettings) -> None:
        self._files = IsolatedMatcher(profiles, workers=settings.readers, fresh=settings.fresh)
        try:
            self._texts = IsolatedMatcher(profiles, workers=settings.readers, fresh=False)
        except BaseException:
            self._files.close()
            raise

    @property
    def engine(self) -> Engine:
        """What produces the answers."""
        return self._files.engine

    @property
    def skills(self) -> dict[str, Skill]:
        """All skills by id."""
        return self._files.skills

    @property
    def profiles(self) -> tuple[RoleProfile, ...]:
        """The roles that are scored."""
        return self._files.profiles

    def submit_bytes(
        self, data: bytes, name: str, job: bytes | str | None = None, job_name: str = JOB_NAME
    ) -> Future[Outcome]:
        """The outcome for a document's bytes, later; `job`: a job description it is scored against, too."""
        return self._files.submit_bytes(data, name, job, job_name)

    def submit_text(
        self, text: str, name: str = "text", job: bytes | str | None = None, job_name: str = JOB_NAME
    ) -> Future[Outcome]:
        """The outcome for a text, later; with a job description that is a file, as files are."""
        readers = self._files if isinstance(job, bytes) else self._texts
        return readers.submit_text(text, name, job, job_name)

    def describe(self, job: bytes | str, name: str) -> Future[JobDescription | NotAssessable]:
        """What a job description asks for, later."""
        return (self._texts if isinstance(job, str) else self._files).describe(job, name)

    def close(self) -> None:
        """Ends all children."""
        self._files.close()
        self._texts.close()
