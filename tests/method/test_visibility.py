"""Who lives apart from whom, and who may read an entry then."""

import pytest
from families import DAUGHTER, FAMILY, FATHER, MOTHER, SON, TODAY, example_case
from msgspec.structs import replace

from fktui.method.visibility import living_apart, without

HOMES = {MOTHER: ("h-00001",), FATHER: ("h-00002",), SON: ("h-00001", "h-00002"), DAUGHTER: ()}


def case(homes=HOMES, **changed):
    people = tuple(replace(one, households=homes[one.id]) for one in FAMILY.people)
    people = tuple(replace(one, **changed.get(one.id, {})) for one in people)
    return replace(example_case(), family=replace(FAMILY, people=people))


@pytest.mark.parametrize(
    ("about", "apart"),
    [
        ((MOTHER,), (FATHER,)),
        ((FATHER,), (MOTHER,)),
        ((MOTHER, FATHER), ()),
        ((SON,), ()),
        ((DAUGHTER,), ()),  # of whom no home is known
        (("n-gran0",), ()),
        ((), ()),
    ],
)
def test_the_adults_of_another_home_live_apart(about, apart):
    assert living_apart(case(), about, TODAY) == apart


@pytest.mark.parametrize(
    ("born", "apart"),
    [
        ("2008-05-12", False),  # 18 tomorrow
        ("2008-05-11", True),
        ("2008", True),  # perhaps
        (None, False),  # a child, until a birth date says otherwise
    ],
)
def test_a_child_lives_apart_from_its_eighteenth_birthday(born, apart):
    homes = {**HOMES, SON: ("h-00002",)}
    found = living_apart(case(homes, **{SON: {"born": born}}), (MOTHER,), TODAY)
    assert (SON in found) is apart


@pytest.mark.parametrize("gone", [{"until": TODAY.replace(day=10)}, {"died": "2020"}])
def test_who_is_gone_lives_nowhere(gone):
    assert living_apart(case(**{FATHER: gone}), (MOTHER,), TODAY) == ()
    assert FATHER not in without(case(**{FATHER: gone}), (), (MOTHER,), TODAY)


def test_everybody_else_may_read_and_whom_it_is_about_comes_first():
    assert without(case(), (FATHER,), (SON, "n-gran0"), TODAY) == (SON, MOTHER, DAUGHTER)
