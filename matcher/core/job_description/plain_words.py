"""Words that name nothing a resume could be searched for: visible tables."""

from __future__ import annotations

from matcher.core.function_words import FUNCTION_WORDS
from matcher.core.tokens import words_of

_BREAKERS = """
    a an the to on for and or with by from at as is are was were be been being it its this that these those their his her our we i
    you he she they them who which what how why when where whether not no so than then into over under per each every all any more most both
    there while after before until during about across between through up out off own such also other others very has have had having do does
    did can could would should will may might must within via using use used & me my your us if but too just only upon against toward towards without
    among around along ll d ve re s t m don doesn isn won one ones two three four five six seven eight nine ten eleven twelve etc eg ie like new in onto whatever whoever whom itself
    yourself themselves themself herself himself yours ours something anything everything nothing somebody someone anybody anyone nobody because since once again
    here still already even ever never always often sometimes usually mostly mainly well plus minus versus vs e g b need expect always throughout incl including upto pa x
    quite rather really truly thoroughly closely directly together whose another either neither nor much many few several some least less
"""
_FRAMES = """
    ability able experience experienced knowledge understanding familiarity familiar proficiency proficient expertise expert competence competent
    competency skill skills skilled background exposure grasp grounding command acquaintance awareness track record proven demonstrated demonstrable demonstrate
    strong excellent good sound solid deep thorough advanced basic working practical proper outstanding extensive broad in-depth depth sufficient
    high level highly effective effectively fluent fluency native hands relevant related similar equivalent comparable appropriate suitable significant
    substantial considerable previous prior recent current minimum maximum required requirement essential desirable preferred preferably ideally ideal
    mandatory optional necessary important key main core year years month months week day days yearly monthly weekly daily annual hour hours minute time times
    role position job post candidate applicant person people team teams colleague colleagues staff employee employees member members manager
    company organisation organization business department unit group office firm client clients customer customers partner partners stakeholder
    work works job career industry sector field area areas environment setting settings large small medium complex fast-paced fast paced busy
    way ways thing things kind type types range variety number lot lots part parts level levels set sets use basis place example examples
    task tasks duty duties responsibility responsibilities activity activities project projects issue issues matter matters need needs result results outcome outcomes
    confident confidence comfortable enthusiastic passionate passion motivated motivation keen eager willing willingness dedicated committed commitment
    flexible flexibility reliable reliability proactive positive friendly punctual honest energetic resilient resilience initiative self attitude approach
    attention detail player organised organized enthusiasm drive driven curious curiosity creative creativity ambitious independent independently adaptable adaptability
    pressure sense humour humor integrity personality mindset eye spirit interest interested talent standing calm empathy patience cheerful manner
    different various multiple certain specific general overall whole full complete current existing internal external local national regional international global
    best better next first second third last early late possible best-in-class end open clear simple real right big great own other fresh regular free
    plenty bit piece pieces couple range half quarter dozen hundred thousand million percent per-cent cent degree university college master bachelor discipline diploma
    qualification qualifications certificate certification certified qualified holder post-holder incumbent applicant mandatory proof evidence evidenced eligibility registered registration
    fully actively successfully successful consistently timely manner regularly
    today tomorrow sector world country countries city site sites one-to-one face line lines head chief senior junior lead leader leaders director board
    sector-specific user users someone home morning evening weekend weekends night nights date up-to-date update opportunity opportunities challenge challenges
    goal goals objective objectives vision purpose mission value values success
    person's standard standards high-quality quality ready able feel feels come comes
    particular e.g hand proper simple common good-natured personal professional professionally equally equal
    everyday life body name names man woman men women child children anything story end point points view words word question questions answer answers idea ideas
    enough available able close careful carefully recognised recognized accredited approved reputed reputable leading growing
    advantage asset bonus plus necessary meet meeting meets form kept ease term terms support option options
    level-headed spoken written both speaking writing reading hear heard live lives living
    extra sector-wide aspect aspects principle principles concept concepts technique techniques fundamentals basics issue topic topics theory practice practices method methods process
    subject sort sorts case cases condition conditions
"""
VERBS = frozenset(
    """
    accept achieve act adapt address adhere administer advise agree align allocate analyse analyze answer anticipate apply appoint appraise arrange ask assess
    assign assist attend audit author balance become begin brief bring build buy calculate capture care carry catch challenge champion change chart check clean clear close coach
    collaborate collate collect comment communicate compile complete comply conduct configure confirm consider construct consult contribute control convert
    convene cook coordinate co cope correct cost count cover create cultivate cut deal decide define delegate deliver demonstrate deploy describe design detect determine develop
    devise diagnose direct discuss dispense document draft draw drive earn edit educate embed empower enable encourage enforce engage enhance ensure
    escalate establish estimate evaluate examine execute expand explain explore facilitate feed fill find fix follow formulate foster gather generate get give go govern grow
    guide handle head help hire hold identify implement improve influence inform initiate inspect inspire install instruct integrate interpret interview investigate
    issue join judge keep know lead learn lend let leverage liaise lift listen log look maintain make manage map measure meet mentor mind mitigate mix model monitor motivate move negotiate
    observe obtain offer operate optimise optimize orchestrate order organise organize own oversee participate partner pass perform persuade pick plan play practise prepare present prevent prioritise
    process produce progress promote propose protect provide publish pull purchase push put question raise reach read receive recognise recommend reconcile record recruit reduce refer refine
    register relate remain remove render repair report represent research resolve respect respond restore retain review revise rotate run safeguard satisfy scale schedule screen secure see seek
    select sell send serve set shape share show sign sit sketch solve source speak specify spend stand start stay steer strengthen study submit supervise supply support sustain tailor take talk teach tell test think
    track train transfer transform translate troubleshoot turn undertake understand undergo unload update uphold upload use utilise utilize validate verify visit want watch weigh welcome work write
    enjoy owning guiding remaining come goes done doing does seen gave given makes sees turning applying wanting speaks allow allows receive
    """.split()
)
"""What people do in duties; with one plain word after it, a verb belongs to what is done: check deliveries."""
_IRREGULAR_VERBS = frozenset(
    ["led", "ran", "made", "kept", "built", "held", "taught", "wrote", "written", "drawn", "given", "taken", "seen"]
)


def _forms(text: str) -> frozenset[str]:
    return frozenset(form for words in words_of([text]) for form in words) | frozenset(text.split())


BREAKERS = _forms(_BREAKERS) | (FUNCTION_WORDS - {"of"})
"""Words no name goes across."""
FRAMES = _forms(_FRAMES)
"""Words that frame a name and are none by themselves: experience, strong, team, level."""


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
