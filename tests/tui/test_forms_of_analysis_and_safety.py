"""Each form of the analysis and of safety on a screen; then the files and the history."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pytest
from driving import DUINROOS, IJSVOGEL, KASTANJE, MEIDOORN, Driven

from fktui.model.case import find
from fktui.tui.forms.form import Ask
from fktui.tui.forms.reading import read_form
from fktui.tui.forms.table import make
from fktui.tui.screens.chooser import ChooserScreen
from fktui.tui.screens.form import FormScreen
from fktui.usecases.analysis.timeline import feel

Files = Callable[[str], Any]


def fill(screen: Driven, task: str, case: str, texts: Mapping[str, str], record: str = "") -> None:
    """Open a form, type in its fields, save; the usual answer to a question about readers."""
    screen.app.call_later(screen.app.ask, task, case, record)
    screen.wait_for(lambda: isinstance(screen.app.screen, FormScreen), f"the form {task}")
    write(screen, texts)


def write(screen: Driven, texts: Mapping[str, str]) -> None:
    rows = {row.field.name: row for row in screen.app.screen.rows}
    for name, text in texts.items():
        rows[name].go()
        screen.settle()
        if text in ("[x]", "[ ]"):
            rows[name].put("1" if text == "[x]" else "")
        else:
            rows[name].put("")
            screen.paste(text)
    screen.press("ctrl+s")
    if isinstance(screen.app.screen, ChooserScreen):
        screen.press("enter")
    screen.wait_saved()


class Filled(NamedTuple):
    """A form, what is typed in it, the line in the history, and what stands in the file."""

    task: str
    texts: dict[str, str]
    told: str
    file: str
    there: Callable[[Any], bool]
    case: str = DUINROOS
    record: Callable[[Files], str] = lambda _files: ""


def plan(files: Files) -> Any:
    return files("safety.yaml")["plans"][0]


def worry(files: Files) -> str:
    return str(files("analysis.yaml")["worries"][0]["id"])


FORMS = (
    Filled(
        "domain",
        {"child": "2", "care": "1", "by": "Anouk", "source": "aan tafel"},
        "Levensgebieden: 2",
        "analysis.yaml",
        lambda found: (
            [(one["domain"], one["severity"], one["on"]) for one in found["domains"]][-2:]
            == [("child", "2", "2026-05-11"), ("care", "1", "2026-05-11")]
        ),
    ),
    Filled(
        "explain",
        {"text": "Te veel tegelijk.\nSamen gaat het.", "by": "Anouk, Joris"},
        "Analyse: gezamenlijke verklaring genoteerd",
        "analysis.yaml",
        lambda found: (
            found["explanation"]["text"].strip() == "Te veel tegelijk.\nSamen gaat het."
            and len(found["explanation"]["by"]) == 2
        ),
    ),
    Filled(
        "worry.contest",
        {"by": "Anouk", "seen": "Het valt mee"},
        "Zorg",
        "analysis.yaml",
        lambda found: found["worries"][0]["contested"] == "Het valt mee",
        record=worry,
    ),
    Filled(
        "worry.outdate",
        {"on": "gisteren", "because": "opgelost"},
        "Zorg",
        "analysis.yaml",
        lambda found: found["worries"][0]["outdated_on"] == "2026-05-10",
        record=worry,
    ),
    Filled(
        "worry.goal",
        {"title": "Rustig wisselen", "owners": "Daan"},
        "Doel",
        "plan.yaml",
        lambda found: (
            found["goals"][-1]["title"] == "Rustig wisselen" and found["goals"][-1]["domain"]
        ),
        case=MEIDOORN,
        record=worry,
    ),
    Filled(
        "experience",
        {"person": "Tibbe", "value": "-3", "note": "stil"},
        "Gebeurtenis",
        "timeline.yaml",
        lambda found: found["events"][0]["experiences"][-1]["value"] == "-3",
        record=lambda files: files("timeline.yaml")["events"][0]["id"],
    ),
    Filled(
        "agree",
        {"to": "het plan als geheel", "who": "Sem, Tibbe", "agrees": "[ ]", "because": "te veel"},
        "Gevraagd wie",
        "plan.yaml",
        lambda found: (
            [one["agrees"] for one in found["agreed"] if one.get("because") == "te veel"]
            == ["false"] * 2
        ),
    ),
    Filled(
        "scaling.add",
        {"by": "Riet", "other": "7, met sterretje"},
        "Schaalvraag",
        "safety.yaml",
        lambda found: (
            found["scalings"][-1]["words"] == "7, met sterretje"
            and found["scalings"][-1]["value"] == "7"
        ),
    ),
    Filled(
        "safety.new",
        {"reason": "Ruzie op de trap", "danger_statement": "Iemand valt", "about": "Jip"},
        "Veiligheidsplan",
        "safety.yaml",
        lambda found: (
            found["plans"][0]["danger_statement"] == "Iemand valt"
            and found["plans"][0]["versions"][0]["number"] == "1"
        ),
        case=MEIDOORN,
    ),
    Filled(
        "safety.signal",
        {"colour": "rood", "text": "De telefoon staat uit", "about": "Fenna"},
        "Signaal",
        "safety.yaml",
        lambda found: found["plans"][0]["signals"][-1]["colour"] == "red",
    ),
    Filled(
        "safety.agreement",
        {"what": "Samen naar school", "who": "Anouk", "situation": "ochtend", "kind": "direct"},
        "Veiligheidsafspraak",
        "safety.yaml",
        lambda found: found["plans"][0]["agreements"][-1]["kind"] == "immediate",
    ),
    Filled(
        "safety.call",
        {"calls": "Riet", "who": "Fenna", "reach": "06 12 34 56 78", "first": "[x]"},
        "Wie belt wie",
        "safety.yaml",
        lambda found: found["plans"][0]["calls"][0]["reach"] == "06 12 34 56 78",
    ),
    Filled(
        "safety.condition",
        {"what": "Elke week bellen", "set_by": "GI De Brug", "until": "1 juni"},
        "Bodemeis",
        "safety.yaml",
        lambda found: found["plans"][0]["conditions"][-1]["until"] == "2026-06-01",
    ),
    Filled(
        "safety.condition.met",
        {"on": "gisteren"},
        "Bodemeis",
        "safety.yaml",
        lambda found: found["plans"][0]["conditions"][0]["met_on"] == "2026-05-10",
        record=lambda files: plan(files)["conditions"][0]["id"],
    ),
    Filled(
        "safety.guards",
        {"guards": "Lot"},
        "Veiligheidsplan",
        "safety.yaml",
        lambda found: len(found["plans"][0]["guards"]) == 3,
    ),
    Filled(
        "safety.review",
        {"held_on": "vandaag", "by": "Anouk", "again": "+4w", "note": "Het werkt"},
        "Evaluatie",
        "safety.yaml",
        lambda found: (
            found["plans"][0]["reviews"][1]["note"] == "Het werkt"
            and found["plans"][0]["reviews"][2]["planned_on"] == "2026-06-08"
        ),
    ),
    Filled(
        "safety.review",
        {"held_on": "", "again": "+2w"},
        "Evaluatie",
        "safety.yaml",
        lambda found: "held_on" not in found["plans"][0]["reviews"][2],
    ),
    Filled(
        "safety.version",
        {"because": "Met oma erbij"},
        "Veiligheidsplan",
        "safety.yaml",
        lambda found: found["plans"][0]["versions"][-1]["number"] == "5",
    ),
    Filled(
        "safety.drop",
        {"because": "dubbel"},
        "Veiligheidsplan",
        "safety.yaml",
        lambda found: len(found["plans"][0]["signals"]) == 2,
        record=lambda files: plan(files)["signals"][1]["id"],
    ),
    Filled(
        "safety.end",
        {"by": "Anouk, Joris, Fenna", "because": "Rustig"},
        "Veiligheidsplan",
        "safety.yaml",
        lambda found: len(found["plans"][0]["ended_by"]) == 3,
    ),
    Filled(
        "reporting_code.open",
        {"about": "Tibbe"},
        "Meldcode",
        "safety.yaml",
        lambda found: found["reporting_code"][-1]["opened_on"] == "2026-05-11",
    ),
)


@pytest.mark.parametrize("one", FORMS, ids=lambda one: one.task)
def test_a_form_makes_one_commit_and_says_in_the_file_what_was_typed(one, store, drive):
    screen = drive(store)
    before = screen.git_log(one.case)
    fill(
        screen,
        one.task,
        one.case,
        one.texts,
        one.record(lambda file: screen.yaml(one.case, file)),
    )
    assert not isinstance(screen.app.screen, FormScreen), screen.text
    newest, *earlier = screen.git_log(one.case)
    assert earlier == before
    assert newest.startswith(one.told)
    assert one.there(screen.yaml(one.case, one.file))


def test_a_goal_of_a_worry_and_the_worry_know_each_other(store, drive):
    screen = drive(store)
    chosen = screen.yaml(MEIDOORN, "analysis.yaml")["worries"][0]
    fill(screen, "worry.goal", MEIDOORN, {"title": "Op tijd naar bed"}, chosen["id"])
    goal = screen.yaml(MEIDOORN, "plan.yaml")["goals"][-1]
    assert screen.yaml(MEIDOORN, "analysis.yaml")["worries"][0]["goals"] == [goal["id"]]
    assert goal["about"] == chosen["about"]


def test_everybody_at_the_table_answers_in_one_commit_and_each_keeps_the_own_readers(store, drive):
    screen = drive(store)
    people = {one["name"]: one["id"] for one in screen.yaml(DUINROOS, "family.yaml")["people"]}
    names = {name.split()[0]: key for name, key in people.items()}
    count = len(screen.git_log(DUINROOS))
    answers = {f"answer-{names['Anouk']}": "8", f"answer-{names['Joris']}": "☹"}
    fill(screen, "scaling.add", DUINROOS, answers)
    assert len(screen.git_log(DUINROOS)) == count + 1
    assert ": 2 " in screen.git_log(DUINROOS)[0]
    anouk, joris = screen.yaml(DUINROOS, "safety.yaml")["scalings"][-2:]
    assert (anouk["value"], joris["words"]) == ("8", "☹")
    assert names["Joris"] not in anouk["visible_to"]
    assert names["Anouk"] not in joris["visible_to"]


def test_a_questionnaire_is_chosen_first_and_then_its_figures_are_typed(store, drive):
    screen = drive(store)
    count = len(screen.git_log(IJSVOGEL))
    fill(screen, "measure.add", IJSVOGEL, {"instrument": "SDM-Q-9"})
    screen.wait_for(lambda: isinstance(screen.app.screen, FormScreen))
    assert len(screen.git_log(IJSVOGEL)) == count
    write(screen, {"answers": "5,5,5,5,5,4,4,4,4", "by": "Sherida"})
    kept = screen.yaml(IJSVOGEL, "measures.yaml")["measurements"][-1]
    assert kept["scores"] == {"raw": "41", "score": "91.1"}
    assert kept["about"] == kept["by"]
    assert len(screen.git_log(IJSVOGEL)) == count + 1


def test_a_figure_that_cannot_be_is_said_in_the_form_and_nothing_is_kept(store, drive):
    screen = drive(store)
    before = screen.git_log(IJSVOGEL)
    fill(screen, "measure.add", IJSVOGEL, {"scale-total": "41", "by": "Mila"}, "ors")
    assert isinstance(screen.app.screen, FormScreen)
    assert "0" in screen.text
    assert "40" in screen.text
    assert screen.git_log(IJSVOGEL) == before


def test_the_steps_of_the_reporting_code_are_offered_in_their_order(store, drive):
    screen = drive(store)
    fill(screen, "reporting_code.open", KASTANJE, {"about": "Yonas"})
    said = {"text": "Blauwe plek gezien", "suspicion": ""}
    fill(screen, "reporting_code.step", KASTANJE, {"text": said["text"]})
    screen.app.call_later(screen.app.ask, "reporting_code.step", KASTANJE)
    screen.wait_for(lambda: isinstance(screen.app.screen, FormScreen))
    offered = next(row.text for row in screen.app.screen.rows if row.field.name == "step")
    assert offered.startswith("2 ")
    write(screen, {"step": "4 wegen", "text": "Gewogen", "unsafe": "nee", "suspicion": "ja"})
    (path,) = screen.yaml(KASTANJE, "safety.yaml")["reporting_code"]
    assert [one["step"] for one in path["steps"]] == ["signals", "weigh"]
    assert path["steps"][1]["weighing"] == {"suspicion": "true", "unsafe": "false"}
    assert path["visible_to"] == ["team"]
    fill(screen, "reporting_code.close", KASTANJE, {"outcome": "eigen hulp"})
    assert screen.yaml(KASTANJE, "safety.yaml")["reporting_code"][0]["outcome"] == "help"
    log = "\n".join(screen.git_log(KASTANJE)[:4])
    assert "Yonas" not in log
    assert "plek" not in log


def test_a_dropped_line_comes_back_with_u(store, drive):
    screen = drive(store)
    before = screen.yaml(DUINROOS, "safety.yaml")
    record = before["plans"][0]["calls"][0]["id"]
    screen.app.call_later(screen.app.open_family, DUINROOS, "safety", record)
    screen.wait_text("Fenna")
    screen.press("x").wait_for(lambda: isinstance(screen.app.screen, FormScreen))
    write(screen, {"because": "vergissing"})
    assert len(screen.yaml(DUINROOS, "safety.yaml")["plans"][0]["calls"]) == 2
    screen.press("u").wait_saved()
    assert screen.yaml(DUINROOS, "safety.yaml") == before


def test_the_old_words_stay_when_more_people_carry_the_explanation(store, drive):
    screen = drive(store)
    known = screen.yaml(DUINROOS, "analysis.yaml")["explanation"]
    fill(screen, "explain", DUINROOS, {"by": "Tibbe"})
    assert not isinstance(screen.app.screen, FormScreen), screen.text
    now = screen.yaml(DUINROOS, "analysis.yaml")["explanation"]
    assert (now["text"], now["on"]) == (known["text"], known["on"])
    assert len(now["by"]) == len(known["by"]) + 1


def test_without_a_running_plan_there_is_nothing_to_add_a_signal_to(store, drive):
    screen = drive(store)
    screen.app.call_later(screen.app.ask, "safety.signal", IJSVOGEL)
    screen.wait_for(lambda: any("veiligheidsplan" in n.message for n in screen.app._notifications))
    assert not isinstance(screen.app.screen, FormScreen)


def test_words_with_a_feeling_are_taken_away_again(store_desk):
    events = store_desk.load(IJSVOGEL).case.timeline.events
    event = next(one for one in events if one.experiences)
    felt = event.experiences[0]
    feel(store_desk, IJSVOGEL, event.id, felt.person, felt.value, note="Samen")
    form = make("experience", Ask(store_desk, store_desk.load(IJSVOGEL), felt.id))
    texts = {one.name: "" if one.name == "note" else one.text for one in form.fields}
    done = form.save(store_desk, read_form(form, texts))
    now = find(store_desk.load(IJSVOGEL).case, felt.id).record
    assert (now.note, now.value, now.person) == (None, felt.value, felt.person)
    assert form.field("note").label in done.said
