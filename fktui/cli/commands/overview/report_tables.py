"""The tables of `fk report`: of one family, and of all families and the team together."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from fktui.cli import output
from fktui.method.days import DAYS_IN_WEEK
from fktui.method.factors import Factors, Period
from fktui.method.intensity import Against
from fktui.method.report import CBS_CODES, CaseReport, Stay
from fktui.method.team_report import PhaseAverage, TeamReport
from fktui.model.intake import ContraindicationKind, IndicationKind, IntakeOutcome, Route
from fktui.model.plan import GoalStatus, LifeDomain
from fktui.model.trajectory import EndReason, HoursNorm
from fktui.words.factors import say_elements, say_factors, say_principles
from fktui.words.labels import label, yes_no
from fktui.words.language import _
from fktui.words.time.hours import hours_in_figures
from fktui.words.time.say_dates import say_date, say_day

Lines = Iterable[tuple[str, str]]
_NONE = "–"


def of_case(found: CaseReport, period: Period, names: Mapping[str, str]) -> None:
    """The counts of one family."""
    output.heading(f"{found.name}  ·  {found.id}  ·  {label(found.status)}")
    output.line(_period(period.first, period.until))
    _lines(_("Course"), _course(found))
    headers = (_("Phase"), _("From"), _("Weeks"), _("Norm"), _("Hours a week"), _("Norm"), "")
    _table(_("Phases"), headers, [_stay(stay) for stay in found.stays])
    _lines(_("Target group"), _target_group(found))
    _lines(_("Goals and network"), _goals(found))
    _factors(found.factors, names)
    if found.findings:
        text = _("{count}, warnings {warnings}: fk check {case}")
        count = sum(found.findings.values())
        said = text.format(count=count, warnings=found.warnings, case=found.id)
        _lines(_("Complete"), [(_("Still missing"), said)])


def of_team(found: TeamReport, names: Mapping[str, str], cases: Sequence[CaseReport]) -> None:
    """The counts of all families together, and a line for each."""
    output.heading(_("Report of the team"))
    output.line(_period(found.since, found.until))
    _lines(_("Families"), _families(found))
    columns = (_("Phase"), _("Stays"), _("Weeks"), _("Norm"), _("Hours a week"), _("Norm"), "")
    _table(_("Phases, on average"), columns, [_average(one) for one in found.phases])
    _lines(_("Target group"), _team_target_group(found))
    _lines(_("Results"), _results(found))
    _factors(found.factors, names)
    load = [(names.get(c.colleague, c.colleague), c.families, c.children) for c in found.caseload]
    rows = [(who, str(many), str(young)) for who, many, young in load]
    _table(_("Caseload"), (_("Colleague"), _("Families"), _("Children")), rows)
    columns = ("", _("Family"), _("Status"), _("Weeks"), _("T-score"), _("Network"), _("Missing"))
    _table(_("Family by family"), columns, [_line(one) for one in cases])


def _course(found: CaseReport) -> Lines:
    if found.route:
        yield _("Came by"), label(Route(found.route))
    if found.decided_on:
        outcome = IntakeOutcome.ADMITTED if found.admitted else IntakeOutcome.NOT_SUITABLE
        yield _("Intake"), f"{label(outcome)}, {say_day(found.decided_on)}"
    if found.began_on:
        yield _("Help since"), say_day(found.began_on)
        yield _("Weeks of help"), str(found.days // DAYS_IN_WEEK)
    if found.ended_on and found.end_reason:
        yield _("Ended"), f"{say_day(found.ended_on)}, {_reason(found.end_reason)}"
        yield _("Children at home at the end"), yes_no(found.at_home)
    if found.began_on:
        yield _("Placed out of home during the help"), str(found.placements)
    if found.in_care:
        yield _("Children in care"), str(found.children)


def _target_group(found: CaseReport) -> Lines:
    domains = ", ".join(label(LifeDomain(one)) for one in found.domains) or _NONE
    yield _("Domains that weighed at the start"), f"{len(found.domains)}: {domains}"
    yield _("Six of the seven"), yes_no(found.fits)
    yield _("Indications"), ", ".join(label(IndicationKind(i)) for i in found.indications) or _NONE
    kinds = [label(ContraindicationKind(one)) for one in found.contraindications]
    yield _("Contra-indications"), ", ".join(kinds) or _NONE


def _goals(found: CaseReport) -> Lines:
    yield _("Goals"), _goal_status(found.goals)
    yield _("T-score (50 = as expected)"), _change(found.t_first, found.t_now)
    grown = f"{found.network_first} → {found.network_now}"
    yield _("People of its own around the family"), grown
    yield _("Places in the neighbourhood"), str(found.places)


def _families(found: TeamReport) -> Lines:
    yield _("Families in care on the last day"), str(found.in_care)
    yield _("Children in care on the last day"), str(found.children)
    yield _("Families in the period"), str(found.families)
    yield _("Referred"), str(found.referred)
    yield _("Admitted"), str(found.admitted)
    yield _("Refused"), str(found.refused)
    yield _("Ended"), str(found.ended)
    for code, count in found.reasons.items():
        yield f"  {_reason(EndReason(code))}", str(count)
    for code, count in found.routes.items():
        yield _("Came by {route}").format(route=label(Route(code))), str(count)
    weeks = _weeks(found.days)
    yield _("Weeks of help that ended, on average"), weeks
    yield _("Families helped for longer than the aim"), str(found.over_aim)


def _team_target_group(found: TeamReport) -> Lines:
    text = _("yes {yes}, no {no}, not known yet {unknown}")
    said = text.format(yes=found.fits, no=found.not_fits, unknown=found.unknown)
    yield _("Six of seven domains weighed at the start"), said
    for code, count in sorted(found.indications.items(), key=lambda item: -item[1]):
        yield label(IndicationKind(code)), str(count)


def _results(found: TeamReport) -> Lines:
    yield _("Goals"), _goal_status(found.goal_status)
    yield _("T-score (50 = as expected)"), _change(found.t_first, found.t_now)
    yield _("People of its own around a family"), _change(found.network_first, found.network_now)
    yield _("Families with a place in the neighbourhood"), str(found.places)
    text = _("yes {home}, no {away}")
    yield _("Children at home at the end"), text.format(home=found.at_home, away=found.away)
    text = _("{count} of {all}")
    said = text.format(count=found.without_placement, all=found.helped)
    yield _("Families without a placement out of home"), said
    said = text.format(count=found.complete, all=found.families)
    yield _("Records without a warning"), said


def _factors(found: Factors, names: Mapping[str, str]) -> None:
    _lines(_("Effective factors"), say_factors(found))
    headers = (_("Element of the help"), _("Contacts"), _("In the files"))
    _table(_("Elements"), headers, say_elements(found))
    _table(_("Principles"), (_("Principle"), _("Contacts")), say_principles(found, names))


def _stay(stay: Stay) -> tuple[str, ...]:
    said = label(stay.against) if stay.against is not Against.WITHIN else ""
    return (
        label(stay.phase),
        say_day(stay.started_on),
        _weeks(stay.days),
        _band(stay.weeks_low, stay.weeks_high),
        _figure(stay.per_week),
        _norm(stay.norm),
        said + (" +" if stay.longer else ""),
    )


def _average(one: PhaseAverage) -> tuple[str, ...]:
    said = [f"{label(Against(code))} {count}" for code, count in sorted(one.against.items())]
    return (
        label(one.phase),
        str(one.stays),
        _weeks(one.days),
        _band(one.weeks_low, one.weeks_high),
        _figure(one.per_week) if one.stays else _NONE,
        _norm(one.norm),
        ", ".join(said),
    )


def _line(one: CaseReport) -> tuple[str, ...]:
    return (
        one.id,
        one.name,
        label(one.status),
        str(one.days // DAYS_IN_WEEK) if one.began_on else _NONE,
        _change(one.t_first, one.t_now),
        f"{one.network_first} → {one.network_now}",
        str(sum(one.findings.values())),
    )


def _goal_status(counts: Mapping[str, int]) -> str:
    said = [f"{label(GoalStatus(code))} {count}" for code, count in counts.items()]
    return ", ".join(said) or _NONE


def _reason(reason: EndReason) -> str:
    """Why the help ended, with the code of Statistics Netherlands."""
    return f"{label(reason)} ({CBS_CODES[reason]})"


def _change(first: float | None, now: float | None) -> str:
    if first is None or now is None:
        return _NONE
    return f"{hours_in_figures(round(first, 1))} → {hours_in_figures(round(now, 1))}"


def _weeks(days: float | None) -> str:
    return _NONE if days is None else str(round(days / DAYS_IN_WEEK))


def _band(low: float, high: float) -> str:
    return "–".join(dict.fromkeys(hours_in_figures(value) for value in (low, high)))


def _norm(norm: HoursNorm) -> str:
    return _band(norm.low, norm.high)


def _figure(hours: float) -> str:
    return hours_in_figures(round(hours * 2) / 2)


def _period(first: date | None, last: date) -> str:
    if first is None:
        return _("until {day}").format(day=say_date(last))
    return _("{first} to {last}").format(first=say_date(first), last=say_date(last))


def _lines(title: str, found: Lines) -> None:
    output.line()
    output.heading(title)
    for what, said in found:
        output.line(f"  {what}: {said}")


def _table(title: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if rows:
        output.line()
        output.heading(title)
        output.table(headers, rows)
