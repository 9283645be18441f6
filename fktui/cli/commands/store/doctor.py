"""`fk doctor`: is everything in order?"""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from fktui.cli import output
from fktui.cli.options import Json
from fktui.errors import ExitCode
from fktui.words.doctor import say_finding
from fktui.words.language import _

if TYPE_CHECKING:
    from fktui.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("Whether this computer and this store are in order. Changes nothing."))
def doctor(
    ctx: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help=_("Repair damaged histories; files stay as they are."))
    ] = False,
    json: Json = False,
) -> None:
    """Look at the computer and the store."""
    if repair:
        _repair(ctx.obj.desk)
    from fktui.usecases.doctor import examine  # starts Git, which help texts need not

    findings: list[Any] = []
    for finding in examine(ctx.obj.desk):
        findings.append(finding)
        if not json:
            mark = {True: "√", False: "×", None: "?"}[finding.good]
            output.line(f"{mark} {say_finding(finding.code, finding.good, finding.facts)}")
    if json:
        output.as_json("doctor", [finding._asdict() for finding in findings])
    if any(finding.good is False for finding in findings):
        output.say(_("Something asks for attention: see the lines with ×."))
        raise typer.Exit(int(ExitCode.FINDINGS))


def _repair(desk: "Desk") -> None:
    from fktui.usecases.doctor import repair  # starts Git, which help texts need not

    for mended in repair(desk):
        output.line(mended.case_id)
        output.say(
            _("Repaired, but older versions may be lost. What differs now: fk check {case}").format(
                case=mended.case_id
            )
            if mended.fell_back
            else _("Repaired: nothing was lost.")
        )
