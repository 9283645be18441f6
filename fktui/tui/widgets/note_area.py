"""Writing longer texts: Textual's TextArea, with what it lacks."""

from typing import Any

from textual.widgets import TextArea


class NoteArea(TextArea):
    """A note. Tab leaves it; taking back a paste of many lines does not end the program."""

    DEFAULT_CSS = """
    NoteArea { border: none; padding: 0; background: $surface; height: 1fr; min-height: 4; }
    NoteArea:focus { border: none; background: $panel; }
    """

    def __init__(self, text: str = "", **options: Any) -> None:
        super().__init__(
            text, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, **options
        )

    def undo(self) -> None:
        """Take back; Textual loses count of lines after a large paste (its issue 6686)."""
        try:
            super().undo()
        except ValueError:
            self._start_over()

    def redo(self) -> None:
        """Do again, with the same care."""
        try:
            super().redo()
        except ValueError:
            self._start_over()

    def _start_over(self) -> None:
        """Keep the text as it is now, and begin a new history of edits."""
        self.load_text(self.text)
