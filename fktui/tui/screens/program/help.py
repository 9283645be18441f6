"""Help of the place where the coach is: its keys, and a word about what has the focus."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from fktui.tui.forms.form import Look
from fktui.tui.keys import FORM, TABLE, Action
from fktui.tui.panels.program.help import FORM_KEYS, LIST_KEYS, TAB_KEYS, help_lines
from fktui.tui.screens.keyed import Keyed
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.form_rows import FormRow
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.tab_row import TabRow
from fktui.words.language import _

_IN_FORM = "f1"
_KEYS = ("escape", "f1", "question_mark", "q", "enter")


class HelpScreen(Keyed, ModalScreen[None]):
    """Over the screen that it is about; Esc takes it away.

    Args:
        place: the screen.
    """

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > Vertical {
        width: 78; max-width: 100%; height: 90%; padding: 0 1;
        border: round $primary; border-title-color: $primary; background: $background;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, "back", show=False) for key in _KEYS),
        Binding("f8", "app.hide", show=False, id="hide"),
    ]

    def __init__(self, place: Keyed) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """One list of lines."""
        with Box() as box:
            box.call(_("Help") + " · " + _("Esc goes back"))
            yield LineList(id="help")

    def on_mount(self) -> None:
        """Say it."""
        self.draw()
        self.query_one(LineList).focus()

    def on_resize(self) -> None:
        """In another width."""
        self.draw()

    def draw(self) -> None:
        """Say it in the width that there is."""
        width = max(20, min(78, self.size.width) - 6)
        chosen = {**self.program.session.settings.keys}
        if self._place.PLACE == FORM:
            chosen.setdefault("help", _IN_FORM)  # there a question mark is a letter
        lines = help_lines(self._about(), self._place.actions(), chosen, self._more(), width)
        self.query_one(LineList).show(lines)

    def actions(self) -> list[Action]:
        """It has no bar of keys."""
        return []

    def action_back(self) -> None:
        """Back to the screen."""
        self.dismiss()

    def _more(self) -> list[tuple[str, str]]:
        if self._place.PLACE == FORM:
            return list(FORM_KEYS)
        tabs = TAB_KEYS if self._place.query(TabRow) else ()
        return [*LIST_KEYS, *tabs]

    def _about(self) -> list[str]:
        row = next((one for one in self._place.query(FormRow) if one.has_focus_within), None)
        if row is not None:
            return [_of_field(row)]
        if self._place.PLACE == TABLE:
            said = _("You look together. Only what all at the table may read is shown; F9 ends it.")
            return [said]
        if self._place.query(LineList):
            return [
                _("A list. The cursor ► stands on one line; the letters work on that line."),
            ]
        return []


def _of_field(row: FormRow) -> str:
    field = row.field
    if field.look is Look.NOTE:
        said = _("Write as much as you like; Tab leaves it, F4 gives it the whole screen.")
    elif field.look is Look.CHECK:
        said = _("The space bar turns it on and off.")
    elif field.help:
        said = field.help
    elif field.choices:
        said = _("Type the first letters of one of these: {choices}.").format(
            choices=", ".join(field.choices[:12])
        )
        if field.many:
            said += " " + _("More than one: with commas between them.")
    else:
        said = _("Type what belongs here; it may stay empty.")
    return f"{field.label}: {said}"
