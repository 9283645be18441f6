"""The reporting code: opened, step by step, closed; and what its history does not tell."""

import subprocess
from datetime import date

import pytest

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.model.safety import CodeOutcome, CodeStepKind, Weighing
from fktui.usecases.safety import reporting_code as usecase
from fktui.words.language import speaking
from fktui.words.say import say_error

TODAY, YESTERDAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 20), date(2026, 11, 22)
TOLD = "a bruise on the arm"


@pytest.fixture
def path(desk, ijsvogel):
    fields = {"about": (ijsvogel.jaylen,), "concerns": (ijsvogel.mila,), "opened_on": YESTERDAY}
    return usecase.open_path(desk, ijsvogel.case, fields).act.record


def only_path(saved):
    [path] = saved.loaded.case.safety.reporting_code
    return path


def step(kind, **fields):
    return {"step": CodeStepKind(kind), "text": TOLD, **fields}


def test_a_path_is_for_the_team_whatever_is_asked(desk, ijsvogel):
    fields = {"about": (ijsvogel.jaylen,), "visible_to": ("family",)}
    saved = usecase.open_path(desk, ijsvogel.case, fields)
    path = only_path(saved)
    assert (path.visible_to, path.opened_on) == (("team",), TODAY)
    assert saved.act.subject == f"Reporting code {path.id} opened"


@pytest.mark.parametrize(
    ("fields", "code"),
    [({}, "field-empty"), ({"about": ("x",), "opened_on": TOMORROW}, "day-to-come")],
)
def test_a_path_names_a_child_and_a_day_that_has_been(desk, ijsvogel, fields, code):
    with pytest.raises(WrongUse) as caught:
        usecase.open_path(desk, ijsvogel.case, fields)
    assert caught.value.code == code


def test_a_step_is_noted_by_the_coach_of_today(desk, ijsvogel, path):
    saved = usecase.add_step(desk, ijsvogel.case, step("signals"))
    [first] = only_path(saved).steps
    assert (first.step, first.on, first.by) == (CodeStepKind.SIGNALS, TODAY, (desk.colleague,))
    assert (saved.act.record, saved.act.subject) == (path, f"Reporting code {path}: 1 signals")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"step": CodeStepKind.TALK, "text": " "}, "field-empty"),
        (step("talk", on=TOMORROW), "day-to-come"),
        (step("talk", weighing=Weighing(unsafe=True)), "weighing-elsewhere"),
    ],
)
def test_a_step_that_does_not_fit(desk, ijsvogel, path, fields, code):
    with pytest.raises(WrongUse) as caught:
        usecase.add_step(desk, ijsvogel.case, fields)
    assert caught.value.code == code
    assert TOLD not in say_error(caught.value)


@pytest.mark.parametrize("kind", ["weigh", "decide"])
def test_the_five_questions_are_answered_where_they_belong(desk, ijsvogel, path, kind):
    answered = Weighing(suspicion=False, can_help=True)
    saved = usecase.add_step(
        desk, ijsvogel.case, step(kind, weighing=answered, decision="no report")
    )
    [taken] = only_path(saved).steps
    assert (taken.weighing, taken.decision) == (answered, "no report")
    assert desk.load(ijsvogel.case).case.safety.reporting_code[0].steps == (taken,)


def test_a_path_is_closed_and_takes_no_more_steps(desk, ijsvogel, path):
    case = ijsvogel.case
    for day, code in ((TOMORROW, "day-to-come"), (date(2026, 11, 19), "ends-before-begin")):
        with pytest.raises(WrongUse) as caught:
            usecase.close_path(desk, case, CodeOutcome.HELP, day)
        assert caught.value.code == code
    saved = usecase.close_path(desk, case, CodeOutcome.HELP, YESTERDAY)
    assert (only_path(saved).outcome, only_path(saved).closed_on) == (CodeOutcome.HELP, YESTERDAY)
    assert saved.act.subject == f"Reporting code {path} closed"
    with pytest.raises(NotFound) as none:
        usecase.add_step(desk, case, step("talk"))
    assert (none.value.code, none.value.facts) == ("no-reporting-code", {"case": case})
    with pytest.raises(WrongUse) as ended:
        usecase.add_step(desk, case, step("talk"), path)
    assert ended.value.facts == {"record": path, "on": YESTERDAY}


def test_what_was_closed_may_still_be_reported(desk, ijsvogel, path):
    usecase.close_path(desk, ijsvogel.case, CodeOutcome.HELP, YESTERDAY)
    saved = usecase.close_path(desk, ijsvogel.case, CodeOutcome.REPORTED, TODAY, path)
    assert (only_path(saved).outcome, only_path(saved).closed_on) == (CodeOutcome.REPORTED, TODAY)
    with pytest.raises(WrongUse) as caught:
        usecase.close_path(desk, ijsvogel.case, CodeOutcome.REPORTED, TODAY, path)
    assert caught.value.code == "already-ended"


def test_two_open_paths_are_told_apart_by_their_ids(desk, ijsvogel, path):
    other = usecase.open_path(desk, ijsvogel.case, {"about": (ijsvogel.jaylen,)}).act.record
    with pytest.raises(Ambiguous) as caught:
        usecase.add_step(desk, ijsvogel.case, step("talk"))
    assert caught.value.facts == {"count": 2, "candidates": f"{path}, {other}"}
    with pytest.raises(NotFound) as wrong:
        usecase.add_step(desk, ijsvogel.case, step("talk"), "v-zzzzz")
    for said in (say_error(caught.value), say_error(wrong.value)):
        assert path in said
        assert "Jaylen" not in said
    assert usecase.add_step(desk, ijsvogel.case, step("talk"), other).act.record == other


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_history_tells_ids_and_steps_and_nothing_else(desk, ijsvogel, path, language):
    with speaking(language):
        for kind in CodeStepKind:
            usecase.add_step(desk, ijsvogel.case, step(kind.value, decision="to be reported"))
        usecase.close_path(desk, ijsvogel.case, CodeOutcome.REPORTED, TODAY)
    folder = desk.store.places.case(ijsvogel.case)
    words = ["git", "-C", folder, "log", "-7", "--format=%B"]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    secrets = (TOLD, "reported", "gemeld", "Jaylen", "Mila", ijsvogel.jaylen, ijsvogel.mila)
    assert [word for word in secrets if word in told] == []
    assert told.count(f"safety.yaml#{path}") == 7
    assert {story.reason for story in desk.store.stories(ijsvogel.case)} == {""}
