"""What can be counted of one family over a period; all families together are in `team_report`.

For the team's own look at its work and for the questions of a study (domain.md §2G, items 51, 113,
133): counts and averages, never a judgement, and no name of a person of a family.
"""

from collections import Counter
from datetime import date

import msgspec

from fktui.method.analysis import domain_courses, members, target_group
from fktui.method.around.network import is_own, on_the_map
from fktui.method.checks import check
from fktui.method.due.terms import CHILDREN
from fktui.method.factors import Factors, Period, factors, help_began, joined
from fktui.method.intensity import Against, intensity
from fktui.method.norms import MethodNorms
from fktui.method.plan import baseline_t, current_t
from fktui.model.case import Case
from fktui.model.issue import Level
from fktui.model.plan import GoalKind
from fktui.model.timeline import EventKind
from fktui.model.trajectory import EndReason, HoursNorm, Phase, PhasePeriod, Status

CBS_CODES: dict[EndReason, str] = {
    EndReason.AS_PLANNED: "01",
    EndReason.EARLY_TOGETHER: "02",
    EndReason.BY_FAMILY: "03",
    EndReason.BY_TEAM: "04",
    EndReason.EXTERNAL: "05",
}
"""The codes of Statistics Netherlands for why youth help ended (domain.md §5.8, W17)."""


class Stay(msgspec.Struct, frozen=True, kw_only=True):
    """One stay in a phase, against what is meant for it (S0:L115-127).

    Attributes:
        days: how long it took, or takes so far.
        longer: how often it was extended (S0:L251).
        hours, per_week: hours in all, and on average a week.
        norm: hours a week that are meant; `against` is how the average stands against it.
    """

    phase: Phase
    started_on: date
    ended_on: date | None
    days: int
    weeks_low: int
    weeks_high: int
    longer: int
    hours: float
    per_week: float
    norm: HoursNorm
    against: Against


class CaseReport(msgspec.Struct, frozen=True, kw_only=True):
    """One family in a period; what is so is told as on the last day of it.

    Attributes:
        began_on, days: the first day of the help, and how many days of help there were by then.
        decided_on, admitted: the decision at the intake; `admitted` is None while there is none.
        domains: the life domains that weighed clearly at the start; `fits` tells whether the
            family is of the target group, six of seven (S0:L21-22), None while that is open.
        indications, contraindications: codes of those that were noted as present.
        goals: goals by status, small steps left out.
        t_first, t_now: the T-score the plan began with, and as it was on the last day.
        network_first, network_now: people of its own on the map when the help began, and then.
        places: places in the neighbourhood that it takes part in.
        findings: what `fk check` would say, codes with how often; `warnings` of them are warnings.
        at_home: whether the children lived at home when the help ended.
        placements: placements out of home during the help (S0:L128-143).
        team: coach, second colleague, lead clinician, as ids.
        children: how many children are in care.
    """

    id: str
    name: str
    status: Status
    route: str | None
    referred_on: date | None
    began_on: date | None
    days: int
    stays: tuple[Stay, ...]
    decided_on: date | None
    admitted: bool | None
    ended_on: date | None
    end_reason: EndReason | None
    domains: tuple[str, ...]
    fits: bool | None
    indications: tuple[str, ...]
    contraindications: tuple[str, ...]
    goals: dict[str, int]
    t_first: float | None
    t_now: float | None
    network_first: int
    network_now: int
    places: int
    findings: dict[str, int]
    warnings: int
    at_home: bool | None
    placements: int
    team: tuple[str, ...]
    children: int
    factors: Factors

    @property
    def in_care(self) -> bool:
        """Whether help is given on the last day of the period."""
        return self.began_on is not None and self.ended_on is None

    @property
    def ended_as(self) -> str | None:
        """The code of Statistics Netherlands for why the help ended."""
        return CBS_CODES[self.end_reason] if self.end_reason else None


def case_report(
    case: Case, period: Period, norms: MethodNorms, colleagues: frozenset[str]
) -> CaseReport:
    """All counts of one family, as it stood on the last day of the period."""
    course, on = case.trajectory, period.until
    ending = course.closing if course.closing and course.closing.on <= on else None
    decision = case.intake.decision
    decided = decision if decision and decision.on <= on else None
    first = help_began(case)
    began = first if first and first <= on else None
    domains = target_group(domain_courses(case.analysis, on), norms)
    found = check(case, on, norms, colleagues)
    return CaseReport(
        id=case.id,
        name=course.name,
        status=course.status,
        route=case.intake.route.value if case.intake.route else None,
        referred_on=course.referred_on,
        began_on=began,
        days=((ending.on if ending else on) - began).days + 1 if began else 0,
        stays=tuple(stay for one in course.phases if (stay := _stay(case, one, on, norms))),
        decided_on=decided.on if decided else None,
        admitted=decided.outcome.value == "admitted" if decided else None,
        ended_on=ending.on if ending else None,
        end_reason=ending.reason if ending else None,
        domains=tuple(one.value for one in domains.at_start),
        fits=domains.fits,
        indications=tuple(one.kind.value for one in case.intake.indications if one.applies),
        contraindications=tuple(
            one.kind.value for one in case.intake.contraindications if one.applies
        ),
        goals=_goals(case),
        t_first=baseline_t(case.plan),
        t_now=current_t(case.plan, on),
        network_first=_own_network(case, began) if began else 0,
        network_now=_own_network(case, on),
        places=len(joined(case, on)),
        findings=dict(Counter(one.code for one in found)),
        warnings=sum(one.level is not Level.NOTICE for one in found),
        at_home=ending.at_home if ending else None,
        placements=_placements(case, began, ending.on if ending else on),
        team=team_of(case),
        children=children(case, on),
        factors=factors(case, period, norms),
    )


def belongs(found: CaseReport, period: Period) -> bool:
    """Whether the family has to do with the period: helped, referred or decided about in it."""
    if found.began_on and (found.ended_on is None or found.ended_on >= period.since):
        return True
    return period.has(found.referred_on) or period.has(found.decided_on)


def help_runs(case: Case, on: date) -> bool:
    """Whether the family is in care on a day: the help has begun and has not ended."""
    began, closing = help_began(case), case.trajectory.closing
    return began is not None and began <= on and (closing is None or on < closing.on)


def children(case: Case, on: date) -> int:
    """How many children and young people of the family are in care (domain.md item 51)."""
    return sum(person.role in CHILDREN for person in members(case, on))


def team_of(case: Case) -> tuple[str, ...]:
    """The colleagues around the family, each once."""
    course = case.trajectory
    named = (course.coach, course.second, course.lead_clinician)
    return tuple(dict.fromkeys(one for one in named if one))


def _stay(case: Case, period: PhasePeriod, on: date, norms: MethodNorms) -> Stay | None:
    spent = intensity(case, period, on, norms)
    if period.started_on is None or spent is None:
        return None
    ended_on = period.ended_on if period.ended_on and period.ended_on <= on else None
    term = norms.phase(period.phase)
    return Stay(
        phase=period.phase,
        started_on=period.started_on,
        ended_on=ended_on,
        days=((ended_on or on) - period.started_on).days,
        weeks_low=term.weeks_low,
        weeks_high=term.weeks_high,
        longer=sum(one.on <= on for one in period.extensions),
        hours=spent.total,
        per_week=spent.per_week,
        norm=spent.norm,
        against=spent.against,
    )


def _goals(case: Case) -> dict[str, int]:
    goals = (one for one in case.plan.goals if one.kind is GoalKind.LONG_TERM)
    return dict(Counter(goal.status.value for goal in goals))


def _own_network(case: Case, on: date) -> int:
    return sum(is_own(one) for one in on_the_map(case, on))


def _placements(case: Case, began: date | None, until: date) -> int:
    """Placements on the timeline during the help; a date that is partly known may be in it."""
    if began is None:
        return 0
    days = [one.on for one in case.timeline.events if one.kind is EventKind.PLACEMENT and one.on]
    first, last = began.isoformat(), until.isoformat()
    return sum(first[: len(day)] <= day <= last[: len(day)] for day in days)
