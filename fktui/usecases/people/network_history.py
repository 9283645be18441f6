"""How the network map came to be: the places that were asked for, and the days it changed."""

from collections.abc import Callable
from datetime import date, datetime

from fktui.errors import GitFailed, GitMissing
from fktui.method.around.network import on_the_map
from fktui.model.case import Case
from fktui.model.network import Network, Sector
from fktui.model.text import visible
from fktui.model.trajectory import FORMAT, Trajectory
from fktui.pictures.map_layout import Wish
from fktui.pictures.scene import wish_of
from fktui.usecases.desk import Desk

_MOST = 200
"""States of a map that are looked at, the oldest: a thousand of them would take a second."""


def earlier_wishes(
    desk: Desk, case_id: str, on: date, called: Callable[[str], str] = str
) -> tuple[Wish, ...]:
    """The places that were asked for on the map until a day, in the order in which they were.

    With them kept free, nobody moves but who is moved. Where the history cannot be read there are
    none: a map needs it no more than that.

    Args:
        desk: where it is done.
        case_id: the family.
        on: the day.
        called: what a name becomes on the map, such as its first letters.
    """
    order = list(Sector)
    try:
        states = _until(desk, case_id, on)[:_MOST]
    except (GitFailed, GitMissing):
        return ()
    asked = (
        wish_of(one.id, visible(called(one.name)), one.ring, order.index(one.sector))
        for _at, network in states
        for one in network.people
    )
    return tuple(dict.fromkeys(asked))


def moments(desk: Desk, case_id: str) -> list[date]:
    """The days on which the map became another one, the oldest first.

    That is when something was recorded that the map shows, or when somebody came or left on a day
    that was known before.
    """
    states = _until(desk, case_id, desk.today)
    by_day = {at.astimezone(desk.now.tzinfo).date(): network for at, network in states}
    days = sorted(by_day)
    found: list[date] = []
    shown = _shown(Network(), desk.today)
    for number, day in enumerate(days):
        network = by_day[day]
        end = days[number + 1] if number + 1 < len(days) else None
        announced = {
            turn
            for one in network.people
            for turn in (one.since, one.until)
            if turn and day < turn <= desk.today and (end is None or turn < end)
        }
        for turn in sorted({day, *announced}):
            now = _shown(network, turn)
            if now != shown:
                found.append(turn)
            shown = now
    return found


def _until(desk: Desk, case_id: str, on: date) -> list[tuple[datetime, Network]]:
    """What was recorded until the end of a day."""
    end = datetime.combine(on, datetime.max.time(), desk.now.tzinfo)
    return [(at, network) for at, network in desk.store.networks(case_id) if at <= end]


def _shown(network: Network, on: date) -> tuple[object, ...]:
    """What the map makes of a network."""
    case = Case(trajectory=Trajectory(format=FORMAT, id="", name=""), network=network)
    people = on_the_map(case, on)
    here = {one.id for one in people}
    ties = {(t.network, t.person, t.quality, t.energy, t.ring) for t in network.ties}
    return (
        {(one.id, one.name, one.ring, one.sector, one.jim_of) for one in people},
        {tie for tie in ties if tie[0] in here},
    )
