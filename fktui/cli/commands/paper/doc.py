"""`fk doc`: documents for the family and, with consent, for others."""

from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg, Json, subject_app
from fktui.cli.paper_file import Force, FormatOf, Out, place, tell_hidden, wanted_format, write
from fktui.documents.gaps import Gap
from fktui.errors import Missing
from fktui.usecases.paper import papers
from fktui.usecases.paper.templates import templates
from fktui.words.language import N_, _, current
from fktui.words.recipients import say_recipient
from fktui.words.time.say_dates import say_day

_SOURCES = {"team": N_("of the team"), "packaged": N_("of fk")}

app = subject_app(_("Documents: from the case to paper."))

For = Annotated[str, typer.Option("--for", help=_("Who gets it: family, referrer, gp, school, …"))]


@app.command("list", help=_("Templates that can be made; with a family: what was made."))
def list_documents(
    ctx: typer.Context,
    case: Annotated[str | None, typer.Argument(metavar="CASE")] = None,
    json: Json = False,
) -> None:
    """Templates, or the documents of a family."""
    if case is None:
        rows = templates(ctx.obj.desk, current())
        if json:
            output.as_json("templates", [row._asdict() for row in rows])
            return
        output.table(
            (_("Template"), _("Title"), _("Whose")),
            [(r.template, r.title, _(_SOURCES[r.source])) for r in rows],
        )
        return
    desk, loaded = typed.load(ctx, case)
    documents = loaded.case.documents
    names = desk.names(loaded.case)
    if json:
        output.as_json("documents", documents)
        return
    output.table(
        ("", _("Title"), _("Made"), _("For")),
        [
            (d.id, d.title, say_day(d.made_on), say_recipient(d.recipient or "", names))
            for d in documents
        ],
    )


@app.command("make", help=_("Make a document: fk doc make koolmees future-plan --format pdf"))
def make(
    ctx: typer.Context,
    case: CaseArg,
    template: Annotated[str, typer.Argument(help=_("The template, such as future-plan."))],
    fmt: FormatOf = "",
    recipient: For = papers.FAMILY,
    out: Out = None,
    force: Force = False,
    complete: Annotated[
        bool, typer.Option("--complete", help=_("Make nothing while something is missing."))
    ] = False,
    ground: Annotated[
        str, typer.Option("--ground", help=_("Legal ground for sharing without consent."))
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help=_("Why, with --ground."))] = "",
) -> None:
    """Make a document; what is missing in it is said first."""
    desk, case_id = typed.family(ctx, case)
    fmt = wanted_format(fmt, out)
    paper = papers.Paper(template, current(), recipient, ground, reason)
    draft = papers.draft(desk, case_id, paper)
    path = place(out or Path(f"{case_id}-{template}.{fmt}"), force)
    tell_hidden(draft.hidden)
    _tell_gaps(draft.gaps, complete)
    made, saved = papers.finish(desk, draft, fmt)
    if write(path, made):
        return
    output.done(saved)
    output.say(_("Made: {path}").format(path=path.absolute()))


def _tell_gaps(gaps: tuple[Gap, ...], complete: bool) -> None:
    """What is missing, before anything is made."""
    if not gaps:
        return
    output.say(_("Still missing (the document leaves an open line for each):"))
    for gap in gaps:
        output.say(f"  {gap.section:>2}  {gap.what:<36} {gap.command}")
    if complete:
        raise Missing("document-incomplete", count=len(gaps))
