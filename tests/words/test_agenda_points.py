"""Every point of a family meeting is a plain sentence, in both languages."""

from datetime import date

import pytest

from fktui.method.agreed import ANALYSIS, FUTURE_PLAN, PLAN, SAFETY_PLAN
from fktui.method.meetings import AgendaPoint
from fktui.words.agenda_points import POINTS, say_point
from fktui.words.agreed_texts import TEXTS, say_agreed
from fktui.words.deadlines import DEADLINES

DAY = date(2026, 5, 18)
FACTS = {
    "agreement-open": {"what": "bellen", "who": ("p-00001",), "agreed_on": DAY},
    "agreed-changed": {"agreed": PLAN, "who": ("p-00001",)},
    "consent-ends": {"what": "het verslag", "on": DAY},
    "goal-target": {"title": "Rust", "on": DAY},
    "goal-unscored": {"title": "Rust", "who": (), "since": DAY},
    "phase-end": {"phase": "analysis", "on": DAY},
    "safety-review": {"on": DAY},
    "step-due": {"what": "bellen", "on": DAY},
    "plan-due": {"on": DAY},
}
NAMES = {"p-00001": "Mila {x}"}


def said(code, **facts):
    return say_point(AgendaPoint(code=code, facts=FACTS[code] | facts), NAMES)


@pytest.mark.parametrize("language", ["english", "dutch"])
@pytest.mark.parametrize("code", FACTS)
def test_a_point_is_said_with_all_that_it_needs(code, language, request):
    request.getfixturevalue(language)
    line = said(code).replace("Mila {x}", "Mila")
    assert "{" not in line
    assert "None" not in line


def test_every_sentence_is_tried():
    assert set(POINTS) <= set(FACTS)


@pytest.mark.usefixtures("english")
def test_how_points_are_said():
    assert said("agreement-open") == "What we agreed on 18 May 2026: bellen (Mila {x})"
    assert said("agreed-changed") == (
        "The plan as a whole has changed: do we still agree? (Mila {x})"
    )
    assert said("phase-end") == "The analysis phase is to end on 18 May 2026: what comes then?"
    assert said("goal-unscored") == "How far are we with “Rust”?"
    assert said("plan-due") == f"{DEADLINES['plan-due']}: Mon 18 May 2026"


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("called", "said_"),
    [
        (PLAN, "The plan as a whole"),
        (FUTURE_PLAN, "The future plan"),
        (ANALYSIS, "The explanation together"),
        (SAFETY_PLAN, "Safety plan"),
        ("Rust in huis", "“Rust in huis”"),
    ],
)
def test_a_text_begins_the_sentence(called, said_):
    assert say_agreed(called) == said_


def test_each_whole_text_has_a_name_of_its_own():
    assert len(set(TEXTS.values())) == len(TEXTS) == 3
