"""`fk inspect`: a copy of what is somebody's own in the record, for that person."""

from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg, Json, PersonArg, many
from fktui.cli.paper_file import Force, FormatOf, Out, place, wanted_format, write
from fktui.usecases.rights import inspection
from fktui.usecases.rights.inspection import Asked, Copied
from fktui.usecases.rights.telling import others_withheld, to_look_at, whose, withheld
from fktui.words.language import _, current, ngettext

Reader = Annotated[
    str, typer.Option("--for", metavar="NAME", help=_("Who asks for it, when somebody else."))
]
Without = Annotated[
    list[str] | None,
    typer.Option("--without", metavar="ID", help=_("Entries to keep out, for another's privacy.")),
]
Also = Annotated[
    list[str] | None,
    typer.Option("--also", metavar="ID", help=_("Entries you looked at and that may be in it.")),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Make the file; note no handing over."))]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    help=_(
        "Make somebody's own copy of the record, without what is another's: "
        "fk inspect koolmees Jaylen --format pdf --dry-run"
    )
)
def inspect(
    ctx: typer.Context,
    case: CaseArg,
    person: PersonArg,
    out: Out = None,
    fmt: FormatOf = "",
    reader: Reader = "",
    without: Without = None,
    also: Also = None,
    force: Force = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Make the copy; the right to it, what to look at and what is withheld are said."""
    desk, case_id = typed.family(ctx, case)
    asked = Asked(person, current(), reader, many(without), many(also))
    copied = inspection.inspect(desk, case_id, asked)
    if json:
        _as_json(copied)
        return
    fmt = wanted_format(fmt, out)
    path = place(out or Path(f"{case_id}-{copied.reading.person}.{fmt}"), force)
    _tell(copied, desk.names(copied.loaded.case))
    made = inspection.paper(desk, copied, fmt)
    saved = None if dry_run else inspection.note_copy(desk, copied)
    piped = write(path, made)
    if saved is None:
        output.say(_("Nothing was noted. Without --dry-run it is noted that it was given."))
    elif not piped:
        output.done(saved)
    if not piped:
        output.say(_("Made: {path}").format(path=path.absolute()))


def _tell(copied: Copied, names: dict[str, str]) -> None:
    """By which right, which texts to look at, and what is withheld: for the coach."""
    output.say(copied.right)
    if copied.look_at:
        output.say(_("Look at these before you hand it over; they name others of the family:"))
        for text in to_look_at(copied):
            output.say(f"  {text}")
        output.say(_("A text is in the copy whole, or not at all: --without ID keeps it out."))
    told = list(withheld(copied, names))
    if told:
        output.say(_("Withheld of what is about {name}:").format(name=whose(copied, names)))
        for text in told:
            output.say(f"  {text}")
    rest = others_withheld(copied)
    if rest:
        note = ngettext(
            "{count} more is not theirs; --json names it.",
            "{count} more are not theirs; --json names each.",
            rest,
        )
        output.say(note.format(count=rest))


def _as_json(copied: Copied) -> None:
    """What would be in the copy and what not, for a program; nothing is made or noted."""
    reading = copied.reading
    output.as_json(
        "inspection",
        {
            "person": reading.person,
            "reader": reading.reader,
            "right": reading.right,
            "shown": [
                {"kind": one.kind, "id": one.record.id, "inner": [i.record.id for i in one.inner]}
                for one in copied.copy.shown
            ],
            "heads": [name for name, _value in copied.copy.heads],
            "withheld": [one._asdict() for one in copied.copy.withheld],
            "look_at": [one._asdict() for one in copied.look_at],
        },
    )
