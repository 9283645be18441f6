"""A family by generation in words: for who hears it, for plain text, and beside the genogram."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from fktui.method.around.generations import Bond, Generations, generations
from fktui.model.case import Case
from fktui.model.family import Gender, Person, RelationKind
from fktui.model.text import visible
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.naming import names_of
from fktui.words.people.members import say_age

HOME = "⌂"

MARKS = {
    "man": N_("man"),
    "woman": N_("woman"),
    "other": N_("other or not known"),
    "index": N_("the referral is about this child"),
    "died": N_("died"),
    "married": N_("married"),
    "partner": N_("partners, not married"),
    "separated": N_("apart"),
    "divorced": N_("divorced"),
    "not_noted": N_("parents together; what they are to each other is not noted"),
    "adoptive_parent": N_("adopted"),
    "foster_parent": N_("foster child"),
    "step_parent": N_("stepchild"),
    "half_sibling": N_("half-brother or half-sister"),
}
"""What the shapes, lines and signs of a genogram mean, in the order of a legend."""

_GENERATIONS = {
    -2: N_("Generation of the grandparents"),
    -1: N_("Generation of the parents"),
    0: N_("Generation of the children"),
    1: N_("Generation of their children"),
}

_BETWEEN = {
    RelationKind.PARTNER: N_("partner of {who}"),
    RelationKind.MARRIED: N_("married to {who}"),
    RelationKind.SEPARATED: N_("apart from {who}"),
    RelationKind.DIVORCED: N_("divorced from {who}"),
    None: N_("has children with {who}"),
}
_CHILD_OF = {
    RelationKind.PARENT: N_("child of {who}"),
    RelationKind.ADOPTIVE_PARENT: N_("adopted child of {who}"),
    RelationKind.FOSTER_PARENT: N_("foster child of {who}"),
    RelationKind.STEP_PARENT: N_("stepchild of {who}"),
}
_BESIDE = {
    RelationKind.SIBLING: N_("brother or sister of {who}"),
    RelationKind.HALF_SIBLING: N_("half-brother or half-sister of {who}"),
    RelationKind.OTHER: N_("another tie with {who}"),
}


def used_marks(found: Generations) -> tuple[str, ...]:
    """Which of `MARKS` stand in this genogram."""
    genders = {Gender.MALE: "man", Gender.FEMALE: "woman"}
    used = {genders.get(one.gender, "other") for one in found.people.values()}
    used |= {"index" for one in found.people.values() if one.index}
    used |= {"died" for one in found.people.values() if one.died is not None}
    for bond in found.bonds:
        if bond.partners[1:]:
            used.add(bond.kind.value if bond.kind else "not_noted")
        used |= {child.kind.value for child in bond.children}
    return tuple(mark for mark in MARKS if mark in used)


def genogram_in_words(case: Case, on: date) -> Iterator[str]:
    """Everybody by generation, from old to young, with partners, parents and homes."""
    found = generations(case, on)
    names, homes = names_of(case), {one.id: one.name for one in case.family.households}
    for number, row in enumerate(found.by_row()):
        yield _say_generation(number - found.children)
        for key in row:
            yield f"  {_say_person(case, found, found.people[key], on, (names, homes))}"
    if found.loose:
        yield _("Without a tie to anybody")
        for key in found.loose:
            yield f"  {_say_person(case, found, found.people[key], on, (names, homes))}"
    yield from say_left_out(found)


def say_left_out(found: Generations) -> Iterator[str]:
    """The ties that no genogram can show, because they contradict others."""
    for tie in found.left_out:
        yield _("Not drawn, because it contradicts another tie: {who}, {kind} of {whom}.").format(
            who=found.people[tie.person].name,
            kind=label(tie.kind),
            whom=found.people[tie.to].name,
        )


def _say_generation(away: int) -> str:
    if away in _GENERATIONS:
        return _(_GENERATIONS[away])
    return _("Older still") if away < 0 else _("Younger still")


def _say_person(
    case: Case,
    found: Generations,
    one: Person,
    on: date,
    called: tuple[Mapping[str, str], Mapping[str, str]],
) -> str:
    """One line about somebody: name, age, home, parents, partners, brothers and sisters."""
    names, homes = called
    life = say_life(one, on)
    said = [life] if life != "–" else [_("age not known")]
    said += [_(MARKS["index"])] if one.index else []
    where = [homes[home] for home in one.households if home in homes]
    said += [_("home: {where}").format(where=" + ".join(where))] if where else []
    said += _say_parents(case, found, one, names)
    for bond in found.bonds:
        said += _say_bond(bond, one.id, names)
    for tie in case.family.relations:
        other = {tie.person: tie.to, tie.to: tie.person}.get(one.id)
        if tie.kind is RelationKind.OTHER and other is not None and other in found.people:
            said.append(_(_BESIDE[tie.kind]).format(who=names.get(other, other)))
    return f"{one.name} – {'; '.join(said)}"


def _say_parents(
    case: Case, found: Generations, one: Person, names: Mapping[str, str]
) -> Iterator[str]:
    """Whose child somebody is, by kind."""
    for kind, said in _CHILD_OF.items():
        keys = dict.fromkeys(
            tie.person
            for tie in case.family.relations
            if (tie.to, tie.kind) == (one.id, kind)
            and tie.person in found.people
            and tie not in found.left_out
        )
        if keys:
            yield _(said).format(who=_listed(keys, names))


def _say_bond(bond: Bond, key: str, names: Mapping[str, str]) -> Iterator[str]:
    """What a bond makes somebody beside others: a partner, a brother or sister."""
    if key in bond.partners and bond.partners[1:]:
        other = [one for one in bond.partners if one != key]
        yield _(_BETWEEN[bond.kind]).format(who=_listed(other, names))
    if not bond.partners and key in [child.id for child in bond.children]:
        half = any(child.kind is RelationKind.HALF_SIBLING for child in bond.children)
        kind = RelationKind.HALF_SIBLING if half else RelationKind.SIBLING
        others = [child.id for child in bond.children if child.id != key]
        yield _(_BESIDE[kind]).format(who=_listed(others, names))


def _listed(keys: Iterable[str], names: Mapping[str, str]) -> str:
    return _(" and ").join(names.get(one, one) for one in keys)


def first_names(people: Iterable[Person]) -> dict[str, str]:
    """First names, by id; where two are the same with the next name's letter, else whole."""
    everybody = list(people)
    first = {one.id: _parts(one)[0] for one in everybody}
    twice = Counter(first.values())
    return {
        one.id: _longer(one) if twice[first[one.id]] > 1 else first[one.id] for one in everybody
    }


def _parts(one: Person) -> list[str]:
    return visible(one.name).split() or [one.id]


def _longer(one: Person) -> str:
    first, *rest = _parts(one)
    return f"{first} {rest[-1][0]}." if rest else first


def home_numbers(case: Case) -> dict[str, int]:
    """The number of each home; none where all live in one."""
    homes = case.family.households
    return {home.id: number for number, home in enumerate(homes, 1)} if homes[1:] else {}


def say_homes(one: Person, numbers: Mapping[str, int]) -> str:
    """Where somebody lives: `⌂1+2`."""
    found = [f"{numbers[home]}" for home in one.households if home in numbers]
    return HOME + "+".join(found) if found else ""


def say_life(one: Person, on: date) -> str:
    """The age, or the year of death, and that somebody left: `†2019`, `14`, `38 left`."""
    if one.died is not None:
        return f"†{one.died[:4]}"
    age = say_age(one, on)
    left = one.until is not None and one.until < on
    return " ".join((age, _("left"))) if left else age
