"""From typed words to values: the family, days, hours, people, other fields."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import typer

from fktui.cli import output
from fktui.cli.context import on_terminal, standard_input
from fktui.cli.options import many
from fktui.errors import WrongUse
from fktui.model.text import clean, clean_line
from fktui.usecases.desk import Desk
from fktui.usecases.fields import read_fields, readers
from fktui.usecases.finding import (
    find_case,
    find_colleague,
    find_participants,
    find_people,
    find_record,
)
from fktui.usecases.rights.readers import EVERYBODY, apart, is_said
from fktui.words.naming import listed, names_of
from fktui.words.recipients import ask_readers
from fktui.words.time.clock import parse_time
from fktui.words.time.dates import Look, parse_day, parse_partial
from fktui.words.time.hours import parse_hours, say_rounded

if TYPE_CHECKING:
    from fktui.model.case import Case
    from fktui.model.record import Record
    from fktui.model.stored import Loaded, Saved


_seen: "WeakKeyDictionary[Desk, dict[str, Case]]" = WeakKeyDictionary()
"""What `known` has read; every command has a desk of its own."""


def family(ctx: typer.Context, given: str) -> tuple[Desk, str]:
    """The desk, and the id of the family that was typed.

    Raises:
        NotFound, Ambiguous: not one family.
    """
    desk: Desk = ctx.obj.desk
    return desk, find_case(desk, given)


def load(ctx: typer.Context, given: str, at: str | None = None) -> tuple[Desk, "Loaded"]:
    """The desk and the family, as it is or as it was; what is broken in it is said."""
    desk, case_id = family(ctx, given)
    loaded = desk.load(case_id, back(desk, at) if at else None)
    warn(loaded)
    return desk, loaded


def known(desk: Desk, case_id: str) -> "Case":
    """The family as it is now: read once for all options of one command that name something in it.

    For finding what is meant, and no more: a change is made on what is there by then.
    """
    seen = _seen.setdefault(desk, {})
    if case_id not in seen:
        seen[case_id] = desk.load(case_id).case
    return seen[case_id]


def forget() -> None:
    """Read families anew from here on."""
    _seen.clear()


def warn(loaded: "Loaded") -> None:
    """The banner over a family with a broken file."""
    if loaded.broken:
        from fktui.words.issues import say_issue
        from fktui.words.language import _

        output.say(_("! This family is read-only until a file is mended:"))
        for issue in loaded.broken:
            output.say(f"  {say_issue(issue)}")


def warn_namesakes(saved: "Saved", same: tuple[str, ...]) -> None:
    """Say it when somebody was added with a name that others have too."""
    if same:
        from fktui.words.language import _

        text = _(
            "! Somebody has this name already: {ids}. If it is the same person: fk undo {case}"
        )
        output.say(text.format(ids=", ".join(same), case=saved.loaded.case.id))


def back(desk: Desk, text: str | None) -> date:
    """A day that has been; today when nothing was typed."""
    return parse_day(text, desk.today, Look.BACK) if text else desk.today


def ahead(desk: Desk, text: str | None) -> date | None:
    """A day to come; None when nothing was typed."""
    return parse_day(text, desk.today, Look.AHEAD) if text else None


def nearest(desk: Desk, text: str | None) -> date | None:
    """The nearest day that fits, before or after today; None when nothing was typed."""
    return parse_day(text, desk.today, Look.NEAREST) if text else None


def hours(text: str | None) -> float | None:
    """Hours in halves; a rounding is said."""
    if not text:
        return None
    read = parse_hours(text)
    if read.rounded:
        output.say(say_rounded(read))
    return float(read.hours)


def people(desk: Desk, case_id: str, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of members, people of the network and colleagues, by name or id."""
    wanted = tuple(names)
    if not wanted:
        return ()
    return find_people(known(desk, case_id), wanted, desk.colleagues)


def around(desk: Desk, case_id: str, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of members of the family and people of its network; colleagues do not count."""
    wanted = tuple(names)
    return find_people(known(desk, case_id), wanted) if wanted else ()


def participants(desk: Desk, case_id: str, names: Iterable[str]) -> tuple[str, ...]:
    """People by name or id, and roles such as the referrer."""
    wanted = tuple(names)
    return find_participants(known(desk, case_id), wanted, desk.colleagues) if wanted else ()


def colleagues(desk: Desk, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of colleagues of the team, by name or id."""
    return tuple(find_colleague(desk, name) for name in names)


def goals(desk: Desk, case_id: str, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of goals, by id or title."""
    wanted = tuple(names)
    if not wanted:
        return ()
    case = known(desk, case_id)
    return tuple(find_record(case, name, "goal").record.id for name in wanted)


def may_read(desk: Desk, case_id: str, names: Iterable[str]) -> tuple[str, ...]:
    """Who may read an entry: `team`, `family`, or people by name or id."""
    wanted = tuple(names)
    return readers(desk, known(desk, case_id), wanted) if wanted else ()


def with_readers(desk: Desk, case_id: str, kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields, with who may read it; asked when not everybody it is about lives together.

    Without a terminal to ask at, who lives apart may not read it, and that is said.
    """
    if is_said(kind, fields):
        return fields
    case = known(desk, case_id)
    found = apart(desk, case, kind, fields)
    if found is None:
        return fields
    names = names_of(case)
    if on_terminal():
        if typer.confirm(ask_readers(found.who, names), default=False, err=True):
            return fields | {"visible_to": EVERYBODY}
    else:
        from fktui.words.language import _

        hint = _("Not to be read by {names}, who lives elsewhere; --visible-to family allows it.")
        output.say(hint.format(names=listed(found.who, names)))
    return fields | {"visible_to": found.others}


def tell_statements(case: "Case", shown: Iterable[str], names: dict[str, str]) -> None:
    """Say it when somebody's own statement stands beside what was shown."""
    wanted = set(shown)
    for statement in case.statements:
        if statement.entry in wanted:
            from fktui.words.language import _

            hint = _("Own statement of {name} beside {entry}: fk statement show {case} {id}")
            name = names.get(statement.by, statement.by)
            entry, case_id = statement.entry, case.id
            output.say(hint.format(name=name, entry=entry, case=case_id, id=statement.id))


def time(text: str | None) -> str | None:
    """A time of the clock as it is kept; None when nothing was typed."""
    return parse_time(text) if text else None


def other_fields(
    desk: Desk, case_id: str, kind: "type[Record]", settings: list[str] | None
) -> dict[str, Any]:
    """What was typed with `--set`."""
    if not settings:
        return {}
    return read_fields(desk, known(desk, case_id), kind, cleaned(settings))


def cleaned(settings: list[str] | None) -> tuple[str, ...]:
    """What was typed with `--set`, without what a terminal could obey."""
    return tuple(clean(setting) for setting in settings or ())


def texts(values: list[str] | None) -> tuple[str, ...]:
    """Lines of text from an option that may be repeated and may hold commas, cleaned."""
    return tuple(clean_line(part) for part in many(values))


def partial(desk: Desk, text: str | None) -> str | None:
    """A day in the past as far as it is known: a year, a month or a day."""
    return parse_partial(text, desk.today) if text else None


def text(words: str | None) -> str | None:
    """One line of text, cleaned; `-` reads it from standard input."""
    if words is None:
        return None
    return clean_line(standard_input() if words == "-" else words)


def long_text(words: str) -> str:
    """Text of several lines, cleaned; `-` reads it from standard input."""
    return clean(standard_input() if words == "-" else words).strip("\n")


def whole_number(words: str) -> int:
    """A whole number with or without its sign.

    Raises:
        WrongUse: it is none.
    """
    try:
        return int(words.replace("−", "-"))
    except ValueError as error:
        raise WrongUse("wrong-number", field="value", given=words) from error
