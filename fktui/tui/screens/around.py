"""What is around the list of *Vandaag*: found in a thread of its own, after the list is there.

Imports records and rules only when it is asked: the list needs none.
"""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from fktui.errors import FkError
from fktui.tui.lines import Line, line, wrapped
from fktui.tui.session import Session

if TYPE_CHECKING:
    from fktui.tui.panels.around import Around

_AHEAD = 7
"""Days that are this week."""


def look(session: Session, before: "Around | None", looked_at: datetime | None) -> "Around":
    """What is around the list now. Slow: of each family that changed the history is read.

    Args:
        session: where it is looked up.
        before: what was found the last time; then only what was done since is read.
        looked_at: when that was.

    Raises:
        FkError: the store cannot be opened.
    """
    from fktui.tui.panels.around import Around, newest
    from fktui.usecases.overview.agenda import agenda
    from fktui.usecases.overview.changed import changed_since, merged

    desk = session.desk
    since = session.last_visit
    due = agenda(session.places, lambda: desk, desk.today, days=_AHEAD)
    known = list(before.changed) if before and looked_at else []
    changed = merged(known, changed_since(desk, looked_at or since))
    names = {}
    for case_id in {family.case_id for family, _story in newest(changed)}:
        with suppress(FkError):
            names[case_id] = desk.names(session.load(case_id).case)
    return Around(due.overdue, due.coming, changed, since, names)


def trouble(error: FkError, width: int) -> list[Line]:
    """Why the store cannot be opened, with each place in its files."""
    from fktui.words.issues import say_issue
    from fktui.words.say import say_on_screen

    said = [say_on_screen(error), *map(say_issue, getattr(error, "issues", ()))]
    told = [one for text in said for one in wrapped(text, width - 4, "late", "  ")]
    marks = ("×", *" " * len(told))
    return [line((mark, "late"), *one.spans) for mark, one in zip(marks, told, strict=False)]
