"""Arguments and options that many commands share, each said once."""

from typing import Annotated, Any

import typer

from fktui.cli import completion
from fktui.words.language import _


def subject_app(help_text: str) -> typer.Typer:
    """The Typer app of a subject: `fk goal …`. Without a verb it shows its help."""
    return typer.Typer(
        help=help_text,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


CaseArg = Annotated[
    str,
    typer.Argument(
        metavar="CASE",
        help=_("The family: its id, the beginning of it, or its name."),
        autocompletion=completion.families,
    ),
]
GoalArg = Annotated[
    str,
    typer.Argument(
        metavar="GOAL",
        help=_("The goal: its id or the beginning of its title."),
        autocompletion=completion.goals,
    ),
]
PersonArg = Annotated[
    str,
    typer.Argument(
        metavar="PERSON",
        help=_("A member of the family: id or name."),
        autocompletion=completion.people,
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help=_("Any other field of the record.")),
]
Json = Annotated[bool, typer.Option("--json", help=_("One JSON document, for a program."))]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="DATE", help=_("As it was recorded on this day.")),
]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help=_("The day; else today."))]
Message = Annotated[
    str, typer.Option("--message", "-m", help=_("Why, in your own words; kept in the history."))
]
Who = Annotated[
    list[str] | None,
    typer.Option(
        "--who",
        metavar="NAME",
        help=_("Who: names or ids, commas between them or the option again."),
        autocompletion=completion.people,
    ),
]
NetworkArg = Annotated[
    str,
    typer.Argument(
        metavar="WHO",
        help=_("Somebody around the family: id or name."),
        autocompletion=completion.network,
    ),
]
All = Annotated[
    bool, typer.Option("--all", help=_("Also what has ended: who left, what was withdrawn."))
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help=_("In a few words."))]
AlsoSaid = Annotated[str | None, typer.Option("--note", help=_("What else was said about it."))]
Because = Annotated[str | None, typer.Option("--because", help=_("Why, in a few words."))]

Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help=_("First day."))]
VisibleTo = Annotated[
    list[str] | None,
    typer.Option("--visible-to", help=_("Who may read it: family, team, or names.")),
]


def many(values: list[str] | None) -> tuple[str, ...]:
    """The names in an option that may be repeated and may hold commas."""
    return tuple(
        part.strip() for value in values or () for part in value.split(",") if part.strip()
    )


def given(**fields: Any) -> dict[str, Any]:
    """Only the fields that were typed."""
    return {name: value for name, value in fields.items() if value not in (None, "", (), [])}
