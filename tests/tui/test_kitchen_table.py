"""At the kitchen table nothing comes in sight that one of those who sit there may not read."""

import re

import pytest
from driving import DUINROOS, IJSVOGEL, KASTANJE, LARGE, Driven, desk_of, git_log

from fktui.method.rights.copying import may_read
from fktui.model.case import records
from fktui.tui.panels.program.kitchen import KITCHEN
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.form import FormScreen
from fktui.tui.screens.kitchen import AskScreen, KitchenScreen
from fktui.tui.screens.program.palette import PaletteScreen
from fktui.tui.screens.today import TodayScreen
from fktui.usecases.plan.goals import add_goal

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
        seen.press(str(page), "end", "home")
        for _page in range(1 + len(screen.app.screen.page.lines) // 20):
            seen.press("pagedown", "down")
    seen.press("f1", "end", "escape", "ctrl+p")
    assert isinstance(screen.app.screen, PaletteScreen)
    for word in ("a", "e", "i"):
        seen.press(word, "pagedown", "pagedown", "backspace")
    screen.wait(0.3)
    seen.press("escape", "f2", "end", "escape")
    for page, task in (("1", "c"), ("1", "d"), ("1", "s")):
        seen.press(page, task)
        assert isinstance(screen.app.screen, FormScreen) or task == "s", task
        seen.press(*["tab"] * 12, "f1", "escape", "escape")
    for page in ("1", "2", "3", "4"):
        seen.press(page, "home", "e", *["tab"] * 6, "escape", "escape", "end", "e", "escape")
    seen.press("escape", "q", "v", "n", "p", "w", "slash", "question_mark", "escape")
    return seen


@pytest.mark.parametrize(
    ("family", "away"),
    [(DUINROOS, ()), (DUINROOS, (0,)), (DUINROOS, (1, 3)), (KASTANJE, (0,)), (IJSVOGEL, ())],
)
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
    for key in ("escape", "q", "v", "n", "p", "w", "b", "t", "f", "x", "a", "slash", "ctrl+e"):
        screen.press(key)
        assert isinstance(screen.app.screen, KitchenScreen), key
    screen.do(lambda: screen.app.open_family(DUINROOS))
    screen.do(lambda: screen.app.ask("contact", DUINROOS))
    assert isinstance(screen.app.screen, KitchenScreen)
    screen.press("f9")
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
    assert "Samen zingen" in screen.text


def test_what_the_coach_was_typing_alone_does_not_appear_and_waits_for_her(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(KASTANJE)
    screen.press("c", "1", "enter").type("Vermoeden, nog niet delen").press("escape")
    screen.press("f9", "enter", "c")
    assert "Vermoeden" not in screen.text
    assert "Hours" not in screen.text
    screen.press("f4").type("Samen opgeschreven").press("escape", "escape")
    screen.press("f9", "c")
    assert "Vermoeden" in screen.text
    assert "Samen opgeschreven" not in screen.text


def test_what_was_typed_together_waits_in_the_usual_form(drive, store):
    screen = sit_down(drive, store, KASTANJE, lang="en")
    screen.press("d").type("Samen fietsen").press("escape", "f9", "d")
    assert "Samen fietsen" in screen.text


def test_those_at_the_table_are_present_and_there_are_no_hours(drive, store):
    screen = sit_down(drive, store, KASTANJE, 0, lang="en")
    names = screen.app.table.people
    screen.press("c", "f4").type("Een goed gesprek.").press("escape", "ctrl+s").wait_saved()
    fields, body = screen.entries(KASTANJE, "contacts")[-1]
    assert body == "Een goed gesprek."
    assert tuple(fields["present"]) == names
    assert "hours" not in fields


@pytest.mark.parametrize("size", [(80, 24), LARGE])
@pytest.mark.parametrize("lang", ["nl", "en"])
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
