"""The handover: what the next coach has to know, in the family's language (domain.md item 120).

Only what the whole family may read is in it, so that it can be read together; how much more there
is in the record is said. What the future plan says as well comes from `future_plan`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from fktui.documents.collectors import future_plan
from fktui.documents.collectors.said import Order, Said, WorryFacts
from fktui.documents.facts import Call, Fact, FuturePlanFacts, SafetyAgreement, Sign, Words
from fktui.method.analysis import open_worries
from fktui.method.consent import valid
from fktui.method.due.day import due
from fktui.method.due.deadlines import deadlines
from fktui.method.intake import waits_for_answer
from fktui.method.norms import MethodNorms
from fktui.method.phases import current, planned_end, week_in
from fktui.method.rights.copying import for_everybody
from fktui.method.rules.rights import consent_gaps
from fktui.method.safety import agreements_on
from fktui.model.case import Case, ids
from fktui.model.consent import Consent
from fktui.model.issue import Issue, Level
from fktui.model.plan import AgreementKind, Goal, GoalStatus
from fktui.model.safety import SafetyPlan
from fktui.words.deadlines import say_what
from fktui.words.issues import say_issue
from fktui.words.labels import label
from fktui.words.language import _

DAYS_AHEAD = 60
"""How far ahead it looks: a new coach needs some weeks to get to know everybody."""
_TOLD = ("overdue", "late", "ending", "past", "near", "consent-missing", "authority-unchecked")
"""By the end of their codes: findings that stand in the chapters about days and consents."""


class HandoverOrder(NamedTuple):
    """What is asked for.

    Attributes:
        order: as for a future plan, of the whole case.
        team: first colleague to last: what each does here, and the name.
        found: what `method.checks` found.
    """

    order: Order
    norms: MethodNorms
    team: tuple[Words, ...]
    found: tuple[Issue, ...]


class PhaseFacts(Fact, frozen=True, kw_only=True):
    """The running phase, its week, and the days around it."""

    name: str
    week: int | None = None
    since: date | None = None
    until: date | None = None


class StepFacts(Fact, frozen=True, kw_only=True):
    """A step that waits."""

    text: str
    goal: str
    who: str = ""
    due: date | None = None
    late: bool = False


class DueFacts(Fact, frozen=True, kw_only=True):
    """Something with a day; `late` when that day has been."""

    on: date
    text: str
    late: bool = False


class HandoverFacts(Fact, frozen=True, kw_only=True):
    """What a handover says besides the facts of a future plan.

    Attributes:
        said: what the family wants the next coach to know, in its own words.
        asks: what everybody asks for.
        hidden: how many entries are only for some, and so are not in the paper.
    """

    phase: PhaseFacts | None = None
    started_on: date | None = None
    referrer: str = ""
    question: str = ""
    team: tuple[Words, ...] = ()
    said: tuple[Words, ...] = ()
    asks: tuple[Words, ...] = ()
    strengths: tuple[Words, ...] = ()
    explanation: str = ""
    steps: tuple[StepFacts, ...] = ()
    agreements: tuple[Words, ...] = ()
    worries: tuple[WorryFacts, ...] = ()
    safety_wished: str = ""
    safety_plan: bool = False
    jims: tuple[str, ...] = ()
    roles: tuple[Words, ...] = ()
    helping: tuple[Words, ...] = ()
    consents: tuple[Words, ...] = ()
    missing: tuple[Words, ...] = ()
    days: tuple[DueFacts, ...] = ()
    questions: tuple[str, ...] = ()
    hidden: int = 0


def collect(asked: HandoverOrder) -> tuple[FuturePlanFacts, HandoverFacts]:
    """The facts that it shares with the future plan, and its own."""
    case, hidden = for_everybody(asked.order.case, asked.order.today)
    order = asked.order._replace(case=case)
    shared, said = future_plan.collect(order), _Running(order)
    plans = [plan for plan in case.safety.plans if plan.ended_on is None]
    if plans:
        signs = tuple(said.signs(plans))
        shared = _with_plan(shared, signs, tuple(said.calls(plans)), tuple(said.safety(plans)))
    analysis = case.analysis
    own = HandoverFacts(
        phase=_phase(case, order.today, asked.norms),
        started_on=min(
            (p.started_on for p in case.trajectory.phases if p.started_on), default=None
        ),
        referrer=case.trajectory.referrer or "",
        question=case.intake.question or "",
        team=asked.team,
        said=tuple(
            Words(text=one.body, who=said.name(one.by))
            for one in case.statements
            if one.entry is None
        ),
        asks=tuple(
            Words(text=one.what, who=said.name(one.words_of) if one.words_of else "")
            for one in analysis.help_requests
        ),
        strengths=tuple(
            Words(text=one.what, who=said.first(one.about)) for one in analysis.strengths
        ),
        explanation=analysis.explanation.text if analysis.explanation else "",
        steps=tuple(said.steps()),
        agreements=tuple(said.agreements()),
        worries=tuple(map(said.worry, open_worries(analysis, order.today))),
        safety_wished=" ".join(plan.wished for plan in plans if plan.wished),
        safety_plan=bool(plans),
        jims=tuple(said.jims()),
        roles=tuple(said.roles()),
        helping=tuple(said.helping()),
        consents=tuple(said.consents()),
        missing=tuple(said.missing(asked.order.case)),
        days=tuple(_days(case, order.today, asked.norms)),
        questions=tuple(dict.fromkeys((*said.questions(), *_open(asked, case)))),
        hidden=hidden,
    )
    return shared, own


class _Running(Said):
    """What runs on the day of the handover."""

    def steps(self) -> Iterator[StepFacts]:
        """What waits in the goals that run, by day."""
        waiting = [
            StepFacts(
                text=step.what,
                goal=goal.title,
                who=self.first(step.who),
                due=step.due,
                late=step.due is not None and step.due < self.today,
            )
            for goal in _running(self.case)
            for step in goal.steps
            if step.done is None and step.dropped is None
        ]
        return iter(sorted(waiting, key=lambda step: step.due or date.max))

    def agreements(self) -> Iterator[Words]:
        """The agreements that hold, but for those about safety."""
        for one in self.case.plan.agreements:
            if one.kind is not AgreementKind.SAFETY and self.holds(one.until):
                yield Words(text=one.what, who=self.first(one.who))

    def safety(self, plans: Iterable[SafetyPlan]) -> Iterator[Words]:
        """The agreements about safety that hold."""
        for plan in plans:
            for one in agreements_on(plan, self.today):
                yield Words(text=one.what, who=self.first(one.who))

    def roles(self) -> Iterator[Words]:
        """Which role somebody has now."""
        for one in self.case.network.roles:
            if self.holds(one.until):
                yield Words(text=one.role, who=self.first(one.who))

    def helping(self) -> Iterator[Words]:
        """The help that runs, for whom and by whom."""
        for one in self.case.plan.interventions:
            if self.holds(one.ended_on):
                for_whom = self.first(one.about)
                yield Words(
                    text=f"{one.what} ({for_whom})" if for_whom else one.what,
                    who=self.first(one.who),
                )

    def consents(self) -> Iterator[Words]:
        """The consents that run, those who gave the same one together."""
        given: dict[tuple[str, str], list[Consent]] = {}
        for one in self.case.consent.consents:
            if valid(one, self.today):
                to = self.name(one.recipient) if one.recipient else ""
                given.setdefault((one.what, to), []).append(one)
        for (what, to), some in given.items():
            text = _("{what}, to {recipient}").format(what=what, recipient=to) if to else what
            yield Words(text=text, who=self.first(one.by for one in some))

    def missing(self, whole: Case) -> Iterator[Words]:
        """For which receiver whose yes is not there."""
        for gap in consent_gaps(whole, self.today):
            yield Words(text=self.name(gap.receiver), who=self.first(gap.who))

    def questions(self) -> Iterator[str]:
        """What was asked and not answered yet."""
        for one in self.case.intake.information:
            if waits_for_answer(one):
                about = self.first(one.about) or (
                    label(one.domain) if one.domain else _("the family")
                )
                yield _("Asked for, and not known yet: {what}.").format(what=about)


def _with_plan(
    shared: FuturePlanFacts,
    signs: tuple[Sign, ...],
    calls: tuple[Call, ...],
    safety: tuple[Words, ...],
) -> FuturePlanFacts:
    """Where a safety plan runs, its signals and calls instead of those of the future plan."""
    agreed = tuple(SafetyAgreement(text=one.text, who=one.who) for one in safety)
    return replace(
        shared,
        signs=signs or shared.signs,
        calls=calls or shared.calls,
        safety=(*agreed, *shared.safety),
    )


def _running(case: Case) -> list[Goal]:
    running = [goal for goal in case.plan.goals if goal.status is GoalStatus.OPEN]
    return sorted(running, key=lambda goal: goal.priority or len(running))


def _phase(case: Case, today: date, norms: MethodNorms) -> PhaseFacts | None:
    period = current(case.trajectory)
    if period is None:
        return None
    return PhaseFacts(
        name=label(period.phase),
        week=week_in(period, today),
        since=period.started_on,
        until=planned_end(period, norms),
    )


def _days(case: Case, today: date, norms: MethodNorms) -> Iterator[DueFacts]:
    """What is overdue and what comes, by what is on the paper: a private goal has no day here."""
    days = due(deadlines(case, norms), today, DAYS_AHEAD)
    for one in (day for day in days.overdue if day.code != "step-due"):
        yield DueFacts(on=one.on, text=say_what(one), late=True)
    for one in (day for day in days.coming if day.code != "step-due"):
        yield DueFacts(on=one.on, text=say_what(one))


def _open(asked: HandoverOrder, case: Case) -> Iterator[str]:
    """The warnings of the rules, as sentences; nothing of what only some may read."""
    hidden = ids(asked.order.case) - ids(case)
    for issue in asked.found:
        named = {issue.record, *(fact for fact in issue.facts.values() if isinstance(fact, str))}
        told = issue.code.endswith(_TOLD) or issue.code.startswith("reporting-code")
        told = told or issue.level is not Level.WARNING
        if issue.place is None and not told and hidden.isdisjoint(named):
            yield say_issue(issue)
