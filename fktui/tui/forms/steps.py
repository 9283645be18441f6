"""Steps under a goal: who does what until when, and whether it was done."""

from fktui.errors import NotFound
from fktui.model.case import find
from fktui.model.plan import Actor, Goal, Step
from fktui.tui.forms.fields import check_field, choice_field, day_field, told
from fktui.tui.forms.form import Ask, Done, Field, Form, Look, Values
from fktui.tui.forms.goals import chosen_goal
from fktui.tui.forms.plain_fields import beginning
from fktui.tui.forms.record import first_field
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.plan import goals, steps
from fktui.words.labels import kind_label
from fktui.words.language import _
from fktui.words.time.dates import Look as Side


def step_form(ask: Ask) -> Form:
    """A new step, of the goal that the cursor stands on."""
    case_id = ask.seen.case.id
    which = chosen_goal(ask)

    def save(desk: Desk, values: Values) -> Done:
        fields = dict(values)
        goal = fields.pop("goal", None) or _goal_of(ask)
        saved = steps.add_step(desk, case_id, goal, fields)
        return Done(saved.act.subject, case_id, saved.act.record or "")

    return Form(
        id="step.add",
        title=_("Add a step"),
        fields=(
            which,
            first_field(ask, "step", "what"),
            first_field(ask, "step", "who"),
            day_field(ask, "due", Side.AHEAD),
            choice_field(Actor, "by", title=_("Whose step")),
        ),
        save=save,
        start="what" if which.look is Look.TITLE else "",
        notes=(_("Whose step it is follows from who does it, unless it is said."),),
    )


def step_done_form(ask: Ask) -> Form:
    """A step was done, or is not needed any more."""
    case_id = ask.seen.case.id
    which = _chosen_step(ask)

    def save(desk: Desk, values: Values) -> Done:
        step = values.get("step") or ask.record
        finish = steps.drop_step if values["dropped"] else goals.finish_step
        saved = finish(desk, case_id, step, values["on"])
        return Done(saved.act.subject, case_id, step)

    return Form(
        id="step.done",
        title=_("A step is done"),
        fields=(
            which,
            day_field(ask, "on", Side.BACK, _("today"), needed=True),
            check_field("dropped", _("not done: it is not needed any more")),
        ),
        save=save,
        start="on" if which.look is Look.TITLE else "",
    )


def _goal_of(ask: Ask) -> str:
    found = find(ask.seen.case, ask.record)
    goal = found.parent if found and found.parent is not None else found and found.record
    return goal.id if isinstance(goal, Goal) else ""


def _chosen_step(ask: Ask) -> Field:
    """The step that the cursor stands on; else one to choose of those that wait.

    Raises:
        NotFound: no step waits.
    """
    case = ask.seen.case
    found = find(case, ask.record)
    if found is not None and isinstance(found.record, Step):
        return told("step", kind_label("step"), found.record.what)
    waiting = steps.steps(case)
    if not waiting:
        raise NotFound("no-open-step", case=case.id)
    return Field(
        "step",
        kind_label("step"),
        lambda text: find_record(case, text, "step").record.id,
        choices=tuple(beginning(one.step.what) for one in waiting),
        needed=True,
    )
