"""A family by generation in words: for who hears it, for plain text, and beside the genogram."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from fktui.method.around.generations import Bond, Generations, generations
from fktui.model.case import Case
from fktui.model.family import Person, Relation, RelationKind
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.people.members import say_age

HOME = "⌂"


def first_names(people: Iterable[Person]) -> dict[str, str]:
    """First names, by id; where two are the same with the next name's letter, else whole."""
    everybody = list(people)
    first = {one.id: _parts(one)[0] for one in everybody}
    twice = Counter(first.values())
    return {
        one.id: _longer(one) if twice[first[one.id]] > 1 else first[one.id] for one in everybody
    }


def _parts(one: Person) -> list[str]:
    return one.name.split() or [one.id]


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
    return f"{age} {_('left')}" if one.until is not None and one.until < on else age
