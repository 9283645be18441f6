"""What happened: life beside help and placements, with how each person felt it."""

from collections.abc import Iterable, Iterator

from fktui.method.timeline import lanes
from fktui.model.timeline import Event, Experience
from fktui.tui.family import View
from fktui.tui.lines import Line, columns, section, wrapped
from fktui.tui.panels.panel import record_line
from fktui.tui.panels.sections.telling import told
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.time.life_dates import say_when

_WHEN, _NAME = 18, 14
_MOST = 5
"""The lowest and the highest somebody can feel."""


def event_lines(view: View) -> list[Line]:
    """Two lanes, each in the order of time."""
    found = lanes(view.case)
    lines = section(_("What happened in life"), _lane(view, found.life))
    return lines + section(_("Earlier help, and where they lived"), _lane(view, found.care))


def _lane(view: View, events: Iterable[Event]) -> Iterator[Line]:
    for event in events:
        cells = columns(((say_when(event, view.shown.names), "soft"), _WHEN), ("", 1))
        yield from told(
            view.width, event, "event", cells, f"{event.title} ({label(event.kind)})", style=""
        )
        for one in event.experiences:
            yield from _felt(view, one)
        helped = _("helped: {what}").format(what=event.helped) if event.helped else ""
        for said in filter(None, (event.result, helped)):
            yield from wrapped(f"→ {said}", view.width - 2, "soft", "      ")


def _felt(view: View, one: Experience) -> Iterator[Line]:
    """A bar to the left for what was bad, to the right for what was good, and the figure."""
    size = abs(one.value)
    low = "■" * size if one.value < 0 else ""
    high = "■" * size if one.value > 0 else ""
    name = view.shown.names.get(one.person, one.person).partition(" ")[0]
    cells = columns(
        ("", 3),
        (name, _NAME),
        ((low.rjust(_MOST, "·"), "mild"), _MOST),
        (("│", "soft"), 1),
        ((high.ljust(_MOST, "·"), "good"), _MOST),
        (f"{one.value:+d}" if one.value else "0", -3),
        ("", 2),
    )
    if one.note:
        yield from told(view.width, one, "experience", cells, f"“{one.note}”")
    else:
        yield record_line(one, "experience", *cells)
