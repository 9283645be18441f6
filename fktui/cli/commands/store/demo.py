"""`fk demo`: practise with invented families."""

import random
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import output
from fktui.cli.context import Invocation, fixed_today
from fktui.cli.progress import making_families
from fktui.cli.screen import can_show, open_screen
from fktui.settings import peek, read_settings, write_settings
from fktui.store.places import Places
from fktui.usecases.demo import make_demo
from fktui.words.language import _
from fktui.words.time.say_dates import say_date

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_Folder = Annotated[
    Path | None, typer.Argument(metavar="DIR", help=_("Where; else ./FamilieKracht-demo"))
]


@app.command(help=_("Practise with six invented families, each with its history."))
def demo(
    ctx: typer.Context,
    folder: _Folder = None,
    tui: Annotated[
        bool, typer.Option("--tui/--no-tui", help=_("On a terminal, open the screen after."))
    ] = True,
) -> None:
    """Make a practice store, or find the one that is there."""
    named = ctx.obj.flags.get("--store") or ctx.obj.environment_store
    places = Places((folder or Path(named or "FamilieKracht-demo")).expanduser().absolute())
    if not (places.exists and peek(places).demo):
        _make(places, ctx.obj.real_now)
    _remember(places.root)
    if tui and can_show():
        raise typer.Exit(open_screen(Invocation(["--store", str(places.root), *_spoken(ctx)])))
    output.line(str(places.root))
    _tell(places)


def _spoken(ctx: typer.Context) -> list[str]:
    """The flag of the language, where it was given."""
    flag = ctx.obj.flags.get("--lang")
    return ["--lang", flag] if flag else []


def _make(places: Places, now: datetime) -> None:
    with making_families() as told:
        make_demo(places, now, random.SystemRandom(), told)


def _remember(root: Path) -> None:
    """Make it the store of this computer where there is none: practice never hides real work."""
    settings = read_settings()
    if not settings.store or not Places(Path(settings.store)).exists:
        write_settings(settings._replace(store=str(root)))


def _tell(places: Places) -> None:
    today = fixed_today() or peek(places).today
    text = _("A practice store with six invented families; in it, today is {day}.")
    output.say(text.format(day=say_date(today) if today else "?"))
    fk = (
        _program()
        if read_settings().store == str(places.root)
        else (f'{_program()} --store "{places.root}"')
    )
    output.say(_("Try:"))
    for words, why in (
        ("list", _("all families and what is due")),
        ("show roodborst", _("one family at a glance")),
        ("history koolmees -n 10", _("the story of a family")),
        ("goal score wulp wisseldag 0", _("score a goal; then: {fk} undo wulp").format(fk=fk)),
        ("doc make koolmees future-plan -o plan.pdf", _("a future plan on paper")),
    ):
        output.say(f"  {fk} {words:<42} {why}")


def _program() -> str:
    """How this program can be started again: by its name, or by its path where it has none."""
    return "fk" if shutil.which("fk") else sys.argv[0]
