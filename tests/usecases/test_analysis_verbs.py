"""Scoring domains, contesting and outdating worries, the explanation, how an event was felt."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fktui.errors import NotFound, WrongUse
from fktui.model.analysis import Worry
from fktui.model.plan import LifeDomain
from fktui.model.record import Nature
from fktui.usecases.analysis.analysis import (
    contest_worry,
    explain,
    make_goal,
    outdate_worry,
    score_domains,
)
from fktui.usecases.analysis.timeline import feel
from fktui.usecases.entries import add_entry, edit_entry, end_entry, entries
from fktui.usecases.records import add_record
from fktui.usecases.subjects import SUBJECTS
from fktui.words.say import say_error

TODAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 22)
CHILD, PARENTS = LifeDomain.CHILD, LifeDomain.PARENTS


@pytest.fixture
def worry(desk, ijsvogel):
    fields = {"what": "schulden", "nature": "fact", "source": "brief", "on": date(2026, 11, 10)}
    return add_record(desk, ijsvogel.case, "worry", fields).act.record


@pytest.fixture
def event(desk, ijsvogel):
    return add_record(desk, ijsvogel.case, "event", {"title": "verhuisd", "on": "2019"}).act.record


def only_worry(saved) -> Worry:
    (one,) = saved.loaded.case.analysis.worries
    return one


def code_of(action) -> str:
    with pytest.raises(WrongUse) as caught:
        action()
    return caught.value.code


# Life domains


def test_a_domain_is_scored_again_and_again(desk, ijsvogel) -> None:
    first = score_domains(desk, ijsvogel.case, {CHILD: 3}, by=(ijsvogel.mila,), note="school")
    assert first.saved.act.subject == "Life domain child: first score 3"
    second = score_domains(desk, ijsvogel.case, {CHILD: 1}, on=TODAY)
    assert second.saved.act.subject == "Life domain child: 3 → 1"
    scores = second.saved.loaded.case.analysis.domains
    assert [one.id for one in scores] == [*first.ids, *second.ids]
    assert (scores[0].by, scores[0].note, scores[0].on) == ((ijsvogel.mila,), "school", TODAY)


def test_several_domains_are_one_act(desk, ijsvogel) -> None:
    done = score_domains(desk, ijsvogel.case, {CHILD: 3, PARENTS: 0}, on=date(2026, 11, 5))
    assert done.saved.act.subject == "Life domains: 2 scored"
    made = {one.id: (one.domain, one.severity) for one in done.saved.loaded.case.analysis.domains}
    assert made == dict(zip(done.ids, ((CHILD, 3), (PARENTS, 0)), strict=True))
    assert desk.store.stories(ijsvogel.case)[0].action == "domain.scores"


def test_a_score_of_an_earlier_day_is_compared_with_what_stood_then(desk, ijsvogel) -> None:
    score_domains(desk, ijsvogel.case, {CHILD: 1})
    earlier = score_domains(desk, ijsvogel.case, {CHILD: 3}, on=date(2026, 11, 2))
    assert earlier.saved.act.subject == "Life domain child: first score 3"


@given(severity=st.integers(-100, 100))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_how_heavy_goes_from_0_to_3_and_no_further(desk, ijsvogel, severity: int) -> None:
    before = len(desk.load(ijsvogel.case).case.analysis.domains)
    if 0 <= severity <= 3:
        score_domains(desk, ijsvogel.case, {CHILD: severity})
    else:
        with pytest.raises(WrongUse) as caught:
            score_domains(desk, ijsvogel.case, {PARENTS: 1, CHILD: severity})
        assert say_error(caught.value) == (
            f"{severity} does not fit “how heavy”: that goes from 0 to 3. Nothing was saved."
        )
    after = len(desk.load(ijsvogel.case).case.analysis.domains)
    assert after - before == (0 <= severity <= 3)


def test_a_score_needs_a_domain_and_a_day_that_has_been(desk, ijsvogel) -> None:
    assert code_of(lambda: score_domains(desk, ijsvogel.case, {})) == "field-empty"
    late = code_of(lambda: score_domains(desk, ijsvogel.case, {CHILD: 1}, on=TOMORROW))
    assert late == "day-to-come"


# Worries


def test_who_sees_a_worry_otherwise_stands_beside_it(desk, ijsvogel, worry) -> None:
    saved = contest_worry(desk, ijsvogel.case, "schul", "alles betaald", (ijsvogel.mila,))
    one = only_worry(saved)
    assert (one.contested, one.contested_by) == ("alles betaald", (ijsvogel.mila,))
    assert saved.act.subject == f"Worry {worry}: seen otherwise as well"


def test_a_second_view_leaves_the_first_one_standing(desk, ijsvogel, worry) -> None:
    contest_worry(desk, ijsvogel.case, worry, "alles betaald", (ijsvogel.mila,))
    both = only_worry(contest_worry(desk, ijsvogel.case, worry, "niet waar", (ijsvogel.jaylen,)))
    assert both.contested == "alles betaald\nniet waar"
    assert both.contested_by == (ijsvogel.mila, ijsvogel.jaylen)


def test_who_contests_again_puts_it_in_new_words(desk, ijsvogel, worry) -> None:
    contest_worry(desk, ijsvogel.case, worry, "alles betaald", (ijsvogel.mila,))
    again = contest_worry(desk, ijsvogel.case, worry, "bijna alles", (ijsvogel.mila,))
    assert only_worry(again).contested == "bijna alles"
    same = lambda: contest_worry(desk, ijsvogel.case, worry, "bijna alles", (ijsvogel.mila,))  # noqa: E731
    assert code_of(same) == "nothing-changed"


def test_to_contest_takes_words_and_somebody(desk, ijsvogel, worry) -> None:
    assert code_of(lambda: contest_worry(desk, ijsvogel.case, worry, " ", (ijsvogel.mila,))) == (
        "field-empty"
    )
    assert code_of(lambda: contest_worry(desk, ijsvogel.case, worry, "nee", ())) == "field-empty"
    with pytest.raises(NotFound):
        contest_worry(desk, ijsvogel.case, ijsvogel.goal, "nee", (ijsvogel.mila,))


def test_a_worry_is_put_behind_once(desk, ijsvogel, worry) -> None:
    saved = outdate_worry(desk, ijsvogel.case, worry, TODAY, "betaald")
    one = only_worry(saved)
    assert (one.outdated_on, one.outdated_reason) == (TODAY, "betaald")
    assert saved.act.subject == f"Worry {worry}: no longer so"
    again = lambda: outdate_worry(desk, ijsvogel.case, worry, TODAY)  # noqa: E731
    assert code_of(again) == "already-ended"
    kind = SUBJECTS["worry"]
    case = saved.loaded.case
    assert entries(case, kind, TODAY) == ()
    assert entries(case, kind, date(2026, 11, 20)) == entries(case, kind) == (one,)


@pytest.mark.parametrize(
    ("on", "code"),
    [(TOMORROW, "day-to-come"), (date(2026, 11, 9), "ends-before-begin")],
)
def test_a_worry_is_not_over_before_it_was_there(desk, ijsvogel, worry, on, code) -> None:
    assert code_of(lambda: outdate_worry(desk, ijsvogel.case, worry, on)) == code


def test_a_worry_can_end_on_the_day_it_was_noted(desk, ijsvogel, worry) -> None:
    saved = outdate_worry(desk, ijsvogel.case, worry, date(2026, 11, 10))
    assert only_worry(saved).outdated_reason is None


def test_a_worry_needs_its_nature_and_the_choices_are_named(desk, ijsvogel) -> None:
    with pytest.raises(WrongUse) as caught:
        add_entry(desk, ijsvogel.case, SUBJECTS["worry"], {"what": "x"})
    assert caught.value.code == "choice-needed"
    assert "opinion (opinion)" in caught.value.facts["allowed"]


def test_a_goal_takes_the_place_of_the_reason_why_not(desk, ijsvogel, worry) -> None:
    kind = SUBJECTS["worry"]

    def edited(fields):
        return only_worry(edit_entry(desk, ijsvogel.case, kind, worry, fields))

    assert edited({"no_goal": "eerst rust"}).no_goal == "eerst rust"
    linked = edited({"goals": (ijsvogel.goal,)})
    assert (linked.goals, linked.no_goal) == ((ijsvogel.goal,), None)
    without = edited({"no_goal": "toch niet"})
    assert (without.goals, without.no_goal) == ((), "toch niet")
    both = edited({"goals": (ijsvogel.goal,), "no_goal": "voor later"})
    assert (both.goals, both.no_goal) == ((ijsvogel.goal,), "voor later")


def test_a_stressor_has_no_first_day_unless_it_is_said(desk, ijsvogel) -> None:
    kind = SUBJECTS["stressor"]
    saved = add_entry(desk, ijsvogel.case, kind, {"what": "huurschuld"})
    (one,) = saved.loaded.case.analysis.stressors
    assert one.since is None
    assert end_entry(desk, ijsvogel.case, kind, one.id, TODAY, because="betaald").commit
    dated = {"what": "ruzie", "since": TOMORROW}
    start = add_entry(desk, ijsvogel.case, kind, dated).act.record
    early = lambda: end_entry(desk, ijsvogel.case, kind, start, TODAY)  # noqa: E731
    assert code_of(early) == "ends-before-begin"


# The explanation together


def test_an_explanation_is_written_and_carried_by_more(desk, ijsvogel) -> None:
    first = explain(desk, ijsvogel.case, "Te veel tegelijk", on=TODAY, by=(ijsvogel.mila,))
    assert first.act.subject == "Analysis: explanation together noted"
    assert first.act.record is None
    more = explain(desk, ijsvogel.case, None, on=TODAY, by=(ijsvogel.jaylen,))
    found = more.loaded.case.analysis.explanation
    assert (found.text, found.by) == ("Te veel tegelijk", (ijsvogel.mila, ijsvogel.jaylen))
    anew = explain(desk, ijsvogel.case, "Anders", on=date(2026, 11, 20), by=(ijsvogel.jaylen,))
    found = anew.loaded.case.analysis.explanation
    assert (found.by, found.on) == ((ijsvogel.jaylen,), date(2026, 11, 20))


def test_who_carries_it_later_leaves_its_day_as_it_was(desk, ijsvogel) -> None:
    explain(desk, ijsvogel.case, "Te veel", on=date(2026, 11, 10))
    more = explain(desk, ijsvogel.case, "", on=TODAY, by=(ijsvogel.mila,))
    assert more.loaded.case.analysis.explanation.on == date(2026, 11, 10)
    same = lambda: explain(desk, ijsvogel.case, None, on=TODAY, by=(ijsvogel.mila,))  # noqa: E731
    assert code_of(same) == "nothing-changed"


def test_there_must_be_words_to_carry(desk, ijsvogel) -> None:
    nothing = lambda: explain(desk, ijsvogel.case, None, on=TODAY, by=(ijsvogel.mila,))  # noqa: E731
    assert code_of(nothing) == "explanation-none"
    late = lambda: explain(desk, ijsvogel.case, "x", on=TOMORROW)  # noqa: E731
    assert code_of(late) == "day-to-come"


# How an event was felt


def test_each_person_felt_it_in_an_own_way(desk, ijsvogel, event) -> None:
    feel(desk, ijsvogel.case, "verhuisd", "Mila", -4, note="stil")
    saved = feel(desk, ijsvogel.case, event, ijsvogel.jaylen, 1)
    (one,) = saved.loaded.case.timeline.events
    assert [(felt.person, felt.value, felt.note) for felt in one.experiences] == [
        (ijsvogel.mila, -4, "stil"),
        (ijsvogel.jaylen, 1, None),
    ]
    assert saved.act.subject == f"Event {event}: how it was felt, +1"


def test_a_second_time_changes_it(desk, ijsvogel, event) -> None:
    feel(desk, ijsvogel.case, event, "Mila", -4, note="stil")
    saved = feel(desk, ijsvogel.case, event, "Mila", 0)
    (felt,) = saved.loaded.case.timeline.events[0].experiences
    assert (felt.value, felt.note) == (0, "stil")
    assert saved.act.subject == f"Event {event}: how it was felt, -4 → +0"
    assert code_of(lambda: feel(desk, ijsvogel.case, event, "Mila", 0)) == "nothing-changed"
    noted = feel(desk, ijsvogel.case, event, "Mila", 0, note="weg")
    assert noted.loaded.case.timeline.events[0].experiences[0].note == "weg"


@pytest.mark.parametrize(("value", "fits"), [(-6, False), (-5, True), (5, True), (6, False)])
def test_a_feeling_goes_from_minus_5_to_plus_5(desk, ijsvogel, event, value, fits) -> None:
    if fits:
        assert feel(desk, ijsvogel.case, event, "Mila", value).commit
    else:
        assert code_of(lambda: feel(desk, ijsvogel.case, event, "Mila", value)) == "number-outside"


def test_only_somebody_in_or_around_the_family_felt_something(desk, ijsvogel, event) -> None:
    assert feel(desk, ijsvogel.case, event, "Oom Ali", 2).commit
    with pytest.raises(NotFound):
        feel(desk, ijsvogel.case, event, "Yara", 2)


def test_no_subject_in_the_history_names_a_person(desk, ijsvogel, worry, event) -> None:
    contest_worry(desk, ijsvogel.case, worry, "Mila weet beter", (ijsvogel.mila,))
    outdate_worry(desk, ijsvogel.case, worry, TODAY, "Jaylen betaalde")
    feel(desk, ijsvogel.case, event, "Jaylen", 3)
    explain(desk, ijsvogel.case, "Mila is moe", on=TODAY, by=(ijsvogel.mila,))
    opinion = {"what": "Ali weet het", "nature": Nature.OPINION, "by": (ijsvogel.ali,)}
    add_entry(desk, ijsvogel.case, SUBJECTS["worry"], opinion)
    subjects = " ".join(story.subject for story in desk.store.stories(ijsvogel.case))
    assert not any(name in subjects for name in ("Mila", "Jaylen", "Ali", "betaalde"))


def test_a_goal_of_a_worry_is_linked_both_ways_in_one_act(desk, ijsvogel):
    fields = {"what": "post", "nature": "fact", "about": (ijsvogel.mila,), "no_goal": "later"}
    given = add_record(
        desk, ijsvogel.case, "worry", fields | {"domain": PARENTS, "visible_to": ("team",)}
    ).act.record
    saved = make_goal(desk, ijsvogel.case, given, {"title": "Elke dag de post open"})
    goal = saved.loaded.case.plan.goals[-1]
    found = only_worry(saved)
    assert (found.goals, found.no_goal) == ((goal.id,), None)
    assert (goal.about, goal.domain) == ((ijsvogel.mila,), PARENTS)
    assert goal.visible_to == ("team",)
    assert goal.opened_on == desk.today
    assert saved.act.action == "goal.add"


def test_a_goal_can_use_a_strength_and_what_is_said_goes_before_what_it_came_from(desk, ijsvogel):
    given = add_record(
        desk, ijsvogel.case, "strength", {"what": "kookt", "domain": CHILD}
    ).act.record
    saved = make_goal(desk, ijsvogel.case, given, {"title": "Samen eten", "domain": PARENTS})
    goal = saved.loaded.case.plan.goals[-1]
    assert goal.domain is PARENTS
    assert saved.loaded.case.analysis.strengths[-1].goals == (goal.id,)


def test_a_goal_without_a_title_is_refused(desk, ijsvogel, worry):
    with pytest.raises(WrongUse, match="field-empty"):
        make_goal(desk, ijsvogel.case, worry, {"title": " "})
