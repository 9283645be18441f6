"""On to the next phase, more time for one, the end of the help, and taking it up again.

Family and coach decide; what is open is said, and never stands in the way (ui.md M5).
"""

from typing import Any

from fktui.errors import WrongUse
from fktui.method.days import DAYS_IN_WEEK, add_days
from fktui.method.phases import current, planned_end
from fktui.model.trajectory import EndReason, Phase, PhasePeriod, Status
from fktui.tui.forms.fields import (
    check_field,
    choice_field,
    day_field,
    note_field,
    people_field,
    text_field,
    titled,
    told,
    yes_no_field,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Lacking, Values
from fktui.usecases.course import ending
from fktui.usecases.course.phases import Asked, Course, Decision, course, enter_next, extend
from fktui.usecases.desk import Desk
from fktui.words.course.phases import say_band
from fktui.words.labels import condition_label, label
from fktui.words.language import _, ngettext
from fktui.words.say import say_on_screen
from fktui.words.time.dates import Look, parse_day
from fktui.words.time.say_dates import say_day, say_weeks

_OVER = (Status.CLOSED, Status.DECLINED)
_MET = "met-"
_CRITERIA = ("organises_daily_life", "relations_strengthened", "at_home")
_MOST_WEEKS = 200


def phase_form(ask: Ask) -> Form:
    """The next phase; after the last one the end of the help; after that, taking it up again."""
    case = ask.seen.case
    if case.trajectory.status in _OVER:
        return reopen_form(ask)
    found = course(ask.desk, case, ask.desk.today)
    if found.following is None:
        return close_form(ask)
    return _next_form(ask, found, found.following)


def _next_form(ask: Ask, found: Course, following: Phase) -> Form:
    case_id = ask.seen.case.id
    waiting = [one for one in found.asked if not _is_met(one)]

    def save(desk: Desk, values: Values) -> Done:
        moved = enter_next(desk, case_id, _decision(desk, found, values))
        count = len(moved.open)
        still = ngettext("{count} point still open", "{count} points still open", count)
        said = f" · {still.format(count=count)}" if count else ""
        return Done(moved.saved.act.subject + said, case_id, moved.saved.act.record or "")

    def lacks(values: Values) -> Lacking | None:
        still = [one for one in found.asked if not values.get(_MET + one.condition.code)]
        if not still or values.get("reason"):
            return None
        codes = " ".join(one.condition.code for one in still)
        asked = WrongUse("phase-needs-reason", phase=following, conditions=codes)
        return Lacking("reason", say_on_screen(asked))

    running = current(ask.seen.case.trajectory)
    old = label(running.phase) if running else ""
    title = _("From {old} to {new}").format(old=old, new=label(following))
    return Form(
        id=f"phase.{following.value}",
        title=title if old else _("Begin the {new}").format(new=label(following)),
        fields=(
            *(_condition(one) for one in sorted(found.asked, key=_is_met, reverse=True)),
            _reason(len(waiting)),
            _first_day(ask, following),
            _weeks(ask, found, following),
            people_field(ask, "by", title=_("Decided with"), hint=_("names, with commas between")),
            note_field("note"),
        ),
        save=save,
        start=_MET + waiting[0].condition.code if waiting else "reason",
        notes=(_("This you decide with the family. The program does not stop you."),),
        lacks=lacks,
    )


def _is_met(one: Asked) -> bool:
    return one.confirmed or bool(one.seen)


def _condition(one: Asked) -> Field:
    """What should be so: ticked where the record shows it, else to be ticked together."""
    hint = _("from the record") if one.seen else _("agreed earlier") if one.confirmed else ""
    said = condition_label(one.condition.code)
    return check_field(_MET + one.condition.code, said, on=_is_met(one), hint=hint)


def _reason(count: int) -> Field:
    """Needed while points stay open; the verb itself asks for it."""
    open_points = ngettext(
        "needed while {count} point is open", "needed while {count} points are open", count
    )
    hint = open_points.format(count=count) if count else ""
    return text_field("reason", title=_("Reason"))._replace(hint=hint)


def _decision(desk: Desk, found: Course, values: Values) -> Decision:
    """What was ticked and typed."""
    ticked = [one for one in found.asked if values.get(_MET + one.condition.code)]
    empty = [one for one in found.asked if one not in ticked]
    return Decision(
        on=values.get("on", desk.today),
        by=values.get("by", ()),
        confirmed=tuple(one.condition.code for one in ticked if not one.seen),
        reason=values.get("reason", ""),
        note=values.get("note"),
        doubted=tuple(one.condition.code for one in empty if _is_met(one)),
        weeks=values.get("weeks"),
    )


def _first_day(ask: Ask, phase: Phase) -> Field:
    field = day_field(ask, "on", Look.BACK, _("today"), needed=True)
    return field._replace(label=_("First day"), hint=label(phase))


def _weeks(ask: Ask, found: Course, phase: Phase) -> Field:
    """How long, as planned or as the norm has it; with the last day and the hours behind it."""
    norm = ask.desk.norms.phase(phase)
    stay = next((s for s in found.stays if s.period.phase is phase and s.weeks_used is None), None)
    weeks = (stay.weeks_meant if stay else None) or norm.weeks_high
    hours = _("norm {hours} hours a week").format(hours=say_band(norm.hours))

    def said(value: int) -> str:
        until = say_day(add_days(ask.desk.today, value * DAYS_IN_WEEK))
        return f"{say_weeks(value)}, {until}; {hours}"

    return Field("weeks", _("Weeks"), _whole_weeks, said, str(weeks), hint=hours)


def _whole_weeks(text: str) -> int:
    """A number of weeks.

    Raises:
        WrongUse: `wrong-number`.
    """
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_WEEKS:
        raise WrongUse("wrong-number", field=_("Weeks"), given=text)
    return int(text)


def extend_form(ask: Ask) -> Form:
    """More time for the running phase; the reason is needed."""
    case = ask.seen.case
    period = current(case.trajectory)
    if period is None:
        raise WrongUse("no-phase-running", case=case.id)
    end = planned_end(period, ask.desk.norms)

    def save(desk: Desk, values: Values) -> Done:
        by = values.get("by", ())
        saved = extend(desk, case.id, values["until"], values["reason"], by)
        return Done(saved.act.subject, case.id, period.id)

    fields = (
        told("phase", titled("phase"), label(period.phase)),
        told("end", _("Ends now"), say_day(end) if end else "–"),
        _until(ask, period),
        text_field("reason", needed=True),
        people_field(ask, "by", title=_("Decided with")),
    )
    return Form("phase.extend", _("More time for this phase"), fields, save, start="until")


def _until(ask: Ask, period: PhasePeriod) -> Field:
    """The new last day; `+2w` counts from the day on which the phase ends now."""
    end = planned_end(period, ask.desk.norms) or ask.desk.today

    def read(text: str) -> Any:
        today = end if text.strip().startswith("+") else ask.desk.today
        return parse_day(text, today, Look.AHEAD)

    return Field(
        "until", _("New last day"), read, say_day, hint=_("+2w: two weeks longer"), needed=True
    )


def close_form(ask: Ask) -> Form:
    """The end of the help, decided together, with the two criteria of the method."""
    case = ask.seen.case

    def save(desk: Desk, values: Values) -> Done:
        fields = {n: v for n, v in values.items() if n != "by"}
        saved = ending.close(desk, case.id, {"on": desk.today} | fields, values.get("by", ()))
        talk = saved.loaded.case.trajectory.aftercare
        said = saved.act.subject
        if talk and talk.planned_on:
            said += " · " + _("Aftercare talk: {day}").format(day=say_day(talk.planned_on))
        return Done(said, case.id, "head:trajectory")

    return Form(
        id="phase.close",
        title=_("The help ends"),
        fields=(
            day_field(ask, "on", Look.BACK, _("today"), title=_("Last day"), needed=True),
            choice_field(EndReason, "reason", label(EndReason.AS_PLANNED), needed=True),
            *(yes_no_field(name) for name in _CRITERIA),
            people_field(ask, "by", title=_("Decided with")),
            note_field("note"),
        ),
        save=save,
        notes=(_("This you decide with the family. The program does not stop you."),),
    )


def reopen_form(ask: Ask) -> Form:
    """The help is taken up again, in the phase where it ended or in another."""
    case = ask.seen.case

    def save(desk: Desk, values: Values) -> Done:
        on, reason = values.get("on", desk.today), values.get("reason", "")
        saved = ending.reopen(desk, case.id, on=on, phase=values.get("phase"), reason=reason)
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="phase.reopen",
        title=_("Take the help up again"),
        fields=(
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            choice_field(Phase, "phase")._replace(hint=_("empty: the last one")),
            text_field("reason"),
        ),
        save=save,
    )
