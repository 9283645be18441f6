"""What the rules about rights find, as sentences, with the command that answers each."""

from fktui.words.language import N_
from fktui.words.tables.issues.issue_words import Words

ISSUES: dict[str, Words] = {
    "consent-missing": Words(
        N_("Reports are to go to {receiver}, and these have not said yes yet: {who}."),
        "fk consent who {case} --for {given}",
    ),
    "retention-near": Words(
        N_(
            "The last change in this record was on {last_change}; {years} years later, on {on}, "
            "it is destroyed. Is there a reason to keep it longer?"
        ),
        "fk history {case}",
    ),
    "visible-to-gone": Words(
        N_("Only people who are no longer there may read {record} ({record_kind})."),
        "fk history {case} {record}",
    ),
    "statement-lost": Words(
        N_("Statement {record} stands beside {entry}, which is no longer there."),
        "fk statement show {case} {record}",
    ),
    "adult-no-ground": Words(
        N_(
            "{name} is 18 or older, and youth help does not reach so far by itself. Under which "
            "law is {name} helped?"
        ),
        'fk intervention add {case} "…" --about {name} --regime social_support',
    ),
}
