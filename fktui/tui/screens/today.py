"""*Vandaag*: the screen that a coach begins and ends her day with."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from fktui.tui.keys import TODAY
from fktui.tui.lines import Line, line
from fktui.tui.panels.today import family_line, today_head
from fktui.tui.screens.common import bound
from fktui.tui.screens.tasks import Tasks
from fktui.tui.widgets.filter_line import FilterLine
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.title_bar import TitleBar
from fktui.usecases.overview.listing import Families
from fktui.words.language import _
from fktui.words.time.say_dates import say_day


class TodayScreen(Tasks):
    """All families; the letters work on the one under the cursor."""

    PLACE = TODAY
    BINDINGS: ClassVar[list[BindingType]] = bound(TODAY)

    def __init__(self, families: Families) -> None:
        super().__init__()
        self._families = families
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """Title, families, keys."""
        yield TitleBar()
        yield LineList(id="families")
        yield FilterLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """The families are there at once; what changed since comes by itself."""
        self.draw()
        self.families.focus()

    @property
    def families(self) -> LineList:
        """The list."""
        return self.query_one("#families", LineList)

    @property
    def case_id(self) -> str | None:
        """The family under the cursor."""
        at = self.families.at
        return at.key if at else None

    def show_families(self, families: Families) -> None:
        """Families that changed."""
        self._families = families
        if self.is_mounted:
            self.draw()

    def show_state(self) -> None:
        """In the title."""
        if self.is_mounted:
            day = self.program.session.today
            title = f"{_('Today')} · {say_day(day)}"
            self.query_one(TitleBar).show(title, self.program.state)

    def draw(self) -> None:
        """Say everything that is on the screen."""
        session, width = self.program.session, max(40, self.size.width - 2)
        day = session.today
        self.show_state()
        wanted = self._wanted.casefold()
        found = [f for f in self._families.lines if wanted in f.name.casefold() or wanted in f.id]
        lines: list[Line] = [family_line(one, day, width) for one in found]
        self.families.show([today_head(width), *(lines or [line((_none(self._wanted), "soft"))])])

    def relabel(self) -> None:
        """In another language."""
        super().relabel()
        self.draw()

    def on_resize(self) -> None:
        """In another width."""
        self.draw()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Open the family."""
        event.stop()
        self.program.open_family(event.at.key)

    def action_filter(self) -> None:
        """Type which families to show."""
        self.query_one(FilterLine).open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show those."""
        event.stop()
        self._wanted = event.value.strip()
        self.draw()

    def action_new_case(self) -> None:
        """Open a record for a new family."""
        self.program.ask("new_case")

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()


def _none(wanted: str) -> str:
    if wanted:
        return _("No family with “{text}”. Esc shows all again.").format(text=wanted)
    return _("There are no families yet. n opens a record for a new family.")
