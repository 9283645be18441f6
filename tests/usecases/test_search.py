"""Search in a real store: what is text, where it stands, and that edits are found."""

from datetime import date

import pytest

from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.overview.search import find_text
from fktui.usecases.people.family import add_person
from fktui.usecases.people.network import add_member
from fktui.usecases.plan.agreeing import agree
from fktui.usecases.plan.goals import add_goal, score_goal


@pytest.fixture
def found(desk, koolmees):
    goal = add_goal(desk, koolmees, {"title": "Loek gaat weer naar school"}).act.record
    score_goal(desk, koolmees, goal, -1, note="drie ochtenden gelukt")
    person = {"name": "Oom Zandbij", "sector": "friends", "ring": 1, "offers": "huiswerk maken"}
    add_member(desk, koolmees, person)
    note = {"on": date(2026, 11, 20), "body": "Samen naar **school** gefietst.\nHet lukte."}
    add_contact(desk, koolmees, note)

    def find(asked, **options):
        hits = find_text(desk.store.places, lambda: desk, asked, **options).hits
        return [(hit.kind, hit.file.partition("/")[0]) for hit in hits]

    return find


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ("koolmees", [("family", "case.yaml")]),
        ("loek", [("goal", "plan.yaml")]),
        ("ochtenden", [("score", "plan.yaml")]),
        ("huiswerk", [("network", "network.yaml")]),
        ("gefietst lukte", [("contact", "contacts")]),
        ("fiets", [("contact", "contacts")]),
        ("school", [("goal", "plan.yaml"), ("contact", "contacts")]),
        ("conversation", []),
        ("friends", []),
    ],
)
def test_every_text_is_found_where_it_stands(found, asked, where):
    assert sorted(found(asked)) == sorted(where)


def test_note_edited_in_place_is_found_again(desk, koolmees, found):
    (path,) = (desk.store.places.case(koolmees) / "contacts").glob("*.md")
    assert found("zwemles") == []
    with path.open("a") as file:
        file.write("Ook zwemles.\n")
    assert found("zwemles") == [("contact", "contacts")]


def test_broken_note_does_not_hide_the_others(desk, koolmees, found):
    (desk.store.places.case(koolmees) / "contacts" / "2026-11-21-c-00000.md").write_text("---\n\t:")
    assert found("gefietst") == [("contact", "contacts")]


def test_there_may_be_more(desk, found):
    result = find_text(desk.store.places, lambda: desk, "school", limit=1)
    assert (len(result.hits), result.more) == (1, True)


def test_a_fingerprint_is_no_text_and_the_reason_of_who_does_not_agree_is(desk, koolmees):
    add_goal(desk, koolmees, {"title": "Rust"})
    mum = add_person(desk, koolmees, {"name": "Ike Zandbij", "role": "parent"}).act.record
    agree(desk, koolmees, "plan", [mum], agrees=False, on=desk.today, because="Eerst de school")
    (assent,) = desk.load(koolmees).case.plan.agreed

    def find(asked):
        return [hit.kind for hit in find_text(desk.store.places, lambda: desk, asked).hits]

    assert (find(assent.text), find("plan"), find("eerst")) == ([], [], ["assent"])
