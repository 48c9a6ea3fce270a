"""Headings of job descriptions: what the lines under them are about, as visible tables."""

from __future__ import annotations

from typing import NamedTuple

from matcher.core.model import Tier
from matcher.core.model.job_descriptions import Part
from matcher.core.tokens import tokenise
from matcher.core.trie import Trie


class Heading(NamedTuple):
    """What a heading opens. `tier`: how much what stands under it is wanted, if the heading says so."""

    part: Part
    tier: Tier | None = None


ESSENTIAL = Heading(Part.WANTED, Tier.ESSENTIAL)
IMPORTANT = Heading(Part.WANTED, Tier.IMPORTANT)
OPTIONAL = Heading(Part.WANTED, Tier.OPTIONAL)

HEADINGS: dict[Heading, str] = {
    ESSENTIAL: """
        essential; essentials; essential criteria; essential requirements; essential skills; essential
        experience; essential skills and experience; essential qualifications; must have; must haves; must have
        skills; mandatory; mandatory skills; mandatory requirements; required; required skills; required
        qualifications; required experience; required knowledge; required skills and experience; requirements;
        minimum requirements; minimum qualifications; basic qualifications; job requirements; key requirements;
        what you need; what you'll need; what you will need; you must have; you will need; you'll need; you
        need; qualifications required; selection criteria; key selection criteria; non negotiables; specialized
        experience; specialised experience; experience; work experience; years of experience; minimum
        experience; licences; licenses; what we need; what we need from you; what do we need
        from you; what do we need; what do you need; education; education required; educational qualification; education
        requirements; academic qualifications; academic requirements; quality ranking factors; primary skills; person
        specification; your profile; candidate profile; skills and experience; skills and qualifications;
        qualifications; qualifications and experience; knowledge and skills; knowledge skills and abilities; experience
        and skills
    """,
    IMPORTANT: """
        profile; about you; who you are; you bring; what you bring; what you'll bring; what you will bring; you
        have; you are; the person; the candidate; ideal candidate; the ideal candidate; skills; key skills;
        competencies; key competencies; core competencies; technical skills; technical competencies; soft
        skills; behavioural competencies; behaviours; knowledge; ksas; ksa; who we are looking for; what we are
        looking for; what we're looking for; who we're looking for; we are looking for; we expect; what we
        expect; our expectations; languages; language skills; capabilities; capabilities for the role; criteria;
        skill set; tech stack; tools; technologies; desired candidate profile; success profile; you offer; what
        you offer; your skills; your qualifications; your background; your experience; training and
        certification; certifications; attributes; capability requirements; evaluation factors; abilities;
        professional registration; work requirements; this is what you bring; you'll thrive here if; you will
        thrive here if; you might be a fit if; you may be a good fit if; you could be right for this role if;
        who you'll be; what makes you a great fit; what do we expect; what do we ask; what do you bring; what
        will you bring; who are you; what makes you tick; what you bring to the table; to be successful; to
        succeed; you bring with you; stack; our stack; you might be our person if; profile sought; we look for;
        you'd be a great fit if; this is you; is this you; could this be you; would i fit; do i fit; am i a fit;
        who fits; personal qualities; qualities; personal attributes; personal skills
    """,
    OPTIONAL: """
        desirable; desirables; desirable criteria; desirable skills; desirable experience; desirable requirements;
        preferred; preferred qualifications; preferred skills; preferred experience; nice to have; nice to haves; good
        to have; good to have skills; bonus; bonus points; bonus skills; a plus; pluses; plus points; would be a plus;
        advantageous; advantages; ideally; added advantage; secondary skills; optional; optional skills; desired
        skills; desired qualifications; desired; it would be great if; it's a plus if; brownie points; plusses; even
        better; extra points; what would set you apart; what sets you apart; assets; asset qualifications; additional
        skills
    """,
    Heading(Part.DUTIES): """
        responsibilities; key responsibilities; main responsibilities; your responsibilities; roles and
        responsibilities; role and responsibilities; duties; key duties; main duties; duties and
        responsibilities; major duties; essential duties; essential functions; tasks; your tasks; main tasks;
        key tasks; accountabilities; key accountabilities; key job accountabilities; in this role you will also;
        you will also; your area of responsibility; key job responsibilities; primary purpose of job; you'd
        spend your days; what you'll do; what you will do; what you'll be doing; what you will be doing; you
        will; you'll; your role; in this role; in this role you will; your mission; your work; day to day; a
        typical day; job duties; job responsibilities; key deliverables; deliverables; what the job involves;
        the work; what you do; scope of work; key result areas; principal duties; principal accountabilities;
        areas of responsibility; your impact; how you'll make an impact; the job; you do; primary duties;
        clinical duties; other duties; main purpose; key activities; main activities; key outcomes; what this
        role involves; about the work; main duties of the job; main duties of the post; main duties and
        responsibilities; detailed job description and main responsibilities; what you'll own; what you will
        own; what are you going to do; what will you do; what will you be doing; what you'd be doing; what you'd
        do; role responsibilities; position responsibilities; key duties and responsibilities; your day-to-day;
        scope; success in year one looks like; what success looks like; success looks like; in your first year;
        your first 90 days; in your first 90 days; in your first six months; a day in the life; the day job; job
        content; what you will be working on; what you'll be working on; what you will work on; what will you
        work on; what's the job about; work content; your activities; scope of the role; the run; functions;
        main functions; key functions; your functions; your field of tasks; field of tasks; the assignment
    """,
    Heading(Part.ROLE): """
        the role; about the role; role summary; role purpose; purpose of the role; job purpose; job summary;
        summary; position summary; the position; about the position; the post; about the post; the opportunity;
        overview; role overview; job overview; job description; about the job; purpose; position overview; key
        relationships; key challenges; job title; role title; position; role; title; vacancy; job advert; why
        this role exists; introduction; why this role; reporting line; reports to; capability group; the
        challenge; role description; what the role is; what's the job; what is the job; what is this job; so why
        this job; why this job; why the job; why this post
    """,
    Heading(Part.COMPANY): """
        about us; who we are; about the company; our company; company; about the organisation; about the team;
        the team; your team; our team; the department; about the department; about the branch; our school; our
        story; our mission; our values; values; our culture; our client; the client; the employer; about the
        employer; company overview; company description; the organisation; background; why us; why join us; the
        business; our hospital; about the trust; about our client; the company; what we do; meet the team;
        organization; our people; working for our organisation; we are; life with us; about our organisation;
        who are you people; the agency; the institution; the university; the hospital; the authority; the
        centre; the center; the institute; the school; the service; the bank; the charity; the studio; the
        practice
    """,
    Heading(Part.BENEFITS): """
        benefits; our benefits; what we offer; we offer; our offer; the offer; what we can offer you; perks;
        perks and benefits; you receive; you get; what you get; what you'll get; what you will get; what's in it
        for you; rewards; compensation and benefits; pay and benefits; salary and benefits; the package;
        package; why you'll love it; what you can expect; in return; we provide; the benefits; why work for us;
        why work with us; terms; what we give you; this is what we offer; total rewards; our total rewards; the
        good stuff; the deal; you can expect; what you'll enjoy; our promise; what we bring to the table; what
        do you get from us; what do you get; what do we offer; what do we offer you; what can we offer you; what
        can you expect; what's in it; we can offer you; we can offer; benefits and perks; our benefits package;
        what you'll love; what do i get; what would i get; what will i get; what's in it for me; we give; we
        give you; what we give; annual leave; leave and pension
    """,
    Heading(Part.EQUAL): """
        equal opportunity; equal opportunities; diversity; diversity and inclusion; inclusion; equality; equality and
        diversity; our commitment to inclusion; our commitment; eeo; eeo statement; equal employment opportunity;
        equal opportunity employer; accessibility; inclusion and diversity; safeguarding and equality; reasonable
        accommodation; diversity equity and inclusion; reasonable adjustments; equal opportunity statement
    """,
    Heading(Part.LEGAL): """
        privacy; privacy notice; privacy collection notice; data protection; data protection notice; legal;
        disclaimer; general information for applicants; general information; conditions; conditions and pre
        employment checks; pre employment checks; background checks; safeguarding; security; notice to agencies;
        agencies; special notice; things you need to know; no fee; employment conditions; conditions of service;
        the small print; small print; the fine print; clearance required; recruiters; note; note to recruiters;
        important; important information; please note; security vetting; other information; vetting; additional
        information; conditions of employment; fine print; health and character; health; character; protection
        of personal data; personal data; declaration of interests; independence; appeal; appeals; right of
        appeal; complaints; print
    """,
    Heading(Part.APPLY): """
        assessment; how to apply; apply; applications; application; to apply; applying; application process; the
        process; our process; selection process; recruitment process; hiring process; interested; next steps;
        contact; questions; enquiries; closing date; deadline; interviews; interview date; what happens next;
        required documents; how you will be evaluated; interview process; contact us; how we hire; hiring
        journey; selection process details; procedure; mode of application; how will we select; how we select;
        method of application; our hiring process; the hiring process; ready to apply; enthusiastic; sounds
        good; sound like you; sounds like you; how do you hire; how do you recruit; how do you choose; how will
        you choose; selection procedure; selection; process; recruitment procedure; reserve list; the interview
    """,
    Heading(Part.NOT_NEEDED): """
        not for you if; this is not for you if; not so important; this role is not for you if; what you don't
        need; what you do not need; you don't need; you do not need; you won't need; not required; what we don't
        need; please don't apply if; anything you don't care about; what don't you care about; what we don't
        care about; what you don't care about; what we do not need; you can skip this
    """,
    Heading(Part.PAY): """
        salary; pay; compensation; ctc; remuneration; wage; location; hours; working hours; contract; contract
        type; employment type; job type; shift; shifts; shift pattern; start date; duration; notice period;
        department; classification; grade; band; level; branch; tenure; vacancy number; reference; job
        reference; reports to; work schedule; working pattern; place of work; salary range; pay rate; pay scale;
        pay grade; travel; budget; place; rota; physical requirements; physical demands; working conditions;
        work environment; working environment; the details; job details; key facts; at a glance; posted; agency;
        series; who may apply; work mode; duty station; job family; travel required; entry; award
    """,
}
WORDS: tuple[tuple[Heading, str], ...] = (
    (
        Heading(Part.BENEFITS),
        "why offer offering benefit perk reward package return stuff stay pension holiday allowance insurance",
    ),
    (Heading(Part.APPLY), "apply application interview enquiry contact"),
    (Heading(Part.EQUAL), "equal equality diversity inclusion inclusive accommodation"),
    (
        Heading(Part.LEGAL),
        "privacy legal notice disclaimer safeguarding vetting check print lawyer declaration clearance",
    ),
    (Heading(Part.COMPANY), "where"),
    (OPTIONAL, "desirable preferred nice bonus plus advantageous optional ideally extra extras smile delight"),
    (ESSENTIAL, "essential mandatory must required requirement minimum need necessary budge compromise without"),
    (
        Heading(Part.DUTIES),
        """
        duty responsibility responsibilities task accountability deliverable doing do work day week fortnight involve
        assignment include plate gig contribution contribute success
        """,
    ),
    (
        IMPORTANT,
        """
        criterion skill qualification experience knowledge competency bring profile you candidate person tool looking
        seeking
        """,
    ),
    (Heading(Part.COMPANY), "about our us we company team why culture value"),
    (Heading(Part.PAY), "salary pay hours location contract"),
    (Heading(Part.ROLE), "role position post job opportunity"),
)
"""What a heading is about that is in no table, by its words: the first row with one of them counts."""


def compile_headings() -> Trie[Heading]:
    """The headings as word sequences; where two tables hold the same words, the earlier one counts."""
    trie: Trie[Heading] = Trie()
    for heading, phrases in HEADINGS.items():
        for phrase in phrases.split(";"):
            words = tokenise(phrase.strip()).words
            trie.insert(words, heading)
            if "and" in words:
                trie.insert(["&" if word == "and" else word for word in words], heading)
    return trie


_WORDS = tuple((heading, frozenset(tokenise(words).words)) for heading, words in WORDS)


def by_words(words: list[str]) -> Heading | None:
    """What a strange heading is about, by its words; None if they do not tell."""
    return next((heading for heading, telling in _WORDS if not telling.isdisjoint(words)), None)
