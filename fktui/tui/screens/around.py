"""What is around the list of *Vandaag*: found in a thread of its own, after the list is there.

Imports records and rules only when it is asked: the list needs none.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from fktui.errors import FkError
from fktui.tui.lines import Line, line, wrapped
from fktui.tui.session import Session

if TYPE_CHECKING:
    from fktui.tui.panels.families.around import Around

_AHEAD = 7
"""Days that are this week."""


_BREATH = 0.003
"""Seconds after each history in which the screen can answer a key."""


def look(session: Session, before: "Around | None") -> Iterator["Around"]:
    """What is around the list now: first what is due, then also what was done.

    Args:
        session: where it is looked up.
        before: what was found the last time; then only what was done since is read.

    Raises:
        FkError: the store cannot be opened.
    """
    from fktui.tui.panels.families.around import Around, newest
    from fktui.usecases.overview.agenda import agenda
    from fktui.usecases.overview.changed import changed_since, merged

    desk, since = session.desk, session.last_visit
    now, before = desk.now, before or Around()
    due = agenda(session.places, lambda: desk, desk.today, days=_AHEAD)
    before = before._replace(overdue=due.overdue, coming=due.coming)
    yield before
    found = changed_since(desk, before.looked_at or since, lambda *_done: time.sleep(_BREATH))
    changed = merged(list(before.changed), found)
    names = {}
    for case_id in {family.case_id for family, _story in newest(changed)}:
        with suppress(FkError):
            names[case_id] = desk.names(session.load(case_id).case)
    yield before._replace(changed=changed, since=since, names=names, looked_at=now)


def trouble(error: FkError, width: int) -> list[Line]:
    """Why the store cannot be opened, with each place in its files."""
    from fktui.words.issues import say_issue
    from fktui.words.say import say_on_screen

    said = [say_on_screen(error), *map(say_issue, getattr(error, "issues", ()))]
    told = [one for text in said for one in wrapped(text, width - 4, "late", "  ")]
    marks = ("×", *" " * len(told))
    return [line((mark, "late"), *one.spans) for mark, one in zip(marks, told, strict=False)]
