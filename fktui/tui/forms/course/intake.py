"""The intake: how the family came, what speaks for and against, safety, the decision together.

What was told and the goals of the referral are records like others (`forms.record`).
"""

from enum import Enum
from typing import Any

from fktui.model.case import find
from fktui.model.intake import (
    Contraindication,
    ContraindicationKind,
    Expectation,
    IncomingPlanKind,
    IndicationKind,
    IntakeOutcome,
    Route,
)
from fktui.model.stored import Saved
from fktui.tui.forms.course.case import different, say_emptied, with_emptied
from fktui.tui.forms.fields import (
    as_typed,
    choice_field,
    day_field,
    note_field,
    record_field,
    text_field,
    titled,
    told,
    yes_no_field,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.usecases.course import intake
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_participants
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.dates import Look
from fktui.words.time.say_dates import say_day

_WORDS = ("advice", "again", "note")
"""What a decision has in words; each can be emptied."""


def intake_form(ask: Ask) -> Form:
    """By which way the family comes, under what provision, with which question."""
    head = ask.seen.case.intake
    fields: tuple[Field, ...] = (
        choice_field(Route, "route", label(head.route) if head.route else ""),
        text_field("provision", head.provision or ""),
        note_field("question", head.question or "", title=titled("question")),
    )
    if head.destroy_on:
        day = as_typed(ask, head.destroy_on)
        fields = (*fields[:2], day_field(ask, "destroy_on", Look.AHEAD, day), fields[2])

    def save(desk: Desk, values: Values) -> Done:
        new = different(fields, values)
        return _done(ask, intake.edit_intake(desk, ask.seen.case.id, new), "head:intake")

    return Form("intake.edit", _("How the family comes"), fields, save, clears=True)


def incoming_plan_form(ask: Ask) -> Form:
    """The plan that came along with the referral."""
    plan = ask.seen.case.intake.incoming_plan
    fields = (
        choice_field(IncomingPlanKind, "kind", label(plan.kind) if plan else "", needed=True),
        text_field("by", (plan.by if plan else "") or "", title=_("Made by")),
        day_field(ask, "on", Look.BACK, as_typed(ask, plan.on) if plan else ""),
        text_field("kept_at", (plan.kept_at if plan else "") or ""),
        note_field("summary", (plan.summary if plan else "") or "", title=titled("summary")),
    )

    def save(desk: Desk, values: Values) -> Done:
        new = different(fields, values)
        saved = intake.set_incoming_plan(desk, ask.seen.case.id, new)
        return _done(ask, saved, "head:incoming_plan")

    return Form("intake.plan", titled("incoming_plan"), fields, save, clears=True)


def indication_form(ask: Ask) -> Form:
    """Whether an indication is there."""
    kind, record = _kind_meant(ask, IndicationKind)
    applies = as_typed(ask, record.applies) if record else ""

    def save(desk: Desk, values: Values) -> Done:
        which = kind or values["kind"]
        new = with_emptied(fields, values, note="")
        said = {"applies": new["applies"], "note": new.get("note")}
        saved = intake.note_indication(desk, ask.seen.case.id, which, **said)
        done = _done(ask, saved, saved.act.record or "")
        return _and(done, say_emptied(fields, values, "note"))

    fields = (
        _kind_field(kind, IndicationKind),
        yes_no_field("applies", applies, needed=True),
        text_field("note", (record.note if record else "") or ""),
    )
    start = "applies" if kind else ""
    return Form("indication.edit", _("What speaks for it"), fields, save, start, clears=True)


def contraindication_form(ask: Ask) -> Form:
    """Whether a contra-indication is there, why the help may start anyway, what lifts it."""
    kind, record = _kind_meant(ask, ContraindicationKind)

    def first(name: str) -> str:
        return as_typed(ask, getattr(record, name)) if record else ""

    def save(desk: Desk, values: Values) -> Done:
        which = kind or values["kind"]
        new = with_emptied(fields, values, motive=None, consulted=(), safety_plan=None)
        new.pop("kind", None)
        saved = intake.note_contraindication(desk, ask.seen.case.id, which, new)
        said = say_emptied(fields, values, "motive", "consulted", "safety_plan")
        return _and(_done(ask, saved, saved.act.record or ""), said)

    plans = tuple(f"{one.id} ({say_day(one.made_on)})" for one in ask.seen.case.safety.plans)
    fields = (
        _kind_field(kind, ContraindicationKind),
        yes_no_field("applies", first("applies"), needed=True),
        text_field("motive", first("motive")),
        record_field(ask, Contraindication, "consulted", first("consulted"), many=True),
        record_field(
            ask, Contraindication, "safety_plan", first("safety_plan"), hint=", ".join(plans)
        ),
        day_field(ask, "on", Look.BACK, first("on") or _("today")),
    )
    start = "applies" if kind else ""
    title = _("What speaks against it")
    return Form("contraindication.edit", title, fields, save, start, clears=True)


def judgement_form(ask: Ask) -> Form:
    """Whether there is acute danger, and whether this help can make the child safer."""
    judged = ask.seen.case.intake.safety
    fields = (
        yes_no_field("acute", as_typed(ask, judged.acute) if judged else "", needed=True),
        choice_field(
            Expectation, "makes_safer", label(judged.makes_safer) if judged else "", needed=True
        ),
        _by(ask, judged.by if judged else ()),
        day_field(ask, "on", Look.BACK, _("today")),
        note_field("facts", (judged.facts if judged else "") or "", title=titled("facts")),
    )

    def save(desk: Desk, values: Values) -> Done:
        new = with_emptied(fields, values, facts=None, by=())
        saved = intake.judge_safety(desk, ask.seen.case.id, new)
        said = say_emptied(fields, values, "facts", "by")
        return _and(_done(ask, saved, "head:judgement"), said)

    return Form("intake.judge", _("Safety at the intake"), fields, save, clears=True)


def decision_form(ask: Ask) -> Form:
    """What family, referrer and team decided together."""
    made = ask.seen.case.intake.decision

    def first(name: str) -> str:
        return (getattr(made, name) if made else "") or ""

    fields = (
        choice_field(IntakeOutcome, "outcome", label(made.outcome) if made else "", needed=True),
        _by(ask, made.by if made else ()),
        day_field(ask, "on", Look.BACK, as_typed(ask, made.on) if made else _("today")),
        *(text_field(name, first(name)) for name in _WORDS[:-1]),
        note_field("note", first("note")),
    )

    def save(desk: Desk, values: Values) -> Done:
        new = with_emptied(fields, values, by=(), **dict.fromkeys(_WORDS))
        new.pop("outcome")
        if made and made.outcome is not values["outcome"] and new.get("on") == made.on:
            new["on"] = desk.today  # another decision, with the day of the first one left standing
        saved = intake.decide(desk, ask.seen.case.id, values["outcome"], new)
        said = say_emptied(fields, values, "by", *_WORDS)
        done = _and(_done(ask, saved, "head:decision"), said)
        until = saved.loaded.case.intake.destroy_on
        if until is None:
            return done
        return _and(done, _("The record is kept until {day}.").format(day=say_day(until)))

    return Form(
        id="intake.decide",
        title=_("The decision together"),
        fields=fields,
        save=save,
        notes=(_("Not suitable: note which better offer was thought of together."),),
        clears=True,
    )


def _done(ask: Ask, saved: Saved, record: str) -> Done:
    return Done(saved.act.subject, ask.seen.case.id, record)


def _and(done: Done, more: str) -> Done:
    """With a sentence more to say."""
    return done._replace(said=f"{done.said} · {more}") if more else done


def _kind_meant(ask: Ask, kinds: type[Enum]) -> tuple[Any, Any]:
    """Which indication the cursor stood on, and its record when it was gone through before."""
    located = find(ask.seen.case, ask.record) if ask.record else None
    if located is not None:
        return located.record.kind, located.record
    value = ask.record.partition(":")[2]
    return next((one for one in kinds if one.value == value), None), None


def _kind_field(kind: Any, kinds: type[Enum]) -> Field:
    if kind is None:
        return choice_field(kinds, "kind", needed=True)
    return told("kind", titled("kind"), label(kind))


def _by(ask: Ask, by: tuple[str, ...]) -> Field:
    """People and roles such as the referrer."""
    case, desk = ask.seen.case, ask.desk
    names = desk.names(case)

    def read(typed: str) -> tuple[str, ...]:
        parts = filter(None, (part.strip() for part in typed.split(",")))
        return find_participants(case, parts, desk.colleagues)

    return Field(
        "by",
        _("Decided with"),
        read,
        lambda value: listed(value, names),
        listed(by, names),
        choices=tuple(names[one.id] for one in case.family.people if one.until is None),
        many=True,
    )
