"""Writing on one line: Textual's Input, which keeps all of what is pasted."""

from textual import events
from textual.widgets import Input

from fktui.model.text import clean_line


class TypedLine(Input):
    """One line. Of a paste of more lines Textual keeps the first only; here they are joined."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = clean_line(event.text)
        if text:
            self.replace(text, *self.selection)
