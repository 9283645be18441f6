"""What the rules about analysis and timeline find, as sentences, with the command that answers."""

from fktui.words.language import N_
from fktui.words.tables.issues.issue_words import Words

ISSUES: dict[str, Words] = {
    "strength-none": Words(
        N_("No strength of {name} has been noted yet."),
        "fk strength add {case} TEXT --about {record}",
    ),
    "domain-never-assessed": Words(
        N_("Not looked at yet, of the life domains: {domains}."), "fk domain score {case}"
    ),
    "six-of-seven": Words(
        N_(
            "At the start {count} life domains weighed {severity} or more; the help is meant for "
            "families with at least {wanted}. Does it fit?"
        ),
        "fk analysis show {case}",
    ),
    "worry-no-goal": Words(
        N_("The worry “{what}” leads to no goal, and it is not said why."),
        "fk worry edit {case} {record} --goal GOAL",
    ),
    "worry-no-nature": Words(
        N_("It is not said whether the worry “{what}” is a fact or an opinion."),
        "fk worry edit {case} {record} --nature KIND",
    ),
    "worry-no-source": Words(
        N_("It is not said where the worry “{what}” comes from."),
        "fk worry edit {case} {record} --source TEXT",
    ),
    "hearsay": Words(
        N_("“{what}” is how somebody sees it, but it is not said who."),
        "fk {command} edit {case} {record} --source TEXT",
    ),
    "never-together": Words(
        N_("Nobody has talked with {name} and another member of the family together."),
        "fk contact add {case}",
    ),
    "explanation-missing": Words(
        N_("The execution phase has begun, but there is no explanation together."),
        "fk analysis explain {case} TEXT --by NAMES",
    ),
    "explanation-not-carried": Words(
        N_("Nobody of the family carries the explanation yet."),
        "fk analysis explain {case} --by NAMES",
    ),
    "timeline-empty": Words(
        N_("No life event stands on the timeline yet."), "fk event add {case} TEXT"
    ),
    "care-history-empty": Words(
        N_("Earlier help and placements have not been noted yet."),
        "fk event add {case} TEXT --kind help",
    ),
}
