"""The type of a document is told by its bytes and must agree with its name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from matcher.errors import (
    DocumentEmptyError,
    DocumentEncryptedError,
    DocumentError,
    TooLargeError,
    UnsupportedTypeError,
)
from matcher.readers import MOST_BYTES, READERS, accepted_suffixes, read
from tests import docxs, pdfs

PROSE = b"Led the data governance council of a regional bank and named forty stewards.\n"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return out.getvalue()


PDF = pdfs.pdf(pdfs.page())
DOCX = docxs.of(["Led the data governance council"])


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("ada.pdf", PDF, "application/pdf"),
        ("ADA.PDF", PDF, "application/pdf"),
        ("ada", PDF, "application/pdf"),
        ("ada.bin", PDF, "application/pdf"),
        ("ada.docx", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("ada", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("ada.doc", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("ada.txt", PROSE, "text/plain"),
        ("ada", PROSE, "text/plain"),
        ("ada.cv", PROSE, "text/plain"),
        ("ada.md", PROSE, "text/markdown"),
        ("ada.markdown", PROSE, "text/markdown"),
        ("mz.txt", b"MZ Consulting\n" + PROSE, "text/plain"),
        ("pk.txt", b"PK Consulting\n" + PROSE, "text/plain"),
    ],
)
def test_a_document_is_read_as_what_it_is(name: str, data: bytes, media_type: str) -> None:
    document = read(data, name)
    assert document.media_type == media_type
    assert "governance council" in " ".join(document.text.split())


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("ada.pdf", b"MZ\x90\0\x03" + bytes(500), "a Windows program"),
        ("ada.pdf", b"\x7fELF\x02\x01" + bytes(500), "a program"),
        ("ada.pdf", b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG picture"),
        ("ada.pdf", b"\xff\xd8\xff\xe0" + bytes(100), "a JPEG picture"),
        ("ada.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG picture"),
        ("ada.pdf", PROSE, "plain text"),
        ("ada.pdf", b"<html><body>Python</body></html>", "HTML"),
        ("ada.pdf", b"x", "plain text"),
        ("ada.pdf", DOCX, "Word (DOCX)"),
        ("ada.pdf", zipped(a_txt=PROSE), "a zip archive"),
        ("ada.docx", zipped(a_txt=PROSE), "a zip archive"),
        ("ada.zip", zipped(a_txt=PROSE), "a zip archive"),
        ("ada.xlsx", zipped(**{"[Content_Types]_xml": b"", "xl/workbook_xml": b""}), "a zip archive"),
        ("ada.docx", PDF, "PDF"),
        ("ada.docx", PROSE, "plain text"),
        ("ada.docx", OLD_WORD, "an old Word, Excel or PowerPoint file"),
        ("ada.doc", OLD_WORD, "an old Word, Excel or PowerPoint file"),
        ("ada.txt", PDF, "PDF"),
        ("ada.md", DOCX, "Word (DOCX)"),
        ("ada.txt", b"{\\rtf1\\ansi Python}", "rich text (RTF)"),
        ("ada.docx", b"{\\rtf1\\ansi Python}", "rich text (RTF)"),
        ("ada.gz", b"\x1f\x8b\x08" + bytes(50), "a gzip archive"),
        ("ada.rar", b"Rar!\x1a\x07\0" + bytes(50), "a RAR archive"),
        ("ada.bin", b"\x01\x02\0\x03" + bytes(50), "in no format that can be read"),
    ],
)
def test_what_cannot_be_read_is_called_by_its_name(name: str, data: bytes, told: str) -> None:
    with pytest.raises(UnsupportedTypeError) as caught:
        read(data, name)
    assert told in str(caught.value)
    assert str(caught.value).startswith(f"{name}: ")


@pytest.mark.parametrize("name", ["ada.pdf", "ada.docx", "ada.txt", "ada"])
def test_an_empty_file_is_said_to_be_empty_whatever_its_name(name: str) -> None:
    with pytest.raises(DocumentEmptyError):
        read(b"", name)


@pytest.mark.parametrize(
    "make", [lambda n: b"x" * n, lambda n: PDF + bytes(n - len(PDF)), lambda n: DOCX + bytes(n - len(DOCX))]
)
def test_a_file_over_the_limit_is_refused_before_it_is_looked_at(make: Callable[[int], bytes]) -> None:
    with pytest.raises(TooLargeError):
        read(make(MOST_BYTES + 1), "ada.pdf")


def test_a_word_document_with_a_password_is_said_to_be_protected() -> None:
    with pytest.raises(DocumentEncryptedError):
        read(OLD_WORD + "EncryptedPackage".encode("utf-16-le") + bytes(400), "ada.docx")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a\nb.txt", "a\0b.txt", "\u202eftp.txt", "a" * 300 + ".txt", "", ".", "=1+1.txt"]
)
def test_a_name_is_a_label_and_stays_on_one_line(name: str) -> None:
    assert read(PROSE, name).text.startswith("Led")
    with pytest.raises(DocumentError) as caught:
        read(b"", name)
    assert str(caught.value).isprintable()


def test_every_reader_names_its_format_and_its_endings_once() -> None:
    suffixes = accepted_suffixes()
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix.islower() for suffix in suffixes)
    assert all(reader.title and reader.media_type for reader in READERS)
