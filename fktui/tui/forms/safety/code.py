"""The reporting code, step by step: for the team only, never at the kitchen table."""

from typing import Any

from fktui.method.safety import in_order, next_step
from fktui.model.safety import CodeOutcome, CodeStepKind, ReportingCode, Weighing
from fktui.tui.forms.fields import (
    choice_field,
    day_field,
    note_field,
    people_field,
    record_field,
    text_field,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.plain_fields import any_field, parts
from fktui.tui.forms.which import Which, which
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_colleague
from fktui.usecases.safety import reporting_code as usecase
from fktui.words.changes import say_value
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.time.dates import Look
from fktui.words.time.say_dates import say_day_of_year

_QUESTIONS = ("suspicion", "unsafe", "can_help", "accepted", "gives_result")


def open_form(ask: Ask) -> Form:
    """Begin with it: which child, and whose acts are looked into."""

    def save(desk: Desk, values: Values) -> Done:
        saved = usecase.open_path(desk, ask.seen.case.id, values)
        return Done(saved.act.subject, ask.seen.case.id, saved.act.record or "")

    return Form(
        id="reporting-code.open",
        title=_("Begin with the reporting code"),
        fields=(
            any_field(ask, "reporting_code", "about")._replace(label=_("Which child"), needed=True),
            any_field(ask, "reporting_code", "concerns")._replace(
                hint=_("whose acts are looked into")
            ),
            day_field(ask, "opened_on", Look.BACK, _("today"), needed=True),
        ),
        save=save,
        notes=(_only_team(),),
    )


def step_form(ask: Ask) -> Form:
    """The next step of the five, or another one; at weighing and deciding with the questions."""
    path = _open_path(ask)
    known = _known(ask, path)
    step = next_step(known) if known else None

    def save(desk: Desk, values: Values) -> Done:
        chosen = path.of(values)
        answers = {name: values[name] for name in _QUESTIONS if name in values}
        fields: dict[str, Any] = {
            name: value
            for name, value in values.items()
            if name not in (*_QUESTIONS, "reporting_code")
        }
        if answers:
            fields["weighing"] = Weighing(**answers)
        saved = usecase.add_step(desk, ask.seen.case.id, fields, chosen)
        return Done(saved.act.subject, ask.seen.case.id, saved.act.record or chosen)

    return Form(
        id="reporting-code.step",
        title=_("A step of the reporting code"),
        fields=(
            path.field,
            choice_field(CodeStepKind, "step", label(step) if step else "", needed=True),
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            _colleagues(ask),
            people_field(ask, "who", title=_("With whom")),
            note_field("text", title=_("What was done and found: facts"))._replace(needed=True),
            text_field("decision", title=_("Decided")),
            *(_question(ask, name) for name in _QUESTIONS),
        ),
        save=save,
        notes=(*_taken(known), _only_team()),
    )


def close_form(ask: Ask) -> Form:
    """What came of it."""
    path = _open_path(ask)

    def save(desk: Desk, values: Values) -> Done:
        chosen = path.of(values)
        saved = usecase.close_path(desk, ask.seen.case.id, values["outcome"], values["on"], chosen)
        return Done(saved.act.subject, ask.seen.case.id, chosen)

    return Form(
        id="reporting-code.close",
        title=_("What came of the reporting code"),
        fields=(
            path.field,
            choice_field(CodeOutcome, "outcome", needed=True),
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
        ),
        save=save,
        notes=(_only_team(),),
    )


def _open_path(ask: Ask) -> Which:
    """The path under the cursor, else one that is open."""
    running = [one for one in ask.seen.case.safety.reporting_code if one.closed_on is None]
    found = which(ask, "reporting_code", offered=running)
    known = _known(ask, found)
    if known is None:
        return found
    opened = _("opened on {day}").format(day=say_day_of_year(known.opened_on))
    return found._replace(field=found.field._replace(text=opened))


def _known(ask: Ask, path: Which) -> ReportingCode | None:
    paths = ask.seen.case.safety.reporting_code
    return next((one for one in paths if one.id == path.id), None)


def _colleagues(ask: Ask) -> Field:
    """Who took the step; the coach when nobody is said."""
    desk = ask.desk
    names = desk.list_names()
    return Field(
        "by",
        _("By whom"),
        lambda typed: tuple(find_colleague(desk, part) for part in parts(typed)),
        lambda value: say_value(value, names),
        hint=_("empty: you"),
        choices=tuple(one.name for one in desk.colleagues),
        many=True,
    )


def _question(ask: Ask, name: str) -> Field:
    """One of the five questions of steps 4 and 5."""
    hint = _("yes or no, at steps 4 and 5")
    return record_field(ask, Weighing, name, choices=(_("yes"), _("no")), hint=hint)


def _taken(path: ReportingCode | None) -> tuple[str, ...]:
    if path is None or not path.steps:
        return ()
    told = (f"{label(one.step)} ({say_day_of_year(one.on)})" for one in in_order(path))
    return (_("Taken: {steps}.").format(steps=", ".join(told)),)


def _only_team() -> str:
    return _("Only the team reads this. The history tells no names.")
