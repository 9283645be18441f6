"""All forms at 80 columns: what they say can be read to the end.

They stand one below the other on one sheet: to open a screen for each takes a minute.
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
from fktui.tui.forms.form import Ask, Look
from fktui.tui.forms.table import TASKS, make
from fktui.tui.screens.form import FormScreen
from fktui.tui.lines import one_line
from fktui.tui.session import Session
from fktui.tui.widgets.box import Box
from fktui.tui.widgets.check_box import CheckBox
from fktui.tui.widgets.form_rows import FormRow, align, texts_of
from fktui.words import language

FAMILIES = (KASTANJE, DUINROOS, IJSVOGEL, MEIDOORN, KWIKSTAART, LISDODDE)
ODD = "?!"
"""What no field reads that reads anything but words."""


class Bare(App[None]):
    """A program that shows nothing but a form: what lies below one is drawn for nothing."""

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
                    yield from (FormRow(field, field.text) for field in form.fields)
                yield Static("", classes="form--note", markup=False)

    def on_mount(self):
        """No field is typed in."""
        for _form, box in self.boxes():
            align(box.query(FormRow))
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
                places = [*row.query(Static), *row.query(CheckBox)]
                shown = "".join(seen(one) for one in places if one.display)
                said = (row.field.label, row._meaning()[0])
                yield from ((task, row.field.name, s) for s in said if _bare(s) not in shown)
            note = box.query_one(".form--note", Static)
            if note.display and _bare(str(note.render())) not in seen(note):
                yield task, "note", str(note.render())


@pytest.mark.parametrize(("lang", "step"), [("nl", 1), ("en", 6)])
def test_nothing_is_cut(store, lang, step):
    screen = Player(Bare(store, lang), (80, 60))  # all rows of a form at once
    try:
        found = list(forms(screen.app.session.desk))
        sheet = Sheet(found[::step])  # Dutch has the longest words
        screen.do(lambda: screen.app.push_screen(sheet))
        cut = list(sheet.unread())
        screen.do(sheet.spoil)
        cut += sheet.unread()
    finally:
        screen.stop()
    assert not cut, "\n".join(map(str, cut))
    assert len(found) > 60, len(found)
