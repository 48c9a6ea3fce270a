"""Whatever comes in, the answer is one line: what, why and what to do; never a traceback, a score of 0 or a quote."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import zlib
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from matcher import Matcher, NotAssessable
from matcher.core.model import Skill
from matcher.core.taxonomy import build
from matcher.entrypoints import cli
from matcher.errors import ReferenceDataError
from matcher.intake import content
from matcher.readers import MOST_BYTES
from tests import docxs, odts, pdfs
from tests.builders import resume

CANARY = "quokka"
"""A word that stands in every document here and in no answer."""
CANARY_LINES = (f"Robin {CANARY.title()} of {CANARY} street", f"{CANARY}@example.org")
PROFILES = Path(__file__).parent.parent / "role_profiles"

ASSESSED, NOT_ASSESSABLE, USAGE, NOTHING_TO_READ, PROFILE_WRONG = range(5)


@pytest.fixture
def command(matcher: Matcher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """The command line in an empty folder, with a matcher that is built already."""
    monkeypatch.setattr(cli, "_isolated", lambda profiles, roles=(), more=(): nullcontext(matcher))
    monkeypatch.chdir(tmp_path)
    return run


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.main, [str(a) for a in arguments], input=stdin)


def assert_refused(result: Result, code: int, *said: str) -> None:
    """One line on standard error that says all this; nothing of the document, no traceback, no score."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    (line,) = result.stderr.splitlines()
    assert line.startswith("matcher: ")
    assert all(words in line for words in said), line
    assert line.endswith((".", "?")), line
    everything = result.stdout + result.stderr
    assert "Traceback" not in everything
    assert CANARY not in everything.lower()
    assert not re.search(r'"score"|\b0\.0\b', everything)


def encrypted() -> bytes:
    return pdfs.pdf(pdfs.page(CANARY_LINES), encrypt=StandardEncryption("secret", "owner", strength=128))


def scan() -> bytes:
    def paint(canvas: Canvas) -> None:
        canvas.setTitle(CANARY)
        pdfs.picture(canvas)

    return pdfs.pdf(paint)


def cut_off() -> bytes:
    return pdfs.pdf(pdfs.page(CANARY_LINES), pageCompression=0)[:600]


def bomb() -> bytes:
    return pdfs.raw(zlib.compress(zlib.compress(bytes(80 << 20))), content_keys=b"/Filter [/FlateDecode /FlateDecode]")


def blank() -> bytes:
    return pdfs.pdf(pdfs.page([]))


def blank_word() -> bytes:
    return docxs.of([""])


def word() -> bytes:
    return docxs.of(CANARY_LINES)


def protected() -> bytes:
    return odts.packed({"META-INF/manifest.xml": "<encryption-data/>", "content.xml": CANARY})


def mail() -> bytes:
    return f"From: {CANARY}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>{CANARY}".encode()


def foreign() -> bytes:
    text = (
        "Ich leite seit zehn Jahren die Abteilung und habe dort mit meinen Kollegen viele neue Verfahren eingeführt. "
    )
    return f"{' '.join(CANARY_LINES)}\n{text * 6}".encode()


BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty.pdf": (lambda: b"", "document_empty", "the file is empty"),
    "empty.txt": (lambda: b"", "document_empty", "the file is empty"),
    "blank.txt": (lambda: b" \n\t\n ", "document_empty", "there is no text in it"),
    "blank.pdf": (blank, "document_empty", "there is no text in it"),
    "blank.docx": (blank_word, "document_empty", "there is no text in it"),
    "twenty.txt": (lambda: f"{CANARY} lead ".encode() * 10, "text_too_short", "only 20 words"),
    "same.txt": (lambda: f"{CANARY} ".encode() * 500, "text_too_short", "hardly any words"),
    "german.txt": (foreign, "language_unsupported", "not in English"),
    "large.txt": (lambda: CANARY.encode() * (MOST_BYTES // 6 + 1), "too_large", "more than the"),
    "line.txt": (lambda: f"{CANARY} ".encode() * 700_000, "document_too_expensive", "characters of text are more"),
    "nul.txt": (lambda: f"{CANARY}\0{CANARY}".encode(), "unsupported_type", "in no format that can be read"),
    "protected.pdf": (encrypted, "document_encrypted", "protected by a password"),
    "scan.pdf": (scan, "document_scanned", "pictures and no text"),
    "cut.pdf": (cut_off, "document_damaged", "damaged or cut off"),
    "header.pdf": (lambda: f"%PDF-1.4\n{CANARY} {CANARY}".encode(), "document_damaged", "damaged or cut off"),
    "bomb.pdf": (bomb, "document_too_expensive", "unpacks to far more"),
    "pages.pdf": (lambda: pdfs.pdf(*[pdfs.page(CANARY_LINES)] * 31), "document_too_expensive", "more than 30 pages"),
    "program.pdf": (lambda: b"MZ" + bytes(99) + CANARY.encode(), "unsupported_type", "a Windows program"),
    "picture.pdf": (lambda: b"\x89PNG\r\n" + bytes(99), "unsupported_type", "a PNG picture"),
    "text.pdf": (lambda: "\n".join(CANARY_LINES).encode(), "unsupported_type", "but it is plain text"),
    "word.pdf": (word, "unsupported_type", "but it is Word"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0" + bytes(99) + CANARY.encode(), "unsupported_type", "an old Word"),
    "rich.txt": (lambda: f"{{\\rtf1 {CANARY}}}".encode(), "unsupported_type", "but it is rich text (RTF)"),
    "page.doc": (lambda: f"<html><p>{CANARY}".encode(), "unsupported_type", "it is a web page (HTML)"),
    "mail.mht": (mail, "unsupported_type", "a web page saved as one (MHTML)"),
    "notes.json": (lambda: f'{{"{CANARY}": 1}}'.encode(), "unsupported_type", "it is JSON, but no JSON Resume"),
    "blank.html": (lambda: b"<html><body>&nbsp;", "document_empty", "there is no text in it"),
    "blank.rtf": (lambda: b"{\\rtf1\\par}", "document_empty", "there is no text in it"),
    "blank.odt": (lambda: odts.of([""]), "document_empty", "there is no text in it"),
    "blank.json": (lambda: b'{"basics": {}, "work": []}', "document_empty", "there is no text in it"),
    "unseen.html": (lambda: f"<html><p hidden>{CANARY}".encode(), "document_empty", "there is no text in it"),
    "deep.html": (lambda: f"<html>{CANARY}{'<div>' * 9999}".encode(), "document_too_expensive", "far more parts"),
    "deep.rtf": (lambda: f"{{\\rtf1 {CANARY}{'{' * 9999}".encode(), "document_too_expensive", "far more parts"),
    "deep.json": (lambda: b'{"basics":' + b"[" * 200_000, "document_too_expensive", "nested far deeper"),
    "cut.odt": (lambda: odts.of(CANARY_LINES)[:-40], "document_damaged", "damaged or cut off"),
    "cut.json": (lambda: f'{{"basics": {{"name": "{CANARY}"'.encode(), "document_damaged", "cannot be read"),
    "protected.odt": (protected, "document_encrypted", "protected by a password"),
    "archive.zip": (lambda: b"PK\x03\x04" + bytes(99) + CANARY.encode(), "unsupported_type", "a zip archive"),
    "cut.docx": (lambda: word()[:-300], "document_damaged", "damaged or cut off"),
    "broken.docx": (
        lambda: docxs.changed(word(), "word/document.xml", lambda text: text.replace("</w:body>", "")),
        "document_damaged",
        "cannot be opened",
    ),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("form", ["json", "html"])
def test_a_document_that_cannot_be_assessed_is_told_in_one_line(
    command: Callable[..., Result], name: str, form: str
) -> None:
    make, code, said = BAD[name]
    Path(name).write_bytes(make())
    result = command("match", name, "--format", form)
    assert_refused(result, NOT_ASSESSABLE, f"{name}: ", said)
    if form == "json":
        answer = json.loads(result.stdout)
        assert (answer["status"], answer["problem"]["code"]) == ("not_assessable", code)
        assert answer["problem"]["way_out"]


@pytest.mark.parametrize("name", BAD)
def test_as_text_the_line_is_the_answer(command: Callable[..., Result], name: str) -> None:
    make, _, said = BAD[name]
    Path(name).write_bytes(make())
    result = command("match", name)
    assert result.exit_code == NOT_ASSESSABLE
    (line,) = (result.stdout + result.stderr).splitlines()
    assert f"{name}: " in line
    assert said in line
    assert CANARY not in line.lower()


@pytest.mark.parametrize("name", BAD)
def test_the_outcome_is_a_typed_failure_and_quotes_nothing(matcher: Matcher, name: str) -> None:
    make, code, _ = BAD[name]
    outcome = matcher.match_bytes(make(), name)
    assert isinstance(outcome, NotAssessable)
    assert outcome.code == code
    assert CANARY not in f"{outcome!r}{outcome!s}".lower()


@pytest.mark.parametrize("name", BAD)
def test_standard_input_is_answered_like_a_file(command: Callable[..., Result], name: str) -> None:
    result = command("match", "-", "--format", "json", stdin=BAD[name][0]())
    assert result.exit_code == NOT_ASSESSABLE
    assert CANARY not in result.output.lower()


def test_a_report_hides_the_text_from_its_repr(matcher: Matcher) -> None:
    outcome = matcher.match_text(resume(name=CANARY_LINES[0], contact=CANARY_LINES[1], skills=f"Python, {CANARY}"))
    assert CANARY not in f"{outcome!r}{outcome!s}".lower()


def test_a_good_document_is_assessed(command: Callable[..., Result]) -> None:
    Path("ada.pdf").write_bytes(pdfs.pdf(pdfs.page(resume().split("\n"))))
    result = command("match", "ada.pdf")
    assert (result.exit_code, result.stderr) == (ASSESSED, "")


def folder() -> Path:
    path = Path("folder.pdf")
    path.mkdir()
    return path


def named_pipe() -> Path:
    os.mkfifo("pipe.pdf")
    return Path("pipe.pdf")


def broken_link() -> Path:
    Path("link.pdf").symlink_to("nowhere.pdf")
    return Path("link.pdf")


def link_to_itself() -> Path:
    Path("loop.pdf").symlink_to("loop.pdf")
    return Path("loop.pdf")


UNREADABLE: dict[str, tuple[Callable[[], Path], str]] = {
    "a folder": (folder, "is a folder"),
    "a missing file": (lambda: Path("nowhere.pdf"), "there is no such file"),
    "a file in a missing folder": (lambda: Path("nowhere/ada.pdf"), "there is no such file"),
    "a broken link": (broken_link, "there is no such file"),
    "a link to itself": (link_to_itself, "there is no such file"),
    "a device that gives nothing": (lambda: Path("/dev/null"), "is no ordinary file"),
    "a device that never ends": (lambda: Path("/dev/zero"), "is no ordinary file"),
    "a pipe nobody writes to": (named_pipe, "is no ordinary file"),
    "a name that is too long": (lambda: Path("a" * 300 + ".pdf"), "cannot be opened"),
    "a name with a NUL": (lambda: Path("a\0.pdf"), "there is no such file"),
    "a name with a line feed": (lambda: Path("a\nb.pdf"), "there is no such file"),
    "a file that cannot be read": (lambda: Path("/proc/self/mem"), "cannot be opened"),
}


@pytest.mark.skipif(os.name != "posix" or not Path("/proc/self/mem").exists(), reason="needs Linux's devices")
@pytest.mark.parametrize(("make", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_readable_file_is_told_before_anything_is_read(
    command: Callable[..., Result], make: Callable[[], Path], said: str
) -> None:
    result = command("match", make())
    assert_refused(result, NOTHING_TO_READ, said, "Check the path")
    assert result.stdout == ""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(command: Callable[..., Result]) -> None:
    secret = Path("secret.txt")
    secret.write_text(resume())
    secret.chmod(stat.S_IWUSR)
    assert_refused(command("match", secret), NOTHING_TO_READ, "secret.txt", "cannot be opened")


def test_no_more_of_a_file_is_read_than_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "sparse.txt"
    with path.open("wb") as stream:
        stream.truncate(1 << 34)
    assert len(content(path)) == MOST_BYTES + 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("match",), "PATH"),
        (("match", "a.pdf", "b.pdf"), "b.pdf"),
        (("match", "a.pdf", "--format", "xml"), "xml"),
        (("match", "a.pdf", "--rolle", "x"), "--rolle"),
        (("mach", "a.pdf"), "mach"),
        (("roles", "shwo"), "shwo"),
    ],
)
def test_a_wrong_command_is_told_with_its_usage(
    command: Callable[..., Result], arguments: tuple[str, ...], said: str
) -> None:
    result = command(*arguments)
    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unknown_role_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    path = tmp_path / "ada.txt"
    path.write_text(resume(name=CANARY_LINES[0]))
    result = run("match", path, "--role", "chief_data_oficer")
    assert_refused(result, USAGE, "chief_data_oficer: ", "Did you mean 'chief_data_officer'")


@pytest.fixture
def profiles(tmp_path: Path) -> Path:
    """A copy of the shipped role profiles, to be spoilt."""
    return Path(shutil.copytree(PROFILES, tmp_path / "profiles"))


SECURITY = "ai_cybersecurity_manager.toml"

SPOILT: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "a typo in an area": ('essential = ["splunk"', 'essential = ["splnk"', ("essential", "'splnk'", "'splunk'")),
    "a typo in a duty": ('requires = ["anomaly"', 'requires = ["anomoly"', ("requires", "'anomoly'", "'anomaly'")),
    "a typo in a gate": ('any_of = ["', 'any_of = ["ai_thret", "', ("any_of", "'ai_thret'", "'ai_threat'")),
    "a typo in a key": ("weight = 0.21", "wieght = 0.21", ("areas[1]", "wieght", "'weight'")),
    "an unknown key": ("[[gates]]", "[[gates]]\nmust = 1", ("gates[1]", "must", "unknown key")),
    "a weight too much": ("weight = 0.21", "weight = 0.31", ("areas", "1.1", "not to 1")),
    "a weight that is no number": ("weight = 0.21", 'weight = "0.21"', ("weight", "number")),
    "a weight below 0": ("weight = 0.21", "weight = -0.21", ("weight", "number")),
    "a weight that is nan": ("weight = 0.21", "weight = nan", ("weight", "number")),
    "a title that is none": ('title = "Leadership and programme"', 'title = ""', ("title", "text")),
    "a list that is none": ('essential = ["splunk"', 'essential = "splunk" #', ("essential", "list")),
    "bad TOML": ("[[gates]]", "[[gates", ("TOML",)),
    "a skill wanted twice": ('optional = ["sec_copilot"', 'optional = ["ai_threat"', ("'ai_threat'", "twice")),
    "a key given twice": ("weight = 0.21", "weight = 0.21\nweight = 0.21", ("TOML",)),
}


@pytest.mark.parametrize(("old", "new", "said"), SPOILT.values(), ids=SPOILT)
def test_a_wrong_profile_names_file_key_and_the_nearest_id(
    profiles: Path, old: str, new: str, said: tuple[str, ...]
) -> None:
    file = profiles / SECURITY
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    (profiles.parent / "ada.txt").write_text(resume(name=CANARY_LINES[0]))
    assert_refused(run("match", profiles.parent / "ada.txt", "--profiles", profiles), PROFILE_WRONG, SECURITY, *said)
    assert_refused(run("roles", "check", profiles), PROFILE_WRONG, SECURITY, *said)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: (folder / SECURITY).write_bytes(b"\xff\xfe\x00bad"), "TOML"),
        (lambda folder: (folder / SECURITY).write_bytes(b""), SECURITY),
        (lambda folder: [file.unlink() for file in folder.iterdir()], "no role profile"),
        (shutil.rmtree, "no folder of role profiles"),
        pytest.param(
            lambda folder: ((folder / SECURITY).unlink(), (folder / SECURITY).mkdir()),
            SECURITY,
        ),
    ],
    ids=["no UTF-8", "empty file", "empty folder", "no folder", "a folder named like a profile"],
)
def test_a_folder_without_right_profiles_is_told(profiles: Path, spoil: Callable[[Path], object], said: str) -> None:
    spoil(profiles)
    assert_refused(run("roles", "check", profiles), PROFILE_WRONG, said)


def test_an_environment_that_names_no_folder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHER_PROFILES", "/nowhere")
    assert_refused(run("roles", "list"), PROFILE_WRONG, "/nowhere")


def test_two_skills_with_one_label_are_told_with_both() -> None:
    skills = [Skill("siem", "security", "SIEM"), Skill("logs", "security", "Log management", alt_labels=("siem",))]
    with pytest.raises(ReferenceDataError) as caught:
        build(skills, ())
    assert "skills.logs" in str(caught.value)
    assert "'siem' already" in str(caught.value)
