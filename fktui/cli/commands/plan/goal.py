"""`fk goal`: goals in the family's words, and how far they are."""

from typing import Annotated

import typer

from fktui.cli import agreeing, output, typed
from fktui.cli.agreeing import By, No
from fktui.cli.options import (
    Because,
    CaseArg,
    GoalArg,
    Json,
    Message,
    Note,
    On,
    Set,
    given,
    many,
    subject_app,
)
from fktui.errors import WrongUse
from fktui.method.plan import first_score, last_score
from fktui.model.plan import Goal, GoalStatus, LifeDomain, Measure, Score
from fktui.usecases.fields import choice
from fktui.usecases.finding import find_record
from fktui.usecases.plan import goals
from fktui.usecases.records import edit_record
from fktui.words.labels import label
from fktui.words.language import _

app = subject_app(_("Goals, in the family's own words."))

Owner = Annotated[list[str] | None, typer.Option("--owner", help=_("Whose goal it is: names."))]
Domain = Annotated[str | None, typer.Option("--domain", help=_("Life domain, such as child."))]
Scale = Annotated[str, typer.Option("--measure", help=_("gas (-2..+2) or ten (0..10)."))]
Target = Annotated[
    str | None, typer.Option("--target", metavar="DATE", help=_("When it should be there."))
]
Title = Annotated[str, typer.Argument(help=_("The goal in the family's words."))]


@app.command("add", help=_('Add a goal: fk goal add koolmees "We eat together" --owner Mila'))
def add(
    ctx: typer.Context,
    case: CaseArg,
    title: Title,
    owner: Owner = None,
    domain: Domain = None,
    measure: Scale = "gas",
    target: Target = None,
    settings: Set = None,
) -> None:
    """Add a goal."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        title=typed.text(title),
        owners=typed.people(desk, case_id, many(owner)),
        domain=choice(LifeDomain, domain) if domain else None,
        measure=choice(Measure, measure),
        target_on=typed.ahead(desk, target),
    )
    others = typed.other_fields(desk, case_id, Goal, settings)
    known = typed.with_readers(desk, case_id, "goal", fields | others)
    output.done(goals.add_goal(desk, case_id, known))


@app.command("edit", help=_('Change a goal: fk goal edit koolmees g-7kq2m --title "…"'))
def edit(
    ctx: typer.Context,
    case: CaseArg,
    goal: GoalArg,
    title: Annotated[str | None, typer.Option("--title")] = None,
    target: Target = None,
    settings: Set = None,
    message: Message = "",
) -> None:
    """Change fields of a goal."""
    desk, case_id = typed.family(ctx, case)
    fields = given(title=typed.text(title), target_on=typed.ahead(desk, target))
    others = typed.other_fields(desk, case_id, Goal, settings)
    output.done(edit_record(desk, case_id, goal, ("goal",), fields | others, reason=message))


@app.command(
    "score",
    help=_(
        "Score a goal: fk goal score koolmees school +1 --by Jaylen. Or several at once: fk goal "
        "score koolmees school=+1 eat=-1"
    ),
    context_settings={"ignore_unknown_options": True},  # -1 is a score
)
def score(
    ctx: typer.Context,
    case: CaseArg,
    goal: GoalArg,
    value: Annotated[
        str | None, typer.Argument(help=_("-2..+2, or 0..10, by the goal's measure."))
    ] = None,
    others: Annotated[
        list[str] | None,
        typer.Argument(metavar="GOAL=VALUE", help=_("More goals, each with its score.")),
    ] = None,
    on: On = None,
    by: Annotated[list[str] | None, typer.Option("--by", help=_("Who gives it: names."))] = None,
    note: Note = None,
) -> None:
    """Score a goal, or several, each on its own scale."""
    desk, case_id = typed.family(ctx, case)
    people = typed.people(desk, case_id, many(by))
    fields = given(on=typed.back(desk, on), by=people, note=typed.text(note))
    values = _values(case_id, [word for word in (goal, value, *(others or ())) if word is not None])
    scored = typed.goals(desk, case_id, values)
    saved = goals.score_goals(desk, case_id, values, **fields)
    for goal_id in scored:
        output.line(goal_id)
    output.say(saved.act.subject)


def _values(case_id: str, words: list[str]) -> dict[str, int]:
    """`school +1`, or `school=+1 eat=-1`: each goal with its score."""
    if len(words) == 2 and "=" not in words[1]:  # noqa: PLR2004 - a goal and its score
        return {words[0]: typed.whole_number(words[1])}
    found: dict[str, int] = {}
    for word in words:
        name, equals, value = word.rpartition("=")
        if not equals:
            raise WrongUse("goal-without-score", given=word, case=case_id)
        if name in found:
            raise WrongUse("named-twice", given=name)
        found[name] = typed.whole_number(value)
    return found


@app.command("status", help=_("Say what became of it: fk goal status koolmees school reached"))
def status(
    ctx: typer.Context,
    case: CaseArg,
    goal: GoalArg,
    status: Annotated[str, typer.Argument(help=_("open, reached, stopped or changed."))],
    on: On = None,
    message: Message = "",
) -> None:
    """Say what became of a goal."""
    desk, case_id = typed.family(ctx, case)
    new = choice(GoalStatus, status)
    day = typed.back(desk, on)
    output.done(goals.set_goal_status(desk, case_id, goal, new, on=day, reason=message))


@app.command(
    "agree", help=_("People agree with a goal: fk goal agree koolmees school --by Mila,Jaylen")
)
def agree(
    ctx: typer.Context,
    case: CaseArg,
    goal: GoalArg,
    by: By,
    no: No = False,
    because: Because = None,
    on: On = None,
) -> None:
    """Note who agrees with a goal as it is now."""
    agreeing.note(
        ctx, case, lambda now: str(find_record(now, goal, "goal").record.id), by, no, because, on
    )


@app.command("list", help=_("All goals of a family with their scores."))
def list_goals(ctx: typer.Context, case: CaseArg, json: Json = False) -> None:
    """All goals with first and last score."""
    _desk, loaded = typed.load(ctx, case)
    found = loaded.case.plan.goals
    if json:
        output.as_json("goals", found)
        return
    rows = [
        (
            goal.id,
            goal.title,
            _shown(first_score(goal)),
            _shown(last_score(goal)),
            label(goal.status),
        )
        for goal in found
    ]
    output.table(("", _("Goal"), _("First"), _("Now"), _("Status")), rows)


def _shown(score: Score | None) -> str:
    return str(score.value) if score else "–"
