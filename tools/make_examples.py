"""Makes every example resume of `examples/` from the sources in `tools/examples/`. For developers only.

All people, employers and addresses in them are invented. One source (TOML) per resume says in `made_by` which files
it becomes and which producer makes each, so that the examples have the different insides real resumes have.

Needs, besides Python 3.11:

    python-docx 1.2.0, reportlab 5.1.0, weasyprint 70.0, typst 0.15.2   (pip)
    libreoffice-writer-nogui, chromium, fontconfig, fonts-liberation    (Debian packages)

Run `python tools/make_examples.py` for all, `python tools/make_examples.py jonas-security` for one. Dates inside the
files are fixed: the same versions of the producers make the same bytes again.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import textwrap
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).parent / "examples"
EXAMPLES = Path(__file__).parents[1] / "examples"
MADE_AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""The date that every producer writes into its files."""
TEXT_WIDTH = 92
FONT = "Liberation Sans"


@dataclass(frozen=True)
class Entry:
    """A job: what, where, when, and what came of it."""

    title: str
    place: str
    dates: str
    points: tuple[str, ...]
    intro: str = ""


@dataclass(frozen=True)
class Section:
    """A heading with running text, jobs or a short list under it; `side` puts it into the side bar, if there is one."""

    heading: str
    text: str = ""
    entries: tuple[Entry, ...] = ()
    items: tuple[str, ...] = ()
    side: bool = False


@dataclass(frozen=True)
class Resume:
    """One invented person; `made_by` maps file endings to the names of `PRODUCERS`."""

    stem: str
    name: str
    headline: str
    contact: tuple[str, ...]
    language: str
    made_by: dict[str, str]
    sections: tuple[Section, ...]


Producer = Callable[[Resume], bytes]


def main(stems: list[str]) -> None:
    """Makes the examples with these stems, or all."""
    EXAMPLES.mkdir(exist_ok=True)
    for source in sorted(SOURCES.glob("*.toml")):
        if not stems or source.stem in stems:
            resume = resume_in(source)
            for ending, producer in resume.made_by.items():
                target = EXAMPLES / f"{resume.stem}.{ending}"
                target.write_bytes(PRODUCERS[producer](resume))
                print(f"{target.name}: {producer}, {target.stat().st_size:,} bytes")


def resume_in(source: Path) -> Resume:
    """Reads a source; a key that no resume has is an error."""
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    data["contact"] = tuple(data["contact"])
    data["sections"] = tuple(_section(section) for section in data["sections"])
    return Resume(stem=source.stem, **data)


def _section(data: dict[str, Any]) -> Section:
    entries = tuple(Entry(**{**entry, "points": tuple(entry["points"])}) for entry in data.pop("entries", ()))
    return Section(**{**data, "items": tuple(data.get("items", ())), "entries": entries})


# Text


def plain_text(resume: Resume) -> bytes:
    """Text as people paste it into a form: headings in capitals, dates at the end of the line, wrapped."""
    lines = [resume.name, resume.headline, " | ".join(resume.contact)]
    for section in resume.sections:
        lines += ["", section.heading.upper()]
        lines += _wrapped(section.text)
        for number, entry in enumerate(section.entries):
            lines += [""] * bool(number)
            lines += [_with_dates(entry), entry.place, *_wrapped(entry.intro)]
            lines += [line for point in entry.points for line in _wrapped(point, "- ")]
        lines += [line for item in section.items for line in _wrapped(item, "- ")]
    return "\n".join([*lines, ""]).encode()


def _with_dates(entry: Entry) -> str:
    return f"{entry.title}{entry.dates:>{max(TEXT_WIDTH - len(entry.title), len(entry.dates) + 2)}}"


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        text, TEXT_WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False
    )


def markdown(resume: Resume) -> bytes:
    """Markdown with one heading per section and per job."""
    lines = [f"# {resume.name}", "", f"**{resume.headline}**", "", " · ".join(resume.contact)]
    for section in resume.sections:
        lines += ["", f"## {section.heading}", *_paragraph(section.text)]
        for entry in section.entries:
            lines += ["", f"### {entry.title}", "", f"{entry.place} | *{entry.dates}*", *_paragraph(entry.intro)]
            lines += ["", *(f"- {point}" for point in entry.points)]
        lines += [""] * bool(section.items) + [f"- {item}" for item in section.items]
    return "\n".join([*lines, ""]).encode()


def _paragraph(text: str) -> list[str]:
    return ["", text] if text else []


# Word and LibreOffice


def word(resume: Resume) -> bytes:
    """A Word file with headings, bullets and dates at a right-aligned tab stop."""
    document = _new_document(resume, size=10)
    for section in resume.sections:
        document.add_heading(section.heading, level=1)
        _add_text(document, section.text)
        for entry in section.entries:
            _add_title(document, entry)
            _add_text(document, entry.place, bold=False, keep=True)
            _add_text(document, entry.intro, italic=True, keep=True)
            _add_bullets(document, entry.points)
        _add_bullets(document, section.items)
    return _saved(document)


def word_table(resume: Resume) -> bytes:
    """A Word file laid out with tables without lines: dates on the left, the work on the right."""
    document = _new_document(resume, size=10)
    for section in resume.sections:
        document.add_heading(section.heading, level=1)
        _add_text(document, section.text)
        if section.entries:
            _add_rows(document, section.entries)
        _add_bullets(document, section.items)
    return _saved(document)


def _add_rows(document: Any, entries: tuple[Entry, ...]) -> None:
    from docx.shared import Cm, Pt

    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    page, dated = document.sections[0], Cm(3.8)
    table.columns[0].width = dated
    table.columns[1].width = page.page_width - page.left_margin - page.right_margin - dated
    for entry in entries:
        dates, work = table.add_row().cells
        dates.paragraphs[0].add_run(entry.dates)
        dates.paragraphs[0].paragraph_format.space_before = work.paragraphs[0].paragraph_format.space_before = Pt(4)
        work.paragraphs[0].add_run(entry.title).bold = True
        _add_text(work, entry.place)
        _add_text(work, entry.intro, italic=True)
        _add_bullets(work, entry.points, document.styles["List Bullet"])


def _new_document(resume: Resume, size: float) -> Any:
    import docx
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = (Cm(21.59), Cm(27.94)) if resume.language == "en-US" else (Cm(21), Cm(29.7))
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.5)
    for style, points, color in (("Normal", size, "222222"), ("Title", 24, "1F3864"), ("Heading 1", 12.5, "1F3864")):
        font = document.styles[style].font
        _set_font(document.styles[style])
        font.size, font.color.rgb = Pt(points), RGBColor.from_string(color)
    for style, before, after in (("Normal", 0, 3), ("Title", 0, 2), ("Heading 1", 9, 2), ("List Bullet", 0, 1.5)):
        spacing = document.styles[style].paragraph_format
        spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(after), 1.03
    for closed_up in document.styles["List Bullet"].element.xpath("w:pPr/w:contextualSpacing"):
        closed_up.getparent().remove(closed_up)
    _set_properties(document, resume)
    document.add_paragraph(resume.name, style="Title")
    _add_text(document, resume.headline, bold=True)
    _add_text(document, "  |  ".join(resume.contact))
    return document


def _set_font(style: Any) -> None:
    """Names the font in all scripts: the headings of Word's template take theirs from a theme otherwise."""
    from docx.oxml.ns import qn

    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.keys() if name.endswith("Theme")]:  # noqa: SIM118  (an lxml element is no dict)
        del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)


def _set_properties(document: Any, resume: Resume) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = resume.name
    properties.title, properties.comments = f"{resume.name}, resume", ""
    properties.language, properties.revision = resume.language, 1
    properties.created = properties.modified = MADE_AT.replace(tzinfo=None)


def _add_text(place: Any, text: str, *, bold: bool = False, italic: bool = False, keep: bool = False) -> None:
    if text:
        paragraph = place.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        paragraph.paragraph_format.keep_with_next = keep


def _add_title(document: Any, entry: Entry) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm, Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(5), Pt(0)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(entry.title).bold = True
    paragraph.add_run(f"\t{entry.dates}")


def _add_bullets(place: Any, points: tuple[str, ...], style: Any = "List Bullet") -> None:
    for point in points:
        place.add_paragraph(point, style=style)


def _saved(document: Any) -> bytes:
    """The Word file with our date on every member of the archive."""
    with_clock, fixed = io.BytesIO(), io.BytesIO()
    document.save(with_clock)
    with zipfile.ZipFile(with_clock) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, MADE_AT.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def libreoffice(resume: Resume) -> bytes:
    """The Word file with tabs, saved as PDF by LibreOffice."""
    return _by_libreoffice(word(resume))


def libreoffice_table(resume: Resume) -> bytes:
    """The Word file with tables, saved as PDF by LibreOffice."""
    return _by_libreoffice(word_table(resume))


def _by_libreoffice(document: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "resume.docx").write_bytes(document)
        home = f"-env:UserInstallation={Path(folder, 'home').as_uri()}"
        _run("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder, f"{folder}/resume.docx")
        pdf = _with_fixed_dates(Path(folder, "resume.pdf").read_bytes())
    name = hashlib.md5(document, usedforsecurity=False).hexdigest().upper().encode()
    return re.sub(rb"(/ID \[ <|>\s*<|/DocChecksum /)[0-9A-F]{32}", lambda found: found[1] + name, pdf)


# Web pages, for Chromium and WeasyPrint


def chromium(resume: Resume) -> bytes:
    """Two columns, printed by Chromium without a window."""
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "resume.html"), Path(folder, "resume.pdf")
        page.write_text(_two_columns(resume), encoding="utf-8")
        switches = "headless no-sandbox disable-gpu disable-background-networking disable-component-update disable-sync"
        options = [f"--{switch}" for switch in (*switches.split(), "no-first-run", "no-pdf-header-footer")]
        _run("chromium", *options, f"--user-data-dir={folder}/home", f"--print-to-pdf={printed}", page.as_uri())
        return _with_fixed_dates(printed.read_bytes())


def weasyprint(resume: Resume) -> bytes:
    """One column, made by WeasyPrint."""
    from weasyprint import HTML

    head = f'<div class="head">{_head(resume)}{_list(resume.contact, "contact")}</div>'
    pdf = HTML(string=_page(resume, "one_column.css", head + "".join(map(_html_of, resume.sections)))).write_pdf()
    return bytes(pdf)


def _two_columns(resume: Resume) -> str:
    side = _head(resume) + "<h2>Contact</h2>" + _list(resume.contact, "contact")
    side += "".join(_html_of(section) for section in resume.sections if section.side)
    rest = "".join(_html_of(section) for section in resume.sections if not section.side)
    return _page(resume, "two_columns.css", f'<div class="side">{side}</div><div class="main">{rest}</div>')


def _page(resume: Resume, style: str, body: str) -> str:
    css = (SOURCES / style).read_text(encoding="utf-8")
    head = f'<meta charset="utf-8"><title>{html.escape(resume.name)}, resume</title><style>{css}</style>'
    return f'<!doctype html><html lang="{resume.language}"><head>{head}</head><body>{body}</body></html>'


def _head(resume: Resume) -> str:
    return f'<h1>{html.escape(resume.name)}</h1><p class="headline">{html.escape(resume.headline)}</p>'


def _html_of(section: Section) -> str:
    text = f"<p>{html.escape(section.text)}</p>" if section.text else ""
    entries = "".join(map(_html_entry, section.entries))
    return f"<section><h2>{html.escape(section.heading)}</h2>{text}{entries}{_list(section.items)}</section>"


def _html_entry(entry: Entry) -> str:
    title, place, dates = map(html.escape, (entry.title, entry.place, entry.dates))
    line = f'<div class="line"><span>{title}</span><span class="dates">{dates}</span></div>'
    intro = f'<p class="intro">{html.escape(entry.intro)}</p>' if entry.intro else ""
    return f'<div class="entry">{line}<p class="place">{place}</p>{intro}{_list(entry.points)}</div>'


def _list(items: tuple[str, ...], kind: str = "items") -> str:
    lines = "".join(f"<li>{html.escape(item)}</li>" for item in items)
    return f'<ul class="{kind}">{lines}</ul>' if items else ""


# Typst and reportlab


def typst(resume: Resume) -> bytes:
    """One column in a serif face, made by Typst with the fonts it brings along."""
    from typst import compile as compiled

    pdf = compiled(
        str(SOURCES / "serif.typ"), sys_inputs={"resume": json.dumps(asdict(resume))}, ignore_system_fonts=True
    )
    assert isinstance(pdf, bytes)
    return pdf


def reportlab(resume: Resume) -> bytes:
    """Dates in a column on the left, made by reportlab."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    pdf, about = io.BytesIO(), {"title": f"{resume.name}, resume", "author": resume.name, "subject": "", "creator": ""}
    margins = {"leftMargin": 48, "rightMargin": 48, "topMargin": 44, "bottomMargin": 40}
    document = SimpleDocTemplate(pdf, pagesize=A4, invariant=1, initialFontName=FONT, **about, **margins)
    document.build(list(_flow(resume)))
    return _with_fixed_dates(pdf.getvalue())


def _flow(resume: Resume) -> Iterator[Any]:
    styles = _reportlab_styles()
    yield _shown(resume.name, styles["name"])
    yield _shown(resume.headline, styles["headline"])
    yield _shown("   ·   ".join(resume.contact), styles["small"])
    for section in resume.sections:
        yield _shown(section.heading, styles["heading"])
        yield from (_shown(text, styles["body"]) for text in (section.text,) if text)
        yield from (_dated(entry, styles) for entry in section.entries)
        yield from (_shown(item, styles["bullet"], "•") for item in section.items)


def _dated(entry: Entry, styles: dict[str, Any]) -> Any:
    from reportlab.platypus import Table, TableStyle

    rows = [
        [
            _shown(entry.dates, styles["small"]),
            _shown(f"<b>{html.escape(entry.title)}</b>", styles["body"], markup=True),
        ],
        ["", _shown(entry.place, styles["place"])],
        *(["", _shown(point, styles["bullet"], "•")] for point in entry.points),
    ]
    pad = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    tidy = TableStyle([*pad, ("RIGHTPADDING", (0, 0), (-1, -1), 4), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return Table(rows, colWidths=[106, 393], style=tidy, spaceAfter=6, hAlign="LEFT")


def _shown(text: str, style: Any, bullet: str | None = None, *, markup: bool = False) -> Any:
    from reportlab.platypus import Paragraph

    return Paragraph(text if markup else html.escape(text), style, bulletText=bullet)


def _reportlab_styles() -> dict[str, Any]:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle

    _register_fonts()
    green, grey = HexColor("#2d6a4f"), HexColor("#555555")
    body = ParagraphStyle("body", fontName=FONT, fontSize=9.6, leading=13.2, spaceAfter=2)
    return {
        "body": body,
        "name": ParagraphStyle("name", body, fontName=f"{FONT} bold", fontSize=23, leading=28, textColor=green),
        "headline": ParagraphStyle("headline", body, fontSize=12, leading=16),
        "small": ParagraphStyle("small", body, fontSize=9, textColor=grey),
        "place": ParagraphStyle("place", body, textColor=green),
        "bullet": ParagraphStyle("bullet", body, leftIndent=10, bulletIndent=0, bulletFontName=FONT),
        "heading": ParagraphStyle(
            "heading",
            body,
            fontName=f"{FONT} bold",
            fontSize=11.5,
            leading=15,
            spaceBefore=9,
            spaceAfter=4,
            textColor=green,
        ),
    }


def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    for name, pattern in ((FONT, FONT), (f"{FONT} bold", f"{FONT}:bold")):
        file = _run("fc-match", "-f", "%{file}", pattern).decode()
        registerFont(TTFont(name, file))
    registerFontFamily(FONT, normal=FONT, bold=f"{FONT} bold", italic=FONT, boldItalic=f"{FONT} bold")


# Shared by the producers


def _run(*command: str) -> bytes:
    """Runs a program with a clock that stands still for those who ask the environment; its output."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(MADE_AT.timestamp())), "TZ": "UTC"}
    return subprocess.run(command, check=True, capture_output=True, env=environment, timeout=180).stdout


def _with_fixed_dates(pdf: bytes) -> bytes:
    """The PDF with our date in place of the clock's, same length, so that no offset in the file moves."""
    stamp = f"{MADE_AT:%Y%m%d%H%M%S}".encode()
    return re.sub(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}", lambda found: found[1] + stamp, pdf)


PRODUCERS: dict[str, Producer] = {
    "plain_text": plain_text,
    "markdown": markdown,
    "word": word,
    "word_table": word_table,
    "libreoffice": libreoffice,
    "libreoffice_table": libreoffice_table,
    "chromium": chromium,
    "weasyprint": weasyprint,
    "typst": typst,
    "reportlab": reportlab,
}

if __name__ == "__main__":
    main(sys.argv[1:])
