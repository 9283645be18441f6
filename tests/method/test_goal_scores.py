from datetime import date

import pytest
from families import GOAL, MOTHER, example_case
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fktui.method.plan import (
    acts_itself,
    baseline_t,
    current_t,
    first_score,
    goals_in_view,
    in_order,
    last_score,
    off_scale,
    t_score,
)
from fktui.model.network import Network, NetworkPerson, Sector
from fktui.model.plan import Actor, Goal, GoalKind, GoalStatus, Measure, Plan, Score, Step


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([(2, 1)], 70.00),
        ([(1, 1), (0, 1), (-1, 1)], 50.00),
        ([(1, 1), (1, 1), (1, 1)], 63.69),
        ([(1, 1), (0, 1), (1, 1)], 59.13),
        ([(-2, 1), (-1, 1), (-1, 1)], 31.74),
        ([(1, 2), (-1, 1)], 54.02),
    ],
)
def test_the_vectors_of_the_literature(scores, expected):
    assert t_score(scores) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("scores", [[], [(1, 0)], [(1, 1), (1, -1)]])
def test_nothing_to_score_is_refused(scores):
    with pytest.raises(ValueError):
        t_score(scores)


PAIRS = st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 9)), min_size=1, max_size=9)


@given(st.lists(st.integers(1, 9), min_size=1))
def test_all_as_expected_is_fifty(weights):
    assert t_score([(0, weight) for weight in weights]) == 50


@given(PAIRS)
def test_the_opposite_scores_lie_as_far_from_fifty(pairs):
    mirrored = [(-score, weight) for score, weight in pairs]
    assert t_score(pairs) + t_score(mirrored) == pytest.approx(100)


@given(PAIRS, st.data())
def test_a_better_score_gives_a_higher_t(pairs, data):
    place = data.draw(st.integers(0, len(pairs) - 1))
    score, weight = pairs[place]
    better = [*pairs[:place], (score + 1, weight), *pairs[place + 1 :]]
    assert t_score(better) > t_score(pairs)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_goals_does_not_matter(pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    assert t_score(shuffled) == pytest.approx(t_score(pairs))


@pytest.mark.parametrize(
    ("scores", "expected"),
    [([-1, 0, -1, 0], 42.7), ([-2, -2, -1, -2], 24.6), ([-2] * 3, 22.6), ([2] * 3, 77.4)],
)
def test_the_figures_of_family_b_and_the_ends(scores, expected):
    assert t_score((score, 1) for score in scores) == pytest.approx(expected, abs=0.05)


@given(PAIRS, st.integers(2, 5))
def test_weights_are_relative(pairs, times):
    heavier = [(score, weight * times) for score, weight in pairs]
    assert t_score(heavier) == pytest.approx(t_score(pairs))


def goal(*values, number=1, **changes):
    scores = tuple(
        Score(id=f"r-{number}000{place}", on=date(2026, place + 1, 1), value=value)
        for place, value in enumerate(values)
    )
    return Goal(id=f"g-0000{number}", title="Rust", scores=scores, **changes)


def test_first_and_last_are_by_date_not_by_place():
    late, early = (Score(id=f"r-0000{m}", on=date(2026, m, 1), value=m - 3) for m in (5, 2))
    scored = replace(goal(), scores=(late, early))
    assert (first_score(scored), last_score(scored)) == (early, late)


def test_of_two_scores_on_one_day_the_last_written_is_last():
    one, two = (Score(id=f"r-0000{n}", on=date(2026, 5, 1), value=n) for n in (1, 2))
    scored = replace(goal(), scores=(one, two))
    assert (first_score(scored), last_score(scored)) == (one, two)


@pytest.mark.parametrize(
    ("on", "value"), [("2025-12-31", None), ("2026-01-01", -2), ("2026-02-15", 0)]
)
def test_the_last_score_as_it_was_on_a_day(on, value):
    found = last_score(goal(-2, 0, 1), date.fromisoformat(on))
    assert (found.value if found else None) == value


def test_the_plan_of_family_a_goes_from_31_7_to_59_1():
    plan = Plan(goals=(goal(-2, 1), goal(-1, 0, number=2), goal(-1, 1, number=3)))
    assert baseline_t(plan) == pytest.approx(31.74, abs=0.005)
    assert current_t(plan) == pytest.approx(59.13, abs=0.005)
    assert current_t(plan, date(2026, 1, 31)) == baseline_t(plan)


@pytest.mark.parametrize(
    "left_out",
    [
        goal(number=2),
        goal(7, number=2),
        goal(1, number=2, weight=0),
        goal(8, number=2, measure=Measure.TEN),
    ],
)
def test_what_cannot_be_counted_is_left_out(left_out):
    assert current_t(Plan(goals=(goal(1), left_out))) == 60


@pytest.mark.parametrize("status", list(GoalStatus))
def test_a_goal_counts_whatever_became_of_it(status):
    assert baseline_t(Plan(goals=(goal(1, status=status),))) == 60


def test_a_plan_without_scores_has_no_t_score():
    assert baseline_t(Plan()) is None
    assert current_t(Plan(goals=(goal(),))) is None


@pytest.mark.parametrize(
    ("measure", "values", "odd"),
    [(Measure.GAS, (-3, -2, 2, 3), [-3, 3]), (Measure.TEN, (-1, 0, 10, 11), [-1, 11])],
)
def test_scores_off_the_scale(measure, values, odd):
    assert [score.value for score in off_scale(goal(*values, measure=measure))] == odd


def test_goals_in_view_are_open_and_for_the_long_term():
    small = replace(GOAL, id="g-00002", kind=GoalKind.SMALL_STEP)
    stopped = replace(GOAL, id="g-00003", status=GoalStatus.STOPPED)
    assert goals_in_view(Plan(goals=(GOAL, small, stopped))) == (GOAL,)


def step(**changes):
    return Step(id="s-00001", what="bellen", **changes)


@pytest.mark.parametrize(
    ("steps", "own"),
    [
        ((), False),
        ((step(),), False),
        ((step(by=Actor.PROFESSIONAL),), False),
        ((step(by=Actor.PROFESSIONAL, who=("t-c0ach",)), step(by=Actor.NETWORK)), True),
        ((step(by=Actor.FAMILY),), True),
        ((step(by=Actor.FAMILY, dropped=date(2026, 5, 1)),), False),
        ((step(who=(MOTHER,)),), True),
        ((step(who=("n-gran0",)),), True),
        ((step(who=("n-debt0",)),), False),
    ],
)
def test_whether_family_or_network_acts(steps, own):
    around = Network(
        people=(
            NetworkPerson(id="n-gran0", name="Hermine", sector=Sector.FAMILY, ring=1),
            NetworkPerson(id="n-debt0", name="Buurtteam", sector=Sector.PROFESSIONALS, ring=3),
        )
    )
    assert acts_itself(example_case(network=around), replace(GOAL, steps=steps)) is own


def test_open_goals_come_first_and_then_the_familys_own_order():
    goals = tuple(
        Goal(id=f"g-{n:05}", title=str(n), priority=priority, status=status)
        for n, (priority, status) in enumerate(
            (
                *((1, GoalStatus.REACHED), (None, GoalStatus.OPEN)),
                *((2, GoalStatus.OPEN), (1, GoalStatus.OPEN)),
            )
        )
    )
    assert [goal.title for goal in in_order(goals)] == ["3", "2", "1", "0"]
