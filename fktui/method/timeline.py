"""The timeline in its two lanes, in the order of time, however little of a date is known.

How such a date is said is in `words.time.life_dates`.
"""

from collections.abc import Iterable

import msgspec

from fktui.method.days import anniversary, full_date
from fktui.model.case import Case
from fktui.model.family import Person
from fktui.model.timeline import Event, EventKind, Experience

CARE = frozenset((EventKind.HELP, EventKind.PLACEMENT))
"""What makes up the care history (S0:L26-27, domain.md item 4); the rest is life."""

When = tuple[int, int, int]
"""Year, month and day; 0 for what is not known, so that a bare year comes before its months."""

_UNKNOWN: When = (9999, 99, 99)


class Lanes(msgspec.Struct, frozen=True, kw_only=True):
    """The two lanes of the timeline (domain.md §3.2)."""

    life: tuple[Event, ...]
    care: tuple[Event, ...]


def lanes(case: Case) -> Lanes:
    """Life events beside help and placements, each in the order of time."""
    events = in_time(case.timeline.events, case.family.people)
    return Lanes(
        life=tuple(one for one in events if one.kind not in CARE),
        care=tuple(one for one in events if one.kind in CARE),
    )


def in_time(events: Iterable[Event], people: Iterable[Person]) -> tuple[Event, ...]:
    """Events in the order of time; those of which nothing is known come last."""
    known = tuple(people)
    return tuple(sorted(events, key=lambda event: began(event, known) or _UNKNOWN))


def began(event: Event, people: Iterable[Person]) -> When | None:
    """When it was, as far as that is known: by its date, else by the age that somebody had.

    An age gives the first day on which it can have been: the birthday on which it was reached.
    """
    if event.on is not None:
        return _parts(event.on)
    person = next((one for one in people if one.id == event.age_of), None)
    if person is None or person.born is None or event.age is None:
        return None
    born = full_date(person.born)
    if born is not None:
        reached = anniversary(born, event.age)
        return reached.year, reached.month, reached.day
    year, month, _day = _parts(person.born)
    return year + event.age, month, 0


def _parts(partial: str) -> When:
    numbers = [int(part) for part in partial.split("-")]
    year, month, day = (*numbers, 0, 0)[:3]
    return year, month, day


def experience_of(event: Event, person: str) -> Experience | None:
    """How one person experienced it; there is no figure for the family (domain.md §3.2)."""
    return next((one for one in event.experiences if one.person == person), None)
