"""`fk research`: studies, and what was learned about the team's own work."""

from typing import Annotated, Any

import msgspec
import typer

from fktui.cli import output, typed
from fktui.cli.commands.team.verbs import add_verb, done, edit_verb, end_verb, listed, show
from fktui.cli.options import All, Json, Note, given, subject_app
from fktui.model.knowledge import TeamMeasureKind
from fktui.usecases.desk import Desk
from fktui.usecases.fields import choice
from fktui.usecases.finding import find_in_team
from fktui.usecases.team import records
from fktui.usecases.team.research import add_study, read_scores
from fktui.words.language import _

app = subject_app(_("Studies, and what was learned about the team's own work."))


@app.command("list", help=_("The studies, and the questionnaires, focus groups and interviews."))
def list_research(ctx: typer.Context, every: All = False, json: Json = False) -> None:
    """All studies and measurements of the team."""
    desk: Desk = ctx.obj.desk
    studies = listed(desk, "study", every=every)
    measures = listed(desk, "team_measure", every=True)
    if json:
        output.as_json(
            "research",
            {"studies": [_without_key(one) for one in studies], "measures": measures},
        )
        return
    show(desk, "study", studies)
    if measures:
        output.line()
        show(desk, "team_measure", measures)


add_verb(app, "study", 'fk research study "FamilieKracht in beeld"', add_study, name="study")
edit_verb(app, "study")
end_verb(app, "study")


@app.command(
    "measure",
    help=_('Note a measurement of the team: fk research measure focus_group --helping "time"'),
)
def measure(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(help=_("questionnaire, focus_group or interview."))],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("The day; else today."))
    ] = None,
    study: Annotated[str | None, typer.Option("--study", help=_("For which study."))] = None,
    instrument: Annotated[
        str | None, typer.Option("--instrument", help=_("With which list, such as midi."))
    ] = None,
    people: Annotated[
        int | None, typer.Option("--people", min=1, help=_("How many took part."))
    ] = None,
    score: Annotated[
        list[str] | None,
        typer.Option("--score", metavar="SCALE=FIGURE", help=_("A score; more with more of it.")),
    ] = None,
    helping: Annotated[
        list[str] | None, typer.Option("--helping", help=_("What helps; more with more of it."))
    ] = None,
    hindering: Annotated[
        list[str] | None,
        typer.Option("--hindering", help=_("What hinders; more with more of it.")),
    ] = None,
    note: Note = None,
) -> None:
    """Note what a questionnaire, focus group or interview with the team gave."""
    desk: Desk = ctx.obj.desk
    fields = given(
        kind=choice(TeamMeasureKind, kind),
        on=typed.back(desk, on),
        study=find_in_team(desk, study, "study").record.id if study else None,
        instrument=typed.text(instrument),
        people=people,
        scores=read_scores(typed.cleaned(score)),
        helping=typed.texts(helping),
        hindering=typed.texts(hindering),
        note=typed.text(note),
    )
    done(records.add(desk, "team_measure", fields))


def _without_key(study: Any) -> dict[str, Any]:
    """A study for others to read: the key of its pseudonyms never leaves the team."""
    data: dict[str, Any] = msgspec.to_builtins(study)
    del data["key"]
    return data
