"""The colleagues: with how many families and children each works, and the intake desk."""

from collections.abc import Callable
from typing import Any

import msgspec

from fktui.errors import FkError, WrongUse
from fktui.method.report import children, help_runs, team_of
from fktui.method.team_report import Caseload, caseload
from fktui.model.stored import Act, LoadedTeam, SavedTeam, TeamChange
from fktui.model.team import Colleague, IntakeDesk
from fktui.store.overview.at_once import at_once
from fktui.usecases.desk import Desk
from fktui.usecases.records import with_fields
from fktui.usecases.team import records
from fktui.words.acts import subject
from fktui.words.labels import field_label

_PORTION = 200
_LEAST = 16


class Working(msgspec.Struct, frozen=True, kw_only=True):
    """A colleague, whether active today, and with how many families and children."""

    colleague: Colleague
    active: bool
    families: int
    children: int


def working(
    desk: Desk, progress: Callable[[int, int], None] | None = None, *, every: bool = False
) -> list[Working]:
    """The colleagues of today, each with their caseload; those who left too when `every` is said.

    Who left and still stands in the record of a family is shown all the same: somebody has to
    take that family over (S0:L230-236).
    """
    found = {one.colleague: one for one in _caseload(desk, progress)}
    lines = []
    for colleague in desk.team.folder.team.colleagues:
        load = found.get(colleague.id)
        active = is_active(desk, colleague)
        if active or every or load:
            lines.append(
                Working(
                    colleague=colleague,
                    active=active,
                    families=load.families if load else 0,
                    children=load.children if load else 0,
                )
            )
    return lines


def families_of(desk: Desk, colleague: str) -> tuple[str, ...]:
    """The families in care with whom a colleague works: to be handed over when somebody leaves."""
    found = desk.store.case_ids()
    return tuple(one for one in found if colleague in _in_care(desk, one)[0])


def is_active(desk: Desk, colleague: Colleague) -> bool:
    """Whether somebody works in the team today."""
    begun = colleague.active_from is None or colleague.active_from <= desk.today
    return begun and records.is_current(colleague, "colleague", desk.today)


def set_about(desk: Desk, fields: records.Fields) -> SavedTeam:
    """Say where the team works and since when (domain.md item 50).

    Raises:
        WrongUse: nothing would be different.
    """

    def edit(loaded: LoadedTeam) -> TeamChange:
        before = loaded.folder.team
        after = with_fields(before, fields)
        return TeamChange(
            folder=msgspec.structs.replace(loaded.folder, team=after),
            act=_act("team.about", before, after, fields),
        )

    return desk.change_team(edit)


def set_desk(desk: Desk, fields: records.Fields) -> SavedTeam:
    """Say where families are registered (domain.md item 22).

    Raises:
        WrongUse: nothing would be different.
    """

    def edit(loaded: LoadedTeam) -> TeamChange:
        team = loaded.folder.team
        before = team.intake_desk or IntakeDesk()
        after = with_fields(before, fields)
        changed = msgspec.structs.replace(team, intake_desk=after)
        return TeamChange(
            folder=msgspec.structs.replace(loaded.folder, team=changed),
            act=_act("team.desk", before, after, fields),
        )

    return desk.change_team(edit)


def _act(action: str, before: Any, after: Any, fields: records.Fields) -> Act:
    names = tuple(name for name in fields if getattr(after, name) != getattr(before, name))
    if not names:
        raise WrongUse("nothing-changed", record="team.yaml")
    labels = ", ".join(field_label(name) for name in names)
    return Act(action=action, subject=subject(action, fields=labels), fields=names)


def _caseload(desk: Desk, progress: Callable[[int, int], None] | None) -> tuple[Caseload, ...]:
    wanted = desk.store.case_ids()
    care: list[tuple[tuple[str, ...], int]] = []
    for start in range(0, len(wanted), _PORTION):
        if progress:
            progress(start, len(wanted))
        some = wanted[start : start + _PORTION]
        found = at_once(lambda ids: [_in_care(desk, one) for one in ids], some, _LEAST)
        care += [(tuple(team), count) for team, count in found if team]
    return caseload(care)


def _in_care(desk: Desk, case_id: str) -> tuple[tuple[str, ...], int]:
    """Who works with a family that is in care today, and its children; nobody for any other."""
    try:
        case = desk.store.load(case_id).case
    except FkError:
        return (), 0
    if not help_runs(case, desk.today):
        return (), 0
    return team_of(case), children(case, desk.today)
