"""Each finding about safety has its sentence and a command; so has each day."""

from datetime import date

import pytest

from fktui.method.due.day import Deadline, DeadlineKind
from fktui.method.rules import safety
from fktui.model.issue import Issue, Level
from fktui.words.deadlines import say_deadline, say_source
from fktui.words.issues import remedy, say_issue
from fktui.words.tables.issues.safety import ISSUES

FACTS = {
    "on": date(2026, 5, 1),
    "since": date(2026, 5, 1),
    "days": 3,
    "weeks": 6,
    "name": "Mila",
    "plan": "v-p1an0",
    "what": "{not} a place",
    "set_by": "GI",
    "code_step": "talk",
    "code_missing": "consult",
}


def issue(code, source=""):
    facts = {**FACTS, "source": source}
    return Issue(level=Level.NOTICE, code=code, record="v-00001", facts=facts)


def test_every_rule_has_its_words_and_no_words_are_left_over():
    assert set(ISSUES) == {rule.code for rule in safety.RULES}


@pytest.mark.parametrize("code", ISSUES)
def test_a_finding_is_said_and_answered(code):
    sentence = say_issue(issue(code))
    assert sentence != code
    assert "None" not in sentence
    command = remedy(issue(code), "kastanje-abc")
    assert command.startswith("fk ")
    assert "{" not in command


def test_the_steps_are_said_in_words():
    assert say_issue(issue("reporting-code-order", "Jeugdwet 4.1.7")) == (
        "Reporting code v-00001: “3 talk with the family” was taken without “2 consultation” "
        "before it. (Jeugdwet 4.1.7)"
    )


@pytest.mark.parametrize("source", ["V1", "V2", "W14"])
def test_a_source_is_said_in_words_and_not_as_a_mark(source):
    assert say_source(source) not in ("", source)


@pytest.mark.parametrize("code", ["safety-review", "safety-condition", "safety-agreement-ends"])
def test_a_day_is_said(code):
    day = Deadline(
        on=date(2026, 5, 8), code=code, kind=DeadlineKind.AGREED, source="agreed", facts=FACTS
    )
    assert say_deadline(day, date(2026, 5, 11)).endswith(": Fri 8 May 2026, 3 days ago")
