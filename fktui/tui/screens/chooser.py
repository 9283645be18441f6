"""One thing to choose from a few: with Enter, with its number, with a click."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from fktui.tui.keys import ANYWHERE
from fktui.tui.lines import line, one_line
from fktui.tui.screens.keyed import Keyed, bound
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList

_BY_DIGIT = 9


class ChooserScreen(Keyed, ModalScreen[Any]):
    """Gives back the key of what was chosen; None after Esc.

    Args:
        title: above it.
        rows: what can be chosen, each a key and its words.
        said: a sentence above the rows.
        start: the key that the cursor stands on; the first when not said.
    """

    PLACE = ANYWHERE
    DEFAULT_CSS = """
    ChooserScreen { align: center middle; background: $background 60%; }
    ChooserScreen > Vertical {
        width: 64; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; border-title-color: $primary; background: $background;
    }
    ChooserScreen .chooser--said { height: auto; padding: 0 0 1 0; }
    ChooserScreen LineList { height: auto; max-height: 18; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(ANYWHERE),
        *(Binding(str(n), f"digit({n - 1})", show=False) for n in range(1, _BY_DIGIT + 1)),
    ]

    def __init__(
        self, title: str, rows: Sequence[tuple[str, str]], said: str = "", *, start: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._said = said
        self._start = start

    def compose(self) -> ComposeResult:
        """The rows in a box."""
        box = Box()
        box.call(self._title)
        with box:
            if self._said:
                yield Static(one_line(self._said), classes="chooser--said", markup=False)
            yield LineList(id="rows")
        yield KeyBar()

    def on_mount(self) -> None:
        """The cursor on the first."""
        rows = self.query_one("#rows", LineList)
        rows.styles.height = len(self._rows)
        rows.show([self._line(place) for place in range(len(self._rows))])
        rows.go_to(self._start)
        rows.focus()

    def _line(self, place: int) -> Any:
        key, words = self._rows[place]
        digit = str(place + 1) if place < _BY_DIGIT else " "
        return line((f"{digit} ", "soft"), words, key=key)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """This one."""
        event.stop()
        self.dismiss(event.at.key)

    def action_digit(self, place: int) -> None:
        """The one with this number."""
        if place < len(self._rows):
            self.dismiss(self._rows[place][0])

    def action_back(self) -> None:
        """Nothing after all."""
        self.dismiss(None)
