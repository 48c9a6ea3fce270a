"""Headings: which part of a resume a line opens, known ones by a table, strange ones by their looks."""

from __future__ import annotations

import re
from enum import StrEnum

from matcher.core.title_words import TITLE_WORDS
from matcher.core.tokens import CLAUSE, LINE, PARAGRAPH, SPACE, Tokens, tokenise
from matcher.core.trie import Trie


class Section(StrEnum):
    """A part of a resume."""

    CONTACT = "contact"
    HEADER = "header"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    EDUCATION = "education"
    CERTIFICATIONS = "certifications"
    SKILLS = "skills"
    WISHES = "wishes"
    INTERESTS = "interests"
    REFERENCES = "references"
    DUTIES = "duties"  # of a job that was held or, before what an advert asks for, of one that is offered
    ADVERT = "advert"
    BODY = "body"  # a document without headings


HEADINGS: dict[Section, str] = {
    Section.CONTACT: """
        contact; contact details; contact information; personal details; personal information; personal data;
        personalia; details; address; nationality; date of birth; declaration
    """,
    Section.SUMMARY: """
        summary; professional summary; executive summary; career summary; profile; professional profile;
        personal profile; about; about me; personal statement; profile summary; summary of qualifications;
        highlights; at a glance; career profile; overview; professional synopsis; profile synopsis; synopsis;
        career synopsis; qualifications summary; bio; biography; introduction; who i am; position summary; job
        summary; purpose; purpose of the role; job purpose; role summary; role purpose
    """,
    Section.EXPERIENCE: """
        experience; work experience; professional experience; employment; employment history; work history; career
        history; career; professional background; relevant experience; selected experience; leadership experience;
        job history; positions held; appointments; consulting experience; industry experience; career experience;
        professional history; practical experience; internships; internship; volunteering; volunteer experience;
        voluntary work; volunteer work; community work; community; community involvement; outreach; achievements;
        key achievements; accomplishments; selected achievements; career highlights; board roles; teaching
        experience; military service; work; what i have done; previous roles; current role; recent roles; freelance
        work; engagements; selected engagements; assignments; current position; previous positions; previous
        experience; earlier career; early career; other experience; additional experience; where i have worked;
        where i worked; where i have taught; posts held; previous posts; earlier posts; in post; jobs; previous
        jobs; before; previously; earlier; employment record; relevant work experience; clinical experience;
        selected roles; roles; other roles; teaching; service; professional service; academic service
    """,
    Section.DUTIES: """
        responsibilities; key responsibilities; key result areas; key deliverables; duties; key duties; main duties;
        duties and responsibilities; roles and responsibilities; major duties; accountabilities; key
        accountabilities; essential duties; typical duties; main responsibilities; main tasks; tasks; essential
        functions; essential duties and responsibilities
    """,
    Section.PROJECTS: """
        projects; key projects; selected projects; personal projects; academic projects; project experience;
        research; research experience; publications; selected publications; talks; speaking; publications and talks;
        talks and publications; conference talks; awards; honours; honors; awards and honours; awards and honors;
        portfolio; open source; thesis; dissertation; patents; case studies; projects and research; grants; grants
        and awards; research grants
    """,
    Section.EDUCATION: """
        education; academic background; academic qualifications; education and training; education and
        qualifications; qualifications; studies; degrees; academic history; academic record; higher education;
        education and certifications; university; education and credentials
    """,
    Section.CERTIFICATIONS: """
        certifications; certification; certificates; professional certifications; licenses; licences; licenses
        and certifications; accreditations; credentials; professional qualifications; training; courses;
        training and certifications; certifications and training; professional development; training and
        development; continuing education; professional training; courses and certifications; memberships;
        professional memberships; certifications and licenses; further training; certificates and courses;
        training received; training attended; trainings; courses attended; courses taken
    """,
    Section.SKILLS: """
        skills; key skills; top skills; digital skills; technical skills; core skills; professional skills; core
        competencies; competencies; key competencies; areas of expertise; expertise; skills and expertise; skill
        set; skillset; technologies; tools; tools and technologies; technical proficiencies; proficiencies;
        strengths; key strengths; specialties; specialities; capabilities; hard skills; soft skills; skills summary;
        it skills; computer skills; skills and tools; software; technical expertise; technical knowledge; technology
        stack; tech stack; skills and competencies; domain knowledge; knowledge; knowledge and skills; knowledge
        skills and abilities; areas of knowledge; methods; methods and tools; platforms; frameworks; keywords;
        languages; language skills; programming languages; other skills; additional skills; skills and knowledge;
        toolbox; management skills; security skills; data skills; leadership skills; research interests; areas of
        research; research areas
    """,
    Section.WISHES: """
        objective; career objective; objectives; career objectives; career goals; goals; currently learning;
        learning; currently studying; aspirations; what i am looking for; what i'm looking for; looking for; next
        role; learning goals; target role; learning at the moment; learning now; what i am learning; what i'm learning;
        currently studying; currently working towards; working towards; courses in progress; studies in progress;
        development goals; future plans
    """,
    Section.INTERESTS: """
        interests; hobbies; hobbies and interests; interests and hobbies; personal interests; activities; other
        interests; leisure; extracurricular
    """,
    Section.REFERENCES: """
        references; referees; reference; references and recommendations; recommendations; testimonials
    """,
    Section.ADVERT: """
        required skills; requirements; job requirements; minimum qualifications; preferred qualifications;
        required qualifications; essential criteria; desirable criteria; person specification; job description;
        about the role; the role; about you; about us; what we offer; what you will do; what you'll do; who you
        are; benefits; how to apply; qualifications required; we offer; your profile; your tasks; job advert;
        required experience; nice to have; must have; essential requirements; the position; about the job; about
        the company
    """,
}
_IN_LISTS = frozenset({Section.DUTIES, Section.ADVERT})
"""Headings that can be an item of a list, above a list in it: so adverts are pasted from word processors."""
LONGEST_HEADING = 6
_MOST_MARKS = 40
"""Characters that marks take at most; a line that begins further back holds words before."""
LONGEST_SECOND = 4
"""Words up to which "and …" can follow a known heading in its line."""
LONGEST_STRANGE = 10
"""Words up to which a line in capitals or marked as heading can be one that is in no table."""
_LONGEST_ACRONYM = 6
"""Letters of a word in capitals that is rather the name of a certificate or a tool: CISSP."""
_ENTRY = re.compile(r"\b(?:19|20)\d\d\b")
"""A year: an entry of a list of jobs or studies."""
_NOT_THERE = frozenset(["not", "never", "haven't", "hasn't", "yet", "without", "no", "don't"])
_NOUNS = frozenset(["profile", "summary", "overview", "experience", "history", "highlight"])
"""Canonical words that end headings and no job titles: EXECUTIVE PROFILE, MANAGEMENT EXPERIENCE."""
_TITLES = TITLE_WORDS | {"ltd", "inc", "gmbh", "plc", "llc"}
_STUDIES = frozenset(
    """
    university college school institute academy msc bsc mba phd certified certificate diploma degree bachelor master
    """.split()
)
"""Words of job titles, employers, degrees: a line with them is an entry, not a strange heading."""


def compile_headings() -> Trie[Section]:
    """The headings as word sequences."""
    trie: Trie[Section] = Trie()
    for section, headings in HEADINGS.items():
        for heading in headings.split(";"):
            words = tokenise(heading.strip()).words
            trie.insert(words, section)
            if "and" in words:
                trie.insert(["&" if word == "and" else word for word in words], section)
    return trie


def known_heading(tokens: Tokens, first: int, following: int, headings: Trie[Section]) -> tuple[int, Section] | None:
    """(index after the heading, its section) if the line from `first` is one or opens with one and a colon."""
    found = headings.longest(tokens.words, tokens.gaps, first, SPACE)
    if found is None:
        return None
    after, section = found
    if first in tokens.bullets:
        is_heading = section in _IN_LISTS or _is_numbered_heading(tokens, first, following)
        return found if after == following and is_heading else None
    if after == following or tokens.text[tokens.ends[after - 1] : tokens.ends[after - 1] + 2].strip().startswith(":"):
        return (after, section)
    if following - first <= LONGEST_HEADING and tokens.gaps[after] == CLAUSE and tokens.gaps[first] == PARAGRAPH:
        return (following, section)
    if _names_two(tokens, first, after, following):
        return (following, section)
    return None


def _is_numbered_heading(tokens: Tokens, first: int, following: int) -> bool:
    """True for "4. Certificates" set apart and with no item of a numbered list right under it."""
    if first == 0 or not tokens.raw[first - 1].isdigit() or tokens.gaps[first - 1] != PARAGRAPH:
        return False
    return following >= len(tokens) or following + 1 not in tokens.bullets or tokens.gaps[following] == PARAGRAPH


def _names_two(tokens: Tokens, first: int, after: int, following: int) -> bool:
    """True for "Education and certificates": a known heading, "and", and little more, set apart or over a list."""
    words = tokens.words[after:following]
    ends_open = tokens.text[tokens.ends[following - 1] : tokens.ends[following - 1] + 1] not in (".", ",", ";")
    is_short = words[0] in ("and", "&") and len(words) <= LONGEST_SECOND and ends_open
    is_apart = tokens.gaps[first] == PARAGRAPH or (tokens.gaps[first] >= LINE and following in tokens.bullets)
    return is_short and is_apart and _TITLES.isdisjoint(words)


def strange_heading(tokens: Tokens, first: int, following: int, headings: Trie[Section]) -> Section | None:
    """What a line opens that looks like a heading and is in no table.

    The part that a heading in it names; else a part of its own, or what the person says not to have done.
    """
    words = tokens.words[first:following]
    if len(words) > LONGEST_STRANGE or first in tokens.bullets:
        return None
    line = tokens.slice(first, following - 1)
    is_shouted = line.isupper() and (len(words) > 1 or len(line) > _LONGEST_ACRONYM)
    if not (_is_marked(tokens, first) or is_shouted) or _ENTRY.search(line):
        return None
    if not _TITLES.isdisjoint(words) and words[-1] not in _NOUNS:
        return None
    for i in range(first, following):
        found = headings.longest(tokens.words, tokens.gaps, i, SPACE)
        if found is not None:
            return found[1]
    if any(c.isdigit() or c in ",|@" for c in line) or not _STUDIES.isdisjoint(words):
        return None
    return Section.BODY if _NOT_THERE.isdisjoint(words) else Section.WISHES


def _is_marked(tokens: Tokens, first: int) -> bool:
    """True if the line opens with the marks of a heading: #, ==, --, **."""
    here = tokens.starts[first]
    near = max(0, here - _MOST_MARKS)
    start = tokens.text.rfind("\n", near, here) + 1
    if not start and near:
        return False
    marks = tokens.text[start:here].strip()
    if any(map(str.isalnum, marks)):
        return False
    return marks[:1] in ("#", "=") or marks[:2] in ("--", "**", "__")
