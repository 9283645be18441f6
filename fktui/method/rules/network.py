"""Rules about network, JIM, neighbourhood, and who has which role."""

from collections.abc import Iterator

from fktui.method.agreed import FUTURE_PLAN, assents
from fktui.method.around.jim import (
    SOURCE,
    chosen_member,
    is_parent,
    refusals,
    silent_parents,
    talked_about,
    youths,
)
from fktui.method.around.network import has_said_yes, is_own, on_the_map
from fktui.method.consent import OF_AGE
from fktui.method.days import add_days, age_range
from fktui.method.due.terms import first_day
from fktui.method.norms import OURS
from fktui.method.phases import current
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.model.issue import Level
from fktui.model.journal import MeetingStatus
from fktui.model.network import CommunityState, Jim, NetworkKind, Willing
from fktui.model.plan import Actor, GoalStatus
from fktui.model.trajectory import Phase


def jim_no_answer(now: Situation) -> Iterator[Finding]:
    """domain.md §2K: somebody was asked to be a JIM, and no answer was noted."""
    names = _names(now)
    for jim in _jims(now):
        asked = jim.asked_on
        late = asked and add_days(asked, now.norms.answer_days.value) < now.today
        if jim.chosen and late and jim.answer is None:
            yield Finding(jim.id, {**_who(jim, names), "asked_on": asked})


def jim_parents_silent(now: Situation) -> Iterator[Finding]:
    """domain.md §3.5 (J1, J2): parents must agree with the JIM, so they are asked."""
    names = _names(now)
    for jim in _jims(now):
        for parent in silent_parents(now.case, jim, now.today) if jim.chosen else ():
            facts = {"parent": names.get(parent, parent), "parent_id": parent}
            yield Finding(jim.id, _who(jim, names) | facts)


def jim_parent_against(now: Situation) -> Iterator[Finding]:
    """domain.md §3.5 (J1, J2): without the parents a JIM cannot do it; a grudging yes counts."""
    names = _names(now)
    for jim in _jims(now):
        for said in refusals(jim) if jim.chosen else ():
            facts = {"parent": names.get(said.by, said.by), "parent_id": said.by}
            yield Finding(jim.id, _who(jim, names) | facts)


def jim_is_parent(now: Situation) -> Iterator[Finding]:
    """domain.md §3.5 (J1): a JIM stands beside the parents and is not one of them."""
    names = _names(now)
    for jim in _jims(now):
        member = chosen_member(now.case, jim)
        if member and is_parent(now.case, member, jim.youth):
            yield Finding(jim.id, _who(jim, names))


def jim_under_age(now: Situation) -> Iterator[Finding]:
    """domain.md §3.5 (J1): a JIM is preferably of age.

    Only of members of the family who stand on the map the age is known.
    """
    names = _names(now)
    for jim in _jims(now):
        member = chosen_member(now.case, jim)
        ages = age_range(member.born, now.today) if member else None
        if ages is not None and ages.oldest < OF_AGE:
            yield Finding(jim.id, _who(jim, names))


def jim_not_talked_about(now: Situation) -> Iterator[Finding]:
    """S0:L259-261; domain.md §3.5: it takes a month on average, so it is asked after two."""
    first = first_day(now.case.trajectory)
    if first is None or now.today < add_days(first, now.norms.jim_days.value):
        return
    for youth in youths(now.case, now.today):
        if not talked_about(now.case, youth.id):
            yield Finding(youth.id, {"name": youth.name})


def community_not_looked(now: Situation) -> Iterator[Finding]:
    """S0:L265: look at once for what the neighbourhood offers; asked when the start is over."""
    steps = (step for goal in now.case.plan.goals for step in goal.steps)
    looked = now.case.network.community or any(step.by is Actor.COMMUNITY for step in steps)
    if _past_the_start(now) and not looked:
        yield Finding()


def community_no_goal(now: Situation) -> Iterator[Finding]:
    """S1:L177-178: in the execution phase the places in the neighbourhood serve the goals."""
    period = current(now.case.trajectory)
    if period is None or period.phase is not Phase.EXECUTION:
        return
    for use in now.case.network.community:
        over = use.until is not None and use.until < now.today
        if not use.goals and not over and use.state is not CommunityState.NOT_SUITABLE:
            yield Finding(use.id, {"what": use.what})


def takes_part_unasked(now: Situation) -> Iterator[Finding]:
    """domain.md §3.4: who takes part was asked and said yes; that is noted.

    Only for people: an organisation has nothing to consent to, and a professional's part is
    agreed as a role.
    """
    busy = {
        who
        for goal in now.case.plan.goals
        if goal.status is GoalStatus.OPEN
        for step in goal.steps
        if step.dropped is None
        for who in step.who
    }
    busy |= {who for meeting in now.case.meetings for who in meeting.present}
    for one in on_the_map(now.case, now.today):
        human = one.kind is NetworkKind.PERSON and is_own(one) and one.person is None
        if human and one.id in busy and not has_said_yes(now.case, one, now.today):
            yield Finding(one.id, {"name": one.name})


def key_person_left_out(now: Situation) -> Iterator[Finding]:
    """S1:L184-186: the own network has an active part in the closing and in the future plan.

    Asked of who stands closest and of a JIM, once the future plan has been begun.
    """
    period, entries = current(now.case.trajectory), now.case.plan.future_plan.entries
    if period is None or period.phase is not Phase.CLOSING or not entries:
        return
    involved = {who for entry in entries for who in (*entry.who, *entry.about)}
    involved |= {assent.by for assent in assents(now.case, FUTURE_PLAN)}
    since = period.started_on
    for contact in now.case.contacts:
        involved |= set(contact.present) if since and contact.on >= since else set()
    for meeting in now.case.meetings:
        if since and meeting.on >= since and meeting.status is not MeetingStatus.CANCELLED:
            involved |= {*meeting.present, *meeting.invited}
    for one in on_the_map(now.case, now.today):
        key = is_own(one) and one.person is None and (one.ring == 1 or bool(one.jim_of))
        if key and one.willing is not Willing.NO and one.id not in involved:
            yield Finding(one.id, {"name": one.name})


def role_not_agreed(now: Situation) -> Iterator[Finding]:
    """S1:L195-199: with the helpers around a family it is decided who has which role."""
    agreed = _with_a_role(now)
    for one in on_the_map(now.case, now.today) if _past_the_start(now) else ():
        if not is_own(one) and one.id not in agreed:
            yield Finding(one.id, {"name": one.name})


def role_of_help_not_agreed(now: Situation) -> Iterator[Finding]:
    """S1:L174-177, L195-199: the same for help by others, who need not be on the map.

    The coach, the second colleague and the lead clinician have their role by the method.
    """
    course = now.case.trajectory
    known = {course.coach, course.second, course.lead_clinician} | _with_a_role(now)
    known |= {person.id for person in now.case.family.people}
    known |= {one.id for one in now.case.network.people}
    for help_ in now.case.plan.interventions if _past_the_start(now) else ():
        runs = help_.ended_on is None or now.today < help_.ended_on
        if runs and not known.issuperset(help_.who):
            yield Finding(help_.id, {"what": help_.what})


def _jims(now: Situation) -> tuple[Jim, ...]:
    """The ways to a JIM that have not ended."""
    return tuple(jim for jim in now.case.network.jims if jim.until is None)


def _names(now: Situation) -> dict[str, str]:
    names = {person.id: person.name for person in now.case.family.people}
    return names | {one.id: one.name for one in now.case.network.people}


def _who(jim: Jim, names: dict[str, str]) -> dict[str, object]:
    """Who is the youth and who was chosen."""
    chosen = jim.chosen or ""
    youth = names.get(jim.youth, jim.youth)
    return {"name": names.get(chosen, chosen), "youth": youth, "youth_id": jim.youth}


def _past_the_start(now: Situation) -> bool:
    period = current(now.case.trajectory)
    return period is not None and period.phase is not Phase.START


def _with_a_role(now: Situation) -> set[str]:
    """Whose role has been agreed and still holds."""
    return {
        who
        for role in now.case.network.roles
        if role.until is None or now.today <= role.until
        for who in role.who
    }


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("jim-no-answer", _N, OURS, jim_no_answer),
    Rule("jim-parents-silent", _W, SOURCE, jim_parents_silent),
    Rule("jim-parent-against", _W, SOURCE, jim_parent_against),
    Rule("jim-is-parent", _N, SOURCE, jim_is_parent),
    Rule("jim-under-age", _N, SOURCE, jim_under_age),
    Rule("jim-not-talked-about", _N, OURS, jim_not_talked_about),
    Rule("community-not-looked", _N, "S0:L265", community_not_looked),
    Rule("community-no-goal", _N, "S1:L177-178", community_no_goal),
    Rule("takes-part-unasked", _N, OURS, takes_part_unasked),
    Rule("key-person-left-out", _N, "S1:L184-186", key_person_left_out),
    Rule("role-not-agreed", _N, "S1:L199", role_not_agreed),
    Rule("role-of-help-not-agreed", _N, "S1:L199", role_of_help_not_agreed),
)
