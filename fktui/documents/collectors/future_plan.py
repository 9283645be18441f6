"""The future plan (toekomstplan): what the case knows of its thirteen sections.

Sections and their order: domain.md §3.9, from the seeds (S1:L204-210) and the guideline on closing.
"""

from collections.abc import Iterable
from datetime import date

from fktui.documents.collectors.said import Named, Order, family_name, first_name
from fktui.documents.facts import (
    Action,
    Actor,
    Aftercare,
    Agreed,
    Call,
    Colour,
    ContinuingHelp,
    FuturePlanFacts,
    GoalResult,
    Member,
    Moment,
    NeighbourhoodPlace,
    Reach,
    SafetyAgreement,
    Sign,
    Supporter,
    Words,
)
from fktui.method.agreed import FUTURE_PLAN, assents
from fktui.method.days import age_range
from fktui.method.plan import RANGES, first_score, last_score
from fktui.model.case import Case
from fktui.model.family import Person, Role
from fktui.model.network import NetworkKind, NetworkPerson, Sector, Willing
from fktui.model.plan import AgreementKind, FutureEntry, FutureSection, Goal, GoalStatus
from fktui.model.record import by_id
from fktui.words.labels import label
from fktui.words.naming import shortened

_COLOURS = {
    FutureSection.GREEN: Colour.GREEN,
    FutureSection.ORANGE: Colour.ORANGE,
    FutureSection.RED: Colour.RED,
}
_ACTORS = {
    FutureSection.OURSELVES: Actor.FAMILY,
    FutureSection.NETWORK: Actor.NETWORK,
    FutureSection.PROFESSIONAL: Actor.PROFESSIONAL,
}
_CHILDREN = (Role.CHILD, Role.SIBLING)
_CHILD_UNTIL = 18
# Smaller children have their own page in the plan; they are not asked to agree with it.
_ASKED_FROM = 6


def collect(order: Order) -> FuturePlanFacts:
    """The facts of the plan, section by section."""
    case, today = order.case, order.today
    people = tuple(p for p in case.family.people if p.until is None or p.until > today)
    children = tuple(p for p in people if _is_child(p, today))
    said = _Entries(order)
    return FuturePlanFacts(
        family_name=family_name(case),
        made_on=today,
        members=tuple(_member(p, today) for p in people),
        made_by=tuple(dict.fromkeys(said.first((a.by,)) for a in assents(case, FUTURE_PLAN))),
        version=order.version,
        copies=order.copies,
        coach=Reach(name=order.coach) if order.coach else None,
        proud=said.words(FutureSection.PROUD),
        goals=tuple(said.goal(g) for g in case.plan.goals if g.status is not GoalStatus.STOPPED),
        habits=said.own_or_agreed(FutureSection.KEEPS_GOING, AgreementKind.HOME),
        network=tuple(said.supporter(n) for n in _on_the_map(case, today) if _supports(n)),
        places=tuple(_place(n) for n in _on_the_map(case, today) if _is_place(n)),
        signs=said.signs(),
        actions=said.actions(),
        calls=said.calls(),
        continuing=said.continuing(),
        follow_up=tuple(e.text for e in said.entries(FutureSection.MORE_HELP)),
        safety=tuple(
            SafetyAgreement(text=one.text, who=one.who)
            for one in said.own_or_agreed(FutureSection.SAFETY, AgreementKind.SAFETY)
        ),
        moments=said.moments(),
        wishes=said.words(FutureSection.WISH),
        aftercare=said.aftercare(),
        children=tuple(first_name(p.name) for p in children),
        children_words=tuple(e.text for e in said.entries(FutureSection.CHILDREN)),
        children_trusted=tuple(said.trusted()),
        agreed=said.agreed(people),
    )


class _Entries(Named):
    """The words of one order, by section of the plan."""

    def entries(self, section: FutureSection) -> list[FutureEntry]:
        return [e for e in self.case.plan.future_plan.entries if e.section is section]

    def words(self, section: FutureSection) -> tuple[Words, ...]:
        return tuple(
            Words(text=e.text, who=self.first(e.who or e.about)) for e in self.entries(section)
        )

    def own_or_agreed(self, section: FutureSection, kind: AgreementKind) -> tuple[Words, ...]:
        """What the family wrote for its future plan; else the agreements that are in force."""
        return self.words(section) or tuple(
            Words(text=a.what, who=self.first(a.who))
            for a in self.case.plan.agreements
            if a.kind is kind and (a.until is None or a.until > self.order.today)
        )

    def goal(self, goal: Goal) -> GoalResult:
        first, last = first_score(goal), last_score(goal)
        low, high = RANGES[goal.measure]
        waiting = [s.what for s in goal.steps if s.done is None and s.dropped is None]
        return GoalResult(
            title=goal.title,
            owners=tuple(self.first((one,)) for one in goal.owners),
            start=first.value if first else None,
            now=last.value if last else None,
            low=low,
            high=high,
            next_step=shortened(waiting[0], 80) if waiting else "",
            kept=goal.status is GoalStatus.OPEN,
        )

    def supporter(self, person: NetworkPerson) -> Supporter:
        return Supporter(
            name=person.name,
            role=person.relation or "",
            does=person.offers or ", ".join(label(support) for support in person.supports),
            reach=person.reach or "",
            jim_of=self.first(person.jim_of),
        )

    def signs(self) -> tuple[Sign, ...]:
        return tuple(
            Sign(colour=colour, text=e.text, who=self.first(e.about))
            for section, colour in _COLOURS.items()
            for e in self.entries(section)
        )

    def actions(self) -> tuple[Action, ...]:
        return tuple(
            Action(by=actor, text=e.text)
            for section, actor in _ACTORS.items()
            for e in self.entries(section)
        )

    def calls(self) -> tuple[Call, ...]:
        """Entries with two people or more: the first one calls the others, in their order."""
        calling = [
            e
            for section in (FutureSection.NETWORK, FutureSection.PROFESSIONAL)
            for e in self.entries(section)
            if len(e.who) > 1
        ]
        return tuple(
            Call(who=self.first(e.who[:1]), whom=self.first(e.who[1:]), reach=self.reach(e.who[1]))
            for e in calling
        )

    def continuing(self) -> tuple[ContinuingHelp, ...]:
        return tuple(
            ContinuingHelp(
                what=help_.what,
                by=self.first(help_.who),
                for_whom=self.first(help_.about),
                until=help_.continues_until,
                contact=help_.reach or "",
            )
            for help_ in self.case.plan.interventions
            if help_.continues and (help_.ended_on is None or help_.ended_on > self.order.today)
        )

    def moments(self) -> tuple[Moment, ...]:
        entries = self.entries(FutureSection.MOMENT)
        dated = [Moment(when=e.on, text=e.text) for e in entries if e.on is not None]
        undated = [Moment(when="", text=e.text) for e in entries if e.on is None]
        return (*sorted(dated, key=lambda moment: str(moment.when)), *undated)

    def aftercare(self) -> Aftercare | None:
        plan = self.case.trajectory.aftercare
        on = (plan and plan.planned_on) or self.order.aftercare_on
        who = self.first(plan.by) if plan and plan.by else self.order.coach
        # Once the talk was held, the note is its outcome, and no longer how it will be done.
        how = plan.note or "" if plan and plan.held_on is None else ""
        return Aftercare(on=on, who=who, how=how) if on else None

    def trusted(self) -> Iterable[Reach]:
        """Whom the children can go to: the closest people, and every JIM."""
        for person in _on_the_map(self.case, self.order.today):
            near = person.ring == 1 and person.kind is NetworkKind.PERSON
            if person.jim_of or (near and person.sector is not Sector.PROFESSIONALS):
                yield Reach(name=person.name, how=person.reach or person.offers or "")

    def agreed(self, people: Iterable[Person]) -> tuple[Agreed, ...]:
        answers = {answer.by: answer for answer in assents(self.case, FUTURE_PLAN)}
        asked = (p.id for p in people if not _is_small(p, self.order.today))
        everybody = dict.fromkeys((*asked, *answers))
        found = []
        for one in everybody:
            answer = answers.get(one)
            network = by_id(self.case.network.people, one)
            found.append(
                Agreed(
                    name=self.name(one),
                    role=network.relation or "" if network else "",
                    agrees=answer.agrees if answer else None,
                    because=(answer.because or "") if answer else "",
                    on=answer.on if answer else None,
                )
            )
        return tuple(found)


def _member(person: Person, today: date) -> Member:
    ages = age_range(person.born, today)
    known = ages.youngest if ages and ages.youngest == ages.oldest else None
    return Member(name=first_name(person.name), age=known)


def _is_child(person: Person, today: date) -> bool:
    ages = age_range(person.born, today)
    return person.role in _CHILDREN and (ages is None or ages.youngest < _CHILD_UNTIL)


def _is_small(person: Person, today: date) -> bool:
    ages = age_range(person.born, today)
    return ages is not None and ages.oldest < _ASKED_FROM


def _on_the_map(case: Case, today: date) -> list[NetworkPerson]:
    """Who is on the map of the family now, the closest first; members of the family left out."""
    there = [n for n in case.network.people if n.until is None or n.until > today]
    return sorted((n for n in there if n.person is None), key=lambda n: n.ring)


def _supports(person: NetworkPerson) -> bool:
    """Somebody the family can turn to: not a place, and with something to give."""
    gives = person.offers or person.supports or person.jim_of
    return bool(gives) and person.willing is not Willing.NO and not _is_place(person)


def _is_place(person: NetworkPerson) -> bool:
    free = (Sector.NEIGHBOURHOOD, Sector.LEISURE_FAITH)
    return person.kind is NetworkKind.ORGANISATION and person.sector in free


def _place(person: NetworkPerson) -> NeighbourhoodPlace:
    return NeighbourhoodPlace(name=person.name, offers=person.offers or "", when=person.reach or "")
