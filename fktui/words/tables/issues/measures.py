"""What the rules about instruments and studies find, as sentences, with what answers each."""

from fktui.words.language import N_
from fktui.words.tables.issues.issue_words import Words

ISSUES: dict[str, Words] = {
    "measure-due": Words(
        N_("{title} was to be filled in {moment}: by {on}, {days} ago."),
        "fk measure add {case} {instrument} SCALE=FIGURE",
    ),
    "measure-off-scale": Words(
        N_("The figure {value} for “{scale}” cannot be: it goes from {low} to {high}."),
        "fk measure show {case} {record}",
    ),
    "research-without-consent": Words(
        N_("{name} takes part in a study, but not everybody who must has said yes to that."),
        "fk consent give {case} TEXT --by NAME --about {person} --for researcher "
        "--purpose research",
    ),
    "research-ask-open": Words(
        N_("{name} was asked on {asked_on} to take part in a study; no answer has been noted."),
        "fk measure join {case} {study} {person} yes",
    ),
}
