"""A list of lines with a cursor: drawn line by line, so ten thousand rows cost what forty do."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from fktui.tui.lines import STYLES, Line, keys_of

_MARK = "►"


class LineList(ScrollView, can_focus=True):
    """Lines; the cursor stops at those that have a key.

    The cursor is a mark and a colour. A click puts it on a line, a second click chooses it.
    """

    DEFAULT_CSS = """
    LineList {
        height: 1fr; background: $background; color: $foreground;
        scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0;
        & > .lines--accent { color: $accent; }
        & > .lines--good { color: $success; }
        & > .lines--head { color: $primary; text-style: bold; }
        & > .lines--here { color: $foreground; background: $surface; text-style: bold; }
        & > .lines--late { color: $error; text-style: bold; }
        & > .lines--mild { color: $warning; }
        & > .lines--soft { color: $soft; }
        & > .lines--strong { text-style: bold; }
        & > .lines--cursor { background: $surface; }
        &:focus > .lines--cursor { background: $panel; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{style}" for style in (*STYLES, "cursor")}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another line."""

        def __init__(self, lines: "LineList", at: Line) -> None:
            super().__init__()
            self.lines, self.at = lines, at

        @property
        def control(self) -> "LineList":
            """The list."""
            return self.lines

    class Chosen(Moved):
        """Enter, or a second click."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - as Textual has it
        classes: str | None = None,
        quiet: bool = False,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._quiet = quiet
        """Whether the cursor is only there while the list has the keys."""
        self.lines: Sequence[Line] = ()
        self._keys: Sequence[str] = ()
        self.cursor = -1
        self._styles: dict[str, Style] = {}

    @property
    def at(self) -> Line | None:
        """The line that the cursor stands on."""
        return self.lines[self.cursor] if 0 <= self.cursor < len(self.lines) else None

    def show(self, lines: Sequence[Line]) -> None:
        """Other lines; the cursor stays on the same key, else near where it was."""
        before, near = self.at, self.cursor
        seen = self._in_sight(near)
        self.lines, self._keys = lines, keys_of(lines)
        self.virtual_size = Size(0, len(lines))
        stops = self._stops
        same = (p for p in stops if before and self._keys[p] == before.key)
        self.cursor = next(same, min(stops, key=lambda p: abs(p - max(near, 0)), default=-1))
        if seen and self._has_cursor:
            self._bring_in_sight()
        self.refresh()
        if self.at is not None and (before is None or before.key != self.at.key):
            self.post_message(self.Moved(self, self.at))

    def go_to(self, key: str) -> bool:
        """Put the cursor on a key; whether it is there."""
        place = next((p for p in self._stops if self._keys[p] == key), None)
        if place is not None:
            self._put(place)
        return place is not None

    @property
    def _stops(self) -> list[int]:
        """Where the cursor can stand."""
        return [place for place, key in enumerate(self._keys) if key]

    def action_move(self, by: int) -> None:
        """One stop up or down; where there is none, or a long text before it, the lines move."""
        places = range(self.cursor + by, -1 if by < 0 else len(self.lines), by)
        stop = next((place for place in places if self._keys[place]), None)
        far = stop is not None and abs(stop - self.cursor) >= self.size.height
        if stop is None or (far and not self._in_sight(stop - by)):
            self.scroll_relative(y=by, animate=False, immediate=True)
        else:
            self._put(stop)

    def action_page(self, by: int) -> None:
        """A screen up or down."""
        wanted = max(0, min(len(self.lines) - 1, self.cursor + by * max(1, self.size.height - 1)))
        near = min(self._stops, key=lambda place: abs(place - wanted), default=self.cursor)
        if near != self.cursor:
            self._put(near)
        else:
            self.scroll_relative(y=by * self.size.height, animate=False, immediate=True)

    def action_first(self) -> None:
        """To the top."""
        self._put(next(iter(self._stops), -1))
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_last(self) -> None:
        """To the end."""
        self._put(next(reversed(self._stops), -1))
        self.scroll_end(animate=False, immediate=True)

    def action_choose(self) -> None:
        """What the cursor stands on."""
        if self.at is not None and self.at.key:
            self.post_message(self.Chosen(self, self.at))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a click on the line of the cursor chooses it."""
        event.prevent_default()  # Textual selects all the text at a double click
        if self.text_selection is not None:
            return  # the mouse was dragged, to copy
        place = int(self.scroll_offset.y) + event.y
        if 0 <= place < len(self.lines) and self._keys[place]:
            if place == self.cursor:
                self.action_choose()
            else:
                self._put(place)

    def _put(self, place: int) -> None:
        if not 0 <= place < len(self.lines):
            return
        before, self.cursor = self.cursor, place
        self._bring_in_sight()
        top, width = int(self.scroll_offset.y), self.size.width
        self.refresh(*(Region(0, at - top, width, 1) for at in {before, place}))
        if place != before:
            self.post_message(self.Moved(self, self.lines[place]))

    def on_resize(self) -> None:
        """The cursor stays in sight; and comes there, when it was put before there was a size."""
        if self._has_cursor:
            self._bring_in_sight()

    @property
    def _has_cursor(self) -> bool:
        return self.has_focus or not self._quiet

    def _in_sight(self, place: int) -> bool:
        return 0 <= place - int(self.scroll_offset.y) < self.size.height

    def _bring_in_sight(self) -> None:
        place, height = self.cursor, self.size.height
        if place < 0 or not height:
            return
        # The heading above the first stop comes into sight with it.
        first = place - 1 if place and not self._keys[place - 1] else place
        if first < int(self.scroll_offset.y):
            self._scroll(first)
        elif not self._in_sight(place):
            self._scroll(place - height + 1)

    def _scroll(self, top: int) -> None:
        # Textual refuses before it has drawn the scroll bar, unless it is forced.
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    # --- drawing ---------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        place, width = int(self.scroll_offset.y) + y, self.size.width
        if place >= len(self.lines):
            return Strip.blank(width, self._plain)
        one = self.lines[place]
        here = place == self.cursor and bool(one.key) and self._has_cursor
        base = self._plain + self._style("cursor") if here else self._plain
        segments = [Segment(_MARK if here else " ", base)]
        segments += [Segment(s.text, base + self._style(s.style)) for s in one.spans if s.text]
        strip = Strip(segments).adjust_cell_length(width, base)
        return self._selected(strip, place).apply_offsets(0, place)

    def _selected(self, strip: Strip, place: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(place) if selection else None
        if span is None:
            return strip
        width, text = strip.cell_length, strip.text
        start, end = (width if at == -1 else min(cell_len(text[:at]), width) for at in span)
        look = self.screen.get_component_rich_style("screen--selection")
        parts = list(strip.divide([start, end, width]))
        if len(parts) < 2:  # noqa: PLR2004 - before and within
            return strip
        parts[1] = Strip([Segment(s.text, (s.style or Style()) + look) for s in parts[1]])
        return Strip.join(parts)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text under the mouse's selection."""
        found = []
        for place, one in enumerate(self.lines):
            span = selection.get_span(place)
            if span is not None:
                start, end = span
                found.append(f" {one.text}"[start : None if end == -1 else end].rstrip())
        return "\n".join(found), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        del selection
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme: other looks."""
        self._styles.clear()
        super().notify_style_update()

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self._bring_in_sight()
        self.on_blur()

    def on_blur(self) -> None:
        """As above."""
        self._styles.clear()
        self.refresh()

    @property
    def _plain(self) -> Style:
        """The look of text without a meaning; Textual would work it out for every row."""
        if "" not in self._styles:
            self._styles[""] = self.rich_style
        return self._styles[""]

    def _style(self, name: str) -> Style:
        if not name:
            return Style.null()
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(f"lines--{name}", partial=True)
        return self._styles[name]
