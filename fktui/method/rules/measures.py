"""Rules about instruments and studies: what is due, what cannot be, who has not said yes."""

from collections.abc import Iterator
from datetime import date

from fktui.method.days import add_days
from fktui.method.due.measures import MEASURE_DUE
from fktui.method.instruments import on_scale, plain
from fktui.method.measures import is_known, missing_for_study, people_names, scale_of
from fktui.method.norms import OURS, TEAM
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.model.issue import Level
from fktui.model.measures import Participation, ParticipationStatus

_TAKES_PART = frozenset({ParticipationStatus.YES, ParticipationStatus.DONE})


def measure_due(now: Situation) -> Iterator[Finding]:
    """domain.md §4: an instrument that the team chose was to be filled in at a moment, and is not.

    Nothing is due for a team that chose none.
    """
    for day in now.due.overdue:
        if day.code == MEASURE_DUE:
            facts = {**day.facts, "on": day.on, "days": (now.today - day.on).days}
            yield Finding(facts=facts)


def measure_off_scale(now: Situation) -> Iterator[Finding]:
    """domain.md §4: a figure that the instrument does not know, such as 12 of at most 10.

    Seen for the instruments that the team chose; at typing any of them is refused.
    """
    chosen = {one.name: one for one in now.norms.instruments}
    for one in now.case.measures.measurements:
        for name, value in one.scores.items():
            scale = scale_of(chosen, one.instrument, name)
            if scale is not None and not on_scale(scale, value):
                low, high = plain(scale.low), plain(scale.high)
                facts = {"scale": name, "value": plain(value), "low": low, "high": high}
                yield Finding(one.id, facts)


def research_without_consent(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.12: for a study somebody must say yes, and for a child whoever has authority.

    Judged on today for who takes part, and on the day it was done for who has taken part: a yes
    that is taken back later does not undo what was done before.
    """
    for one in _noted(now):
        if one.status not in _TAKES_PART:
            continue
        done = one.status is ParticipationStatus.DONE
        day = one.on if done and one.on is not None else now.today
        if missing_for_study(now.case, one.person, one.study, day):
            yield _about(now, one)


def research_ask_open(now: Situation) -> Iterator[Finding]:
    """S0:L211-213: asking families is where the study gets stuck; somebody was asked, no answer."""
    patience = now.norms.answer_days.value
    for one in _noted(now):
        asked = one.on if one.status is ParticipationStatus.ASKED else None
        if asked is not None and add_days(asked, patience) < now.today:
            yield _about(now, one, asked_on=asked)


def _noted(now: Situation) -> Iterator[Participation]:
    """Who was noted; an id of nobody is reported by `model.integrity`."""
    for one in now.case.measures.participation:
        if is_known(now.case, one.person):
            yield one


def _about(now: Situation, one: Participation, **days: date) -> Finding:
    name = people_names(now.case)[one.person]
    return Finding(one.id, {"name": name, "person": one.person, "study": one.study, **days})


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("measure-due", _N, TEAM, measure_due, always=True),
    Rule("measure-off-scale", _N, OURS, measure_off_scale, always=True),
    Rule("research-without-consent", _W, "Jeugdwet 7.3.12", research_without_consent, always=True),
    Rule("research-ask-open", _N, "S0:L211-213", research_ask_open, always=True),
)
