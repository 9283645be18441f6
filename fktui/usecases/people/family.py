"""The family itself: its members, households, relations, and who has authority by law.

The people around the family are in `network`; who must say yes to what is in `consent`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.model.case import Case, put
from fktui.model.family import Authority, Household, Person, Relation, RelationKind
from fktui.model.ids import is_record_id
from fktui.model.stored import Act, Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people, find_record
from fktui.usecases.records import (
    act_on,
    changed_record,
    check_order,
    ended,
    new_record,
    require,
    with_fields,
)

_COUPLES = frozenset(
    (
        RelationKind.PARTNER,
        RelationKind.MARRIED,
        RelationKind.SEPARATED,
        RelationKind.DIVORCED,
    )
)
_SIBLINGS = frozenset((RelationKind.SIBLING, RelationKind.HALF_SIBLING))


def add_person(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Add a member of the family, in one act with a household that is not there yet.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: values by field; `households` holds names or ids.
    """
    require(fields, "name", "role")

    def edit(loaded: Loaded) -> Change:
        case, housed = _with_households(desk, loaded.case, fields)
        person: Person = new_record(desk, case, "person", housed)
        check_order(person.id, person.since, person.until)
        new = _new_households(loaded.case, case)
        act = act_on("person.add-home", person, home=new) if new else act_on("person.add", person)
        return Change(case=put(case, "person", person), act=act)

    return desk.change(case_id, edit)


def edit_person(
    desk: Desk, case_id: str, given: str, fields: Mapping[str, Any], reason: str = ""
) -> Saved:
    """Change fields of a member of the family; `households` holds names or ids."""

    def edit(loaded: Loaded) -> Change:
        person: Person = find_record(loaded.case, given, "person").record
        case, housed = _with_households(desk, loaded.case, fields)
        after: Person = with_fields(person, housed)
        require({"name": after.name}, "name")
        check_order(after.id, after.since, after.until)
        return changed_record(case, person, "person", housed, reason=reason)

    return desk.change(case_id, edit)


def end_person(desk: Desk, case_id: str, given: str, on: date, because: str | None = None) -> Saved:
    """Somebody no longer belongs to the family; the record keeps what it knows."""

    def edit(loaded: Loaded) -> Change:
        person = find_record(loaded.case, given, "person").record
        return ended(loaded.case, person, "person", on, because)

    return desk.change(case_id, edit)


def set_household(
    desk: Desk,
    case_id: str,
    given: str,
    fields: Mapping[str, Any],
    people: Iterable[str] = (),
) -> Saved:
    """Say who live together: a new household, or changes to the one with this name or id.

    The people named are added to it; nobody is taken out of it.
    """
    people = tuple(people)

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        wanted = members(case, people)
        before = _household_called(case, given)
        if before is None:
            require({"name": given}, "name")
            after = new_record(desk, case, "household", {"name": given, **fields})
        else:
            after = with_fields(before, fields)
        housed = _moved_in(put(case, "household", after), after.id, wanted)
        return Change(case=housed, act=_household_act(case, housed, before, after))

    return desk.change(case_id, edit)


def relate(  # who, what and to whom is one sentence
    desk: Desk, case_id: str, given: str, kind: RelationKind, to: str, **fields: Any
) -> Saved:
    """Note what one member is to another: `given` is `kind` of `to`.

    Two members have one relation as a couple, one as siblings, and one as parent of the other;
    another kind of the same sort takes its place.
    """

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        one, other = _two_people(members(case, (given, to)))
        known = next(
            (old for old in case.family.relations if _same_tie(old, one, other, kind)), None
        )
        if known is not None:
            return changed_record(case, known, "relation", {"kind": kind, **fields})
        values = {"person": one, "to": other, "kind": kind, **fields}
        relation = new_record(desk, case, "relation", values)
        return Change(case=put(case, "relation", relation), act=act_on("relation.add", relation))

    return desk.change(case_id, edit)


def set_authority(
    desk: Desk, case_id: str, child: str, holder: str, fields: Mapping[str, Any]
) -> Saved:
    """Note that somebody has authority over a child, or what was found when it was checked.

    The holder is a member of the family, or somebody or an organisation around it.
    """

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        pair = (*members(case, (child,)), *find_people(case, (holder,)))
        of, by = _two_people(pair)
        known = next((old for old in case.family.authority if _in_force(old, of, by)), None)
        if known is not None:
            after: Authority = with_fields(known, fields)
            check_order(after.id, after.since, after.until)
            return changed_record(case, known, "authority", fields)
        values = {"child": of, "holder": by, **fields}
        authority: Authority = new_record(desk, case, "authority", values)
        check_order(authority.id, authority.since, authority.until)
        return Change(
            case=put(case, "authority", authority), act=act_on("authority.add", authority)
        )

    return desk.change(case_id, edit)


def members(case: Case, given: Iterable[str]) -> tuple[str, ...]:
    """The ids of members of the family, by name or id; nobody else counts here.

    Raises:
        NotFound, Ambiguous: one of them is not one member.
    """
    return tuple(find_record(case, one, "person").record.id for one in given)


def is_there(who: Any, on: date) -> bool:
    """Whether somebody still belongs here on a day; on the day of leaving not any more."""
    return who.until is None or on < who.until


def namesakes(case: Case, record: str) -> tuple[str, ...]:
    """The ids of others in and around the family with the same name: a slip, or a junior."""
    named = {person.id: person.name.casefold() for person in case.family.people}
    named |= {one.id: one.name.casefold() for one in case.network.people}
    return tuple(one for one, name in named.items() if one != record and name == named[record])


def _with_households(
    desk: Desk, case: Case, fields: Mapping[str, Any]
) -> tuple[Case, dict[str, Any]]:
    """The fields with ids of households for what was typed, and the case with the new ones."""
    if fields.get("households") is None:
        return case, dict(fields)
    found: list[str] = []
    for given in fields["households"]:
        household = _household_meant(case, given)
        if household is None:
            household = new_record(desk, case, "household", {"name": given})
            case = put(case, "household", household)
        found.append(household.id)
    return case, {**fields, "households": tuple(dict.fromkeys(found))}


def _household_meant(case: Case, given: str) -> Household | None:
    """The household by id, name or the beginning of it; None for a name that is new."""
    try:
        household: Household = find_record(case, given, "household").record
    except NotFound:
        if is_record_id(given):
            raise
        return None
    return household


def _household_called(case: Case, given: str) -> Household | None:
    """The household with exactly this name or id: a beginning could be a name of its own."""
    wanted = given.casefold().strip()
    called = [h for h in case.family.households if wanted in (h.id, h.name.casefold())]
    if len(called) > 1:
        found = tuple(household.id for household in called)
        raise Ambiguous("ambiguous", kind="household", given=given, candidates=found)
    if not called and is_record_id(wanted):
        raise NotFound("not-found", kind="household", given=given)
    return called[0] if called else None


def _new_households(before: Case, after: Case) -> str:
    known = {household.id for household in before.family.households}
    return ", ".join(h.id for h in after.family.households if h.id not in known)


def _moved_in(case: Case, household: str, people: Iterable[str]) -> Case:
    for one in people:
        person: Person = find_record(case, one, "person").record
        if household not in person.households:
            homes = (*person.households, household)
            case = put(case, "person", with_fields(person, {"households": homes}))
    return case


def _household_act(case: Case, housed: Case, before: Household | None, after: Household) -> Act:
    """What the history says: a new household, or which fields and whether its people changed.

    Raises:
        WrongUse: `nothing-changed`.
    """
    if before is None:
        return act_on("household.add", after)
    names = tuple(n for n in before.__struct_fields__ if getattr(before, n) != getattr(after, n))
    if housed.family.people != case.family.people:
        names = (*names, "people")
    if not names:
        raise WrongUse("nothing-changed", record=before.id)
    return act_on("household.edit", after, fields=names)


def _two_people(pair: tuple[str, ...]) -> tuple[str, str]:
    one, other = pair
    if one == other:
        raise WrongUse("same-person", record=one)
    return one, other


def _same_tie(old: Relation, one: str, other: str, kind: RelationKind) -> bool:
    """Whether this relation already says what another kind of it would say anew."""
    for mutual in (_COUPLES, _SIBLINGS):
        if kind in mutual:
            return old.kind in mutual and {old.person, old.to} == {one, other}
    directed = old.kind not in _COUPLES | _SIBLINGS
    same_sort = (old.kind is RelationKind.OTHER) == (kind is RelationKind.OTHER)
    return directed and same_sort and (old.person, old.to) == (one, other)


def _in_force(old: Authority, child: str, holder: str) -> bool:
    return (old.child, old.holder) == (child, holder) and old.until is None
