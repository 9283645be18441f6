"""What was counted of the effective factors and elements, as people read it."""

from fktui.method.factors import Factors
from fktui.words.factors import say_elements, say_factors, say_principles

FOUND = Factors(
    families=1,
    hours=10.25,
    weeks=4.1,
    contacts=5,
    practical=2,
    near=3,
    places={"phone": 1, "home": 3},
    members=4,
    alone=2,
    aftercare_due=1,
    tagged={"joining": 2},
    shown={"joining": 3},
    principles={"l-00002": 1, "eigen regie": 1, "l-00001": 4},
)


def test_the_eight_factors_in_their_order():
    said = say_factors(FOUND)
    assert len(said) == 8
    assert said[0] == ("Intensive and lasting", "hours 10, weeks 4, hours a week 2.5")
    assert said[2] == ("Practical help", "contacts: 2 of 5")
    assert said[3][1] == "contacts: 3 of 5 (at home 3, by phone 1)"
    assert said[6][1].startswith("members 4: spoken to alone 2")
    assert said[7][1] == "aftercare talks held: 0 of 1"


def test_without_places_nothing_stands_between_brackets():
    assert say_factors(Factors())[3][1] == "contacts: 0 of 0"


def test_the_six_elements_with_tags_and_files():
    said = say_elements(FOUND)
    assert len(said) == 6
    assert said[1] == ("joining the family", "2", "contacts in their own world: 3")
    assert said[5][1:] == ("0", "steps done by family, network or neighbourhood: 0")


def test_principles_by_name_the_most_frequent_first():
    said = say_principles(FOUND, {"l-00001": "Shared", "l-00002": "Network"})
    assert said == [("Shared", "4"), ("eigen regie", "1"), ("Network", "1")]
