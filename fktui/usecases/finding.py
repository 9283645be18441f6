"""From what a coach types to what is meant: a family, a record, a person.

An id, a unique beginning of it, or a name (of a family, a person, a goal): whole, else by its own
beginning, else by the start of a word in it. More than one fits: an error with the candidates.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from fktui.errors import Ambiguous, NotFound
from fktui.model.case import Case, Located, records
from fktui.model.knowledge import Organisation
from fktui.model.team import Colleague, team_records
from fktui.usecases.desk import Desk
from fktui.words.language import _, in_every_language
from fktui.words.naming import name_of, shortened
from fktui.words.recipients import ROLES

_MOST = 12
"""How many candidates an error names."""


class Named(NamedTuple):
    """Something that can be chosen."""

    id: str
    name: str


def find_case(desk: Desk, given: str) -> str:
    """The id of the family that is meant.

    Raises:
        NotFound: none fits.
        Ambiguous: more than one fits.
    """
    if desk.store.has(given):
        return given
    case_ids = desk.store.case_ids()
    starting = [case_id for case_id in case_ids if case_id.startswith(given.casefold())]
    if len(starting) == 1 and "-" in given:
        return starting[0]
    from fktui.usecases.overview.listing import names  # SQLite: 10 ms that an id does not need

    named = [Named(case_id, name) for case_id, name in names(desk)]
    return _choose(given, named, "case").id


def find_record(case: Case, given: str, *kinds: str) -> Located:
    """The record that is meant, of one of these kinds (of any kind when none is named)."""
    located = {
        found.record.id: found for found in records(case) if not kinds or found.kind.name in kinds
    }
    choices = [Named(key, name_of(found.record)) for key, found in located.items()]
    return located[_choose(given, choices, kinds[0] if kinds else "record").id]


def find_in_team(desk: Desk, given: str, *kinds: str) -> Located:
    """The record of the team's own files that is meant, of one of these kinds."""
    located = {
        found.record.id: found
        for found in team_records(desk.team.folder)
        if found.kind.name in kinds
    }
    choices = [Named(key, name_of(found.record)) for key, found in located.items()]
    return located[_choose(given, choices, kinds[0]).id]


def find_people(
    case: Case, given: Iterable[str], others: Iterable[Colleague | Organisation] = ()
) -> tuple[str, ...]:
    """The ids of members of the family, people of the network, and others such as colleagues.

    Who is on the map as well is found once, as a member of the family.
    """
    choices = [Named(p.id, p.name) for p in case.family.people]
    choices += [Named(n.id, n.name) for n in case.network.people]
    choices += [Named(one.id, one.name) for one in others]
    on_the_map = {n.id: n.person for n in case.network.people if n.person}
    return tuple(_choose(one, choices, "person", on_the_map).id for one in given)


def find_participants(
    case: Case, given: Iterable[str], others: Iterable[Colleague | Organisation] = ()
) -> tuple[str, ...]:
    """Who takes part in a meeting or an evaluation: people as `find_people` finds them, or a role.

    A role such as `referrer` is known by its code, or by its word in any language, with or
    without its article; people of that name go before it.
    """
    known = tuple(others)
    return tuple(_participant(case, one, known) for one in given)


def _participant(case: Case, given: str, others: tuple[Colleague | Organisation, ...]) -> str:
    try:
        return find_people(case, (given,), others)[0]
    except NotFound:
        role = _role(given)
        if role is None:
            raise
        return role


def _role(given: str) -> str | None:
    wanted = given.casefold().strip()
    for role, said in ROLES.items():
        words = [word.casefold() for word in in_every_language(_, said)]
        bare = [word.partition(" ")[2] for word in words]
        if wanted.replace(" ", "_") == role or wanted in (*words, *bare):
            return role
    return None


def find_colleague(desk: Desk, given: str) -> str:
    """The id of a colleague."""
    choices = [Named(c.id, c.name) for c in desk.colleagues]
    return _choose(given, choices, "colleague").id


def _choose(
    given: str, choices: list[Named], kind: str, same: Mapping[str, str] = MappingProxyType({})
) -> Named:
    """What is meant; `same` says of some ids of whom they are another record."""
    wanted = given.casefold().strip()
    tests: tuple[Callable[[Named], bool], ...] = (
        lambda c: c.id == wanted,
        lambda c: c.name.casefold() == wanted,
        lambda c: c.name.casefold().startswith(wanted),
        lambda c: any(rest.startswith(wanted) for rest in _from_each_word(c.name.casefold())),
        lambda c: c.id.startswith(wanted) or c.id.partition("-")[2].startswith(wanted),
    )
    for test in tests if wanted else ():
        fitting = [choice for choice in choices if test(choice)]
        ids = {choice.id for choice in fitting}
        fitting = [choice for choice in fitting if same.get(choice.id) not in ids]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise Ambiguous("ambiguous", kind=kind, given=given, candidates=_shown(fitting))
    if choices:
        known = [choice for choice in choices if choice.id not in same]
        raise NotFound("not-found-but", kind=kind, given=given, known=_shown(known or choices))
    raise NotFound("not-found", kind=kind, given=given)


def _from_each_word(name: str) -> Iterator[str]:
    """The name from its first word on, from its second word on, and so forth."""
    words = name.split()
    return (" ".join(words[start:]) for start in range(len(words)))


def _shown(choices: list[Named]) -> str:
    """What could have been meant: by name, and by id where a name alone does not tell."""
    names = [shortened(choice.name, 40) for choice in choices]
    alike = Counter(map(str.casefold, names))
    first = [
        name if name and alike[name.casefold()] == 1 else f"{name} ({choice.id})".lstrip(" ")
        for name, choice in zip(names[:_MOST], choices, strict=False)
    ]
    return ", ".join(first) + (", …" if len(choices) > _MOST else "")
