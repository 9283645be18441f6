"""What papers about a family have in common: what is asked for, names by id, what runs on a day."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from fktui.documents.facts import Call, Colour, Fact, Sign
from fktui.method.around.jim import step_now
from fktui.model.analysis import Worry
from fktui.model.case import Case, ids, records
from fktui.model.network import Jim
from fktui.model.record import by_id
from fktui.model.safety import SafetyPlan
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.recipients import say_recipient


class Order(NamedTuple):
    """What is asked for: whose plan, on which day, for whom, and who may have a copy.

    Attributes:
        names: what everybody in the case is called, by id.
        aftercare_on: the day of the aftercare talk, as far as the rules know it.
        coach: the name of the coach.
        copies: who gets a copy besides the family, in words.
        version: 1 for the first.
    """

    case: Case
    today: date
    names: Mapping[str, str]
    aftercare_on: date | None = None
    coach: str = ""
    copies: tuple[str, ...] = ()
    version: int = 1


class WorryFacts(Fact, frozen=True, kw_only=True):
    """A worry that stands: whose, who says it, and who sees it otherwise."""

    text: str
    who: str = ""
    said_by: str = ""
    otherwise: str = ""


class Named:
    """An order with its people by name."""

    def __init__(self, order: Order) -> None:
        self.order, self.case, self.today = order, order.case, order.today

    def name(self, one: str) -> str:
        """The whole name of a person, or the word for a role."""
        return say_recipient(one, self.order.names)

    def first(self, ids: Iterable[str]) -> str:
        """The names in a row; of members of the family the first name."""
        names = (
            first_name(self.name(one)) if one.startswith("p-") else self.name(one) for one in ids
        )
        return ", ".join(dict.fromkeys(names))

    def reach(self, one: str) -> str:
        """How to reach somebody around the family."""
        person = by_id(self.case.network.people, one)
        return (person.reach or "") if person else ""


class Said(Named):
    """What runs on the day of an order, as a paper says it."""

    def worry(self, one: Worry) -> WorryFacts:
        """A worry, with who says it as what, and how others see it."""
        by = self.first(one.by) or one.source or ""
        nature = label(one.nature) if one.nature else ""
        contested = f"{self.first(one.contested_by)}: {one.contested or ''}".strip(": ")
        return WorryFacts(
            text=one.what,
            who=self.first(one.about),
            said_by=", ".join(filter(None, (by, nature))),
            otherwise=contested if one.contested_by or one.contested else "",
        )

    def signs(self, plans: Iterable[SafetyPlan]) -> Iterator[Sign]:
        """By what one sees how it goes."""
        for plan in plans:
            for one in plan.signals:
                colour = Colour(one.colour.value)
                yield Sign(colour=colour, text=one.text, who=self.first(one.about))

    def calls(self, plans: Iterable[SafetyPlan]) -> Iterator[Call]:
        """Who calls whom, in the order in which it is tried."""
        for plan in plans:
            for one in plan.calls:
                yield Call(
                    who=self.first(one.who) or _("whoever sees it"),
                    whom=self.name(one.calls),
                    when=one.when or "",
                    reach=one.reach or self.reach(one.calls),
                )

    def jims(self) -> Iterator[str]:
        """How far each youth is with a JIM, in a sentence."""
        for one in self.case.network.jims:
            if self.holds(one.until):
                yield self._jim(one)

    def _jim(self, one: Jim) -> str:
        youth = self.first((one.youth,))
        if one.chosen is None:
            could = self.first(candidate.person for candidate in one.candidates)
            if could:
                text = _("{youth} has not chosen a JIM yet, and thinks of {names}.")
                return text.format(youth=youth, names=could)
            return _("{youth} has not chosen a JIM yet.").format(youth=youth)
        step = step_now(one)
        phase = f" ({label(step.phase)})" if step else ""
        return (
            _("{youth} chose {name} as JIM.").format(youth=youth, name=self.name(one.chosen))
            + phase
        )

    def holds(self, until: date | None) -> bool:
        """Whether something still holds; on its last day it does."""
        return until is None or self.today <= until


def family_name(case: Case) -> str:
    """The name without its first word “Familie”, “Gezin” or “Family”: templates put it back."""
    first, _space, rest = case.trajectory.name.partition(" ")
    return (
        rest
        if first.casefold() in ("familie", "gezin", "family") and rest
        else (case.trajectory.name)
    )


def first_name(name: str) -> str:
    """The first word of a name."""
    return name.split(maxsplit=1)[0] if name.split() else name


def left_out(whole: Case, kept: Case, kinds: Collection[str]) -> int:
    """How many records of these kinds are in the whole case and not in what was kept of it."""
    stay = ids(kept)
    return sum(one.kind.name in kinds and one.record.id not in stay for one in records(whole))
