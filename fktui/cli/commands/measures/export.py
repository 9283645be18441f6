"""`fk export`: data for a study, without names, of those who said yes."""

from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import output
from fktui.cli.options import Json
from fktui.cli.progress import reading_families
from fktui.usecases.measures import export as usecase
from fktui.usecases.measures.participation import find_study
from fktui.usecases.measures.small_cells import SMALLEST
from fktui.words.language import _, ngettext

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    "export", help=_("Data for a study in a new folder: fk export --research Zuidoost -o data")
)
def export(
    ctx: typer.Context,
    research: Annotated[
        str,
        typer.Option("--research", metavar="STUDY", help=_("The study: its id or its name.")),
    ],
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help=_("A new or empty folder."))
    ],
    smallest: Annotated[
        int,
        typer.Option(
            "--smallest", min=1, metavar="N", help=_("Hide what fewer than so many people share.")
        ),
    ] = SMALLEST,
    json: Json = False,
) -> None:
    """Make the files for a study and note it in the records."""
    desk = ctx.obj.desk
    study = find_study(desk, research)
    usecase.check_folder(desk, folder)
    with reading_families() as tell:
        made = usecase.research_export(desk, study, smallest, tell)
    usecase.keep(made, folder)
    if json:
        left_out = made.left_out._asdict()
        data = {"folder": str(folder), "files": list(made.files), "people": made.people}
        data |= {"families": made.families, "left_out": left_out, "noted": list(made.noted)}
        output.as_json("research-export", data)
        return
    output.line(str(folder))
    _tell(made)


def _tell(made: usecase.Export) -> None:
    """How many are in it, how many are not, and that it was noted."""
    people = ngettext("{count} person", "{count} people", made.people)
    families = ngettext("{count} family as a whole", "{count} families as a whole", made.families)
    said = _("In it: {people}, {families}.")
    output.say(
        said.format(
            people=people.format(count=made.people),
            families=families.format(count=made.families),
        )
    )
    left = made.left_out
    text = _("Left out: {people} of the members, and {families} of the families.")
    output.say(text.format(people=left.people, families=left.families))
    if left.unreadable:
        note = ngettext(
            "! {count} family cannot be read: fk check",
            "! {count} families cannot be read: fk check",
            left.unreadable,
        )
        output.say(note.format(count=left.unreadable))
    note = ngettext(
        "Noted in the record of {count} family.",
        "Noted in the records of {count} families.",
        len(made.noted),
    )
    output.say(note.format(count=len(made.noted)))
