"""The rules of goals: Goal Attainment Scaling, who acts on them, and what makes them too many.

The scores themselves are records (`model.plan`).
"""

from collections.abc import Iterable
from datetime import date
from math import sqrt

from fktui.model.case import Case
from fktui.model.network import Sector
from fktui.model.plan import Actor, Goal, GoalKind, GoalStatus, Measure, Plan, Score

CORRELATION = 0.3
"""How much goals of one family are taken to move together (Kiresuk & Sherman 1968)."""

RANGES: dict[Measure, tuple[int, int]] = {Measure.GAS: (-2, 2), Measure.TEN: (0, 10)}
"""The lowest and the highest score of each measure."""

LEVELS = ("much_less", "less", "expected", "more", "much_more")
"""The fields of `Levels`, from -2 to +2."""

_OWN = frozenset({Actor.FAMILY, Actor.NETWORK})


def t_score(scores: Iterable[tuple[float, float]]) -> float:
    """The T-score of goals, each a score (-2..+2) with its weight: 50 when all land as expected.

    Kiresuk & Sherman 1968, in the corrected form of Turner-Stokes 2009 (domain.md §4):
    T = 50 + 10 S(wx) / sqrt((1 - r) S(w²) + r (S(w))²), with r = 0.3.

    Raises:
        ValueError: there are no scores, or a weight is not above 0.
    """
    pairs = tuple(scores)
    if not pairs or any(weight <= 0 for _, weight in pairs):
        raise ValueError(len(pairs))
    weighted = sum(weight * score for score, weight in pairs)
    squares = sum(weight**2 for _, weight in pairs)
    whole = sum(weight for _, weight in pairs)
    return 50 + 10 * weighted / sqrt((1 - CORRELATION) * squares + CORRELATION * whole**2)


def first_score(goal: Goal) -> Score | None:
    """The score that the goal began with, by date; of one day, the first that was written down."""
    return min(goal.scores, key=lambda score: score.on, default=None)


def last_score(goal: Goal, on: date = date.max) -> Score | None:
    """The newest score up to and including a day; of one day, the last that was written down."""
    known = [score for score in reversed(goal.scores) if score.on <= on]
    return max(known, key=lambda score: score.on, default=None)


def level_words(goal: Goal, value: int) -> str:
    """What a score means in the family's words: its level, else what was noted with it before."""
    low, _high = RANGES[Measure.GAS]
    if goal.measure is Measure.GAS and goal.levels is not None and 0 <= value - low < len(LEVELS):
        said: str | None = getattr(goal.levels, LEVELS[value - low])
        if said:
            return said
    noted = (one for one in reversed(goal.scores) if one.value == value and one.note)
    before = max(noted, key=lambda score: score.on, default=None)
    return (before.note or "") if before else ""


def baseline_t(plan: Plan) -> float | None:
    """The T-score that the plan began with; None when no goal was scored by attainment.

    Counts every goal that was ever scored, whatever became of it: leaving out stopped goals
    would flatter. A score off the scale or a weight below 1 is left out; `checks` reports it.
    """
    return _t_of((goal, first_score(goal)) for goal in plan.goals)


def current_t(plan: Plan, on: date = date.max) -> float | None:
    """The T-score of the plan now, or as it was at the end of a day; see `baseline_t`."""
    return _t_of((goal, last_score(goal, on)) for goal in plan.goals)


def off_scale(goal: Goal) -> tuple[Score, ...]:
    """The scores that the goal's measure does not know, such as 7 on a scale of -2 to +2."""
    return tuple(score for score in goal.scores if not _on_scale(goal, score))


def goals_in_view(plan: Plan) -> tuple[Goal, ...]:
    """The goals the family works on now, without the small steps on the way to them."""
    return tuple(
        goal
        for goal in plan.goals
        if goal.status is GoalStatus.OPEN and goal.kind is GoalKind.LONG_TERM
    )


def in_order(goals: Iterable[Goal]) -> list[Goal]:
    """Open goals first, then by the family's own priority."""
    return sorted(goals, key=lambda one: (one.status is not GoalStatus.OPEN, one.priority or 99))


def acts_itself(case: Case, goal: Goal) -> bool:
    """Whether somebody of the family or of its own network does one of the steps.

    domain.md §3.7: a goal that only has professionals as actors is not the family's. Steps that
    were dropped do not count, nor does the sector of the professionals.
    """
    own = _own_people(case)
    steps = [step for step in goal.steps if step.dropped is None]
    return any(step.by in _OWN or not own.isdisjoint(step.who) for step in steps)


def _own_people(case: Case) -> frozenset[str]:
    family = (person.id for person in case.family.people)
    around = (one.id for one in case.network.people if one.sector is not Sector.PROFESSIONALS)
    return frozenset((*family, *around))


def _on_scale(goal: Goal, score: Score) -> bool:
    low, high = RANGES[goal.measure]
    return low <= score.value <= high


def _t_of(chosen: Iterable[tuple[Goal, Score | None]]) -> float | None:
    pairs = [
        (score.value, goal.weight)
        for goal, score in chosen
        if score is not None
        and goal.measure is Measure.GAS
        and goal.weight > 0
        and _on_scale(goal, score)
    ]
    return t_score(pairs) if pairs else None
