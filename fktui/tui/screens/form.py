"""A form on the screen: typing, its draft, saving. What is asked stands in `fktui.tui.forms`."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from time import monotonic
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from fktui.errors import FkError
from fktui.tui.drafts import Draft
from fktui.tui.forms.form import Form, Look, Question
from fktui.tui.forms.reading import Refused, read_form
from fktui.tui.keys import FORM, Action
from fktui.tui.lines import one_line
from fktui.tui.screens.chooser import ChooserScreen
from fktui.tui.screens.keyed import Keyed, bound
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.form_rows import FormRow, rows_of, texts_of
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.note_area import NoteArea
from fktui.words.language import _
from fktui.words.time.clock import say_time

Submit = Callable[[Form, Mapping[str, Any], Mapping[str, str]], None]
"""Gets a form with its values and its texts."""

DRAFT_AFTER = 0.7
"""Seconds without a key, after which what was typed is kept on the disk."""

DRAFT_AT_LATEST = 3.0
"""Seconds of typing on and on, after which it is kept all the same."""


class FormScreen(Keyed, ModalScreen[Any]):
    """Ctrl+S saves from anywhere, Enter goes on, Esc goes back and keeps what was typed.

    Args:
        form: what is asked.
        about: said in the title, such as the name of the family.
        typed: texts that go before those of the form: of a draft, or of a save that was refused.
        said: a sentence to begin with, such as why it was refused.
        drafts: where what is typed is kept.
        submit: gets the form, its values and its texts, when all can be read.
    """

    PLACE = FORM
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    FormScreen { align: center middle; background: $background 60%; }
    FormScreen > Vertical {
        width: 78; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; border-title-color: $primary; background: $background;
    }
    FormScreen.-writes > Vertical { height: 90%; }
    FormScreen VerticalScroll { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
    FormScreen.-writes VerticalScroll { height: 1fr; }
    FormScreen Vertical Vertical { height: auto; max-height: 50%; dock: bottom; }
    FormScreen .form--said { height: auto; }
    FormScreen .form--note { height: auto; color: $soft; }
    FormScreen.-whole > Vertical { width: 100%; height: 1fr; }
    FormScreen.-whole FormRow { display: none; }
    FormScreen.-whole FormRow.-note { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(FORM),
        Binding("down", "next_field", show=False),
        Binding("up", "previous_field", show=False),
    ]

    def __init__(
        self,
        form: Form,
        about: str,
        drafts: Draft,
        submit: Submit,
        *,
        typed: Mapping[str, str] | None = None,
        said: str = "",
    ) -> None:
        writes = any(field.look is Look.NOTE for field in form.fields)
        super().__init__(classes="-writes" if writes else "")
        self.form = form
        self._about = about
        self._drafts = drafts
        self._submit = submit
        self._typed = typed
        self._said = said
        self._timer: Timer | None = None
        self._typing_since = 0.0
        self.remake: Callable[[], Form] | None = None
        """Makes the form again, in the language that is spoken then."""

    # --- what it looks like ----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """A row for each field, sentences below them, the keys."""
        kept = None if self._typed is not None else self._drafts.kept()
        texts = self._typed if self._typed is not None else kept.values if kept else {}
        if kept is not None:
            self._said = _("A draft of {time} was still there. F6 leaves it out.").format(
                time=say_time(f"{kept.at:%H:%M}")
            )
        box = Box()
        box.call(f"{self._about} · {self.form.title}".strip(" ·"))
        with box:
            with VerticalScroll(can_focus=False):
                yield from rows_of(self.form.fields, texts)
            with Vertical():
                yield Static(one_line(self._said), classes="form--said", markup=False)
                yield Static("", classes="form--note", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin where the typing begins."""
        self._note()
        first = (f.name for f in self.form.fields if f.look is not Look.TITLE)
        self._go(self.form.start or next(first, ""))

    @property
    def rows(self) -> list[FormRow]:
        """The fields on the screen."""
        return list(self.query(FormRow))

    def actions(self) -> list[Action]:
        """What can be done: who reads of what can be restricted, the whole screen in a note."""
        here = next((row.field.look for row in self.rows if row.has_focus_within), None)
        restricted = any(field.name == self.form.restricts for field in self.form.fields)
        usable = {"readers": restricted, "whole": here is Look.NOTE}
        return [one for one in super().actions() if usable.get(one.id, True)]

    def on_descendant_focus(self) -> None:
        """Other keys for another field."""
        self.show_keys()

    def _note(self) -> None:
        """The sentences that belong to what is filled in now."""
        form, texts = self.form, texts_of(self.rows)
        notes = form.notes_of(texts) if form.notes_of else form.notes
        for place in self.query(".form--note").results(Static):
            place.update("\n".join(map(one_line, notes)))
            place.display = bool(notes)

    def say(self, sentence: str) -> None:
        """A sentence under the fields."""
        for place in self.query(".form--said"):
            place.update(one_line(sentence))  # type: ignore[attr-defined]

    # --- typing ----------------------------------------------------------------------------

    def on_form_row_edited(self, _event: FormRow.Edited) -> None:
        """Keep what is typed, when the typing stops for a moment."""
        if self.form.notes_of:
            self._note()
        now = monotonic()
        if self._timer is None:
            self._typing_since = now
        else:
            self._timer.stop()
        if now - self._typing_since < DRAFT_AT_LATEST:
            self._timer = self.set_timer(DRAFT_AFTER, self.keep)
        else:
            self.keep()

    def on_form_row_entered(self, event: FormRow.Entered) -> None:
        """Enter goes on to the next field, or to the one that is usual here."""
        if event.row.field.enter:
            self._go(event.row.field.enter)
        else:
            self.focus_next()

    def action_next_field(self) -> None:
        """One field down."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """One field up."""
        self.focus_previous()

    def keep(self) -> None:
        """Keep what is typed on the disk, when it differs from how the form began."""
        if not self.is_mounted:
            return
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        texts = texts_of(self.rows)
        if all(texts.get(f.name, f.text) == f.text for f in self.form.fields if f.name in texts):
            self._drafts.drop()
        elif not self._drafts.keep(texts):
            self.say(_("! What you type cannot be kept on this disk until it is saved."))

    def rescue(self) -> None:
        """As `keep`."""
        self.keep()

    def relabel(self) -> None:
        """In another language; what was typed stays."""
        super().relabel()
        if self.remake is not None:
            before, texts = self.form, texts_of(self.rows)
            with suppress(FkError):
                self.form = self.remake()
            first = {field.name: field.text for field in before.fields}
            self._typed = {name: text for name, text in texts.items() if text != first.get(name)}
            at = next((row.field.name for row in self.rows if row.has_focus_within), "")
            self.call_later(self._again, at)

    async def _again(self, name: str) -> None:
        await self.recompose()
        self._note()
        self.show_keys()
        self._go(name)
        for note in self.query(NoteArea):
            note.move_cursor(note.document.end)

    def action_readers(self) -> None:
        """Who may read it: the family, or the team only."""
        row = next((r for r in self.rows if r.field.name == self.form.restricts), None)
        if row is not None:
            row.put("" if row.text.strip() else "team")

    def action_whole(self) -> None:
        """The note on the whole screen, and back."""
        if any(f.look is Look.NOTE for f in self.form.fields):
            self.toggle_class("-whole")
            self._go(next(f.name for f in self.form.fields if f.look is Look.NOTE))

    def action_fresh(self) -> None:
        """Leave out the draft."""
        self._drafts.drop()
        for row in self.rows:
            row.put(row.field.text)
        self.say("")

    # --- leaving ---------------------------------------------------------------------------

    def action_back(self) -> None:
        """Back; what was typed is kept."""
        if self.has_class("-whole"):
            self.remove_class("-whole")
            return
        self.keep()
        self.dismiss()

    def action_save(self) -> None:
        """Read all fields; go to the first that cannot be read, or hand them on."""
        values = read_form(self.form, texts_of(self.rows))
        if isinstance(values, Refused):
            self.remove_class("-whole")
            self.say(f"! {values.why}")
            self._go(values.field.name)
            return
        question = self.form.question(values) if self.form.question else None
        if question is None:
            self._hand_on(values)
        else:
            self._put(question, values)

    def _put(self, question: Question, values: Mapping[str, Any]) -> None:
        """Ask it first; Esc goes back to the form."""
        rows = [(str(place), words) for place, (words, _more) in enumerate(question.answers)]

        def answered(key: str | None) -> None:
            if key is not None:
                self._hand_on({**values, **question.answers[int(key)][1]})

        self.app.push_screen(ChooserScreen(self.form.title, rows, question.text), answered)

    def _hand_on(self, values: Mapping[str, Any]) -> None:
        texts = texts_of(self.rows)
        self._drafts.keep(texts)
        self.dismiss()
        self._submit(self.form, values, texts)

    def _go(self, name: str) -> None:
        row = next((row for row in self.rows if row.field.name == name), None)
        if row is not None:
            row.go()
