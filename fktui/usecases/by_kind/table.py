"""Adding, changing and ending a record of any kind: which usecase does it, in one table.

For screens that treat all kinds alike. The kinds of `subjects` are done by `entries`.
"""

from fktui.errors import WrongUse
from fktui.model.case import KINDS
from fktui.model.stored import Saved
from fktui.usecases.by_kind import own
from fktui.usecases.by_kind.way import (
    Ending,
    Values,
    Way,
    entry,
    line,
    plain_add,
    plain_edit,
    until,
)
from fktui.usecases.course import intake, phases
from fktui.usecases.desk import Desk
from fktui.usecases.journal import contacts, meetings
from fktui.usecases.people import consent, family, network
from fktui.usecases.plan import evaluations, future, goals, steps
from fktui.usecases.rights.statements import add_statement
from fktui.usecases.safety import plans, reporting_code
from fktui.usecases.safety.scaling import add_answer
from fktui.usecases.subjects import SUBJECTS


def add(desk: Desk, case_id: str, kind: str, fields: Values, parent: str = "") -> Saved:
    """Note something new of a kind.

    Args:
        desk: where it is done.
        case_id: the family.
        kind: a name in KINDS.
        fields: values by field.
        parent: the record that it goes inside of, for the kinds that have one.

    Raises:
        WrongUse: `not-added`; what is needed is missing, or a value does not fit.
    """
    way = way_of(kind)
    if way.add is None:
        raise WrongUse("not-added", kind=kind)
    return way.add(desk, case_id, fields, parent)


def edit(desk: Desk, case_id: str, kind: str, record: str, fields: Values) -> Saved:
    """Change these fields of a record.

    Raises:
        WrongUse: nothing would be different, or a value does not fit.
    """
    if not fields:
        raise WrongUse("nothing-changed", record=record)
    way = way_of(kind).edit or plain_edit(kind)
    return way(desk, case_id, record, fields)


def end(desk: Desk, case_id: str, kind: str, record: str, ending: Ending) -> Saved:
    """Let a record end; it stays in the files, or else in the history.

    Raises:
        WrongUse: `not-ended`; it ended before, or the day does not fit.
    """
    way = way_of(kind)
    if way.end is None:
        raise WrongUse("not-ended", kind=kind)
    return way.end(desk, case_id, record, ending)


def way_of(kind: str) -> Way:
    """How this kind is added, changed and ended."""
    if kind in SUBJECTS:
        return entry(kind)
    return WAYS.get(kind) or Way(plain_add(kind))


WAYS: dict[str, Way] = {
    "phase": Way(edit=phases.agree, fixed=("phase", "started_on", "ended_on", "conditions")),
    "extension": Way(own.extend, new=("until", "reason", "by")),
    "information": Way(lambda d, c, f, _p: intake.add_information(d, c, f), own.edit_information),
    "referral_goal": Way(
        lambda d, c, f, _p: intake.add_referral_goal(d, c, f), intake.edit_referral_goal
    ),
    "indication": Way(own.add_indication, fixed=("kind",)),
    "contraindication": Way(own.add_contraindication, fixed=("kind",)),
    "person": Way(
        lambda d, c, f, _p: family.add_person(d, c, f),
        family.edit_person,
        lambda d, c, r, how: family.end_person(d, c, r, how.on, how.because),
    ),
    "household": Way(own.add_household),
    "relation": Way(own.add_relation, end=until("relation"), asks=("on",), fixed=("person", "to")),
    "authority": Way(
        own.add_authority, end=until("authority"), asks=("on",), fixed=("child", "holder")
    ),
    "domain": Way(own.add_domain, fixed=("domain",)),
    "experience": Way(own.add_experience, fixed=("person",)),
    "network": Way(
        lambda d, c, f, _p: network.add_member(d, c, f),
        network.edit_member,
        lambda d, c, r, how: network.end_member(d, c, r, how.on, how.because),
    ),
    "tie": Way(own.add_tie, fixed=("network", "person")),
    "jim": Way(
        own.choose_jim,
        own.edit_jim,
        own.end_jim,
        new=("youth", "chosen", "chosen_on"),
        fixed=(
            *("youth", "chosen", "chosen_on", "asked_on", "answer", "answered_on"),
            *("until", "until_reason"),
        ),
    ),
    "candidate": Way(own.add_candidate, fixed=("person",)),
    "parental_answer": Way(own.add_parental_answer, fixed=("by",)),
    "jim_step": Way(own.add_jim_step),
    "goal": Way(
        lambda d, c, f, _p: goals.add_goal(d, c, f),
        fixed=("status", "status_on", "status_reason"),
        new=("title", "words_of", "owners", "domain", "target_on", "measure", "priority", "why"),
    ),
    "step": Way(
        lambda d, c, f, goal: steps.add_step(d, c, goal, f),
        end=lambda d, c, r, how: goals.finish_step(d, c, r, how.on),
        asks=("on",),
    ),
    "score": Way(own.add_score),
    "evaluation": Way(
        lambda d, c, f, _p: evaluations.evaluate(d, c, f), new=("note", "by", "on", "meeting")
    ),
    "future": Way(
        lambda d, c, f, _p: future.add_entry(d, c, f),
        new=("section", "text", "about", "who", "visible_to"),
        end=lambda d, c, r, _how: future.drop_entry(d, c, r),
        asks=(),
    ),
    "assent": Way(
        own.add_assent,
        own.edit_assent,
        fixed=("to", "by", "text"),
        new=("to", "by", "agrees", "because", "on"),
    ),
    "safety_plan": Way(
        lambda d, c, f, _p: plans.new_plan(d, c, f),
        plans.edit_line,
        lambda d, c, r, how: plans.end_plan(d, c, how.by, how.on, because=how.because, plan=r),
        asks=("on", "by", "because"),
        fixed=("made_on", "ended_on", "ended_by", "ended_reason"),
    ),
    **{kind: line(kind) for kind in plans.LINES},
    "scaling": Way(
        lambda d, c, f, _p: add_answer(d, c, f),
        plans.edit_line,
        new=("by", "value", "words", "on", "visible_to"),
    ),
    "reporting_code": Way(
        lambda d, c, f, _p: reporting_code.open_path(d, c, f),
        end=lambda d, c, r, how: reporting_code.close_path(d, c, how.outcome, how.on, r),
        asks=("outcome", "on"),
        new=("about", "concerns", "opened_on"),
        fixed=("opened_on", "closed_on", "outcome", "visible_to"),
    ),
    "code_step": Way(
        lambda d, c, f, path: reporting_code.add_step(d, c, f, path or None), fixed=("step",)
    ),
    "measurement": Way(fixed=("instrument",)),
    "participation": Way(
        own.add_participation,
        fixed=("study", "person"),
        new=("study", "person", "status", "on", "note"),
    ),
    "consent": Way(
        lambda d, c, f, _p: consent.give_consent(d, c, f),
        end=lambda d, c, r, how: consent.withdraw_consent(d, c, r, how.on, how.because),
        fixed=("withdrawn_on", "withdrawn_note"),
    ),
    "disclosure": Way(plain_add("disclosure"), fixed=("document", "consents")),
    "contact": Way(
        lambda d, c, f, _p: contacts.add_contact(d, c, f),
        contacts.edit_contact,
        new=("hours", "on", "at", "kind", "place", "present", "body", "goals", "visible_to"),
    ),
    "meeting": Way(
        lambda d, c, f, _p: meetings.plan_meeting(d, c, f),
        meetings.edit_meeting,
        lambda d, c, r, how: meetings.cancel_meeting(d, c, r, how.because or ""),
        asks=("because",),
        fixed=("status",),
    ),
    "meeting_agreement": Way(
        plain_add("meeting_agreement"),
        end=lambda d, c, r, how: meetings.finish_agreement(d, c, r, how.on),
        asks=("on",),
        fixed=("step",),
        new=("what", "who", "due", "goal"),
    ),
    "statement": Way(
        lambda d, c, f, _p: add_statement(d, c, f),
        fixed=("by", "entry"),
        new=("by", "on", "about", "visible_to", "body"),
    ),
    "document": Way(fixed=("template", "language", "made_on", "made_from", "recipient")),
}
"""By kind, those of `subjects` left out.

In short: d desk, c family, f fields, r record, how Ending.
"""

assert set(WAYS) | set(SUBJECTS) == set(KINDS)  # noqa: S101 - a slip of ours, seen at import
