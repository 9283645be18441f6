"""What can be counted of all families of a team over a period, from the counts of each (`report`).

Averages and numbers for the team's own look at its work, and for those who pay for it.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from statistics import fmean
from typing import Any

import msgspec

from fktui.method.factors import Factors, Period, summed
from fktui.method.norms import MethodNorms
from fktui.method.phases import ORDER
from fktui.method.report import CaseReport
from fktui.model.trajectory import HoursNorm, Phase


class PhaseAverage(msgspec.Struct, frozen=True, kw_only=True):
    """All stays in one phase: how many, how long on average, and how intensive.

    `days` counts the stays that ended; None when none has.
    """

    phase: Phase
    stays: int
    ended: int
    days: float | None
    weeks_low: int
    weeks_high: int
    per_week: float
    norm: HoursNorm
    against: dict[str, int]


class Caseload(msgspec.Struct, frozen=True, kw_only=True):
    """The families and children with whom a colleague works."""

    colleague: str
    families: int
    children: int


class TeamReport(msgspec.Struct, frozen=True, kw_only=True):
    """The families of a period together. Averages are None where there is nothing to average.

    Attributes:
        since: the first day of the period; None for all days there are.
        families: how many families have to do with the period.
        in_care, children: families and children in care on the last day of it.
        referred, admitted, refused, ended: how many of these there were in the period.
        routes: by which way the families came, as far as that is noted.
        reasons: why the help ended in the period, by code of `EndReason`.
        days: how long ended help took on average; `over_aim` families took longer than the aim.
        fits, not_fits, unknown: whether they are of the target group.
        indications: how many families have each indication.
        goals, reached: goals in all, and those that were reached; `goal_status` has them all.
        t_first, t_now: the average T-score at the beginning and at the end of the period, of the
            same families.
        mapped, network_first, network_now: families with a map, and people of their own on it.
        places: families that take part in something in their neighbourhood.
        at_home, away: families whose children lived at home when the help ended, or did not.
        without_placement: families in which no child was placed out of home during the help.
        findings: in how many families something is missing, by code of `fk check`.
        complete: families about which there is no warning.
    """

    since: date | None
    until: date
    families: int
    in_care: int
    children: int
    referred: int
    admitted: int
    refused: int
    ended: int
    routes: dict[str, int]
    reasons: dict[str, int]
    days: float | None
    over_aim: int
    phases: tuple[PhaseAverage, ...]
    fits: int
    not_fits: int
    unknown: int
    indications: dict[str, int]
    goals: int
    reached: int
    goal_status: dict[str, int]
    t_first: float | None
    t_now: float | None
    mapped: int
    network_first: float | None
    network_now: float | None
    places: int
    at_home: int
    away: int
    without_placement: int
    helped: int
    findings: dict[str, int]
    complete: int
    caseload: tuple[Caseload, ...]
    factors: Factors


def team_report(found: Iterable[CaseReport], period: Period, norms: MethodNorms) -> TeamReport:
    """The counts of all families added up; give it those that `belongs` lets through."""
    cases = tuple(found)
    care = [one for one in cases if one.in_care]
    helped = [one for one in cases if one.began_on]
    ended = [one for one in helped if period.has(one.ended_on)]
    scored = [one for one in cases if one.t_first is not None and one.t_now is not None]
    mapped = [one for one in cases if one.network_now or one.network_first]
    status = _added(one.goals for one in cases)
    return TeamReport(
        since=period.first,
        until=period.until,
        families=len(cases),
        in_care=len(care),
        children=sum(one.children for one in care),
        referred=sum(period.has(one.referred_on) for one in cases),
        admitted=sum(period.has(one.decided_on) and one.admitted is True for one in cases),
        refused=sum(period.has(one.decided_on) and one.admitted is False for one in cases),
        ended=len(ended),
        routes=dict(Counter(one.route for one in cases if one.route)),
        reasons=dict(Counter(one.end_reason.value for one in ended if one.end_reason)),
        days=_mean(ended, lambda one: one.days),
        over_aim=sum(one.factors.long for one in helped),
        phases=tuple(_phase_average(cases, phase, norms) for phase in ORDER),
        fits=sum(one.fits is True for one in helped),
        not_fits=sum(one.fits is False for one in helped),
        unknown=sum(one.fits is None for one in helped),
        indications=dict(Counter(code for one in cases for code in set(one.indications))),
        goals=sum(status.values()),
        reached=status.get("reached", 0),
        goal_status=status,
        t_first=_mean(scored, lambda one: one.t_first),
        t_now=_mean(scored, lambda one: one.t_now),
        mapped=len(mapped),
        network_first=_mean(mapped, lambda one: one.network_first),
        network_now=_mean(mapped, lambda one: one.network_now),
        places=sum(bool(one.places) for one in cases),
        at_home=sum(one.at_home is True for one in ended),
        away=sum(one.at_home is False for one in ended),
        without_placement=sum(one.placements == 0 for one in helped),
        helped=len(helped),
        findings=dict(Counter(code for one in cases for code in one.findings)),
        complete=sum(one.warnings == 0 for one in cases),
        caseload=caseload((one.team, one.children) for one in care),
        factors=summed(one.factors for one in cases),
    )


def caseload(care: Iterable[tuple[tuple[str, ...], int]]) -> tuple[Caseload, ...]:
    """Families and children in care by colleague, the most families first (S0:L154, L230-236).

    Args:
        care: of each family in care the colleagues around it, and its number of children.
    """
    families: Counter[str] = Counter()
    young: Counter[str] = Counter()
    for team, count in care:
        families.update(team)
        young.update(dict.fromkeys(team, count))
    return tuple(
        Caseload(colleague=who, families=count, children=young[who])
        for who, count in sorted(families.items(), key=lambda item: (-item[1], item[0]))
    )


def _phase_average(cases: Iterable[CaseReport], phase: Phase, norms: MethodNorms) -> PhaseAverage:
    stays = [stay for one in cases for stay in one.stays if stay.phase is phase]
    ended = [stay for stay in stays if stay.ended_on]
    term = norms.phase(phase)
    return PhaseAverage(
        phase=phase,
        stays=len(stays),
        ended=len(ended),
        days=_mean(ended, lambda stay: stay.days),
        weeks_low=term.weeks_low,
        weeks_high=term.weeks_high,
        per_week=_mean(stays, lambda stay: stay.per_week) or 0.0,
        norm=term.hours,
        against=dict(Counter(stay.against.value for stay in stays)),
    )


def _mean(found: Iterable[Any], of: Callable[[Any], Any]) -> float | None:
    values = [float(of(one)) for one in found]
    return fmean(values) if values else None


def _added(tables: Iterable[dict[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for table in tables:
        total.update(table)
    return dict(total)
