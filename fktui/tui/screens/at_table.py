"""Sitting down at the table with a family, and getting up again: each is asked first."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from fktui.model.case import Case
from fktui.model.family import is_there
from fktui.tui.keys import BY_ID, TABLE, Action
from fktui.tui.lines import one_line
from fktui.tui.screens.keyed import Keyed
from fktui.tui.widgets.check_box import CheckBox
from fktui.tui.widgets.key_bar import KeyBar
from fktui.words.language import N_, _

_BEGIN = Action("begin", "enter", N_("look together"), "", (TABLE,), 95)
_ALONE = Action("alone", "enter", N_("alone again"), "", (TABLE,), 95)


class AskScreen(Keyed, ModalScreen[None]):
    """Who is at the table: everybody of the family, until one is taken away.

    Args:
        case: the family.
        today: the day it is.
        begin: gets the ids of who are there, and opens the table in the place of this screen.
    """

    PLACE = TABLE
    DEFAULT_CSS = """
    AskScreen { align: center middle; background: $background; }
    AskScreen > VerticalScroll { width: 60; max-width: 100%; height: auto; max-height: 100%; }
    AskScreen Static { height: auto; margin-bottom: 1; }
    AskScreen .ask--said { color: $warning; margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("enter", "begin", show=False),
        Binding("f8", "app.hide", show=False, id="hide"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, case: Case, today: date, begin: Callable[[tuple[str, ...]], None]) -> None:
        super().__init__()
        self._begin = begin
        self._members = [one for one in case.family.people if is_there(one, today)]

    def compose(self) -> ComposeResult:
        """A box for each member of the family."""
        with VerticalScroll(can_focus=False):
            yield Static(_("Who is at the table?"), markup=False)
            for one in self._members:
                yield CheckBox(one_line(one.name), on=True)
            yield Static(self._explained(), markup=False, classes="ask--said")
        yield KeyBar()

    def _explained(self) -> str:
        if not self._members:
            return _("Nobody of the family is in the record yet. Esc goes back.")
        return _(
            "Enter: look together. Only what all of them may read is shown. Space: yes or no. "
            "Esc: back."
        )

    def actions(self) -> list[Action]:
        """The two keys, for the mouse too."""
        return [*([_BEGIN] if self._members else []), BY_ID["back"]]

    def show_keys(self) -> None:
        """They cannot get other keys."""
        self.query_one(KeyBar).show([(one.key, one) for one in self.actions()])

    def action_back(self) -> None:
        """Not now."""
        self.dismiss()

    def action_begin(self) -> None:
        """Look together."""
        boxes = zip(self._members, self.query(CheckBox), strict=True)
        people = tuple(member.id for member, box in boxes if box.on)
        if people:
            self._begin(people)


class AloneScreen(Keyed, ModalScreen[bool]):
    """F9 lies beside F8, and a finger slips: before all is shown again, the coach says so."""

    PLACE = TABLE
    DEFAULT_CSS = """
    AloneScreen { align: center middle; background: $background; }
    AloneScreen Static { width: 60; max-width: 100%; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("enter", "alone", show=False),
        Binding("f8", "app.hide", show=False, id="hide"),
    ]

    def compose(self) -> ComposeResult:
        """What comes in sight, and the two keys."""
        said = _(
            "Is nobody looking along any more? After Enter the whole record is shown again, and "
            "the other families. Esc: stay at the table."
        )
        yield Static(said, markup=False)
        yield KeyBar()

    def actions(self) -> list[Action]:
        """The two keys, for the mouse too."""
        return [_ALONE, BY_ID["back"]._replace(label=N_("stay"))]

    def show_keys(self) -> None:
        """They cannot get other keys."""
        self.query_one(KeyBar).show([(one.key, one) for one in self.actions()])

    def action_back(self) -> None:
        """They look on together."""
        self.dismiss(False)

    def action_alone(self) -> None:
        """The coach is alone."""
        self.dismiss(True)
