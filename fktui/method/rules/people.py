"""Rules about people: the team around the family, authority, everybody seen and heard, network.

Rules about goals and the future plan are in `plan_rules`, about days in `time_rules`.
"""

from collections.abc import Iterator

from fktui.method.analysis import spoken_alone
from fktui.method.around.jim import is_awaited
from fktui.method.consent import OF_AGE, holders, is_checked
from fktui.method.days import add_days, add_months, age_range
from fktui.method.due.terms import CHILDREN
from fktui.method.norms import OURS
from fktui.method.phases import current
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.model.family import Person, is_there
from fktui.model.ids import is_record_id
from fktui.model.issue import Level
from fktui.model.network import NetworkPerson
from fktui.model.trajectory import Phase


def no_coach(now: Situation) -> Iterator[Finding]:
    """S1:L99-103: a family coach guides, organises and co-ordinates."""
    if now.case.trajectory.coach is None:
        yield Finding()


def no_second(now: Situation) -> Iterator[Finding]:
    """S1:L99-101, L140-141: every family has the coach and one more colleague."""
    if now.case.trajectory.second is None:
        yield Finding()


def no_lead_clinician(now: Situation) -> Iterator[Finding]:
    """S1:L103-107: a lead clinician looks along on plan, goals and timely evaluation."""
    if now.case.trajectory.lead_clinician is None:
        yield Finding()


def unknown_colleague(now: Situation) -> Iterator[Finding]:
    """design.md §3: the three places hold the ids of colleagues in team.yaml."""
    for place in ("coach", "second", "lead_clinician"):
        given = getattr(now.case.trajectory, place)
        if given is not None and is_record_id(given) and given not in now.colleagues:
            yield Finding(facts={"place": place, "given": given})


def authority_missing(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.4: who must say yes for a minor cannot be told without who has authority."""
    for child in _minors(now):
        if not holders(now.case, child.id, now.today):
            yield Finding(child.id, {"name": child.name})


def authority_unchecked(now: Situation) -> Iterator[Finding]:
    """domain.md §5.3: the authority is looked up; one parent's word is not relied on."""
    names = {person.id: person.name for person in now.case.family.people}
    for child in _minors(now):
        for authority in holders(now.case, child.id, now.today):
            if not is_checked(authority):
                holder = names.get(authority.holder, authority.holder)
                yield Finding(
                    authority.id, {"name": child.name, "holder": holder, "child": child.id}
                )


def never_alone(now: Situation) -> Iterator[Finding]:
    """S1:L147-149: in the analysis phase everybody is spoken to alone and together.

    Asked from the analysis phase on. Alone means: without another member of the family.
    """
    if _in_start_phase(now):
        return
    members = [person for person in now.case.family.people if is_there(person, now.today)]
    alone = spoken_alone(now.case)
    for person in members:
        if person.id not in alone and len(members) > 1:
            yield Finding(person.id, {"name": person.name})


def network_empty(now: Situation) -> Iterator[Finding]:
    """S1:L134-137: already in the start phase the family is asked to involve its own network."""
    if not _in_start_phase(now) and not _on_the_map(now):
        yield Finding()


def network_old(now: Situation) -> Iterator[Finding]:
    """domain.md §2K: a network map older than six months is looked at again.

    The newest day that stands on the map is taken for its age; a map without days says nothing.
    """
    known = [
        day
        for one in now.case.network.people
        for day in (one.since, one.asked_on, one.consented_on, one.until)
        if day is not None and day <= now.today
    ]
    months = now.norms.map_months.value
    if known and add_months(max(known), months) < now.today:
        yield Finding(facts={"newest": max(known), "months": months})


def network_no_answer(now: Situation) -> Iterator[Finding]:
    """domain.md §2K: somebody was asked to take part, and no answer was noted.

    Who was asked to be a JIM is told by the rule about that.
    """
    patience = now.norms.answer_days.value
    for one in _on_the_map(now):
        asked = None if is_awaited(now.case, one.id) else one.asked_on
        if asked and one.willing is None and add_days(asked, patience) < now.today:
            yield Finding(one.id, {"name": one.name, "asked_on": asked})


def _minors(now: Situation) -> Iterator[Person]:
    for person in now.case.family.people:
        ages = age_range(person.born, now.today)
        young = ages is None or ages.youngest < OF_AGE
        if person.role in CHILDREN and young and is_there(person, now.today):
            yield person


def _in_start_phase(now: Situation) -> bool:
    """Whether the start phase has not been left: before it, in it, or without any phase."""
    period = current(now.case.trajectory)
    return period is None or period.phase is Phase.START


def _on_the_map(now: Situation) -> list[NetworkPerson]:
    people = now.case.network.people
    return [one for one in people if one.until is None or now.today <= one.until]


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("team-no-coach", _W, "S1:L99-103", no_coach),
    Rule("team-no-second", _W, "S1:L99-101", no_second),
    Rule("team-no-lead-clinician", _W, "S1:L103-107", no_lead_clinician),
    Rule("team-unknown-colleague", _W, OURS, unknown_colleague),
    Rule("authority-missing", _W, "Jeugdwet 7.3.4", authority_missing),
    Rule("authority-unchecked", _W, "Jeugdwet 7.3.4", authority_unchecked),
    Rule("never-alone", _N, "S1:L147-149", never_alone),
    Rule("network-empty", _N, "S1:L134-137", network_empty),
    Rule("network-old", _N, OURS, network_old),
    Rule("network-no-answer", _N, OURS, network_no_answer),
)
