"""What is known at the referral, what speaks for and against, and what the rules say of it."""

from datetime import date

import pytest
from families import (
    COLLEAGUES,
    DAUGHTER,
    FATHER,
    INTAKE,
    MOTHER,
    NORMS,
    PEOPLE,
    SON,
    TODAY,
    example_case,
    period,
    with_trajectory,
)
from msgspec.structs import replace

from fktui.method.checks import check
from fktui.method.days import add_days
from fktui.method.due.deadlines import deadlines
from fktui.method.intake import (
    PROBLEM_GROUPS,
    Known,
    affected_domains,
    completeness,
    indication_seen,
    lifting_plan,
    more_than_needed,
    open_contraindications,
    problem_groups,
)
from fktui.method.rules import intake as rules
from fktui.model.analysis import Analysis, DomainScore
from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.intake import (
    Contraindication,
    ContraindicationKind,
    Indication,
    IndicationKind,
    Information,
    IntakeDecision,
    IntakeOutcome,
    ReferralGoal,
)
from fktui.model.journal import Contact, ContactKind
from fktui.model.plan import Intervention, LifeDomain, Plan
from fktui.model.safety import Safety, SafetyPlan
from fktui.model.timeline import Event, EventKind, Timeline
from fktui.model.trajectory import Phase, Status

CASE = example_case()
START = period(Phase.START, started_on=date(2026, 5, 4))


def noted(case=CASE, **changes):
    """The family with other values in its intake."""
    return replace(case, intake=replace(case.intake, **changes))


def codes(case, today=TODAY):
    own = {rule.code for rule in rules.RULES}
    return [one.code for one in check(case, today, NORMS, COLLEAGUES) if one.code in own]


def the_one(case, code, today=TODAY):
    (found,) = [one for one in check(case, today, NORMS, COLLEAGUES) if one.code == code]
    return found


def told(record_id, **changes):
    return Information(id=record_id, **{"summary": "het gaat", **changes})


NEW = example_case(phases=(START,))
"""A family in the start phase whose intake is complete."""


# What is known


@pytest.mark.parametrize(
    ("information", "known"),
    [
        ((), Known.MISSING),
        ((told("l-00001", about=(MOTHER,)),), Known.MISSING),
        ((told("l-00001", about=(SON,), summary=None, asked_on=TODAY),), Known.ASKED),
        ((told("l-00001", about=(SON,), summary=" "),), Known.ASKED),
        ((told("l-00001", about=(MOTHER, SON)),), Known.KNOWN),
        (
            (told("l-00001", about=(SON,), summary=None), told("l-00002", about=(SON,))),
            Known.KNOWN,
        ),
    ],
)
def test_what_is_known_of_a_child(information, known):
    found = completeness(noted(information=information), TODAY)
    assert {one.id: state for one, state in found.children}[SON] is known


def test_children_parents_and_domains_each_have_their_place():
    case = noted(information=(told("l-00001", domain=LifeDomain.CARE),))
    found = completeness(case, TODAY)
    assert [one.id for one, _known in found.children] == [SON, DAUGHTER]
    assert [one.id for one, _known in found.parents] == [MOTHER, FATHER]
    assert dict(found.domains) == {
        domain: Known.KNOWN if domain is LifeDomain.CARE else Known.MISSING for domain in LifeDomain
    }
    assert LifeDomain.CARE not in found.open_domains
    assert len(found.open_domains) == 6


@pytest.mark.parametrize(
    ("role", "until", "asked"),
    [
        (Role.STEP_PARENT, None, True),
        (Role.GUARDIAN, None, True),
        (Role.GRANDPARENT, None, False),
        (Role.STEP_PARENT, TODAY, True),
        (Role.STEP_PARENT, add_days(TODAY, -1), False),
    ],
)
def test_who_brings_up_the_children_and_is_there_counts(role, until, asked):
    other = Person(id="p-0ther", name="Bas", role=role, until=until)
    case = replace(CASE, family=Family(people=(other,)))
    assert bool(completeness(case, TODAY).open_people) is asked


# What speaks for it


def child(born):
    return replace(CASE, family=Family(people=(PEOPLE[0], Person(
        id=SON, name="Jaylen", role=Role.CHILD, born=born
    ))))  # fmt: skip


@pytest.mark.parametrize(
    ("born", "seen"),
    [
        ("2012", True),
        ("2026-05-11", True),
        ("2003-05-12", True),
        ("2003-05-11", False),
        ("2003", None),
        (None, None),
        ("1990", False),
        ("2004-02-29", True),
    ],
)
def test_a_child_of_0_to_23_is_seen_by_its_birth_date(born, seen):
    assert indication_seen(child(born), IndicationKind.CHILD_0_23, TODAY, NORMS) is seen


def test_a_family_without_anybody_tells_nothing_and_one_without_children_does():
    nobody = replace(CASE, family=Family())
    assert indication_seen(nobody, IndicationKind.CHILD_0_23, TODAY, NORMS) is None
    alone = replace(CASE, family=Family(people=(PEOPLE[0],)))
    assert indication_seen(alone, IndicationKind.CHILD_0_23, TODAY, NORMS) is False


@pytest.mark.parametrize(
    ("kinds", "seen"),
    [
        ((), None),
        ((EventKind.HELP,), None),
        ((EventKind.HELP, EventKind.MOVE, EventKind.SCHOOL), None),
        ((EventKind.HELP, EventKind.HELP), True),
        ((EventKind.PLACEMENT,), True),
    ],
)
def test_a_long_history_of_help_is_seen_on_the_timeline(kinds, seen):
    events = tuple(
        Event(id=f"e-0000{n}", title="Cursus", kind=kind) for n, kind in enumerate(kinds)
    )
    case = replace(CASE, timeline=Timeline(events=events))
    assert indication_seen(case, IndicationKind.LONG_CARE_HISTORY, TODAY, NORMS) is seen


def scored(*scores):
    return replace(
        CASE,
        analysis=Analysis(
            domains=tuple(
                DomainScore(id=f"r-0000{n}", domain=domain, on=on, severity=severity)
                for n, (domain, severity, on) in enumerate(scores)
            )
        ),
    )


@pytest.mark.parametrize(("kind", "domain"), PROBLEM_GROUPS.items())
@pytest.mark.parametrize(("severity", "seen"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_problem_group_is_seen_by_the_score_of_its_domain(kind, domain, severity, seen):
    case = scored((domain, severity, TODAY))
    assert indication_seen(case, kind, TODAY, NORMS) is seen
    assert indication_seen(case, kind, add_days(TODAY, -1), NORMS) is None


def test_mental_health_is_for_people_to_tell():
    assert indication_seen(CASE, IndicationKind.MENTAL_HEALTH_CHILD, TODAY, NORMS) is None


def test_domains_that_weighed_at_the_start_are_counted():
    later = date(2026, 5, 1)
    case = scored(
        (LifeDomain.CHILD, 3, date(2026, 4, 1)),
        (LifeDomain.CHILD, 0, later),
        (LifeDomain.CARE, 1, later),
        (LifeDomain.PARENTING, 2, later),
    )
    assert affected_domains(case, TODAY, NORMS) == (LifeDomain.CHILD, LifeDomain.PARENTING)


def test_the_five_problem_groups_are_counted():
    kinds = (IndicationKind.PARENTING, IndicationKind.CHILD_0_23, IndicationKind.CONTEXTUAL)
    indications = tuple(
        Indication(id=f"l-0000{n}", kind=kind, applies=kind is not IndicationKind.CONTEXTUAL)
        for n, kind in enumerate(kinds)
    )
    assert problem_groups(noted(indications=indications)) == (IndicationKind.PARENTING,)
    assert len(PROBLEM_GROUPS) == 5


# What speaks against it


def against(kind=ContraindicationKind.CHILD_UNSAFE, **changes):
    return Contraindication(**{"id": "l-00001", "kind": kind, "applies": True, **changes})


def with_plan(found, **changes):
    plan = SafetyPlan(**{"id": "v-00001", "made_on": date(2026, 5, 1), **changes})
    return replace(noted(contraindications=(found,)), safety=Safety(plans=(plan,)))


LINKED = against(safety_plan="v-00001")


@pytest.mark.parametrize(
    ("found", "plan", "is_open"),
    [
        (against(), {}, True),
        (LINKED, {}, False),
        (LINKED, {"made_on": TODAY}, False),
        (LINKED, {"made_on": add_days(TODAY, 1)}, True),
        (LINKED, {"ended_on": add_days(TODAY, 1)}, False),
        (LINKED, {"ended_on": TODAY}, True),
        (against(safety_plan="v-zzzzz"), {}, True),
        (against(motive="niet acuut"), {"ended_on": TODAY}, False),
        (against(motive=" "), {"ended_on": TODAY}, True),
        (against(applies=False), {}, False),
        (against(ContraindicationKind.UNSAFETY, safety_plan="v-00001"), {}, True),
        (against(ContraindicationKind.PARENT_UNAVAILABLE, motive="tante"), {}, False),
    ],
)
def test_a_contraindication_is_open_until_a_motive_or_for_a_child_a_safety_plan(
    found, plan, is_open
):
    case = with_plan(found, **plan)
    assert (open_contraindications(case, TODAY) == (found,)) is is_open
    kinds = {"contraindication-no-plan", "contraindication-no-motive"}
    assert bool(kinds & set(codes(case))) is is_open


def test_the_third_contraindication_asks_for_a_safety_plan_and_the_others_for_a_motive():
    assert codes(with_plan(against())) == ["contraindication-no-plan"]
    found = the_one(
        noted(contraindications=(against(ContraindicationKind.UNSAFETY),)),
        "contraindication-no-motive",
    )
    assert (found.record, found.facts["contraindication"]) == ("l-00001", "unsafety")


def test_only_the_third_is_lifted():
    case = with_plan(LINKED)
    assert lifting_plan(case, LINKED, TODAY).id == "v-00001"
    other = against(ContraindicationKind.UNSAFETY, safety_plan="v-00001")
    assert lifting_plan(case, other, TODAY) is None


@pytest.mark.parametrize(
    ("status", "speaks"),
    [(Status.REFERRED, True), (Status.ACTIVE, True), (Status.CLOSED, False)],
)
def test_a_contraindication_counts_while_the_help_runs_or_may_begin(status, speaks):
    case = with_trajectory(noted(contraindications=(against(),)), status=status)
    assert ("contraindication-no-plan" in codes(case)) is speaks


@pytest.mark.parametrize(
    ("acute", "found", "speaks"),
    [
        (False, (), False),
        (True, (), True),
        (True, (against(ContraindicationKind.UNSAFETY, motive="plan"),), False),
        (True, (against(ContraindicationKind.UNSAFETY, applies=False),), True),
        (True, (against(motive="plan"),), True),
    ],
)
def test_acute_danger_is_noted_as_a_contraindication(acute, found, speaks):
    judged = replace(INTAKE.safety, acute=acute)
    case = noted(safety=judged, contraindications=found)
    assert ("acute-not-weighed" in codes(case)) is speaks


# Whether it is complete


def test_an_intake_in_order_gives_no_findings():
    assert codes(NEW) == []
    assert codes(with_trajectory(NEW, status=Status.REFERRED, phases=())) == []


@pytest.mark.parametrize(
    ("left_out", "code"),
    [
        ("information", "intake-domains"),
        ("information", "intake-person"),
        ("indications", "intake-indications"),
        ("contraindications", "intake-contraindication"),
    ],
)
@pytest.mark.parametrize(
    ("course", "speaks"),
    [
        ({"status": Status.REFERRED, "phases": ()}, True),
        ({"phases": (START,)}, True),
        ({"phases": (START, period())}, False),
        ({"status": Status.DECLINED, "phases": ()}, False),
        ({"status": Status.CLOSED, "phases": (START,)}, False),
    ],
)
def test_what_is_missing_is_asked_until_the_analysis_begins(left_out, code, course, speaks):
    case = with_trajectory(noted(NEW, **{left_out: ()}), **course)
    assert (code in codes(case)) is speaks


def test_the_findings_name_who_and_what():
    about_people, *domains = INTAKE.information
    without_mother = replace(about_people, about=about_people.about[1:])
    case = noted(NEW, information=(without_mother, *domains[:-1]))
    assert the_one(case, "intake-person").facts["name"] == "Sherida"
    assert the_one(case, "intake-domains").facts["domains"] == ("care",)
    case = noted(NEW, indications=INTAKE.indications[:4])
    assert the_one(case, "intake-indications").facts["count"] == 5
    case = noted(NEW, contraindications=INTAKE.contraindications[1:])
    kinds = the_one(case, "intake-contraindication").facts["contraindications"]
    assert kinds == ("unsafety",)


# The judgement and the decision


@pytest.mark.parametrize(
    ("field", "code"), [("safety", "safety-not-judged"), ("decision", "not-decided-together")]
)
def test_a_family_that_is_helped_was_judged_and_decided_together(field, code):
    assert codes(noted(NEW, **{field: None})) == [code]
    referred = with_trajectory(noted(NEW, **{field: None}), status=Status.REFERRED, phases=())
    assert codes(referred) == []


def test_what_people_confirmed_at_the_gate_is_not_asked_again():
    later = period(conditions=("safety-judged", "decided-together"))
    assert codes(noted(example_case(phases=(later,)), safety=None, decision=None)) == []


# Not suitable


def refused(**changes):
    decision = IntakeDecision(
        on=date(2026, 4, 16), outcome=IntakeOutcome.NOT_SUITABLE, advice="tante"
    )
    given = {"decision": decision, "destroy_on": date(2027, 4, 16), **changes}
    course = {"status": Status.DECLINED, "phases": ()}
    bare = Case(trajectory=CASE.trajectory, family=CASE.family)
    return with_trajectory(noted(bare, **given), **course)


def test_a_refusal_with_advice_and_little_kept_is_in_order():
    assert codes(refused()) == []


@pytest.mark.parametrize("advice", [None, " "])
def test_a_refusal_goes_with_a_better_offer(advice):
    decision = replace(refused().intake.decision, advice=advice)
    assert codes(refused(decision=decision)) == ["refused-no-advice"]
    assert codes(refused(decision=None)) == ["refused-no-advice"]


@pytest.mark.parametrize(
    ("today", "late"),
    [(date(2027, 4, 15), False), (date(2027, 4, 16), False), (date(2027, 4, 17), True)],
)
def test_the_record_of_a_refused_family_is_destroyed_in_time(today, late):
    assert codes(refused(), today) == (["refused-kept-long"] if late else [])


def test_a_refused_family_has_its_own_day_and_not_that_of_twenty_years():
    def days(case):
        return [one.code for one in deadlines(case, NORMS, TODAY)]

    assert days(refused()) == ["refused-record"]
    assert days(refused(destroy_on=None)) == ["retention-end"]
    assert "refused-record" not in days(noted(destroy_on=TODAY))


def test_a_refused_family_keeps_what_the_intake_needs_and_no_more():
    kept = refused()
    talks = (
        Contact(id="c-00001", on=TODAY, kind=ContactKind.INTAKE),
        Contact(id="c-00002", on=TODAY, kind=ContactKind.CONSULTATION),
    )
    earlier = Timeline(events=(Event(id="e-00001", title="Cursus", kind=EventKind.HELP),))
    case = replace(kept, contacts=talks, timeline=earlier)
    assert more_than_needed(case) == {}
    visit = Contact(id="c-00003", on=TODAY, kind=ContactKind.CONVERSATION)
    case = replace(case, contacts=(*talks, visit), network=CASE.network, plan=CASE.plan)
    around = len(CASE.network.people) + len(CASE.network.jims) + len(CASE.network.community)
    assert more_than_needed(case) == {"network": around, "goal": 1, "contact": 1}
    assert codes(case) == ["refused-holds-more"] * 3
    assert more_than_needed(scored((LifeDomain.CARE, 1, TODAY)))["analysis"] == 1


# Goals of the referral


def wanted(**changes):
    return ReferralGoal(id="l-00001", text="Naar school", **changes)


@pytest.mark.parametrize(
    ("goal", "phase", "lost"),
    [
        (wanted(), Phase.START, False),
        (wanted(), Phase.ANALYSIS, False),
        (wanted(), Phase.EXECUTION, True),
        (wanted(), Phase.CLOSING, True),
        (wanted(goals=("g-00001",)), Phase.EXECUTION, False),
        (wanted(goals=("g-zzzzz",)), Phase.EXECUTION, True),
        (wanted(reason="het gezin wil rust"), Phase.EXECUTION, False),
        (wanted(reason=" "), Phase.EXECUTION, True),
    ],
)
def test_a_goal_of_the_referral_has_its_place_once_there_is_a_plan(goal, phase, lost):
    case = noted(example_case(phases=(period(phase),)), referral_goals=(goal,))
    assert ("referral-goal-lost" in codes(case)) is lost


# In one go


BEGUN = date(2026, 4, 6)


def help_with(first, second, phase=Phase.EXECUTION):
    plan = Plan(
        goals=CASE.plan.goals,
        interventions=(
            Intervention(id="i-00001", what="Traumatherapie", **first),
            Intervention(id="i-00002", what="Schuldhulp", **second),
        ),
    )
    return example_case(phases=(period(phase, started_on=BEGUN),), plan=plan)


@pytest.mark.parametrize(
    ("first", "second", "today", "waits"),
    [
        ({"started_on": BEGUN}, {"planned_on": BEGUN}, date(2026, 5, 4), False),
        ({"started_on": BEGUN}, {"planned_on": BEGUN}, date(2026, 5, 5), True),
        ({"started_on": BEGUN}, {"planned_on": date(2026, 5, 4)}, BEGUN, False),
        ({"started_on": BEGUN}, {"planned_on": date(2026, 5, 5)}, BEGUN, True),
        ({"started_on": BEGUN}, {"started_on": date(2026, 6, 5)}, date(2026, 6, 5), False),
        (
            {"started_on": BEGUN},
            {"planned_on": BEGUN, "ended_on": date(2026, 5, 1)},
            date(2026, 6, 1),
            False,
        ),
        ({"started_on": add_days(BEGUN, -1)}, {"planned_on": BEGUN}, date(2026, 6, 1), False),
        ({"started_on": date(2026, 7, 1)}, {"planned_on": BEGUN}, date(2026, 6, 1), False),
        ({"planned_on": BEGUN}, {"planned_on": BEGUN}, date(2026, 6, 1), False),
        ({"started_on": BEGUN}, {}, date(2026, 6, 1), False),
    ],
)
def test_help_by_several_starts_in_one_go(first, second, today, waits):
    case = help_with(first, second)
    assert ("not-in-one-go" in codes(case, today)) is waits
    assert "not-in-one-go" not in codes(help_with(first, second, Phase.ANALYSIS), today)


def test_the_finding_names_what_waits_and_what_began():
    case = help_with({"started_on": BEGUN}, {"planned_on": BEGUN})
    found = the_one(case, "not-in-one-go", date(2026, 6, 1))
    assert (found.record, found.facts["what"]) == ("i-00002", "Schuldhulp")
    assert (found.facts["first"], found.facts["weeks"]) == ("Traumatherapie", 4)


def test_goals_before_the_plan_are_nothing_to_warn_about():
    """S1:L156-159: in the start phase a first goal may be there already."""
    assert NEW.plan.goals
    found = [one.code for one in check(NEW, TODAY, NORMS, COLLEAGUES)]
    assert [code for code in found if code.startswith(("goal", "plan", "phase"))] == []
