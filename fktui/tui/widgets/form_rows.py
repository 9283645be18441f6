"""The rows of a form: label, what is typed, and what it means."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Static

from fktui.errors import FkError
from fktui.tui.forms.form import Field, Look, completed, matches, read_text
from fktui.tui.lines import one_line
from fktui.tui.widgets.check_box import CheckBox
from fktui.tui.widgets.note_area import NoteArea
from fktui.tui.widgets.typed_line import TypedLine
from fktui.words.say import say_on_screen

_MATCHES = 6
_WORD = 21
"""Choices shorter than this are words."""
_LABEL, _LONGEST_LABEL, _FIGURE_LABEL = 16, 26, 36
_FIGURES, _BOX, _BESIDE_CHECK = 6, 3, 23
"""Columns of a few figures, of the box of a yes or no, and of what stands behind one."""


class FormRow(Widget):
    """One field of a form.

    Its text is what stands in it; its meaning is shown behind it while it is typed, or below it
    when it does not fit there: nothing of it is cut.
    """

    DEFAULT_CSS = """
    FormRow { height: auto; layout: vertical; }
    FormRow .form--line { height: auto; width: 1fr; layout: horizontal; }
    FormRow .form--label { width: 16; height: auto; }
    FormRow .form--meaning { width: 1fr; height: 1; padding: 0 0 0 1; color: $foreground 70%; }
    FormRow .form--below { width: 1fr; height: auto; color: $foreground 70%; display: none; }
    FormRow.-check .form--below { padding: 0 0 0 3; }
    FormRow.-figure .form--below { padding: 0 0 0 37; }
    FormRow .form--below.-shown { display: block; }
    FormRow .-wrong { color: $warning; }
    FormRow .form--told { width: 1fr; height: auto; }
    FormRow Input {
        width: 2fr; height: 1; border: none; padding: 0 1; background: $surface;
    }
    FormRow Input:focus { border: none; background: $panel; }
    FormRow.-word Input { width: 22; }
    FormRow.-check .form--meaning { width: auto; max-width: 24; }
    FormRow.-figure .form--label { width: 36; }
    FormRow.-figure Input { width: 6; }
    FormRow.-note { height: 1fr; min-height: 5; }
    FormRow.-note > .form--label { width: 1fr; }
    FormRow.-note > .form--below { padding: 0 0 0 1; }
    """

    class Edited(Message):
        """Something was typed."""

        def __init__(self, row: "FormRow") -> None:
            super().__init__()
            self.row = row

    class Entered(Edited):
        """Enter was pressed in it."""

    def __init__(self, field: Field, text: str) -> None:
        super().__init__(classes=f"-{field.look.value}{' -word' if _is_a_word(field) else ''}")
        self.field = field
        self._first = text
        self._label_width = {Look.FIGURE: _FIGURE_LABEL, Look.CHECK: _BOX}.get(field.look, _LABEL)

    def compose(self) -> ComposeResult:
        """The widgets of a row of this look."""
        field, text = self.field, self._first
        if field.look is Look.NOTE:
            yield _static(field.label, "form--label")
            yield _static("", "form--below")
            yield NoteArea(text)
            return
        with Widget(classes="form--line"):
            if field.look is Look.CHECK:
                yield CheckBox(field.label, on=bool(text))
                yield _static("", "form--meaning")
            else:
                yield _static(field.label, "form--label")
            if field.look is Look.TITLE:
                yield _static(field.text, "form--told")
            elif field.look is not Look.CHECK:
                chooser = Completing(field) if field.choices else None
                yield TypedLine(text, suggester=chooser, compact=True, select_on_focus=False)
                yield _static("", "form--meaning")
        if field.look is not Look.TITLE:
            yield _static("", "form--below")

    @property
    def entry(self) -> Input | NoteArea | CheckBox | None:
        """What is typed in; nothing in a row that is only read."""
        return next(iter(self.query("Input, NoteArea, CheckBox")), None)  # type: ignore[return-value]

    @property
    def text(self) -> str:
        """What stands in it."""
        entry = self.entry
        if entry is None:
            return ""
        return entry.text if isinstance(entry, NoteArea) else entry.value

    @property
    def label_width(self) -> int:
        """The columns of its label."""
        return self._label_width

    @label_width.setter
    def label_width(self, width: int) -> None:
        self._label_width = width
        self.query_one(".form--label").styles.width = width
        for below in self.query(".form--below"):
            below.styles.padding = (0, 0, 0, width + 1)
        self.explain()

    def put(self, text: str) -> None:
        """Another text in it."""
        entry = self.entry
        if isinstance(entry, NoteArea):
            entry.load_text(text)
        elif isinstance(entry, CheckBox):
            entry.on = bool(text)
            entry.refresh()
        elif isinstance(entry, Input):
            entry.value = text
            entry.cursor_position = len(text)

    def go(self) -> None:
        """Type here."""
        if self.entry is not None:
            self.entry.focus()

    def on_resize(self) -> None:
        """Say what the text means, where there is room for it now."""
        self.explain()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what it means now."""
        event.stop()
        self.explain()
        self.post_message(self.Edited(self))

    def on_text_area_changed(self, event: NoteArea.Changed) -> None:
        """A note has no meaning to show, but is kept."""
        event.stop()
        self.post_message(self.Edited(self))

    def on_check_box_turned(self, event: CheckBox.Turned) -> None:
        """As above."""
        event.stop()
        self.post_message(self.Edited(self))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: complete what is unique, and go on."""
        event.stop()
        self.post_message(self.Entered(self))

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """What can stand here is shown while it is typed in."""
        self.explain()

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """And what was typed, when it is left."""
        self.explain()

    def explain(self) -> None:
        """The meaning of the text, or what could stand there: behind it, else below it."""
        if self.field.look is Look.TITLE or not self.is_mounted:
            return
        meaning, wrong = self._meaning()
        said, below = one_line(meaning), self.query_one(".form--below", Static)
        behind = next(iter(self.query(".form--meaning").results(Static)), None)
        fits = behind is not None and cell_len(said) <= self._room
        if behind is not None:
            behind.update(said if fits else "")
            behind.set_class(wrong, "-wrong")
        below.update("" if fits else said)
        below.set_class(bool(said) and not fits, "-shown")
        below.set_class(wrong, "-wrong")

    @property
    def _room(self) -> int:
        """The columns behind what is typed."""
        look, width = self.field.look, self.size.width
        if look is Look.CHECK:
            return min(_BESIDE_CHECK, width - cell_len(self.field.label) - _BOX)
        left = width - self.label_width
        entry = _FIGURES if look is Look.FIGURE else _WORD + 1 if self.has_class("-word") else None
        return left - (-(-left * 2 // 3) if entry is None else entry) - 1

    @property
    def meaning(self) -> str:
        """What was typed means this, in full."""
        return self._meaning()[0] if self.text.strip() else ""

    def _meaning(self) -> tuple[str, bool]:
        field, text = self.field, self.text
        if field.look in (Look.CHECK, Look.NOTE):
            return field.hint, False
        typing = self.entry is not None and self.entry.has_focus
        if not text.strip():
            shown = ", ".join(field.choices[:_MATCHES]) if typing else ""
            return field.hint or (f"→ {shown}" if shown else ""), False
        try:
            value = read_text(field, text)
        except FkError as error:
            near = matches(field, text)[:_MATCHES] if typing else []
            if near:
                return f"→ {', '.join(near)}", False
            return f"! {say_on_screen(error)}", not typing
        said = field.say(value) if field.say else ""
        return (f"= {said}" if said and said != text.strip() else field.hint), False


def align(rows: Iterable[FormRow]) -> None:
    """Room for the longest label, within reason."""
    lines = [row for row in rows if row.field.look in (Look.LINE, Look.TITLE)]
    longest = max((cell_len(row.field.label) for row in lines), default=0)
    for row in lines:
        row.label_width = max(_LABEL, min(_LONGEST_LABEL, longest + 1))


class Completing(Suggester):
    """The rest of the one choice that is being typed, as grey letters; → takes them."""

    def __init__(self, field: Field) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._field = field

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text, when what is typed begins one of the choices."""
        part = (value.rpartition(",")[2] if self._field.many else value).strip()
        near = matches(self._field, value) if part else []
        whole = completed(self._field, value, near[0]) if near else ""
        return value + near[0][len(part) :] if whole and _begins(near[0], part) else None


def _static(text: str, name: str) -> Static:
    return Static(one_line(text), classes=name, markup=False)


def _is_a_word(field: Field) -> bool:
    """Whether a word is all that is typed, so that there is room to say which words there are."""
    if field.look is not Look.LINE or field.many or field.read is str:
        return False
    return bool(field.hint or field.choices) and max(map(len, field.choices), default=0) < _WORD


def _begins(whole: str, part: str) -> bool:
    return whole.casefold().startswith(part.casefold()) and len(whole) > len(part)


def texts_of(rows: Iterable[FormRow]) -> dict[str, str]:
    """What stands in each row, by the name of its field."""
    return {row.field.name: row.text for row in rows if row.field.look is not Look.TITLE}
