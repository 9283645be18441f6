"""A youth's way to a mentor of their own (JIM), in a real store on 21 November 2026."""

from datetime import date

import pytest

from fktui.errors import NotFound, WrongUse
from fktui.model.network import (
    JimPhase,
    NetworkKind,
    ParentalView,
    Sector,
    Willing,
)
from fktui.usecases.people import jim, network

DAY = date(2026, 11, 5)
LATER = date(2026, 11, 12)


def way(desk, case):
    (one,) = desk.load(case).case.network.jims
    return one


def marked(desk, case):
    return {one.id: one.jim_of for one in desk.load(case).case.network.people if one.jim_of}


def newest(desk, case):
    return desk.store.stories(case)[0]


def name(desk, home, who="Ali", on=DAY, **fields):
    return jim.name_candidate(desk, home.case, "Jaylen", who, on=on, fields=fields)


def chosen(desk, home):
    """Jaylen has chosen uncle Ali, who said yes; Mila agrees, with a sigh."""
    name(desk, home)
    jim.choose(desk, home.case, "Jaylen", "Ali", DAY)
    jim.ask(desk, home.case, "Jaylen", DAY)
    jim.answer(desk, home.case, "Jaylen", Willing.YES, LATER)
    says(desk, home, ParentalView.GRUDGING)


def says(desk, home, view, on=LATER, **fields):
    values = {"on": on, **fields}
    return jim.parent_says(desk, home.case, "Jaylen", "Mila", said=view, fields=values)


def refused(code, act, kind=WrongUse):
    with pytest.raises(kind) as caught:
        act()
    assert caught.value.code == code


def test_the_first_name_begins_the_way_with_the_question_who(desk, ijsvogel):
    saved = name(desk, ijsvogel, reason="Hij luistert")
    one = way(desk, ijsvogel.case)
    (candidate,) = one.candidates
    assert (one.youth, one.chosen) == (ijsvogel.jaylen, None)
    assert (candidate.person, candidate.on, candidate.reason) == (ijsvogel.ali, DAY, "Hij luistert")
    assert [(step.phase, step.on) for step in one.steps] == [(JimPhase.WHO, DAY)]
    assert saved.act.record == candidate.id
    assert newest(desk, ijsvogel.case).subject == f"JIM candidate {candidate.id} noted"
    refused("nothing-changed", lambda: name(desk, ijsvogel))


def test_a_second_name_goes_on_with_the_same_way(desk, ijsvogel):
    name(desk, ijsvogel)
    name(desk, ijsvogel, "Tom", on=LATER)
    one = way(desk, ijsvogel.case)
    assert [candidate.person for candidate in one.candidates] == [ijsvogel.ali, ijsvogel.mentor]
    assert len(one.steps) == 1


def test_somebody_new_is_put_on_the_map_in_the_same_act(desk, ijsvogel):
    before = len(desk.store.stories(ijsvogel.case))
    name(desk, ijsvogel, "Ineke", sector=Sector.NEIGHBOURHOOD)
    people = {one.name: one for one in desk.load(ijsvogel.case).case.network.people}
    ineke = people["Ineke"]
    assert (ineke.sector, ineke.ring, ineke.since) == (Sector.NEIGHBOURHOOD, 2, DAY)
    assert way(desk, ijsvogel.case).candidates[0].person == ineke.id
    assert len(desk.store.stories(ijsvogel.case)) == before + 1
    name(desk, ijsvogel, "oom ali", sector=Sector.FRIENDS, ring=3)
    assert len(desk.load(ijsvogel.case).case.network.people) == len(people)


def test_who_is_not_on_the_map_or_no_person(desk, ijsvogel):
    refused("jim-not-on-map", lambda: name(desk, ijsvogel, "Ineke"), NotFound)
    fields = {"name": "Judo", "sector": "leisure_faith", "ring": 3}
    fields["kind"] = NetworkKind.ORGANISATION
    network.add_member(desk, ijsvogel.case, fields)
    refused("jim-is-organisation", lambda: name(desk, ijsvogel, "Judo"))
    refused("day-to-come", lambda: name(desk, ijsvogel, on=date(2026, 11, 22)))
    assert desk.load(ijsvogel.case).case.network.jims == ()


def test_from_choice_to_yes_in_steps(desk, ijsvogel):
    chosen(desk, ijsvogel)
    one = way(desk, ijsvogel.case)
    assert (one.chosen, one.chosen_on, one.asked_on) == (ijsvogel.ali, DAY, DAY)
    assert (one.answer, one.answered_on) == (Willing.YES, LATER)
    (parent,) = one.parents
    assert (parent.by, parent.answer) == (ijsvogel.mila, ParentalView.GRUDGING)
    assert marked(desk, ijsvogel.case) == {ijsvogel.ali: (ijsvogel.jaylen,)}
    assert [story.subject for story in desk.store.stories(ijsvogel.case)[:4]] == [
        f"JIM {one.id}: a parent said “a grudging yes”",
        f"JIM {one.id}: {ijsvogel.ali} answered “yes”",
        f"JIM {one.id}: {ijsvogel.ali} asked",
        f"JIM {one.id}: {ijsvogel.ali} chosen by the youth",
    ]


def test_the_mark_on_the_map_comes_and_goes_with_the_answer(desk, ijsvogel):
    name(desk, ijsvogel)
    jim.choose(desk, ijsvogel.case, "Jaylen", "Ali", DAY)
    assert marked(desk, ijsvogel.case) == {}
    for said, there in ((Willing.YES, True), (Willing.LATER, False), (Willing.YES, True)):
        jim.answer(desk, ijsvogel.case, "Jaylen", said, DAY)
        assert bool(marked(desk, ijsvogel.case)) is there
    refused(
        "nothing-changed",
        lambda: jim.answer(desk, ijsvogel.case, "Jaylen", Willing.YES, DAY),
    )


def test_another_choice_begins_the_asking_anew(desk, ijsvogel):
    chosen(desk, ijsvogel)
    jim.choose(desk, ijsvogel.case, "Jaylen", "Tom", LATER)
    one = way(desk, ijsvogel.case)
    assert (one.chosen, one.chosen_on) == (ijsvogel.mentor, LATER)
    assert (one.asked_on, one.answer, one.answered_on, one.parents) == (None, None, None, ())
    assert [candidate.person for candidate in one.candidates] == [ijsvogel.ali, ijsvogel.mentor]
    assert marked(desk, ijsvogel.case) == {}
    refused("nothing-changed", lambda: jim.choose(desk, ijsvogel.case, "Jaylen", "Tom", LATER))


def test_asked_again_after_a_no_or_a_later(desk, ijsvogel):
    name(desk, ijsvogel)
    refused("jim-not-chosen", lambda: jim.ask(desk, ijsvogel.case, "Jaylen", DAY))
    refused("jim-not-chosen", lambda: jim.answer(desk, ijsvogel.case, "Jaylen", Willing.NO, DAY))
    jim.choose(desk, ijsvogel.case, "Jaylen", "Ali", DAY)
    early = date(2026, 11, 4)
    refused("ends-before-begin", lambda: jim.ask(desk, ijsvogel.case, "Jaylen", early))
    jim.ask(desk, ijsvogel.case, "Jaylen", DAY)
    refused("nothing-changed", lambda: jim.ask(desk, ijsvogel.case, "Jaylen", DAY))
    refused(
        "ends-before-begin",
        lambda: jim.answer(desk, ijsvogel.case, "Jaylen", Willing.NO, early),
    )
    jim.answer(desk, ijsvogel.case, "Jaylen", Willing.LATER, DAY)
    jim.ask(desk, ijsvogel.case, "Jaylen", LATER)
    one = way(desk, ijsvogel.case)
    assert (one.asked_on, one.answer, one.answered_on) == (LATER, None, None)
    jim.answer(desk, ijsvogel.case, "Jaylen", Willing.YES, LATER)
    refused("nothing-changed", lambda: jim.ask(desk, ijsvogel.case, "Jaylen", desk.today))


def test_a_parent_may_think_otherwise_later(desk, ijsvogel):
    name(desk, ijsvogel)
    first = says(desk, ijsvogel, ParentalView.NO, note="Nog niet").act.record
    again = says(desk, ijsvogel, ParentalView.GRUDGING).act.record
    (parent,) = way(desk, ijsvogel.case).parents
    assert (first, parent.id) == (again, again)
    assert (parent.answer, parent.note) == (ParentalView.GRUDGING, "Nog niet")
    refused("nothing-changed", lambda: says(desk, ijsvogel, ParentalView.GRUDGING))
    refused("day-to-come", lambda: says(desk, ijsvogel, ParentalView.NO, date(2026, 11, 22)))


def test_steps_may_go_on_and_back(desk, ijsvogel):
    name(desk, ijsvogel)
    for phase in (JimPhase.WHAT, JimPhase.HOW, JimPhase.WHAT):
        jim.begin_step(desk, ijsvogel.case, "Jaylen", phase, on=LATER, note="")
    steps = [step.phase for step in way(desk, ijsvogel.case).steps]
    assert steps == [JimPhase.WHO, JimPhase.WHAT, JimPhase.HOW, JimPhase.WHAT]
    assert newest(desk, ijsvogel.case).subject.endswith("step “what”")
    refused(
        "nothing-changed",
        lambda: jim.begin_step(desk, ijsvogel.case, "Jaylen", JimPhase.WHAT, on=LATER, note=""),
    )


def test_what_was_agreed_and_what_may_be_read(desk, ijsvogel):
    name(desk, ijsvogel)
    fields = {"may_see": ("plan", "future-plan"), "agreements": "Elke zondag", "reach": "appen"}
    jim.edit_jim(desk, ijsvogel.case, "Jaylen", fields, "Afgesproken")
    one = way(desk, ijsvogel.case)
    assert (one.may_see, one.agreements, one.reach) == (*fields.values(),)
    assert (
        newest(desk, ijsvogel.case).subject == f"JIM {one.id}: may read, agreements, how to reach"
    )
    refused(
        "wrong-choice",
        lambda: jim.edit_jim(desk, ijsvogel.case, "Jaylen", {"may_see": ("diary",)}),
    )


def test_the_end_takes_the_mark_away_and_makes_room(desk, ijsvogel):
    chosen(desk, ijsvogel)
    jim.end_jim(desk, ijsvogel.case, "Jaylen", LATER, "Verhuisd")
    one = way(desk, ijsvogel.case)
    assert (one.until, one.until_reason, one.chosen) == (LATER, "Verhuisd", ijsvogel.ali)
    assert marked(desk, ijsvogel.case) == {}
    assert newest(desk, ijsvogel.case).subject == f"JIM {one.id} ended"
    refused("jim-none", lambda: jim.ask(desk, ijsvogel.case, "Jaylen", LATER), NotFound)
    name(desk, ijsvogel, "Tom", on=LATER)
    assert len(desk.load(ijsvogel.case).case.network.jims) == 2


def test_the_short_way_over_the_map_makes_the_same_record(desk, ijsvogel):
    network.choose_jim(desk, ijsvogel.case, "Ali", "Jaylen")
    one = way(desk, ijsvogel.case)
    assert (one.youth, one.chosen, one.answer) == (ijsvogel.jaylen, ijsvogel.ali, Willing.YES)
    assert (one.chosen_on, one.answered_on) == (desk.today, desk.today)
    network.choose_jim(desk, ijsvogel.case, "Tom", "Jaylen")
    assert way(desk, ijsvogel.case).chosen == ijsvogel.mentor
    assert marked(desk, ijsvogel.case) == {ijsvogel.mentor: (ijsvogel.jaylen,)}


def test_a_mark_after_the_steps_leaves_what_was_noted(desk, ijsvogel):
    name(desk, ijsvogel)
    jim.choose(desk, ijsvogel.case, "Jaylen", "Ali", DAY)
    says(desk, ijsvogel, ParentalView.YES)
    network.choose_jim(desk, ijsvogel.case, "Ali", "Jaylen")
    one = way(desk, ijsvogel.case)
    assert (one.chosen_on, one.answer, len(one.parents)) == (DAY, Willing.YES, 1)
    assert len(one.candidates) == 1


def test_a_mark_of_a_new_or_changed_person(desk, ijsvogel):
    fields = {"name": "Ineke", "sector": "neighbourhood", "ring": 2, "jim_of": ("Jaylen",)}
    ineke = network.add_member(desk, ijsvogel.case, fields).act.record
    assert way(desk, ijsvogel.case).chosen == ineke
    network.edit_member(desk, ijsvogel.case, "Ineke", {"jim_of": ()})
    assert way(desk, ijsvogel.case).until == desk.today
    network.edit_member(desk, ijsvogel.case, "Ineke", {"offers": "Thee"})
    assert len(desk.load(ijsvogel.case).case.network.jims) == 1


def test_a_jim_who_leaves_the_map_is_that_no_longer(desk, ijsvogel):
    chosen(desk, ijsvogel)
    network.end_member(desk, ijsvogel.case, "Ali", desk.today, "Verhuisd")
    one = way(desk, ijsvogel.case)
    assert (one.until, one.until_reason) == (desk.today, "Verhuisd")
    assert marked(desk, ijsvogel.case) == {}
