"""A yes or no that can be told apart without colour: √ and □."""

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from fktui.tui.lines import fit, wrapped


class CheckBox(Widget, can_focus=True):
    """A text with a box before it; the space bar and a click turn it."""

    DEFAULT_CSS = """
    CheckBox { height: auto; width: 1fr; color: $foreground; }
    CheckBox:focus { background: $panel; text-style: bold; }
    """
    BINDINGS = [Binding("space", "turn", show=False)]  # noqa: RUF012 - as Textual has it
    ALLOW_SELECT = False

    class Turned(Message):
        """It has another value."""

        def __init__(self, box: "CheckBox") -> None:
            super().__init__()
            self.box = box

    def __init__(self, label: str, *, on: bool, id: str | None = None) -> None:  # noqa: A002 - as Textual has it
        super().__init__(id=id)
        self.label = label
        self.on = on

    @property
    def value(self) -> str:
        """As the text of a field: anything is yes."""
        return "1" if self.on else ""

    def action_turn(self) -> None:
        """From yes to no and back."""
        self.on = not self.on
        self.refresh()
        self.post_message(self.Turned(self))

    def on_click(self) -> None:
        """The same with the mouse."""
        self.focus()
        self.action_turn()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text needs."""
        del container, viewport
        return self.height_in(width)

    def height_in(self, width: int) -> int:
        """As many lines as the text needs in so many columns."""
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        """The box and the first line; the others below it."""
        rows, mark = self._rows(self.size.width), "√" if self.on else "□"
        text = rows[y] if y < len(rows) else ""
        said = f"   {text}" if y else f" {mark} {text}"
        return Strip([Segment(fit(said, self.size.width), self.rich_style)])

    def _rows(self, width: int) -> list[str]:
        return [row.text for row in wrapped(self.label, width - 3)] or [""]
