"""Verbs and nouns that say what one does: visible tables."""

from __future__ import annotations

from matcher.core.job_description.plain_words import FRAMES

VERBS = frozenset(
    """
    accept achieve act adapt address adhere administer advise agree align allocate analyse analyze answer anticipate
    apply appoint appraise arrange ask assess assign assist attend audit author balance become begin brief bring build
    buy calculate capture care carry catch challenge champion change chart check clean clear close coach collaborate
    collate collect comment communicate compile complete comply conduct configure confirm consider construct consult
    contribute control convert convene cook coordinate co cope correct cost count cover create cultivate cut deal
    decide define delegate deliver demonstrate deploy describe design detect determine develop devise diagnose direct
    discuss dispense document draft draw drive earn edit educate embed empower enable encourage enforce engage enhance
    ensure escalate establish estimate evaluate examine execute expand explain explore facilitate feed fill find fix
    follow formulate foster gather generate get give go govern grow guide handle head help hire hold identify
    implement improve influence inform initiate inspect inspire install instruct integrate interpret interview
    investigate issue join judge keep know lead learn lend let leverage liaise lift listen log look maintain make
    manage map measure meet mentor mind mitigate mix model monitor motivate move negotiate observe obtain offer
    operate optimise optimize orchestrate order organise organize own oversee participate partner pass perform
    persuade pick plan play practise prepare present prevent prioritise process produce progress promote propose
    protect provide publish pull purchase push put question raise reach read receive recognise recommend reconcile
    record recruit reduce refer refine register relate remain remove render repair report represent research resolve
    respect respond restore retain review revise rotate run safeguard satisfy scale schedule screen secure see seek
    sit switch select sell send serve set shape share show sign sketch solve source speak specify spend stand start
    stay steer strengthen study submit supervise supply support sustain tailor take talk teach tell test think track
    train transfer transform translate troubleshoot turn undertake understand undergo unload update uphold upload use
    utilise utilize validate verify visit want watch weigh welcome work write enjoy owning guiding remaining come goes
    done doing does seen gave given makes sees turning applying wanting speaks allow allows
    """.split()
)
"""What people do in duties; with one plain word after it, a verb belongs to what is done: check deliveries."""
_NOUNS = frozenset(
    """
    act address answer appeal approach audit author balance brief build care challenge champion change chart check
    claim coach code comment contact contract control cook cost count cover cut deal design detail diagnose draft
    dispense display document draw drive edit estimate exercise experience feed file focus form function guide handle
    help hire hold influence interview issue judge launch lead log look map market match measure mentor mind mix
    model monitor move need notice number offer order partner pass perform pick pilot plan play practice practise
    process produce profile program progress project promise prompt purchase question raise range rank rate reach
    record recruit refer reform register relay release repair report request research respect restore review run
    sample scale schedule scope score screen search sense service shape share show sign source spend stage stand
    start state stay study supply support survey talk target task test tour track trade train transfer travel trust
    turn upgrade update use view visit watch work write
    """.split()
) - frozenset(
    [
        "turn",
        "write",
        "hire",
        "spend",
        "show",
        "stay",
        "pick",
        "hold",
        "diagnose",
        "restore",
        "perform",
        "produce",
        "raise",
    ]
)
"""Verbs that are nouns as well, and so can stand inside a name: test plan, control standard."""
_MORE_VERBS = frozenset(
    """
    contain contains differ differs count counts turn turns teach teaches take takes found knew comes goes means
    suffice suffices demands praised applies apply belong belongs happen happens remains remain cause causes let lets
    stands makes gives keeps holds becomes become wins brings
    """.split()
)
_IRREGULAR_VERBS = frozenset(
    ["led", "ran", "made", "kept", "built", "held", "taught", "wrote", "written", "drawn", "given", "taken", "seen"]
)
DEEDS = frozenset(
    """
    accelerate activate advance advocate aid architect argue assemble authorise authorize automate back bake
    bargain batch be blend boost break budget calibrate call campaign canvass chair chase cite cleanse code
    commission compare compose conceive connect consolidate consume craft cross-train curate debrief debug
    decommission dig digitise digitize dismantle dismiss dissect distil divide double-check dress drill drop
    empty enter equip erect excavate exercise extend extract file film finalise finalize fine-tune fit fly
    forecast form found framework frame fulfil furnish future-proof garnish gauge grade grill guard harden
    harvest haul host hunt illustrate import index instil interface iron iterate jump knead label lay load lobby
    localise mark market marshal master match merge migrate moderate modernise modernize mop mount narrate
    navigate network notify nurture overhaul pack package paint patch pay peel phase pilot place plate plug
    portion position post price procure profile programme project prototype prune quantify quote rebuild recover
    redesign reengineer refactor refill refresh rehearse reinforce release remediate renew reorganise replace
    replenish reply rethink rework rig roast roll route sample scan scope score script scrub sequence service
    ship simplify simulate slice socialise spar spot sprint staff stage standardise standardize stock store
    streamline structure style synthesise systemise tackle target taste tend tidy time touch trace trade
    transport treat trial triage trim tune unblock unify upgrade upskill vet visualise visualize walk wash weld
    wire wrap
    """.split()
)
"""More verbs that open an item of duties; they are too often nouns to be told from names elsewhere."""
_DEED_ENDINGS = ("tion", "sion", "ment", "ance", "ysis", "ing")
_NO_DEEDS = frozenset(
    """
    application caution category condition conditions description direction division duration edition education
    foundation function intention location mention nation notion option partition portion position profession proportion
    question region section selection situation station tradition version department element environment moment segment
    balance chance distance instance being evening morning everything nothing something anything king thing
    """.split()
)


def is_verb(word: str) -> bool:
    """True for a verb of duties, also with -s, -ing or -ed."""
    if word in VERBS or word in _IRREGULAR_VERBS:
        return True
    for ending in ("ing", "ed", "es", "s"):
        stem = word.removesuffix(ending)
        if stem != word and (
            stem in VERBS or stem + "e" in VERBS or (len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in VERBS)
        ):
            return True
    return False


def opens_a_duty(word: str) -> bool:
    """True for a verb of duties that is not told of the past: run, runs, running; not ran, managed."""
    if is_deed(word) or word.removesuffix("s") in DEEDS:
        return True
    return word not in _IRREGULAR_VERBS and not word.endswith("ed") and is_verb(word)


def is_deed(word: str) -> bool:
    """True for a verb of duties as "you" or "to" go before it: run."""
    return word in VERBS or word in DEEDS


def names_a_deed(word: str) -> bool:
    """True for a noun that says what one does: supervision, filing, preparation; not duration, understanding."""
    return word.endswith(_DEED_ENDINGS) and word not in _NO_DEEDS and word not in FRAMES


def is_only_verb(word: str) -> bool:
    """True for a verb that is no noun, in a form no name holds: it parts two names."""
    if word in _MORE_VERBS:
        return True
    base = word.removesuffix("s")
    return (word in VERBS and word not in _NOUNS) or (
        base in VERBS and base not in _NOUNS and base != word and word.removesuffix("es") not in _NOUNS
    )
