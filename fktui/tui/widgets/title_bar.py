"""The first line of a screen: where am I, and is everything saved."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from fktui.tui.lines import fit, one_line


class TitleBar(Widget):
    """A title at the left and a state at the right; the title gives way."""

    DEFAULT_CSS = """
    TitleBar { height: 1; dock: top; background: $surface; color: $foreground; text-style: bold; }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._state = ""

    def show(self, title: str, state: str = "") -> None:
        """Other texts."""
        self._title, self._state = one_line(title), one_line(state)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        del y
        state = f" {self._state} " if self._state else ""
        room = max(0, self.size.width - 1 - cell_len(state))
        return Strip([Segment(f" {fit(self._title, room)}{state}", self.rich_style)])
