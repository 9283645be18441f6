"""Words for the values of rules, measurements and the team's lists."""

from enum import Enum

from fktui.method.agreed import Stance
from fktui.method.consent import LegalException, Rule
from fktui.method.due.day import DeadlineKind
from fktui.method.intake import Known
from fktui.method.intensity import Against, Trend
from fktui.method.measures import Direction
from fktui.method.rights.access import Reason
from fktui.method.rights.asking import Refusal, Right
from fktui.model.diff import How
from fktui.model.instrument import Better, FilledBy, Moment
from fktui.model.issue import Level
from fktui.model.knowledge import CareSector, PrincipleStatus, TeamMeasureKind
from fktui.model.measures import ParticipationStatus
from fktui.model.team import Discipline
from fktui.words.language import N_

_OTHER = N_("other")

RULES_WORDS: dict[type[Enum], dict[str, str]] = {
    Against: {
        "below": N_("below the norm"),
        "within": N_("within the norm"),
        "above": N_("above the norm"),
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
    FilledBy: {
        "youth": N_("the youth"),
        "parent": N_("a parent"),
        "member": N_("a member of the family"),
        "professional": N_("a professional"),
    },
    How: {"added": N_("added"), "changed": N_("changed"), "removed": N_("taken away")},
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
    Moment: {
        "start_of_analysis": N_("when the analysis begins"),
        "end_of_analysis": N_("when the analysis ends"),
        "mid_execution": N_("halfway the execution"),
        "end_of_help": N_("when the help ends"),
        "aftercare": N_("at the aftercare talk"),
        "every_contact": N_("at every contact"),
    },
    ParticipationStatus: {
        "to_ask": N_("still to be asked"),
        "asked": N_("asked"),
        "yes": N_("takes part"),
        "no": N_("does not take part"),
        "done": N_("has taken part"),
    },
    PrincipleStatus: {
        "confirmed": N_("confirmed"),
        "concept": N_("concept"),
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
    Right: {
        "own": N_("the right of one's own"),
        "own_youth": N_("the own right of a youth"),
        "parent": N_("authority over a child under 12"),
        "parent_of_youth": N_("authority over a youth under 16"),
        "consent": N_("consent"),
    },
    Rule: {
        "parents": N_("those with authority"),
        "youth_and_parents": N_("the youth and those with authority"),
        "youth": N_("the youth alone"),
        "adult": N_("the adult alone"),
        "network": N_("this person alone"),
    },
    Stance: {
        "agrees": N_("agrees with it"),
        "disagrees": N_("does not agree"),
        "to_discuss": N_("to discuss: the text changed since"),
        "not_asked": N_("not asked yet"),
    },
    TeamMeasureKind: {
        "questionnaire": N_("questionnaire"),
        "focus_group": N_("focus group"),
        "interview": N_("interview"),
    },
    Trend: {"down": N_("going down"), "level": N_("staying level"), "up": N_("going up")},
}
