"""Every finding and every deadline has its sentence, in both languages.

The families here are in such disorder that together they raise every code there is.
"""

import ast
import inspect
from datetime import date
from pathlib import Path

import agreed_disorder
import intake_disorder
import measures_disorder
import pytest
import rights_disorder
import safety_disorder
from babel.messages.pofile import read_po
from network_disorder import NETWORKS

import fktui
from fktui.method.checks import RULES, check
from fktui.method.due import appointments, rhythm, safety, terms
from fktui.method.due.day import Deadline, DeadlineKind
from fktui.method.due.deadlines import deadlines
from fktui.method.due.measures import MEASURE_DUE
from fktui.method.norms import MethodNorms
from fktui.model import integrity
from fktui.model.analysis import Analysis, DomainScore, Explanation, Worry
from fktui.model.case import Case
from fktui.model.consent import Consent, Consents, Disclosure
from fktui.model.family import Authority, Family, Person, Role
from fktui.model.issue import Issue, Level, Place
from fktui.model.journal import Meeting, MeetingAgreement, MeetingStatus
from fktui.model.network import Network, NetworkPerson, Sector
from fktui.model.plan import Actor, Goal, LifeDomain, Plan, Score, Step
from fktui.model.record import Nature
from fktui.model.trajectory import (
    Aftercare,
    Closing,
    FamilyGroupPlan,
    GroupPlanOutcome,
    Phase,
    PhasePeriod,
    Status,
    Trajectory,
)
from fktui.words.deadlines import DEADLINES, say_deadline, say_source
from fktui.words.issues import ISSUES, remedy, say_issue
from fktui.words.tables.overview_words import DUES

NORMS = MethodNorms(instruments=measures_disorder.INSTRUMENTS)
TODAY = date(2026, 5, 11)
LONG_AGO = date(2025, 1, 6)
CATALOGUE = Path(fktui.__path__[0]) / "locale" / "nl" / "LC_MESSAGES" / "fktui.po"


def stay(phase, record_id="f-00001"):
    return PhasePeriod(id=record_id, phase=phase, started_on=LONG_AGO)


def family(phases=(), **course):
    return Case(
        trajectory=Trajectory(
            format=1, id="kastanje-abc", name="Roodborst", phases=phases, **course
        )
    )


DOUBTFUL = Analysis(
    domains=tuple(
        DomainScore(id=f"r-d0m0{number}", domain=domain, on=LONG_AGO, severity=0)
        for number, domain in enumerate(LifeDomain)
    ),
    worries=(
        Worry(id="w-00001", what="schulden"),
        Worry(id="w-00002", what="te druk", nature=Nature.OPINION),
    ),
    explanation=Explanation(text="Te veel", on=LONG_AGO),
)


def disorder():
    child = Person(id="p-00002", name="Jaylen", role=Role.CHILD, born="2010-06-01")
    other = Person(id="p-00003", name="Mila", role=Role.CHILD, born="2014-02-30")
    step = Step(id="s-00001", what="bellen", by=Actor.PROFESSIONAL, due=TODAY)
    goals = tuple(Goal(id=f"g-0000{n}", title="Rust") for n in range(5))
    odd = Goal(
        id="g-00009",
        title="School",
        weight=0,
        target_on=TODAY,
        steps=(step,),
        scores=(Score(id="r-00001", on=TODAY, value=7, by=("p-zzzzz",)),),
    )
    agreement = MeetingAgreement(id="v-00001", what="bellen", due=TODAY)
    held = MeetingStatus.HELD
    course = family(
        (stay(Phase.ANALYSIS),),
        second="t-zzzzz",
        family_group_plan=FamilyGroupPlan(
            outcome=GroupPlanOutcome.WAIVED, on=LONG_AGO, asked_in_writing_on=LONG_AGO
        ),
    ).trajectory
    return Case(
        trajectory=course,
        family=Family(
            people=(child, other),
            authority=(Authority(id="a-00001", child="p-00003", holder="p-00001"),),
        ),
        network=Network(
            people=(
                NetworkPerson(
                    id="n1", name="Hermine", sector=Sector.FAMILY, ring=1, asked_on=LONG_AGO
                ),
            )
        ),
        analysis=DOUBTFUL,
        plan=Plan(goals=(*goals, odd, odd)),
        consent=Consents(
            consents=(
                Consent(id="k-00001", by="p-00002", what="x", given_on=LONG_AGO, until=TODAY),
            ),
            disclosures=(Disclosure(id="x-00001", on=TODAY, recipient="school"),),
        ),
        meetings=(
            Meeting(id="m-00001", on=date(2026, 5, 1), agreements=(agreement,)),
            Meeting(id="m-00002", on=date(2026, 5, 2), status=held, next_on=TODAY),
        ),
    )


CLOSED = family(
    status=Status.CLOSED, closing=Closing(on=LONG_AGO), aftercare=Aftercare(planned_on=LONG_AGO)
)
FAMILIES = (
    disorder(),
    *NETWORKS,
    family((stay(Phase.EXECUTION),)),
    family((stay(Phase.CLOSING),)),
    family(),
    CLOSED,
    *intake_disorder.FAMILIES,
    *safety_disorder.FAMILIES,
    *agreed_disorder.FAMILIES,
    *measures_disorder.FAMILIES,
    *rights_disorder.FAMILIES,
)
FOUND = [
    issue
    for case in FAMILIES
    for issue in check(case, TODAY, NORMS, frozenset(), rights_disorder.LAST_CHANGE)
]
DAYS = [day for case in FAMILIES for day in deadlines(case, NORMS, LONG_AGO)]


def constants(module, name):
    """The text that is given under this name, or as second argument of `_issue`, in a module."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call):
            given = [word.value for word in node.keywords if word.arg == name]
            if isinstance(node.func, ast.Name) and node.func.id == "_issue":
                given.append(node.args[1])
            yield from (value.value for value in given if isinstance(value, ast.Constant))


RAISED = {rule.code for rule in RULES} | set(constants(integrity, "code"))
TERMS = {
    *constants(terms, "code"),
    *constants(appointments, "code"),
    *constants(safety, "code"),
    *constants(rhythm, "code"),
    MEASURE_DUE,
    *(f"age-{norm.value}" for norm in NORMS.ages),
}


def test_every_code_that_can_be_raised_has_a_sentence():
    assert set(ISSUES) >= RAISED
    assert "dangling" in RAISED


def test_every_code_of_a_deadline_has_a_sentence():
    assert set(DEADLINES) == TERMS
    assert set(DUES) == TERMS


def test_the_families_here_raise_every_code():
    assert {issue.code for issue in FOUND} == RAISED
    assert {day.code for day in DAYS} == TERMS


@pytest.mark.parametrize("language", ["english", "dutch"])
@pytest.mark.parametrize("issue", FOUND, ids=lambda issue: issue.code)
def test_a_finding_is_said_with_all_that_it_needs(issue, language, request):
    request.getfixturevalue(language)
    sentence = say_issue(issue)
    assert sentence != issue.code
    assert "{" not in sentence
    assert "None" not in sentence


@pytest.mark.parametrize("issue", FOUND, ids=lambda issue: issue.code)
def test_a_finding_is_answered_by_a_command(issue):
    command = remedy(issue, "kastanje-abc")
    assert command.startswith("fk ")
    assert "kastanje-abc" in command
    assert "{" not in command
    assert "None" not in command


@pytest.mark.parametrize("language", ["english", "dutch"])
@pytest.mark.parametrize("day", DAYS, ids=lambda day: day.code)
def test_a_deadline_is_said_with_all_that_it_needs(day, language, request):
    request.getfixturevalue(language)
    line = say_deadline(day, TODAY)
    assert "{" not in line
    assert "None" not in line


def test_every_sentence_is_in_the_dutch_catalogue():
    with CATALOGUE.open("rb") as file:
        dutch = read_po(file)
    sentences = [*(words.sentence for words in ISSUES.values()), *DEADLINES.values()]
    assert [text for text in sentences if text not in dutch or not dutch[text].string] == []


def test_a_deadline_says_what_when_and_who_asks():
    day = Deadline(
        on=date(2026, 5, 8),
        code="plan-due",
        kind=DeadlineKind.LAW,
        source="Jeugdwet 4.1.3",
        facts={"waived_on": date(2026, 3, 27)},
    )
    assert say_deadline(day, TODAY) == (
        "Discuss the plan with youth and parents: Fri 8 May 2026, 3 days ago (Jeugdwet 4.1.3)"
    )


@pytest.mark.usefixtures("dutch")
def test_a_deadline_is_said_in_dutch():
    day = Deadline(
        on=date(2026, 5, 18),
        code="phase-end",
        kind=DeadlineKind.METHOD,
        source="S0:L121",
        facts={"phase": "analysis"},
    )
    assert say_deadline(day, TODAY) == (
        "Einde van de analysefase: ma 18 mei 2026, over 7 dagen (presentatie FamilieKracht)"
    )


def test_a_finding_in_a_file_begins_with_its_place():
    place = Place(file="plan.yaml", line=12, field="owners")
    issue = Issue(
        level=Level.WARNING,
        code="dangling",
        place=place,
        record="g-00001",
        facts={"reference": "p-00009"},
    )
    assert say_issue(issue) == (
        "plan.yaml, line 12: g-00001 names p-00009 as “whose goal”, but that is not in this record."
    )


def test_a_birthday_tells_what_changes():
    issue = Issue(
        level=Level.NOTICE,
        code="birthday-near",
        record="p-00002",
        facts={"name": "Jaylen", "age": 16, "on": date(2026, 6, 1), "source": "Jeugdwet 7.3.4"},
    )
    assert say_issue(issue) == (
        "1 June 2026: Jaylen turns 16 and from then on decides alone about consent."
        " (Jeugdwet 7.3.4)"
    )


def test_a_code_we_do_not_know_is_said_as_it_is():
    issue = Issue(level=Level.ERROR, code="new-thing", place=Place(file="case.yaml"))
    assert say_issue(issue) == "case.yaml: new-thing"
    assert remedy(issue, "kastanje-abc") == ""


def test_braces_in_what_people_write_stay_as_they_are():
    issue = Issue(
        level=Level.NOTICE, code="goal-no-steps", record="g-00001", facts={"title": "{name}"}
    )
    assert "{name}" in say_issue(issue)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("S0:L121", "FamilieKracht presentation"),
        ("S1:L255-259", "FamilieKracht brochure"),
        ("Jeugdwet 7.3.4", "Jeugdwet 7.3.4"),
        ("team", "norm of the team"),
        ("agreed", ""),
        ("fk", ""),
        ("", ""),
    ],
)
def test_sources_are_said_in_few_words(source, said):
    assert say_source(source) == said


def test_a_code_word_that_is_no_code_is_said_as_it_is():
    facts = {"phase": "rest", "on": TODAY, "days": 1}
    issue = Issue(level=Level.WARNING, code="phase-overdue", facts=facts)
    assert say_issue(issue).startswith("The rest was to end on 11 May 2026, 1 day ago.")
