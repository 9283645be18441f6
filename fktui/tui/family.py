"""One family on the screen: what was read of it, and what panels need to show it."""

from functools import cached_property
from typing import NamedTuple

import msgspec

from fktui.method.checks import check
from fktui.method.consent import OF_AGE
from fktui.method.rights.copying import for_everybody
from fktui.method.rights.together import for_those
from fktui.model.case import Case
from fktui.model.issue import Issue
from fktui.model.stored import Loaded, Story
from fktui.usecases.desk import Desk
from fktui.usecases.history import stories
from fktui.usecases.overview.glance import Glance, glance


class Shown:
    """A family as it is shown: all of it, or at the kitchen table only what all may read."""

    def __init__(
        self, desk: Desk, loaded: Loaded, *, together: bool = False, people: tuple[str, ...] = ()
    ) -> None:
        self.desk = desk
        self.together = together or bool(people)
        self.people = people
        """Who sit at the table."""
        self.hidden = 0
        if people:
            case, self.hidden = for_those(loaded.case, people, desk.today)
            loaded = _with_case(loaded, case)
        elif together:
            case, self.hidden = for_everybody(loaded.case, desk.today)
            loaded = _with_case(loaded, case)
        self.loaded = loaded

    @property
    def case(self) -> Case:
        """The records."""
        return self.loaded.case

    @property
    def title(self) -> str:
        """The family, its children with their ages, and who coach it, for the top of a screen."""
        head, names = self.case.trajectory, self.names
        children = [
            f"{person.name.split()[0]} ({ages.youngest})"
            for person, ages in self.glance.members
            if person.name.split() and ages and ages.oldest < OF_AGE
        ]
        coaches = [names.get(one, one) for one in (head.coach, head.second) if one]
        parts = [head.name, " ".join(children), ", ".join(coaches)]
        return " · ".join(part for part in parts if part)

    @cached_property
    def names(self) -> dict[str, str]:
        """Names by id."""
        return self.desk.names(self.case)

    @cached_property
    def stories(self) -> list[Story]:
        """What was done in this family, newest first."""
        return stories(self.desk, self.case.id)

    @cached_property
    def findings(self) -> list[Issue]:
        """What the method and the law ask attention for, the worst first; not of what is broken."""
        if self.loaded.broken:
            return []
        known = frozenset(colleague.id for colleague in self.desk.colleagues)
        return check(self.case, self.desk.today, self.desk.norms, known)

    @cached_property
    def glance(self) -> Glance:
        """The family at a glance, today."""
        return glance(self.desk, self.loaded, self.desk.today)


class View(NamedTuple):
    """A family and the room there is to show it in.

    Attributes:
        alone: whether nothing stands beside it, so that a panel says everything itself.
        unfolded: whether everything that asks for attention is said, or the first of it.
    """

    shown: Shown
    width: int
    height: int = 0
    alone: bool = True
    unfolded: bool = False

    @property
    def case(self) -> Case:
        """The records."""
        return self.shown.case

    @property
    def desk(self) -> Desk:
        """The desk."""
        return self.shown.desk


def _with_case(loaded: Loaded, case: Case) -> Loaded:
    return msgspec.structs.replace(loaded, case=case)
