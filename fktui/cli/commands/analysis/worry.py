"""`fk worry`: what people worry about, whose view it is, who sees it otherwise, what is over."""

from typing import Annotated

import typer

from fktui.cli import completion, output, typed
from fktui.cli.options import Because, CaseArg, On, many
from fktui.cli.record_verbs import record_app
from fktui.usecases.analysis import analysis
from fktui.words.language import _

app = record_app(
    "worry",
    _("Worries: whose they are, who sees it otherwise, which goal answers them."),
    _('Note a worry: fk worry add koolmees "sleeps four hours" --nature statement --by Sherida'),
)

Which = Annotated[str, typer.Argument(metavar="WHICH", help=_("Its id or how it begins."))]


@app.command(
    "contest",
    help=_('Somebody sees it otherwise: fk worry contest koolmees Mila "she likes it" --by Mila'),
)
def contest(
    ctx: typer.Context,
    case: CaseArg,
    worry: Which,
    seen: Annotated[str, typer.Argument(metavar="TEXT", help=_("How it is seen otherwise."))],
    by: Annotated[
        list[str],
        typer.Option(
            "--by",
            metavar="NAMES",
            help=_("Who sees it so: names."),
            autocompletion=completion.people,
        ),
    ],
) -> None:
    """Note another view beside a worry."""
    desk, case_id = typed.family(ctx, case)
    people = typed.people(desk, case_id, many(by))
    words = typed.text(seen) or ""
    output.done(analysis.contest_worry(desk, case_id, worry, words, people))


@app.command(
    "outdate",
    help=_('It is no longer so: fk worry outdate koolmees arrears --because "all paid"'),
)
def outdate(
    ctx: typer.Context,
    case: CaseArg,
    worry: Which,
    on: On = None,
    because: Because = None,
) -> None:
    """Put a worry behind."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    output.done(analysis.outdate_worry(desk, case_id, worry, day, typed.text(because)))
