"""The team's colleagues, principles, directories and studies."""

import random
from datetime import date, timedelta

import pytest

from fktui.errors import NotFound, Unreadable, WrongUse
from fktui.model.knowledge import PrincipleStatus
from fktui.store.places import Places
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.course.ending import close
from fktui.usecases.people.family import add_person
from fktui.usecases.setup import NewStore, make_store
from fktui.usecases.team import reading, records
from fktui.usecases.team.colleagues import families_of, set_about, set_desk, working
from fktui.usecases.team.principles import MOST, add_principle, focus, principle_ids
from fktui.usecases.team.research import add_study, read_scores

TODAY = date(2026, 11, 21)


def names(desk, kind="principle", on=None):
    return [one.name for one in records.entries(desk.team.folder, kind, on)]


# --- principles -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Shared decision-making", "Affirming the family", "Involving the network"]),
        (
            "nl",
            [
                "Gezamenlijke besluitvorming",
                "Bekrachtiging van het gezin",
                "Inzet van het netwerk",
            ],
        ),
    ],
)
def test_a_new_store_has_the_three_that_are_certain_and_no_others(
    tmp_path, desk, language, expected
):
    start = NewStore(team="Team", language=language, name="Bas Fuut")
    made = make_store(Places(tmp_path / language), start, desk.now, random.Random(4))
    there = reading.principles(made).principles
    assert [one.name for one in there] == expected
    assert {one.status for one in there} == {PrincipleStatus.CONFIRMED}
    assert {one.source for one in there} == {"S1:L272-275"}
    assert len({one.id for one in there}) == 3


def test_there_is_room_for_nine_and_no_more(desk):
    for number in range(4, MOST + 1):
        add_principle(desk, {"name": f"Principle {number}"})
    with pytest.raises(WrongUse) as caught:
        add_principle(desk, {"name": "A tenth"})
    assert caught.value.code == "principles-full"
    records.end(desk, "principle", "Principle 4", TODAY)
    add_principle(desk, {"name": "A tenth"})
    assert len(names(desk, on=TODAY + timedelta(days=1))) == MOST
    assert len(names(desk)) == MOST + 1


def test_one_that_ends_later_still_takes_its_place(desk):
    for number in range(4, MOST + 1):
        add_principle(desk, {"name": f"Principle {number}"})
    records.end(desk, "principle", "Principle 4", TODAY + timedelta(days=1))
    with pytest.raises(WrongUse):
        add_principle(desk, {"name": "A tenth"})


def test_a_name_stands_in_a_list_once_while_it_holds(desk):
    with pytest.raises(WrongUse) as caught:
        add_principle(desk, {"name": "affirming THE family"})
    assert caught.value.code == "in-the-list"
    with pytest.raises(WrongUse):
        records.edit(desk, "principle", "shared", {"name": "Affirming the family"})


def test_focus_is_on_those_that_are_named_and_no_others(desk):
    first = focus(desk, ["shared", "network"])
    assert [one.focus for one in reading.principles(desk).principles] == [True, False, True]
    assert first.act.subject == "Principles in focus: 2"
    focus(desk, ["affirming"])
    assert [one.focus for one in reading.principles(desk).principles] == [False, True, False]
    with pytest.raises(WrongUse) as caught:
        focus(desk, ["affirming"])
    assert caught.value.code == "nothing-changed"
    focus(desk, [])
    assert not any(one.focus for one in reading.principles(desk).principles)


def test_no_focus_on_one_that_has_ended(desk):
    records.end(desk, "principle", "shared", TODAY - timedelta(days=1))
    with pytest.raises(WrongUse) as caught:
        focus(desk, ["shared"])
    assert caught.value.code == "already-ended"


def test_a_principle_is_found_by_name_or_id(desk):
    first, second, _third = reading.principles(desk).principles
    assert principle_ids(desk, ["shared", second.id]) == (first.id, second.id)
    with pytest.raises(NotFound):
        principle_ids(desk, ["veiligheid"])


def test_a_new_store_has_the_literature_and_a_place_for_the_toolkit(desk):
    team = desk.store.places.team
    assert "Baart & Steketee" in (team / "references.md").read_text(encoding="utf-8")
    (team / "toolkit").mkdir()
    (team / "toolkit" / "krachtenanalyse.md").write_text("Vragen\n", encoding="utf-8")
    assert desk.team_store.hand_edits() == (("toolkit/krachtenanalyse.md", "added"),)
    assert records.save_hand_edits(desk).commit
    assert desk.team_store.hand_edits() == ()


# --- records in general ---------------------------------------------------------------------------


def test_a_change_says_which_fields_and_why(desk):
    saved = records.edit(desk, "principle", "shared", {"description": "…"}, "from the article")
    assert (saved.act.action, saved.act.fields) == ("principle.edit", ("description",))
    assert reading.history(desk)[0].reason == "from the article"
    with pytest.raises(WrongUse) as caught:
        records.edit(desk, "principle", "shared", {"description": "…"})
    assert caught.value.code == "nothing-changed"


@pytest.mark.parametrize("kind", ["colleague", "principle", "service", "organisation", "study"])
def test_an_empty_name_is_refused(desk, kind):
    with pytest.raises(WrongUse) as caught:
        records.add(desk, kind, {"name": "  ", "key": "k"})
    assert caught.value.code == "field-empty"


def test_what_ended_stays_and_does_not_end_again(desk):
    records.add(desk, "service", {"name": "Taalcafé"})
    records.end(desk, "service", "taal", TODAY)
    assert names(desk, "service", TODAY) == ["Taalcafé"]
    assert names(desk, "service", TODAY + timedelta(days=1)) == []
    assert names(desk, "service") == ["Taalcafé"]
    with pytest.raises(WrongUse) as caught:
        records.end(desk, "service", "taal", TODAY)
    assert caught.value.code == "already-ended"


def test_an_end_before_the_beginning_is_refused(desk):
    records.add(desk, "colleague", {"name": "Bas Fuut", "active_from": TODAY})
    with pytest.raises(WrongUse) as caught:
        records.end(desk, "colleague", "bas", TODAY - timedelta(days=1))
    assert caught.value.code == "ends-before-begin"


def test_the_subject_names_nobody(desk):
    saved = records.add(desk, "colleague", {"name": "Bas Fuut"})
    assert saved.act.subject == f"Colleague {saved.act.record} noted"


def test_a_broken_file_is_told_when_it_is_asked_for(desk):
    file = desk.store.places.team / "organisations.yaml"
    file.write_text("organisations: {}\n", encoding="utf-8")
    desk.team = desk.team_store.load()
    assert reading.community(desk).services == ()
    with pytest.raises(Unreadable) as caught:
        reading.organisations(desk)
    assert caught.value.code == "team-broken"


# --- colleagues -----------------------------------------------------------------------------------


def family(desk, name, second=None, children=1, start=date(2026, 11, 1)):
    case = new_case(desk, NewCase(name=name, start=start, second=second)).case.id
    for number in range(children):
        add_person(desk, case, {"name": f"Kind {number}", "role": "child"})
    add_person(desk, case, {"name": "Moeder", "role": "mother"})
    return case


def load(desk):
    return {one.colleague.name: (one.families, one.children) for one in working(desk)}


def test_the_caseload_counts_families_and_children(desk):
    bas = records.add(desk, "colleague", {"name": "Bas Fuut"}).act.record
    family(desk, "Gezin Koolmees", children=2)
    family(desk, "Gezin Wulp", second=bas, children=1)
    assert load(desk) == {"Yara Meerkoet": (2, 3), "Bas Fuut": (1, 1)}
    assert len(families_of(desk, bas)) == 1


def test_who_has_not_begun_or_has_ended_is_not_counted(desk):
    family(desk, "Gezin Later", start=None)
    case = family(desk, "Gezin Wulp")
    close(desk, case, {"on": TODAY})
    assert load(desk) == {"Yara Meerkoet": (0, 0)}


def test_who_left_is_listed_while_families_stand_with_them(desk):
    bas = records.add(desk, "colleague", {"name": "Bas Fuut", "active_from": TODAY}).act.record
    tine = {"name": "Tine Lepelaar", "active_from": date(2026, 1, 1)}
    records.add(desk, "colleague", tine)
    family(desk, "Gezin Wulp", second=bas)
    records.end(desk, "colleague", "tine", TODAY - timedelta(days=1))
    assert list(load(desk)) == ["Yara Meerkoet", "Bas Fuut"]
    everybody = {one.colleague.name: one.active for one in working(desk, every=True)}
    assert everybody == {"Yara Meerkoet": True, "Bas Fuut": True, "Tine Lepelaar": False}


def test_a_colleague_is_known_at_once_as_the_coach_of_a_new_family(desk):
    bas = records.add(desk, "colleague", {"name": "Bas Fuut"}).act.record
    made = new_case(desk, NewCase(name="Gezin Wulp", coach=bas))
    assert made.issues == ()
    assert desk.names(made.case)[bas] == "Bas Fuut"


def test_the_intake_desk_is_data_of_the_team(desk):
    saved = set_desk(desk, {"email": "aanmelden@example.org"})
    set_desk(desk, {"hours": "9-17"})
    at = reading.team(desk).intake_desk
    assert (at.email, at.hours, at.phone) == ("aanmelden@example.org", "9-17", None)
    assert saved.act.subject == "Intake desk: e-mail"
    with pytest.raises(WrongUse) as caught:
        set_desk(desk, {"hours": "9-17"})
    assert caught.value.code == "nothing-changed"


def test_where_the_team_works_and_since_when(desk):
    set_about(desk, {"area": "Zuidoost", "since": date(2020, 4, 1)})
    team = reading.team(desk)
    assert (team.area, team.since) == ("Zuidoost", date(2020, 4, 1))
    assert len(team.colleagues) == 1


# --- research -------------------------------------------------------------------------------------


def test_a_study_has_a_key_of_its_own(desk):
    add_study(desk, {"name": "In beeld"})
    add_study(desk, {"name": "Vervolg", "key": "mine"})
    first, second = reading.research(desk).studies
    assert len({first.key, second.key}) == 2
    assert {len(first.key), len(second.key)} == {32}
    assert first.since == TODAY


def test_what_helps_and_hinders_is_a_list(desk):
    fields = {"kind": "focus_group", "helping": ("tijd",), "hindering": ("corona", "verloop")}
    records.add(desk, "team_measure", fields)
    [found] = reading.research(desk).measures
    assert (found.kind.value, found.on) == ("focus_group", TODAY)
    assert (found.helping, found.hindering) == (("tijd",), ("corona", "verloop"))


@pytest.mark.parametrize(
    ("given", "expected"),
    [(["total=3,5", " user = 2 "], {"total": 3.5, "user": 2.0}), ([], {})],
)
def test_scores_are_read_by_scale(given, expected):
    assert read_scores(given) == expected


@pytest.mark.parametrize(
    ("given", "code"),
    [("3.5", "set-without-value"), ("=3", "set-without-value"), ("total=high", "wrong-number")],
)
def test_a_score_without_scale_or_figure_is_refused(given, code):
    with pytest.raises(WrongUse) as caught:
        read_scores([given])
    assert caught.value.code == code
