"""What the rules about agreeing and meeting find, each with the command that answers it."""

from fktui.words.language import N_
from fktui.words.tables.issues.issue_words import Words

ISSUES: dict[str, Words] = {
    "agreed-changed": Words(
        N_("{agreed}: changed since {names} said yes or no. Talk about it again."),
        "fk meeting propose {case}",
    ),
    "goal-not-agreed": Words(
        N_("Goal “{title}” has been open since {opened_on}, and nobody of the family said yes."),
        "fk goal agree {case} {record} --by NAMES",
    ),
    "goal-unscored": Words(
        N_("Goal “{title}” has had no score since {since}, more than {weeks} weeks ago."),
        "fk goal score {case} {record}",
    ),
    "plan-not-agreed": Words(
        N_("The execution phase has begun, but nobody of the family said yes to the plan."),
        "fk plan agree {case} --by NAMES",
    ),
}
