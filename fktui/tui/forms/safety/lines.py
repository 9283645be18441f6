"""The lines of a safety plan: signals, agreements, who calls whom, conditions that others set."""

from collections.abc import Iterable
from typing import Any

from fktui.method.safety import open_conditions, running_plans
from fktui.model.safety import Colour, SafetyAgreementKind
from fktui.tui.forms.fields import check_field, choice_field, day_field, text_field
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.plain_fields import any_field
from fktui.tui.forms.safety.plans import running
from fktui.tui.forms.which import under_cursor, which
from fktui.usecases.desk import Desk
from fktui.usecases.safety import plans
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.time.dates import Look


def signal_form(ask: Ask) -> Form:
    """What can be seen or heard when it goes well, less well, or wrong."""
    here = under_cursor(ask, "signal")
    return _line_form(
        ask,
        "signal",
        _("A signal"),
        (
            choice_field(Colour, "colour", label(here.colour) if here else "", needed=True),
            text_field("text", title=_("What one sees"), needed=True),
            any_field(ask, "signal", "about"),
        ),
    )


def agreement_form(ask: Ask) -> Form:
    """What adults do, so that the child is safe."""
    here = under_cursor(ask, "safety_agreement")
    situation = (here.situation or "") if here else ""
    return _line_form(
        ask,
        "agreement",
        _("An agreement for safety"),
        (
            text_field("what", needed=True),
            any_field(ask, "safety_agreement", "who"),
            text_field("situation", situation)._replace(hint=_("the evening, a quarrel")),
            choice_field(SafetyAgreementKind, "kind", label(SafetyAgreementKind.STRUCTURAL)),
            any_field(ask, "safety_agreement", "guarded_by"),
            day_field(ask, "until", Look.AHEAD),
        ),
        kind="safety_agreement",
    )


def call_form(ask: Ask) -> Form:
    """Who calls whom; the order is the order in which it is tried."""
    return _line_form(
        ask,
        "call",
        _("Who calls whom"),
        (
            any_field(ask, "call", "calls"),
            any_field(ask, "call", "who")._replace(label=_("By whom")),
            text_field("when")._replace(hint=_("at what, or at what time")),
            text_field("reach")._replace(hint=_("a phone number")),
            check_field("first", _("before all others")),
        ),
    )


def condition_form(ask: Ask) -> Form:
    """What others ask at least."""
    here = under_cursor(ask, "condition")
    return _line_form(
        ask,
        "condition",
        _("A condition that others set"),
        (
            text_field("what", title=_("What must be so"), needed=True),
            text_field("set_by", here.set_by if here else "", needed=True)._replace(
                hint=_("which organisation")
            ),
            day_field(ask, "on", Look.BACK, _("today")),
            day_field(ask, "until", Look.AHEAD, title=_("Met before")),
        ),
    )


def _line_form(ask: Ask, name: str, title: str, fields: tuple[Field, ...], kind: str = "") -> Form:
    """A form that adds a line to a running plan."""
    plan = running(ask)
    kind = kind or name

    def save(desk: Desk, values: Values) -> Done:
        given: dict[str, Any] = {
            n: v for n, v in values.items() if n not in ("safety_plan", "first")
        }
        chosen, first = plan.of(values), bool(values.get("first"))
        saved = plans.add_line(desk, ask.seen.case.id, kind, given, chosen, first=first)
        return Done(saved.act.subject, ask.seen.case.id, saved.act.record or "")

    start = "" if plan.id == "" else fields[0].name
    return Form(f"safety.{name}", title, (plan.field, *fields), save, start=start)


def met_form(ask: Ask) -> Form:
    """A condition of others is met."""
    today = ask.desk.today
    case = ask.seen.case
    waiting = [one for plan in running_plans(case, today) for one in open_conditions(plan, today)]
    condition = which(ask, "condition", offered=waiting)

    def save(desk: Desk, values: Values) -> Done:
        chosen = condition.of(values)
        saved = plans.meet_condition(desk, case.id, chosen, values["on"])
        return Done(saved.act.subject, case.id, chosen)

    return Form(
        id="safety.condition.met",
        title=_("A condition is met"),
        fields=(condition.field, day_field(ask, "on", Look.BACK, _("today"), needed=True)),
        save=save,
    )


def drop_form(ask: Ask) -> Form:
    """A line that goes out of the plan; the history keeps it."""
    case = ask.seen.case
    there = running_plans(case, ask.desk.today)
    line = which(ask, *plans.LINES, offered=_lines(there))

    def save(desk: Desk, values: Values) -> Done:
        saved = plans.drop_line(desk, case.id, line.of(values), values["because"])
        return Done(saved.act.subject, case.id, there[0].id if there else "")

    field = line.field._replace(label=_("Line"))
    return Form(
        id="safety.drop",
        title=_("Take a line out of the safety plan"),
        fields=(field, text_field("because", title=_("Because"), needed=True)),
        save=save,
        notes=(_("The history keeps the line, and why it went. No names, please."),),
    )


def _lines(there: Iterable[Any]) -> list[Any]:
    parts = ("signals", "agreements", "calls", "conditions", "reviews")
    return [one for plan in there for part in parts for one in getattr(plan, part)]
