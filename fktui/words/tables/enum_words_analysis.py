"""Words for the values of intake, analysis, timeline and safety."""

from enum import Enum

from fktui.model.analysis import StressSource
from fktui.model.intake import (
    ContraindicationKind,
    Expectation,
    IncomingPlanKind,
    IndicationKind,
    IntakeOutcome,
    Route,
)
from fktui.model.safety import CodeOutcome, CodeStepKind, Colour, SafetyAgreementKind
from fktui.model.timeline import EventKind
from fktui.words.language import N_

_OTHER = N_("other")

ANALYSIS_WORDS: dict[type[Enum], dict[str, str]] = {
    CodeOutcome: {
        "no_suspicion": N_("no suspicion is left"),
        "help": N_("own help, no report"),
        "reported": N_("reported to Veilig Thuis"),
    },
    CodeStepKind: {
        "signals": N_("1 signals"),
        "consult": N_("2 consultation"),
        "talk": N_("3 talk with the family"),
        "weigh": N_("4 weighing"),
        "decide": N_("5 decision"),
    },
    Colour: {
        "green": N_("green"),
        "orange": N_("orange"),
        "red": N_("red"),
    },
    ContraindicationKind: {
        "unsafety": N_("lasting or acute unsafety"),
        "parent_unavailable": N_("no parent is available"),
        "child_unsafe": N_("a child makes safety impossible"),
    },
    EventKind: {
        "family": N_("family"),
        "move": N_("moving house"),
        "birth": N_("birth"),
        "death": N_("death"),
        "separation": N_("separation"),
        "school": N_("school"),
        "work": N_("work"),
        "health": N_("health"),
        "money": N_("money"),
        "help": N_("earlier help"),
        "placement": N_("living away from home"),
        "migration": N_("migration"),
        "violence": N_("violence"),
        "other": _OTHER,
    },
    Expectation: {
        "yes": N_("yes"),
        "no": N_("no"),
        "unsure": N_("not sure yet"),
    },
    IncomingPlanKind: {
        "perspective_plan": N_("perspective plan"),
        "action_plan": N_("action plan"),
        "family_plan": N_("family plan"),
        "other": _OTHER,
    },
    IndicationKind: {
        "child_0_23": N_("a child or youth of 0 to 23"),
        "mental_health_child": N_("(suspected) mental health problems of a child"),
        "mental_health_parent": N_("(suspected) mental health problems of a parent"),
        "parent_problems": N_("problems of the parents themselves"),
        "socio_economic": N_("socio-economic problems"),
        "parenting": N_("parenting problems"),
        "complex_family": N_("a complicated family situation"),
        "contextual": N_("problems in the surroundings"),
        "long_care_history": N_("a long history of help"),
    },
    IntakeOutcome: {
        "admitted": N_("suitable: we begin"),
        "not_suitable": N_("not suitable now"),
    },
    Route: {
        "parent_child_team": N_("parent and child team"),
        "certified_agency": N_("certified agency"),
        "district_team": N_("district team for families"),
        "gp": N_("GP"),
        "other": _OTHER,
    },
    SafetyAgreementKind: {
        "immediate": N_("at once"),
        "structural": N_("lasting"),
    },
    StressSource: {
        "child_development": N_("the child's development"),
        "parent_child": N_("parent and child"),
        "partners": N_("the partners"),
        "parent_problems": N_("a parent's own problems"),
        "subsistence": N_("income, housing, debts"),
    },
}
