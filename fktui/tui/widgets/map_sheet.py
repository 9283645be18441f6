"""A picture of people that can be walked over, pointed at, and moved in with the mouse."""

from collections.abc import Callable, Mapping, Sequence
from math import hypot
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from fktui.pictures.canvas import Canvas, Run
from fktui.pictures.map_layout import Spot
from fktui.pictures.network_map import INKS as MAP_INKS
from fktui.tui.lines import shown

INKS = (
    *MAP_INKS,
    *("bar", "norm", "grid", "limit", "start", "now"),
    *(f"series.{number}" for number in range(6)),
)
"""Everything a letter or a dot of a picture may mean."""

RINGS = (0, 1, 2, 3)

_SIDEWAYS = 2.0
"""So many columns are as far as one row."""

Zone = tuple[int, int]
"""A ring and a sector; ring 0 is nowhere."""


class MapSheet(ScrollView, can_focus=True):
    """A canvas with a cursor that goes from name to name. Colours come from the theme."""

    ALLOW_SELECT = False  # dragging moves a name; Textual would select text
    DEFAULT_CSS = """
    MapSheet {
        width: 1fr; height: 1fr; background: $background; color: $foreground;
        scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0;
        & > .map--in-1 { background: $ring-1; }
        & > .map--in-2 { background: $ring-2; }
        & > .map--in-3 { background: $ring-3; }
        & > .map--family { text-style: bold; }
        & > .map--faded, & > .map--change-gone { color: $soft; }
        & > .map--ring { color: $ring-line; }
        & > .map--trail { color: $soft; }
        & > .map--bar, & > .map--now, & > .map--series-0 { color: $accent; }
        & > .map--norm, & > .map--grid, & > .map--start { color: $soft; }
        & > .map--limit, & > .map--series-1 { color: $warning; }
        & > .map--series-2 { color: $success; }
        & > .map--series-3 { color: $error; }
        & > .map--sector { color: $primary; text-style: bold; }
        & > .map--soft, & > .map--tie-weak { color: $soft; }
        & > .map--change-new, & > .map--tie-strong { color: $success; }
        & > .map--tie-stressful { color: $warning; }
        & > .map--tie-broken { color: $error; }
        & > .map--change-other, & > .map--tie-changing { color: $accent; }
        & > .map--cursor { text-style: bold reverse; }
        & > .map--target { text-style: reverse; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"map--{ink.replace('.', '-')}" for ink in INKS if ink),
        *(f"map--in-{ring}" for ring in RINGS),
        "map--cursor",
        "map--target",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "walk(-1, 0)", show=False),
        Binding("right", "walk(1, 0)", show=False),
        Binding("up", "walk(0, -1)", show=False),
        Binding("down", "walk(0, 1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("home", "turn_to(0)", show=False),
        Binding("end", "turn_to(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Moved(Message):
        """The cursor stands on somebody else."""

        def __init__(self, at: str) -> None:
            super().__init__()
            self.at = at

    class Chosen(Moved):
        """Enter, or a second click."""

    class Dragged(Moved):
        """Somebody is held over another zone."""

        def __init__(self, at: str, zone: Zone) -> None:
            super().__init__(at)
            self.zone = zone

    class Dropped(Dragged):
        """Somebody was let go in a zone; ring 0 is outside."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as Textual has it
        super().__init__(id=id)
        self._rows: list[list[Run]] = []
        self._spots: Mapping[str, Spot] = {}
        self._order: Sequence[str] = ()
        self._zone_of: Callable[[int, int], Zone] | None = None
        self._held = ""
        self._again = False
        self._over: Zone = (0, 0)
        self._styles: dict[tuple[str, int], Style] = {}
        self.cursor = ""

    def show(
        self,
        canvas: Canvas,
        spots: Mapping[str, Spot],
        order: Sequence[str] = (),
        zone_of: Callable[[int, int], Zone] | None = None,
    ) -> None:
        """Another picture; the cursor stays on the same name, else goes to the first.

        Args:
            canvas: the picture.
            spots: where each name stands on it.
            order: of the names, from near to far; as they are in `spots` when it is not said.
            zone_of: the zone of a cell, where names can be moved with the mouse.
        """
        self._rows, self._spots, self._zone_of = canvas.rows(), spots, zone_of
        self._order = [one for one in order or spots if one in spots]
        self.virtual_size = Size(canvas.width, canvas.height)
        self._held = ""
        if self.cursor not in spots:
            self.cursor = next(iter(self._order), "")
            self.post_message(self.Moved(self.cursor))
        self._bring_in_sight()
        self.refresh()

    # --- walking ---------------------------------------------------------------------------

    def go_to(self, name: str) -> bool:
        """Put the cursor on somebody; whether that name is there."""
        if name not in self._spots:
            return False
        if name != self.cursor:
            self.cursor = name
            self._bring_in_sight()
            self.refresh()
            self.post_message(self.Moved(name))
        return True

    def action_walk(self, across: int, down: int) -> None:
        """To the neighbour on that side; where there is none, the picture moves."""
        to = neighbour(self._spots, self.cursor, across, down)
        if to:
            self.go_to(to)
        else:
            self.scroll_relative(x=across * 4, y=down, animate=False, immediate=True)

    def action_turn(self, by: int) -> None:
        """To the next name, from near to far."""
        if self._order:
            place = self._order.index(self.cursor) if self.cursor in self._order else 0
            self.go_to(self._order[(place + by) % len(self._order)])

    def action_turn_to(self, place: int) -> None:
        """To the first or the last name."""
        if self._order:
            self.go_to(self._order[place])

    def action_choose(self) -> None:
        """Whom the cursor stands on."""
        self.post_message(self.Chosen(self.cursor))

    def _bring_in_sight(self) -> None:
        spot = self._spots.get(self.cursor)
        if spot is not None and self.size.height:
            where = Region(spot.x, spot.y, spot.width, 1)
            self.scroll_to_region(where, animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        self._bring_in_sight()

    # --- the mouse -------------------------------------------------------------------------

    def _name_at(self, x: int, y: int) -> str:
        return next(
            (
                name
                for name, spot in self._spots.items()
                if spot.y == y and spot.x <= x < spot.x + spot.width
            ),
            "",
        )

    def _cell(self, event: events.MouseEvent) -> tuple[int, int]:
        return event.x + int(self.scroll_offset.x), event.y + int(self.scroll_offset.y)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a name; the second time it is chosen."""
        name = self._name_at(*self._cell(event))
        if not name:
            return
        self._again = name == self.cursor
        self.go_to(name)
        self._held, self._over = name, self._zone(event)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show in which zone it would land."""
        if self._held and self._zone_of and (zone := self._zone(event)) != self._over:
            self._over = zone
            self.refresh()
            self.post_message(self.Dragged(self._held, zone))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        held, self._held = self._held, ""
        self.release_mouse()
        if not held:
            return
        spot, (x, y) = self._spots[held], self._cell(event)
        inside = spot.y == y and spot.x <= x < spot.x + spot.width
        self.refresh()
        if inside and self._again:
            self.action_choose()
        elif not inside and self._zone_of:
            self.post_message(self.Dropped(held, self._zone(event)))

    def _zone(self, event: events.MouseEvent) -> Zone:
        return self._zone_of(*self._cell(event)) if self._zone_of else (0, 0)

    # --- drawing ---------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One row of the picture."""
        left, width = int(self.scroll_offset.x), self.size.width
        row = y + int(self.scroll_offset.y)
        if row >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        strip = Strip([self._segment(run) for run in self._rows[row]])
        if self._held and self._zone_of and self._over[0]:
            strip = self._lit(strip, row, self._zone_of)
        spot = self._spots.get(self.cursor)
        if spot is not None and spot.y == row:
            strip = self._with(strip, spot.x, spot.x + spot.width, "cursor")
        return strip.crop(left, left + width).adjust_cell_length(width, self.rich_style)

    def _segment(self, run: Run) -> Segment:
        return Segment(shown(run.text), self._style(run.ink, run.tint))

    def _lit(self, strip: Strip, row: int, zone_of: Callable[[int, int], Zone]) -> Strip:
        """The zone that the mouse is over."""
        hit = [x for x in range(strip.cell_length) if zone_of(x, row) == self._over]
        for start, end in _stretches(hit):
            strip = self._with(strip, start, end, "target")
        return strip

    def _with(self, strip: Strip, start: int, end: int, look: str) -> Strip:
        """The strip with another look on some of its cells."""
        style = self._style(look, 0)
        lit = [Segment(s.text, (s.style or Style()) + style) for s in strip.crop(start, end)]
        return Strip([*strip.crop(0, start), *lit, *strip.crop(end, strip.cell_length)])

    def _style(self, name: str, ring: int) -> Style:
        """The look of an ink in a ring."""
        if (name, ring) not in self._styles:
            look = self.rich_style
            if ring:
                look += self.get_component_rich_style(f"map--in-{ring}", partial=True)
            if name in ("cursor", "target"):
                look = self.get_component_rich_style(f"map--{name}", partial=True)
            elif name in INKS and name:
                part = f"map--{name.replace('.', '-')}"
                look += self.get_component_rich_style(part, partial=True)
            self._styles[name, ring] = look
        return self._styles[name, ring]

    def notify_style_update(self) -> None:
        """Another theme: other looks."""
        self._styles.clear()
        super().notify_style_update()


def neighbour(spots: Mapping[str, Spot], start: str, across: int, down: int) -> str:
    """Who stands nearest on one side, as it is seen; where that is empty nearest on that half.

    A side is a quarter of what is around: so arrows lead to everybody.

    Args:
        spots: everybody.
        start: from whom.
        across: the side, as a step of one column to the right or the left, or none.
        down: the same, as a row.
    """
    if start not in spots:
        return next(iter(spots), "")
    here = spots[start]
    quarter: dict[str, float] = {}
    half: dict[str, float] = {}
    for name, spot in spots.items():
        right, below = spot.middle - here.middle, (spot.y - here.y) * _SIDEWAYS
        on, aside = right * across + below * down, abs(right * down) + abs(below * across)
        if name != start and on > 0:
            (quarter if aside <= on else half)[name] = hypot(on, aside)
    found = quarter or half
    return min(found, key=found.__getitem__, default="")


def _stretches(cells: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers beside each other as start and end."""
    found: list[tuple[int, int]] = []
    for cell in cells:
        if found and found[-1][1] == cell:
            found[-1] = found[-1][0], cell + 1
        else:
            found.append((cell, cell + 1))
    return found
