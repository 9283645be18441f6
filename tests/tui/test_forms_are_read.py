"""All forms at 80 columns: what they say can be read to the end.

To open a screen for each takes a minute. So of all rows of one shape only those with the longest
texts are drawn, one form below the other on a sheet; and a row of each shape with texts of any
length.
"""

import pytest
from driving import (
    DUINROOS,
    IJSVOGEL,
    KASTANJE,
    KWIKSTAART,
    LISDODDE,
    MEIDOORN,
    NOW,
    Player,
    desk_of,
)
from textual.app import App
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from fktui.errors import FkError
from fktui.settings import Settings
from fktui.store.places import Places
from fktui.tui.forms.form import Ask, Field, Form, Look, read_text
from fktui.tui.forms.table import TASKS, make
from fktui.tui.lines import one_line
from fktui.tui.screens.form import FormScreen
from fktui.tui.session import Session
from fktui.tui.themes import GREYS
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.check_box import CheckBox
from fktui.tui.widgets.form_rows import FormRow, _is_a_word, rows_of, texts_of
from fktui.words import language
from fktui.words.say import say_on_screen

FAMILIES = (KASTANJE, DUINROOS, IJSVOGEL, MEIDOORN, KWIKSTAART, LISDODDE)
_LINES = (Look.LINE, Look.TITLE)
ODD = "?!"
"""What no field reads that reads anything but words."""


class Bare(App[None]):
    """A program that shows nothing but a form: what lies below one is drawn for nothing."""

    def get_theme_variable_defaults(self):
        return GREYS

    def __init__(self, store, lang):
        super().__init__()
        language.use(lang)
        places = Places(store)
        self.session = Session(places, lambda: desk_of(store), lambda: NOW, Settings())


def forms(desk):
    """Each form once, with the first family where it can be opened."""
    done = set()
    there = [desk.load(case_id) for case_id in FAMILIES]
    for task, known in TASKS.items():
        if (known.module, known.make) in done:
            continue
        done.add((known.module, known.make))
        if task == "new_case":
            yield task, make(task, Ask(desk, None))
            continue
        for loaded in there:
            try:
                yield task, make(task, Ask(desk, loaded))
            except FkError:
                continue
            break


def seen(widget):
    """What is drawn of a widget, without the spaces."""
    size = widget.size
    shown = (widget.render_line(row) for row in range(size.height))
    return _bare("".join(strip.crop(0, size.width).text for strip in shown))


def _bare(text):
    return "".join(text.split())


class Sheet(ModalScreen[None]):
    """Many forms, each in a box as the screen of one form draws it."""

    DEFAULT_CSS = FormScreen.DEFAULT_CSS.replace("FormScreen", "Sheet")

    def __init__(self, found):
        super().__init__()
        self.found = found

    def compose(self):
        """The rows and the sentences of each form."""
        for _task, form in self.found:
            with Box():
                with VerticalScroll(can_focus=False):
                    yield from rows_of(form.fields, {})
                yield Static("", classes="form--note", markup=False)

    def on_mount(self):
        """No field is typed in."""
        self.tell()

    def boxes(self):
        """Each form with its box."""
        return zip((form for _task, form in self.found), self.query(Box), strict=True)

    def tell(self):
        """The sentences that belong to what is filled in now."""
        for form, box in self.boxes():
            notes = form.notes_of(texts_of(box.query(FormRow))) if form.notes_of else form.notes
            place = box.query_one(".form--note", Static)
            place.update("\n".join(map(one_line, notes)))
            place.display = bool(notes)

    def spoil(self):
        """Something that cannot be read, in each field that reads."""
        for row in self.query(FormRow):
            if row.field.look in (Look.LINE, Look.FIGURE) and row.field.read is not str:
                row.put(ODD)
        self.tell()

    def unread(self):
        """What does not stand on the sheet to its end."""
        for (task, _form), (_same, box) in zip(self.found, self.boxes(), strict=True):
            for row in box.query(FormRow):
                shown = "".join(seen(one) for one in (row, *row.query(CheckBox)))
                said = (row.field.label, row._meaning()[0])
                yield from ((task, row.field.name, s) for s in said if _bare(s) not in shown)
            note = box.query_one(".form--note", Static)
            if note.display and _bare(str(note.render())) not in seen(note):
                yield task, "note", str(note.render())


def _room_of(form):
    """The longest label: it gives all rows of the form their shape."""
    lines = [f.label for f in form.fields if f.look in _LINES]
    return max(16, min(26, max(map(len, lines), default=0) + 1))


def _said(field, text):
    try:
        value = read_text(field, text) if text else None
    except FkError as error:
        return say_on_screen(error)
    return field.say(value) if value is not None and field.say else field.hint


def longest(found):
    """Of the rows of one shape those with the longest label, meaning and error; all notes."""
    shapes = {}
    for place, (_task, form) in enumerate(found):
        for field in form.fields:
            shape = _room_of(form), field.look, _is_a_word(field)
            shapes.setdefault(shape, []).append((place, field))
    kept = set()
    for rows in shapes.values():
        for size in (
            lambda one: len(one.label),
            lambda one: len(_said(one, one.text)),
            lambda one: len(_said(one, ODD)) if one.read is not str else 0,
        ):
            place, field = max(rows, key=lambda row, size=size: size(row[1]))
            kept.add((place, field.name))
    for place, (task, form) in enumerate(found):
        # The row with the longest label stays: with it the others keep their room.
        widest = max(form.fields, key=lambda one: len(one.label) * (one.look in _LINES)).name
        names = {name for at, name in kept if at == place}
        if names or form.notes or form.notes_of:
            fields = tuple(f for f in form.fields if f.name in {*names, widest})
            yield task, form._replace(fields=fields, notes_of=form.notes_of and _whole(form))


def _whole(form):
    """Its notes need the texts of all fields, of those that are not drawn too."""
    first = {field.name: field.text for field in form.fields}
    return lambda texts: form.notes_of({**first, **texts})


@pytest.mark.parametrize(("lang", "step"), [("nl", 1), ("en", 5)])
def test_nothing_is_cut(store, lang, step):
    screen = Player(Bare(store, lang), (80, 60))  # all rows of a form at once
    try:
        found = list(forms(screen.app.session.desk))
        sheet = Sheet(list(longest(found[::step])))  # Dutch has the longest words
        screen.do(lambda: screen.app.push_screen(sheet))
        cut = list(sheet.unread())
        screen.do(sheet.spoil)
        cut += sheet.unread()
    finally:
        screen.stop()
    assert not cut, "\n".join(map(str, cut))
    assert len(found) > 60, len(found)


def test_a_meaning_of_any_length_is_read(store):
    says = {"say": lambda text: "m" * int(text), "read": str.strip, "text": "1"}
    rows = (
        Field("long", "A line", **says),
        Field("word", "A word", hint="of two", choices=("yes", "no"), **says),
        Field("figure", "A figure", look=Look.FIGURE, **says),
    )
    screen = Player(Bare(store, "en"), (80, 60))
    sheet = Sheet([("rows", Form("rows", "Rows", rows, None))])
    try:
        screen.do(lambda: screen.app.push_screen(sheet))
        for length in range(2, 80, 2):
            screen.do(lambda n=length: [row.put(str(n)) for row in sheet.query(FormRow)])
            assert list(sheet.unread()) == [], length
    finally:
        screen.stop()
