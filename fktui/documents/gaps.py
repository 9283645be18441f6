"""What a document would like to say and cannot yet, each with the command that fills it."""

from collections.abc import Callable
from typing import NamedTuple

from fktui.documents.facts import FuturePlanFacts
from fktui.words.language import N_, _


class Gap(NamedTuple):
    """An empty part: the number of its section, what is missing, and the command that fills it."""

    section: int
    what: str
    command: str


class _Wanted(NamedTuple):
    section: int
    there: Callable[[FuturePlanFacts], object]
    what: str
    command: str


_WANTED: tuple[_Wanted, ...] = (
    _Wanted(
        1, lambda f: f.members, N_("who belongs to the family"), 'person add {case} "…" --role'
    ),
    _Wanted(2, lambda f: f.proud, N_("what the family is proud of"), 'future add {case} proud "…"'),
    _Wanted(2, lambda f: f.goals, N_("goals"), 'goal add {case} "…"'),
    _Wanted(
        2,
        lambda f: not f.goals or any(goal.now is not None for goal in f.goals),
        N_("a score for the goals"),
        "goal score {case} …",
    ),
    _Wanted(3, lambda f: f.habits, N_("what keeps it going"), 'future add {case} keeps_going "…"'),
    _Wanted(4, lambda f: f.network, N_("the people around the family"), 'network add {case} "…"'),
    _Wanted(
        5,
        lambda f: {sign.colour.value for sign in f.signs} >= {"green", "orange", "red"},
        N_("signs in green, orange and red"),
        'future add {case} green "…"',
    ),
    _Wanted(
        6,
        lambda f: f.actions,
        N_("what the family does itself first"),
        'future add {case} ourselves "…"',
    ),
    _Wanted(
        6,
        lambda f: f.calls,
        N_("who calls whom"),
        'future add {case} network "…" --who NAME,NAME',
    ),
    _Wanted(
        7,
        lambda f: f.follow_up,
        N_("what to do when more help is needed"),
        'future add {case} more_help "…"',
    ),
    _Wanted(8, lambda f: f.safety, N_("agreements about safety"), 'future add {case} safety "…"'),
    _Wanted(9, lambda f: f.moments, N_("moments ahead"), 'future add {case} moment "…" --on DATE'),
    _Wanted(10, lambda f: f.wishes, N_("wishes for a year from now"), 'future add {case} wish "…"'),
    _Wanted(
        11,
        lambda f: f.aftercare and f.aftercare.on,
        N_("the day of the aftercare talk"),
        "phase close {case}",
    ),
    _Wanted(
        12,
        lambda f: f.children_words or not f.children,
        N_("the page for the children"),
        'future add {case} children "…"',
    ),
    _Wanted(
        13,
        lambda f: f.agreed and all(one.agrees is not None for one in f.agreed),
        N_("who agrees with the plan"),
        "future agree {case} NAME",
    ),
)


def future_plan_gaps(facts: FuturePlanFacts, case_id: str) -> tuple[Gap, ...]:
    """What is missing in a future plan, in the order of its sections."""
    return tuple(
        Gap(wanted.section, _(wanted.what), f"fk {wanted.command.format(case=case_id)}")
        for wanted in _WANTED
        if not wanted.there(facts)
    )
