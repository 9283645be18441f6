"""A frame with a title in it."""

from textual.containers import Vertical
from textual.content import Content

from fktui.tui.lines import one_line


class Box(Vertical):
    """What is asked or shown in the middle of a screen. Its titles are texts, never markup."""

    def call(self, title: str, below: str = "") -> None:
        """Put these texts in the frame."""
        self.border_title = _plain(title)
        self.border_subtitle = _plain(below)


def _plain(text: str) -> Content | None:
    """Textual reads a text as markup here, but takes what is made already as it is."""
    return Content(one_line(text)) if text.strip() else None
