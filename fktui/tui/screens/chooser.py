"""One thing to choose from a few: with Enter, with its number, with letters of it, with a click."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from fktui.tui.keys import ANYWHERE
from fktui.tui.lines import Line, head, line, one_line
from fktui.tui.screens.keyed import Keyed, bound
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.words.language import _

_BY_DIGIT = 9
_HIGHEST = 18


class ChooserScreen(Keyed, ModalScreen[Any]):
    """Gives back the key of what was chosen; None after Esc.

    Letters that are typed leave only the rows with those words.

    Args:
        title: above it.
        rows: what can be chosen, each a key and its words; without a key it is a heading.
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
    ChooserScreen #typed { height: 1; color: $soft; }
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
        self._typed = ""
        self._shown: list[str] = []

    def compose(self) -> ComposeResult:
        """The rows in a box."""
        box = Box()
        box.call(self._title)
        with box:
            if self._said:
                yield Static(one_line(self._said), classes="chooser--said", markup=False)
            yield LineList(id="rows")
            yield Static("", id="typed", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """The cursor on the first."""
        rows = self.query_one("#rows", LineList)
        room = _HIGHEST - (1 if self._is_long else 0)
        rows.styles.height = min(room, len(self._rows))
        self.query_one("#typed", Static).display = self._is_long
        self._draw()
        rows.go_to(self._start)
        rows.focus()

    @property
    def _is_long(self) -> bool:
        """Whether there is so much that it is said how to find something."""
        return sum(bool(key) for key, _words in self._rows) > _BY_DIGIT

    def _draw(self) -> None:
        """What has all words that were typed, with a number as long as there are numbers."""
        wanted = self._typed.casefold().split()
        rows = [
            (key, words)
            for key, words in self._rows
            if not wanted or (key and all(one in words.casefold() for one in wanted))
        ]
        self._shown = [key for key, _words in rows if key]
        lines = [self._line(key, words) for key, words in rows]
        nothing = [line((_("Nothing with “{text}”.").format(text=self._typed), "soft"))]
        self.query_one("#rows", LineList).show(lines or nothing)
        typed = self.query_one("#typed", Static)
        if self._typed:
            typed.display = True
        typed.update(one_line(f"/ {self._typed}▏" if self._typed else _("Type a word to find it.")))

    def _line(self, key: str, words: str) -> Line:
        if not key:
            return head(words)
        place = self._shown.index(key)
        digit = str(place + 1) if place < _BY_DIGIT else " "
        return line((f"{digit} ", "soft"), words, key=key)

    def on_key(self, event: events.Key) -> None:
        """Letters look for words; a backspace takes the last one away."""
        if event.key == "backspace":
            typed = self._typed[:-1]
        elif _is_letter(event) or (event.key == "space" and self._typed):
            typed = self._typed + str(event.character)
        else:
            return
        event.stop()
        event.prevent_default()
        self._typed = typed
        self._draw()
        self.query_one("#rows", LineList).action_first()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """This one."""
        event.stop()
        self.dismiss(event.at.key)

    def action_digit(self, place: int) -> None:
        """The one with this number."""
        if place < len(self._shown):
            self.dismiss(self._shown[place])

    def action_back(self) -> None:
        """All rows again; or nothing after all."""
        if self._typed:
            self._typed = ""
            self._draw()
        else:
            self.dismiss(None)


def _is_letter(event: events.Key) -> bool:
    """Part of a word: a digit chooses, a question mark asks for help."""
    return bool(event.character and (event.character.isalpha() or event.character in "-'"))
