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
    following know-how foreign criterion criteria
    practice practices method methods process subject sort sorts condition conditions
"""


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
    criteria related similar equivalent comparable advantage asset bonus plus purpose purposes of in and for on to the
    well low high good first available able available themselves together
    """
)
"""Framing words that end no name; the others may: arterial lines, electronic records, aseptic technique."""


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
