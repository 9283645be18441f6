"""What the record shows of the eight effective factors and the six elements of the help.

The factors are those of the literature (S0:L46-58, domain.md item 99), the elements those of the
method (S0:L99-111, item 100). Counts only, each with what it is counted from: they are there to
be talked about in the team, and prove nothing by themselves. Everything can be added up.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from fktui.method.analysis import balance, coverage
from fktui.method.around.network import is_own, on_the_map
from fktui.method.days import DAYS_IN_WEEK, add_months
from fktui.method.norms import MethodNorms
from fktui.model.case import Case
from fktui.model.journal import (
    Contact,
    ContactKind,
    Element,
    Meeting,
    MeetingKind,
    MeetingStatus,
    PlaceKind,
)
from fktui.model.network import CommunityState, CommunityUse
from fktui.model.plan import Actor

NEAR = frozenset((PlaceKind.HOME, PlaceKind.SCHOOL, PlaceKind.NEIGHBOURHOOD))
"""Places in the family's own living environment (S0:L52)."""

_OWN_WORLD = frozenset((Actor.FAMILY, Actor.NETWORK, Actor.COMMUNITY))


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """From the first up to and including the last day."""

    since: date = date.min
    until: date

    @property
    def first(self) -> date | None:
        """The first day, where the period has one."""
        return None if self.since == date.min else self.since

    def has(self, day: date | None) -> bool:
        """Whether the day is in it."""
        return day is not None and self.since <= day <= self.until


class Factors(msgspec.Struct, frozen=True, kw_only=True):
    """What was counted of one family, or of several added up.

    Attributes:
        families: of how many families.
        hours, weeks: a. hours of help, and the weeks in which it was given.
        long: a. families that were helped for longer than the aim of the method.
        strengths, worries: b. noted in the analysis.
        contacts, practical: c. all contacts, and those with practical help.
        places: d. contacts by place; `near` are those in the family's living environment.
        network: e. people of its own around the family, at the end of the period.
        community: e. places in the neighbourhood that it takes part in.
        professionals, roles: f. professionals around it, and agreements who has which role.
        meetings, consultations: f. family meetings held, and consultations.
        members: g. members of the family, with how many of them were spoken to alone, and of
            whom a strength, a worry or a goal is noted.
        aftercare_due, aftercare_held: h. aftercare talks that should have been, and that were.
        tagged: contacts by element of the help, as people tagged them.
        shown: by element what the files show of it, see `shown_elements`.
        principles: contacts by guiding principle, as people tagged them.
    """

    families: int = 0
    hours: float = 0.0
    weeks: float = 0.0
    long: int = 0
    strengths: int = 0
    worries: int = 0
    contacts: int = 0
    practical: int = 0
    places: dict[str, int] = {}
    near: int = 0
    network: int = 0
    community: int = 0
    professionals: int = 0
    roles: int = 0
    meetings: int = 0
    consultations: int = 0
    members: int = 0
    alone: int = 0
    with_strength: int = 0
    with_worry: int = 0
    with_goal: int = 0
    aftercare_due: int = 0
    aftercare_held: int = 0
    tagged: dict[str, int] = {}
    shown: dict[str, int] = {}
    principles: dict[str, int] = {}

    @property
    def hours_per_week(self) -> float:
        """Hours a week; less than a week counts as one."""
        return self.hours / max(1.0, self.weeks) if self.families else 0.0


def factors(case: Case, period: Period, norms: MethodNorms) -> Factors:
    """What the record of one family shows, in a period.

    What happens is counted in the period; what is so (network, strengths) is counted on its last
    day. A place, an element or a principle that was never named is not in its table.
    """
    on = period.until
    contacts = [one for one in case.contacts if period.has(one.on)]
    meetings = [one for one in case.meetings if is_held(one) and period.has(one.on)]
    found, members = balance(case.analysis, on), coverage(case, on)
    people = on_the_map(case, on)
    due, held = aftercare(case, period, norms)
    start, days = _help(case, period)
    return Factors(
        families=1,
        hours=sum(c.hours or 0.0 for c in contacts) + sum(m.hours or 0.0 for m in meetings),
        weeks=days / DAYS_IN_WEEK,
        long=int(start is not None and _last(case, on) > add_months(start, norms.aim_months.value)),
        strengths=found.strengths,
        worries=found.worries,
        contacts=len(contacts),
        practical=sum(one.kind is ContactKind.PRACTICAL for one in contacts),
        places=dict(Counter(one.place.value for one in contacts if one.place)),
        near=sum(one.place in NEAR for one in contacts),
        network=sum(is_own(one) for one in people),
        community=len(joined(case, on)),
        professionals=sum(not is_own(one) for one in people),
        roles=sum(one.until is None or on <= one.until for one in case.network.roles),
        meetings=sum(one.kind is MeetingKind.FAMILY_MEETING for one in meetings),
        consultations=_consultations(contacts, meetings),
        members=len(members),
        alone=sum(one.alone_on is not None for one in members),
        with_strength=sum(bool(one.strengths) for one in members),
        with_worry=sum(bool(one.worries) for one in members),
        with_goal=sum(bool(one.goals) for one in members),
        aftercare_due=due,
        aftercare_held=held,
        tagged=dict(Counter(tag.value for one in contacts for tag in set(one.elements))),
        shown=shown_elements(case, period),
        principles=dict(Counter(tag for one in contacts for tag in set(one.principles))),
    )


def summed(found: Iterable[Factors]) -> Factors:
    """The counts of several families added up."""
    totals: dict[str, float] = {}
    tables: dict[str, Counter[str]] = {}
    for one in found:
        for name in one.__struct_fields__:
            value = getattr(one, name)
            if isinstance(value, dict):
                tables.setdefault(name, Counter()).update(value)
            else:
                totals[name] = totals.get(name, 0) + value
    return msgspec.structs.replace(
        Factors(), **totals, **{name: dict(table) for name, table in tables.items()}
    )


def shown_elements(case: Case, period: Period) -> dict[str, int]:
    """What the files show of the six elements (S0:L99-111), apart from what people tagged.

    Which fact stands for an element is our own choice: members with a goal; contacts in the
    living environment; agreements who has which role; goals with a priority; places in the
    neighbourhood that were asked or joined; steps done by family, network or neighbourhood.
    """
    near = (one for one in case.contacts if one.place in NEAR and period.has(one.on))
    steps = (step for goal in case.plan.goals for step in goal.steps if step.by in _OWN_WORLD)
    on = period.until
    counts = {
        Element.WHOLE_FAMILY: sum(bool(one.goals) for one in coverage(case, on)),
        Element.JOINING: sum(1 for _contact in near),
        Element.TOGETHER: sum(one.until is None or on <= one.until for one in case.network.roles),
        Element.PRIORITISING: sum(goal.priority is not None for goal in case.plan.goals),
        Element.AREA_BASED: len(_in_touch(case, on)),
        Element.NORMALISING: sum(period.has(step.done) for step in steps),
    }
    return {element.value: count for element, count in counts.items()}


def aftercare(case: Case, period: Period, norms: MethodNorms) -> tuple[int, int]:
    """S0:L56, S1:L255-259: whether the aftercare talk should have been by then, and whether it was.

    A talk counts in the period in which it is due, and in that in which it was held.
    """
    closing, care = case.trajectory.closing, case.trajectory.aftercare
    if closing is None:
        return 0, 0
    due_on = add_months(closing.on, norms.aftercare_months.value)
    held_on = care.held_on if care else None
    was_held = held_on is not None and held_on <= period.until
    if not period.has(due_on) and not period.has(held_on):
        return 0, 0
    return 1, int(was_held)


def joined(case: Case, on: date) -> tuple[CommunityUse, ...]:
    """The places in the neighbourhood that the family takes part in on a day."""
    return tuple(one for one in _in_touch(case, on) if one.state is CommunityState.JOINED)


def is_held(meeting: Meeting) -> bool:
    """Whether a meeting took place."""
    return meeting.status is MeetingStatus.HELD


def help_began(case: Case) -> date | None:
    """The day on which the first phase began."""
    days = (one.started_on for one in case.trajectory.phases)
    return min((day for day in days if day is not None), default=None)


def _in_touch(case: Case, on: date) -> tuple[CommunityUse, ...]:
    return tuple(
        one
        for one in case.network.community
        if one.state in (CommunityState.ASKED, CommunityState.JOINED)
        and (one.on is None or one.on <= on)
        and (one.until is None or on <= one.until)
    )


def _consultations(contacts: Iterable[Contact], meetings: Iterable[Meeting]) -> int:
    kinds: Iterator[bool] = (one.kind is ContactKind.CONSULTATION for one in contacts)
    return sum(kinds) + sum(one.kind is MeetingKind.CONSULTATION for one in meetings)


def _help(case: Case, period: Period) -> tuple[date | None, int]:
    """The day on which the help began, and how many days of it are in the period."""
    start = help_began(case)
    if start is None:
        return None, 0
    first, last = max(start, period.since), _last(case, period.until)
    return start, max(0, (last - first).days + 1)


def _last(case: Case, on: date) -> date:
    closing = case.trajectory.closing
    return min(on, closing.on) if closing else on
