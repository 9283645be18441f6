"""Rules about the referral and the intake, and about help that starts in one go.

What is known and what is open is found in `method.intake`; here it is said when it matters.
"""

from collections.abc import Iterator
from datetime import date

from fktui.method.days import DAYS_IN_WEEK, add_days
from fktui.method.intake import (
    completeness,
    has_no_place,
    more_than_needed,
    open_contraindications,
    unjudged_contraindications,
    unjudged_indications,
)
from fktui.method.phases import current, still_open
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.model.intake import ContraindicationKind
from fktui.model.issue import Level
from fktui.model.plan import Intervention
from fktui.model.trajectory import Phase, Status


def information_missing(now: Situation) -> Iterator[Finding]:
    """S1:L214-217: at the referral it is known how every child and parent does."""
    if _is_new(now):
        for person in completeness(now.case, now.today).open_people:
            yield Finding(person.id, {"name": person.name})


def domains_missing(now: Situation) -> Iterator[Finding]:
    """S1:L214-217: at the referral something is known of every life domain, such as debts."""
    missing = completeness(now.case, now.today).open_domains
    if _is_new(now) and missing:
        yield Finding(facts={"domains": tuple(one.value for one in missing)})


def indications_open(now: Situation) -> Iterator[Finding]:
    """S1:L231-241; S0:L115: in the start phase the list of indications is gone through."""
    count = len(unjudged_indications(now.case))
    if _is_new(now) and count:
        yield Finding(facts={"count": count})


def contraindications_open(now: Situation) -> Iterator[Finding]:
    """S1:L243-254: and so are the three contra-indications."""
    kinds = unjudged_contraindications(now.case)
    if _is_new(now) and kinds:
        yield Finding(facts={"contraindications": tuple(kind.value for kind in kinds)})


def contraindication_without_motive(now: Situation) -> Iterator[Finding]:
    """S1:L226-229: a guideline, no fixed rule: who goes on all the same says why."""
    return _unanswered(now, child=False)


def contraindication_without_plan(now: Situation) -> Iterator[Finding]:
    """S1:L251-254: the third one holds unless a safety plan keeps the family safe."""
    return _unanswered(now, child=True)


def acute_but_not_weighed(now: Situation) -> Iterator[Finding]:
    """S1:L244: acute danger is a contra-indication; then it is noted as one."""
    judged, present = now.case.intake.safety, False
    for one in now.case.intake.contraindications:
        present = present or (one.kind is ContraindicationKind.UNSAFETY and one.applies)
    if now.helped and judged is not None and judged.acute and not present:
        yield Finding(facts={"on": judged.on})


def safety_not_judged(now: Situation) -> Iterator[Finding]:
    """S1:L132-134: at the intake it is judged whether the help can make the child safer."""
    return _not_answered(now, "safety-judged")


def not_decided_together(now: Situation) -> Iterator[Finding]:
    """S1:L130-132: at the intake family and team decide together whether this help fits."""
    return _not_answered(now, "decided-together")


def no_advice(now: Situation) -> Iterator[Finding]:
    """S1:L222-223: when the help does not fit, a better offer is thought of together."""
    decision = now.case.intake.decision
    advised = decision is not None and (decision.advice or "").strip()
    if now.case.trajectory.status is Status.DECLINED and not advised:
        yield Finding()


def refused_holds_more(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.8: a record holds what good help needs; of who got none, only the intake."""
    if now.case.trajectory.status is Status.DECLINED:
        for kind, count in more_than_needed(now.case).items():
            yield Finding(facts={"record_kind": kind, "count": count})


def refused_kept_too_long(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.8: it was agreed until when this record is kept, and that day has passed."""
    for one in now.due.overdue:
        if one.code == "refused-record":
            yield Finding(facts={"on": one.on, "days": (now.today - one.on).days})


def referral_goal_lost(now: Situation) -> Iterator[Finding]:
    """S1:L217-218: the goals of the referral are thought over; asked once there is a plan."""
    period = current(now.case.trajectory)
    if period is None or period.phase not in (Phase.EXECUTION, Phase.CLOSING):
        return
    for referral in now.case.intake.referral_goals:
        if has_no_place(now.case, referral):
            yield Finding(referral.id, {"text": referral.text})


def not_in_one_go(now: Situation) -> Iterator[Finding]:
    """S1:L92-95: the whole treatment starts in one go: nobody waits weeks for the other part.

    Looked at in the execution phase, from the first help that started in it.
    """
    period = current(now.case.trajectory)
    if period is None or period.phase is not Phase.EXECUTION or period.started_on is None:
        return
    first = _first_start(now, period.started_on)
    if first is None or first.started_on is None:
        return
    weeks = now.norms.together_weeks.value
    latest = add_days(first.started_on, weeks * DAYS_IN_WEEK)
    for one in now.case.plan.interventions:
        if _waits(one) and max(one.planned_on or now.today, now.today) > latest:
            facts = {"what": one.what, "first": first.what, "on": first.started_on}
            yield Finding(one.id, {**facts, "weeks": weeks})


def _first_start(now: Situation, since: date) -> Intervention | None:
    started = [
        (one.started_on, one)
        for one in now.case.plan.interventions
        if one.started_on is not None and since <= one.started_on <= now.today
    ]
    return min(started, key=lambda dated: dated[0])[1] if started else None


def _waits(one: Intervention) -> bool:
    return one.planned_on is not None and one.started_on is None and one.ended_on is None


def _unanswered(now: Situation, *, child: bool) -> Iterator[Finding]:
    if now.helped:
        for one in open_contraindications(now.case, now.today):
            if (one.kind is ContraindicationKind.CHILD_UNSAFE) is child:
                yield Finding(one.id, {"contraindication": one.kind.value})


def _not_answered(now: Situation, code: str) -> Iterator[Finding]:
    """What the analysis phase asks for, and neither the files show nor anybody confirmed."""
    if any(one.code == code for one in still_open(now.case, Phase.ANALYSIS)):
        yield Finding()


def _is_new(now: Situation) -> bool:
    """Whether the family is being registered: the analysis phase has not begun yet."""
    begun = (one for one in now.case.trajectory.phases if one.started_on is not None)
    return now.helped and all(one.phase is Phase.START for one in begun)


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule(
        "contraindication-no-motive",
        _W,
        "S1:L226-229",
        contraindication_without_motive,
        always=True,
    ),
    Rule("contraindication-no-plan", _W, "S1:L251-254", contraindication_without_plan, always=True),
    Rule("acute-not-weighed", _W, "S1:L244", acute_but_not_weighed, always=True),
    Rule("safety-not-judged", _W, "S1:L132-134", safety_not_judged),
    Rule("not-decided-together", _W, "S1:L130-132", not_decided_together),
    Rule("refused-no-advice", _W, "S1:L222-223", no_advice, always=True),
    Rule("refused-kept-long", _W, "Jeugdwet 7.3.8", refused_kept_too_long, always=True),
    Rule("refused-holds-more", _N, "Jeugdwet 7.3.8", refused_holds_more, always=True),
    Rule("intake-person", _N, "S1:L214-217", information_missing, always=True),
    Rule("intake-domains", _N, "S1:L214-217", domains_missing, always=True),
    Rule("intake-indications", _N, "S1:L231-241", indications_open, always=True),
    Rule("intake-contraindication", _N, "S1:L243-254", contraindications_open, always=True),
    Rule("referral-goal-lost", _N, "S1:L217-218", referral_goal_lost),
    Rule("not-in-one-go", _N, "S1:L92-95", not_in_one_go),
)
