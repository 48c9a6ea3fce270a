"""Words by which the parts of a resume are told: titles, schools, degrees, languages; all folded."""

from __future__ import annotations

from matcher.core.title_words import ORGANISATION_WORDS, TITLE_WORDS

TITLES = TITLE_WORDS | frozenset(
    """
    accountant controller trainee apprentice representative receptionist secretary clerk nurse matron midwife doctor
    physician surgeon dentist hygienist pharmacist therapist psychologist paramedic carer electrician plumber welder
    carpenter mechanic fitter machinist gardener groundsman driver pilot captain courier chef cook baker waiter
    bartender barista journalist reporter translator interpreter photographer economist statistician mathematician
    physicist chemist biologist programmer tester buyer trader broker underwriter actuary paralegal barrister notary
    tutor lecturer coach mentor trustee treasurer chair chairman chairwoman chairperson volunteer ambassador organiser
    organizer superintendent foreman inspector cashier salesman salesperson merchandiser housekeeper concierge
    examiner labeller librarian archivist copywriter animator superintendent postdoc registrar
    """.split()
)
"""Words of job titles. Wider than those that scoring rests on: a title adds nothing here but its own name."""
EMPLOYERS = ORGANISATION_WORDS | frozenset(
    """
    bank hospital clinic council ministry department authority holdings airlines airways insurance telecom consulting
    consultants partners solutions technologies laboratories labs systems group foundation trust agency bureau
    services network software industries logistics pharmaceuticals railways hotels society association
    """.split()
)
"""Words that end the names of employers."""
HOUSES = frozenset(
    """
    bank group hospital clinic council ministry holdings airlines airways insurance telecom trust agency society
    """.split()
)
"""Words that end an employer's name where a title follows behind a comma; a department's ends with others."""
SCHOOLS = frozenset(
    """
    university universitat universite universita universidad universidade universiteit uniwersytet college school
    institute institut instituto istituto academy polytechnic polytechnique politecnico politechnika politehnica
    hochschule fachhochschule ecole faculty conservatoire lyceum gymnasium
    """.split()
)
DEGREES = (
    r"(?:(?:Joint |Double |Executive )?(?:B\.?A|B\.?Sc|B\.?S|B\.?Eng|B\.?E|B\.?Tech|B\.?Comp|B\.?Com|B\.?Ed|B\.?N|BBA|"
    r"LL\.?B|M\.?A|M\.?Sc|M\.?S|M\.?Eng|M\.?Tech|M\.?Com|M\.?Ed|M\.?Phil|M\.?Res|MPA|MPH|MFA|LL\.?M|E?MBA|Ph\.?D|"
    r"D\.?Phil|DBA|Ed\.?D|J\.?D|MD|PGCE|HND|HNC|PGDip|PgDip|GradDip)\.?(?: ?\(Hons\)| Hons)?(?![\w'’-])"
    r"|(?:Bachelor|Master|Doctor|Doctorate|Licentiate|Associate)(?:'s|’s)?(?: degree)? (?:of|in) "
    r"(?:Science|Arts|Engineering|Laws?|Philosophy|Business Administration|Technology|Commerce|Education|"
    r"Public Administration|Public Health|Fine Arts|Applied Science)(?![\w-])"
    r"|(?:Bachelor|Master|Doctoral|Associate)(?:'s|’s)? [Dd]egree(?![\w-])"
    r"|(?:Postgraduate |Graduate |Higher National |Advanced )?(?:Diploma|Certificate)(?= in ))"
)
"""A regular expression for degrees as they are written, with the words in front that belong to them."""
LANGUAGES = frozenset(
    """
    afrikaans albanian amharic arabic armenian assamese azerbaijani basque belarusian bengali bosnian bulgarian burmese
    cantonese catalan cebuano chinese croatian czech danish dari dutch english estonian ewe farsi filipino finnish
    flemish french frisian galician ganda georgian german greek gujarati hausa hawaiian hebrew hindi hungarian icelandic
    igbo ilocano indonesian inuktitut irish italian japanese javanese kannada kazakh khmer kikuyu kinyarwanda kirundi
    konkani korean kurdish kyrgyz lao latin latvian lingala lithuanian luganda luxembourgish macedonian malagasy malay
    malayalam maltese mandarin maori marathi moldovan mongolian montenegrin nepali norwegian oriya oromo pashto persian
    polish portuguese punjabi quechua romanian russian samoan sanskrit scots serbian sesotho setswana shona sindhi
    sinhala sinhalese slovak slovene slovenian somali spanish sundanese swahili swedish tagalog tajik tamil tatar telugu
    thai tibetan tigrinya tongan tswana turkish turkmen twi ukrainian urdu uyghur uzbek vietnamese welsh wolof xhosa
    yiddish yoruba zulu akan fante isizulu isixhosa kiswahili bahasa te-reo
    """.split()
)
FLUENCIES = (
    r"(?:native(?:[ -](?:or bilingual|speaker|level|proficiency))*|mother[ -]tongue|first language"
    r"|bilingual|fluent(?:ly)?"
    r"|(?:full |limited )?(?:professional|working|business)(?:[ -](?:working |level |proficiency|fluency|fluent))*"
    r"|proficient|advanced|(?:upper[ -]|lower[ -])?intermediate|conversational|elementary|basics?|beginner"
    r"|good|very good|excellent|some|a little|reading|spoken|written|[ABC][12]\+?(?: ?[/–-] ?[ABC][12])?)"
)
"""A regular expression for how well a language is known, as it is written."""
COUNTRIES = frozenset(
    """
    argentina australia austria belgium brazil bulgaria canada chile china colombia croatia cyprus czechia denmark egypt
    england estonia ethiopia finland france germany ghana greece hungary iceland india indonesia ireland israel italy
    japan kenya latvia lithuania luxembourg malaysia malta mexico morocco netherlands nigeria norway pakistan peru
    philippines poland portugal romania rwanda scotland singapore slovakia slovenia spain sweden switzerland taiwan
    tanzania thailand turkey uganda uk ukraine usa uae vietnam wales
    """.split()
) | {"south africa", "united kingdom", "united states", "new zealand", "saudi arabia", "czech republic"}
"""Countries behind a town, folded: what ends with one is a place, and no employer."""
PROFILE_HOSTS = frozenset(
    """
    linkedin.com github.com gitlab.com bitbucket.org xing.com stackoverflow.com twitter.com x.com kaggle.com medium.com
    orcid.org dribbble.com behance.net huggingface.co researchgate.net
    """.split()
)
"""Sites on which an address names a person."""
