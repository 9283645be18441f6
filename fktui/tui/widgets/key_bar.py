"""The last line of a screen: which keys do what here, as many as fit."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from fktui.tui.keys import Action, key_name
from fktui.words.language import _


class KeyBar(Widget):
    """Keys with their labels; each can be clicked."""

    DEFAULT_CSS = """
    KeyBar {
        height: 1; dock: bottom; background: $surface; color: $foreground;
        & > .keys--key { color: $accent; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key"}
    ALLOW_SELECT = False

    class Pressed(Message):
        """A label was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[tuple[str, Action]] = ()
        self._ends: list[tuple[int, str]] = []

    def show(self, keys: Sequence[tuple[str, Action]]) -> None:
        """Keys with what they do; those with the most weight are kept when it gets narrow."""
        self._shown = keys
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        del y
        look = self.rich_style + self.get_component_rich_style("keys--key", partial=True)
        segments, room = [Segment(" ", self.rich_style)], self.size.width - 1
        self._ends = []
        for key, action in self._fitting(room):
            name, label = key_name(key), _(action.label)
            segments += [Segment(name, look), Segment(f" {label}  ", self.rich_style)]
            self._ends.append((sum(cell_len(s.text) for s in segments), action.id))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _fitting(self, room: int) -> list[tuple[str, Action]]:
        kept: set[str] = set()
        for key, action in sorted(self._shown, key=lambda one: -one[1].weight):
            needed = cell_len(key_name(key)) + cell_len(_(action.label)) + 3
            if action.weight and needed <= room + 2:
                kept.add(action.id)
                room -= needed
        return [one for one in self._shown if one[1].id in kept]

    def on_click(self, event: events.Click) -> None:
        """Do what the label under the mouse says."""
        action = next((action for end, action in self._ends if event.x < end), None)
        if action:
            self.post_message(self.Pressed(action))
