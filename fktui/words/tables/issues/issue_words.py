"""A finding about a case, as a sentence, and the command that answers it.

From the code of `model.integrity` or `method.checks` to both. What newer parts of the method find
is in the tables named `issues_…`.
"""

from typing import NamedTuple

from fktui.words.language import N_


class Words(NamedTuple):
    """What is the matter, and what to type. In `remedy` a word in capitals is for the user."""

    sentence: str
    remedy: str


BY_HAND = "fk save {case}"

ISSUES: dict[str, Words] = {
    # Whether the files fit together: model.integrity.
    "duplicate-id": Words(
        N_("The id {record} is used twice. Give one of the two another id."), BY_HAND
    ),
    "odd-id": Words(
        N_("The id {record} is not written as it should be: {letter}- and five characters."),
        BY_HAND,
    ),
    "dangling": Words(
        N_("{record} names {reference} as “{field}”, but that is not in this record."), BY_HAND
    ),
    "impossible-date": Words(
        N_("{given}, as “{field}” of {record}, is not a day that exists."), BY_HAND
    ),
    # The team around the family.
    "team-no-coach": Words(
        N_("No family coach has been named."), "fk case edit {case} --set coach=NAME"
    ),
    "team-no-second": Words(
        N_("No second colleague has been named."), "fk case edit {case} --set second=NAME"
    ),
    "team-no-lead-clinician": Words(
        N_("No lead clinician has been named."), "fk case edit {case} --set lead_clinician=NAME"
    ),
    "team-unknown-colleague": Words(
        N_("{given} is named as {place}, but is not in the team."),
        "fk case edit {case} --set {place}=NAME",
    ),
    # Authority and consent.
    "authority-missing": Words(
        N_("It is not known who has authority over {name}, so not who must say yes either."),
        "fk person authority {case} {name} HOLDER --source register",
    ),
    "authority-unchecked": Words(
        N_("The authority of {holder} over {name} has not been looked up in the register."),
        "fk person authority {case} {name} {holder} --source register",
    ),
    "consent-ending": Words(
        N_("The consent for “{what}” ends on {on}. Ask again if it is still needed."),
        "fk consent give {case}",
    ),
    "shared-without-ground": Words(
        N_("On {on} something went to {recipient} without a consent or a legal ground."),
        "fk consent list {case}",
    ),
    # Phases and days.
    "phase-none": Words(N_("This family is in none of the four phases."), "fk phase next {case}"),
    "phase-overdue": Words(
        N_("The {phase} was to end on {on}, {days} ago. Go on, or extend it with a reason."),
        "fk phase extend {case}",
    ),
    "group-plan-not-offered": Words(
        N_("It has not been noted whether a family group plan was offered."),
        "fk case group-plan {case} waived",
    ),
    "plan-overdue": Words(
        N_("The plan had to be discussed with youth and parents by {on}, {days} ago."),
        "fk case group-plan {case} --discussed DATE",
    ),
    "plan-written-overdue": Words(
        N_("The family asked for the plan on paper; it had to be there by {on}, {days} ago."),
        "fk case group-plan {case} --written DATE",
    ),
    "analysis-report-late": Words(
        N_("The analysis phase was to end on {on}, and its report has not been made."),
        "fk doc make {case} analysis-report",
    ),
    "no-family-meeting": Words(N_("No family meeting has been planned."), "fk meeting plan {case}"),
    "meeting-past": Words(
        N_("The meeting of {on} is still noted as planned. Was it held?"),
        "fk meeting hold {case} {record}",
    ),
    "aftercare-overdue": Words(
        N_("The aftercare talk was to be held by {on}, {days} ago."), "fk phase aftercare {case}"
    ),
    "birthday-near": Words(N_("{on}: {event}."), "fk consent who {case} {record}"),
    "trajectory-long": Words(
        N_("The help began on {started_on}, over {months} months ago. Does it still fit?"),
        "fk phase show {case}",
    ),
    # The plan.
    "plan-empty": Words(
        N_("The execution phase has begun, but there is no goal."), "fk goal add {case}"
    ),
    "goals-many": Words(
        N_("There are {count} goals at the same time. Which come first? At most {most} is doable."),
        "fk goal list {case}",
    ),
    "goal-no-owner": Words(
        N_("Goal “{title}” belongs to nobody of the family."),
        "fk goal edit {case} {record} --set owners=NAME",
    ),
    "goal-no-steps": Words(N_("Goal “{title}” has no steps."), "fk step add {case} {record}"),
    "goal-no-own-actor": Words(
        N_("In goal “{title}” neither the family nor its network does a step."),
        "fk step add {case} {record}",
    ),
    "goal-weight": Words(
        N_("The weight of goal “{title}” is {weight}, so it does not count in the T-score."),
        "fk goal edit {case} {record} --set weight=1",
    ),
    "score-off-scale": Words(
        N_("Goal “{title}” has the score {value}, but its scale goes from {low} to {high}."),
        "fk goal score {case} {goal}",
    ),
    "future-plan-empty": Words(
        N_("The closing phase has begun, but the future plan is still empty."),
        "fk future add {case}",
    ),
    # The people and the network.
    "never-alone": Words(N_("Nobody has talked with {name} alone."), "fk contact add {case}"),
    "network-empty": Words(
        N_("Nobody of the family's own network has been named."), "fk network add {case}"
    ),
    "network-old": Words(
        N_("The network map is over {months} months old. Look at it again together."),
        "fk network list {case}",
    ),
    "network-no-answer": Words(
        N_("{name} was asked on {asked_on}, and no answer has been noted."),
        "fk network edit {case} {record}",
    ),
}
