"""The tab *History*: the story of the record, newest first; beside it what exactly changed."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from fktui.model.diff import Difference, How
from fktui.tui.family import View
from fktui.tui.lines import Line, columns, head, line, wrapped
from fktui.tui.panels.panel import Panel
from fktui.usecases.history import of_commit
from fktui.words.changes import say_difference, say_value, tell_story
from fktui.words.labels import field_label
from fktui.words.language import N_, _
from fktui.words.naming import name_of
from fktui.words.time.clock import say_time
from fktui.words.time.say_dates import say_day

_TIME, _BY = 8, 16


def lines(view: View) -> list[Line]:
    """A line for each act, below the day of it. At the kitchen table there is no history."""
    if view.shown.together:
        return []
    shown: list[Line] = []
    room = max(20, view.width - _TIME - _BY - 1)
    for day, acts in groupby(view.shown.stories, lambda story: story.at.date()):
        shown.append(head(say_day(day)))
        shown += (
            line(
                (f"{say_time(f'{story.at:%H:%M}'):>6}  ", "soft"),
                *columns((tell_story(story, view.shown.names), room), ("", 1)),
                *columns(((story.by, "soft"), _BY)),
                key=story.commit,
                kind="story",
            )
            for story in acts
        )
    return shown


def what_changed(view: View, commit: str) -> list[Line]:
    """One act in full: who, when, why, and each record that differs by it; what Enter does."""
    shown = act_lines(view, commit)
    return shown and [*shown, line(""), line((_("Enter: the record as it was then"), "soft"))]


def act_lines(view: View, commit: str) -> list[Line]:
    """One act in full, for any screen."""
    stories = view.shown.stories
    place = next((p for p, story in enumerate(stories) if story.commit == commit), None)
    if place is None:
        return []
    story = stories[place]
    before = stories[place + 1] if place + 1 < len(stories) else None
    found = of_commit(view.desk, view.case.id, story, before)
    when = f"{say_day(story.at.date())} {say_time(f'{story.at:%H:%M}')}"
    shown = [head(when, story.by), *wrapped(tell_story(story, view.shown.names), view.width)]
    shown += wrapped(story.reason, view.width, "soft") if story.reason else []
    shown.append(line(""))
    for difference in found.differences:
        shown += _difference(view, difference)
    return shown


def _difference(view: View, difference: Difference) -> list[Line]:
    """A record that differs; the cursor can stand on it."""
    first, *rest = say_difference(difference, view.shown.names)
    rows = list(wrapped(first, view.width))
    shown = [rows[0]._replace(key=difference.id, kind=difference.kind), *rows[1:]]
    texts = [text.strip() for text in rest]
    if difference.how is How.ADDED:
        texts = list(_fields(view, difference.record))
    for text in texts:
        shown += wrapped(text, view.width, "soft", "  ")
    return shown


def _fields(view: View, record: Any) -> Iterator[str]:
    """What stands in a record that is new, field by field."""
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field != "id" and value not in (None, (), "", {}) and value != name_of(record):
            said = value if type(value) is str else say_value(value, view.shown.names)
            yield f"{field_label(field)}: {view.shown.names.get(said, said)}"


PANEL = Panel("history", N_("History"), lines, beside=what_changed)
