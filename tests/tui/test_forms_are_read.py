"""All forms at 80 columns, in both languages: what they say can be read to the end."""

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
from textual.widgets import Static

from fktui.errors import FkError
from fktui.settings import Settings
from fktui.store.places import Places
from fktui.tui.drafts import Draft
from fktui.tui.forms.form import Ask, Look
from fktui.tui.forms.table import TASKS, make
from fktui.tui.screens.form import FormScreen
from fktui.tui.session import Session
from fktui.tui.widgets.check_box import CheckBox
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


def unread(screen):
    """What does not stand on the screen to its end: labels, hints, errors, what is said below."""
    for row in screen.app.screen.rows:
        places = [*row.query(Static), *row.query(CheckBox)]
        shown = "".join(seen(one) for one in places if one.display)
        said = (row.field.label, row._meaning()[0])
        yield from ((row.field.name, text) for text in said if _bare(text) not in shown)
    for note in screen.app.screen.query(".form--note"):
        if _bare(str(note.render())) not in seen(note):
            yield "note", str(note.render())


def spoil(screen):
    """Something that cannot be read, in each field that reads."""
    for row in screen.app.screen.rows:
        if row.field.look in (Look.LINE, Look.FIGURE) and row.field.read is not str:
            row.put(ODD)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_is_cut(store, lang):
    screen = Player(Bare(store, lang), (80, 60))  # all rows of a form at once
    cut, opened = [], 0
    try:
        for task, form in forms(screen.app.session.desk):
            opened += 1
            draft = Draft(screen.app.session, f"walk.{opened}")
            screen.do(lambda f=form, d=draft: screen.app.push_screen(FormScreen(f, "", d, _none)))
            cut += [(task, *found) for found in unread(screen)]
            screen.do(lambda: spoil(screen))
            cut += [(task, *found) for found in unread(screen)]
            screen.do(screen.app.pop_screen)
    finally:
        screen.stop()
    assert not cut, "\n".join(map(str, cut))
    assert opened > 60, opened


def _none(*_given):
    """Nothing is saved here."""
