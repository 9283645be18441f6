"""A finding about a case, as a sentence, and the command that answers it.

One table, from the code of `model.integrity`, `store` or `method.checks` to both. Errors that
stop a command are in `say`; days that are due are in `deadlines`.
"""

from shlex import quote
from typing import Any, NamedTuple

from fktui.model.issue import Issue, Place
from fktui.words.deadlines import DEADLINES, said, with_source
from fktui.words.error_words import SENTENCES as ERROR_WORDS
from fktui.words.file_words import FILE_WORDS, MEANT, say_edit
from fktui.words.labels import field_label
from fktui.words.language import N_, _


class Words(NamedTuple):
    """What is the matter, and what to type. In `remedy` a word in capitals is for the user."""

    sentence: str
    remedy: str


_BY_HAND = "fk save {case}"

ISSUES: dict[str, Words] = {
    # Whether the files fit together: model.integrity.
    "duplicate-id": Words(
        N_("The id {record} is used twice. Give one of the two another id."), _BY_HAND
    ),
    "odd-id": Words(
        N_("The id {record} is not written as it should be: {letter}- and five characters."),
        _BY_HAND,
    ),
    "dangling": Words(
        N_("{record} names {reference} as “{field}”, but that is not in this record."), _BY_HAND
    ),
    "impossible-date": Words(
        N_("{given}, as “{field}” of {record}, is not a day that exists."), _BY_HAND
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
        N_("The aftercare talk was to be held by {on}, {days} ago."), "fk contact add {case}"
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


def say_issue(issue: Issue) -> str:
    """What is the matter, after its place in the files and before its source, if it has these.

    A code without a sentence is said as it is: a newer version may have written it.
    """
    facts = {"record": issue.record, "field": _field(issue.place), **issue.facts}
    sentence = _sentence(issue.code)
    if issue.code in FILE_WORDS:
        facts |= {"field": (issue.place and issue.place.field) or "", "meant": _meant(facts)}
    if issue.code == "hand-edit":
        facts["kind"] = say_edit(facts["kind"])
    line = _(sentence).format_map(said(_with_event(facts))) if sentence else issue.code
    return _place(issue.place) + with_source(line, issue.facts.get("source", ""))


def remedy(issue: Issue, case_id: str) -> str:
    """The command that answers a finding; nothing when the answer is in the file itself.

    It will be pasted in a shell, so what comes from a file is quoted there.
    """
    words = ISSUES.get(issue.code)
    if words is None:
        return _BY_HAND.format(case=case_id) if issue.code.startswith("hand-edit") else ""
    facts = {**issue.facts, "case": case_id, "record": issue.record}
    return words.remedy.format_map(
        {name: quote(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    )


def _sentence(code: str) -> str:
    """From this table, from that of the files, or from the errors: an unsafe folder is one too."""
    if code in ISSUES:
        return ISSUES[code].sentence
    return FILE_WORDS.get(code) or ERROR_WORDS.get(code, "")


def _meant(facts: dict[str, Any]) -> str:
    return _(MEANT).format(meant=facts["meant"]) if facts.get("meant") else ""


def _with_event(facts: dict[str, Any]) -> dict[str, Any]:
    """A birthday is told with what changes on it."""
    change = DEADLINES.get(f"age-{facts.get('age')}")
    return {**facts, "event": _(change).format_map(facts)} if change else facts


def _field(place: Place | None) -> str:
    return field_label(place.field) if place and place.field else ""


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    if place.line is None:
        return f"{place.file}: "
    return _("{file}, line {line}").format(file=place.file, line=place.line) + ": "
