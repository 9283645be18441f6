"""`fk principle`: the guiding principles of the team, and those it pays attention to now."""

from typing import Annotated

import typer

from fktui.cli.commands.team.verbs import add_verb, done, edit_verb, end_verb, list_verb
from fktui.cli.options import many, subject_app
from fktui.usecases.desk import Desk
from fktui.usecases.team.principles import add_principle
from fktui.usecases.team.principles import focus as focus_on
from fktui.words.language import _

app = subject_app(_("The guiding principles of the team: nine at most, three are certain."))

list_verb(app, "principle")
add_verb(app, "principle", 'fk principle add "Veiligheid" --source handleiding', add_principle)
edit_verb(app, "principle")


@app.command("focus", help=_("Pay attention to these now: fk principle focus netwerk gezamenlijke"))
def focus(
    ctx: typer.Context,
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAMES]", help=_("Ids or names; nobody named: no focus.")),
    ] = None,
) -> None:
    """Pay special attention to these principles, and to no others."""
    desk: Desk = ctx.obj.desk
    done(focus_on(desk, many(which)))


end_verb(app, "principle")
