"""The intake on one page, and as data. The verbs are in `intake`."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from fktui.cli import output
from fktui.method.intake import (
    PROBLEM_GROUPS,
    Known,
    affected_domains,
    completeness,
    family_goals,
    indication_seen,
    lifting_plan,
    open_contraindications,
    problem_groups,
    waits_for_answer,
)
from fktui.model.case import Case
from fktui.model.intake import (
    Contraindication,
    ContraindicationKind,
    IndicationKind,
    Information,
    ReferralGoal,
)
from fktui.model.plan import LifeDomain
from fktui.usecases.desk import Desk
from fktui.words.labels import field_label, label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_day

_MARKS = {Known.KNOWN: "[x]", Known.ASKED: "[~]", Known.MISSING: "[ ]"}


def print_intake(desk: Desk, case: Case, on: date) -> None:
    """Everything of the intake, what is missing too."""
    names = desk.names(case)
    trajectory = case.trajectory
    output.heading(f"{trajectory.name}  ·  {trajectory.id}  ·  {label(trajectory.status)}")
    for line in _head(case):
        output.line(line)
    _block(_("What is known at the referral"), _known(case, on))
    _block(_("Goals of the referral"), _goals(case, names))
    _block(_("What speaks for it"), _indications(desk, case, on))
    _block(_("What speaks against it"), _contraindications(case, on, names))
    _block(_("Safety"), _safety(case, names))
    _block(_("The decision together"), _decision(case, names))


def as_data(desk: Desk, case: Case, on: date) -> dict[str, Any]:
    """The intake for a program: the file as it is, and what was found in it."""
    found = completeness(case, on)
    people = (*found.children, *found.parents)
    return {
        "intake": case.intake,
        "known": {
            "people": {person.id: known for person, known in people},
            "domains": {domain.value: known for domain, known in found.domains},
        },
        "problem_groups": problem_groups(case),
        "affected_domains": affected_domains(case, on, desk.norms),
        "seen": {
            kind.value: indication_seen(case, kind, on, desk.norms) for kind in IndicationKind
        },
        "open_contraindications": [one.id for one in open_contraindications(case, on)],
    }


def _head(case: Case) -> Iterator[str]:
    intake, trajectory = case.intake, case.trajectory
    if trajectory.referrer:
        text = _("referred by {referrer}").format(referrer=trajectory.referrer)
        if trajectory.referred_on:
            text += f", {say_day(trajectory.referred_on)}"
        yield text
    yield f"{_named('route')}: {label(intake.route) if intake.route else '–'}"
    yield f"{_named('provision')}: {intake.provision or '–'}"
    yield f"{_named('question')}: {intake.question or '–'}"
    plan = intake.incoming_plan
    if plan:
        parts = (label(plan.kind), plan.by, plan.on and say_day(plan.on), plan.summary)
        yield f"{_named('incoming_plan')}: {', '.join(part for part in parts if part)}"
        if plan.kept_at:
            yield f"  {field_label('kept_at')}: {plan.kept_at}"


def _known(case: Case, on: date) -> Iterator[str]:
    found, told = completeness(case, on), case.intake.information
    for title, people in ((_("Children"), found.children), (_("Parents"), found.parents)):
        yield f"{title}:" if people else f"{title}: –"
        for person, known in people:
            yield f"  {_MARKS[known]} {person.name}: {label(known)}"
            yield from _told(one for one in told if person.id in one.about)
    yield _("Life domains:")
    for domain, known in found.domains:
        yield f"  {_MARKS[known]} {label(domain)}: {label(known)}"
        yield from _told(one for one in told if one.domain is domain and not one.about)
    others = [one for one in told if not one.about and one.domain is None]
    if others:
        yield _("Besides:")
        yield from _told(others)


def _told(found: Iterable[Information]) -> Iterator[str]:
    for one in found:
        if waits_for_answer(one):
            day = say_day(one.asked_on) if one.asked_on else "–"
            asked = _("asked on {day}").format(day=day)
            yield f"      {asked}  {one.id}"
            continue
        nature = label(one.nature) if one.nature else ""
        origin = ", ".join(part for part in (nature, one.source) if part)
        yield f"      {one.summary}{f' ({origin})' if origin else ''}  {one.id}"


def _goals(case: Case, names: dict[str, str]) -> Iterator[str]:
    for one in case.intake.referral_goals:
        by = f" ({listed((one.by,), names)})" if one.by else ""
        yield f"{one.text}{by}  {one.id}"
        yield f"  → {_became(case, one)}"


def _became(case: Case, one: ReferralGoal) -> str:
    titles = [f"{goal.title} ({goal.id})" for goal in family_goals(case, one)]
    if titles:
        return "; ".join(titles)
    if one.reason:
        return _("no goal of the family: {reason}").format(reason=one.reason)
    return _("not talked over yet")


def _indications(desk: Desk, case: Case, on: date) -> Iterator[str]:
    noted = {one.kind: one for one in case.intake.indications}
    for kind in IndicationKind:
        one = noted.get(kind)
        said = _("not gone through") if one is None else _yes_no(present=one.applies)
        note = f": {one.note}" if one and one.note else ""
        yield f"{_mark(one)} {label(kind)}: {said}{note}{_seen(desk, case, kind, on)}  {kind.value}"
    counted = _("{count} of the {total} problem groups; {domains} of the {all} life domains weigh")
    yield counted.format(
        count=len(problem_groups(case)),
        total=len(PROBLEM_GROUPS),
        domains=len(affected_domains(case, on, desk.norms)),
        all=len(LifeDomain),
    )


def _seen(desk: Desk, case: Case, kind: IndicationKind, on: date) -> str:
    seen = indication_seen(case, kind, on, desk.norms)
    if seen is None:
        return ""
    return "  " + (_("(seen in the record)") if seen else _("(not seen in the record)"))


def _contraindications(case: Case, on: date, names: dict[str, str]) -> Iterator[str]:
    noted = {one.kind: one for one in case.intake.contraindications}
    still_open = open_contraindications(case, on)
    for kind in ContraindicationKind:
        one = noted.get(kind)
        said = _("not gone through") if one is None else _yes_no(present=one.applies)
        mark = "[!]" if one in still_open else _mark(one)
        yield f"{mark} {label(kind)}: {said}  {kind.value}"
        if one is not None:
            yield from (f"      {line}" for line in _why(case, one, on, names))


def _why(case: Case, one: Contraindication, on: date, names: dict[str, str]) -> Iterator[str]:
    if one.motive:
        yield f"{field_label('motive')}: {one.motive}"
    if one.consulted:
        yield f"{field_label('consulted')}: {listed(one.consulted, names)}"
    if one.safety_plan:
        plan = lifting_plan(case, one, on)
        if plan is None:
            yield _("the safety plan {id} does not lift it now").format(id=one.safety_plan)
        else:
            text = _("lifted by the safety plan {id} of {day}")
            yield text.format(id=plan.id, day=say_day(plan.made_on))


def _safety(case: Case, names: dict[str, str]) -> Iterator[str]:
    judged = case.intake.safety
    if judged is None:
        yield _("not judged yet")
        return
    yield f"{say_day(judged.on)}: {listed(judged.by, names) or '–'}"
    yield f"{field_label('acute')}: {_yes_no(present=judged.acute)}"
    yield f"{field_label('makes_safer')}: {label(judged.makes_safer)}"
    if judged.facts:
        yield f"{field_label('facts')}: {judged.facts}"


def _decision(case: Case, names: dict[str, str]) -> Iterator[str]:
    decision = case.intake.decision
    if decision is None:
        yield _("not decided yet")
    else:
        people = listed(decision.by, names) or "–"
        yield f"{label(decision.outcome)}: {say_day(decision.on)}, {people}"
        for field in ("note", "advice", "again"):
            if getattr(decision, field):
                yield f"{field_label(field)}: {getattr(decision, field)}"
    if case.intake.destroy_on:
        yield f"{field_label('destroy_on')}: {say_day(case.intake.destroy_on)}"


def _block(title: str, lines: Iterable[str]) -> None:
    shown = list(lines)
    output.line()
    output.heading(title)
    for line in shown or ["–"]:
        output.line(f"  {line}")


def _named(field: str) -> str:
    return field_label(field).capitalize()


def _mark(noted: object) -> str:
    return "[ ]" if noted is None else "[x]"


def _yes_no(*, present: bool) -> str:
    return _("yes") if present else _("no")
