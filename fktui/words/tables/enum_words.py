"""The words for every value of every enum, in case words as the field says them (domain.md §7).

A table only: `labels` reads it. Small letters, so that a word fits inside a sentence. Within one
enum no two values share a word, because people type these words too.
"""

from enum import Enum

from fktui.method.agreed import Stance
from fktui.method.consent import LegalException, Rule
from fktui.method.due.day import DeadlineKind
from fktui.method.intake import Known
from fktui.method.intensity import Against, Trend
from fktui.method.measures import Direction
from fktui.method.rights.access import Reason
from fktui.method.rights.asking import Refusal, Right
from fktui.model.analysis import StressSource
from fktui.model.consent import ConsentForm, Purpose
from fktui.model.diff import How
from fktui.model.family import AuthorityKind, AuthoritySource, Gender, RelationKind, Role
from fktui.model.instrument import Better, FilledBy, Moment
from fktui.model.intake import (
    ContraindicationKind,
    Expectation,
    IncomingPlanKind,
    IndicationKind,
    IntakeOutcome,
    Route,
)
from fktui.model.issue import Level
from fktui.model.journal import (
    ContactKind,
    DocumentStatus,
    Element,
    MeetingKind,
    MeetingStatus,
    PlaceKind,
)
from fktui.model.knowledge import CareSector, PrincipleStatus, TeamMeasureKind
from fktui.model.measures import ParticipationStatus
from fktui.model.network import (
    CommunityState,
    Energy,
    JimPhase,
    NetworkKind,
    ParentalView,
    Quality,
    Sector,
    Support,
    Willing,
)
from fktui.model.plan import (
    Actor,
    AgreementKind,
    FutureSection,
    GoalKind,
    GoalStatus,
    LifeDomain,
    Measure,
    Regime,
)
from fktui.model.record import Nature
from fktui.model.safety import CodeOutcome, CodeStepKind, Colour, SafetyAgreementKind
from fktui.model.team import Discipline
from fktui.model.timeline import EventKind
from fktui.model.trajectory import EndReason, GroupPlanOutcome, Phase, Status
from fktui.words.language import N_

_OTHER = N_("other")

ENUM_WORDS: dict[type[Enum], dict[str, str]] = {
    Actor: {
        "family": N_("the family"),
        "network": N_("the network"),
        "professional": N_("a professional"),
        "community": N_("a place in the neighbourhood"),
    },
    Against: {
        "below": N_("below the norm"),
        "within": N_("within the norm"),
        "above": N_("above the norm"),
    },
    AgreementKind: {
        "home": N_("at home"),
        "network": N_("with the network"),
        "safety": N_("for safety"),
        "help": N_("about the help"),
    },
    AuthorityKind: {
        "parental": N_("parental authority"),
        "guardian": N_("guardianship"),
        "agency": N_("guardianship of an agency"),
    },
    AuthoritySource: {
        "register": N_("the register of authority"),
        "court_decision": N_("a court decision"),
        "statement": N_("somebody's word"),
    },
    Better: {
        "higher": N_("higher is better"),
        "lower": N_("lower is better"),
    },
    CareSector: {
        "youth_care": N_("youth help"),
        "youth_mental_health": N_("mental health care for youth"),
        "adult_care": N_("care for adults"),
        "adult_mental_health": N_("mental health care for adults"),
        "social_support": N_("social support"),
        "certified_agency": N_("certified agency"),
        "health": N_("health care"),
        "education": N_("education"),
        "other": _OTHER,
    },
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
    CommunityState: {
        "looked": N_("looked for"),
        "asked": N_("asked"),
        "joined": N_("takes part"),
        "not_suitable": N_("does not fit"),
    },
    ConsentForm: {"oral": N_("in speech"), "written": N_("on paper")},
    ContactKind: {
        "conversation": N_("conversation"),
        "intake": N_("intake"),
        "analysis": N_("family and network analysis"),
        "practical": N_("practical help"),
        "consultation": N_("consultation"),
        "aftercare": N_("aftercare talk"),
        "other": _OTHER,
    },
    ContraindicationKind: {
        "unsafety": N_("lasting or acute unsafety"),
        "parent_unavailable": N_("no parent is available"),
        "child_unsafe": N_("a child makes safety impossible"),
    },
    DeadlineKind: {"method": N_("the method"), "law": N_("the law"), "agreed": N_("agreed")},
    Direction: {
        "better": N_("better"),
        "worse": N_("worse"),
        "same": N_("the same"),
        "other": N_("different"),
    },
    Discipline: {
        "family_coach": N_("family coach"),
        "psychologist": N_("psychologist"),
        "health_psychologist": N_("health psychologist"),
        "systemic_therapist": N_("systemic therapist"),
        "psychiatrist": N_("psychiatrist"),
        "social_worker": N_("social worker"),
        "parent_child_therapist": N_("parent-child therapist"),
        "other": _OTHER,
    },
    DocumentStatus: {"concept": N_("concept"), "final": N_("final")},
    Element: {
        "whole_family": N_("the whole family"),
        "joining": N_("joining the family"),
        "together": N_("together with all parties"),
        "prioritising": N_("first things first"),
        "area_based": N_("area-based"),
        "normalising": N_("normalising"),
    },
    EndReason: {
        "as_planned": N_("as planned"),
        "early_together": N_("earlier, in agreement"),
        "by_family": N_("ended by the family"),
        "by_team": N_("ended by the team"),
        "external": N_("a cause from outside"),
    },
    Energy: {
        "gives": N_("gives energy"),
        "takes": N_("takes energy"),
        "both": N_("both ways"),
        "none": N_("no energy"),
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
    FilledBy: {
        "youth": N_("the youth"),
        "parent": N_("a parent"),
        "member": N_("a member of the family"),
        "professional": N_("a professional"),
    },
    FutureSection: {
        "proud": N_("what we are proud of"),
        "keeps_going": N_("what keeps it going"),
        "green": N_("green: it goes well"),
        "orange": N_("orange: take care"),
        "red": N_("red: now it must stop"),
        "ourselves": N_("what we do ourselves"),
        "network": N_("what our network does"),
        "professional": N_("which professional we call"),
        "more_help": N_("if more help is needed"),
        "safety": N_("safety agreements that stay"),
        "moment": N_("moments that may be hard"),
        "wish": N_("wishes for a year from now"),
        "children": N_("the children's page"),
    },
    Gender: {
        "female": N_("female"),
        "male": N_("male"),
        "other": _OTHER,
        "unknown": N_("unknown"),
    },
    GoalKind: {"long_term": N_("goal for the long term"), "small_step": N_("small goal")},
    GoalStatus: {
        "open": N_("running"),
        "reached": N_("reached"),
        "stopped": N_("stopped"),
        "changed": N_("adjusted"),
    },
    GroupPlanOutcome: {
        "wanted": N_("the family wants to make it"),
        "made": N_("it has been made"),
        "waived": N_("the family does without it"),
    },
    How: {"added": N_("added"), "changed": N_("changed"), "removed": N_("taken away")},
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
    JimPhase: {
        "who": N_("who"),
        "what": N_("what"),
        "how": N_("how"),
        "adaptivity": N_("adaptivity"),
    },
    Known: {
        "known": N_("known"),
        "asked": N_("asked for"),
        "missing": N_("missing"),
    },
    LegalException: {
        "serious_harm": N_("to prevent serious harm"),
        "youth_persists": N_("the youth keeps wanting it after thinking it over"),
        "incapable": N_("somebody who cannot oversee it is represented"),
    },
    Level: {"error": N_("error"), "warning": N_("warning"), "notice": N_("notice")},
    LifeDomain: {
        "child": N_("child"),
        "parents": N_("parents"),
        "parenting": N_("parenting"),
        "family_functioning": N_("how the family functions"),
        "socio_economic": N_("socio-economic"),
        "environment": N_("surroundings"),
        "care": N_("professional help"),
    },
    Measure: {"gas": N_("goal attainment (-2 to +2)"), "ten": N_("a figure (0 to 10)")},
    MeetingKind: {
        "family_meeting": N_("family meeting"),
        "consultation": N_("consultation"),
        "intake": N_("intake"),
        "aftercare": N_("aftercare talk"),
    },
    MeetingStatus: {
        "planned": N_("planned"),
        "held": N_("held"),
        "cancelled": N_("cancelled"),
    },
    Moment: {
        "start_of_analysis": N_("when the analysis begins"),
        "end_of_analysis": N_("when the analysis ends"),
        "mid_execution": N_("halfway the execution"),
        "end_of_help": N_("when the help ends"),
        "aftercare": N_("at the aftercare talk"),
        "every_contact": N_("at every contact"),
    },
    Nature: {
        "fact": N_("fact"),
        "observation": N_("observation"),
        "opinion": N_("opinion"),
        "interpretation": N_("interpretation"),
        "statement": N_("own statement"),
    },
    NetworkKind: {"person": N_("person"), "organisation": N_("organisation")},
    ParentalView: {
        "yes": N_("yes"),
        "grudging": N_("a grudging yes"),
        "no": N_("no"),
    },
    ParticipationStatus: {
        "to_ask": N_("still to be asked"),
        "asked": N_("asked"),
        "yes": N_("takes part"),
        "no": N_("does not take part"),
        "done": N_("has taken part"),
    },
    Phase: {
        "start": N_("start phase"),
        "analysis": N_("analysis phase"),
        "execution": N_("execution phase"),
        "closing": N_("closing phase"),
    },
    PlaceKind: {
        "home": N_("at home"),
        "school": N_("at school"),
        "neighbourhood": N_("in the neighbourhood"),
        "office": N_("at the office"),
        "phone": N_("by phone"),
        "video": N_("by video"),
        "elsewhere": N_("elsewhere"),
    },
    PrincipleStatus: {
        "confirmed": N_("confirmed"),
        "concept": N_("concept"),
    },
    Purpose: {
        "help": N_("the help itself"),
        "share": N_("sharing with others"),
        "network": N_("involving the network"),
        "observe": N_("somebody sitting in"),
        "research": N_("research"),
    },
    Quality: {
        "strong": N_("strong"),
        "ordinary": N_("ordinary"),
        "weak": N_("weak"),
        "stressful": N_("stressful"),
        "broken": N_("broken"),
        "changing": N_("changing"),
    },
    Reason: {
        "others": N_("about others only"),
        "named": N_("for named people only"),
        "team": N_("for the team only"),
        "restricted": N_("restricted: the reporting code"),
        "address": N_("where others live"),
        "hidden_home": N_("a secret address"),
        "apart": N_("of somebody who lives elsewhere"),
        "undivided": N_("not written person by person"),
        "chosen": N_("taken out by the coach"),
    },
    Refusal: {
        "through_parents": N_("through those with authority"),
        "own_yes": N_("the youth's own yes is needed"),
        "no_authority": N_("no authority"),
    },
    Regime: {
        "youth_act": N_("Youth Act"),
        "medical_treatment": N_("Medical Treatment Act"),
        "social_support": N_("Social Support Act"),
        "other": _OTHER,
    },
    RelationKind: {
        "partner": N_("partner"),
        "married": N_("married"),
        "separated": N_("separated"),
        "divorced": N_("divorced"),
        "parent": N_("parent"),
        "adoptive_parent": N_("adoptive parent"),
        "foster_parent": N_("foster parent"),
        "step_parent": N_("step-parent"),
        "sibling": N_("brother or sister"),
        "half_sibling": N_("half-brother or half-sister"),
        "other": _OTHER,
    },
    Role: {
        "mother": N_("mother"),
        "father": N_("father"),
        "parent": N_("parent"),
        "step_parent": N_("step-parent"),
        "foster_parent": N_("foster parent"),
        "guardian": N_("guardian"),
        "child": N_("child"),
        "sibling": N_("brother or sister"),
        "grandparent": N_("grandparent"),
        "other": _OTHER,
    },
    Right: {
        "own": N_("the right of one's own"),
        "own_youth": N_("the own right of a youth"),
        "parent": N_("authority over a child under 12"),
        "parent_of_youth": N_("authority over a youth under 16"),
        "consent": N_("consent"),
    },
    Route: {
        "parent_child_team": N_("parent and child team"),
        "certified_agency": N_("certified agency"),
        "district_team": N_("district team for families"),
        "gp": N_("GP"),
        "other": _OTHER,
    },
    Rule: {
        "parents": N_("those with authority"),
        "youth_and_parents": N_("the youth and those with authority"),
        "youth": N_("the youth alone"),
        "adult": N_("the adult alone"),
        "network": N_("this person alone"),
    },
    SafetyAgreementKind: {
        "immediate": N_("at once"),
        "structural": N_("lasting"),
    },
    Sector: {
        "family": N_("relatives"),
        "friends": N_("friends"),
        "neighbourhood": N_("neighbourhood"),
        "school_work": N_("school and work"),
        "leisure_faith": N_("leisure and faith"),
        "professionals": N_("professionals"),
    },
    Stance: {
        "agrees": N_("agrees with it"),
        "disagrees": N_("does not agree"),
        "to_discuss": N_("to discuss: the text changed since"),
        "not_asked": N_("not asked yet"),
    },
    Status: {
        "referred": N_("referred"),
        "active": N_("being helped"),
        "closed": N_("closed"),
        "declined": N_("not suitable"),
    },
    StressSource: {
        "child_development": N_("the child's development"),
        "parent_child": N_("parent and child"),
        "partners": N_("the partners"),
        "parent_problems": N_("a parent's own problems"),
        "subsistence": N_("income, housing, debts"),
    },
    Support: {
        "practical": N_("practical support"),
        "company": N_("company"),
        "advice": N_("advice"),
        "emotional": N_("emotional support"),
    },
    TeamMeasureKind: {
        "questionnaire": N_("questionnaire"),
        "focus_group": N_("focus group"),
        "interview": N_("interview"),
    },
    Trend: {"down": N_("going down"), "level": N_("staying level"), "up": N_("going up")},
    Willing: {"yes": N_("yes"), "no": N_("no"), "later": N_("later")},
}
