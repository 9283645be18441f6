"""The words for every value of every enum, in case words as the field says them (domain.md §7).

A table only: `labels` reads it. Small letters, so that a word fits inside a sentence. Within one
enum no two values share a word, because people type these words too.
"""

from enum import Enum

from fktui.method.consent import LegalException, Rule
from fktui.method.due import DeadlineKind
from fktui.method.intensity import Against
from fktui.model.consent import ConsentForm, Purpose
from fktui.model.diff import How
from fktui.model.family import AuthorityKind, AuthoritySource, Gender, RelationKind, Role
from fktui.model.issue import Level
from fktui.model.journal import ContactKind, DocumentStatus, MeetingKind, MeetingStatus, PlaceKind
from fktui.model.network import Energy, NetworkKind, Quality, Sector, Support, Willing
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
from fktui.model.team import Discipline
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
    DeadlineKind: {"method": N_("the method"), "law": N_("the law"), "agreed": N_("agreed")},
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
    Nature: {
        "fact": N_("fact"),
        "observation": N_("observation"),
        "opinion": N_("opinion"),
        "interpretation": N_("interpretation"),
        "statement": N_("own statement"),
    },
    NetworkKind: {"person": N_("person"), "organisation": N_("organisation")},
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
    Rule: {
        "parents": N_("those with authority"),
        "youth_and_parents": N_("the youth and those with authority"),
        "youth": N_("the youth alone"),
        "adult": N_("the adult alone"),
        "network": N_("this person alone"),
    },
    Sector: {
        "family": N_("relatives"),
        "friends": N_("friends"),
        "neighbourhood": N_("neighbourhood"),
        "school_work": N_("school and work"),
        "leisure_faith": N_("leisure and faith"),
        "professionals": N_("professionals"),
    },
    Status: {
        "referred": N_("referred"),
        "active": N_("being helped"),
        "closed": N_("closed"),
        "declined": N_("not suitable"),
    },
    Support: {
        "practical": N_("practical support"),
        "company": N_("company"),
        "advice": N_("advice"),
        "emotional": N_("emotional support"),
    },
    Willing: {"yes": N_("yes"), "no": N_("no"), "later": N_("later")},
}
