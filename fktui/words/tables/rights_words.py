"""The right to a copy and the reasons to withhold, as sentences for paper and for the coach.

A table only: the short words for a choice are in `enum_words`.
"""

from fktui.method.rights.access import Reason
from fktui.method.rights.asking import Right
from fktui.words.language import N_

RIGHTS: dict[Right, str] = {
    Right.OWN: N_(
        "{name} may see and have what is written about {name}; from 16 without anybody else's "
        "yes (Jeugdwet 7.3.10; AVG 15)."
    ),
    Right.OWN_YOUTH: N_(
        "{name} is 12 or older and may see and have what is written about {name} (Jeugdwet "
        "7.3.10; AVG 15)."
    ),
    Right.PARENT: N_(
        "{name} is younger than 12; {reader} has authority and asks for {name} (Jeugdwet 7.3.10)."
    ),
    Right.PARENT_OF_YOUTH: N_(
        "{name} is between 12 and 16; {reader} has authority and may read along, unless that is "
        "contrary to good care (Jeugdwet 7.3.10, 7.3.11)."
    ),
    Right.CONSENT: N_(
        "{reader} gets this copy with the consent of those who must say yes for {name} "
        "(Jeugdwet 7.3.11)."
    ),
}
REASONS: dict[Reason, str] = {
    Reason.OTHERS: N_("about others only; their privacy (Jeugdwet 7.3.10, second sentence)"),
    Reason.NAMED: N_(
        "written for named people only; their privacy (Jeugdwet 7.3.10, second sentence)"
    ),
    Reason.TEAM: N_(
        "marked as for the team; the coach still looks whether that is right (Jeugdwet 7.3.10)"
    ),
    Reason.RESTRICTED: N_("restricted: the reporting code (Jeugdwet 4.1.7 and 7.3.10)"),
    Reason.ADDRESS: N_("where others live (Jeugdwet 7.3.10, second sentence)"),
    Reason.HIDDEN_HOME: N_("a secret address is never put on paper (Jeugdwet 7.3.10)"),
    Reason.APART: N_(
        "of somebody who lives elsewhere; their privacy (Jeugdwet 7.3.10, second sentence)"
    ),
    Reason.UNDIVIDED: N_(
        "not written person by person; the coach still looks at it (Jeugdwet 7.3.10)"
    ),
    Reason.CHOSEN: N_(
        "taken out by the coach for the privacy of another (Jeugdwet 7.3.10, second sentence)"
    ),
}
