"""The team's guiding principles: nine at most, and those that the team pays attention to now."""

from collections.abc import Iterable
from typing import Any

import msgspec

from fktui.errors import NotFound, WrongUse
from fktui.model.case import Case
from fktui.model.ids import RandomBits, new_id
from fktui.model.knowledge import Principle, Principles, PrincipleStatus
from fktui.model.stored import Act, LoadedTeam, SavedTeam, TeamChange
from fktui.model.team import TeamFolder
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_in_team
from fktui.usecases.team import records
from fktui.words.acts import subject
from fktui.words.language import N_, _, speaking

MOST = 9
"""The method has nine (S1:L51-54, L271-275); more would be another method."""

CERTAIN = (
    N_("Shared decision-making"),
    N_("Affirming the family"),
    N_("Involving the network"),
)
"""The three that the brochure names (S1:L272-275). The six others are the team's to fill in."""

_SOURCE = "S1:L272-275"


def first_principles(language: str, bits: RandomBits) -> Principles:
    """What a new store begins with: the principles that are certain, and no invented ones."""
    made: list[Principle] = []
    with speaking(language):
        for name in CERTAIN:
            record = Principle(
                id=new_id("principle", (one.id for one in made), bits),
                name=_(name),
                status=PrincipleStatus.CONFIRMED,
                source=_SOURCE,
            )
            made.append(record)
    return Principles(principles=tuple(made))


def add_principle(desk: Desk, fields: records.Fields) -> SavedTeam:
    """Add a principle, while there is room for it.

    Raises:
        WrongUse: there are nine already (`principles-full`), or a value does not fit.
    """

    def room(folder: TeamFolder, _new: Any) -> None:
        there = records.staying(desk, folder, "principle")
        if len(there) >= MOST:
            raise WrongUse("principles-full", count=len(there), most=MOST)

    return records.add(desk, "principle", fields, room)


def focus(desk: Desk, given: Iterable[str]) -> SavedTeam:
    """Pay special attention to these principles and no others; nobody named means to none.

    The staff asked for focus: nine were too many at once (S0:L244-246).

    Raises:
        WrongUse: it was so already, or one of them has ended.
    """
    chosen = {find_in_team(desk, one, "principle").record.id for one in given}

    def edit(loaded: LoadedTeam) -> TeamChange:
        whole = loaded.folder.principles
        for one in whole.principles:
            if one.id in chosen and not records.is_current(one, "principle", desk.today):
                raise WrongUse("already-ended", record=one.id, on=one.until)
        after = tuple(
            msgspec.structs.replace(one, focus=one.id in chosen) for one in whole.principles
        )
        if after == whole.principles:
            raise WrongUse("nothing-changed", record="principles.yaml")
        act = Act(
            action="principle.focus",
            subject=subject("principle.focus", count=len(chosen)),
            fields=("focus",),
        )
        principles = msgspec.structs.replace(whole, principles=after)
        return TeamChange(
            folder=msgspec.structs.replace(loaded.folder, principles=principles), act=act
        )

    return desk.change_team(edit)


def principle_ids(desk: Desk, given: Iterable[str], case: Case | None = None) -> tuple[str, ...]:
    """The ids of principles that were typed by id or name.

    Args:
        desk: where it is done.
        given: ids and names.
        case: where names of an older list may stand; such a name stays as it was written.

    Raises:
        NotFound, Ambiguous: one of them is not one principle.
    """
    written = {one for contact in case.contacts for one in contact.principles} if case else set()
    return tuple(_id_or_text(desk, one, written) for one in given)


def _id_or_text(desk: Desk, given: str, written: set[str]) -> str:
    try:
        found: str = find_in_team(desk, given, "principle").record.id
    except NotFound:
        if given not in written:
            raise
        return given
    return found
