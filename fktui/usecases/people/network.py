"""The people around the family: who they are, how close they stand, and the ties with each member.

The family itself is in `family`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.errors import WrongUse
from fktui.model.case import Case, put
from fktui.model.network import NetworkKind, NetworkPerson, Sector, Tie
from fktui.model.stored import Act, Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.people.family import members
from fktui.usecases.people.jim import follow_map, leave_map
from fktui.usecases.records import (
    act_on,
    changed_record,
    check_order,
    ended,
    new_record,
    require,
    with_fields,
)
from fktui.words.labels import label


class Tied(NamedTuple):
    """What somebody new has with the family.

    Attributes:
        fields: `quality`, `energy`: of each tie.
        of: the members, by name or id; nobody named means the family as a whole.
    """

    fields: Mapping[str, Any]
    of: tuple[str, ...] = ()


def add_member(
    desk: Desk, case_id: str, fields: Mapping[str, Any], tied: Tied | None = None
) -> Saved:
    """Put somebody on the map around the family, from today on when no day is said.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: values by field; `person` and `jim_of` hold names or ids of members of the family,
            `households` names or ids of households.
        tied: the ties, made in the same act.
    """
    require(fields, "name", "sector", "ring")

    def edit(loaded: Loaded) -> Change:
        values = _resolved(loaded.case, {"since": desk.today, **fields})
        one: NetworkPerson = new_record(desk, loaded.case, "network", values)
        _check(one)
        act = act_on("network.add", one, sector=sector_name(desk, one.sector), ring=one.ring)
        case = follow_map(desk, put(loaded.case, "network", one), None, one)
        return Change(case=_tied(desk, case, one, tied) if tied else case, act=act)

    return desk.change(case_id, edit)


def edit_member(
    desk: Desk, case_id: str, given: str, fields: Mapping[str, Any], reason: str = ""
) -> Saved:
    """Change fields of somebody around the family; names as in `add_member`."""

    def edit(loaded: Loaded) -> Change:
        before = _around(loaded.case, given)
        values = _resolved(loaded.case, fields)
        after: NetworkPerson = with_fields(before, values)
        _check(after)
        change = changed_record(loaded.case, before, "network", values, reason=reason)
        return Change(case=follow_map(desk, change.case, before, after), act=change.act)

    return desk.change(case_id, edit)


def move_member(
    desk: Desk, case_id: str, given: str, ring: int | None = None, sector: Sector | None = None
) -> Saved:
    """Put somebody closer or further (ring 1 to 3), or in another sector of the map.

    Raises:
        WrongUse: `nothing-changed`.
    """

    def edit(loaded: Loaded) -> Change:
        before = _around(loaded.case, given)
        place = {"ring": ring, "sector": sector}
        after = with_fields(before, {n: v for n, v in place.items() if v is not None})
        act = _move_act(desk, before, after)
        return Change(case=put(loaded.case, "network", after), act=act)

    return desk.change(case_id, edit)


def set_tie(
    desk: Desk, case_id: str, given: str, member: str | None, fields: Mapping[str, Any]
) -> Saved:
    """Say what the tie is of somebody around the family: made, or changed when it is there.

    Args:
        desk: where it is done.
        case_id: the family.
        given: who stands around the family.
        member: whose tie it is; None for the family as a whole.
        fields: `quality`, `energy`, `ring`, `note`; what is not said stays as it is.
    """

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        around = _around(case, given)
        person = members(case, (member,))[0] if member else None
        before = tie_between(case, around.id, person)
        if before is None:
            ends = {"network": around.id, "person": person}
            tie = new_record(desk, case, "tie", {**fields, **ends})
        else:
            tie = with_fields(before, fields)
        if tie == before:
            raise WrongUse("nothing-changed", record=tie.id)
        names = tuple(fields)
        act = act_on("network.tie", tie, "", names, id=around.id, quality=label(tie.quality))
        return Change(case=put(case, "tie", tie), act=act)

    return desk.change(case_id, edit)


def end_member(desk: Desk, case_id: str, given: str, on: date, because: str | None = None) -> Saved:
    """Somebody leaves the map; the record keeps what it knows, the ties included.

    Who was somebody's JIM is that no longer.
    """

    def edit(loaded: Loaded) -> Change:
        one = _around(loaded.case, given)
        change = ended(loaded.case, one, "network", on, because)
        return Change(case=leave_map(change.case, one.id, on, because), act=change.act)

    return desk.change(case_id, edit)


def choose_jim(desk: Desk, case_id: str, given: str, youth: str) -> Saved:
    """Note who is the own mentor of a youth, chosen and willing (JIM, domain.md §3.5).

    How it came to that, step by step, is noted in `people.jim`.

    Raises:
        WrongUse: `nothing-changed`; `jim-is-organisation`.
    """

    def edit(loaded: Loaded) -> Change:
        before = _around(loaded.case, given)
        of = members(loaded.case, (youth,))
        if set(of) <= set(before.jim_of):
            raise WrongUse("nothing-changed", record=before.id)
        after = with_fields(before, {"jim_of": (*before.jim_of, *of)})
        _check(after)
        act = act_on("network.jim", after, fields=("jim_of",))
        case = follow_map(desk, put(loaded.case, "network", after), before, after)
        return Change(case=case, act=act)

    return desk.change(case_id, edit)


def tie_between(case: Case, network: str, person: str | None) -> Tie | None:
    """The tie of somebody around the family with a member, or with the family as a whole."""
    ends = (network, person)
    return next((tie for tie in case.network.ties if (tie.network, tie.person) == ends), None)


def tie_to_change(case: Case, network: str, eyes: str) -> tuple[str | None, Tie | None] | None:
    """Whose tie with somebody is meant when nobody says it, and that tie when it is there.

    As a member sees it, that member's; else the family's, or the only one there is. Nothing when
    that leaves a choice.
    """
    if eyes:
        return eyes, tie_between(case, network, eyes)
    ties = [tie for tie in case.network.ties if tie.network == network]
    whole = next((tie for tie in ties if tie.person is None), None)
    if whole is not None or not ties:
        return None, whole
    return (ties[0].person, ties[0]) if len(ties) == 1 else None


def sector_name(desk: Desk, sector: Sector) -> str:
    """What the team calls a sector of the map; the field's word when it has none of its own."""
    return desk.settings.sectors.get(sector.value) or label(sector)


def sectors(desk: Desk) -> dict[Sector, str]:
    """The sectors of the map, in their order around the family, as the team calls them."""
    return {sector: sector_name(desk, sector) for sector in Sector}


def _tied(desk: Desk, case: Case, one: NetworkPerson, tied: Tied) -> Case:
    """The case with a tie for each member, or for the family as a whole."""
    for person in members(case, tied.of) or (None,):
        ends = {"network": one.id, "person": person}
        case = put(case, "tie", new_record(desk, case, "tie", {**tied.fields, **ends}))
    return case


def _around(case: Case, given: str) -> NetworkPerson:
    one: NetworkPerson = find_record(case, given, "network").record
    return one


def _resolved(case: Case, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with ids of members and households for the names that were typed."""
    values = dict(fields)
    if values.get("person"):
        values["person"] = members(case, (values["person"],))[0]
    if values.get("jim_of"):
        values["jim_of"] = tuple(dict.fromkeys(members(case, values["jim_of"])))
    if values.get("households"):
        found = (find_record(case, one, "household") for one in values["households"])
        values["households"] = tuple(dict.fromkeys(located.record.id for located in found))
    return values


def _check(one: NetworkPerson) -> None:
    require({"name": one.name}, "name")
    check_order(one.id, one.since, one.until)
    if one.jim_of and one.kind is NetworkKind.ORGANISATION:
        raise WrongUse("jim-is-organisation", record=one.id)


def _move_act(desk: Desk, before: NetworkPerson, after: NetworkPerson) -> Act:
    old, new = sector_name(desk, before.sector), sector_name(desk, after.sector)
    ring, sector = before.ring != after.ring, before.sector is not after.sector
    if ring and sector:
        names = ("ring", "sector")
        return act_on("network.move-both", after, "", names, old=old, new=new, ring=after.ring)
    if sector:
        return act_on("network.move-sector", after, fields=("sector",), old=old, new=new)
    if ring:
        return act_on("network.move", after, fields=("ring",), old=before.ring, new=after.ring)
    raise WrongUse("nothing-changed", record=before.id)
