"""The report of the analysis phase: strengths first, and only what the whole family may read."""

import random
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from paper import family_paper

from fktui.documents.collectors.analysis_report import TEMPLATE, collect
from fktui.documents.collectors.said import Order
from fktui.documents.gaps import analysis_report_gaps
from fktui.model.analysis import Analysis, DomainScore, Explanation, Strength, Worry
from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.journal import Document, Statement
from fktui.model.plan import LifeDomain
from fktui.model.record import Nature
from fktui.model.trajectory import Trajectory
from fktui.settings import Device
from fktui.store.places import Places
from fktui.usecases.setup import open_desk
from fktui.words.naming import names_of

TODAY = date(2026, 5, 11)
BAS = Device("t-y4z4p", "00000")
NOW = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)
SHERIDA = Person(id="p-00001", name="Sherida Koolmees", role=Role.MOTHER)
MILA = Person(id="p-00002", name="Mila", role=Role.CHILD)
WORRY = Worry(
    id="w-00001",
    what="Te vaak moe",
    about=(MILA.id,),
    source="juf",
    nature=Nature.OPINION,
    contested_by=(SHERIDA.id,),
    contested="alleen op maandag",
)
STRENGTH = Strength(id="w-00002", what="Tekent graag", about=(MILA.id,), by=(SHERIDA.id,))
TRAP = "# Kop\n```page\n{}\n```\n<script>x</script> {{ 7*7 }} | a \x1b[31m"


def case(analysis=None, **other) -> Case:
    return Case(
        trajectory=Trajectory(format=1, id="wilg-0k4", name="Familie Koolmees"),
        family=Family(people=(SHERIDA, MILA)),
        analysis=analysis or Analysis(worries=(WORRY,), strengths=(STRENGTH,)),
        **other,
    )


def facts(found: Case, today=TODAY):
    return collect(Order(case=found, today=today, names=names_of(found)))


@pytest.fixture
def koolmees(demo_once):
    """The practice family that has been through its analysis."""
    desk = open_desk(Places(demo_once), BAS, NOW, random.Random(1))
    found = desk.load("ijsvogel-k4f").case
    return Order(case=found, today=TODAY, names=desk.names(found), copies=("de verwijzer",))


@pytest.mark.parametrize(
    ("spoken", "heads"),
    [
        ("nl", ("Wat goed gaat", "Wat zorgen geeft", "Wat wij vragen", "Hoe wij het samen")),
        ("en", ("What goes well", "What worries us", "What we ask for", "How we understand")),
    ],
)
def test_the_report_of_a_practice_family(koolmees, spoken, heads):
    found = collect(koolmees)
    paper = family_paper(TEMPLATE, found, spoken)
    places = [paper.index(f"## {head}") for head in heads]
    assert places == sorted(places)
    for said in ("Repareert telefoons", "school, verzuimoverzicht", "Sinds opa er niet meer is"):
        assert said in paper
    assert "Mila zorgt te veel voor Noor" not in paper
    assert "de verwijzer" in paper
    assert analysis_report_gaps(found, "ijsvogel-k4f") == ()


def test_domains_go_from_the_start_to_now(koolmees):
    [child] = [one for one in collect(koolmees).domains if one.name == "child"]
    assert (child.start, child.now) == (3, 1)
    scored = DomainScore(id="r-00001", domain=LifeDomain.CARE, on=TODAY, severity=2)
    paper = family_paper(TEMPLATE, facts(case(Analysis(domains=(scored,)))), "en")
    assert "| professional help | clearly heavy | clearly heavy |" in paper
    assert "| child | not asked yet | not asked yet |" in paper


def test_a_worry_has_its_source_and_who_sees_it_otherwise():
    [worry] = facts(case()).worries
    assert (worry.who, worry.said_by) == ("Mila", "juf, opinion")
    assert worry.otherwise == "Sherida: alleen op maandag"
    named = facts(case(Analysis(worries=(replace(WORRY, what="Mila is moe"),)))).worries
    assert named[0].who == ""


@pytest.mark.parametrize(
    ("outdated_on", "stands"),
    [(None, True), (date(2026, 5, 12), True), (TODAY, False), (date(2026, 5, 10), False)],
)
def test_a_solved_worry_does_not_come_back(outdated_on, stands):
    found = facts(case(Analysis(worries=(replace(WORRY, outdated_on=outdated_on),))))
    assert bool(found.worries) is stands


def test_statements_stand_beside_what_they_are_about():
    report = Document(
        id="d-00001", template=TEMPLATE, title="x", language="nl", made_on=TODAY, body="x"
    )
    said = [
        ("m-00001", WORRY.id, "Ik slaap goed"),
        ("m-00002", report.id, "Ik mis wat"),
        ("m-00003", None, "Wij zijn trots"),
    ]
    statements = tuple(
        Statement(id=one, on=TODAY, by=MILA.id, entry=entry, body=body) for one, entry, body in said
    )
    found = facts(case(documents=(report,), statements=statements))
    assert [one.text for one in found.worries[0].beside] == ["Ik slaap goed"]
    assert [(one.who, one.text) for one in found.said] == [
        ("Mila", "Ik mis wat"),
        ("Mila", "Wij zijn trots"),
    ]


def test_what_not_everybody_may_read_is_counted_and_not_told():
    secret = replace(WORRY, visible_to=(MILA.id,))
    beside = Statement(id="m-00001", on=TODAY, by=MILA.id, entry=WORRY.id, body="Niet zeggen")
    found = facts(case(Analysis(worries=(secret,), strengths=(STRENGTH,)), statements=(beside,)))
    assert (found.worries, found.said, found.hidden) == ((), (), 1)
    paper = family_paper(TEMPLATE, found, "nl")
    assert "Te vaak moe" not in paper
    assert "Niet zeggen" not in paper
    assert "Niet op dit papier" in paper


def test_who_carries_the_explanation():
    explanation = Explanation(text="Te veel tegelijk.", on=TODAY, by=(SHERIDA.id, MILA.id))
    found = facts(case(Analysis(explanation=explanation)))
    assert (found.explanation, found.carried_by) == ("Te veel tegelijk.", ("Sherida", "Mila"))
    text = family_paper(TEMPLATE, found, "nl")
    assert "Hier staan achter: Sherida en Mila (11 mei 2026)." in text


def test_of_an_empty_family_everything_is_missing():
    found = facts(case(Analysis()))
    assert [gap.section for gap in analysis_report_gaps(found, "wilg-0k4")] == [1, 2, 3, 4, 4, 5, 6]
    assert "```open" in family_paper(TEMPLATE, found, "nl")


@pytest.mark.parametrize("spoken", ["nl", "en"])
def test_hostile_text_stays_text(spoken):
    hostile = Analysis(
        strengths=(replace(STRENGTH, what=TRAP, example=TRAP),),
        worries=(replace(WORRY, what=TRAP, source=TRAP, contested=TRAP),),
        explanation=Explanation(text=TRAP, on=TODAY),
    )
    beside = Statement(id="m-00001", on=TODAY, by=MILA.id, body=TRAP)
    paper = family_paper(TEMPLATE, facts(case(hostile, statements=(beside,))), spoken)
    assert "<script>" not in paper
    assert "49" not in paper
    assert "\x1b" not in paper
    assert paper.count("```page") == 0
