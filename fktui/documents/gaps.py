"""What a document would like to say and cannot yet, each with the command that fills it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from fktui.documents.collectors.analysis_report import AnalysisFacts
from fktui.documents.collectors.safety_plan import SafetyFacts
from fktui.documents.facts import Fact, FuturePlanFacts
from fktui.words.language import N_, _


class Gap(NamedTuple):
    """An empty part: the number of its section, what is missing, and the command that fills it."""

    section: int
    what: str
    command: str


class _Wanted(NamedTuple):
    section: int
    there: Callable[[Any], object]
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


_WANTED_ANALYSIS: tuple[_Wanted, ...] = (
    _Wanted(1, lambda f: f.strengths, N_("what goes well"), 'strength add {case} "…"'),
    _Wanted(
        2,
        lambda f: any(one.now is not None for one in f.domains),
        N_("how heavy each part of life weighs"),
        "domain score {case} …",
    ),
    _Wanted(3, lambda f: f.asks, N_("what everybody asks for"), 'help-request add {case} "…"'),
    _Wanted(
        4, lambda f: f.explanation, N_("the explanation together"), 'analysis explain {case} "…"'
    ),
    _Wanted(
        4,
        lambda f: f.carried_by,
        N_("who stands behind the explanation"),
        "analysis agree {case} --by NAME",
    ),
    _Wanted(5, lambda f: f.network, N_("the people around the family"), 'network add {case} "…"'),
    _Wanted(6, lambda f: f.goals, N_("goals"), 'goal add {case} "…"'),
)

_WANTED_SAFETY: tuple[_Wanted, ...] = (
    _Wanted(
        1,
        lambda f: all(
            {sign.colour.value for sign in plan.signs} >= {"green", "orange", "red"}
            for plan in f.plans
        ),
        N_("signs in green, orange and red"),
        'safety signal {case} green "…"',
    ),
    _Wanted(
        2,
        lambda f: all(plan.agreements for plan in f.plans),
        N_("agreements about safety"),
        'safety agreement {case} "…"',
    ),
    _Wanted(
        2,
        lambda f: all(
            plan.guards or all(one.guarded_by for one in plan.agreements) for plan in f.plans
        ),
        N_("who watches that it is kept"),
        "safety guard {case} NAME",
    ),
    _Wanted(
        3,
        lambda f: all(plan.calls for plan in f.plans),
        N_("who calls whom"),
        "safety call {case} NAME --who NAME",
    ),
    _Wanted(
        4,
        lambda f: all(plan.review_on for plan in f.plans),
        N_("the day on which it is looked at again"),
        "safety review {case} --on DATE",
    ),
    _Wanted(
        5,
        lambda f: all(plan.children_text or not plan.children for plan in f.plans),
        N_("the page for the children"),
        'safety edit {case} --children "…"',
    ),
    _Wanted(
        6,
        lambda f: all(one.stance != "not_asked" for plan in f.plans for one in plan.standing),
        N_("who agrees with the plan"),
        "safety agree {case} --by NAME",
    ),
)


def future_plan_gaps(facts: FuturePlanFacts, case_id: str) -> tuple[Gap, ...]:
    """What is missing in a future plan, in the order of its sections."""
    return _gaps(_WANTED, facts, case_id)


def analysis_report_gaps(facts: AnalysisFacts, case_id: str) -> tuple[Gap, ...]:
    """What is missing in a report of the analysis phase, in the order of its sections."""
    return _gaps(_WANTED_ANALYSIS, facts, case_id)


def safety_plan_gaps(facts: SafetyFacts, case_id: str) -> tuple[Gap, ...]:
    """What is missing in the safety plans that run, in the order of their sections."""
    return _gaps(_WANTED_SAFETY, facts, case_id)


def _gaps(those: tuple[_Wanted, ...], facts: Fact, case_id: str) -> tuple[Gap, ...]:
    return tuple(
        Gap(wanted.section, _(wanted.what), f"fk {wanted.command.format(case=case_id)}")
        for wanted in those
        if not wanted.there(facts)
    )
