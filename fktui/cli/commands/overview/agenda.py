"""`fk agenda`: what is due, too late and to come, over all families."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from fktui.cli import output
from fktui.cli.commands.overview.search import InCase
from fktui.cli.options import Json
from fktui.cli.progress import reading_families
from fktui.cli.typed import family
from fktui.usecases.overview.agenda import DAYS, EVER, Agenda, Item, agenda, keep_calendar
from fktui.words.deadlines import say_source, say_what
from fktui.words.language import _
from fktui.words.time.say_dates import say_day

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Days = Annotated[int, typer.Option("--days", min=0, metavar="N", help=_("So many days ahead."))]
Every = Annotated[bool, typer.Option("--all", help=_("All that is to come, however far."))]
Ics = Annotated[
    Path | None,
    typer.Option("--ics", metavar="FILE", help=_("Write a calendar file, without names.")),
]
WithNames = Annotated[
    bool, typer.Option("--with-names", help=_("With names and text in the calendar file."))
]


@app.command("agenda", help=_("What is due: fk agenda --days 14, or fk agenda --ics agenda.ics"))
def show_agenda(
    ctx: typer.Context,
    days: Days = DAYS,
    case: InCase = None,
    every: Every = False,
    ics: Ics = None,
    with_names: WithNames = False,
    json: Json = False,
) -> None:
    """Deadlines of method, law and agreement."""
    case_id = family(ctx, case)[1] if case else None
    today, ahead = ctx.obj.now.date(), EVER if every else days
    with reading_families() as tell:
        found = agenda(
            ctx.obj.places, lambda: ctx.obj.desk, today, days=ahead, case_id=case_id, progress=tell
        )
    if ics:
        keep_calendar(found, ics, ctx.obj.now, with_names=with_names)
    if json:
        output.as_json("agenda", [*_as_data(found.overdue, True), *_as_data(found.coming, False)])
    elif ics:
        output.line(str(ics))
    else:
        _print(ctx, found)


def _print(ctx: typer.Context, found: Agenda) -> None:
    output.today(ctx.obj)
    rows = [*map(_row, found.overdue, "!" * len(found.overdue)), *map(_row, found.coming)]
    if rows:
        headers = ("", _("Day"), _("Family"), _("What"), _("Source"))
        output.table(headers, rows)
    else:
        output.say(_("Nothing is due."))


def _row(item: Item, mark: str = "") -> tuple[str, ...]:
    deadline = item.deadline
    what = say_what(deadline)
    return mark, say_day(deadline.on), item.name, what, say_source(deadline.source)


def _as_data(items: Iterable[Item], overdue: bool) -> list[dict[str, Any]]:
    return [
        {"case": item.case_id, "name": item.name, "overdue": overdue}
        | {name: getattr(item.deadline, name) for name in item.deadline.__struct_fields__}
        for item in items
    ]
