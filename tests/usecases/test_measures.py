"""Scores of instruments, and who takes part in which study."""

from datetime import date

import pytest

from fktui.errors import Ambiguous, NotFound, Unreadable, WrongUse
from fktui.method.measures import Direction
from fktui.model.measures import ParticipationStatus
from fktui.store.instruments import read_instrument
from fktui.usecases.measures.measures import (
    add_measurement,
    changes,
    definitions,
    due_measures,
    find_instrument,
    instruments,
    people_of,
    read_answers,
    read_figure,
    typed_scales,
)
from fktui.usecases.measures.participation import find_study, join
from fktui.usecases.setup import open_desk
from fktui.usecases.team.research import add_study

TODAY = date(2026, 11, 21)
TEAM = (
    "name: {name}\ntitle: {title}\nteam_level: {team}\nscales:\n  - {{name: a, low: 0, high: 9}}\n"
)


def own(desk, name, title="Eigen", team="false"):
    folder = desk.store.places.instruments
    folder.mkdir(exist_ok=True)
    text = TEAM.format(name=name, title=title, team=team)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def choosing(desk, *names):
    """The desk of a team that put these names in fk.yaml."""
    settings = desk.store.places.settings
    text = settings.read_text(encoding="utf-8") + f"instruments: [{', '.join(names)}]\n"
    settings.write_text(text, encoding="utf-8")
    return open_desk(desk.store.places, None, desk.now, desk.bits)


def kept(saved):
    return saved.loaded.case.measures.measurements[-1]


def test_a_score_is_kept_and_what_follows_is_computed(desk, ijsvogel):
    sdm = find_instrument(desk, "sdm-q-9")
    saved = add_measurement(
        desk, ijsvogel.case, sdm, {"raw": 31}, by=(ijsvogel.mila,), about=(ijsvogel.mila,)
    )
    one = kept(saved)
    assert (one.instrument, one.on, one.by, one.scores) == (
        *("sdm-q-9", TODAY, (ijsvogel.mila,), {"raw": 31, "score": 68.9}),
    )
    assert saved.act.subject == f"Measurement {one.id} noted"
    assert saved.act.action == "measurement.add"


def test_the_answers_are_counted_and_not_kept(desk, ijsvogel):
    sdm = find_instrument(desk, "sdm-q-9")
    saved = add_measurement(desk, ijsvogel.case, sdm, {}, read_answers("5,5,5,5,5,4,3,3,3"))
    assert kept(saved).scores == {"raw": 38, "score": 84.4}
    file = desk.store.places.case(ijsvogel.case) / "measures.yaml"
    assert file.read_text(encoding="utf-8") == (
        "measurements:\n"
        f"  - id: {kept(saved).id}\n"
        "    instrument: sdm-q-9\n"
        "    on: 2026-11-21\n"
        "    scores:\n"
        "      raw: 38\n"
        "      score: 84.4\n"
    )


@pytest.mark.parametrize(
    ("text", "answers"),
    [("4,3, 5", (4, 3, 5)), ("4,,5", (4, None, 5)), ("4,-,x,?", (4, None, None, None))],
)
def test_answers_as_people_type_them(text, answers):
    assert read_answers(text) == answers


def test_an_answer_that_is_no_number():
    with pytest.raises(WrongUse) as refused:
        read_answers("4,vier")
    assert (refused.value.code, refused.value.facts["given"]) == ("wrong-number", "vier")


@pytest.mark.parametrize(
    ("wrong", "on", "code"),
    [
        (({"raw": 46}, ()), TODAY, "scale-outside"),
        (({}, (5, 5)), TODAY, "sdm-items-missing"),
        (({}, ()), TODAY, "no-scores"),
        (({"raw": 4}, ()), date(2026, 11, 22), "day-to-come"),
    ],
)
def test_what_cannot_be_is_not_kept(desk, ijsvogel, wrong, on, code):
    scores, answers = wrong
    before = len(desk.store.stories(ijsvogel.case))
    with pytest.raises(WrongUse) as refused:
        add_measurement(
            desk, ijsvogel.case, find_instrument(desk, "sdm-q-9"), scores, answers, on=on
        )
    assert refused.value.code == code
    assert len(desk.store.stories(ijsvogel.case)) == before


def test_what_is_about_the_team_is_not_kept_with_a_family(desk, ijsvogel):
    own(desk, "midi", team="true")
    with pytest.raises(WrongUse, match="instrument-of-team"):
        add_measurement(desk, ijsvogel.case, find_instrument(desk, "midi"), {"a": 1})


@pytest.mark.parametrize(
    ("given", "name"),
    [("sdm-q-9", "sdm-q-9"), ("SDM-Q-9", "sdm-q-9"), ("well", "wellbeing"), ("eigen l", "ours")],
)
def test_an_instrument_by_its_name_or_title(desk, given, name):
    own(desk, "ours", "Eigen lijst")
    assert find_instrument(desk, given).name == name


def test_an_instrument_that_is_not_one(desk):
    with pytest.raises(Ambiguous) as refused:
        find_instrument(desk, "sdm")
    assert refused.value.facts["candidates"] == "sdm-q-9, sdm-q-doc"
    for given in ("", "nothing", "../exit"):
        with pytest.raises(NotFound, match="instrument-unknown"):
            find_instrument(desk, given)


def test_all_instruments_those_that_cannot_be_used_too(desk):
    own(desk, "broken")
    (desk.store.places.instruments / "broken.yaml").write_text("name: [x\n", encoding="utf-8")
    desk = choosing(desk, "exit", "broken", "gone")
    known = {one.name: one for one in instruments(desk)}
    assert {name for name, one in known.items() if one.chosen} == {"exit", "broken", "gone"}
    assert {name: one.error.code for name, one in known.items() if one.error} == {
        "broken": "instrument-broken",
        "gone": "instrument-unknown",
    }
    assert set(definitions(desk)) == set(known) - {"broken", "gone"}
    with pytest.raises(Unreadable):
        find_instrument(desk, "broken")


def test_who_filled_it_in_where_it_was_not_said(desk, ijsvogel):
    case = desk.load(ijsvogel.case).case
    doc = find_instrument(desk, "sdm-q-doc")
    client = find_instrument(desk, "sdm-q-9")
    assert people_of(desk, case, doc, (), ()) == ((desk.colleague,), ())
    assert people_of(desk, case, client, (), ()) == ((), ())
    assert people_of(desk, case, client, (ijsvogel.mila,), ()) == (
        (ijsvogel.mila,),
        (ijsvogel.mila,),
    )
    assert people_of(desk, case, doc, (), (ijsvogel.jaylen,)) == (
        (desk.colleague,),
        (ijsvogel.jaylen,),
    )
    assert people_of(desk, case, client, (ijsvogel.ali,), ()) == ((ijsvogel.ali,), ())


def test_a_figure_that_changed(desk, ijsvogel):
    well = find_instrument(desk, "wellbeing")
    for on, stress in ((date(2026, 11, 2), 8), (TODAY, 5)):
        by = {"by": (ijsvogel.mila,), "about": (ijsvogel.mila,)}
        add_measurement(desk, ijsvogel.case, well, {"stress": stress}, on=on, **by)
    (change,) = changes(desk, desk.load(ijsvogel.case).case)
    assert (change.scale, change.first, change.last) == ("stress", 8, 5)
    assert change.direction is Direction.BETTER


def test_only_what_the_team_chose_is_due(desk, ijsvogel):
    case = desk.load(ijsvogel.case).case
    assert desk.norms.instruments == ()
    assert due_measures(desk, case) == []
    desk = choosing(desk, "wellbeing", "gone", "wellbeing")
    assert [one.name for one in desk.norms.instruments] == ["wellbeing"]
    assert due_measures(desk, case) == []  # the analysis has not begun


def test_the_teams_own_definition_is_the_one_that_is_used(desk, ijsvogel):
    own(desk, "exit")
    assert read_instrument(desk.store.places, "exit").source == "team"
    saved = add_measurement(desk, ijsvogel.case, find_instrument(desk, "exit"), {"a": 9})
    assert kept(saved).scores == {"a": 9}


# Studies


@pytest.fixture
def study(desk):
    return add_study(desk, {"name": "Zuidoost"}).loaded.folder.research.studies[-1]


def test_a_study_is_found_by_name_or_id(desk, study):
    assert find_study(desk, "Zuid") == study
    assert find_study(desk, study.id) == study
    with pytest.raises(NotFound):
        find_study(desk, "Noord")


def test_one_record_per_person_and_study_changed_as_it_goes(desk, ijsvogel, study):
    asked = join(
        desk,
        ijsvogel.case,
        study.id,
        ijsvogel.mila,
        ParticipationStatus.ASKED,
        on=date(2026, 11, 2),
        note="bij de keukentafel",
    )
    assert asked.act.subject == f"Taking part in a study {asked.act.record} noted"
    saved = join(desk, ijsvogel.case, study.id, ijsvogel.mila, ParticipationStatus.YES, on=TODAY)
    (one,) = saved.loaded.case.measures.participation
    assert (one.id, one.person, one.study) == (asked.act.record, ijsvogel.mila, study.id)
    assert (one.status, one.on, one.note) == ("yes", TODAY, "bij de keukentafel")
    join(desk, ijsvogel.case, study.id, ijsvogel.jaylen, ParticipationStatus.TO_ASK, on=TODAY)
    other = add_study(desk, {"name": "Noord"}).loaded.folder.research.studies[-1]
    last = join(desk, ijsvogel.case, other.id, ijsvogel.mila, ParticipationStatus.NO, on=TODAY)
    assert len(last.loaded.case.measures.participation) == 3


@pytest.mark.parametrize(
    ("on", "code"), [(date(2026, 11, 22), "day-to-come"), (TODAY, "nothing-changed")]
)
def test_what_cannot_be_noted(desk, ijsvogel, study, on, code):
    join(desk, ijsvogel.case, study.id, ijsvogel.mila, ParticipationStatus.YES, on=TODAY)
    with pytest.raises(WrongUse) as refused:
        join(desk, ijsvogel.case, study.id, ijsvogel.mila, ParticipationStatus.YES, on=on)
    assert refused.value.code == code


@pytest.mark.parametrize(("typed", "value"), [("0", 0), ("40", 40), ("31,5", 31.5), ("31.5", 31.5)])
def test_a_figure_is_read_as_people_write_it(desk, typed, value):
    (total,) = find_instrument(desk, "ors").scales
    assert read_figure(total, typed) == value


@pytest.mark.parametrize(
    ("typed", "code"), [("41", "scale-outside"), ("−1", "scale-outside"), ("veel", "wrong-number")]
)
def test_a_figure_that_cannot_be_is_refused(desk, typed, code):
    (total,) = find_instrument(desk, "ors").scales
    with pytest.raises(WrongUse, match=code):
        read_figure(total, typed)


def test_what_follows_from_other_scales_is_not_typed(desk):
    assert [one.name for one in typed_scales(find_instrument(desk, "sdm-q-9"))] == ["raw"]
