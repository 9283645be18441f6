"""*Vandaag*: all families in a line each, in the order that was asked for.

Made from the overview alone, so that it is there before a single record is read. What stands below
the list is in `around`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.tui.lines import Line, Part, columns, line, spark
from fktui.usecases.overview.listing import Families, FamilyLine
from fktui.words.language import N_, _, ngettext
from fktui.words.tables.overview_words import PHASES, STATUSES, say_due_word
from fktui.words.time.hours import hours_in_figures
from fktui.words.time.say_dates import say_day, say_day_of_year

WIDE = 100
"""From so many columns on there is room for goals, coach and news."""

_HELPED = ("active", "referred")
_NAME, _PHASE, _WEEK, _OVER, _SPARK, _HOURS = 18, 11, 6, 3, 8, 8
_THIS_WEEK = 7

Cells = tuple[tuple[Part, int], ...]


class Order(NamedTuple):
    """An order of the list.

    Attributes:
        id: its name.
        said: msgid, for the title.
        column: the title (msgid) of the column that it goes by.
        key: what the families are sorted by; those with the same by name.
    """

    id: str
    said: str
    column: str
    key: Callable[[FamilyLine, date], Any]


class Wanted(NamedTuple):
    """Which families are shown, and in what order.

    Attributes:
        me: only those of this colleague; everybody's when empty.
        text: typed in the filter.
        order: one of ORDERS.
    """

    me: str = ""
    text: str = ""
    order: str = "urgent"


class Seen(NamedTuple):
    """How the list is seen: the day, the room, how much is new in each family."""

    today: date
    width: int
    new: Mapping[str, int] = {}


# --- which, and in what order ---------------------------------------------------------------


def is_mine(one: FamilyLine, me: str) -> bool:
    """Whether a colleague is the coach, the second one or the lead clinician."""
    return bool(me) and me in (one.coach_id, one.second_id, one.lead_id)


def at_first(found: Iterable[FamilyLine], me: str) -> Wanted:
    """What is shown until she says otherwise: her own families, where others have some too."""
    mine = [is_mine(one, me) for one in found]
    return Wanted(me if any(mine) and not all(mine) else "")


def listed(found: Iterable[FamilyLine], wanted: Wanted, today: date) -> list[FamilyLine]:
    """The families that are wanted, in that order."""
    text = wanted.text.casefold()
    shown = [
        one
        for one in found
        if (not wanted.me or is_mine(one, wanted.me)) and (not text or text in _findable(one))
    ]
    key = order_of(wanted.order).key
    return sorted(shown, key=lambda one: (*key(one, today), one.name.casefold()))


def order_of(name: str) -> Order:
    """The order with this name; the first when there is none."""
    return next((one for one in ORDERS if one.id == name), ORDERS[0])


def next_order(name: str) -> str:
    """The order after this one."""
    return ORDERS[(ORDERS.index(order_of(name)) + 1) % len(ORDERS)].id


def _findable(one: FamilyLine) -> str:
    """What a family is found by: name, id, coach, phase."""
    return " ".join((one.name, one.id, one.coach, _phase(one))).casefold()


def _urgent(one: FamilyLine, today: date) -> tuple[Any, ...]:
    """Broken first, then late; then weeks and hours that are not as meant, by what comes first."""
    ended = one.status not in _HELPED
    if one.broken:
        return False, 0, today
    if one.next is not None and one.next.overdue:
        return ended, 1, today
    outside = _over_time(one) or bool(_outside(one))
    return ended, 2 if outside else 3, one.next.on if one.next else today.max


def _by_phase(one: FamilyLine, _today: date) -> tuple[Any, ...]:
    place = [*PHASES].index(one.phase) if one.phase in PHASES else len(PHASES)
    return one.status not in _HELPED, place, -(one.week or 0)


ORDERS: tuple[Order, ...] = (
    Order("urgent", N_("urgent first"), N_("Next"), _urgent),
    Order("name", N_("by name"), N_("Family"), lambda _one, _today: ()),
    Order("phase", N_("by phase"), N_("Phase"), _by_phase),
    Order("hours", N_("by hours"), N_("Hours/wk"), lambda one, _today: (-one.hours_per_week,)),
    Order(
        "contact",
        N_("by last contact"),
        N_("Last contact"),
        lambda one, today: (one.status not in _HELPED, one.last_contact_on or today.min),
    ),
)
"""`o` goes from one to the next."""


# --- how they look ------------------------------------------------------------------------


def title(found: Families, wanted: Wanted, me: str, today: date) -> str:
    """The day, how many families, in what order."""
    count = len(found.lines)
    mine = sum(is_mine(one, me) for one in found.lines)
    said = ngettext("{count} family", "{count} families", count).format(count=count)
    if wanted.me:
        said = _("my {mine} of {count} families").format(mine=mine, count=count)
    return " · ".join((_("Today"), say_day(today), said, _(order_of(wanted.order).said)))


def today_head(seen: Seen, order: str) -> Line:
    """The names of the columns; ▼ at the one by which they stand in order."""
    by = order_of(order)
    names = [_("Family"), _("Phase"), _("Week"), "", _("Hours/wk")]
    sizes = [_name(seen), _PHASE, -_WEEK, _OVER, _SPARK + _HOURS]
    if seen.width >= WIDE:
        names += [_("Goals"), "", _("Coach"), _("New")]
        sizes += [-_GOALS, 2, _COACH, _NEW]
    names.append(_("Last contact") if by.id == "contact" else _("Next"))
    sizes.append(_rest(seen))
    said = [f"{name} ▼" if name and name == _(by.column) else name for name in names]
    cells = columns(*zip(said, sizes, strict=True))
    return line("   ", *((span.text, "soft") for span in cells))


def family_line(one: FamilyLine, seen: Seen, order: str = "urgent") -> Line:
    """A family: a mark with its words at the end of the line, so that colour is not needed."""
    mark, said = _state(one, seen)
    if order == "contact" and not one.broken:
        said = say_day(one.last_contact_on) if one.last_contact_on else ("–", "soft")
    wide: Cells = ()
    if seen.width >= WIDE:
        new = seen.new.get(one.id, 0)
        wide = (
            (str(one.open_goals or "–"), -_GOALS),
            ("", 2),
            (one.coach, _COACH),
            ((_("{count} new").format(count=new) if new else "", "accent"), _NEW),
        )
    return line(
        mark,
        " ",
        *columns(
            (one.name, _name(seen) - 1),
            ("", 1),
            (_phase(one), _PHASE),
            *_weeks(one),
            ((_spark(one), "accent"), _SPARK),
            *_hours(one),
            *wide,
            (said, _rest(seen)),
        ),
        key=one.id,
        kind="family",
    )


_GOALS, _COACH, _NEW = 6, 16, 9


def _name(seen: Seen) -> int:
    return _NAME if seen.width < WIDE else _NAME + 6


def _rest(seen: Seen) -> int:
    """The room that the last column has."""
    wide = _GOALS + 2 + _COACH + _NEW if seen.width >= WIDE else 0
    used = 3 + _name(seen) + _PHASE + _WEEK + _OVER + _SPARK + _HOURS + wide
    return max(8, seen.width - used)


def _phase(one: FamilyLine) -> str:
    if one.phase in PHASES and one.status in _HELPED:
        return _(PHASES[one.phase])
    return _(STATUSES.get(one.status, one.status))


def _weeks(one: FamilyLine) -> Cells:
    """The week of the phase, and of how many; ! when it takes longer than was meant."""
    if not one.week or one.status not in _HELPED:
        return (("", _WEEK + _OVER),)
    said = f"{one.week}/{one.weeks_meant}" if one.weeks_meant else str(one.week)
    return (said, -_WEEK), ((" !" if _over_time(one) else "", "mild"), _OVER)


def _over_time(one: FamilyLine) -> bool:
    return bool(one.weeks_meant and one.week and one.week > one.weeks_meant)


def _spark(one: FamilyLine) -> str:
    recent = one.recent
    return spark(recent, 0, max(*recent, one.hours_high)) if any(recent) else ""


def _hours(one: FamilyLine) -> Cells:
    """Hours a week, with a mark when they are outside what is meant."""
    if not one.hours_high:
        return (("", _HOURS),)
    said = hours_in_figures(round(one.hours_per_week * 2) / 2)
    return (said, 3 - _HOURS), ((f" {_outside(one)}", "mild"), 3)


def _outside(one: FamilyLine) -> str:
    """▲ above the hours that are meant, ▼ below them."""
    if not one.hours_high:
        return ""
    spent = one.hours_per_week
    return "▲" if spent > one.hours_high else "▼" if spent < one.hours_low else ""


def _state(one: FamilyLine, seen: Seen) -> tuple[Part, Part]:
    if one.broken:
        return ("×", "late"), (_("a file cannot be read"), "late")
    mark: Part = ("!", "mild") if _over_time(one) else ("√", "good")
    if one.next is None:
        return mark, ""
    on, what = one.next.on, say_due_word(one.next.code)
    day = say_day_of_year(on) if on.year == seen.today.year else say_day(on)
    if one.next.overdue:
        return ("!", "late"), (_("late: {what}").format(what=f"{what}, {day}"), "late")
    soon = (one.next.on - seen.today).days <= _THIS_WEEK
    return mark, f"{day} {what}" if soon else (f"{day} {what}", "soft")


def hours_line(found: Iterable[FamilyLine]) -> Iterator[Line]:
    """The hours of this calendar week in these families, beside what is meant for them."""
    helped = [one for one in found if one.hours_high and one.status == "active"]
    if not helped:
        return
    spent = sum(one.recent[-1] for one in helped)
    low = sum(one.hours_low for one in helped)
    high = sum(one.hours_high for one in helped)
    if low == high:
        meant = _("meant: {hours}").format(hours=hours_in_figures(low))
    else:
        meant = _("meant: {low} to {high}").format(
            low=hours_in_figures(low), high=hours_in_figures(high)
        )
    said = _("Hours this week in these families")
    yield line((said, "head"), f"  {hours_in_figures(spent)}", (f"  {meant}", "soft"))


# --- when there is nothing --------------------------------------------------------------------


def nothing_listed(found: Families, wanted: Wanted) -> Iterator[Line]:
    """What to do about a list that is empty."""
    if wanted.text:
        said = _("No family with “{text}”. Esc shows all again.").format(text=wanted.text)
        yield line((said, "soft"))
    elif wanted.me and found.lines:
        yield line((_("None of these families is yours. m shows those of all."), "soft"))
    elif found.hidden:
        count = found.hidden
        said = ngettext(
            "{count} family ended. l shows it.", "{count} families ended. l shows them.", count
        )
        yield line((said.format(count=count), "soft"))
    else:
        yield line((_("There are no families yet. n opens a record for a new family."), "strong"))
        yield line((_("Or practise first with invented families: leave with q, and type"), "soft"))
        yield line("   fk demo")
