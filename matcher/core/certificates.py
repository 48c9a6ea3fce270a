"""Words that say that a bare name among the studies is a certificate, and no item of a pasted list: visible tables."""

from __future__ import annotations

from matcher.core.tokens import forms_of

PLACES = forms_of(
    """
    university college institute school academy polytechnic universidad université universität hochschule politecnico
    coursera edx udacity udemy linkedin datacamp pluralsight simplilearn futurelearn sans isaca isc2 iapp bcs axelos
    peoplecert pmi comptia giac prosci apmg icf cipd atd exin pecb insead
    """
)
"""Who teaches and certifies."""
NAMES = forms_of(
    """
    cissp cism cisa crisc cgeit cdpse ceh oscp osce oswe gcih gcia gsec gpen gcfa gcfe gmon gdat gwapt ccsp ccsk cciso
    cysa casp sscp ccna ccnp ccie mcse mcsa rhce rhcsa itil cobit togaf pmp prince2 capm csm cspo psm pspo cbap ccba
    ecba cipp cipm cipt cippe aigp cdmp phr sphr aptd cptd mcipd acipd fcipd assoccipd tae40116 tae40122 tae40110
    ptlls dtlls ctlls aevo cpa acca cima ccep cams ceds chfi ecsa crto crtp ejpt
    """
)
"""Names of certificates, which need no other word."""
CERTIFIED_BY_THE_LABEL = NAMES | forms_of("certified")
"""Words that only names of certificates hold, wherever they stand."""
TOLD_BY_THE_LABEL = CERTIFIED_BY_THE_LABEL | forms_of("auditor implementer belt associate chartered")
"""Words by which the name of a skill itself is that of a certificate."""
