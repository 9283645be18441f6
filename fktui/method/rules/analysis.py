"""Rules about the analysis: everybody's strengths, worries with whose they are, the timeline.

What the analysis says is in `method.analysis` and `method.timeline`.
"""

from collections.abc import Iterator
from typing import Any

from fktui.method.analysis import (
    carriers,
    domain_courses,
    members,
    open_stressors,
    open_worries,
    spoken_together,
    strengths_of,
    target_group,
)
from fktui.method.norms import OURS
from fktui.method.phases import current
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.method.timeline import lanes
from fktui.model.analysis import Worry
from fktui.model.issue import Level
from fktui.model.record import Nature
from fktui.model.trajectory import Phase

_SOMEBODYS = frozenset((Nature.OPINION, Nature.INTERPRETATION))
"""What is no more than how somebody sees it."""


def strength_none(now: Situation) -> Iterator[Finding]:
    """S0:L217-228: strengths are looked for with everybody, siblings too.

    Asked from the analysis phase on. A strength of the family as a whole is nobody's own.
    """
    for person in members(now.case, now.today) if _from_analysis(now) else ():
        if not strengths_of(now.case.analysis, person.id):
            yield Finding(person.id, {"name": person.name})


def domain_never_assessed(now: Situation) -> Iterator[Finding]:
    """S0:L28-45: the analysis looks at all seven life domains; asked from that phase on."""
    group = target_group(domain_courses(now.case.analysis, now.today), now.norms)
    if group.unscored and _from_analysis(now):
        yield Finding(facts={"domains": group.unscored})


def few_domains(now: Situation) -> Iterator[Finding]:
    """S0:L21-22: the help is meant for families with problems on six of seven life domains.

    Only in the analysis phase, and only when no domain that is still to be scored can change it.
    """
    group = target_group(domain_courses(now.case.analysis, now.today), now.norms)
    if group.fits is False and _is_in(now, Phase.ANALYSIS):
        facts = {"count": len(group.at_start), "wanted": group.wanted}
        yield Finding(facts={**facts, "severity": group.severity})


def worry_no_goal(now: Situation) -> Iterator[Finding]:
    """S1:L144-147: the goals rest on the analysis: a worry leads to one, or it is said why not."""
    for worry in open_worries(now.case.analysis, now.today):
        if not worry.goals and not worry.no_goal:
            yield _about(worry)


def worry_no_nature(now: Situation) -> Iterator[Finding]:
    """domain.md §5.5: a reader can tell a fact from an opinion."""
    for worry in open_worries(now.case.analysis, now.today):
        if worry.nature is None:
            yield _about(worry)


def worry_no_source(now: Situation) -> Iterator[Finding]:
    """domain.md §5.5: always the source; an opinion of nobody is found by `hearsay`."""
    for worry in open_worries(now.case.analysis, now.today):
        if worry.nature not in _SOMEBODYS and not worry.source and not worry.by:
            yield _about(worry)


def hearsay(now: Situation) -> Iterator[Finding]:
    """domain.md §5.5: an opinion or an interpretation is written down with whose it is.

    Looked for wherever the analysis and the timeline say something about people.
    """
    analysis = now.case.analysis
    said: tuple[tuple[str, Any], ...] = (
        *(("worry", one) for one in open_worries(analysis, now.today)),
        *(("stressor", one) for one in open_stressors(analysis, now.today)),
        *(("strength", one) for one in analysis.strengths),
        *(("event", one) for one in now.case.timeline.events),
    )
    for command, one in said:
        if one.nature in _SOMEBODYS and not one.source and not getattr(one, "by", ()):
            what = one.title if command == "event" else one.what
            yield Finding(one.id, {"what": what, "command": command})


def never_together(now: Situation) -> Iterator[Finding]:
    """S1:L147-149: in the analysis phase everybody is spoken to alone and together.

    Together means: at a contact or a meeting with another member of the family.
    """
    there = members(now.case, now.today)
    if len(there) < 2 or not _from_analysis(now):  # noqa: PLR2004
        return
    together = spoken_together(now.case)
    for person in there:
        if person.id not in together:
            yield Finding(person.id, {"name": person.name})


def explanation_missing(now: Situation) -> Iterator[Finding]:
    """S1:L161-164: the execution rests on an analysis that family and coach carry together."""
    if now.case.analysis.explanation is None and _is_in(now, Phase.EXECUTION, Phase.CLOSING):
        yield Finding()


def explanation_not_carried(now: Situation) -> Iterator[Finding]:
    """S1:L161-164: carried together: somebody of the family stands behind it too."""
    family = {person.id for person in now.case.family.people}
    written = now.case.analysis.explanation is not None
    if written and family.isdisjoint(carriers(now.case)):
        yield Finding()


def timeline_empty(now: Situation) -> Iterator[Finding]:
    """S0:L253-254: the timeline gives families insight and trust in what they can."""
    if _is_in(now, Phase.ANALYSIS) and not lanes(now.case).life:
        yield Finding()


def care_history_empty(now: Situation) -> Iterator[Finding]:
    """S0:L26-27: there is often a long, disappointing history of help, and it is asked about."""
    if _is_in(now, Phase.ANALYSIS) and not lanes(now.case).care:
        yield Finding()


def _about(worry: Worry) -> Finding:
    return Finding(worry.id, {"what": worry.what})


def _from_analysis(now: Situation) -> bool:
    return _is_in(now, Phase.ANALYSIS, Phase.EXECUTION, Phase.CLOSING)


def _is_in(now: Situation, *phases: Phase) -> bool:
    period = current(now.case.trajectory)
    return period is not None and period.phase in phases


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("strength-none", _W, "S0:L217-228", strength_none),
    Rule("explanation-missing", _W, "S1:L161-164", explanation_missing),
    Rule("hearsay", _W, OURS, hearsay),
    Rule("worry-no-source", _N, OURS, worry_no_source),
    Rule("worry-no-nature", _N, OURS, worry_no_nature),
    Rule("worry-no-goal", _N, "S1:L144-147", worry_no_goal),
    Rule("domain-never-assessed", _N, "S0:L28-45", domain_never_assessed),
    Rule("six-of-seven", _N, "S0:L21-22", few_domains),
    Rule("never-together", _N, "S1:L147-149", never_together),
    Rule("explanation-not-carried", _N, "S1:L161-164", explanation_not_carried),
    Rule("timeline-empty", _N, "S0:L253-254", timeline_empty),
    Rule("care-history-empty", _N, "S0:L26-27", care_history_empty),
)
