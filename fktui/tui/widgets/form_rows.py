"""The rows of a form: label, what is typed, and what it means."""

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import Layout, WidgetPlacement
from textual.message import Message
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input

from fktui.errors import FkError
from fktui.tui.forms.form import Field, Look, completed, matches, read_text
from fktui.tui.lines import fit, one_line, wrapped
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


class _Beside(Layout):
    """What is typed in, in the place that the row leaves open for it."""

    name = "beside"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> list[WidgetPlacement]:
        """The one place."""
        del greedy
        return [
            WidgetPlacement(parent.place_of_entry(size), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if isinstance(parent, FormRow)
        ]


class FormRow(Widget):
    """One field of a form: one widget that is typed in; all around it the row draws itself.

    Its text is what stands in it; its meaning is shown behind it while it is typed, or below it
    when it does not fit there: nothing of it is cut.

    Args:
        field: what is asked.
        text: what stands in it at first.
        label_width: columns of the label; the same in all rows of a form.
    """

    DEFAULT_CSS = """
    FormRow { height: auto; text-wrap: nowrap; text-overflow: clip; }
    FormRow.-note { height: 1fr; min-height: 5; }
    FormRow > .form--meaning { color: $soft; }
    FormRow > .form--wrong { color: $warning; }
    FormRow Input { height: 1; border: none; padding: 0 1; background: $surface; }
    FormRow Input:focus { border: none; background: $panel; }
    """
    COMPONENT_CLASSES = {"form--meaning", "form--wrong"}  # noqa: RUF012 - as Textual has it

    class Edited(Message):
        """Something was typed."""

        def __init__(self, row: "FormRow") -> None:
            super().__init__()
            self.row = row

    class Entered(Edited):
        """Enter was pressed in it."""

    def __init__(self, field: Field, text: str, label_width: int = _LABEL) -> None:
        super().__init__(classes="-note" if field.look is Look.NOTE else "")
        self.field = field
        self._label_width = _FIGURE_LABEL if field.look is Look.FIGURE else label_width
        self.entry = _entry(field, text)
        """What is typed in; nothing in a row that is only read."""
        self._said = self._meaning()

    def compose(self) -> ComposeResult:
        """What is typed in."""
        if self.entry is not None:
            yield self.entry

    @property
    def text(self) -> str:
        """What stands in it."""
        entry = self.entry
        if entry is None:
            return ""
        return entry.text if isinstance(entry, NoteArea) else entry.value

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

    # --- what is drawn ---------------------------------------------------------------------

    @property
    def layout(self) -> Layout:
        """As the class above."""
        return _BESIDE

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the label, what is typed and its meaning need."""
        del container, viewport
        return max(self._head_height(width), 1) + len(self._below(width))

    def place_of_entry(self, size: Size) -> Region:
        """Where it is typed, in a row of this size."""
        look, width = self.field.look, size.width
        if look is Look.NOTE:
            above = self._head_height(width) + len(self._below(width))
            return Region(0, above, width, max(0, size.height - above))
        if look is Look.CHECK:
            return Region(0, 0, self._entry_width(width), self._head_height(width))
        return Region(self._label_width, 0, self._entry_width(width), 1)

    def render(self) -> Content:
        """The label, the meaning behind it or below it, and room for what is typed."""
        width = self.size.width
        said = [Content(row) for row in self._label(width)] or [Content("")]
        said += [Content("")] * (self._head_height(width) - len(said))
        behind = self._behind(width)
        if behind:
            start = self._meaning_at(width)
            said[0] = Content(fit(said[0].plain, start)).append(self._in_its_colour(behind))
        room = " " * self._indent
        said += [Content(room).append(self._in_its_colour(row)) for row in self._below(width)]
        return Content("\n").join(said)

    def _in_its_colour(self, text: str) -> Content:
        if self.field.look is Look.TITLE:
            return Content(text)
        name = "form--wrong" if self._said[1] else "form--meaning"
        return Content.styled(text, self.get_visual_style(name, partial=True))

    def _label(self, width: int) -> Sequence[str]:
        """The lines of the label; that of a yes or no belongs to its box."""
        look = self.field.look
        if look is Look.CHECK:
            return ()
        room = width if look is Look.NOTE else self._label_width
        return [row.text for row in wrapped(self.field.label, room)]

    def _head_height(self, width: int) -> int:
        """Lines of the label, or of a yes or no."""
        if isinstance(self.entry, CheckBox):
            return self.entry.height_in(self._entry_width(width))
        return len(self._label(width))

    def _entry_width(self, width: int) -> int:
        """The columns of what is typed; two thirds of what the label leaves, when it is free."""
        look, left = self.field.look, width - self._label_width
        if look is Look.CHECK:
            behind = cell_len(self._behind(width))
            return width - behind - bool(behind)
        if look is Look.FIGURE:
            return _FIGURES
        return _WORD + 1 if _is_a_word(self.field) else left * 2 // 3

    def _meaning_at(self, width: int) -> int:
        """The column where the meaning begins, behind what is typed."""
        look = self.field.look
        if look is Look.CHECK:
            return self._entry_width(width) + 1
        if look is Look.TITLE:
            return self._label_width
        return self._label_width + self._entry_width(width) + 1

    @property
    def _indent(self) -> int:
        """The column where the meaning begins, below what is typed."""
        rooms = {Look.NOTE: 1, Look.CHECK: _BOX, Look.TITLE: self._label_width}
        return rooms.get(self.field.look, self._label_width + 1)

    def _behind(self, width: int) -> str:
        """The meaning, when there is room for it behind what is typed."""
        said, look = one_line(self._said[0]), self.field.look
        if look is Look.NOTE:
            return ""
        if look is Look.CHECK:
            room = min(_BESIDE_CHECK, width - cell_len(self.field.label) - _BOX)
        else:
            room = width - self._meaning_at(width)
        return said if cell_len(said) <= room else ""

    def _below(self, width: int) -> Sequence[str]:
        """The lines of the meaning, when there is not."""
        said = one_line(self._said[0])
        if not said or self._behind(width):
            return ()
        return [row.text for row in wrapped(said, width - self._indent)]

    # --- what it means ---------------------------------------------------------------------

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
        said, width = self._meaning(), self.size.width
        if said != self._said:
            lines = len(self._below(width))
            self._said = said
            self.refresh(layout=len(self._below(width)) != lines)

    def _meaning(self) -> tuple[str, bool]:
        """What is said of the text, and whether the text is wrong."""
        field, text = self.field, self.text
        if field.look is Look.TITLE:
            return field.text, False
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


_BESIDE = _Beside()


def rows_of(
    fields: Iterable[Field], texts: Mapping[str, str], narrow: bool = False
) -> list[FormRow]:
    """A row for each field, with room for the longest label, within reason.

    Args:
        fields: what is asked.
        texts: what stands in them at first, when it is not what stands in the field.
        narrow: the labels take no more room than they need.
    """
    asked = list(fields)
    labels = (cell_len(f.label) + 1 for f in asked if f.look in (Look.LINE, Look.TITLE))
    longest = max(labels, default=0)
    width = longest if narrow else max(_LABEL, min(_LONGEST_LABEL, longest))
    return [FormRow(one, texts.get(one.name, one.text), width) for one in asked]


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


def _entry(field: Field, text: str) -> Input | NoteArea | CheckBox | None:
    """What is typed in."""
    if field.look is Look.NOTE:
        return NoteArea(text)
    if field.look is Look.CHECK:
        return CheckBox(field.label, on=bool(text))
    if field.look is Look.TITLE:
        return None
    chooser = Completing(field) if field.choices else None
    return TypedLine(text, suggester=chooser, compact=True, select_on_focus=False)


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
