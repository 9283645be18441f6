"""What the case knows of the thirteen sections of the future plan, and what is still missing."""

from datetime import date

import pytest

from fktui.documents.collectors.future_plan import collect
from fktui.documents.collectors.said import Order, family_name
from fktui.documents.facts import Actor, Colour
from fktui.documents.gaps import future_plan_gaps
from fktui.method.agreed import FUTURE_PLAN
from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.network import Network, NetworkKind, NetworkPerson, Sector, Support, Willing
from fktui.model.plan import (
    Agreement,
    AgreementKind,
    Assent,
    FutureEntry,
    FuturePlan,
    FutureSection,
    Goal,
    GoalStatus,
    Intervention,
    Measure,
    Plan,
    Score,
    Step,
)
from fktui.model.trajectory import Aftercare, Trajectory
from fktui.words.naming import names_of

TODAY = date(2026, 5, 11)
SHERIDA = Person(id="p-00001", name="Sherida Koolmees", role=Role.MOTHER, born="1987-04-09")
MILA = Person(id="p-00002", name="Mila", role=Role.CHILD, born="2014-06-02")
HERMINE = NetworkPerson(
    id="n-00001",
    name="Hermine",
    sector=Sector.FAMILY,
    ring=1,
    relation="oma",
    offers="Kookt op zondag",
    reach="bellen",
)
GLENN = NetworkPerson(
    id="n-00002", name="Glenn", sector=Sector.FAMILY, ring=2, jim_of=(MILA.id,), relation="oom"
)


def case(people=(SHERIDA, MILA), network=(HERMINE, GLENN), plan=None, **head) -> Case:
    fields = {"format": 1, "id": "wilg-0k4", "name": "Familie Koolmees"} | head
    return Case(
        trajectory=Trajectory(**fields),
        family=Family(people=people),
        network=Network(people=network),
        plan=plan or Plan(),
    )


def facts(found: Case, **order):
    return collect(Order(case=found, today=TODAY, names=names_of(found), **order))


def entries(*given: tuple[FutureSection, str], **fields) -> Plan:
    made = tuple(
        FutureEntry(id=f"u-0000{number}", section=section, text=text, **fields)
        for number, (section, text) in enumerate(given)
    )
    return Plan(future_plan=FuturePlan(entries=made))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Familie Koolmees", "Koolmees"),
        ("gezin de Wit", "de Wit"),
        ("The Koolmees family", "The Koolmees family"),
        ("Koolmees", "Koolmees"),
        ("Gezin", "Gezin"),
    ],
)
def test_the_template_puts_the_word_family_back_itself(name: str, said: str) -> None:
    assert family_name(case(name=name)) == said


def test_who_we_are_and_who_is_still_a_child() -> None:
    adult = Person(id="p-00003", name="Jaylen K", role=Role.CHILD, born="2008-05-11")
    unborn = Person(id="p-00004", name="Ukkie", role=Role.CHILD)
    gone = Person(id="p-00005", name="Ruben", role=Role.FATHER, until=TODAY)
    found = facts(case(people=(SHERIDA, MILA, adult, unborn, gone)))
    assert [(one.name, one.age) for one in found.members] == [
        ("Sherida", 39),
        ("Mila", 11),
        ("Jaylen", 18),
        ("Ukkie", None),
    ]
    assert found.children == ("Mila", "Ukkie")


def test_goals_with_where_they_began_and_how_they_go_on() -> None:
    scores = tuple(
        Score(id=f"r-0000{n}", on=date(2026, n, 1), value=v) for n, v in ((3, 1), (1, -2), (2, 0))
    )
    steps = (
        Step(id="s-00001", what="Klaar", done=TODAY),
        Step(id="s-00002", what="Weg", dropped=TODAY),
        Step(id="s-00003", what="Bellen"),
    )
    goals = (
        Goal(id="g-00001", title="School", owners=(MILA.id,), scores=scores, steps=steps),
        Goal(id="g-00002", title="Rust", measure=Measure.TEN, status=GoalStatus.REACHED),
        Goal(id="g-00003", title="Weg", status=GoalStatus.STOPPED),
    )
    first, second = facts(case(plan=Plan(goals=goals))).goals
    assert (first.title, first.owners, first.start, first.now) == ("School", ("Mila",), -2, 1)
    assert (first.low, first.high, first.next_step, first.kept) == (-2, 2, "Bellen", True)
    assert (second.start, second.now, second.low, second.high) == (None, None, 0, 10)
    assert (second.next_step, second.kept) == ("", False)


def test_signs_actions_and_wishes_keep_the_order_of_the_family() -> None:
    plan = entries(
        (FutureSection.RED, "iemand slaapt niet"),
        (FutureSection.GREEN, "we eten samen"),
        (FutureSection.PROFESSIONAL, "wijkteam bellen"),
        (FutureSection.OURSELVES, "samen praten"),
        (FutureSection.WISH, "een hond"),
        (FutureSection.PROUD, "we lachen weer"),
        (FutureSection.MORE_HELP, "huisarts"),
        (FutureSection.CHILDREN, "Je mag altijd bellen"),
    )
    found = facts(case(plan=plan))
    assert [(sign.colour, sign.text) for sign in found.signs] == [
        (Colour.GREEN, "we eten samen"),
        (Colour.RED, "iemand slaapt niet"),
    ]
    assert [action.by for action in found.actions] == [Actor.FAMILY, Actor.PROFESSIONAL]
    assert [one.text for one in (*found.wishes, *found.proud)] == ["een hond", "we lachen weer"]
    assert (found.follow_up, found.children_words) == (("huisarts",), ("Je mag altijd bellen",))


def test_who_calls_whom() -> None:
    plan = entries((FutureSection.NETWORK, "bij oranje"), who=(SHERIDA.id, HERMINE.id, GLENN.id))
    [call] = facts(case(plan=plan)).calls
    assert (call.who, call.whom, call.reach) == ("Sherida", "Hermine, Glenn", "bellen")
    alone = entries((FutureSection.NETWORK, "bij oranje"), who=(SHERIDA.id,))
    assert facts(case(plan=alone)).calls == ()
    inside = entries((FutureSection.NETWORK, "bij oranje"), who=(MILA.id, SHERIDA.id))
    assert facts(case(plan=inside)).calls[0].reach == ""


@pytest.mark.parametrize(
    ("section", "kind", "field"),
    [
        (FutureSection.KEEPS_GOING, AgreementKind.HOME, "habits"),
        (FutureSection.SAFETY, AgreementKind.SAFETY, "safety"),
    ],
)
def test_the_familys_own_words_go_before_agreements_in_force(section, kind, field) -> None:
    agreements = (
        Agreement(id="b-00001", what="om tien uur stil", kind=kind, who=(MILA.id,)),
        Agreement(id="b-00002", what="voorbij", kind=kind, until=TODAY),
        Agreement(id="b-00003", what="iets anders", kind=AgreementKind.HELP),
    )
    [agreed] = getattr(facts(case(plan=Plan(agreements=agreements))), field)
    assert (agreed.text, agreed.who) == ("om tien uur stil", "Mila")
    own = entries((section, "zelf bedacht")).future_plan
    [said] = getattr(facts(case(plan=Plan(agreements=agreements, future_plan=own))), field)
    assert (said.text, said.who) == ("zelf bedacht", "")


def test_the_people_around_who_give_something_the_closest_first() -> None:
    far = NetworkPerson(id="n-00003", name="Farida", sector=Sector.FRIENDS, ring=3)
    helps = NetworkPerson(
        id="n-00004", name="Henk", sector=Sector.FRIENDS, ring=3, supports=(Support.PRACTICAL,)
    )
    no = NetworkPerson(
        id="n-00005", name="Nee", sector=Sector.FRIENDS, ring=1, offers="x", willing=Willing.NO
    )
    member = NetworkPerson(
        id="n-00006", name="Ruben", sector=Sector.FAMILY, ring=1, offers="x", person=SHERIDA.id
    )
    gone = NetworkPerson(
        id="n-00007", name="Weg", sector=Sector.FAMILY, ring=1, offers="x", until=TODAY
    )
    club = NetworkPerson(
        id="n-00008",
        name="Buurthuis",
        sector=Sector.NEIGHBOURHOOD,
        ring=3,
        kind=NetworkKind.ORGANISATION,
        offers="koffie",
        reach="dinsdag",
    )
    people = (far, helps, no, member, gone, club, GLENN, HERMINE)
    found = facts(case(network=people))
    assert [one.name for one in found.network] == ["Hermine", "Glenn", "Henk"]
    assert [one.does for one in found.network] == ["Kookt op zondag", "", "practical support"]
    assert found.network[1].jim_of == "Mila"
    [place] = found.places
    assert (place.name, place.offers, place.when) == ("Buurthuis", "koffie", "dinsdag")
    assert [one.name for one in found.children_trusted] == ["Nee", "Hermine", "Glenn"]


def test_help_that_goes_on_after_the_end() -> None:
    helps = (
        Intervention(
            id="i-00001",
            what="Speltherapie",
            who=(HERMINE.id,),
            about=(MILA.id,),
            continues=True,
            continues_until=date(2026, 9, 1),
            reach="praktijk",
        ),
        Intervention(id="i-00002", what="Klaar", continues=True, ended_on=TODAY),
        Intervention(id="i-00003", what="Stopt"),
    )
    [help_] = facts(case(plan=Plan(interventions=helps))).continuing
    assert (help_.what, help_.by, help_.for_whom) == ("Speltherapie", "Hermine", "Mila")
    assert (help_.until, help_.contact) == (date(2026, 9, 1), "praktijk")


def test_moments_in_order_of_time_and_those_without_a_day_last() -> None:
    given = (("verjaardag", date(2026, 9, 1)), ("ooit", None), ("vakantie", date(2026, 7, 1)))
    made = tuple(
        FutureEntry(id=f"u-0000{n}", section=FutureSection.MOMENT, text=text, on=on)
        for n, (text, on) in enumerate(given)
    )
    plan = Plan(future_plan=FuturePlan(entries=made))
    assert [one.text for one in facts(case(plan=plan)).moments] == [
        "vakantie",
        "verjaardag",
        "ooit",
    ]


@pytest.mark.parametrize(
    ("plan", "order_on", "expected"),
    [
        (None, None, None),
        (None, date(2026, 8, 1), (date(2026, 8, 1), "Yara", "")),
        (Aftercare(note="bellen"), date(2026, 8, 1), (date(2026, 8, 1), "Yara", "bellen")),
        (
            Aftercare(planned_on=date(2026, 8, 9), by=("p-00001",)),
            date(2026, 8, 1),
            (date(2026, 8, 9), "Sherida", ""),
        ),
        (
            Aftercare(planned_on=date(2026, 8, 9), held_on=date(2026, 8, 9), note="ging goed"),
            None,
            (date(2026, 8, 9), "Yara", ""),
        ),
    ],
)
def test_the_aftercare_talk(plan, order_on, expected) -> None:
    found = facts(case(aftercare=plan), aftercare_on=order_on, coach="Yara").aftercare
    assert (found and (found.on, found.who, found.how)) == expected


def test_everybody_says_whether_they_agree() -> None:
    agreed = (
        Assent(
            id="j-00001",
            to="future_plan",
            by=MILA.id,
            on=TODAY,
            agrees=False,
            because="te veel regels",
        ),
        Assent(id="j-00002", to=FUTURE_PLAN, by=HERMINE.id, on=TODAY),
    )
    found = facts(case(plan=Plan(agreed=agreed)))
    assert [(one.name, one.role, one.agrees, one.because, one.on) for one in found.agreed] == [
        ("Sherida Koolmees", "", None, "", None),
        ("Mila", "", False, "te veel regels", TODAY),
        ("Hermine", "oma", True, "", TODAY),
    ]
    assert found.made_by == ("Mila", "Hermine")


def test_a_small_child_is_not_asked_but_may_answer() -> None:
    noor = Person(id="p-00003", name="Noor", role=Role.CHILD, born="2021-02-20")
    assert [one.name for one in facts(case(people=(noor, MILA))).agreed] == ["Mila"]
    agreed = (Assent(id="j-00001", to=FUTURE_PLAN, by=noor.id, on=TODAY),)
    found = facts(case(people=(noor, MILA), plan=Plan(agreed=agreed)))
    assert [one.name for one in found.agreed] == ["Mila", "Noor"]


def test_the_coach_the_copies_and_the_version() -> None:
    found = facts(case(), coach="Yara Meerkoet", copies=("de huisarts",), version=3)
    assert found.coach is not None
    assert (found.coach.name, found.copies, found.version) == ("Yara Meerkoet", ("de huisarts",), 3)
    assert facts(case()).coach is None


def test_an_empty_case_has_every_gap_once_and_a_full_one_none() -> None:
    empty = future_plan_gaps(facts(case(people=(), network=())), "wilg-0k4")
    assert len(empty) == len({gap.what for gap in empty})
    assert {gap.section for gap in empty} == set(range(1, 14)) - {12}
    assert all(gap.command.startswith("fk ") and "wilg-0k4" in gap.command for gap in empty)


def test_two_signs_of_three_are_not_enough() -> None:
    def missing(*sections: FutureSection) -> set[int]:
        plan = entries(*((section, "x") for section in sections))
        return {gap.section for gap in future_plan_gaps(facts(case(plan=plan)), "wilg-0k4")}

    assert 5 in missing(FutureSection.GREEN, FutureSection.RED)
    assert 5 not in missing(FutureSection.GREEN, FutureSection.ORANGE, FutureSection.RED)


def test_one_who_did_not_answer_yet_is_a_gap() -> None:
    def missing(*people: str) -> set[int]:
        agreed = tuple(
            Assent(id=f"j-{one[2:]}", to=FUTURE_PLAN, by=one, on=TODAY) for one in people
        )
        found = facts(case(plan=Plan(agreed=agreed)))
        return {gap.section for gap in future_plan_gaps(found, "wilg-0k4")}

    assert 13 in missing()
    assert 13 in missing(MILA.id)
    assert 13 not in missing(MILA.id, SHERIDA.id)


def test_the_closed_practice_family_misses_nothing(demo_once) -> None:
    import random
    from datetime import UTC, datetime

    from fktui.settings import read_device
    from fktui.store.places import Places
    from fktui.usecases.paper.papers import Paper, draft
    from fktui.usecases.setup import open_desk

    places, now = Places(demo_once), datetime(2026, 5, 11, tzinfo=UTC)
    desk = open_desk(places, read_device(places), now, random.Random(1))
    for spoken in ("nl", "en"):
        assert draft(desk, "ijsvogel-k4f", Paper("future-plan", spoken)).gaps == ()
