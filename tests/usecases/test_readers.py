"""Whom to ask about before something new is saved."""

from fktui.usecases.people.family import add_person, edit_person, set_household
from fktui.usecases.rights.readers import EVERYBODY, apart, is_said


def two_homes(desk, family):
    """Mila and Jaylen in one house, his father in another; the id of the father."""
    father = add_person(desk, family.case, {"name": "Ruben", "role": "father"}).act.record
    set_household(desk, family.case, "Bij Mila", {}, (family.mila, family.jaylen))
    set_household(desk, family.case, "Bij Ruben", {}, (father,))
    return father, desk.load(family.case).case


def test_who_lives_elsewhere_is_asked_about_and_the_others_read_it(desk, ijsvogel):
    father, case = two_homes(desk, ijsvogel)
    found = apart(desk, case, "strength", {"what": "Zij belt zelf", "about": (ijsvogel.mila,)})
    assert found is not None
    assert found.who == (father,)
    assert found.others == (ijsvogel.mila, ijsvogel.jaylen)


def test_nothing_is_asked_when_it_was_said_or_nobody_lives_apart(desk, ijsvogel):
    father, case = two_homes(desk, ijsvogel)
    both = (ijsvogel.mila, father)
    said = {"about": (ijsvogel.mila,), "visible_to": EVERYBODY}
    assert apart(desk, case, "strength", {"about": both}) is None
    assert apart(desk, case, "strength", said) is None
    assert apart(desk, case, "community", {"about": (ijsvogel.mila,)}) is None
    assert is_said("community", {})
    edit_person(desk, ijsvogel.case, father, {"households": ()})
    case = desk.load(ijsvogel.case).case
    assert apart(desk, case, "strength", {"about": (ijsvogel.mila,)}) is None


def test_a_statement_is_first_of_all_of_who_makes_it(desk, ijsvogel):
    father, case = two_homes(desk, ijsvogel)
    found = apart(desk, case, "statement", {"by": father, "about": (ijsvogel.mila,)})
    assert found is not None
    assert found.who == (ijsvogel.mila,)
