"""The intake: what the referrer tells, what speaks for and against, what is decided together.

What is complete, open or seen by the files is found in `method.intake`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec

from fktui.errors import WrongUse
from fktui.method.days import add_months
from fktui.method.phases import current
from fktui.model.case import KINDS, Case, put
from fktui.model.intake import (
    ContraindicationKind,
    IncomingPlan,
    IndicationKind,
    Intake,
    IntakeDecision,
    IntakeOutcome,
    SafetyJudgement,
)
from fktui.model.stored import Act, Change, Loaded, Saved
from fktui.model.trajectory import Phase, Status
from fktui.usecases.desk import Desk
from fktui.usecases.records import (
    act_on,
    add_record,
    changed_record,
    check_order,
    checked,
    edit_record,
    new_record,
    not_to_come,
    require,
    with_fields,
)
from fktui.words.acts import subject
from fktui.words.labels import field_label, label

Fields = Mapping[str, Any]

HEAD = ("route", "provision", "question", "destroy_on")
"""The fields of the intake itself; the others are records, or have a verb of their own."""


class _Part(NamedTuple):
    """A part of the intake that there is one of, and how its change is told."""

    field: str
    action: str
    facts: dict[str, object]


def edit_intake(desk: Desk, case_id: str, fields: Fields) -> Saved:
    """Change by which way the family comes, under which provision, with which question.

    Raises:
        WrongUse: it is another field, a value does not fit, or nothing would be different.
    """
    other = set(fields) - set(HEAD)
    if other & set(Intake.__struct_fields__):
        raise WrongUse("intake-own-verb", field=min(other), case=case_id)

    def edit(loaded: Loaded) -> Change:
        before = loaded.case.intake
        after = with_fields(before, fields)
        names = tuple(name for name in HEAD if getattr(before, name) != getattr(after, name))
        if not names:
            raise WrongUse("nothing-changed", record=case_id)
        labels = ", ".join(field_label(name) for name in names)
        return _told(loaded.case, after, "intake.edit", names, fields=labels)

    return desk.change(case_id, edit)


def set_incoming_plan(desk: Desk, case_id: str, fields: Fields) -> Saved:
    """Note the plan that came along with the referral; what is not named stays as it was.

    Raises:
        WrongUse: its kind was never told, a value does not fit, or nothing would be different.
    """
    if fields.get("on"):
        not_to_come(desk, fields["on"])

    def edit(loaded: Loaded) -> Change:
        before = loaded.case.intake.incoming_plan
        if before is None:
            require(fields, "kind")
        plan = with_fields(before, fields) if before else checked(IncomingPlan, fields)
        part = _Part("incoming_plan", "intake.plan", {"kind": label(plan.kind)})
        return _replaced(loaded.case, part, plan)

    return desk.change(case_id, edit)


def add_information(desk: Desk, case_id: str, fields: Fields) -> Saved:
    """Note what is known of a person or a life domain, or that it was asked for.

    Raises:
        WrongUse: there is neither an answer nor a day on which it was asked; it was asked but not
            about what; the day is still to come.
    """
    answered = str(fields.get("summary") or "").strip()
    if fields.get("asked_on") and not (fields.get("about") or fields.get("domain")):
        raise WrongUse("asked-about-what")
    if not fields.get("asked_on"):
        require(fields, "summary")
    known = {"on": desk.today, **fields} if answered else dict(fields)
    for name in ("on", "asked_on"):
        if known.get(name):
            not_to_come(desk, known[name])
    return add_record(desk, case_id, "information", known)


def answer_information(desk: Desk, case_id: str, given: str, fields: Fields) -> Saved:
    """Note the answer to what was asked for; or change what was noted.

    Raises:
        NotFound, Ambiguous: `given` is not one of them.
        WrongUse: there is no answer still, the day is to come, or nothing would be different.
    """

    def new(_case: Case, record: Any) -> Fields:
        after = with_fields(record, fields)
        require({"summary": after.summary}, "summary")
        on = after.on or desk.today
        not_to_come(desk, on)
        return {**fields, "on": on}

    return edit_record(desk, case_id, given, ("information",), new)


def add_referral_goal(desk: Desk, case_id: str, fields: Fields) -> Saved:
    """Note what the referrer hopes for, beside the family's own goals.

    Raises:
        WrongUse: it says nothing.
    """
    require(fields, "text")
    return add_record(desk, case_id, "referral_goal", fields)


def edit_referral_goal(desk: Desk, case_id: str, given: str, fields: Fields) -> Saved:
    """Say which goals of the family it became part of, or why none; or change its text.

    Raises:
        NotFound, Ambiguous: `given` is not one of them.
        WrongUse: nothing would be different.
    """
    if "text" in fields:
        require(fields, "text")
    return edit_record(desk, case_id, given, ("referral_goal",), fields)


def note_indication(
    desk: Desk, case_id: str, kind: IndicationKind, *, applies: bool, note: str | None = None
) -> Saved:
    """Note whether an indication is there; of each kind there is one record.

    Without a note an earlier one stays; an empty one takes it away.

    Raises:
        WrongUse: nothing would be different.
    """
    fields = {"applies": applies} | ({} if note is None else {"note": note or None})
    return _note_kind(desk, case_id, "indication", kind, fields)


def note_contraindication(
    desk: Desk, case_id: str, kind: ContraindicationKind, fields: Fields
) -> Saved:
    """Note whether a contra-indication is there, why the help may start, what lifts it.

    Args:
        desk: where it is done.
        case_id: the family.
        kind: which; of each there is one record.
        fields: `applies` is needed; `motive`, `consulted`, `safety_plan`, `on` (today).

    Raises:
        NotFound, Ambiguous: the safety plan is not one of the family's.
        WrongUse: the day is still to come, a value does not fit, or nothing would be different.
    """
    if fields.get("on"):
        not_to_come(desk, fields["on"])
    return _note_kind(desk, case_id, "contraindication", kind, fields)


def judge_safety(desk: Desk, case_id: str, fields: Fields) -> Saved:
    """Judge whether there is acute danger and whether this help can make the child safer.

    The first time both must be said; after that only what is new, on the day of the new judgement.

    Raises:
        WrongUse: one of them was never said, the day is still to come, or nothing is different.
    """

    def edit(loaded: Loaded) -> Change:
        before = loaded.case.intake.safety
        if before is None:
            require(fields, "acute", "makes_safer")
        judged = (
            with_fields(before, fields)
            if before
            else checked(SafetyJudgement, {"on": desk.today, **fields})
        )
        not_to_come(desk, judged.on)
        return _replaced(loaded.case, _Part("safety", "intake.safety", {}), judged)

    return desk.change(case_id, edit)


def decide(desk: Desk, case_id: str, outcome: IntakeOutcome, fields: Fields) -> Saved:
    """Note what family, referrer and team decided together.

    Admitted, the family is being helped; not suitable, it is declined and its record gets the day
    on which it is destroyed. The same outcome again only changes what is named.

    Raises:
        WrongUse: the help has ended, or is past its start phase and is ended in another way; the
            day is still to come; nothing would be different.
    """

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        before = case.intake.decision
        same = before is not None and before.outcome is outcome
        decision: IntakeDecision = (
            with_fields(before, fields)
            if same
            else checked(IntakeDecision, {"on": desk.today, **fields, "outcome": outcome})
        )
        not_to_come(desk, decision.on)
        if outcome is IntakeOutcome.ADMITTED:
            case = _admitted(case)
        else:
            case = _declined(desk, case, decision.on)
        part = _Part("decision", "intake.decision", {"outcome": label(outcome)})
        return _replaced(case, part, decision, before=loaded.case)

    return desk.change(case_id, edit)


def _admitted(case: Case) -> Case:
    if case.trajectory.status is Status.CLOSED:
        raise WrongUse("help-ended", case=case.id, status=case.trajectory.status)
    return _with_status(case, Status.ACTIVE, destroy_on=None)


def _declined(desk: Desk, case: Case, on: date) -> Case:
    """The case of a family that does not get this help; a start phase that runs, ends."""
    if case.trajectory.status is Status.CLOSED:
        raise WrongUse("help-ended", case=case.id, status=case.trajectory.status)
    later = [
        one
        for one in case.trajectory.phases
        if one.started_on is not None and one.phase is not Phase.START
    ]
    if later:
        raise WrongUse("decline-too-late", case=case.id, phase=later[-1].phase)
    running = current(case.trajectory)
    if running is not None:
        check_order(running.id, running.started_on, on)
        case = put(case, "phase", with_fields(running, {"ended_on": on}))
    kept = case.intake.destroy_on if case.trajectory.status is Status.DECLINED else None
    until = kept or add_months(on, desk.norms.refused_months.value)
    return _with_status(case, Status.DECLINED, destroy_on=until)


def _with_status(case: Case, status: Status, *, destroy_on: date | None) -> Case:
    return msgspec.structs.replace(
        case,
        trajectory=msgspec.structs.replace(case.trajectory, status=status),
        intake=msgspec.structs.replace(case.intake, destroy_on=destroy_on),
    )


def _note_kind(
    desk: Desk,
    case_id: str,
    record_kind: str,
    kind: IndicationKind | ContraindicationKind,
    fields: Fields,
) -> Saved:
    """The one record of this kind, made or changed."""

    def edit(loaded: Loaded) -> Change:
        known: tuple[Any, ...] = getattr(loaded.case.intake, f"{record_kind}s")
        noted = {one.kind: one for one in known}
        if kind in noted:
            return changed_record(loaded.case, noted[kind], record_kind, fields)
        made = {**fields, "kind": kind}
        if "on" in KINDS[record_kind].type.__struct_fields__:
            made.setdefault("on", desk.today)
        record = new_record(desk, loaded.case, record_kind, made)
        case = put(loaded.case, record_kind, record)
        return Change(case=case, act=act_on(f"{record_kind}.add", record))

    return desk.change(case_id, edit)


def _replaced(case: Case, part: _Part, value: Any, *, before: Case | None = None) -> Change:
    """The case with one part of the intake in another form.

    Args:
        case: with what else changes in the same act.
        part: which part.
        value: what it is from now on.
        before: the case as it was, when more changes.
    """
    after = msgspec.structs.replace(case.intake, **{part.field: value})
    change = _told(case, after, part.action, (part.field,), **part.facts)
    if change.case == (before or case):
        raise WrongUse("nothing-changed", record=case.id)
    return change


def _told(
    case: Case, after: Intake, action: str, names: tuple[str, ...], **facts: object
) -> Change:
    act = Act(action=action, subject=subject(action, **facts), record=case.id, fields=names)
    return Change(case=msgspec.structs.replace(case, intake=after), act=act)
