"""Words that name nothing a resume could be searched for: visible tables."""

from __future__ import annotations

from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.tokens import forms_of

_BREAKERS = """
    a an the to on for and or with by from at as is are was were be been being it its this that these those their his
    her our we i you he she they them who which what how why when where whether not no so than then into over under
    per each every all any more most both there while after before until during about across between through up out
    off own such also other others very has have had having do does did can could would should will may might must
    within via using use used & me my your us if but too just only upon against toward towards without among around
    along though although however whereas nevertheless ll d ve re s t m don doesn isn won one ones two three four
    five six seven eight nine ten eleven twelve etc
    eg ie like new in onto whatever whoever whom itself yourself themselves themself herself himself yours ours
    something anything everything nothing somebody someone anybody anyone nobody because since once again here still
    already even ever never always often sometimes usually mostly mainly well plus minus versus vs e g b need expect
    throughout incl including upto pa x quite rather really truly thoroughly closely directly together whose another
    either neither nor much many few several some least less
"""
_FRAMES = """
    ability able experience experienced knowledge understanding familiarity familiar proficiency proficient expertise
    expert competence competent competency skill skills skilled background exposure grasp grounding command
    acquaintance awareness track record proven demonstrated demonstrable demonstrate strong excellent good sound solid
    deep thorough advanced basic working practical proper outstanding extensive broad in-depth depth sufficient high
    level highly effective effectively fluent fluency native hands relevant related similar equivalent comparable
    appropriate suitable significant substantial considerable previous prior recent current minimum maximum required
    requirement essential desirable preferred preferably ideally ideal mandatory optional necessary important key main
    core year years month months week day days yearly monthly weekly daily annual hour hours minute time times role
    position job post candidate applicant person people team teams colleague colleagues staff employee employees
    member members manager company organisation organization business department unit group office firm client clients
    customer customers partner partners stakeholder work works career industry sector field area areas environment
    setting settings large small medium complex fast-paced fast paced busy way ways thing things kind type types range
    variety number lot lots part parts levels set sets use basis place example examples task tasks duty duties
    responsibility responsibilities activity activities project projects issue issues matter matters need needs result
    results outcome outcomes confident confidence comfortable enthusiastic passionate passion motivated motivation
    keen eager willing willingness dedicated committed commitment flexible flexibility reliable reliability proactive
    positive friendly punctual honest energetic resilient resilience initiative self attitude approach attention
    detail player organised organized enthusiasm drive driven curious curiosity creative creativity ambitious
    independent independently adaptable adaptability pressure sense humour humor integrity personality mindset eye
    spirit interest interested talent standing calm empathy patience cheerful manner different various multiple
    certain specific general overall whole full complete existing internal external local national regional
    international global best better next first second third last early late possible best-in-class end open clear
    simple real right big great own other fresh regular free plenty bit piece pieces couple half quarter dozen hundred
    thousand million percent per-cent cent degree university college master bachelor discipline diploma qualification
    qualifications certificate certification certified qualified holder post-holder incumbent proof evidence evidenced
    eligibility registered registration fully actively successfully successful consistently timely regularly today
    tomorrow world country countries city site sites one-to-one face line lines head chief senior junior lead leader
    leaders director board sector-specific user users someone home morning evening weekend weekends night nights date
    up-to-date update opportunity opportunities challenge challenges goal goals objective objectives vision purpose
    mission value values success person's standard standards high-quality quality ready feel feels come comes
    particular e.g hand common good-natured personal professional professionally equally equal everyday life body name
    names man woman men women child children anything story point points view words word question questions answer
    answers idea ideas enough available close careful carefully recognised recognized accredited approved reputed
    reputable leading growing advantage asset bonus plus meet meeting meets form kept ease term terms support option
    options level-headed spoken written both speaking writing reading hear heard live lives living extra sector-wide
    aspect aspects principle principles concept concepts technique techniques fundamentals basics topic topics theory
    practice practices method methods process subject sort sorts condition conditions
"""
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


def _forms(text: str) -> frozenset[str]:
    return forms_of(text) | frozenset(text.split())


BREAKERS = _forms(_BREAKERS) | (FUNCTION_WORDS - {"of"})
"""Words no name goes across."""
FRAMES = _forms(
    _FRAMES
    + """
    yrs yr 24x7 24/7 means little sensible everyone otherwise later odd normal relationship relationships opinion
    workplace plain light mindful based state stage cycle cycles life limit limits desk shift shifts speed safe choice
    choices decision decisions reason reasons change say public trust service guidance note notes finding findings
    giving choosing choose product products tool tools program programme programmes semester family module modules
    output device devices education technical tertiary law code risk below above inside outside like-minded alike etc
    sure true possible impossible verbal serious false ahead down around actual actually early front back left right top
    bottom main-stream pride interest interests willing happy glad hunger proudly wider deeper closer larger smaller
    better greater safer
    """
)
"""Words that frame a name and are none by themselves: experience, strong, team, level."""
MODIFIERS = _forms(
    """
    project projects customer customers business team people client clients staff product products process processes
    stakeholder user time technical public family record records task case risk technology method quality vendor issue
    work job service services program programme partner member community device law code safe office sector industry
    site home night night-time face condition standards challenge career field practice
    """
)
"""Framing words that tell something before another word: project management, customer complaints, time sheets."""
TAILS = _forms(
    """
    experience knowledge understanding familiarity proficiency expertise competence competency skill skills background
    exposure ability year years month months day days week weeks time required essential desirable preferred role
    position job field area areas environment setting settings etc use basis place needs necessary ideal relevant
    related similar equivalent comparable advantage asset bonus plus purpose purposes of in and for on to the
    well low high good first available able available themselves together
    """
)
"""Framing words that end no name; the others may: arterial lines, electronic records, aseptic technique."""


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
    if word in VERBS or word in DEEDS or word.removesuffix("s") in DEEDS:
        return True
    return word not in _IRREGULAR_VERBS and not word.endswith("ed") and is_verb(word)


def is_deed(word: str) -> bool:
    """True for a verb of duties as "you" or "to" go before it: run."""
    return word in VERBS or word in DEEDS


_DEED_ENDINGS = ("tion", "sion", "ment", "ance", "ysis", "ing")
_NO_DEEDS = frozenset(
    """
    application caution category condition conditions description direction division duration edition education
    foundation function intention location mention nation notion option partition portion position profession proportion
    question region section selection situation station tradition version department element environment moment segment
    balance chance distance instance being evening morning everything nothing something anything king thing
    """.split()
)


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


PEOPLE = _forms(
    """
    nurse nurses engineer engineers doctor doctors lawyer parent parents supplier suppliers vendor vendors hospital
    hospitals analyst analysts scientist scientists developer developers designer planner trainer trainers teacher
    teachers learner academic academics governor governors graduate student students citizen citizens resident
    residents guest guests visitor visitors executive executives owner owners auditor auditors regulator regulators
    volunteer volunteers agency agencies faculty faculties division divisions ministry committee authority department
    unit bank federation council school trust charity shop university institute chef chefs cook driver drivers worker
    workers apprentice apprentices buyer buyers merchandiser clinician clinicians physician physicians surgeon
    surgeons relatives family families carers carer child kids crew crews officer officers specialist consultant
    consultants expert experts architect architects administrator contributor advisor adviser assistant assistants
    peers peer professional professionals practitioner practitioners provider providers contractor contractors
    founder founders investor investors director directors foreman
    """
)
"""Words for people and bodies one works with: what ends in one names no skill among duties."""
ELSEWHERE = _forms(
    """
    europe european eu uk us usa britain british england ireland irish scotland scottish wales germany france india
    indian australia australian america american belgian belgium netherlands spain italy poland asia africa apac emea
    united states kingdom benelux canada canadian singapore aboriginal torres strait islander monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december summer winter spring autumn nationwide worldwide
    nsw queensland tasmania ontario quebec alberta manitoba saskatchewan texas california florida georgia ohio illinois
    virginia carolina oregon colorado arizona nevada michigan pennsylvania massachusetts jersey maryland minnesota
    bavaria saxony catalonia lombardy punjab karnataka maharashtra kerala gujarat gauteng lagos abuja nairobi kigali
    accra johannesburg london leeds manchester birmingham glasgow edinburgh cardiff belfast bristol dublin cork galway
    limerick paris lyon berlin hamburg munich frankfurt cologne stuttgart vienna zurich geneva basel bern brussels
    antwerp amsterdam rotterdam utrecht copenhagen stockholm oslo helsinki tallinn riga vilnius warsaw krakow prague
    budapest bucharest sofia athens lisbon porto madrid barcelona valencia milan rome turin istanbul cairo dubai doha
    riyadh mumbai delhi bengaluru bangalore hyderabad chennai pune kolkata dhaka karachi colombo jakarta manila hanoi
    bangkok seoul tokyo osaka beijing shanghai shenzhen taipei sydney melbourne brisbane perth adelaide auckland
    wellington toronto montreal vancouver ottawa calgary boston chicago houston dallas austin denver seattle atlanta
    miami detroit philadelphia lima bogota santiago southeast southwest northeast northwest midlands
    sweden norway denmark finland switzerland austria portugal czech hungary romania bulgaria greece turkey estonia
    latvia lithuania ukraine luxembourg kenya kenyan nigeria ghana rwanda egypt japan china korea vietnam indonesia
    malaysia philippines thailand pakistan bangladesh brazil argentina uruguay mexico chile colombia peru zealand
    """
)
"""Places and times, which name no skill."""
BARE = frozenset(["ai", "it", "hr", "ceo", "cto", "cfo", "kpi", "uk", "eu", "us", "usa", "id", "pc", "ok", "tech"])
"""Short names that say too little alone."""
TOOLS = frozenset(
    ["go", "excel", "word", "access", "outlook", "teams", "make", "visio", "sage", "spark", "unity", "maximo"]
)
"""Plain words that, alone and with a capital, are names of tools."""
