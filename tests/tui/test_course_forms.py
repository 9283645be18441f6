"""The course of the help from the screen: new family, intake, phases, the head of the record."""

from datetime import date, timedelta

import pytest
from driving import DUINROOS, KASTANJE, LARGE, MEIDOORN, SMALL, Drive, git_log, read_yaml
from test_network_forms import saved

from fktui.errors import WrongUse
from fktui.model.case import put
from fktui.model.stored import Act, Change
from fktui.store.places import Places
from fktui.tui.forms.course.aftercare import aftercare_form
from fktui.tui.forms.form import Ask, Look
from fktui.tui.forms.reading import Refused, read_form
from fktui.tui.forms.table import make
from fktui.usecases.checking import check
from fktui.usecases.course import ending
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.records import with_fields
from fktui.words import language


def confirmed_ahead(desk, case_id):
    """Everything that the next phase asks has been agreed."""

    def edit(loaded):
        case = loaded.case
        period = next(p for p in case.trajectory.phases if p.started_on is None)
        codes = ("analysis-finished", "stress-reduced", "plan-drawn-up")
        after = with_fields(period, {"conditions": codes})
        act = Act(action="phase.edit", subject="prepared", record=period.id)
        return Change(case=put(case, "phase", after), act=act)

    desk.change(case_id, edit)


def phases(store, case_id):
    return {p["phase"]: p for p in read_yaml(store, case_id, "case.yaml")["phases"]}


def test_the_next_phase_takes_two_keys_when_all_is_met(drive: Drive, store, store_desk):
    confirmed_ahead(store_desk, KASTANJE)
    screen = drive(store, "f ctrl+s", lang="en").wait_saved()
    assert screen.pressed == 2
    found = phases(store, KASTANJE)
    assert found["execution"]["started_on"] == found["analysis"]["ended_on"] == "2026-05-11"
    assert "reason" not in found["execution"]


def test_with_a_reason_it_takes_five_at_most(drive: Drive, store):
    before = len(git_log(store, KASTANJE))
    screen = drive(store, "f tab tab", lang="en").type("Rust eerst").press("ctrl+s").wait_saved()
    assert screen.pressed - len("Rust eerst") <= 5
    found = phases(store, KASTANJE)["execution"]
    assert found["reason"] == "Rust eerst"
    assert len(git_log(store, KASTANJE)) == before + 1


def test_without_a_reason_it_is_asked_and_nothing_is_lost(drive: Drive, store):
    screen = drive(store, "f space ctrl+s", lang="en")
    assert "say why under Reason" in " ".join(screen.text.replace("│", " ").split())
    assert "started_on" not in phases(store, KASTANJE)["execution"]
    assert "√ The analysis is finished" in screen.text
    screen.type("Rust eerst").press("ctrl+s").wait_saved()  # the cursor stood there
    found = phases(store, KASTANJE)["execution"]
    assert (found["reason"], "analysis-finished" in found["conditions"]) == ("Rust eerst", True)


@pytest.mark.parametrize("way", ["f tab tab tab tab", "f ctrl+s"])
def test_with_four_open_points_it_takes_five_at_most(drive: Drive, store, store_desk, way):
    start = store_desk.today - timedelta(days=7)
    case_id = new_case(store_desk, NewCase(name="Gezin Osei", start=start)).case.id
    screen = drive(store, lang="en")
    assert screen.screen.families.go_to(case_id)
    screen.settle().press("f")
    assert sum(row.field.look is Look.CHECK for row in screen.screen.rows) == 4
    screen.press(*way.split()[1:]).type("Rust").press("ctrl+s").wait_saved()
    assert phases(store, case_id)["analysis"]["reason"] == "Rust"
    if way == "f ctrl+s":
        assert screen.pressed - len("Rust") == 3


def test_what_the_files_show_is_ticked_and_can_be_doubted(store, store_desk):
    form = make("phase", Ask(store_desk, store_desk.load(KASTANJE)))
    ticks = {f.name: f.text for f in form.fields if f.look is Look.CHECK}
    assert ticks == {
        "met-plan-drawn-up": "1",
        "met-analysis-finished": "",
        "met-stress-reduced": "",
    }
    confirmed_ahead(store_desk, KASTANJE)
    with pytest.raises(WrongUse) as caught:
        saved(store_desk, KASTANJE, "phase", **{"met-plan-drawn-up": ""})
    assert caught.value.code == "phase-needs-reason"
    done = saved(store_desk, KASTANJE, "phase", **{"met-plan-drawn-up": "", "reason": "x"})
    assert "1 point still open" in done.said


def test_the_weeks_move_what_comes_after(store, store_desk):
    confirmed_ahead(store_desk, KASTANJE)
    saved(store_desk, KASTANJE, "phase", weeks="10")
    found = phases(store, KASTANJE)
    begins, ends = found["execution"]["planned_from"], found["execution"]["planned_until"]
    assert (begins, ends) == ("2026-05-18", "2026-07-27")  # the plan; it begins a week early
    assert found["closing"]["planned_from"] == "2026-07-20"


def test_more_time_counts_from_the_end(store, store_desk):
    saved(store_desk, KASTANJE, "phase.extend", until="+2w", reason="ziek", by="Liya")
    [more] = phases(store, KASTANJE)["analysis"]["extensions"]
    assert (more["until"], more["reason"]) == ("2026-06-01", "ziek")


def test_the_help_ends_and_is_taken_up_again(store, store_desk):
    texts = {"organises_daily_life": "ja", "at_home": "no", "by": "Fenna"}
    done = saved(store_desk, DUINROOS, "phase.close", **texts)
    assert "Aftercare talk" in done.said
    head = read_yaml(store, DUINROOS, "case.yaml")
    assert (head["status"], head["closing"]["organises_daily_life"]) == ("closed", "true")
    assert head["closing"]["at_home"] == "false"
    assert "relations_strengthened" not in head["closing"]
    form = make("phase", Ask(store_desk, store_desk.load(DUINROOS)))
    assert form.id == "phase.reopen"
    saved(store_desk, DUINROOS, "phase", reason="weer nodig")
    again = read_yaml(store, DUINROOS, "case.yaml")
    assert "closing" not in again
    assert again["phases"][-1]["started_on"] == "2026-05-11"


# --- a new family ---------------------------------------------------------------------------------


def made(store):
    return {path.name for path in Places(store).cases.iterdir() if path.is_dir()}


def test_a_new_family_takes_four_keys_and_opens(drive: Drive, store):
    before = made(store)
    screen = drive(store, "n", lang="en").type("Gezin Osei").press("tab", "tab").type("OKT")
    screen.press("ctrl+s").wait_saved()
    assert screen.pressed - len("Gezin Osei") - len("OKT") == 4
    [new] = made(store) - before
    head = read_yaml(store, new, "case.yaml")
    assert (head["name"], head["referrer"], head["status"]) == ("Gezin Osei", "OKT", "referred")
    assert len(git_log(store, new)) == 1
    screen.wait_for(lambda: getattr(screen.screen, "case_id", "") == new)
    assert screen.screen.panel.id == "people"


def test_members_are_in_the_first_commit(store, store_desk):
    form = make("new_case", Ask(store_desk, None))
    text = "Ama, 3-5-2012, dochter, index\n\n Grace , moeder, 1986\nKofi, son"
    values = {"name": "Gezin Osei", "members": form.field("members").read(text)}
    case_id = form.save(store_desk, values).case_id
    people = read_yaml(store, case_id, "family.yaml")["people"]
    assert [(p["name"], p["role"], p.get("gender"), p.get("born")) for p in people] == [
        ("Ama", "child", "female", "2012-05-03"),
        ("Grace", "mother", "female", "1986"),
        ("Kofi", "child", "male", None),
    ]
    assert [p.get("index") for p in people] == ["true", None, None]
    assert len(git_log(store, case_id)) == 1


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Ama, dochter\nGrace", "member-role", 2),
        ("Ama, 31-31-2012, dochter", "member-unread", 1),
        ("Ama, dochter\n\nKofi, zoon, blauw", "member-unread", 3),
        (", dochter", "member-role", 1),
    ],
)
def test_a_line_that_cannot_be_read_is_named(store_desk, text, code, line):
    form = make("new_case", Ask(store_desk, None))
    with pytest.raises(WrongUse) as caught:
        form.field("members").read(text)
    assert (caught.value.code, caught.value.facts["line"]) == (code, line)


@pytest.mark.parametrize(
    ("name", "asked"),
    [("Familie Roodborst", True), ("gezin wulp-kiewit", True), ("Gezin Osei", False)],
)
def test_a_family_of_the_same_name_is_asked_about(store_desk, name, asked):
    form = make("new_case", Ask(store_desk, None))
    assert form.question is not None
    assert (form.question({"name": name}) is not None) is asked


def test_the_question_does_not_stand_in_the_way(drive: Drive, store):
    before = made(store)
    screen = drive(store, "n", lang="en").type("Gezin Wulp").press("ctrl+s")
    assert "Gezin Wulp" in screen.text
    assert made(store) == before
    screen.press("enter").wait_saved()
    assert len(made(store) - before) == 1


# --- the head and the intake ----------------------------------------------------------------------


def test_the_head_is_changed_and_emptied(drive: Drive, store, store_desk):
    screen = drive(store, "enter 0 e", lang="en")
    screen.press("tab", "tab", "ctrl+u", "ctrl+s").wait_saved()
    head = read_yaml(store, KASTANJE, "case.yaml")
    assert "second" not in head
    assert head["coach"] == store_desk.colleague
    assert head["receivers"] == ["referrer", "gp"]


def test_the_offer_of_a_group_plan_is_noted(store, store_desk):
    saved(store_desk, MEIDOORN, "group_plan.edit", outcome="waived", reason="eerst rust")
    plan = read_yaml(store, MEIDOORN, "case.yaml")["family_group_plan"]
    assert (plan["outcome"], plan["reason"]) == ("waived", "eerst rust")


def test_the_intake_in_forms(store, store_desk):
    case = MEIDOORN
    saved(store_desk, case, "intake.edit", "head:intake", route="gp", question="Twee\nregels")
    saved(store_desk, case, "incoming_plan.edit", kind="family_plan", by="OKT", summary="kort")
    saved(store_desk, case, "indication.edit", "indication:parenting", applies="ja", note="druk")
    saved(store_desk, case, "judgement.edit", acute="nee", makes_safer="unsure", by="referrer")
    after = read_yaml(store, case, "intake.yaml")
    assert (after["route"], after["question"].strip()) == ("gp", "Twee\nregels")
    assert after["incoming_plan"]["by"] == "OKT"
    noted = next(one for one in after["indications"] if one["kind"] == "parenting")
    assert (noted["applies"], noted["note"]) == ("true", "druk")
    assert (after["safety"]["acute"], after["safety"]["by"]) == ("false", ["referrer"])


def test_not_suitable_says_until_when_it_is_kept(store, store_desk):
    done = saved(store_desk, MEIDOORN, "decision.edit", outcome="not_suitable", advice="GGZ")
    assert "is kept until" in done.said
    after = read_yaml(store, MEIDOORN, "intake.yaml")
    assert (after["decision"]["outcome"], after["decision"]["advice"]) == ("not_suitable", "GGZ")
    assert read_yaml(store, MEIDOORN, "case.yaml")["status"] == "declined"


# --- what was written is taken away again ---------------------------------------------------------


def emptied(desk, case_id, task, record, *names):
    """Save the form as it stands, without what stood in these fields."""
    form = make(task, Ask(desk, desk.load(case_id), record))
    texts = {f.name: "" if f.name in names else f.text for f in form.fields}
    values = read_form(form, texts)
    assert not isinstance(values, Refused), values
    return form.save(desk, values)


WRITTEN = {
    ("decision.edit", "head:decision", "decision"): {
        "outcome": "not_suitable",
        "advice": "GGZ",
        "again": "x",
        "note": "y",
        "by": "referrer",
    },
    ("judgement.edit", "head:judgement", "safety"): {
        "acute": "nee",
        "makes_safer": "unsure",
        "facts": "blauwe plek",
        "by": "referrer",
    },
    ("indication.edit", "indication:parenting", "indications"): {"applies": "ja", "note": "z"},
    ("contraindication.edit", "contraindication:unsafety", "contraindications"): {
        "applies": "ja",
        "motive": "z",
        "consulted": "Marloes",
    },
}


@pytest.mark.parametrize(("which", "typed"), WRITTEN.items())
def test_what_is_emptied_is_gone_from_the_file_and_said(store, store_desk, which, typed):
    language.use("en")
    task, record, part = which
    here = saved(store_desk, MEIDOORN, task, record, **typed).record
    gone = [name for name in typed if name not in ("outcome", "acute", "makes_safer", "applies")]
    before = the_part(store, part, record)
    assert set(gone) <= set(before)
    form = make(task, Ask(store_desk, store_desk.load(MEIDOORN), here))
    done = emptied(store_desk, MEIDOORN, task, here, *gone)
    assert the_part(store, part, record) == {n: v for n, v in before.items() if n not in gone}
    said = ", ".join(f.label for f in form.fields if f.name in gone)
    assert f"Emptied: {said}" in done.said


def the_part(store, part, record):
    found = read_yaml(store, MEIDOORN, "intake.yaml")[part]
    kind = record.partition(":")[2]
    return next(o for o in found if o["kind"] == kind) if isinstance(found, list) else found


# --- the aftercare --------------------------------------------------------------------------------


def overdue(desk):
    """What `fk check` says about the aftercare of Gezin Wulp."""
    (found,) = check(desk, [DUINROOS])
    return [one.code for one in found.issues if one.code == "aftercare-overdue"]


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_aftercare_talk_is_noted_from_the_overview(drive: Drive, store, store_desk, size):
    ending.close(store_desk, DUINROOS, {"on": date(2026, 2, 9)})
    assert overdue(store_desk) == ["aftercare-overdue"]
    screen = drive(store, lang="en", size=size)
    screen.do(lambda: screen.app.open_family(DUINROOS, "overview"))
    line_list = screen.screen.main if size == SMALL else screen.screen.beside
    screen.do(line_list.focus)
    assert line_list.go_to("phase.aftercare@")
    screen.settle().press("enter", "tab").type("Fenna").press("ctrl+s").wait_saved()
    talk = read_yaml(store, DUINROOS, "case.yaml")["aftercare"]
    assert (talk["held_on"], len(talk["by"]), talk["planned_on"]) == ("2026-05-11", 1, "2026-05-09")
    assert overdue(store_desk) == []
    assert git_log(store, DUINROOS)[0] == "Nazorggesprek gehouden: 11 mei 2026"
    screen.do(lambda: screen.app.ask("phase.aftercare", DUINROOS))
    screen.press("ctrl+u", "tab", "tab", "ctrl+u", "ctrl+s")
    assert "Say when it was" in screen.text


def test_there_is_no_aftercare_before_the_end(store_desk):
    with pytest.raises(WrongUse) as caught:
        aftercare_form(Ask(store_desk, store_desk.load(DUINROOS)))
    assert caught.value.code == "aftercare-too-early"
