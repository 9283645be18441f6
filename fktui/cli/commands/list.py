"""`fk list`: all families. Reads no record of its own accord, see `usecases.overview`."""

from functools import cache, partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fktui.cli import output
from fktui.cli.options import Json
from fktui.cli.progress import reading_families
from fktui.errors import NotFound, WrongUse
from fktui.usecases.overview import ALL, OPEN, Families, FamilyLine, families, fresh
from fktui.words.language import _, ngettext
from fktui.words.overview_words import PHASES, say_due_word, say_phase
from fktui.words.say_dates import say_day, say_day_of_year

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from fktui.cli.context import Invocation

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("All families: fk list, or fk list --all --coach Anna"))
def list_families(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help=_("Those that ended, too."))] = False,
    phase: Annotated[str | None, typer.Option("--phase", help=_("Only in this phase."))] = None,
    coach: Annotated[str | None, typer.Option("--coach", help=_("Only of this coach."))] = None,
    json: Json = False,
) -> None:
    """All families with phase, week, coach, last contact and what is due next."""
    found = _families(ctx.obj, every)
    lines = [line for line in found.lines if _fits(line, _phase(phase), coach)]
    if coach and not lines:
        raise NotFound("not-found", kind="colleague", given=coach)
    if json:
        output.as_json("families", [_as_data(line) for line in lines])
    else:
        _print(ctx.obj, Families(lines, found.hidden))


def print_list(invocation: "Invocation") -> None:
    """What `fk` says where there is no terminal."""
    _print(invocation, _families(invocation, every=False))


def _families(invocation: "Invocation", every: bool) -> Families:
    with (
        reading_families() as tell,
        fresh(invocation.places, lambda: invocation.desk, progress=tell) as overview,
    ):
        return families(overview, invocation.now.date(), ALL if every else OPEN)


def _phase(given: str | None) -> str | None:
    """The code of the phase that was typed: by its name or the beginning of it.

    Raises:
        WrongUse: it is none.
    """
    if given is None:
        return None
    wanted = given.casefold()
    fitting = [code for code, said in PHASES.items() if _begins(wanted, code, _(said))]
    if len(fitting) != 1:
        allowed = ", ".join(f"{code} ({_(said)})" for code, said in PHASES.items())
        raise WrongUse("wrong-choice", given=given, allowed=allowed)
    return fitting[0]


def _begins(wanted: str, *words: str) -> bool:
    return bool(wanted) and any(word.casefold().startswith(wanted) for word in words)


def _fits(line: FamilyLine, phase: str | None, coach: str | None) -> bool:
    return (phase is None or line.phase == phase) and (
        coach is None or coach.casefold() in line.coach.casefold()
    )


def _print(invocation: "Invocation", found: Families) -> None:
    output.today(invocation)
    if found.lines:
        headers = ("", _("Family"), _("Phase"), _("Coach"), _("Last contact"), _("Next"))
        # There are many more families than days.
        say = cache(partial(_day, today=invocation.now.date()))
        output.table(headers, [_row(line, say) for line in found.lines])
    elif not found.hidden:
        output.say(_('There are no families yet. Open a record with: fk new-case "Family name"'))
        output.say(_("Or practise with four invented families: fk demo"))
    if found.hidden:
        text = ngettext(
            "{count} family that ended is not shown: fk list --all",
            "{count} families that ended are not shown: fk list --all",
            found.hidden,
        )
        output.say(text.format(count=found.hidden))


def _row(line: FamilyLine, say: "Callable[[date], str]") -> tuple[str, ...]:
    return (
        line.id,
        line.name,
        say_phase(line.phase, line.week, line.status),
        line.coach,
        say(line.last_contact_on) if line.last_contact_on else "–",
        _next(line, say),
    )


def _next(line: FamilyLine, say: "Callable[[date], str]") -> str:
    if line.broken:
        return _("! has errors: fk check {case}").format(case=line.id)
    if line.next is None:
        return ""
    mark = "! " if line.next.overdue else "  "
    return f"{mark}{say(line.next.on)}  {say_due_word(line.next.code)}"


def _day(day: "date", today: "date") -> str:
    return say_day_of_year(day) if day.year == today.year else say_day(day)


def _as_data(line: FamilyLine) -> dict[str, Any]:
    return line._asdict() | {"next": line.next._asdict() if line.next else None}
