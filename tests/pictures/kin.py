"""Families that never were, for genograms: any size, any ties, also those that contradict."""

from datetime import date

from hypothesis import strategies as st

from fktui.model.case import Case
from fktui.model.family import Family, Gender, Household, Person, Relation, RelationKind, Role
from fktui.model.trajectory import FORMAT, Trajectory

DAY = date(2026, 5, 11)


def person(number: int, **more) -> Person:
    fields = {"name": f"Name{number} Finch", "role": Role.OTHER, **more}
    return Person(id=f"p-{number:05}", **fields)


def related(number: int, one: int, kind: RelationKind, other: int) -> Relation:
    return Relation(id=f"t-{number:05}", person=f"p-{one:05}", to=f"p-{other:05}", kind=kind)


def family(people, relations=(), households=()) -> Case:
    return Case(
        trajectory=Trajectory(format=FORMAT, id="finch-abc", name="Family Finch"),
        family=Family(
            people=tuple(people), relations=tuple(relations), households=tuple(households)
        ),
    )


def three_generations() -> Case:
    """Grandparents, a divorced couple with two children, a new partner with one, an adopted one."""
    kinds = RelationKind
    people = [
        person(1, gender=Gender.FEMALE, role=Role.GRANDPARENT, born="1950"),
        person(2, gender=Gender.MALE, role=Role.GRANDPARENT, born="1948", died="2019"),
        person(3, gender=Gender.FEMALE, role=Role.MOTHER, born="1980", households=("h-00001",)),
        person(4, gender=Gender.MALE, role=Role.FATHER, born="1979", households=("h-00002",)),
        person(5, gender=Gender.MALE, role=Role.STEP_PARENT, born="1981"),
        person(6, gender=Gender.FEMALE, role=Role.CHILD, born="2010", index=True),
        person(7, gender=Gender.OTHER, role=Role.CHILD, born="2012"),
        person(8, gender=Gender.MALE, role=Role.CHILD, born="2020"),
        person(9, gender=Gender.UNKNOWN, role=Role.CHILD, born="2016"),
    ]
    ties = [
        (1, kinds.MARRIED, 2),
        (1, kinds.PARENT, 3),
        (2, kinds.PARENT, 3),
        (3, kinds.DIVORCED, 4),
        (3, kinds.PARTNER, 5),
        *((parent, kinds.PARENT, child) for parent in (3, 4) for child in (6, 7)),
        *((parent, kinds.PARENT, 8) for parent in (3, 5)),
        *((parent, kinds.ADOPTIVE_PARENT, 9) for parent in (3, 4)),
    ]
    relations = [related(number, *tie) for number, tie in enumerate(ties)]
    homes = [Household(id="h-00001", name="With mother"), Household(id="h-00002", name="Father")]
    return family(people, relations, homes)


@st.composite
def families(draw, most: int = 14) -> Case:
    """Anybody, with any ties at all."""
    count = draw(st.integers(0, most))
    people = [
        person(
            number,
            gender=draw(st.sampled_from(Gender)),
            role=draw(st.sampled_from(Role)),
            index=draw(st.booleans()) and number % 3 == 0,
            born=draw(st.sampled_from((None, "1950", "1980-05-01", "2012", "2020"))),
            died=draw(st.sampled_from((None, None, None, "2019"))),
        )
        for number in range(count)
    ]
    pairs = st.tuples(
        st.integers(0, most - 1), st.sampled_from(RelationKind), st.integers(0, most - 1)
    )
    ties = draw(st.lists(pairs, max_size=2 * most))
    kept = [tie for tie in ties if tie[0] < count and tie[2] < count]
    return family(people, [related(number, *tie) for number, tie in enumerate(kept)])


@st.composite
def trees(draw) -> Case:
    """Families without contradictions: who is born later is nobody's parent."""
    count = draw(st.integers(2, 16))
    people = [person(number, gender=draw(st.sampled_from(Gender))) for number in range(count)]
    kinds = st.sampled_from((RelationKind.PARENT, RelationKind.FOSTER_PARENT))
    ties = []
    for child in range(1, count):
        parent = draw(st.integers(0, child - 1))
        ties.append((parent, draw(kinds), child))
    return family(people, [related(number, *tie) for number, tie in enumerate(ties)])
