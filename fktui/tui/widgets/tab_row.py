"""The row of tabs: a digit and a word each; the open one stands between brackets."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget


class TabRow(Widget):
    """Tabs in one line; where there is no room for all words, the open one keeps its own."""

    DEFAULT_CSS = """
    TabRow {
        height: 1; color: $soft;
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
        self._short: Sequence[str] = ()
        self._open = 0
        self._ends: list[int] = []

    def show(self, titles: Sequence[str], open_: int, short: Sequence[str] = ()) -> None:
        """These tabs, with one of them open; with shorter words for where there is less room."""
        self._titles, self._open = titles, open_
        self._short = short if len(short) == len(titles) else [title[:4] for title in titles]
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        del y
        look = self.rich_style + self.get_component_rich_style("tabs--open", partial=True)
        words = self._words(self.size.width)
        texts = [self._text(place, word) for place, word in enumerate(words)]
        self._ends = [sum(map(cell_len, texts[: place + 1])) for place in range(len(texts))]
        segments = [
            Segment(text, look if place == self._open else self.rich_style)
            for place, text in enumerate(texts)
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _words(self, room: int) -> list[str]:
        """All words in full, or as many as there is room for; then fewer and fewer letters."""
        full, short = list(self._titles), list(self._short)
        if self._wide(full) <= room:
            return full
        short[self._open] = full[self._open]
        for longest in (99, 4, 3, 2, 0):
            kept = [
                word if place == self._open else word[:longest] for place, word in enumerate(short)
            ]
            if self._wide(kept) <= room:
                break
        return self._lengthened(kept, room - self._wide(kept))

    def _lengthened(self, kept: list[str], room: int) -> list[str]:
        """Words in full where there is room left: first those that miss least."""
        missed = [
            cell_len(title) - cell_len(word) for title, word in zip(self._titles, kept, strict=True)
        ]
        for place in sorted(range(len(kept)), key=lambda p: (missed[p], -p)):
            if kept[place] and missed[place] <= room:
                kept[place], room = self._titles[place], room - missed[place]
        return kept

    def _wide(self, words: Sequence[str]) -> int:
        """The columns that they take."""
        return sum(cell_len(self._text(place, word)) for place, word in enumerate(words))

    def _text(self, place: int, word: str) -> str:
        """A tab with a space before it; the open one between brackets."""
        text = f"{(place + 1) % 10} {word}".rstrip()
        return f"[{text}]" if place == self._open else f" {text}"

    def on_click(self, event: events.Click) -> None:
        """Open the tab under the mouse."""
        place = next((p for p, end in enumerate(self._ends) if event.x < end), None)
        if place is not None:
            self.post_message(self.Opened(place))
