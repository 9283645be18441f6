"""`fk paths`: where everything is."""

from pathlib import Path

import typer

from fktui.cli import output
from fktui.cli.options import Json
from fktui.settings import config_file
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("Where everything is: store, families, settings, index."))
def paths(ctx: typer.Context, json: Json = False) -> None:
    """Where everything is."""
    places = ctx.obj.places
    found: dict[str, tuple[str, Path]] = {
        "store": (_("store"), places.root),
        "cases": (_("families"), places.cases),
        "team": (_("team"), places.team),
        "templates": (_("team templates"), places.templates),
        "private": (_("this computer only"), places.private),
        "index": (_("index, may be deleted"), places.overview),
        "settings": (_("your settings"), config_file()),
    }
    if json:
        output.as_json("paths", {name: str(path) for name, (_label, path) in found.items()})
        return
    output.table((_("What"), _("Where")), [(said, str(path)) for said, path in found.values()])
