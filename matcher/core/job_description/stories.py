"""Words in sentences of job descriptions that ask for nothing: the company's story, pay, benefits. Visible tables."""

from __future__ import annotations

from matcher.core.model.job_descriptions import Part

STORIES: dict[Part, str] = {
    Part.PAY: """
        salary; the pay; pay is; pay range; per annum; per hour; an hour; gross; ctc; lpa; full time; part time;
        fixed term; permanent contract; the rota is; hours a week; hours per week; notice period; on target
        earnings; stipend; job share; starting salary; superannuation; wage; main pay range; we pay; weekly pay;
        shift pattern; maternity cover; the hours are; paid weekly; paid monthly; bank holidays; day shift;
        night shift; collective agreement; minimum salary; overpayment
    """,
    Part.BENEFITS: """
        we offer; you get; you'd get; you would get; you receive; you'll get; you will get; you will receive;
        you'll receive; pension; holiday; annual leave; paid leave; parental leave; days off; days leave; perks;
        benefits; discount; free parking; lunch; health insurance; medical insurance; dental; 401k; bonus
        scheme; wellbeing; gym; training budget; development budget; learning budget; budget for courses; staff
        accommodation; study assistance; salary packaging; company car; lease bike; meal vouchers; unlimited
        time off; equity; share options; private healthcare; cycle to work; sick pay; overtime; relocation;
        mediclaim; paid time off; pto; vacation; you can work from home; flexible working; tuition
        reimbursement; season ticket; in return; insurance for; days of leave; home office; training fund;
        employee assistance; per diem; union benefits; profit sharing; free meals; childcare; pays for; will pay
        for
    """,
    Part.EQUAL: """
        equal opportunity; equal opportunities; equal employment; without regard to; regardless of;
        we welcome applications; welcome applicants; welcome everyone; all welcome; encouraged to apply;
        sexual orientation; gender identity; protected veteran; marital status; we celebrate; diversity;
        underrepresented; under represented; people of all; all backgrounds; reasonable adjustment;
        reasonable accommodation; disability confident; whoever you are; race; religion; makes adjustments;
        make adjustments; disabled people; women returning; committed to inclusion; affirmative action;
        employ people; eoe; eeo; is committed to; are committed to; encourage applications; if you need; if you require;
        adjustments; committed to equality; hire for ability; recruits on competence; ethnicity; discriminate on
    """,
    Part.APPLY: """
        to apply; apply now; apply today; apply by; apply through; apply via; apply online; please apply;
        how to apply; your cv; a cv; cv to; cv and; updated cv; cover letter; covering letter; send your; send us;
        send a; send three; email us; closing date; closes on; applications close; shortlisted; short listed;
        application form; your application; applications must; applications should; submit a; please submit;
        please send; please upload; write to us; call us; interviews will; interview will; recruitment in;
        recruiters; recruitment agencies; no agencies; by agencies; from agencies; drop in; interested candidates;
        share your; assessment day; trial shift; before friday; how we hire; your resume; application deadline;
        walk in; phone interview; visits are; use the form; selection committee; interviews on; for questions;
        late applications; mode of application; canvassing; will be contacted; we'll answer; we will answer;
        should be submitted; applications are; no agency
    """,
    Part.LEGAL: """
        personal data; privacy notice; privacy policy; privacy statement; applicant data; your data; your
        details; authorized to work; authorised to work; eligible to work; work authorization; work
        authorisation; right to work; background check; dbs check; disclosure and barring; police check;
        criminal record; reference check; references will; references and; visa sponsorship; work permit;
        sponsorship; rehabilitation of offenders; e verify; drug test; drug screen; pre employment; subject to;
        at will; by sharing; your information; information you provide; will be deleted; confidence; citizens;
        we do not use; probation; permanent resident; we keep your; not an offer of employment; reserves the
        right; medical check; merit pool; working rights; conditions of employment; false declaration; fake
        offer; automated tools; human review; skilled worker; security clearance; police clearance; garda
        vetting; medical examination; state of health; good conduct; military service; declaration of
        commitment; considered prejudicial; fit and proper; security act; obligations imposed; character
        requirements; member state; national of
    """,
}
"""What is no requirement, by reason. In a part whose heading asks, only `FIRM` ones take a sentence out."""
STORY_WORDS: dict[Part, tuple[str, int]] = {
    Part.BENEFITS: (
        """
        allowance bonus pension holiday holidays vacation leave insurance discount discounts gym perk perks dental
        vision medical voucher vouchers lunch breakfast snack snacks fruit birthday sabbatical parental
        maternity paternity healthcare wellness wellbeing mindfulness physiotherapy childcare creche nursery commute
        commuter bike bicycle cycle parking rail season relocation tuition reimbursement sick share shares stock option
        equity vesting retirement 401 superannuation gratuity provident remote hybrid laptop laptops macbook retreat
        retreats offsite socials party parties drinks beer coffee canteen subsidised subsidized meal meals housing
        accommodation uniform beach beaches sea sunshine climate
        """,
        2,
    ),
    Part.COMPANY: (
        """
        founded headquartered headquarters subsidiary subsidiaries revenue turnover employs employees award awards
        awarded listed nasdaq nyse ftse dax privately family-owned owned acquired acquisition investors funded funding
        unicorn startup scaleup worldwide countries continents offices stores branches brands passengers visitors
        patients inhabitants households million billion largest oldest fastest-growing leading pioneer pioneers story
        journey heritage century decades proud pride
        """,
        3,
    ),
    Part.APPLY: (
        """
        apply applying application applications cv resume covering letter portfolio email recruiter interview
        interviews shortlist shortlisted closing deadline vacancy reference quoting
        """,
        3,
    ),
    Part.LEGAL: (
        """
        data privacy gdpr consent retain retained store stored delete deleted personal information agencies agency
        unsolicited fees sponsorship visa checks vetting criminal
        """,
        4,
    ),
}
"""Words of stories, and how many of them make a sentence one that says of nothing how much it is wanted."""
FIRM = """
    we offer; equal opportunity; eoe; eeo; without regard to; regardless of; to apply; apply now; please apply;
    your cv; cover letter; send your; closing date; privacy notice; privacy policy; salary; per annum; ctc;
    address each; right to work; we celebrate; encouraged to apply; applicants are asked; respond to each;
    sexual orientation; notice period; will not go forward; background check; authorized to work; authorised to
    work; eligible to work; work authorization; work authorisation; rehabilitation of offenders; skilled worker;
    informal visit; shortlisting process; can look forward to; rewards package; pvg scheme; drug test; drug
    screen; drug and alcohol; for further details; for an informal; this post is subject; military service;
    security clearance; character requirements; member state; medical adviser; garda vetting; police clearance;
    good conduct; state of health
"""
"""What no duty or requirement says, wherever it stands."""
