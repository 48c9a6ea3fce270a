"""The programs that make PDF files of the sample, as far as this machine has them."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from benchmarks.reading import pages
from benchmarks.reading.painted import as_reportlab
from benchmarks.reading.sample import Layout

PATIENCE = 120
"""Seconds that a program may take; LibreOffice's first start takes ten."""
Make = Callable[[Layout], bytes]
_PACKAGES = frozenset(["docx", "pypdf", "reportlab", "typst", "weasyprint"])
"""What is needed as a package: some bring a program of the same name, which may be another Python's."""


def missing(needs: str) -> bool:
    """True if there is no Python package, or else no program, of this name."""
    return find_spec(needs) is None if needs in _PACKAGES else shutil.which(needs) is None


def _libreoffice(layout: Layout) -> bytes:
    profile = "-env:UserInstallation=file://{folder}/profile"
    options = (profile, "--headless", "--convert-to", "pdf", "--outdir", "{folder}", "{source}")
    return _run(("soffice", *options), "page.docx", pages.as_docx(layout))


def _chromium(layout: Layout) -> bytes:
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf={result}")
    return _run(("chromium", "--user-data-dir={folder}/profile", *options, "{source}"), "page.html", _html(layout))


def _wkhtmltopdf(layout: Layout) -> bytes:
    return _run(
        ("wkhtmltopdf", "-q", "-s", "A4", "--print-media-type", "{source}", "{result}"), "page.html", _html(layout)
    )


def _ghostscript(layout: Layout) -> bytes:
    options = ("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile={result}", "{source}")
    return _run(("gs", *options), "source.pdf", _weasyprint(layout))


def _weasyprint(layout: Layout) -> bytes:
    from weasyprint import HTML

    return bytes(HTML(string=pages.as_html(layout)).write_pdf())


def _typst(layout: Layout) -> bytes:
    import typst

    return bytes(typst.compile(pages.as_typst(layout).encode()))


def _pypdf(layout: Layout) -> bytes:
    """Typst's page on letter paper of pypdf's own, behind a cover page of reportlab."""
    from pypdf import PdfReader, PdfWriter
    from reportlab.pdfgen.canvas import Canvas

    cover = io.BytesIO()
    canvas = Canvas(cover, invariant=1)
    canvas.drawString(72, 720, "Application of the twelfth of March")
    canvas.save()
    writer = PdfWriter()
    for part in (cover, io.BytesIO(_typst(layout))):
        writer.append(PdfReader(part))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _html(layout: Layout) -> bytes:
    return pages.as_html(layout).encode()


def _run(command: tuple[str, ...], source: str, content: bytes) -> bytes:
    """What a program makes of a file. Raises `OSError` and `subprocess.SubprocessError`."""
    with tempfile.TemporaryDirectory() as folder:
        places = {"folder": folder, "source": f"{folder}/{source}", "result": f"{folder}/page.pdf"}
        Path(places["source"]).write_bytes(content)
        words = [word.format_map(places) for word in command]
        quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": folder, "SOURCE_DATE_EPOCH": "1795510800"}
        subprocess.run(words, check=True, timeout=PATIENCE, env=quiet, cwd=folder, capture_output=True)
        return Path(places["result"]).read_bytes()


PRODUCERS: Mapping[str, tuple[Make, tuple[str, ...]]] = {
    "libreoffice": (_libreoffice, ("soffice", "docx")),
    "chromium": (_chromium, ("chromium",)),
    "typst": (_typst, ("typst",)),
    "weasyprint": (_weasyprint, ("weasyprint",)),
    "reportlab": (as_reportlab, ("reportlab",)),
    "wkhtmltopdf": (_wkhtmltopdf, ("wkhtmltopdf",)),
    "ghostscript": (_ghostscript, ("gs", "weasyprint")),
    "pypdf": (_pypdf, ("pypdf", "typst")),
}
"""Name -> what makes a page, and the programs and packages that takes."""
