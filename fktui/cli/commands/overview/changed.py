"""`fk changed`: what was done in all families since a day."""

from datetime import datetime, time, timedelta
from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import Json
from fktui.cli.progress import reading_families
from fktui.usecases.desk import Desk
from fktui.usecases.overview.changed import ChangedFamily, changed_since
from fktui.words.changes import say_story
from fktui.words.language import _
from fktui.words.time.say_dates import say_day

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_DAYS = 7


@app.command(help=_("Who did what in all families, the last week or since a day: fk changed"))
def changed(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help=_("From this day on; else the last 7 days.")),
    ] = None,
    json: Json = False,
) -> None:
    """What was done in all families, the newest first."""
    desk: Desk = ctx.obj.desk
    day = typed.back(desk, since) if since else desk.today - timedelta(days=_DAYS)
    with reading_families() as tell:
        found = changed_since(desk, datetime.combine(day, time.min, desk.now.tzinfo), tell)
    if json:
        output.as_json("changed", [_as_data(family) for family in found])
    elif found:
        headers = (_("Family"), _("When"), _("Who"), _("What"))
        output.table(headers, [row for family in found for row in _rows(desk, family)])
    else:
        output.say(_("Nothing was recorded since {day}.").format(day=say_day(day)))


def _rows(desk: Desk, family: ChangedFamily) -> list[tuple[str, ...]]:
    called = desk.names(desk.load(family.case_id).case)
    return [
        (
            family.name,
            f"{say_day(story.at.date())} {story.at:%H:%M}",
            story.by,
            say_story(story, called),
        )
        for story in family.stories
    ]


def _as_data(family: ChangedFamily) -> dict[str, object]:
    return {
        "case": family.case_id,
        "name": family.name,
        "stories": [story._asdict() for story in family.stories],
    }
