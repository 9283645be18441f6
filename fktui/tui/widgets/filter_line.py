"""The line in which a coach types what to show; out of sight until it is asked for."""

from textual import events
from textual.widgets import Input


class FilterLine(Input):
    """Enter keeps what is shown, Esc shows all again."""

    DEFAULT_CSS = """
    FilterLine {
        dock: bottom; height: 1; margin-bottom: 1; border: none; padding: 0 1; display: none;
    }
    FilterLine:focus { border: none; background: $panel; }
    FilterLine.-open { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(placeholder="/", compact=True)

    def open(self) -> None:
        """Type here."""
        self.add_class("-open")
        self.focus()

    def on_key(self, event: events.Key) -> None:
        """Leave it."""
        if event.key == "escape":
            event.stop()
            self.value = ""
            self._close()
        elif event.key in ("enter", "down"):
            event.stop()
            self._close(keep=bool(self.value))

    def _close(self, *, keep: bool = False) -> None:
        self.set_class(keep, "-open")
        self.screen.focus_next()
