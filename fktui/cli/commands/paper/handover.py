"""`fk handover`: one paper for the next coach, in the family's language."""

from pathlib import Path

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg
from fktui.cli.paper_file import Force, FormatOf, Out, place, tell_hidden, wanted_format, write
from fktui.usecases.paper import handover as usecase
from fktui.words.language import _, current

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    help=_(
        "One paper for the next coach, to read together with the family: fk handover koolmees. "
        "What the family wants to say itself is added with: fk statement add"
    )
)
def handover(
    ctx: typer.Context,
    case: CaseArg,
    out: Out = None,
    fmt: FormatOf = "",
    force: Force = False,
) -> None:
    """Make the handover; how much is only in the record is said."""
    desk, case_id = typed.family(ctx, case)
    fmt = wanted_format(fmt, out)
    draft = usecase.handover(desk, case_id, current())
    path = place(out or Path(f"{case_id}-{usecase.TEMPLATE}.{fmt}"), force)
    tell_hidden(draft.facts.hidden)
    if not draft.facts.said:
        output.say(
            _("The family's own words are missing: fk statement add {case} PERSON TEXT").format(
                case=case_id
            )
        )
    made, saved = usecase.finish(desk, draft, fmt)
    if write(path, made):
        return
    output.done(saved)
    output.say(_("Made: {path}").format(path=path.absolute()))
