"""A program on Typer with one of everything, to see it speak: `python tiny_program.py nl visit`."""

import os
import subprocess
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from typer._click.exceptions import ClickException

from fktui.words.language import N_, use
from fktui.words.tables.typer_words import bind_typer, say_usage_error


class Mood(str, Enum):
    GOOD = "good"
    BAD = "bad"


app = typer.Typer(rich_markup_mode=None)
goals = typer.Typer(no_args_is_help=True, help="Kept too.")
app.add_typer(goals, name="goals")


@app.command(help=N_("tomorrow"))
def visit(
    *,
    name: str,
    count: Annotated[int, typer.Option(min=0, help=N_("yesterday"))] = 1,
    size: float = 0.0,
    mood: Mood = Mood.GOOD,
    folder: Annotated[Path, typer.Option(exists=True, file_okay=False)] = Path(),
    sure: bool = False,
    pair: tuple[int, int] = (1, 2),
    due: Annotated[str, typer.Option(envvar="FK_DUE")] = "x",
):
    typer.echo(name)


@app.command(help="Kept as it is.")
def other(mood: Mood, goal: Annotated[str, typer.Option()]):
    typer.echo(mood.value + goal)


@app.command()
def child():
    """What a program that we start finds in its environment."""
    code = "import os; print(sorted(k for k in os.environ if k.startswith('LANG')))"
    subprocess.run([sys.executable, "-c", code], check=True)


@goals.command()
def add():
    typer.echo("added")


def main(language, *arguments):
    """Run one command in this language, as `cli.main` does."""
    use(language)
    try:
        app(list(arguments), standalone_mode=False, prog_name="fk")
    except ClickException as error:
        typer.echo(say_usage_error(error))


if __name__ == "__main__":
    bind_typer(typer.core)
    before = dict(os.environ)
    main(*sys.argv[1:])
    assert before == dict(os.environ)
