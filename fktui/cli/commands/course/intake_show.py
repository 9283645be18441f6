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
    indication_seen,
    open_contraindications,
    problem_groups,
)
from fktui.model.case import Case
from fktui.model.intake import (
    ContraindicationKind,
    IndicationKind,
    Information,
)
from fktui.model.plan import LifeDomain
from fktui.usecases.desk import Desk
from fktui.words.course.intake import (
    named,
    say_became,
    say_decision,
    say_incoming,
    say_information,
    say_judgement,
    say_referred,
    say_seen,
    say_why,
)
from fktui.words.labels import field_label, label, yes_no
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
    intake = case.intake
    if referred := say_referred(case):
        yield referred
    yield f"{named('route')}: {label(intake.route) if intake.route else '–'}"
    yield f"{named('provision')}: {intake.provision or '–'}"
    yield f"{named('question')}: {intake.question or '–'}"
    plan = intake.incoming_plan
    if plan:
        yield f"{named('incoming_plan')}: {say_incoming(plan)}"
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
    return (f"      {say_information(one)}  {one.id}" for one in found)


def _goals(case: Case, names: dict[str, str]) -> Iterator[str]:
    for one in case.intake.referral_goals:
        by = f" ({listed((one.by,), names)})" if one.by else ""
        yield f"{one.text}{by}  {one.id}"
        yield f"  → {say_became(case, one)}"


def _indications(desk: Desk, case: Case, on: date) -> Iterator[str]:
    noted = {one.kind: one for one in case.intake.indications}
    for kind in IndicationKind:
        one = noted.get(kind)
        said = _("not gone through") if one is None else yes_no(one.applies)
        note = f": {one.note}" if one and one.note else ""
        words = say_seen(indication_seen(case, kind, on, desk.norms))
        seen = f"  {words}" if words else ""
        yield f"{_mark(one)} {label(kind)}: {said}{note}{seen}  {kind.value}"
    counted = _("{count} of the {total} problem groups; {domains} of the {all} life domains weigh")
    yield counted.format(
        count=len(problem_groups(case)),
        total=len(PROBLEM_GROUPS),
        domains=len(affected_domains(case, on, desk.norms)),
        all=len(LifeDomain),
    )


def _contraindications(case: Case, on: date, names: dict[str, str]) -> Iterator[str]:
    noted = {one.kind: one for one in case.intake.contraindications}
    still_open = open_contraindications(case, on)
    for kind in ContraindicationKind:
        one = noted.get(kind)
        said = _("not gone through") if one is None else yes_no(one.applies)
        mark = "[!]" if one in still_open else _mark(one)
        yield f"{mark} {label(kind)}: {said}  {kind.value}"
        if one is not None:
            yield from (f"      {line}" for line in _lines(say_why(case, one, on, names)))


def _safety(case: Case, names: dict[str, str]) -> Iterator[str]:
    judged = case.intake.safety
    if judged is None:
        yield _("not judged yet")
        return
    yield f"{say_day(judged.on)}: {listed(judged.by, names) or '–'}"
    yield from _lines(say_judgement(judged))


def _decision(case: Case, names: dict[str, str]) -> Iterator[str]:
    decision = case.intake.decision
    if decision is None:
        yield _("not decided yet")
    else:
        people = listed(decision.by, names) or "–"
        yield f"{label(decision.outcome)}: {say_day(decision.on)}, {people}"
        yield from _lines(say_decision(decision))
    if case.intake.destroy_on:
        yield f"{field_label('destroy_on')}: {say_day(case.intake.destroy_on)}"


def _block(title: str, lines: Iterable[str]) -> None:
    shown = list(lines)
    output.line()
    output.heading(title)
    for line in shown or ["–"]:
        output.line(f"  {line}")


def _lines(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{name}: {said}" if name else said for name, said in told)


def _mark(noted: object) -> str:
    return "[ ]" if noted is None else "[x]"
