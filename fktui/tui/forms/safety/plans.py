"""A safety plan as a whole: a new one, its versions, who watches, looking again, its end."""

from typing import Any

from fktui.errors import WrongUse
from fktui.method.safety import current_version, next_review, running_plans
from fktui.tui.forms.fields import (
    day_field,
    note_field,
    people_field,
    text_field,
)
from fktui.tui.forms.form import Ask, Done, Form, Values
from fktui.tui.forms.plain_fields import any_field
from fktui.tui.forms.readers import who_may_read
from fktui.tui.forms.which import Which, which
from fktui.usecases.desk import Desk
from fktui.usecases.safety import plans
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.dates import Look
from fktui.words.time.say_dates import say_day_of_year


def running(ask: Ask) -> Which:
    """The plan that a form is about, of those in force."""
    return which(ask, "safety_plan", offered=running_plans(ask.seen.case, ask.desk.today))


def new_form(ask: Ask) -> Form:
    """What gave rise to it, what may happen, what is wished; lines come after."""
    case = ask.seen.case

    def save(desk: Desk, values: Values) -> Done:
        saved = plans.new_plan(desk, case.id, values)
        return Done(saved.act.subject, case.id, saved.act.record or "")

    there = running_plans(case, ask.desk.today)
    note = _("A plan is running already; a change of it is a new version.") if there else ""
    return Form(
        id="safety.new",
        title=_("A new safety plan"),
        fields=(
            note_field("reason", title=_("What gave rise to it: facts"))._replace(needed=True),
            text_field("danger_statement", title=_("May happen"))._replace(
                hint=_("what may happen to whom if nothing changes")
            ),
            text_field("wished", title=_("Wished"))._replace(
                hint=_("what it looks like when it is safe")
            ),
            text_field("complicating", title=_("Harder by"))._replace(
                hint=_("what makes it harder")
            ),
            text_field("children_text", title=_("For children"))._replace(
                hint=_("the plan in words for children")
            ),
            any_field(ask, "safety_plan", "about"),
            day_field(ask, "made_on", Look.BACK, _("today"), needed=True),
            any_field(ask, "safety_plan", "visible_to")._replace(
                hint=_("empty: the whole family (F3)")
            ),
        ),
        save=save,
        notes=tuple(filter(None, (note,))),
        restricts="visible_to",
        question=who_may_read(ask, "safety_plan"),
    )


def version_form(ask: Ask) -> Form:
    """The plan as it is gets the next number."""
    plan = running(ask)

    def save(desk: Desk, values: Values) -> Done:
        chosen, because = plan.of(values), values.get("because")
        saved = plans.new_version(desk, ask.seen.case.id, chosen, values["on"], because)
        return Done(saved.act.subject, ask.seen.case.id, chosen)

    known = next((one for one in ask.seen.case.safety.plans if one.id == plan.id), None)
    version = current_version(known, ask.desk.today) if known else None
    told = _("Now it is version {number}, {day}.")
    notes = (
        (told.format(number=version.number, day=say_day_of_year(version.on)),) if version else ()
    )
    return Form(
        id="safety.version",
        title=_("The next version of the safety plan"),
        fields=(
            plan.field,
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            text_field("because", title=_("Because")),
        ),
        save=save,
        notes=notes,
    )


def guards_form(ask: Ask) -> Form:
    """Who watch that it is kept."""
    plan = running(ask)

    def save(desk: Desk, values: Values) -> Done:
        chosen = plan.of(values)
        saved = plans.add_guards(desk, ask.seen.case.id, values["guards"], chosen)
        return Done(saved.act.subject, ask.seen.case.id, chosen)

    known = next((one for one in ask.seen.case.safety.plans if one.id == plan.id), None)
    names = ask.desk.names(ask.seen.case)
    guards = listed(known.guards, names) if known else ""
    return Form(
        id="safety.guards",
        title=_("Who watch that the plan is kept"),
        fields=(
            plan.field,
            people_field(
                ask,
                "guards",
                title=_("Who too"),
                hint=_("names, with commas between them"),
                needed=True,
            ),
        ),
        save=save,
        notes=(_("Until now: {names}.").format(names=guards),) if guards else (),
    )


def review_form(ask: Ask) -> Form:
    """The plan was looked at again, or the day on which it will be."""
    plan = running(ask)
    case = ask.seen.case

    def save(desk: Desk, values: Values) -> Done:
        chosen, again = plan.of(values), values.get("again")
        fields: dict[str, Any] = {n: values[n] for n in ("by", "note") if n in values}
        if "held_on" in values:
            fields["held_on"] = values["held_on"]
            saved = plans.hold_review(desk, case.id, fields, chosen, again)
        elif again is not None:
            planned = fields | {"planned_on": again}
            saved = plans.add_line(desk, case.id, "review", planned, chosen)
        else:
            raise WrongUse("field-empty", field="held_on")
        return Done(saved.act.subject, case.id, saved.act.record or chosen)

    known = next((one for one in case.safety.plans if one.id == plan.id), None)
    ahead = next_review(known) if known else None
    told = _("Planned: {day}.")
    return Form(
        id="safety.review",
        title=_("Look at the safety plan again"),
        fields=(
            plan.field,
            day_field(ask, "held_on", Look.BACK, _("today"), title=_("Looked at on"))._replace(
                hint=_("empty: not yet; only plan the day")
            ),
            people_field(ask, "by", title=_("By whom"), hint=_("names, with commas between them")),
            day_field(ask, "again", Look.AHEAD, title=_("Next time")),
            note_field("note", title=_("What came out of it")),
        ),
        save=save,
        notes=(
            (told.format(day=say_day_of_year(ahead.planned_on)),)
            if ahead and ahead.planned_on
            else ()
        ),
    )


def end_form(ask: Ask) -> Form:
    """Decided together that it is safe enough."""
    plan = running(ask)

    def save(desk: Desk, values: Values) -> Done:
        chosen = plan.of(values)
        saved = plans.end_plan(
            *(desk, ask.seen.case.id, values["by"], values["on"]),
            because=values.get("because"),
            plan=chosen,
        )
        return Done(saved.act.subject, ask.seen.case.id, chosen)

    return Form(
        id="safety.end",
        title=_("The safety plan ends"),
        fields=(
            plan.field,
            people_field(
                ask,
                "by",
                title=_("Decided by"),
                hint=_("names, with commas between them"),
                needed=True,
            ),
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            text_field("because", title=_("Because"))._replace(hint=_("why it is safe enough")),
        ),
        save=save,
        notes=(_("This is decided together. The plan stays in the record."),),
    )
