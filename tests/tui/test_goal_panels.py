"""The tabs Goals and Contacts, and a record in full, read without a screen."""

import pytest
from driving import DUINROOS, IJSVOGEL, KWIKSTAART, desk_of
from msgspec.structs import replace
from rich.cells import cell_len

from fktui.model.case import put, records
from fktui.model.plan import Step
from fktui.tui.family import Shown, View
from fktui.tui.panels import contacts, goals
from fktui.tui.panels.record import record_lines
from fktui.usecases.rights.statements import add_statement
from fktui.words import language
from fktui.words.language import _

HOSTILE = "[bold]x[/] \x1b[31mrood\x07 \u202eomgekeerd " + "w" * 20_000 + "\n\n燕家"


@pytest.fixture
def view(demo_once):
    """A family in a width, all of it or at the kitchen table."""
    language.use("nl")
    desk = desk_of(demo_once)

    def made(case_id, width=78, *, together=False):
        return View(Shown(desk, desk.load(case_id), together=together), width)

    return made


def texts(lines):
    return [one.text for one in lines]


@pytest.mark.parametrize("width", [73, 78, 118])
@pytest.mark.parametrize("case_id", [DUINROOS, IJSVOGEL, KWIKSTAART])
@pytest.mark.parametrize("panel", [goals.PANEL, contacts.PANEL])
def test_no_line_is_wider_than_there_is_room(view, panel, case_id, width):
    too_wide = [one.text for one in panel.lines(view(case_id, width)) if cell_len(one.text) > width]
    assert too_wide == []


def test_steps_stand_below_their_goal_with_what_they_wait_for(view):
    now = view(DUINROOS)
    lines = goals.lines(now)
    keys = [one.key for one in lines]
    for goal in now.case.plan.goals:
        start = keys.index(goal.id) + 1
        assert keys[start : start + len(goal.steps)] == [one.id for one in goal.steps]
    marks = {one.key: one.text.strip()[0] for one in lines if one.kind == "step"}
    today = now.desk.today
    for goal in now.case.plan.goals:
        for step in goal.steps:
            late = step.done is None and step.due is not None and step.due < today
            assert marks[step.id] == ("√" if step.done else "!" if late else "□")


def test_goals_that_are_reached_stand_at_the_end(view):
    lines = texts(goals.lines(view(IJSVOGEL)))
    assert any("√ " in line and "■" in line for line in lines[-20:])
    assert not any("■" in line for line in lines[:3])


def test_contacts_stand_newest_first_by_month(view):
    now = view(DUINROOS)
    shown = [one.key for one in contacts.lines(now) if one.kind == "contact"]
    days = {one.id: (one.on, one.at or "") for one in now.case.contacts}
    assert len(shown) == len(days)
    assert [days[key] for key in shown] == sorted(days.values(), reverse=True)
    assert texts(contacts.lines(now))[0].startswith("mei 2026")


def test_at_the_kitchen_table_there_are_no_hours(view):
    alone, together = (texts(contacts.lines(view(IJSVOGEL, together=t))) for t in (False, True))
    assert any("uur" in line for line in alone if not line.startswith(" "))
    assert not any("uur" in line.partition("  ")[2] for line in together if line[:1].isalpha())


def test_own_words_beside_a_contact_are_announced(store, store_desk):
    language.use("nl")
    case = store_desk.load(DUINROOS).case
    contact = case.contacts[-1]
    person = case.family.people[0]
    fields = {"by": person.id, "entry": contact.id, "body": "Zo was het niet."}
    added = add_statement(store_desk, DUINROOS, fields)
    now = View(Shown(store_desk, store_desk.load(DUINROOS)), 78)
    lines = contacts.lines(now)
    keys = [one.key for one in lines]
    assert keys[keys.index(contact.id) + 1] == added.act.record
    said = _("Own words of {name}").format(name=person.name)
    assert said in texts(record_lines(now, contact.id))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_record_can_be_read_in_full_in_a_narrow_column(demo_once, lang):
    language.use(lang)
    desk = desk_of(demo_once)
    for case_id in desk.store.case_ids():
        now = View(Shown(desk, desk.load(case_id)), 41)
        for found in records(now.case):
            lines = record_lines(now, found.record.id)
            assert lines[0].key == found.record.id
            wide = [one.text for one in lines if cell_len(one.text) > 41]
            assert wide == [], found.kind.name


def test_what_is_inside_a_record_can_be_reached(view):
    now = view(DUINROOS)
    goal = now.case.plan.goals[0]
    keys = {one.key: one.kind for one in record_lines(now, goal.id) if one.key}
    assert {one.id for one in (*goal.steps, *goal.scores)} < set(keys)
    assert keys[goal.steps[0].id] == "step"


def test_the_level_where_a_goal_is_now_is_marked(view):
    now = view(DUINROOS)
    goal = now.case.plan.goals[0]
    marked = [line for line in texts(record_lines(now, goal.id)) if "►" in line]
    assert len(marked) == 1
    assert goal.levels.less in marked[0]


def test_hostile_words_stay_on_their_lines(demo_once):
    desk = desk_of(demo_once)
    loaded = desk.load(DUINROOS)
    goal, contact = loaded.case.plan.goals[0], loaded.case.contacts[-1]
    bad = replace(goal, title=HOSTILE, why=HOSTILE, steps=(Step(id="s-00000", what=HOSTILE),))
    case = put(put(loaded.case, "goal", bad), "contact", replace(contact, body=HOSTILE))
    now = View(Shown(desk, replace(loaded, case=case)), 78)
    lines = [*goals.lines(now), *contacts.lines(now), *record_lines(now, goal.id)]
    lines += record_lines(now, contact.id)
    for one in lines:
        assert cell_len(one.text) <= 78
        assert not any(sign in one.text for sign in "\x1b\x07\n\u202e")
