"""`fk show`: one family at a glance."""

import typer

from fktui.cli import output, typed
from fktui.cli.options import At, CaseArg, Json
from fktui.method.days import AgeRange
from fktui.usecases.desk import Desk
from fktui.usecases.history import hand_edits
from fktui.usecases.overview.glance import Glance, GoalNow, glance
from fktui.words.deadlines import say_deadline
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed, shortened
from fktui.words.tables.file_words import say_edit
from fktui.words.time.hours import hours_in_figures
from fktui.words.time.say_dates import say_day

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("One family at a glance: fk show koolmees, or --at 1-3-2025"))
def show(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """One family at a glance."""
    desk, loaded = typed.load(ctx, case, at)
    if json:
        output.as_json("case", loaded.case)
        return
    output.today(ctx.obj)
    if at is None:
        _tell_hand_edits(desk, loaded.case.id)
    found = glance(desk, loaded, typed.back(desk, at))
    names = desk.names(loaded.case)
    _head(found, names)
    output.block(_("Family"), _members(found))
    output.block(_("Goals"), [*map(_goal, found.goals), *_t_scores(found)])
    output.block(_("Network"), _network(found))
    output.block(_("Due"), _due(desk, found))
    output.block(_("Last contacts"), _contacts(found, names))


def _tell_hand_edits(desk: Desk, case_id: str) -> None:
    """What was changed by hand and is not in the history yet, with the command that records it."""
    edits = hand_edits(desk, case_id)
    for path, kind in edits:
        text = _("Changed by hand ({kind}) and not yet recorded.").format(kind=say_edit(kind))
        output.say(f"{path}: {text}")
    if edits:
        output.say(f"  → fk save {case_id}")


def _head(found: Glance, names: dict[str, str]) -> None:
    case = found.loaded.case.trajectory
    output.heading(f"{case.name}  ·  {case.id}  ·  {label(case.status)}")
    team = ((_("coach"), case.coach), (_("second"), case.second), (_("lead"), case.lead_clinician))
    output.line("  ".join(f"{said} {names.get(who, who)}" for said, who in team if who))
    if found.phase is None:
        return
    period, week, until, hours = found.phase
    text = _("{phase}, week {week}").format(phase=label(period.phase), week=week or "–")
    if until:
        text += "  " + _("until {day}").format(day=say_day(until))
    if hours:
        band = (hours.norm.low, hours.norm.high)
        norm = "–".join(dict.fromkeys(hours_in_figures(value) for value in band))
        spent = hours_in_figures(round(hours.per_week * 2) / 2)
        text += "  " + _("{hours} h a week (norm {norm})").format(hours=spent, norm=norm)
    output.line(text)


def _members(found: Glance) -> list[str]:
    return [
        f"{person.name}{_age(ages)}  {label(person.role)}  {person.id}"
        for person, ages in found.members
    ]


def _age(ages: AgeRange | None) -> str:
    if ages is None:
        return ""
    return (
        f" ({ages.youngest})"
        if ages.youngest == ages.oldest
        else f" ({ages.youngest}–{ages.oldest})"
    )


def _goal(now: GoalNow) -> str:
    scores = "–" if now.last is None else f"{now.first} → {now.last}"
    steps = _("{count} open steps").format(count=now.open_steps)
    return (
        f"{shortened(now.goal.title)}  {scores}  {label(now.goal.status)}  {steps}  {now.goal.id}"
    )


def _t_scores(found: Glance) -> list[str]:
    """Goal Attainment Scaling over all goals; 50 is what was expected."""
    first, now = found.t_scores
    if first is None or now is None:
        return []
    return [
        _("T-score (50 = as expected): {first} → {now}").format(
            first=hours_in_figures(first), now=hours_in_figures(now)
        )
    ]


def _network(found: Glance) -> list[str]:
    if not any(found.network.values()):
        return []
    return [
        _("close {close}, familiar {near}, at a distance {far}").format(
            close=found.network[1], near=found.network[2], far=found.network[3]
        )
    ]


def _due(desk: Desk, found: Glance) -> list[str]:
    today = desk.today
    late = [f"! {say_deadline(one, today)}" for one in found.due.overdue]
    return late + [f"  {say_deadline(one, today)}" for one in found.due.coming]


def _contacts(found: Glance, names: dict[str, str]) -> list[str]:
    return [
        f"{say_day(one.on)}  {label(one.kind)}  {listed(one.present, names)}  {one.id}"
        for one in found.contacts
    ]
