"""What was done in all families since a moment, and by whom."""

from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from fktui.errors import FkError
from fktui.model.stored import Story
from fktui.usecases.desk import Desk
from fktui.usecases.overview.listing import Progress, names


class ChangedFamily(NamedTuple):
    """A family in which something was done, and what, the newest first."""

    case_id: str
    name: str
    stories: tuple[Story, ...]


def changed_since(
    desk: Desk, moment: datetime, progress: Progress | None = None
) -> list[ChangedFamily]:
    """The families in which something was recorded since a moment, the newest first.

    Only of families that were touched since is the history read. One whose history cannot be read
    is left out; `fk doctor` tells of it.

    Args:
        desk: where it is asked.
        moment: what was recorded at this moment or later.
        progress: told how many histories were read, and how many there are to read.
    """
    touched = desk.store.touched_since(moment)
    called = dict(names(desk)) if touched else {}
    found = []
    for done, case_id in enumerate(touched):
        if progress:
            progress(done, len(touched))
        with suppress(FkError):
            stories = tuple(desk.store.stories_since(case_id, moment))
            if stories:
                found.append(ChangedFamily(case_id, called.get(case_id, case_id), stories))
    return sorted(found, key=_in_order)


def merged(before: list[ChangedFamily], later: list[ChangedFamily]) -> list[ChangedFamily]:
    """What was found before, with what was done since; each act once."""
    found = {family.case_id: family for family in before}
    for family in later:
        known = found.get(family.case_id, family).stories
        new = {story.commit for story in family.stories}
        older = (story for story in known if story.commit not in new)
        found[family.case_id] = family._replace(stories=(*family.stories, *older))
    return sorted(found.values(), key=_in_order)


def _in_order(family: ChangedFamily) -> tuple[float, str]:
    return -_newest(family), family.name.casefold()


def _newest(family: ChangedFamily) -> float:
    return max(story.at.timestamp() for story in family.stories)
