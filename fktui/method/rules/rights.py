"""Rules about rights: consents that are missing, statements, who may read, the end of keeping."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fktui.method.consent import OF_AGE, missing_consents, valid
from fktui.method.days import add_months, age_range, anniversary, full_date
from fktui.method.due.terms import first_day
from fktui.method.norms import OURS
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.model.case import Case, ids, records
from fktui.model.consent import Consent, Purpose
from fktui.model.family import Person, Role, is_there
from fktui.model.issue import Level
from fktui.model.network import NetworkPerson
from fktui.model.plan import Regime
from fktui.model.trajectory import Phase, Status

REFERRER = "referrer"
_YOUNG = frozenset((Role.CHILD, Role.SIBLING, Role.OTHER))
"""The roles of those who may be in the help as a youth."""
_MONTHS_AHEAD = 12
_ENDED = (Status.CLOSED, Status.DECLINED)


class Gap(NamedTuple):
    """A receiver of reports for whom somebody has not said yes: a role or an id, and who."""

    receiver: str
    who: tuple[str, ...]


def receivers(case: Case) -> tuple[str, ...]:
    """Who is to get reports: as was agreed, and the referrer once the analysis has begun.

    S1:L210-212.
    """
    begun = any(p.phase is Phase.ANALYSIS and p.started_on for p in case.trajectory.phases)
    referrer = (REFERRER,) if begun and case.trajectory.referrer else ()
    return tuple(dict.fromkeys((*case.trajectory.receivers, *referrer)))


def consent_gaps(case: Case, today: date) -> tuple[Gap, ...]:
    """By receiver, who must still say yes before a report about the family may go there.

    A yes that was limited to one document counts: whether it covers another one is seen when
    that is made.
    """
    about = tuple(person.id for person in case.family.people if is_there(person, today))
    given = [one for one in case.consent.consents if _shares(one, today)]
    gaps = []
    for receiver in receivers(case):
        missing = missing_consents(case, about, receiver, Purpose.SHARE, today)
        who = dict.fromkeys(
            one.by or one.about
            for one in missing
            if not any(_says_yes(consent, one.by, one.about, receiver) for consent in given)
        )
        if who:
            gaps.append(Gap(receiver, tuple(who)))
    return tuple(gaps)


def consent_missing(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.11; S1:L210-212: reports go to others with the family's consent only."""
    names = {person.id: person.name for person in now.case.family.people}
    names |= {person.id: person.name for person in now.case.network.people}
    for gap in consent_gaps(now.case, now.today):
        facts = {
            "receiver": names.get(gap.receiver, gap.receiver),
            "given": gap.receiver,
            "who": ", ".join(names.get(one, one) for one in gap.who),
        }
        yield Finding(facts=facts)


def retention_near(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.8, 7.3.9: twenty years after the last change the record is destroyed."""
    if now.last_change is None or now.case.trajectory.status not in _ENDED:
        return
    years = now.norms.retention_years
    end = anniversary(now.last_change, years.value)
    if end <= add_months(now.today, _MONTHS_AHEAD):
        facts = {"on": end, "years": years.value, "last_change": now.last_change}
        yield Finding(facts=facts, source=years.source)


def visible_to_gone(now: Situation) -> Iterator[Finding]:
    """domain.md §5.4: an entry for named people only, who all left or died: who reads it now?"""
    people: tuple[Person | NetworkPerson, ...] = (
        *now.case.family.people,
        *now.case.network.people,
    )
    gone = {one.id for one in people if not is_there(one, now.today)}
    for located in records(now.case):
        readers: tuple[str, ...] = getattr(located.record, "visible_to", ())
        if readers and set(readers) <= gone:
            yield Finding(located.record.id, {"record_kind": located.kind.name})


def statement_lost(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.8: a statement stands beside what it is about; that is no longer there."""
    known = ids(now.case)
    for statement in now.case.statements:
        if statement.entry and statement.entry not in known:
            yield Finding(statement.id, {"entry": statement.entry})


def adult_no_ground(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 1.1; domain.md §5.1: youth help ends at 18, or at 23 when it began before 18."""
    for person in now.case.family.people:
        ages = age_range(person.born, now.today)
        of_age = ages is not None and ages.youngest >= OF_AGE
        if person.role not in _YOUNG or not of_age or not is_there(person, now.today):
            continue
        if not _goes_on(now, person) and not _other_ground(now, person):
            yield Finding(person.id, {"name": person.name})


def _goes_on(now: Situation, person: Person) -> bool:
    """Whether the help began before this person was 18, and the person is not yet 23."""
    born, begun = full_date(person.born), first_day(now.case.trajectory)
    if born is None or begun is None:
        return False
    until = now.norms.age(23).value
    return begun < anniversary(born, OF_AGE) and now.today < anniversary(born, until)


def _other_ground(now: Situation, person: Person) -> bool:
    """Whether there is help for this person under another law."""
    return any(
        person.id in one.about
        and one.regime not in (None, Regime.YOUTH_ACT)
        and (one.ended_on is None or now.today <= one.ended_on)
        for one in now.case.plan.interventions
    )


def _shares(consent: Consent, today: date) -> bool:
    return consent.purpose is Purpose.SHARE and valid(consent, today)


def _says_yes(consent: Consent, by: str | None, about: str, receiver: str) -> bool:
    named = about in (consent.about or (consent.by,))
    return consent.by == by and named and consent.recipient == receiver


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("consent-missing", _W, "Jeugdwet 7.3.11", consent_missing),
    Rule("statement-lost", _W, "Jeugdwet 7.3.8", statement_lost, always=True),
    Rule("retention-near", _W, "Jeugdwet 7.3.8", retention_near, always=True),
    Rule("visible-to-gone", _N, OURS, visible_to_gone, always=True),
    Rule("adult-no-ground", _N, "Jeugdwet 1.1", adult_no_ground),
)
