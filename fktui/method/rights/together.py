"""What can be on the table when some of the family look along: what every one of them may read."""

from collections.abc import Iterable
from datetime import date

import msgspec

from fktui.method.rights.access import ACCESS, RESTRICTED_KINDS
from fktui.method.rights.copying import may_read, whose_home
from fktui.method.visibility import living_apart
from fktui.model.case import Case, Located, find, records, without
from fktui.model.family import Household
from fktui.model.record import by_id


def for_those(case: Case, people: Iterable[str], today: date) -> tuple[Case, int]:
    """The case with only what every one of these people may read, and how much that leaves out.

    Jeugdwet 7.3.10, second sentence; domain.md §5.4: what is about another only, or what makes one
    home safe, is not for those who are not in it. The reporting code is never in it, nor what is
    of nobody in particular. A secret address is only there for those who live there. Without
    people nothing is for them.
    """
    there = tuple(dict.fromkeys(people))
    kept, left_out = case, 0
    for located in records(case):
        if there and _is_for(case, located, there, today):
            continue
        kept, left_out = without(kept, located.record.id), left_out + 1
    for statement in kept.statements:
        if statement.entry and find(case, statement.entry) and not find(kept, statement.entry):
            kept, left_out = without(kept, statement.id), left_out + 1
    return _without_secret_homes(kept, there), left_out


def _is_for(case: Case, located: Located, there: tuple[str, ...], today: date) -> bool:
    """Whether all of them may read it."""
    kind, record = located.kind.name, located.record
    access = ACCESS[kind]
    if kind in RESTRICTED_KINDS or not (access.people or access.joint is not None):
        return False
    around = getattr(located.parent, "visible_to", ())
    readers: tuple[str, ...] = getattr(record, "visible_to", ()) or around
    if not all(may_read(case, readers, one) for one in there):
        return False
    if kind == "network" and record.households:
        return not any(_lives_elsewhere(case, one, record.households) for one in there)
    apart = () if readers else living_apart(case, whose_home(kind, record), today)
    return not set(apart) & set(there)


def _lives_elsewhere(case: Case, person: str, homes: tuple[str, ...]) -> bool:
    member = by_id(case.family.people, person)
    return bool(member and member.households and not set(member.households) & set(homes))


def _without_secret_homes(case: Case, there: tuple[str, ...]) -> Case:
    households = tuple(
        _hidden(one) if _is_secret_for(case, one, there) else one for one in case.family.households
    )
    family = msgspec.structs.replace(case.family, households=households)
    return msgspec.structs.replace(case, family=family)


def _is_secret_for(case: Case, home: Household, there: tuple[str, ...]) -> bool:
    members = (by_id(case.family.people, one) for one in there)
    return home.secret_address and any(
        member is None or home.id not in member.households for member in members
    )


def _hidden(home: Household) -> Household:
    return msgspec.structs.replace(home, address=None, note=None)
