"""A picture of a family to look at: drawn on a sheet, put on paper with `p`."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from fktui.tui.family import Shown
from fktui.tui.keys import PICTURE, Action
from fktui.tui.screens.keyed import Showing, bound
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.map_sheet import MapSheet
from fktui.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from fktui.model.stored import Loaded

NOT_AT_THE_TABLE = ("settings", "table", "paper", "open_made", "redo")
"""What is done alone only."""


class PictureScreen(Showing):
    """One picture of one family; at the kitchen table of what the people there may see."""

    PLACE = PICTURE
    BINDINGS: ClassVar[list[BindingType]] = bound(PICTURE)

    def __init__(self, loaded: "Loaded", people: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._loaded = loaded
        self._people = people
        self._shown: Shown | None = None

    def compose(self) -> ComposeResult:
        """Title, picture, keys."""
        yield TitleBar()
        yield MapSheet()
        yield KeyBar()

    def on_mount(self) -> None:
        """The picture has the keys."""
        self.draw()
        self.sheet.focus()

    @property
    def sheet(self) -> MapSheet:
        """The picture."""
        return self.query_one(MapSheet)

    @property
    def case_shown(self) -> str:
        """This family."""
        return self._loaded.case.id

    @property
    def shown(self) -> Shown:
        """The family as it may be shown here."""
        if self._shown is None:
            desk = self.program.session.desk
            self._shown = Shown(desk, self._loaded, people=self._people)
        return self._shown

    @property
    def title_said(self) -> str:
        """What is looked at, for the top of the screen."""
        raise NotImplementedError

    def draw(self) -> None:
        """Say everything that is on the screen."""
        raise NotImplementedError

    def actions(self) -> list[Action]:
        """What can be done here; at the kitchen table no more than there."""
        there = super().actions()
        return [one for one in there if not self._people or one.id not in NOT_AT_THE_TABLE]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of what is not done at the kitchen table do nothing there."""
        del parameters
        return not (self._people and action.rpartition(".")[2] in NOT_AT_THE_TABLE)

    def show_family(self, loaded: "Loaded", record: str = "") -> None:
        """The family as it is now."""
        del record
        self._loaded, self._shown = loaded, None
        if self.is_mounted and self.query(TitleBar):
            self.draw()

    def show_state(self) -> None:
        """In the title."""
        for bar in self.query(TitleBar):
            bar.show(self.title_said, self.program.state)

    def on_resize(self, _event: events.Resize) -> None:
        """In another size."""
        self.draw()

    def relabel(self) -> None:
        """In another language."""
        super().relabel()
        self.draw()

    def action_open_made(self) -> None:
        """The file that was made last."""
        self.program.open_made()

    def action_back(self) -> None:
        """To where it was opened from."""
        self.app.pop_screen()
