"""The tabs *Analysis* and *Safety* as lines: none too wide, all to be chosen, no colour needed."""

import msgspec
import pytest
from driving import DUINROOS, IJSVOGEL, KASTANJE, KWIKSTAART, LISDODDE, MEIDOORN, desk_of
from rich.cells import cell_len

from fktui.model.case import find, records
from fktui.tui.family import Shown, View
from fktui.tui.panels import analysis, safety
from fktui.tui.panels.panel import DO
from fktui.words import language

FAMILIES = (IJSVOGEL, MEIDOORN, KWIKSTAART, KASTANJE, DUINROOS, LISDODDE)
TABS = {"analysis": analysis.PANEL, "safety": safety.PANEL}


@pytest.fixture(scope="module")
def desk(demo_once):
    """For looking only."""
    return desk_of(demo_once)


def view_of(desk, family, width=78, *, together=False, change=None):
    loaded = desk.load(family)
    if change is not None:
        loaded = msgspec.structs.replace(loaded, case=change(loaded.case))
    return View(Shown(desk, loaded, together=together), width)


def text_of(desk, tab, family, width=78, **more):
    return "\n".join(one.text for one in TABS[tab].lines(view_of(desk, family, width, **more)))


def with_worry(case, **fields):
    first, *rest = case.analysis.worries
    changed = msgspec.structs.replace(first, **fields)
    after = msgspec.structs.replace(case.analysis, worries=(changed, *rest))
    return msgspec.structs.replace(case, analysis=after)


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("width", [60, 73, 78, 100, 140])
def test_no_line_is_wider_than_the_screen(desk, tab, width, lang, together):
    language.use(lang)
    for family in FAMILIES:
        for one in TABS[tab].lines(view_of(desk, family, width, together=together)):
            assert cell_len(one.text) <= width, one.text


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_record_of_the_tab_can_be_chosen(desk, family, tab):
    view = view_of(desk, family)
    keys = {one.key for one in TABS[tab].lines(view)}
    kinds = set(TABS[tab].kinds) - {"domain"}
    there = {one.record.id for one in records(view.case) if one.kind.name in kinds}
    over = {one.id for plan in view.case.safety.plans for one in plan_lines(plan) if plan.ended_on}
    assert there - over <= keys


def plan_lines(plan):
    return (*plan.signals, *plan.agreements, *plan.calls, *plan.conditions, *plan.reviews)


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_chosen_line_is_a_record_or_asks_something(desk, family, tab):
    view = view_of(desk, family)
    for one in TABS[tab].lines(view):
        if one.key and one.kind != DO:
            located = find(view.case, one.key)
            assert located is not None, one.text
            assert located.kind.name == one.kind


@pytest.mark.parametrize("family", FAMILIES)
def test_at_the_kitchen_table_there_is_no_reporting_code_and_nothing_of_the_team_only(desk, family):
    def secret(case):
        worries = case.analysis.worries
        return with_worry(case, what="GEHEIM", visible_to=("team",)) if worries else case

    for tab in TABS:
        alone = text_of(desk, tab, family, change=secret)
        shown = text_of(desk, tab, family, change=secret, together=True)
        assert "Reporting code" not in shown
        assert "GEHEIM" not in shown
        has_worry = tab == "analysis" and desk.load(family).case.analysis.worries
        assert ("GEHEIM" in alone) == bool(has_worry)
    assert ("Reporting code" in text_of(desk, "safety", family)) == (family == DUINROOS)


def test_the_crisis_card_comes_first_with_numbers_and_who_is_called(desk):
    lines = text_of(desk, "safety", DUINROOS).splitlines()
    assert lines[0].strip() == "When it goes wrong"
    assert lines[1].split()[0] == "112"
    assert "!! red" in lines[3]
    assert "1. Fenna → Lot Putter" in lines[4]


def test_colours_are_said_in_words_with_a_mark(desk):
    text = text_of(desk, "safety", DUINROOS)
    for said in ("+ green", "! orange", "!! red"):
        assert said in text


def test_what_is_met_what_is_open_and_what_is_late_have_other_marks(desk):
    def late(case):
        (plan,) = case.safety.plans
        first, *rest = plan.conditions
        first = msgspec.structs.replace(first, until=desk.today.replace(day=10))
        plan = msgspec.structs.replace(plan, conditions=(first, *rest))
        return msgspec.structs.replace(
            case, safety=msgspec.structs.replace(case.safety, plans=(plan,))
        )

    plain = text_of(desk, "safety", DUINROOS).splitlines()
    assert any(one.startswith("□ Niet schreeuwen") for one in plain)
    assert any(one.startswith("√ Op wisseldagen zijn") for one in plain)
    told = text_of(desk, "safety", DUINROOS, change=late).splitlines()
    assert any(one.startswith("! Niet schreeuwen") for one in told)


def test_how_safe_each_says_it_is_goes_from_first_to_last(desk):
    (line,) = [
        one for one in text_of(desk, "safety", DUINROOS).splitlines() if one.startswith("  Joris")
    ]
    assert "3 → 4" in line


def test_an_ended_plan_is_among_the_older_ones(desk):
    text = text_of(desk, "safety", IJSVOGEL)
    assert "No safety plan is running." in text
    assert "ended on 4 December 2025" in text


@pytest.mark.parametrize(
    ("width", "columns"), [(73, True), (60, False)], ids=["columns", "lines below"]
)
def test_members_have_columns_where_these_fit(desk, width, columns):
    lines = text_of(desk, "analysis", IJSVOGEL, width).splitlines()
    assert ("Sherida" in lines[1]) is columns
    parents = next(one for one in lines if one.strip().startswith("Parents"))
    assert "3 → 1" in parents
    assert ("■1 ≈1" in parents) is columns
    assert any("Sherida ■2 ≈1" in one for one in lines) is not columns


def test_a_worry_has_whose_view_it_is_who_sees_it_otherwise_and_its_answer(desk):
    text = text_of(desk, "analysis", DUINROOS, 100)
    assert "seen otherwise by Joris Tureluur" in text
    assert "opinion, source: school" in text
    assert "→ goal: Wisseldag zonder ruzie" in text


def test_a_worry_without_a_goal_asks_for_one_but_not_at_the_table(desk):
    def open_end(case):
        return with_worry(case, goals=(), no_goal=None)

    alone = TABS["analysis"].lines(view_of(desk, DUINROOS, change=open_end))
    asked = [one.key for one in alone if one.key.startswith("worry.goal@")]
    assert asked == [f"worry.goal@{desk.load(DUINROOS).case.analysis.worries[0].id}"]
    shown = TABS["analysis"].lines(view_of(desk, DUINROOS, change=open_end, together=True))
    assert not [one for one in shown if one.kind == DO]


def test_a_worry_that_is_no_longer_so_stands_apart(desk):
    before, after = text_of(desk, "analysis", IJSVOGEL).split("No longer so")
    assert "Mila zorgt te veel voor Noor" not in before
    assert "√ Mila" in after


def test_figures_have_their_change_and_the_way_it_went(desk):
    text = text_of(desk, "analysis", IJSVOGEL, 100)
    assert "▲ " in text
    assert "68.9 → 84.4" in text
    assert "better" in text


def test_feelings_go_left_for_bad_and_right_for_good(desk):
    lines = text_of(desk, "analysis", IJSVOGEL).splitlines()
    assert any("·■■■■│····· -4" in one and "Sherida" in one for one in lines)
    assert any("·····│■■■■■ +5" in one and "Sherida" in one for one in lines)


def test_hostile_text_stays_in_its_lines(desk):
    hostile = "[bold]x[/] \x1b[31m \u202e漢字 " + "ongebroken" * 2000

    def bad(case):
        return with_worry(case, what=hostile, contested=hostile, source=hostile)

    for one in TABS["analysis"].lines(view_of(desk, DUINROOS, 60, change=bad)):
        assert cell_len(one.text) <= 60
        assert "\x1b" not in one.text
        assert "\u202e" not in one.text
