"""One family's whole record, and where in it each kind of record has its place.

Every record with an id is of a `Kind`. The table KINDS says in which file and list a kind lives;
adding, replacing, finding and comparing records all read that one table.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from fktui.model.analysis import (
    Analysis,
    DomainScore,
    HelpRequest,
    Strength,
    Stressor,
    Worry,
)
from fktui.model.consent import Consent, Consents, Disclosure
from fktui.model.family import Authority, Family, Household, Person, Relation
from fktui.model.intake import (
    Contraindication,
    Indication,
    Information,
    Intake,
    ReferralGoal,
)
from fktui.model.journal import Contact, Document, Meeting, MeetingAgreement, Statement
from fktui.model.measures import Measurement, Measures, Participation
from fktui.model.network import (
    Candidate,
    CommunityUse,
    Jim,
    JimStep,
    Network,
    NetworkPerson,
    ParentalAnswer,
    RoleAgreement,
    Tie,
)
from fktui.model.plan import (
    Agreement,
    Assent,
    Evaluation,
    FutureEntry,
    Goal,
    Intervention,
    Plan,
    Score,
    Step,
)
from fktui.model.record import Record, by_id, with_record
from fktui.model.safety import (
    Call,
    CodeStep,
    Condition,
    ReportingCode,
    Review,
    Safety,
    SafetyAgreement,
    SafetyPlan,
    Scaling,
    Signal,
)
from fktui.model.timeline import Event, Experience, Timeline
from fktui.model.trajectory import Extension, PhasePeriod, Trajectory


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that fk knows of one family."""

    trajectory: Trajectory
    intake: Intake = Intake()
    family: Family = Family()
    analysis: Analysis = Analysis()
    timeline: Timeline = Timeline()
    network: Network = Network()
    plan: Plan = Plan()
    safety: Safety = Safety()
    consent: Consents = Consents()
    measures: Measures = Measures()
    contacts: tuple[Contact, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    documents: tuple[Document, ...] = ()

    @property
    def id(self) -> str:
        """The case id, which is also the name of the folder."""
        return self.trajectory.id


class Kind(NamedTuple):
    """A kind of record: its name, its class, and the way to the list that holds it.

    `path` starts at a field of Case; for a record inside another one, at a field of its parent.
    """

    name: str
    type: type[Record]
    path: tuple[str, ...]
    parent: str | None = None


FILES: dict[str, str] = {
    "trajectory": "case.yaml",
    "intake": "intake.yaml",
    "family": "family.yaml",
    "analysis": "analysis.yaml",
    "timeline": "timeline.yaml",
    "network": "network.yaml",
    "plan": "plan.yaml",
    "safety": "safety.yaml",
    "consent": "consent.yaml",
    "measures": "measures.yaml",
}
"""The YAML file of each part of a Case."""

JOURNALS: dict[str, type[Record]] = {
    "contacts": Contact,
    "meetings": Meeting,
    "statements": Statement,
    "documents": Document,
}
"""The parts of a Case that are a folder with a Markdown file per entry."""

PERSONAL = ("contacts", "statements")
"""The journals whose entry lies in a person's own folder when only named people may read it."""

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("phase", PhasePeriod, ("trajectory", "phases")),
        Kind("extension", Extension, ("extensions",), "phase"),
        Kind("information", Information, ("intake", "information")),
        Kind("referral_goal", ReferralGoal, ("intake", "referral_goals")),
        Kind("indication", Indication, ("intake", "indications")),
        Kind("contraindication", Contraindication, ("intake", "contraindications")),
        Kind("person", Person, ("family", "people")),
        Kind("household", Household, ("family", "households")),
        Kind("relation", Relation, ("family", "relations")),
        Kind("authority", Authority, ("family", "authority")),
        Kind("domain", DomainScore, ("analysis", "domains")),
        Kind("stressor", Stressor, ("analysis", "stressors")),
        Kind("strength", Strength, ("analysis", "strengths")),
        Kind("worry", Worry, ("analysis", "worries")),
        Kind("help_request", HelpRequest, ("analysis", "help_requests")),
        Kind("event", Event, ("timeline", "events")),
        Kind("experience", Experience, ("experiences",), "event"),
        Kind("network", NetworkPerson, ("network", "people")),
        Kind("tie", Tie, ("network", "ties")),
        Kind("jim", Jim, ("network", "jims")),
        Kind("candidate", Candidate, ("candidates",), "jim"),
        Kind("parental_answer", ParentalAnswer, ("parents",), "jim"),
        Kind("jim_step", JimStep, ("steps",), "jim"),
        Kind("community", CommunityUse, ("network", "community")),
        Kind("role", RoleAgreement, ("network", "roles")),
        Kind("goal", Goal, ("plan", "goals")),
        Kind("step", Step, ("steps",), "goal"),
        Kind("score", Score, ("scores",), "goal"),
        Kind("intervention", Intervention, ("plan", "interventions")),
        Kind("agreement", Agreement, ("plan", "agreements")),
        Kind("evaluation", Evaluation, ("plan", "evaluations")),
        Kind("future", FutureEntry, ("plan", "future_plan", "entries")),
        Kind("assent", Assent, ("plan", "agreed")),
        Kind("safety_plan", SafetyPlan, ("safety", "plans")),
        Kind("signal", Signal, ("signals",), "safety_plan"),
        Kind("safety_agreement", SafetyAgreement, ("agreements",), "safety_plan"),
        Kind("call", Call, ("calls",), "safety_plan"),
        Kind("condition", Condition, ("conditions",), "safety_plan"),
        Kind("review", Review, ("reviews",), "safety_plan"),
        Kind("scaling", Scaling, ("safety", "scalings")),
        Kind("reporting_code", ReportingCode, ("safety", "reporting_code")),
        Kind("code_step", CodeStep, ("steps",), "reporting_code"),
        Kind("measurement", Measurement, ("measures", "measurements")),
        Kind("participation", Participation, ("measures", "participation")),
        Kind("consent", Consent, ("consent", "consents")),
        Kind("disclosure", Disclosure, ("consent", "disclosures")),
        Kind("contact", Contact, ("contacts",)),
        Kind("meeting", Meeting, ("meetings",)),
        Kind("meeting_agreement", MeetingAgreement, ("agreements",), "meeting"),
        Kind("statement", Statement, ("statements",)),
        Kind("document", Document, ("documents",)),
    )
}


class Located(NamedTuple):
    """A record with its place in the case."""

    kind: Kind
    record: Any
    parent: Any = None

    @property
    def part(self) -> str:
        """The field of Case that it is in."""
        return KINDS[self.kind.parent].path[0] if self.kind.parent else self.kind.path[0]


def records(case: Case) -> Iterator[Located]:
    """Every record with an id, in the order of the files."""
    children: dict[str, list[Kind]] = {}
    for kind in KINDS.values():
        if kind.parent:
            children.setdefault(kind.parent, []).append(kind)
    for kind in KINDS.values():
        if kind.parent:
            continue
        for record in _follow(case, kind.path):
            yield Located(kind, record)
            for inner in children.get(kind.name, ()):
                for child in _follow(record, inner.path):
                    yield Located(inner, child, record)


def ids(case: Case) -> frozenset[str]:
    """All ids in the case, its own included."""
    return frozenset({case.id, *(located.record.id for located in records(case))})


def find(case: Case, record_id: str) -> Located | None:
    """The record with this id and its place, or None."""
    return next((found for found in records(case) if found.record.id == record_id), None)


def put(case: Case, kind: str, record: Any, parent: str | None = None) -> Case:
    """The case with this record added, or in the place of the one with the same id.

    Args:
        case: as it was.
        kind: a name in KINDS.
        record: a record of that kind.
        parent: the id of the record it is inside of, for the kinds that have one.
    """
    where = KINDS[kind]
    changed: Case
    if where.parent is None:
        changed = _placed(case, where.path, record)
        return changed
    owners = KINDS[where.parent]
    owner = by_id(_follow(case, owners.path), parent or "")
    if owner is None:
        raise KeyError(parent)
    changed = _placed(case, owners.path, _placed(owner, where.path, record))
    return changed


def own_fields(record: Any, kind: str) -> dict[str, Any]:
    """The fields of a record and their values, without the records inside it."""
    inner = {one.path[0] for one in KINDS.values() if one.parent == kind}
    return {name: getattr(record, name) for name in record.__struct_fields__ if name not in inner}


def _follow(start: Any, path: tuple[str, ...]) -> tuple[Any, ...]:
    for name in path:
        start = getattr(start, name)
    return tuple(start)


def _placed(start: Any, path: tuple[str, ...], record: Any) -> Any:
    name, rest = path[0], path[1:]
    value = getattr(start, name)
    new = _placed(value, rest, record) if rest else with_record(value, record)
    return msgspec.structs.replace(start, **{name: new})


def without(case: Case, record_id: str) -> Case:
    """The case without this record; as it was when there is none."""
    located = find(case, record_id)
    if located is None:
        return case
    changed: Case
    if located.parent is None:
        changed = _dropped(case, located.kind.path, record_id)
        return changed
    owners = KINDS[located.kind.parent or ""]
    owner = _dropped(located.parent, located.kind.path, record_id)
    changed = _placed(case, owners.path, owner)
    return changed


def _dropped(start: Any, path: tuple[str, ...], record_id: str) -> Any:
    name, rest = path[0], path[1:]
    value = getattr(start, name)
    kept = (
        _dropped(value, rest, record_id)
        if rest
        else tuple(record for record in value if record.id != record_id)
    )
    return msgspec.structs.replace(start, **{name: kept})
