"""The list of families as people see it: what `fk list` prints, and `fk` by itself.

Imports neither Typer nor records: a list that did not change is there sooner than a parser is.
What can be asked of the list is in `cli.commands.overview.list`.
"""

from functools import cache, partial
from typing import TYPE_CHECKING

from fktui.cli import output
from fktui.cli.progress import reading_families
from fktui.usecases.overview.listing import ALL, OPEN, Families, FamilyLine, families, fresh
from fktui.words.language import _, ngettext
from fktui.words.tables.overview_words import say_due_word, say_phase
from fktui.words.time.say_dates import say_day, say_day_of_year

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from fktui.cli.context import Invocation


def print_list(invocation: "Invocation") -> None:
    """Print the families that are helped now."""
    print_families(invocation, read_families(invocation, every=False))


def read_families(invocation: "Invocation", every: bool) -> Families:
    """The families of this store, those that ended too when `every` is said."""
    with (
        reading_families() as tell,
        fresh(invocation.places, lambda: invocation.desk, progress=tell) as overview,
    ):
        return families(overview, invocation.now.date(), ALL if every else OPEN)


def print_families(invocation: "Invocation", found: Families) -> None:
    """A line for each; where there is none, what to do next."""
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
