"""What was changed in the files by hand: the editor, what it changed in sentences, recording it."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from fktui.errors import FkError
from fktui.tui.keys import FORM
from fktui.tui.lines import Line, line, wrapped
from fktui.tui.screens.acting import Acting
from fktui.tui.screens.keyed import Keyed, bound
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.typed_line import TypedLine
from fktui.usecases.by_hand.hand_edits import ByHand, file_of, file_to_edit
from fktui.usecases.history import hand_edits
from fktui.words.changes import say_all
from fktui.words.issues import say_issue
from fktui.words.language import _
from fktui.words.tables.file_words import say_edit

_BESIDES = 10
"""Rows of the window that are not for what was changed."""


class ByHandActing(Acting):
    """A screen of a family from which its files are opened in an editor."""

    edited: tuple[tuple[str, str], ...] = ()
    """Files that were changed by hand and are not recorded yet."""

    def draw_edited(self) -> None:
        """Say that something was changed by hand, or no longer say so."""
        raise NotImplementedError

    def look_for_edits(self) -> None:
        """See in the background whether somebody changed a file by hand."""
        case_id, desk = self.case_shown, self.program.session.desk
        if not case_id:
            return

        def look() -> None:
            try:
                edited = hand_edits(desk, case_id)
            except FkError:
                return  # what is wrong with the folder is told by who reads it
            self.app.call_from_thread(self._know_edits, edited)

        self.run_worker(look, thread=True, group="edits")

    def _know_edits(self, edited: tuple[tuple[str, str], ...]) -> None:
        if edited != self.edited:
            self.edited = edited
            if self.is_mounted and self.query(LineList):
                self.draw_edited()

    def told_files(self, width: int) -> Iterator[Line]:
        """What is wrong in the files, and what was changed in them by hand; with what to do."""
        broken = self.shown.loaded.broken
        for issue in broken[:3]:
            yield line(("× ", "late"), (say_issue(issue), "late"))
        if broken:
            said = _("Read only until this is put right. Ctrl+E opens the file.")
            yield line((said, "mild"))
        elif self.edited:
            files = ", ".join(path for path, _kind in self.edited)
            said = _("! Changed by hand, not recorded yet: {files}. h records it.")
            yield next(wrapped(said.format(files=_cut(files, width - 60)), width, "mild"))

    def not_read(self, width: int) -> list[Line]:
        """Instead of a tab with nothing in it because its file cannot be read."""
        broken = {issue.place.file for issue in self.shown.loaded.broken if issue.place}
        files = {file_of(kind) for kind in self.panel.kinds} - {""}
        if not files or not files <= broken:
            return []
        said = _("{files} cannot be read now. Nothing is gone; Ctrl+E opens it.")
        return list(wrapped(said.format(files=", ".join(sorted(files))), width, "mild"))

    def action_editor(self) -> None:
        """Open the file of what the cursor stands on."""
        here = self.here
        loaded = self.shown.loaded
        file = file_to_edit(loaded, here.record.id if here else "", self.panel.kinds)
        self.program.edit_by_hand(loaded.case.id, file)

    def action_by_hand(self) -> None:
        """Show what was changed by hand, to record it."""
        if self.case_id:
            self.program.ask_by_hand(self.case_id)


class HandEditsScreen(Keyed, ModalScreen[str | None]):
    """Gives the reason that was typed; None when it is not to be recorded now.

    Args:
        found: what was changed.
        names: for the ids in it.
    """

    PLACE = FORM
    DEFAULT_CSS = """
    HandEditsScreen { align: center middle; background: $background 60%; }
    HandEditsScreen > Vertical {
        width: 78; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; border-title-color: $primary; background: $background;
    }
    HandEditsScreen Static { height: auto; padding: 1 0 0 0; }
    HandEditsScreen Input { height: 1; border: none; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(FORM),
        Binding("up", "turn(-1)", show=False),
        Binding("down", "turn(1)", show=False),
        Binding("pageup", "turn(-10)", show=False),
        Binding("pagedown", "turn(10)", show=False),
    ]

    def __init__(self, found: ByHand, names: dict[str, str]) -> None:
        super().__init__()
        self._found = found
        self._names = names

    def compose(self) -> ComposeResult:
        """What was changed, and a line for the reason."""
        box = Box()
        box.call(_("Changed by hand"))
        with box:
            yield LineList(id="changed")
            asked = _("Record this? Why was it changed? It may stay empty.")
            yield Static(asked + " " + _("Enter records, Esc does not."), markup=False)
            yield TypedLine(placeholder=_("reason"), compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """What is typed is the reason."""
        self.query_one(LineList).can_focus = False
        self.draw()
        self.query_one(Input).focus()

    def on_resize(self, _event: events.Resize) -> None:
        """In another width."""
        self.draw()

    def draw(self) -> None:
        """Say what was changed, in the room that there is."""
        width = max(20, min(78, self.size.width) - 6)
        shown = [
            line((f"{path}  ", "strong"), (say_edit(kind), "soft"))
            for path, kind in self._found.edits
        ]
        said = say_all(self._found.differences, self._names)
        if said:
            shown += (one for text in said for one in _sentence(text, width))
        else:
            told = _("Nothing in it that is shown on the screen: only layout or remarks.")
            shown.append(line((told, "soft")))
        changed = self.query_one(LineList)
        changed.styles.height = max(2, min(len(shown), self.size.height - _BESIDES))
        changed.show(shown)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Record it."""
        self.dismiss(self.query_one(Input).value.strip())

    def action_back(self) -> None:
        """Not now; the files stay as they are."""
        self.dismiss(None)

    def action_turn(self, by: int) -> None:
        """Further up or down in what was changed."""
        self.query_one(LineList).scroll_relative(y=by, animate=False, immediate=True)


def _sentence(text: str, width: int) -> Iterator[Line]:
    bare = text.lstrip()
    return wrapped(bare, width, indent="  " + " " * (len(text) - len(bare)))


def _cut(text: str, size: int) -> str:
    room = max(12, size)
    return text if len(text) <= room else f"{text[: room - 1]}…"
