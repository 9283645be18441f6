"""The row of tabs: a digit and a word each; the open one stands between brackets."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget


class TabRow(Widget):
    """Tabs in one line; where there is no room for all words, only the open one keeps its own."""

    DEFAULT_CSS = """
    TabRow {
        height: 1; color: $foreground 70%;
        & > .tabs--open { color: $foreground; text-style: bold; background: $panel; }
    }
    """
    COMPONENT_CLASSES = {"tabs--open"}  # noqa: RUF012 - as Textual has it
    ALLOW_SELECT = False

    class Opened(Message):
        """A tab was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__()
        self._titles: Sequence[str] = ()
        self._open = 0
        self._ends: list[int] = []

    def show(self, titles: Sequence[str], open_: int) -> None:
        """These tabs, with one of them open."""
        self._titles, self._open = titles, open_
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        del y
        look = self.rich_style + self.get_component_rich_style("tabs--open", partial=True)
        for longest in (99, 9, 7, 5, 3, 0):
            texts = [self._text(place, longest) for place in range(len(self._titles))]
            if sum(map(cell_len, texts)) <= self.size.width:
                break
        self._ends = [sum(map(cell_len, texts[: place + 1])) for place in range(len(texts))]
        segments = [
            Segment(text, look if place == self._open else self.rich_style)
            for place, text in enumerate(texts)
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _text(self, place: int, longest: int) -> str:
        title = self._titles[place]
        open_ = place == self._open
        short = title if open_ or len(title) <= longest else title[:longest].rstrip()
        text = f"{(place + 1) % 10} {short}".rstrip()
        return f"[{text}]" if open_ else f" {text} "

    def on_click(self, event: events.Click) -> None:
        """Open the tab under the mouse."""
        place = next((p for p, end in enumerate(self._ends) if event.x < end), None)
        if place is not None:
            self.post_message(self.Opened(place))
