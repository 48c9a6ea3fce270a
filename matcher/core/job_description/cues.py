"""Words in sentences of job descriptions that say what counts, how much and what is not needed: visible tables."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from matcher.core.model import Tier
from matcher.core.tokens import WRAP, Tokens, tokenise
from matcher.core.trie import Trie

T = TypeVar("T")


class Reach(StrEnum):
    """Where the things stand that a cue speaks of."""

    AFTER_IT = "after_it"
    BEFORE_IT = "before_it"


class TierCue(NamedTuple):
    """How much something is wanted, and on which side of the cue it stands."""

    tier: Tier
    reach: Reach


TIERS: dict[TierCue, str] = {
    TierCue(Tier.ESSENTIAL, Reach.AFTER_IT): """
        must; must have; you must; must be; must speak; must hold; required to have; at least; minimum; minimum
        of; min; a minimum of; it is essential that; it is essential; essential is; mandatory; you need to; you
        need; will need to; you'll need; you will need; we need; we require; requires; we require you;
        proficiency in; proficient in; need to have; must know; no less than; need at least; you will have; the
        successful candidate will have; candidates must; applicants must; vital that; not without; requires a;
        have to have; indispensable; insist on; demonstrated experience; demonstrated ability; cannot do
        without; can't do without; got to have
    """,
    TierCue(Tier.ESSENTIAL, Reach.BEFORE_IT): """
        is required; are required; required; is essential; are essential; essential; is a must; are a must; a must;
        is mandatory; mandatory; are mandatory; is necessary; necessary; are necessary; is needed; are needed; needed;
        is vital; are vital; is non negotiable; non negotiable; is a requirement; compulsory; is compulsory;
        is indispensable; must have; is crucial; as well as is required; is imperative; required qualification;
        is a prerequisite
    """,
    TierCue(Tier.IMPORTANT, Reach.AFTER_IT): """
        we expect; should; you should; should be; should have; we look for; we would expect; expected to; expects;
        strong preference; important is; we count on
    """,
    TierCue(Tier.IMPORTANT, Reach.BEFORE_IT): """
        is expected; are expected; is important; are important; should not be news; should hold no fear
    """,
    TierCue(Tier.OPTIONAL, Reach.AFTER_IT): """
        ideally; bonus points for; bonus for; it is a bonus if; bonus if; a bonus if; bonus; nice to have; good
        to have; preferably; preference for; preference to; would be lovely if; lovely if; would be an advantage
        to; an advantage if; would help if; if you have; if you also; it would help; even better if; better
        still; not essential but; you may also; we would love; we'd love; great if; a plus if; plus if; extra
        points for; preferred; preference will be given; desirable; desirable is; would be good; would be great;
        prefer; we prefer; would welcome; also useful; useful but not essential; useful; optional; brownie
        points for; it helps if; helpful; helpful but; any experience of; any experience with; if possible; it's
        great if; would be an advantage; familiarity with is a plus; would also help; glad to see; happy to see;
        pleased to see
    """,
    TierCue(Tier.OPTIONAL, Reach.BEFORE_IT): """
        is a plus; are a plus; a plus; a big plus; a great plus; a strong plus; plus; would be a plus; would be
        a great plus; would be a big plus; an advantage; is an advantage; are an advantage; of advantage;
        advantageous; is desirable; are desirable; desirable; desired; is preferred; are preferred; preferred;
        is desired; is nice to have; nice to have; good to have; a bonus; is a bonus; are a bonus; would be a
        bonus; is welcome; are welcome; an asset; is an asset; are an asset; would be useful; is useful; are
        useful; would be helpful; is helpful; are helpful; beneficial; is beneficial; would be beneficial; would
        be good; would be lovely; would be nice; would be great; would be ideal; optional; not essential; is not
        essential; but not essential; though not essential; not a deal breaker; none of it is a deal breaker;
        but not required; an added advantage; added advantage; will be an advantage; would be an advantage; will
        be preferred; will be given preference; would suit; valued; is valued; appreciated; is appreciated;
        would be welcome; a nice extra; would be a nice extra; would be an asset; a distinct advantage; but not
        mandatory; not mandatory; though not required; considered an asset; is a nice to have; also helps; is
        nice; are nice; nicer; nicest of all; does not hurt; doesn't hurt; would not hurt; wouldn't hurt; will
        be given priority; given priority
    """,
}
"""Cues of tiers. Canonical forms are compared, so plurals and spellings need no line."""

ASKING = """
    experience in; experience of; experience with; experience as; experienced in; experienced; knowledge of;
    knowledge in; familiarity with; familiar with; understanding of; ability to; able to; skills in; skilled in;
    skill in; you have; you bring; you are; you're; you should; we expect; comfortable; background in; qualified;
    command of; fluent; fluency; proven; track record; competence in; competent in; expertise in; exposure to;
    acquaintance with; grasp of; grounding in; proficiency; proficient; hands on; versed in; qualification in;
    working knowledge; sound; you know; you can; you've; conversant; awareness of; excellent; trained in; an eye for
"""
"""What asks for something where no heading does."""
ASKED_BY_NAME = """
    a portfolio; good communication; degree; certified; certification; certificate; licence; registration with;
    registered with
"""
"""Names of what is asked for, which ask by themselves."""
DOING = """
    you will; you'll; you'd; you would; your tasks; the postholder; the post holder; the jobholder; the
    incumbent; the occupant; the successful candidate; in this role; responsible for; responsibilities include;
    duties include; tasks include; who can; who will; we need a; we need someone; we want someone; we want
    somebody; looking for a; looking for an; looking for someone; looking for somebody; we are after; we're
    after; we seek; we are seeking; seeking a; seeking an; hiring a; you also; you then; you first; you plan;
    you train; you lead; you run; you manage; you design; you build; you measure; you write; you work; you look
    after; you keep; you stand; you support; you make; you own; you develop; you take; you carry; you help; you
    advise; you coordinate; you prepare; you ensure; you create; you teach; you care; you monitor; you drive;
    you deliver; you are responsible; you coach; you set; you handle; you use; you report; would like to
    appoint; will be responsible; duties are; the role involves; the job involves; day to day; the work
    involves; your work; your job; your role; think of; we want; the role will; the role is; person will; holder
    will; wanted; required for; needed for; required to; it will be your job; candidate will; will lead; we hire
    will; he or she; she or he; the work is; the work will; you find out; your part; whoever takes; your part of
"""
"""What tells of the work itself where no heading does."""
NOT_NEEDED_BEFORE = """
    is not required; are not required; not required; is not needed; are not needed; not needed; not necessary;
    is not necessary; are not necessary; not a requirement; is not expected; are not expected; not expected;
    isn't required; isn't needed; isn't necessary; aren't required; aren't needed; not a must; will not be needed;
    is unnecessary; not relevant; never required; not asked for; will not suffice; is not enough; does not count
"""
"""What takes back the things before it in its clause."""
NOT_NEEDED_AFTER = """
    do not need; don't need; need not; needn't; you do not have to; don't have to; do not require; does not require;
    doesn't require; don't require; we do not expect; we don't expect; nobody expects; no one expects;
    will not be asked; won't be asked; won't need; will not need; does not need; doesn't need; not expected to;
    not required to; not be required to; not looking for; no need for; no need to; no need of; never ask; not need to;
    we don't mind; we do not ask for; do not worry about; don't worry about; no longer need; rather than; will not do;
    does not involve; does not include; no requirement for
"""
"""What takes back the things after it in its clause."""
NO = frozenset(["no", "without", "neither", "nor"])
"""Words that take back what follows if the clause goes on to say that it is needed."""
NEEDED = frozenset(
    [
        "need",
        "needed",
        "required",
        "necessary",
        "expected",
        "essential",
        "asked",
        "assumed",
        "requirement",
        "require",
        "wanted",
    ]
)
ASIDE = """
    report to; reports to; reporting to; answer to; answers to; report straight to; because; since; so that;
    which is why; work closely with; work alongside; alongside; with the help of; working closely with;
    in line with what; jointly with; sit in; based in; based at; report directly to; reporting directly to;
    works closely with; is part of; in close cooperation with; supported by; led by; reside in; reside around; live in;
    live within; living in; works under; work under
"""
"""What opens an aside that asks for nothing, up to the next comma."""
OR_LIKE = """
    or equivalent; or similar; or comparable; or like; or other; or another; or a related; or related; or equal;
    or a similar; or a comparable; or an equivalent; or better; or above; or higher; or any other; or any; or so;
    or more; or less; or the willingness; or a willingness; or willingness; or ability to; or eligibility; or be able;
    or a related discipline; or relevant experience; or not; whether or not; or in training
"""
"""Words that open no alternative of their own."""
EXAMPLES = "such as; like; for example; e.g; for instance; including; e.g.; any of; one of; either; any one of; namely"
"""What opens examples, any of which will do."""


def compile_cues(table: dict[T, str]) -> Trie[T]:
    """The phrases as word sequences; where two rows hold the same words, the earlier one counts."""
    trie: Trie[T] = Trie()
    for value, phrases in table.items():
        for phrase in phrases.split(";"):
            trie.insert(tokenise(phrase.strip()).words, value)
    return trie


TIER_CUES = compile_cues(TIERS)


class Spotted(NamedTuple, Generic[T]):
    """A cue at words `first` to `last`, both included."""

    value: T
    first: int
    last: int


def spot(first: int, last: int, tokens: Tokens, cues: Trie[T]) -> Iterator[Spotted[T]]:
    """The cues among words `first` to `last`, both included, the longest at each place."""
    free = 0
    for i in map(first.__add__, cues.openings(tokens.words[first : last + 1])):
        if i >= free:
            found = cues.longest(tokens.words, tokens.gaps, i, WRAP)
            if found is not None and found[0] <= last + 1:
                free = found[0]
                yield Spotted(found[1], i, free - 1)
