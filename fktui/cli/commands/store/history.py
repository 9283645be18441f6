"""`fk history`: the story of a family."""

from typing import Annotated, Any

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg, Json
from fktui.model.stored import Story
from fktui.usecases import history as usecase
from fktui.words.changes import say_all, say_story
from fktui.words.language import _
from fktui.words.time.say_dates import say_day

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("Who did what, when: fk history koolmees, or of one record."))
def history(
    ctx: typer.Context,
    case: CaseArg,
    record: Annotated[str | None, typer.Argument(help=_("A record: its id or name."))] = None,
    number: Annotated[
        int | None, typer.Option("-n", "--number", help=_("Only the newest."))
    ] = None,
    details: Annotated[
        bool, typer.Option("--details", "-d", help=_("What exactly changed, too."))
    ] = False,
    json: Json = False,
) -> None:
    """The story of a family, newest first."""
    desk, case_id = typed.family(ctx, case)
    stories = usecase.stories(desk, case_id, record)
    if json:
        output.as_json("history", [_as_data(story) for story in stories[:number]])
        return
    loaded = desk.load(case_id)
    names = desk.names(loaded.case)
    for place, story in enumerate(stories[:number]):
        _print(story, names)
        if details and record is None:
            before = stories[place + 1] if place + 1 < len(stories) else None
            found = usecase.of_commit(desk, case_id, story, before)
            for text in say_all(found.differences, names):
                output.line(f"      {text}")


def _print(story: Story, names: dict[str, str]) -> None:
    when = f"{say_day(story.at.date())} {story.at:%H:%M}"
    output.line(f"{when}  {story.by}: {say_story(story, names)}")
    for text in story.reason.splitlines():
        output.line(f"      {text}")


def _as_data(story: Story) -> dict[str, Any]:
    return story._asdict()
