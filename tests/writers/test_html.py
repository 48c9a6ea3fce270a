"""The page: complete, true to the outcome, and safe whatever the document holds."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from matcher import Matcher
from matcher.core.model import (
    AreaScore,
    Band,
    Document,
    Engine,
    Evidence,
    EvidenceKind,
    GateScore,
    How,
    MatchReport,
    NotAssessable,
    ReadingWarning,
    RequirementScore,
    RoleScore,
    Skill,
    SkillMention,
    Span,
    Status,
    Tier,
)
from matcher.writers import html, templates, wording

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])
TEXT = "Ran the SIEM for two years.\nSplunk, Python.\n\nWants to learn Python.\n"
SKILLS = {
    "siem": Skill("siem", "Security", "SIEM", ("security information and event management",)),
    "splunk": Skill("splunk", "Security", "Splunk", implies={"siem": 0.9}),
    "python": Skill("python", "Data", "Python"),
    "zt": Skill("zt", "Security", "Zero trust", ("ZTNA", "a", "b", "c", "d", "e")),
}
ENGINE = Engine("1.2.3", "7", "f" * 64)


def mention(
    skill_id: str, surface: str, kind: EvidenceKind, text: str = TEXT, how: How = How.EXACT, nth: int = 1
) -> SkillMention:
    start = [m.start() for m in re.finditer(re.escape(surface), text)][nth - 1]
    line = Span(text.rfind("\n", 0, start) + 1, text.index("\n", start))
    return SkillMention(skill_id, Span(start, start + len(surface)), surface, line, kind, how)


def requirement(skill_id: str, status: Status, points: float = 0.0, *evidence: Evidence) -> RequirementScore:
    gain = 0.0 if status is Status.MET else 1.25
    return RequirementScore(skill_id, Tier.ESSENTIAL, status, 0.8 if points else 0.0, points, gain, evidence)


def report(text: str = TEXT, roles: int = 2, **document: Any) -> MatchReport:
    """SIEM is met, Splunk is claimed, Python is seen and not counted, zero trust is missing."""
    ran = mention("siem", "SIEM", EvidenceKind.USED, text)
    listed = mention("splunk", "Splunk", EvidenceKind.LISTED, text)
    wished = mention("python", "Python", EvidenceKind.WISHED, text, nth=2)
    areas = (
        AreaScore(
            "Tools",
            0.6,
            0.5,
            30.04,
            0.34,
            (
                requirement("siem", Status.MET, 30.04, Evidence(ran, 0.8, How.EXACT)),
                requirement("splunk", Status.CLAIMED, 0.34, Evidence(listed, 0.0, How.EXACT)),
                requirement("zt", Status.MISSING),
            ),
        ),
        AreaScore(
            "Code", 0.4, 0.0, 0.0, 0.0, (requirement("python", Status.MISSING, 0.0, Evidence(wished, 0.0, How.EXACT)),)
        ),
    )
    gates = (GateScore("Operations", 0.5999, ("siem", "splunk")),)
    best = RoleScore("r1", "Security Manager", Band.PARTIAL, areas, gates)
    scores = (best, *(replace(best, role_id=f"r{n}", title=f"Role {n}") for n in range(2, roles + 1)))
    read = Document("a.txt", text, "0" * 64, "text/plain", "text")
    return MatchReport(ENGINE, replace(read, **document), scores, (ran, listed, wished))


NOT_ASSESSABLE = NotAssessable(ENGINE, "scan.pdf", "a" * 64, "document_scanned", "no text was found.", "Run OCR on it.")


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    @property
    def words(self) -> str:
        """The text without the footnotes in it."""
        shown = (part for part in self.inside if isinstance(part, str) or part.tag != "a")
        return "".join(part if isinstance(part, str) else part.words for part in shown)

    def all(self, tag: str = "", css: str = "") -> Iterator[Element]:
        for part in self.inside:
            if isinstance(part, Element):
                if tag in ("", part.tag) and (not css or css in (part.attributes.get("class") or "").split()):
                    yield part
                yield from part.all(tag, css)


class Tree(HTMLParser):
    """Parses a page and fails where a tag is not closed, or closed out of turn."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {self.get_starttag_text()}"
        element = Element(tag, dict(attrs))
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> at {self.getpos()}"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parsed(page: str) -> Element:
    tree = Tree()
    tree.feed(page)
    tree.close()
    assert tree.open == [tree.root], f"never closed: {[e.tag for e in tree.open[1:]]}"
    return tree.root


def written(outcome: MatchReport | NotAssessable | None = None, with_evidence: bool = True) -> Element:
    return parsed(html.write(outcome or report(), SKILLS, with_evidence))


@pytest.fixture(scope="module")
def real(matcher: Matcher) -> tuple[MatchReport, dict[str, Skill]]:
    """A report that the matcher made, with likely mentions, implied skills and several pages."""
    text = (
        "Ada Example\nSUMMARY\nSecurity manager in banking.\n\nEXPERIENCE\n"
        "Head of Security Operations, Bank plc, 2019 - now\n"
        "- Led a SOC of 14 analysts; cut mean time to respond from 9 hours to 40 minutes with Splunk and CrowdStrike.\n"
        "- Built machine learning models for anomaly detection on logins, blocking 300 account takeovers.\n"
        "- No experience with Tableau.\n\fSKILLS\nPython, SQL, SIEM, encryption, incident respnse\n"
    )
    outcome = matcher.match_text(text)
    assert isinstance(outcome, MatchReport)
    return outcome, matcher.skills


@pytest.mark.parametrize("with_evidence", [True, False])
def test_every_tag_is_closed_every_id_is_one_of_a_kind_and_every_link_leads_somewhere(
    real: tuple[MatchReport, dict[str, Skill]], with_evidence: bool
) -> None:
    for outcome, skills in (real, (report(), SKILLS), (report(roles=1), SKILLS), (NOT_ASSESSABLE, SKILLS)):
        page = parsed(html.write(outcome, skills, with_evidence))
        ids = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
        assert len(ids) == len(set(ids))
        links = [e.attributes["href"] or "" for e in page.all() if "href" in e.attributes]
        assert links
        assert {link for link in links if link[0] != "#" or link[1:] not in ids} <= {"#-"}


def test_the_page_needs_no_other_file_and_no_script() -> None:
    page = written()
    assert not list(page.all("script"))
    assert not [e for e in page.all() if e.attributes.keys() & {"src", "style", "srcset", "action"}]
    assert not [e for e in page.all() for name in e.attributes if name.startswith("on")]
    assert "url(" not in next(page.all("style")).text
    assert "@import" not in next(page.all("style")).text


def test_the_policy_allows_this_style_sheet_and_nothing_else() -> None:
    page = written()
    digest = base64.b64encode(hashlib.sha256(next(page.all("style")).text.encode()).digest()).decode()
    (policy,) = (e.attributes["content"] for e in page.all("meta") if e.attributes.get("http-equiv"))
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_there_is_one_main_heading_and_no_level_is_skipped() -> None:
    for page in (written(), written(with_evidence=False), written(NOT_ASSESSABLE)):
        levels = [int(e.tag[1]) for e in page.all() if re.fullmatch("h[1-6]", e.tag)]
        assert levels.count(1) == 1
        assert all(deeper <= upper + 1 for upper, deeper in zip([0, *levels], levels, strict=False))


HOSTILE = (
    "Ran the SIEM </span></style></title><script>alert(1)</script><img src=x onerror=a> & \"'\nSplunk\nPython Python\n"
)


def test_markup_in_a_document_or_its_name_is_only_text() -> None:
    name = '"><script>alert(2)</script>.txt'
    warning = ReadingWarning("x", "<b>bold</b>", 1)
    hostile = report(HOSTILE, name=name, reader="<i>", media_type="<u>", warnings=(warning,))
    page = written(hostile)
    assert not list(page.all("script"))
    assert not list(page.all("img"))
    lines = [line.text for line in page.all("span", "tx")]
    assert lines[0].startswith("Ran the SIEM")
    assert lines[0].endswith("</span></style></title><script>alert(1)</script><img src=x onerror=a> & \"'")
    assert name in next(page.all("title")).text
    assert not [e for e in page.all("b") if e.text == "bold"]
    assert not list(written(replace(NOT_ASSESSABLE, name=name, detail="<script>", way_out="<img>")).all("script"))


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("\x1b", "␛"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\x85", "\ufffd"),
        ("\u202e", "⟨RLO⟩"),
        ("\u2066", "⟨LRI⟩"),
        ("\u200f", ""),
        ("\ud800", "\ufffd"),
        ("\ufffe", "\ufffd"),
        ("\u2028", "␤"),
        ("\uf0b7", "•"),
        ("\r", "␍"),
    ],
)
def test_characters_that_could_break_or_reorder_a_page_are_made_visible(sign: str, shown: str) -> None:
    page = html.write(report(f"Ran {sign}the SIEM.\nSplunk\nPython Python\n", name=f"a{sign}.txt"), SKILLS)
    assert sign not in page
    page.encode()
    assert f"Ran {shown}the " in page
    assert f"a{shown}.txt" in page


def test_without_evidence_nothing_of_the_text_is_on_the_page(real: tuple[MatchReport, dict[str, Skill]]) -> None:
    outcome, skills = real
    page = html.write(outcome, skills, with_evidence=False)
    assert "9 hours" in html.write(outcome, skills)
    shared = set(re.findall(r"\w+", page))
    for line in outcome.document.text.splitlines():
        assert not line.strip() or line not in page
    assert not {"analysts", "Tableau", "respnse", "logins"} & shared
    assert not list(parsed(page).all("q"))
    assert not list(parsed(page).all(css="ln"))


def test_the_same_outcome_gives_the_same_bytes(real: tuple[MatchReport, dict[str, Skill]]) -> None:
    templates.environment.cache_clear()
    first = html.write(*real)
    templates.environment.cache_clear()
    assert html.write(*real) == first
    assert html.write(replace(real[0], document=replace(real[0].document, name="b.txt")), real[1]) != first


def tenths(told: str) -> int:
    return 0 if told.startswith("<") else round(float(told.split(maxsplit=1)[0]) * 10)


def test_every_printed_column_adds_up_to_its_printed_total(real: tuple[MatchReport, dict[str, Skill]]) -> None:
    for outcome, skills in (real, (report(), SKILLS)):
        page = parsed(html.write(outcome, skills))
        for role, panel in zip(outcome.role_scores, page.all("section", "panel"), strict=True):
            rows = {kind: [next(row.all("td")).text for row in panel.all("tr", kind)] for kind in ("item", "part")}
            (total,) = (tenths(next(row.all("td")).text) for row in panel.all("tr", "total"))
            assert total == tenths(f"{role.value:.1f}")
            assert sum(map(tenths, rows["item"])) == total
            assert sum(map(tenths, rows["part"])) == total
            areas = list(panel.all("details", "area"))
            assert len(areas) == len(role.areas) == len(rows["item"])
            for told, area in zip(rows["item"], areas, strict=True):
                assert next(next(area.all("span", "a-p")).all("b")).text == told
                assert sum(tenths(points.text) for points in area.all("p", "rq-p")) == tenths(told)


@pytest.mark.parametrize(
    "values", [[0.05] * 7, [0.333] * 3, [33.34, 33.33, 33.33], [0.0, 0.04, 99.96], [0.0], [1e-9, 2.3]]
)
def test_a_column_is_rounded_up_or_down_and_adds_up(values: list[float]) -> None:
    total = wording.tenths(sum(values))
    column = wording.column(values, total)
    assert sum(column) == total
    assert all(abs(printed / 10 - value) < 0.1 for printed, value in zip(column, values, strict=True))


def test_every_mention_has_a_place_in_the_text_and_every_requirement_is_told(
    real: tuple[MatchReport, dict[str, Skill]],
) -> None:
    outcome, skills = real
    page = parsed(html.write(outcome, skills))
    spans = sorted({(m.span.start, -m.span.end) for m in outcome.mentions})
    places = [e for e in next(page.all("section", "reading")).all("mark") if "id" in e.attributes]
    assert [e.attributes["id"] for e in places] == [f"m{n}" for n in range(1, len(spans) + 1)]
    assert len(places) > 8
    for (start, end), place in zip(spans, places, strict=True):
        assert place.words
        assert outcome.document.text[start:-end].startswith(place.words)
    ids = {e.attributes.get("id") for e in page.all("li")}
    wanted = {
        f"r{n}-{r.skill_id}"
        for n, role in enumerate(outcome.role_scores, 1)
        for area in role.areas
        for r in area.requirements
    }
    assert wanted <= ids


def test_a_quote_and_its_place_lead_to_each_other() -> None:
    page = written()
    (cite,) = (e for e in next(page.all("section", "panel")).all("a", "cite") if e.attributes["href"] == "#m1")
    assert next(cite.all("mark")).text == "SIEM"
    assert "line 1" in cite.text
    assert "shown in work" in cite.text
    backs = [e.attributes["href"] for e in next(page.all("section", "reading")).all("a", "b1")]
    assert backs == ["#r1-siem", "#r1-splunk", "#r1-python"]


def with_first_area(*requirements: RequirementScore) -> MatchReport:
    whole = report(roles=1)
    (role,) = whole.role_scores
    return replace(whole, role_scores=(replace(role, areas=(replace(role.areas[0], requirements=requirements),)),))


def test_a_sentence_is_quoted_once_for_a_requirement_by_its_strongest_mention() -> None:
    ran, listed, wished = report().mentions
    strong, weak = Evidence(wished, 0.8, How.EXACT), Evidence(listed._replace(sentence=wished.sentence), 0.1, How.EXACT)
    twice = with_first_area(
        requirement("siem", Status.MET, 30.38, strong, weak, Evidence(ran, 0.0, How.EXACT)),
        requirement("splunk", Status.MISSING),
    )
    assert [cite.attributes["href"] for cite in written(twice).all("a", "cite")] == ["#m3", "#m1"]


def test_a_place_leads_back_to_the_skill_it_names_and_not_to_what_that_implies() -> None:
    _, named, _ = report().mentions
    own, through = Evidence(named, 0.8, How.EXACT), Evidence(named, 0.7, How.IMPLIED, via="splunk")
    for more, less in ((20.38, 10.0), (10.0, 20.38)):
        outcome = with_first_area(
            requirement("splunk", Status.MET, more, own), requirement("siem", Status.MET, less, through)
        )
        page = written(outcome)
        backs = [e.attributes["href"] for e in next(page.all("section", "reading")).all("a", "back")]
        assert backs == ["#r1-splunk"]
        assert "covered by Splunk" in next(page.all("details")).text


def test_what_was_seen_and_not_counted_is_said_with_its_place() -> None:
    (seen,) = next(written().all("section", "panel")).all("a", "seen")
    assert seen.attributes["href"] == "#m3"
    assert "not counted" in seen.text


def test_places_are_lit_by_how_they_count_and_for_the_roles_that_use_them() -> None:
    marks = [
        e.attributes["class"] for e in next(written().all("section", "reading")).all("mark") if "id" in e.attributes
    ]
    assert marks == ["k-shown u1 u2", "k-listed u1 u2", "k-not_counted u1 u2"]


@pytest.mark.parametrize("roles", [1, 2, 9])
def test_each_role_can_be_chosen_and_has_its_panel(roles: int) -> None:
    page = written(report(roles=roles))
    picks = [e.attributes for e in page.all("input")]
    assert [pick["id"] for pick in picks] == [f"pick-{n}" for n in range(1, roles + 1)]
    assert ["checked" in pick for pick in picks] == [True, *[False] * (roles - 1)]
    style = next(page.all("style")).text
    for n in range(1, roles + 1):
        assert f".answer:has(#pick-{n}:checked) #panel-{n}" in style
        assert f".answer:has(#pick-{n}:checked) .b{n}" in style
        assert f".answer:has(#pick-{n}:checked) .reading .u{n}" in style
    assert f"#pick-{roles + 1}:" not in style


def test_bars_are_as_long_as_the_points_they_stand_for() -> None:
    bar = next(next(written().all("fieldset")).all("svg", "bar"))
    assert [e.attributes["width"] for e in bar.all("rect")] == ["100%", "30.0%", "0.3%"]


def test_a_gate_just_below_what_strong_needs_is_not_rounded_up_to_it() -> None:
    gate = next(written().all("section", "gates"))
    assert next(gate.all("b", "ga-n")).text == "59 %"
    assert "Operations is below it" in gate.text


def test_missing_skills_are_told_with_what_would_count() -> None:
    first, second, third = next(written().all("ol", "gains")).all("li")
    assert [next(e.all("b")).text for e in (first, second, third)] == ["Python", "Splunk", "Zero trust"]
    assert "say where you did it" in second.text
    assert "ZTNA" in third.text


def test_warnings_are_told_and_absent_when_there_are_none() -> None:
    warned = report(warnings=(ReadingWarning("hidden_text", "Nine words were left out.", 2),))
    (checks,) = written(warned).all("aside", "checks")
    assert "Page 2. Nine words were left out." in checks.text
    assert not list(written().all("aside", "checks"))


@pytest.mark.parametrize(
    ("values", "headline", "sentence"),
    [
        ((Band.STRONG, 30.0), "Strong evidence for Security Manager", "points ahead of the next role"),
        ((Band.PARTIAL, 0.0), "Partial evidence for Security Manager", "tied with Role 2"),
        ((Band.WEAK, 30.0), "Weak evidence for every role, most for Security Manager", "ahead"),
    ],
)
def test_the_headline_tells_band_role_and_margin(values: tuple[Band, float], headline: str, sentence: str) -> None:
    band, lost = values
    best, other = report().role_scores
    tools = other.areas[0]
    worse = replace(other, areas=(replace(tools, evidenced=tools.evidenced - lost), other.areas[1]))
    page = written(replace(report(), role_scores=(replace(best, band=band), worse)))
    assert next(page.all("h1")).text == headline
    assert sentence in next(page.all("p", "sum-up")).text


def test_a_document_that_is_not_assessable_gets_what_why_and_the_way_out_and_no_score() -> None:
    page = written(NOT_ASSESSABLE)
    told = next(page.all("main")).text
    assert "scan.pdf" in told
    assert "No text was found." in told
    assert "Run OCR on it." in told
    assert "document_scanned" in told
    assert NOT_ASSESSABLE.sha256 in told
    assert not list(page.all("section", "panel"))
    assert "of 100" not in told


def test_the_receipt_tells_what_would_give_the_same_answer() -> None:
    receipt = next(written().all("section", "receipt")).text
    for told in ("0" * 64, "1.2.3", "7", "f" * 64):
        assert told in receipt
