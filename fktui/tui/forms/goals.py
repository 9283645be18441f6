"""Goals: adding and changing one, scoring them, saying what became of one."""

from typing import Any

from fktui.errors import NotFound
from fktui.method.plan import LEVELS, RANGES, first_score, last_score, level_words
from fktui.model.case import find
from fktui.model.plan import Goal, GoalKind, GoalStatus, Levels, LifeDomain, Measure, Score
from fktui.tui.forms.fields import (
    choice_field,
    day_field,
    many_of,
    people_field,
    text_field,
    titled,
    told,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Look, Values
from fktui.tui.forms.plain_fields import beginning
from fktui.tui.forms.record import changes, edit_fields, first_field
from fktui.tui.lines import spark
from fktui.usecases.desk import Desk
from fktui.usecases.fields import read_values
from fktui.usecases.finding import find_record
from fktui.usecases.plan import goals
from fktui.usecases.records import edit_record
from fktui.words.labels import kind_label, label
from fktui.words.language import _
from fktui.words.naming import shortened
from fktui.words.time.dates import Look as Side

_TITLE = 34
_SPARK = 6
_LEVEL = "level."


# --- scoring --------------------------------------------------------------------------------------


def score_form(ask: Ask) -> Form:
    """A row for each open goal; with the id of a goal, for that one alone.

    Raises:
        NotFound: there is no open goal.
    """
    case = ask.seen.case
    open_goals = [one for one in case.plan.goals if one.status is GoalStatus.OPEN]
    shown = [one for one in open_goals if one.id == ask.record] or _in_order(open_goals)
    if not shown:
        raise NotFound("no-open-goal", case=case.id)

    def save(desk: Desk, values: Values) -> Done:
        figures = {one.id: values[one.id] for one in shown if one.id in values}
        more = {name: values[name] for name in ("on", "by", "note") if name in values}
        saved = goals.score_goals(desk, case.id, figures, **more)
        return Done(saved.act.subject, case.id, saved.act.record or next(iter(figures)))

    return Form(
        id="score",
        title=_("Score the goals"),
        fields=(
            *(_figure(ask, one) for one in shown),
            people_field(ask, "by", _gave_it(ask, shown), title=_("Given by")),
            text_field("note", title=_("Why")),
            day_field(ask, "on", Side.BACK, _("today"), needed=True),
        ),
        save=save,
        notes=(_("Enter goes to the next goal; a goal that stays empty is skipped."),),
    )


def _in_order(found: list[Goal]) -> list[Goal]:
    return sorted(found, key=lambda one: (one.priority is None, one.priority))


def _figure(ask: Ask, goal: Goal) -> Field:
    """The figure of a goal, with where it began and where it is."""
    low, high = RANGES[goal.measure]
    first, last = first_score(goal), last_score(goal)
    path = [one.value for one in sorted(goal.scores, key=lambda one: one.on)][-_SPARK:]
    figures = (
        f"{first.value:>2} {spark(path, low, high):<{_SPARK}} {last.value:>2}"
        if first and last
        else _("no score yet").ljust(_SPARK + 6)
    )

    def read(text: str) -> int:
        value: int = read_values(ask.desk, ask.seen.case, Score, {"value": text})["value"]
        goals.check_scale(goal, value)
        return value

    def said(value: int) -> str:
        step = _step(value - last.value) if last else ""
        return " ".join(filter(None, (step, level_words(goal, value)))) or str(value)

    hint = _("{figures}  from {low} to {high}").format(figures=figures, low=low, high=high)
    return Field(goal.id, shortened(goal.title, _TITLE), read, said, hint=hint, look=Look.FIGURE)


def _step(step: int) -> str:
    return "=" if not step else f"{'▲' if step > 0 else '▼'} {step:+d}"


def _gave_it(ask: Ask, shown: list[Goal]) -> str:
    """Who gave the figures last time, as far as they are still there."""
    scores = [one for goal in shown for one in goal.scores]
    last = max(scores, key=lambda one: one.on, default=None)
    case = ask.seen.case
    there: tuple[Any, ...] = (*case.family.people, *case.network.people)
    names = {one.id: one.name for one in there if one.until is None}
    return many_of(names[one] for one in (last.by if last else ()) if one in names)


# --- a goal itself --------------------------------------------------------------------------------


def goal_form(ask: Ask) -> Form:
    """A new goal, in the family's own words."""
    case_id = ask.seen.case.id

    def save(desk: Desk, values: Values) -> Done:
        fields, said = _apart(values)
        if any(said.values()):
            fields["levels"] = Levels(**said)
        saved = goals.add_goal(desk, case_id, fields)
        return Done(saved.act.subject, case_id, saved.act.record or "")

    return Form(
        id="goal.add",
        title=_("Add a goal"),
        fields=(
            first_field(ask, "goal", "title")._replace(label=_("The goal, in own words")),
            first_field(ask, "goal", "words_of"),
            first_field(ask, "goal", "owners"),
            choice_field(LifeDomain, "domain"),
            choice_field(GoalKind, "kind", label(GoalKind.LONG_TERM)),
            choice_field(Measure, "measure", label(Measure.GAS)),
            *_levels(None),
            *(first_field(ask, "goal", name) for name in ("target_on", "why", "parent")),
            *(first_field(ask, "goal", name) for name in ("priority", "about", "visible_to")),
        ),
        save=save,
        restricts="visible_to",
    )


def goal_edit_form(ask: Ask) -> Form:
    """What a goal is, how it is measured; its scores and what became of it go elsewhere."""
    shown, fields = edit_fields(ask, "goal")
    goal: Goal = find_record(ask.seen.case, ask.record, "goal").record
    case_id = ask.seen.case.id

    def save(desk: Desk, values: Values) -> Done:
        plain, said = _apart(values)
        different = changes(goal, fields, plain)
        levels = Levels(**said) if any(said.values()) else None
        if levels != goal.levels:
            different["levels"] = levels
        saved = edit_record(desk, case_id, goal.id, ("goal",), different)
        return Done(saved.act.subject, case_id, goal.id)

    return Form(
        id="goal.edit",
        title=_("Change a goal"),
        fields=(*shown, *fields, *_levels(goal.levels)),
        save=save,
        restricts="visible_to",
        clears=True,
    )


def _levels(levels: Levels | None) -> tuple[Field, ...]:
    """What each score means, from -2 to +2, in the family's words."""
    return tuple(
        text_field(
            _LEVEL + name,
            (getattr(levels, name) or "") if levels else "",
            title=titled(name),
        )
        for name in LEVELS
    )


def _apart(values: Values) -> tuple[dict[str, Any], dict[str, str | None]]:
    """The fields of the goal, and the words of its levels."""
    said = {name: values.get(_LEVEL + name) for name in LEVELS}
    return {n: v for n, v in values.items() if not n.startswith(_LEVEL)}, said


# --- what became of it ----------------------------------------------------------------------------


def goal_status_form(ask: Ask) -> Form:
    """Reached, stopped, changed, or open again; with the day and the reason."""
    case_id = ask.seen.case.id
    which = chosen_goal(ask)

    def save(desk: Desk, values: Values) -> Done:
        goal = values.get("goal") or ask.record
        saved = goals.set_goal_status(
            desk, case_id, goal, values["status"], on=values["on"], reason=values.get("reason", "")
        )
        return Done(saved.act.subject, case_id, goal)

    usual = GoalStatus.REACHED if _is_open(ask) else GoalStatus.OPEN
    return Form(
        id="goal.status",
        title=_("What became of a goal"),
        fields=(
            which,
            choice_field(GoalStatus, "status", label(usual), needed=True),
            text_field("reason", title=_("Why")),
            day_field(ask, "on", Side.BACK, _("today"), needed=True),
        ),
        save=save,
        start="status" if which.look is Look.TITLE else "",
    )


def _is_open(ask: Ask) -> bool:
    found = find(ask.seen.case, ask.record)
    return found is None or getattr(found.record, "status", None) is GoalStatus.OPEN


def chosen_goal(ask: Ask) -> Field:
    """The goal that the cursor stands on; else one to choose.

    Raises:
        NotFound: there is no goal at all.
    """
    case = ask.seen.case
    if not case.plan.goals:
        raise NotFound("no-open-goal", case=case.id)
    found = find(case, ask.record)
    goal = found.parent if found and found.parent is not None else found and found.record
    if isinstance(goal, Goal):
        return told("goal", kind_label("goal"), goal.title)
    return Field(
        "goal",
        kind_label("goal"),
        lambda text: find_record(case, text, "goal").record.id,
        choices=tuple(beginning(one.title) for one in case.plan.goals),
        needed=True,
    )
