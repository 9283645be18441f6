"""At the kitchen table nothing comes in sight that one of those who sit there may not read."""

import asyncio
import re
import threading
from contextlib import suppress

import pytest
from driving import (
    DUINROOS,
    IJSVOGEL,
    KASTANJE,
    LARGE,
    NOW,
    Driven,
    desk_of,
    git_log,
)

from fktui.errors import FkError, WrongUse
from fktui.method.rights.copying import may_read
from fktui.model.case import records
from fktui.model.family import is_there
from fktui.settings import Settings
from fktui.tui.family import Shown, View
from fktui.tui.forms.form import Ask, Done, Form, read_text
from fktui.tui.forms.table import make
from fktui.tui.kitchen_table import KitchenTable
from fktui.tui.panels.program.kitchen import KITCHEN
from fktui.tui.screens.at_table import AloneScreen, AskScreen
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.form import FormScreen
from fktui.tui.screens.kitchen import KitchenScreen
from fktui.tui.screens.program.palette import PaletteScreen
from fktui.tui.screens.program.settings import SettingsScreen
from fktui.tui.screens.today import TodayScreen
from fktui.tui.session import Session
from fktui.usecases.plan.goals import add_goal
from fktui.usecases.records import edit_record
from fktui.words.say import say_on_screen

TOLD = "Het geheime plan van het team alleen"


def letters(text: str) -> str:
    """A text without its ends of lines, and without what is drawn around it."""
    return re.sub(r"[\W_]+", "", text).casefold()


def texts_of(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts_of(one)]
    fields = getattr(value, "__struct_fields__", ())
    return [text for field in fields for text in texts_of(getattr(value, field))]


def forbidden(case, people) -> set[str]:
    """The beginnings of all that is written where one of these people may not read it."""
    hidden, open_ = set(), set()
    for located in records(case):
        record = located.record
        readers = getattr(record, "visible_to", ()) or getattr(located.parent, "visible_to", ())
        is_code = located.kind.name in ("reporting_code", "code_step")
        kept = hidden if is_code or not all(may_read(case, readers, p) for p in people) else open_
        kept |= {letters(text) for text in texts_of(record) if len(letters(text)) > 12}
    everything = " ".join(open_)
    return {text[:24] for text in hidden if text[:24] not in everything}


class Seen:
    """All that was on the screen, from one key to the next."""

    def __init__(self, screen: Driven) -> None:
        self.screen = screen
        self.texts: list[str] = []
        self.look()

    def look(self) -> None:
        self.texts.append(letters(self.screen.text))

    def press(self, *keys: str) -> "Seen":
        for key in keys:
            self.screen.press(key)
            self.look()
        return self

    def wait_saved(self) -> None:
        self.screen.wait_saved()
        self.look()


def sit_down(drive, store, family: str, *away: int, **options) -> Driven:
    """From Today to the table, without those in these places of the list."""
    screen = drive(store, **options)
    if screen.app.screen.families.go_to(family):
        screen.press("f9")
    else:  # a family that was helped before is not on Today
        screen.do(lambda: screen.app.sit_down(family))
    assert isinstance(screen.app.screen, AskScreen)
    for place in away:
        screen.press(*["down"] * place, "space", *["up"] * place)
    screen.press("enter")
    assert isinstance(screen.app.screen, KitchenScreen)
    return screen


def wander(screen: Driven) -> Seen:
    """Everything that can be reached from the table."""
    seen = Seen(screen)
    for page in range(1, len(KITCHEN) + 1):
        seen.press(str(page))
        for _page in range(1 + len(screen.app.screen.page.lines) // LARGE[1]):
            seen.press("pagedown")
    seen.press("f1", "end", "escape", "ctrl+p")
    assert isinstance(screen.app.screen, PaletteScreen)
    seen.press("e", "pagedown", "pagedown")
    screen.wait(0.3)
    seen.press("escape", "f2", "end", "escape", "f9", "f9", "f8", "enter", "escape")
    for page, task in (("1", "c"), ("1", "d"), ("1", "s")):
        seen.press(page, task)
        assert isinstance(screen.app.screen, FormScreen) or task == "s", task
        seen.press(*["tab"] * 3, "f1", "escape", "escape")
    for page in ("1", "2", "3", "4"):
        seen.press(page, "home", "e", "tab", "escape", "end", "e", "escape")
    seen.press("escape", "q", "v", "n", "p", "slash", "question_mark", "escape")
    seen.press("w", "tab", "end", "tab", "n", "tab", "tab", "full_stop", "n", "pagedown", "e")
    seen.press("escape", "i", "down", "enter", "w", "w", "escape")
    seen.press("f5", "right", "right", "f1", "escape", "p", "escape", "f7", "p", "escape")
    return seen


def said_by(form: Form) -> list[str]:
    """Every text of a form, and what its fields mean."""
    said = [form.id, form.title, *form.notes]
    for field in form.fields:
        said += [field.label, field.text, field.hint, field.help, *field.choices]
        with suppress(FkError):
            value = read_text(field, field.text)
            said += [field.say(value)] if field.say and value is not None else []
    return said


def all_that_is_made(table: KitchenTable, desk, loaded) -> str:
    """What the pages, and all forms that can be opened from them, are made of."""
    seen = table.seen(loaded)
    lines = [
        line
        for panel in KITCHEN
        for line in panel.lines(View(Shown(desk, loaded, people=table.people), 118))
    ]
    texts = [line.text for line in lines]
    asked = [(task, "") for task in ("contact", "score", "goal")]
    asked += [(f"{line.kind}.edit", line.key) for line in lines if line.key]
    for task, record in dict.fromkeys(asked):
        try:
            form = table.form(make(task, Ask(desk, seen, record)), loaded, record)
        except FkError as error:
            texts.append(say_on_screen(error))
        else:
            texts += said_by(form)
    return letters(" ".join(texts))


@pytest.mark.parametrize("family", [DUINROOS, KASTANJE, IJSVOGEL])
def test_nothing_is_made_of_what_one_of_them_may_not_read(store, family):
    """Whoever sit there: all of them, or one of them alone with the coach."""
    desk = desk_of(store)
    add_goal(desk, family, {"title": TOLD, "visible_to": ("team",)})
    loaded = desk.load(family)
    table = KitchenTable(Session(desk.store.places, lambda: desk, lambda: NOW, Settings()))
    there = tuple(one.id for one in loaded.case.family.people if is_there(one, desk.today))
    groups = {there, *((one,) for one in there)}
    for people in groups:
        table.sit_down(family, people)
        hidden = forbidden(loaded.case, people)
        assert letters(TOLD)[:24] in hidden
        shown = all_that_is_made(table, desk, loaded)
        assert {text for text in hidden if text in shown} == set()
    table.get_up()
    assert letters(TOLD) in letters(" ".join(texts_of(table.seen(loaded).case.plan)))


@pytest.mark.parametrize(("family", "away"), [(DUINROOS, (0,)), (IJSVOGEL, ())])
def test_nothing_that_one_of_them_may_not_read_is_ever_seen(drive, store, family, away):
    desk = desk_of(store)
    add_goal(desk, family, {"title": TOLD, "visible_to": ("team",)})
    case = desk.load(family).case
    screen = sit_down(drive, store, family, *away, size=LARGE)
    people = screen.app.table.people
    assert len(people) == len([p for p in case.family.people if p.until is None]) - len(away)
    hidden = forbidden(case, people)
    assert letters(TOLD)[:24] in hidden
    seen = wander(screen)
    assert isinstance(screen.app.screen, KitchenScreen)
    leaks = {text for text in hidden for shown in seen.texts if text in shown}
    assert leaks == set()
    others = [one.name for one in screen.app.session.families().lines if one.id != family]
    assert others
    assert not [name for name in others for shown in seen.texts if letters(name) in shown]


def test_the_test_itself_sees_what_is_on_the_screen(drive, store):
    """The same wandering finds what is there when a coach is alone."""
    desk = desk_of(store)
    add_goal(desk, DUINROOS, {"title": TOLD, "visible_to": ("team",)})
    screen = drive(store, size=LARGE)
    screen.app.screen.families.go_to(DUINROOS)
    seen = Seen(screen.press("enter"))
    seen.press("2", *["down"] * 30)
    assert any(letters(TOLD) in shown for shown in seen.texts)


def test_only_f9_leads_away_and_back_to_where_it_was(drive, store):
    screen = drive(store)
    screen.app.screen.families.go_to(KASTANJE)
    screen.press("enter", "f9", "enter")
    for key in ("escape", "q", "v", "n", "p", "b", "t", "f", "x", "a", "slash", "ctrl+e"):
        screen.press(key)
        assert isinstance(screen.app.screen, KitchenScreen), key
    for picture in ("w", "f5", "f7"):
        for key in ("f2", "p", "r", "f9"):
            shown = screen.press(picture).app.screen
            assert shown.shown.people, picture
            assert screen.press(key).app.screen is shown, (picture, key)
            screen.press("escape")
            assert isinstance(screen.app.screen, KitchenScreen), picture
    screen.do(lambda: screen.app.open_family(DUINROOS))
    screen.do(lambda: screen.app.ask("contact", DUINROOS))
    assert isinstance(screen.app.screen, KitchenScreen)
    screen.press("f9", "enter")
    assert isinstance(screen.app.screen, FamilyScreen)
    assert not screen.app.together
    screen.press("escape")
    assert isinstance(screen.app.screen, TodayScreen)


def test_nobody_at_the_table_is_no_table(drive, store):
    screen = drive(store)
    screen.app.screen.families.go_to(KASTANJE)
    screen.press("f9")
    members = len(screen.app.screen.query("CheckBox"))
    for _member in range(members):
        screen.press("space", "down")
    screen.press("enter")
    assert isinstance(screen.app.screen, AskScreen)
    screen.press("escape")
    assert isinstance(screen.app.screen, TodayScreen)


def test_a_goal_is_added_together_and_taken_back_and_nothing_from_before(drive, store):
    desk = desk_of(store)
    add_goal(desk, KASTANJE, {"title": TOLD, "visible_to": ("team",)})
    before = git_log(store, KASTANJE)
    screen = sit_down(drive, store, KASTANJE, lang="en")
    screen.press("u").wait_saved()
    assert "Since you sat down together nothing was done" in " ".join(screen.text.split())
    assert screen.git_log(KASTANJE) == before
    screen.press("d").type("Samen zingen").press("ctrl+s").wait_saved()
    assert "Samen zingen" in screen.text
    assert "Saved." in screen.text
    assert len(screen.git_log(KASTANJE)) == len(before) + 1
    screen.press("u").wait_saved()
    assert "Taken back." in screen.text
    assert screen.git_log(KASTANJE)[0].startswith(("Undone", "Teruggedraaid"))
    screen.press("u").wait_saved()
    assert len(screen.git_log(KASTANJE)) == len(before) + 2
    titles = [goal["title"] for goal in screen.yaml(KASTANJE, "plan.yaml")["goals"]]
    assert TOLD in titles
    assert "Samen zingen" not in titles


def test_what_somebody_else_does_meanwhile_is_not_taken_back_here(drive, store):
    screen = sit_down(drive, store, KASTANJE, lang="en")
    screen.press("d").type("Samen zingen").press("ctrl+s").wait_saved()
    add_goal(desk_of(store), KASTANJE, {"title": TOLD, "visible_to": ("team",)})
    count = len(screen.git_log(KASTANJE))
    screen.press("u").wait_saved()
    assert len(screen.git_log(KASTANJE)) == count
    screen.wait(1.2)
    assert letters(TOLD) not in letters(screen.text)
    assert "Samen zingen" in [one.text.strip() for one in screen.app.screen.page.lines]


def test_what_the_coach_was_typing_alone_does_not_appear_and_waits_for_her(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(KASTANJE)
    screen.press("c", "1", "enter").type("Vermoeden, nog niet delen").press("escape")
    screen.press("f9", "enter", "c")
    assert "Vermoeden" not in screen.text
    assert "Hours" not in screen.text
    screen.press("f4").type("Samen opgeschreven").press("escape", "escape")
    screen.press("f9", "enter", "c")
    assert "Vermoeden" in screen.text
    assert "Samen opgeschreven" not in screen.text


def test_what_was_typed_together_waits_in_the_usual_form(drive, store):
    screen = sit_down(drive, store, KASTANJE, lang="en")
    screen.press("d").type("Samen fietsen").press("escape", "f9", "enter", "d")
    assert "Samen fietsen" in screen.text


def test_what_was_typed_together_waits_there_after_leaving_fk_too(drive, store):
    screen = sit_down(drive, store, KASTANJE, lang="en")
    screen.press("d").type("Samen fietsen").press("ctrl+q")
    again = drive(store, lang="en")
    again.app.screen.families.go_to(KASTANJE)
    again.press("d")
    assert "Samen fietsen" in again.text


def test_those_at_the_table_are_present_and_there_are_no_hours(drive, store):
    screen = sit_down(drive, store, KASTANJE, 0, lang="en")
    names = screen.app.table.people
    screen.press("c", "f4").type("Een goed gesprek.").press("escape", "ctrl+s").wait_saved()
    fields, body = screen.entries(KASTANJE, "contacts")[-1]
    assert body == "Een goed gesprek."
    assert tuple(fields["present"]) == names
    assert "hours" not in fields


@pytest.mark.parametrize(("size", "lang"), [((80, 24), "nl"), (LARGE, "en")])
def test_it_is_drawn_at_every_size_in_both_languages(drive, store, size, lang):
    screen = sit_down(drive, store, KASTANJE, size=size, lang=lang)
    for page in ("1", "2", "3", "4", "right", "left"):
        screen.press(page)
        assert all(len(one) <= size[0] for one in screen.lines)
    assert ("Ons netwerk" in screen.text or "Doelen" in screen.text) is (lang == "nl")
    screen.resize(40, 15).resize(200, 60)
    assert isinstance(screen.app.screen, KitchenScreen)


def test_an_enter_on_a_line_changes_it(drive, store):
    screen = sit_down(drive, store, KASTANJE)
    screen.press("enter")
    assert isinstance(screen.app.screen, FormScreen)
    assert screen.app.screen.form.id.startswith(("goal", "step"))


def test_getting_up_is_asked_for_a_finger_slips(drive, store):
    """F9 lies beside F8, and a child at the table presses what it sees."""
    screen = sit_down(drive, store, KASTANJE, lang="en")
    for slip in (("f9", "f9"), ("f8",), ("f8",), ("escape",)):
        screen.press(*slip)
        assert screen.app.together
        assert "Roodborst · " not in screen.text
    assert isinstance(screen.app.screen, KitchenScreen)
    screen.click("alone again")
    assert isinstance(screen.app.screen, AloneScreen)
    screen.click("Esc stay")
    assert isinstance(screen.app.screen, KitchenScreen)
    screen.press("f9").click("Enter alone again")
    assert isinstance(screen.app.screen, TodayScreen)
    assert not screen.app.together


def test_sitting_down_can_be_done_with_the_mouse(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(KASTANJE)
    screen.press("f9").click("Enter look together")
    assert isinstance(screen.app.screen, KitchenScreen)


def test_nothing_else_is_drawn_between_the_question_and_the_table(drive, store, monkeypatch):
    screen = drive(store)
    screen.app.screen.families.go_to(KASTANJE)
    screen.press("f9")
    drawn, display = [], screen.app._display

    def note(place, renderable):
        drawn.append(type(place))
        display(place, renderable)

    monkeypatch.setattr(screen.app, "_display", note)
    screen.press("enter").press("f8", "enter", "f9", "escape", "c", "escape").resize(60, 20)
    assert KitchenScreen in drawn
    assert TodayScreen not in drawn
    assert FamilyScreen not in drawn


def test_what_becomes_restricted_while_she_asks_who_is_there_is_not_shown(drive, store):
    desk = desk_of(store)
    goal = add_goal(desk, KASTANJE, {"title": TOLD}).act.record
    screen = drive(store)
    screen.app.screen.families.go_to(KASTANJE)
    screen.press("enter", "f9")
    edit_record(desk_of(store), KASTANJE, goal, ("goal",), {"visible_to": ("team",)})
    screen.do(lambda: screen.app.outside.look_now(KASTANJE))  # the family below is shown anew
    screen.press("enter")
    assert isinstance(screen.app.screen, KitchenScreen)
    assert TOLD not in [one.text.strip() for one in screen.app.screen.page.lines]


def test_what_was_copied_before_cannot_be_put_in_a_form_at_the_table(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(KASTANJE)
    screen.press("c", "f4").type("Vermoeden").press("shift+home", "ctrl+c", "escape", "escape")
    assert screen.app.clipboard == "Vermoeden"
    screen.press("f9", "enter", "d", "ctrl+v")
    assert "Vermoeden" not in screen.text


def test_the_settings_are_not_for_the_table(drive, store):
    screen = sit_down(drive, store, KASTANJE, lang="en")
    screen.press("f2")
    assert isinstance(screen.app.screen, KitchenScreen)
    screen.press("c", "f2")
    assert isinstance(screen.app.screen, FormScreen)
    screen.press("escape", "ctrl+p").type("colours, signs").press("enter")
    assert not isinstance(screen.app.screen, SettingsScreen)


@pytest.mark.parametrize("refused", [True, False])
def test_what_she_began_alone_is_told_when_she_is_alone_again(drive, store, refused):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(KASTANJE)
    go, back = threading.Event(), []

    def work():
        go.wait(5)
        if refused:
            raise WrongUse("nothing-changed")
        return Done("Vermoeden genoteerd", DUINROOS)

    def come_back(_error):
        back.append(type(screen.app.screen))

    async def sit_down_meanwhile():
        screen.app.do(work, screen.app._saved, come_back)
        screen.app.sit_down(KASTANJE)
        await asyncio.sleep(0.3)
        screen.app.screen.action_begin()
        await asyncio.sleep(0.3)

    screen._run(sit_down_meanwhile())
    assert isinstance(screen.app.screen, KitchenScreen)
    go.set()
    screen.wait_saved()
    assert "Vermoeden" not in screen.text
    assert back == []
    screen.press("u").wait_saved()
    assert "Since you sat down together nothing was done" in " ".join(screen.text.split())
    screen.press("f9", "enter").settle()
    assert back == ([TodayScreen] if refused else [])
    assert ("Vermoeden genoteerd" in screen.text) is not refused


def test_what_is_not_shown_is_not_named_in_a_form_and_is_not_lost(drive, store):
    desk = desk_of(store)
    secret = add_goal(desk, KASTANJE, {"title": TOLD, "visible_to": ("team",)}).act.record
    goal = add_goal(desk, KASTANJE, {"title": "Samen zingen", "parent": secret}).act.record
    screen = sit_down(drive, store, KASTANJE, lang="en", size=LARGE)
    screen.do(lambda: screen.app.ask("goal.edit", KASTANJE, goal))
    fields = {row.field.name: row for row in screen.app.screen.rows}
    assert "parent" not in fields
    assert not [row for row in fields.values() if secret in row.text]
    screen.do(lambda: fields["title"].put("Samen dansen"))
    screen.press("ctrl+s").wait_saved()
    now = next(g for g in screen.yaml(KASTANJE, "plan.yaml")["goals"] if g["id"] == goal)
    assert (now["title"], now["parent"]) == ("Samen dansen", secret)


@pytest.mark.parametrize("size", [(40, 15), (60, 20)])
def test_all_who_may_sit_there_can_be_reached_on_a_small_screen(drive, store, size):
    screen = drive(store, lang="en", size=size)
    screen.app.screen.families.go_to(KASTANJE)
    screen.press("f9")
    assert "look together" in screen.lines[-1]
    people = [box.label for box in screen.app.screen.query("CheckBox")]
    seen = set()
    for _one in people:
        seen |= {name for name in people if name in screen.text}
        screen.press("down")
    assert seen == set(people)
