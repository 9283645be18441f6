"""`fk report`: counts of one family, or of all families and the team together."""

from typing import Annotated, Any

import msgspec
import typer

from fktui.cli import output, typed
from fktui.cli.commands.overview import report_tables
from fktui.cli.options import Json
from fktui.cli.progress import reading_families
from fktui.method.factors import Period
from fktui.usecases.desk import Desk
from fktui.usecases.overview.report import Report, period_of, report
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)

First = Annotated[str | None, typer.Option("--from", metavar="DATE", help=_("From this day on."))]
Last = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help=_("Up to and including this day."))
]
MaybeCase = Annotated[
    str | None,
    typer.Argument(metavar="[CASE]", help=_("One family; else all of them, and the team.")),
]


@app.command("report", help=_("Counts: fk report koolmees, or fk report --from 1-1-2026"))
def show_report(
    ctx: typer.Context,
    case: MaybeCase = None,
    start: First = None,
    end: Last = None,
    json: Json = False,
) -> None:
    """What can be counted of a family, or of the whole team, over a period."""
    desk: Desk = ctx.obj.desk
    only = (typed.family(ctx, case)[1],) if case else None
    since = typed.back(desk, start) if start else None
    until = typed.back(desk, end) if end else None
    period = period_of(desk, since, until)
    with reading_families() as tell:
        found = report(desk, period, only, tell)
    if json:
        _as_json(found, period, one=case is not None)
        return
    output.today(ctx.obj)
    names = desk.list_names()
    if case and found.cases:
        report_tables.of_case(found.cases[0], period, names)
    else:
        report_tables.of_team(found.team, names, [*found.cases])
    if found.unreadable:
        text = _("! Not all could be read of: {cases}. Look with: fk check")
        output.say(text.format(cases=", ".join(found.unreadable)))


def _as_json(found: Report, period: Period, *, one: bool) -> None:
    cases = [_plain(each) for each in found.cases]
    days = {"since": period.first, "until": period.until}
    if one:
        output.as_json("case-report", days | {"case": cases[0] if cases else None})
        return
    data = days | {"team": _plain(found.team), "cases": cases, "unreadable": found.unreadable}
    output.as_json("report", data)


def _plain(found: Any) -> Any:
    data = msgspec.to_builtins(found)
    if hasattr(found, "ended_as"):
        data["end_code"] = found.ended_as
    return data
