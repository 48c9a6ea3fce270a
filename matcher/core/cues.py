"""Words around a mention that change what it is worth, as visible tables."""

from __future__ import annotations

from enum import StrEnum

from matcher.core.tokens import tokenise
from matcher.core.trie import Trie


class Cue(StrEnum):
    """What a cue says about the mentions in its reach."""

    NEGATION = "negation"  # before the mention, to the end of the clause
    NONE = "none"  # after the mention
    NEUTRAL = "neutral"  # looks like another cue and is not one
    MENDED = "mended"  # after the mention: the negation before it tells the state before this person's work
    WISH = "wish"  # before the mention, to the end of the clause
    CLAIM = "claim"  # says that a skill is there, shows no work
    OTHERS = "others"  # what follows belongs to somebody else, if people are named after it
    PEOPLE = "people"
    BY_OTHERS = "by_others"  # after the mention: somebody else did it
    SERVED = "served"  # what follows is what others do: one wrote their minutes, sold it, filled their vacancies
    OUTSIDER = "outsider"  # who did it, where the sentence starts with somebody else
    LEAD = "lead"  # verbs of leading or delivering
    RESULT = "result"  # verbs of a result
    WORK = "work"  # other verbs of work
    CERTIFIED = "certified"
    IN_PROGRESS = "in_progress"
    EXPIRED = "expired"
    ADVERT = "advert"
    CONSENT = "consent"
    CONTRAST = "contrast"  # ends the reach of negation and wish


CUES: dict[Cue, str] = {
    Cue.NEGATION: """
        no; not; never; without; lack; lacks; lacked; lacking; yet to; limited to no; little or no; non; cannot;
        can't; don't; didn't; haven't; hasn't; hadn't; isn't; wasn't; weren't; couldn't; neither; nor; unfamiliar
        with; no prior; no experience; not yet; haven't yet; hasn't yet; have not yet; has not yet; did not yet;
        never yet; apart from; aside from; nothing to report on; exempt from; far from; turned down; declined the
        offer; declined to; heard of; only read about; nothing on; hardly any; barely any; excluding; except;
        rather than; instead of; outside of my; none of; did not; have not; has not; do not; am not; was not
    """,
    Cue.NONE: """
        none; no experience; n/a; not applicable; not yet; not used; no exposure; nil; not started; no
        knowledge; not read; not held; not done; not mine; not owned; not covered; not my; never done; never
        used; never tried; never touched; never landed; never came; never completed; outside my remit; outside
        my scope; outside of my; outside my; beyond my; is absent; are absent; is unknown; are unknown; unknown
        to me; is new to me; are new to me; blank page; was cancelled; were cancelled; was canceled; was
        scrapped; not by us; not by me; not us; not me; not part of; only in theory; only on slides; only from
        books; only seen; only heard; only read; still to come; yet to come; on my list; i have only; i only
        know; i know only; is missing; are missing; to be learned; not required of me; nothing yet; no hands on;
        is not part of; are not part of; was not part of; were not part of; wasn't part of; weren't part of; is
        not my; are not my; was not my; were not my; is not mine; was not mine; were not mine; nothing applied;
        not applied; never led; did not lead; decided against; no hands on experience
    """,
    Cue.MENDED: """
        when i arrived; when i joined; when i came; when i started; when we started; before i arrived; before i
        joined; before i came; before me; before we; until i; until we; so i; so we; i built; we built; there is
        one now; there is now; would still; would have; would be
    """,
    Cue.NEUTRAL: """
        not only; not just; not merely; no 1; no 2; no one; non profit; non profits; non governmental; non
        executive; without supervision; without downtime; no downtime; no fewer than; no less than; not least;
        nor'easter; non technical; without exception; without interruption; without incident; no later than;
        nonprofit; without loss; no findings; without a single; zero trust; no major; no critical; without
        disruption; no code; non conformities; non conformity; non compliance; no escalations; without findings;
        not to mention; desire to; machine learning; deep learning; no outages; supervised learning;
        reinforcement learning; federated learning; blended learning; learning and development; non financial;
        needs of; future of work; goal setting; pilot project; never missed; never lost; never failed; never
        late; never breached; never lapsed; no nonconformities; no nonconformity; no non conformities; don't
        just; doesn't just; didn't just; did not just; did not only; do not only; does not only; hardly a week;
        hardly a day; hardly a month; not a week; not a day; not a single; no repeat; no incidents; no losses;
        no complaints; no deviation; without deviation; no comments; without comments; no breaches; no data
        loss; no exceptions; no gaps; sold the; sold our; selling the; without help; without support from;
        without external; no less; nothing but; no regression; no regressions; no fines; no fine; no penalties;
        no one else; nobody else; no budget overrun; no delays; without delay; without being asked; without
        consultants; without interrupting; without stopping; without losing; without any loss
    """,
    Cue.WISH: """
        seeking to; hope to; hoping to; would like to; would love to; want to; wants to; wanting to; wish to;
        keen to; keen on; eager to; interested in; interest in; aspire to; aspiring; aspires; aiming to; aim to;
        looking to; looking for; looking forward to; plan to; planning to; plans to; intend to; currently
        learning; am learning; learning about; started learning; beginning to learn; new to; studying; curious
        about; passionate about learning; ambition to; goal is to; goals; working towards; currently exploring;
        exploring; teaching myself; self studying; reading about; seeking a role; seeking a position; seeking
        roles; seeking opportunities; seeking an opportunity; desire to work; future; my ambition; ambition is;
        fascinated by; had hoped to; had hoped; dreaming of; dream of; dream is; i want; to acquire; to obtain;
        to master; to understand; to be able; to become; to get into; to gain; to gain experience; would like;
        wish i; see myself; currently learning; following videos; following courses; watching; webinar;
        webinars; attended a talk; reading a book; on my wish list; would enjoy; very much like to; as a next;
        as my next; willing to learn; ready to learn; to learn; would welcome; hope one day; one day; next step;
        move into; transition into; transitioning into; growing into; enrolled in; applied for; open to
    """,
    Cue.CLAIM: """
        knowledge of; familiar with; familiarity with; expertise in; expert in; experience in; experienced in;
        experience with; experience of; proficient in; proficiency in; skilled in; skills in; understanding of;
        awareness of; exposure to; background in; versed in; well versed in; strong in; ability to; able to;
        competent in; specialise in; specialising in; specialist in; strengths include; strengths in; passionate
        about; capable of; comfortable with; conversant with; grounding in; command of; key skills; core skills;
        skills include; competencies include; technologies include; hands on experience with; track record in
    """,
    Cue.OTHERS: """
        worked with; together with; jointly with; work with; working with; alongside; liaised with; liaise with;
        liaising with; supported; supporting; assisted; assisting; helped; interacted with; reported to; reporting
        to; reports to; under; answered to; sat next to; sat with; coordinated with; passed to; handed over to;
        escalated to; referred to; accompanied; shadowed; observed; took part in; sold to; booked for; on behalf
        of; served; recruited for; translated for; drove; scheduled for
    """,
    Cue.SERVED: """
        assistant to; secretary to; pa to; calendar of; calendars of; diary of; diaries of; travel of; travel
        for; took minutes; took the minutes; minutes of; prepared slides; formatted slides; invoices of;
        invoices for; purchase orders for; offsite for; booked; catered; coffee for; lunch for; visas for;
        typed; photographed; filmed; proofread; interpreted at; subtitled; transcribed; sold; selling; resold;
        tenders on; tenders for; positions for; vacancies for; job adverts for; job ads for; candidates for;
        headhunted; speakers on; keynote speakers; visitors and; exhibitors; tickets for; venue for; venues for;
        column on; podcast on; stories on; explainer series on; journalists on
    """,
    Cue.PEOPLE: """
        team; teams; department; departments; colleagues; analysts; analyst; engineers; engineer; specialists;
        specialist; officer; officers; lawyers; consultants; consultant; manager; managers; lead; leads; unit;
        group; function; office; staff; people; experts; professionals; scientists; vendor; vendors; desk;
        director; directors; head; trainers; auditors; conference; summit; ceo; cfo; coo; cio; cto; ciso; cdo; dpo
    """,
    Cue.OUTSIDER: """
        external agency; an agency; parent company; the vendor; vendor; a vendor; my manager; my boss; my
        director; head office; provider; the contractor; contractor; contractors; my colleague; my colleagues;
        consulting firm; the supplier; supplier; headquarters; my predecessor; another team; other team; other
        teams; a different team; another department; external firm; external auditors
    """,
    Cue.BY_OTHERS: """
        led by; run by; managed by; owned by; done by; carried out by; handled by; outsourced to; delivered by;
        implemented by; built by; provided by; performed by; conducted by; written by; taught by; overseen by;
        left to; belongs to; belonged to; headed by; directed by; handled elsewhere; sat with; sits with; lay
        with; lies with; looked after by; in the hands of; taken care of by; was with; is with
    """,
    Cue.LEAD: """
        led; lead; leading; leads; headed; directed; owned; chaired; built; founded; established; launched;
        created; designed; developed; delivered; implemented; introduced; rolled out; set up; stood up; drove;
        spearheaded; oversaw; ran; managed; deployed; architected; initiated; formulated; pioneered; instituted;
        took; brought; authored; wrote; defined; drafted; orchestrated; championed; transformed; negotiated;
        secured; scaled; shaped; sponsored; steered; conducted; trained; taught; coached; mentored; automated;
        migrated; modernised; hired; produced; facilitated; co led; designing; developing; leading; managing;
        building; implementing
    """,
    Cue.RESULT: """
        reduced; reducing; cut; cutting; increased; increasing; raised; raising; lifted; saved; saving; improved;
        improving; achieved; achieving; passed; won; halved; doubled; tripled; eliminated; eliminating; lowered;
        lowering; shortened; grew; growing; accelerated; resulting; generated; generating; earned; gained;
        exceeded; avoided; prevented; blocked; detected; contained; recovered; closed; resolved; certified;
        adopted; approved; leading to; thereby; which led to; enabling; so that; dropped; fell; rose; removed;
        attained; met; unlocked; returned; yielding; boosted; slashed; trimmed; freed
    """,
    Cue.WORK: """
        used; using; performed; maintained; configured; monitored; analysed; investigated; tested; reviewed;
        audited; assessed; evaluated; advised; supported; prepared; mapped; documented; integrated; operated;
        administered; coordinated; researched; modelled; planned; organised; presented; tuned; triaged; responded;
        applied; worked; provided; handled; ensured; contributed; collaborated; partnered; measured; tracked;
        reported; validated; hardened; monitoring; analysing; responsible for; ensure; ensures; develops; manages;
        designs; implements; conducts; oversees; leads; provides; coordinates; plans; directs; advises; evaluates;
        establishes; develop; manage; design; implement; conduct; oversee; provide; coordinate; plan; direct;
        advise; evaluate; establish; maintain; maintains; monitors; monitor; prepares; prepare; reviews; review;
        supports; drives; builds; delivers; creates; facilitates
    """,
    Cue.CERTIFIED: """
        certified; certification; certificate; accredited; accreditation; diploma; qualified; chartered;
        certificates; certifications; grad cert; cert iii; cert iv; postgraduate certificate; degree; msc; bsc;
        mba; phd; bachelor; master of; master's; licensed
    """,
    Cue.IN_PROGRESS: """
        in progress; expected; ongoing; candidate; studying for; pursuing; preparing for; working towards;
        currently studying; to be completed; enrolled; exam booked; scheduled; part time study; in training for;
        underway; due; studying; in preparation; not booked; examination in; exam in; booked for; graduation;
        assessment outstanding; ongoing; currently taking; resit
    """,
    Cue.EXPIRED: """
        expired; lapsed; retired certification; no longer valid; formerly certified; not renewed
    """,
    Cue.ADVERT: """
        you will; you'll; you have; you are; your role; we offer; we are looking for; we're looking for;
        successful candidate; ideal candidate; the candidate will; candidates must; candidates should; must have;
        essential criteria; desirable criteria; nice to have; we are seeking; we seek; equal opportunity employer;
        apply now; apply today; competitive salary; salary range; join our; join us; about the role; what you'll
        do; who you are; what we offer; required qualifications; the role reports; applicants must; applicants
        should; is required; are required; is preferred; is desirable; about you; we expect; ideal applicant; the
        applicant; applicant brings; candidate brings; candidate has; applicants bring; minimum qualifications;
        preferred qualifications; the post holder; the postholder; the jobholder; the incumbent
    """,
    Cue.CONSENT: """
        i consent to; i hereby consent; i agree to the processing; consent to the processing; processing of my
        personal data; my personal data; hereby authorise; i authorise; for the purposes of recruitment;
        recruitment process
    """,
    Cue.CONTRAST: "but; however; although; though; whereas; while; yet; nevertheless; instead",
}


PAST = frozenset("led built set stood drove oversaw ran took brought wrote taught co cut grew won met".split())
"""First words of cues of what was done that do not end in -ed; of "co led" the "co"."""


def compile_cues() -> Trie[Cue]:
    """The cues as word sequences; where two tables hold the same words, the earlier one counts."""
    trie: Trie[Cue] = Trie()
    for cue in _BY_PRECEDENCE:
        for phrase in CUES[cue].split(";"):
            trie.insert(tokenise(phrase.strip()).words, cue)
    return trie


_BY_PRECEDENCE = (Cue.NEUTRAL, *(cue for cue in Cue if cue is not Cue.NEUTRAL))
