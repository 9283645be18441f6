"""`fk init`: a store for a team."""

import getpass
import random
from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import output
from fktui.cli.context import on_terminal
from fktui.settings import read_settings, write_settings
from fktui.store.places import Places
from fktui.usecases.setup import NewStore, make_store
from fktui.words.language import _, current

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Folder = Annotated[
    Path | None, typer.Argument(metavar="DIR", help=_("Where; else ./FamilieKracht"))
]


@app.command(help=_('Make a store: fk init --name "Yara Meerkoet" --team "Team Zuid"'))
def init(
    ctx: typer.Context,
    folder: Folder = None,
    name: Annotated[str, typer.Option("--name", help=_("Your name, for the history."))] = "",
    email: Annotated[str, typer.Option("--email", help=_("Your e-mail, for the team list."))] = "",
    team: Annotated[str, typer.Option("--team", help=_("The name of your team."))] = "",
) -> None:
    """Make a store for a team."""
    if not name and on_terminal():
        name = typer.prompt(_("Your name"))
    named = ctx.obj.flags.get("--store") or ctx.obj.environment_store
    root = (folder or Path(named or "FamilieKracht")).expanduser().absolute()
    start = NewStore(team=team, language=current(), name=name or getpass.getuser(), email=email)
    make_store(Places(root), start, ctx.obj.real_now, random.SystemRandom())
    _remember(root)
    output.line(str(root))
    output.say(_("Store made. Next: fk new-case “Family name”"))


def _remember(root: Path) -> None:
    """Make this the store of this computer, unless another one still is."""
    settings = read_settings()
    usual = Path(settings.store) if settings.store else None
    if usual is None or not Places(usual).exists or _is_demo(usual):
        write_settings(settings._replace(store=str(root)))
    else:
        note = _("Your usual store stays {usual}; to change that: fk config store {new}")
        output.say(note.format(usual=usual, new=root))


def _is_demo(root: Path) -> bool:
    from fktui.settings import peek

    return peek(Places(root)).demo
