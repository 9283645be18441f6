"""The team's own files as they were read; a file that is not there is empty."""

from typing import Any

from fktui.errors import Unreadable
from fktui.model.knowledge import Community, Organisations, Principles, Research
from fktui.model.stored import Story
from fktui.model.team import TEAM_FILES, Team
from fktui.usecases.desk import Desk


def team(desk: Desk) -> Team:
    """The colleagues, where the team works, and where families are registered."""
    found: Team = _part(desk, "team")
    return found


def principles(desk: Desk) -> Principles:
    """The guiding principles, those that ended too.

    Raises:
        Unreadable: principles.yaml is broken; so for the others and their file.
    """
    found: Principles = _part(desk, "principles")
    return found


def community(desk: Desk) -> Community:
    """The team's directory of places in the neighbourhood."""
    found: Community = _part(desk, "community")
    return found


def organisations(desk: Desk) -> Organisations:
    """The organisations that the team works with."""
    found: Organisations = _part(desk, "organisations")
    return found


def research(desk: Desk) -> Research:
    """The studies, and what was learned about the team's own work."""
    found: Research = _part(desk, "research")
    return found


def history(desk: Desk) -> list[Story]:
    """Who changed what in the team's files, newest first."""
    return desk.team_store.stories()


def _part(desk: Desk, name: str) -> Any:
    file = f"team/{TEAM_FILES[name]}"
    broken = tuple(one for one in desk.team.broken if one.place and one.place.file == file)
    if broken:
        raise Unreadable("team-broken", broken)
    return getattr(desk.team.folder, name)
