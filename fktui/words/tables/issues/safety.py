"""What the rules about safety find, as sentences, with the command that answers each."""

from fktui.words.language import N_
from fktui.words.tables.issues.issue_words import Words

_SHOW = "fk reporting-code show {case} --path {record}"

ISSUES: dict[str, Words] = {
    # The safety plan.
    "safety-acute-no-plan": Words(
        N_("On {on} acute danger was seen, and no safety plan is running."),
        "fk safety new {case} --reason TEXT",
    ),
    "safety-no-danger": Words(
        N_("Safety plan {record} does not say what may happen to whom if nothing changes."),
        "fk safety edit {case} {record} --danger TEXT",
    ),
    "safety-no-signals": Words(
        N_("Safety plan {record} has no signals: green, orange, red."),
        "fk safety signal {case} red TEXT --plan {record}",
    ),
    "safety-no-red": Words(
        N_("Safety plan {record} does not say at which signals one acts at once (red)."),
        "fk safety signal {case} red TEXT --plan {record}",
    ),
    "safety-no-guard": Words(
        N_("Nobody watches whether safety plan {record} is kept."),
        "fk safety guard {case} NAME --plan {record}",
    ),
    "safety-no-calls": Words(
        N_("Safety plan {record} does not say who calls whom."),
        "fk safety call {case} NAME --who NAME --plan {record}",
    ),
    "safety-no-immediate": Words(
        N_("Safety plan {record} has no agreement that makes it safe at once."),
        "fk safety agreement {case} TEXT --kind immediate --plan {record}",
    ),
    "safety-no-children-text": Words(
        N_("{name} is young, and safety plan {record} is not there in words for children."),
        "fk safety edit {case} {record} --children TEXT",
    ),
    "safety-no-review": Words(
        N_("No day is planned on which safety plan {record} is looked at again."),
        "fk safety review {case} --on DATE --plan {record}",
    ),
    "safety-review-overdue": Words(
        N_("The safety plan was to be looked at again on {on}, {days} ago."),
        "fk safety review {case} --held --plan {plan}",
    ),
    "safety-condition-overdue": Words(
        N_("The condition “{what}”, set by {set_by}, had to be met by {on}, {days} ago."),
        "fk safety condition {case} --met {record}",
    ),
    "scaling-old": Words(
        N_("Since {since}, over {weeks} weeks, nobody has been asked how safe it is."),
        "fk safety scale {case} 0-10 --by NAME",
    ),
    # The reporting code: no word of what it is about.
    "reporting-code-stuck": Words(
        N_("Reporting code {record}: nothing was noted since {since}. Next: {code_step}."),
        _SHOW,
    ),
    "reporting-code-not-closed": Words(
        N_("Reporting code {record}: all steps were taken by {since}; what came of it?"),
        "fk reporting-code close {case} OUTCOME --path {record}",
    ),
    "reporting-code-order": Words(
        N_("Reporting code {record}: “{code_step}” was taken without “{code_missing}” before it."),
        _SHOW,
    ),
    "reporting-code-unweighed": Words(
        N_("Reporting code {record}: on {on} it was decided without weighing first."),
        _SHOW,
    ),
    "reporting-code-unsafe": Words(
        N_("Reporting code {record}: unsafety was weighed, and that is always reported."),
        "fk reporting-code close {case} reported --path {record}",
    ),
    "reporting-code-not-enough": Words(
        N_("Reporting code {record}: own help is not enough, and then it is reported."),
        "fk reporting-code close {case} reported --path {record}",
    ),
    "reporting-code-readers": Words(
        N_("Reporting code {record} may be read by others than the team. Mend safety.yaml."),
        "fk save {case}",
    ),
}
