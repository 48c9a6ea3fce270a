"""Every failure a user can meet: its code, HTTP status, exit code and the way out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import ClassVar


class MatcherError(Exception):
    """A failure the user can act on; `str()` is one line: what, why, what to do now.

    Anything that is not a `MatcherError` is a bug and keeps its traceback.
    The message names the document, never quotes it.
    """

    code: ClassVar[str] = "error"
    http_status: ClassVar[int] = 400
    exit_code: ClassVar[int] = 1
    way_out: ClassVar[str] = ""

    def __init__(self, subject: str, trouble: str) -> None:
        self.subject = one_line(subject)
        self.trouble = one_line(trouble)
        super().__init__(f"{self.subject}: {self.trouble} {self.way_out}".rstrip())


def one_line(text: str) -> str:
    """`text` as a single printable line: controls and undecodable bytes are escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ " Did you mean …?" with the known word nearest to `word`; nothing if none is near."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return f" Did you mean {near[0]!r}?" if near else ""


class UsageError(MatcherError):
    """The request itself is wrong."""

    code = "bad_request"
    exit_code = 2


class NothingToReadError(MatcherError):
    """There is no such readable file."""

    code = "nothing_to_read"
    exit_code = 3
    way_out = "Check the path; it must be one readable file."


class ReferenceDataError(MatcherError):
    """A role profile or the taxonomy is wrong; the message names file, key and nearest known id."""

    code = "profile_invalid"
    http_status = 500
    exit_code = 4


class OutputError(MatcherError):
    """The folder of answers cannot be used or written; what stood there before still stands."""

    code = "output_unusable"
    http_status = 500
    exit_code = 4
    way_out = "Make room or name another folder, then run the same command again: it continues."


class OutputBusyError(MatcherError):
    """Another run holds the folder of answers."""

    code = "output_busy"
    http_status = 500
    exit_code = 4
    way_out = "Wait until it ends, or name another folder with -o."


class ClusterError(MatcherError):
    """The cluster that was to read the documents is not there, or not fit."""

    code = "cluster_unusable"
    http_status = 500
    exit_code = 4
    way_out = "Start or mend it (docs/scaling.md), then give the same command again: it continues."


class UnknownRoleError(MatcherError):
    """A role was asked for that has no profile."""

    code = "unknown_role"
    http_status = 404
    exit_code = 2
    way_out = "`matcher roles` lists the known ones."

    @staticmethod
    def check(role_ids: Iterable[str], known: Collection[str]) -> None:
        """Raises for the first of `role_ids` that is not `known`, with the nearest one that is."""
        for role_id in role_ids:
            if role_id not in known:
                raise UnknownRoleError(role_id, f"there is no such role.{did_you_mean(role_id, known)}")


class OcrMissingError(MatcherError):
    """Words of scans shall be recognised, and what does so is not installed."""

    code = "ocr_missing"
    http_status = 501
    exit_code = 2
    way_out = "Install the extra (pip install '.[ocr]') and the system's tesseract-ocr, or leave --ocr out."


class DocumentError(MatcherError):
    """A document that could not be assessed: the outcome is `not_assessable`, never a score of 0."""

    http_status = 422


class UnsupportedTypeError(DocumentError):
    """The document is of a type that is not read, or not of the type its name says."""

    code = "unsupported_type"
    http_status = 415
    way_out = "Save the resume as PDF, Word (DOCX) or plain text and try again."


class TooLargeError(DocumentError):
    """The document has more bytes than are read."""

    code = "too_large"
    http_status = 413
    way_out = "Send the resume alone, without scans, portfolio or certificates."


class DocumentSkippedError(DocumentError):
    """A document of a run was not read: it is no ordinary file, or cannot be opened."""

    code = "skipped"
    way_out = "Copy the document itself into the folder."


class DocumentEmptyError(DocumentError):
    """There is nothing in the document."""

    code = "document_empty"
    way_out = "Check that the right file was chosen and that it opens."


class DocumentDamagedError(DocumentError):
    """The document cannot be opened."""

    code = "document_damaged"
    way_out = "Open it, save or export it again, and send the new file."


class DocumentEncryptedError(DocumentError):
    """The document needs a password."""

    code = "document_encrypted"
    way_out = "Save a copy without the password and send that."


class DocumentScannedError(DocumentError):
    """The document is a picture, or its fonts hide their letters."""

    code = "document_scanned"
    way_out = "Is it a scan? Run OCR on it first, or send the original text file."


class TextTooShortError(DocumentError):
    """There is too little text to judge."""

    code = "text_too_short"
    way_out = "Send the whole resume."


class LanguageUnsupportedError(DocumentError):
    """The text is not in English."""

    code = "language_unsupported"
    way_out = "Only English resumes can be read; send an English version."


class JobDescriptionEmptyError(DocumentError):
    """Nothing in a job description asks for a skill."""

    code = "job_description_empty"
    way_out = "Paste the whole advert: what the work is and what the person must know."


class DocumentTooExpensiveError(DocumentError):
    """Reading the document would take more than a resume needs."""

    code = "document_too_expensive"
    way_out = "Send the resume alone, at most 30 pages and 400,000 characters of text."


class DocumentCrashedError(DocumentError):
    """The process that read the document broke down, and did so again where it was repeated."""

    code = "document_crashed"
    way_out = "Save it as a new PDF or as plain text and send that."


class SettingsError(MatcherError):
    """A setting of the deployment is wrong; the message names it."""

    code = "settings_invalid"
    http_status = 500
    exit_code = 4


class RequestError(MatcherError):
    """A request over the web that is not answered, whatever it holds.

    `retry_after`: seconds after which asking again makes sense; None: never as it is.
    """

    retry_after: ClassVar[int | None] = None


class LengthRequiredError(RequestError):
    """The body of the request comes without its length."""

    code = "length_required"
    http_status = 411
    way_out = "Send Content-Length."


class KeyRequiredError(RequestError):
    """The request carries no key, or one that was never given."""

    code = "key_required"
    http_status = 401
    way_out = "Send the header `Authorization: Bearer KEY`; whoever runs this service gives keys."


class KeyRefusedError(RequestError):
    """The key has run out or was taken back."""

    code = "key_refused"
    http_status = 403
    way_out = "Ask whoever runs this service for a new key."


class CrossOriginError(RequestError):
    """Another website sent the request through somebody's browser."""

    code = "cross_origin"
    http_status = 403
    way_out = "Send the form from this site; programs send no Origin header."


class RateLimitedError(RequestError):
    """This client asked too often."""

    code = "rate_limited"
    http_status = 429
    way_out = "Wait as long as Retry-After says."
    retry_after = 60


class BusyError(RequestError):
    """As many documents wait as may."""

    code = "busy"
    http_status = 503
    way_out = "Nothing is wrong with the document; try again in a moment."
    retry_after = 2


class ReadingTimedOutError(RequestError):
    """The document waited, and was read, for longer than a client should wait."""

    code = "reading_timed_out"
    http_status = 504
    way_out = "Try again when there is less to do."
    retry_after = 30
