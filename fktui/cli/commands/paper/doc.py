"""`fk doc`: documents for the family and, with consent, for others."""

import sys
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg, Json, subject_app
from fktui.documents.gaps import Gap
from fktui.documents.make import Format
from fktui.errors import AlreadyExists, Missing, NotFound, WrongUse
from fktui.usecases.paper import papers
from fktui.words.language import N_, _, current
from fktui.words.naming import names_of
from fktui.words.notes import say_note
from fktui.words.recipients import say_recipient
from fktui.words.time.say_dates import say_day

_SOURCES = {"team": N_("of the team"), "packaged": N_("of fk")}

app = subject_app(_("Documents: from the case to paper."))

Out = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Where; - for a pipe."))
]
For = Annotated[str, typer.Option("--for", help=_("Who gets it: family, referrer, gp, school, …"))]


@app.command("list", help=_("Templates that can be made; with a family: what was made."))
def list_documents(
    ctx: typer.Context,
    case: Annotated[str | None, typer.Argument(metavar="CASE")] = None,
    json: Json = False,
) -> None:
    """Templates, or the documents of a family."""
    if case is None:
        rows = papers.templates(ctx.obj.desk, current())
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
    names = names_of(loaded.case, desk.colleagues)
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
    fmt: Annotated[str, typer.Option("--format", help=_("md, html or pdf."))] = "",
    recipient: For = papers.FAMILY,
    out: Out = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("Replace a file that is there."))
    ] = False,
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
    fmt = _format(fmt, out)
    paper = papers.Paper(template, current(), recipient, ground, reason)
    draft = papers.draft(desk, case_id, paper)
    path = _place(out or Path(f"{case_id}-{template}.{fmt}"), force)
    _tell_gaps(draft.gaps, complete)
    made, saved = papers.finish(desk, draft, fmt)
    for note in made.notes:
        output.say(say_note(note))
    if str(path) == "-":
        sys.stdout.buffer.write(made.data)
        return
    output.to_file(path, made.data)
    output.done(saved)
    output.say(_("Made: {path}").format(path=path.absolute()))


def _place(path: Path, force: bool) -> Path:
    """Where the file goes, known to be possible before anything is made.

    Raises:
        NotFound: its folder is not there.
        AlreadyExists: a file is there, and nobody said to replace it.
    """
    if str(path) == "-":
        return path
    if not path.parent.is_dir():
        raise NotFound("not-found", kind="folder", given=str(path.parent))
    if path.is_dir() or (path.exists() and not force):
        raise AlreadyExists("file-exists", file=str(path))
    return path


def _format(fmt: str, out: Path | None) -> Format:
    """The format that was asked for, else that of the file's name, else PDF."""
    wanted = fmt or (out.suffix.removeprefix(".") if out else "") or "pdf"
    if wanted not in get_args(Format):
        raise WrongUse("wrong-choice", given=wanted, allowed=", ".join(get_args(Format)))
    return cast("Format", wanted)


def _tell_gaps(gaps: tuple[Gap, ...], complete: bool) -> None:
    """What is missing, before anything is made."""
    if not gaps:
        return
    output.say(_("Still missing (the document leaves an open line for each):"))
    for gap in gaps:
        output.say(f"  {gap.section:>2}  {gap.what:<36} {gap.command}")
    if complete:
        raise Missing("document-incomplete", count=len(gaps))
