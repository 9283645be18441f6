"""Below the families of *Vandaag*: what is too late, what comes this week, what is new.

Read in the background, when the list is there already: it needs the records of families.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from fktui.model.stored import Story
from fktui.tui.lines import Line, columns, head, line
from fktui.usecases.overview.agenda import Item
from fktui.usecases.overview.changed import ChangedFamily
from fktui.words.changes import tell_story
from fktui.words.deadlines import say_what
from fktui.words.language import _
from fktui.words.time.say_dates import say_day_of_year, say_distance

MORE = "more"
"""The key of the line that shows the rest."""

NEWEST = 8
"""So many acts are shown; `v` shows them all."""

_NAME = 18
_DAY = 11


class Around(NamedTuple):
    """What was found in the background.

    Attributes:
        overdue: what is too late, the longest first.
        coming: what is due in the coming days.
        changed: the families in which something was done since the last visit.
        since: that visit.
        names: of the records of the families with the newest acts, by the id of the family.
        looked_at: the moment up to which the acts were read; None when they were not yet.
    """

    overdue: Sequence[Item] = ()
    coming: Sequence[Item] = ()
    changed: Sequence[ChangedFamily] = ()
    since: datetime | None = None
    names: Mapping[str, Mapping[str, str]] = {}
    looked_at: datetime | None = None

    def only(self, families: Collection[str]) -> "Around":
        """The same, of these families only."""
        return self._replace(
            overdue=[one for one in self.overdue if one.case_id in families],
            coming=[one for one in self.coming if one.case_id in families],
            changed=[one for one in self.changed if one.case_id in families],
        )


def newest(changed: Iterable[ChangedFamily]) -> list[tuple[ChangedFamily, Story]]:
    """The newest acts of all families together."""
    acts = [(family, story) for family in changed for story in family.stories]
    return sorted(acts, key=lambda one: one[1].at, reverse=True)[:NEWEST]


def new_of_others(changed: Iterable[ChangedFamily], me: str) -> dict[str, int]:
    """How many acts of others there are in each family; `me` is the name of who looks."""
    counts = {one.case_id: sum(story.by != me for story in one.stories) for one in changed}
    return {case_id: count for case_id, count in counts.items() if count}


def attention(around: Around, today: date, width: int, most: int = 0) -> list[Line]:
    """What is too late.

    Args:
        around: what was found.
        today: the day it is.
        width: the room.
        most: so many lines, and then one that shows the rest; all when 0.
    """
    shown = around.overdue[:most] if most else around.overdue
    lines = [_overdue(one, today, width) for one in shown]
    left = len(around.overdue) - len(shown)
    if left:
        said = _("and {count} more: Enter").format(count=left)
        lines.append(line("  ", (said, "soft"), key=MORE, kind=MORE))
    return _section(_("Attention"), lines, _("√ nothing is too late"), note=_("Tab goes here"))


def this_week(around: Around, width: int) -> list[Line]:
    """What is due in the coming days."""
    rest = max(8, width - _DAY - _NAME - 2)
    lines = [
        line(
            *columns(
                (say_day_of_year(one.deadline.on), _DAY),
                (one.name, _NAME),
                ("", 1),
                (say_what(one.deadline), rest),
            ),
            key=_key(one.case_id, one.deadline.record or one.deadline.code),
            kind="due",
        )
        for one in around.coming
    ]
    return _section(_("This week"), lines, _("nothing is due in the coming 7 days"))


def since_then(around: Around, width: int) -> list[Line]:
    """The newest acts since the last visit, with who did them."""
    if around.since is None:
        return []
    title = _("Since {day}").format(day=say_day_of_year(around.since.date()))
    rest = max(8, width - _NAME - 18)
    lines = [
        line(
            *columns(
                (family.name, _NAME),
                ("", 1),
                (tell_story(story, dict(around.names.get(family.case_id, {}))), rest),
                ("", 1),
                ((story.by, "soft"), 14),
            ),
            key=_key(family.case_id, story.commit),
            kind="story",
        )
        for family, story in newest(around.changed)
    ]
    count = sum(len(one.stories) for one in around.changed)
    note = _("v = all {count}").format(count=count) if count > len(lines) else ""
    return _section(title, lines, _("nothing was done"), note=note)


def _overdue(one: Item, today: date, width: int) -> Line:
    ago = say_distance(one.deadline.on, today)
    room = max(8, width - _NAME - 4 - 16)
    return line(
        ("! ", "late"),
        *columns(
            (one.name, _NAME), ("", 1), (say_what(one.deadline), room), ("", 1), ((ago, "late"), 16)
        ),
        key=_key(one.case_id, one.deadline.record or one.deadline.code),
        kind="due",
    )


def _section(title: str, lines: list[Line], empty: str, *, note: str = "") -> list[Line]:
    return [head(title, note), *(lines or [line((f"  {empty}", "soft"))])]


def _key(case_id: str, record: str) -> str:
    return f"{case_id}/{record}"
