"""What the rules about intake find, as sentences, with the command that answers each."""

from fktui.words.language import N_
from fktui.words.tables.issues.issue_words import Words

ISSUES: dict[str, Words] = {
    "acute-not-weighed": Words(
        N_(
            "On {on} acute danger was judged; it has not been noted as a contra-indication, nor "
            "why the help may start."
        ),
        "fk intake contra {case} unsafety yes --motive TEXT",
    ),
    "contraindication-no-motive": Words(
        N_("Contra-indication: {contraindication}. Why does the help start all the same?"),
        "fk intake contra {case} {contraindication} yes --motive TEXT",
    ),
    "contraindication-no-plan": Words(
        N_("Contra-indication: {contraindication}. No safety plan runs that lifts it."),
        "fk intake contra {case} {contraindication} yes --safety-plan PLAN",
    ),
    "intake-contraindication": Words(
        N_("Not yet gone through as contra-indications: {contraindications}."),
        "fk intake contra {case} KIND no",
    ),
    "intake-domains": Words(
        N_("At the referral nothing is known yet about: {domains}."),
        "fk intake info {case} TEXT --domain DOMAIN",
    ),
    "intake-indications": Words(
        N_("Of {count} indications it has not been noted whether they are there."),
        "fk intake show {case}",
    ),
    "intake-person": Words(
        N_("At the referral nothing is known yet about how {name} is doing."),
        "fk intake info {case} TEXT --about {record}",
    ),
    "not-decided-together": Words(
        N_(
            "It has not been noted that the family and the team decided together that "
            "FamilieKracht fits, with who were there."
        ),
        "fk intake decide {case} admitted --by NAMES",
    ),
    "not-in-one-go": Words(
        N_(
            "“{what}” has not started; “{first}” started on {on}. The help starts in one go: "
            "at most {weeks} weeks lie between."
        ),
        "fk intervention edit {case} {record} --since DATE",
    ),
    "referral-goal-lost": Words(
        N_("“{text}”, a goal of the referral, became no goal of the family. Why not?"),
        "fk intake goal {case} --change {record} --reason TEXT",
    ),
    "refused-holds-more": Words(
        N_(
            "This family was not admitted, but its record still holds more than the intake: "
            "{record_kind} ({count})."
        ),
        "fk intake show {case}",
    ),
    "refused-kept-long": Words(
        N_(
            "This family was not admitted; its record was to be destroyed on {on}, {days} ago. "
            "Destroy it, or say until when it is needed."
        ),
        "fk intake edit {case} --set destroy_on=DATE",
    ),
    "refused-no-advice": Words(
        N_("The help does not fit this family. Which better offer was thought of together?"),
        "fk intake decide {case} not_suitable --advice TEXT",
    ),
    "safety-not-judged": Words(
        N_("It has not been judged whether this help can make the child safer."),
        "fk intake judge {case}",
    ),
}
