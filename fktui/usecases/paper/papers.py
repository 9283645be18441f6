"""Documents: what is there to make, what is missing for it, and making it."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from fktui.documents.collectors import analysis_report, future_plan, safety_plan
from fktui.documents.collectors.said import Order, family_name
from fktui.documents.facts import plain
from fktui.documents.gaps import Gap, analysis_report_gaps, future_plan_gaps, safety_plan_gaps
from fktui.documents.make import Format, Made, make, meta_for
from fktui.documents.template import Template, parse_template, render
from fktui.errors import NoConsent, WrongUse
from fktui.method.consent import missing_consents, valid
from fktui.method.due.deadlines import deadlines
from fktui.method.rights.copying import for_everybody
from fktui.model.case import Case, put, records
from fktui.model.consent import Disclosure, Purpose
from fktui.model.journal import Document
from fktui.model.stored import Change, Loaded, Saved
from fktui.store.templates import read_template
from fktui.usecases.desk import Desk
from fktui.usecases.paper.templates import OWN_COMMANDS
from fktui.usecases.records import act_on, new_record
from fktui.words.naming import listed
from fktui.words.recipients import say_recipient

FAMILY = "family"
"""The receiver that needs no consent: the paper is the family's own."""
FUTURE_PLAN = "future-plan"


class _Source(NamedTuple):
    """What fills a template, and what says which of it is missing."""

    collect: Callable[[Order], Any]
    gaps: Callable[[Any, str], tuple[Gap, ...]]


_SOURCES = {
    FUTURE_PLAN: _Source(future_plan.collect, future_plan_gaps),
    analysis_report.TEMPLATE: _Source(analysis_report.collect, analysis_report_gaps),
    "safety-plan": _Source(safety_plan.collect, safety_plan_gaps),
}
"""By the name of the template; one of the team's own gets the facts of a future plan."""


class Paper(NamedTuple):
    """What is asked for.

    Attributes:
        recipient: a role or an id of the case; the family when not said.
        ground, reason: for sharing without consent: on which law, and why.
    """

    template: str
    language: str
    recipient: str = FAMILY
    ground: str = ""
    reason: str = ""


class Draft(NamedTuple):
    """A paper before it is made: its text, and what is missing in it.

    Attributes:
        hidden: how many entries are not on it because not everybody may read them.
    """

    paper: Paper
    template: Template
    loaded: Loaded
    markdown: str
    gaps: tuple[Gap, ...]
    hidden: int = 0


def draft(desk: Desk, case_id: str, paper: Paper) -> Draft:
    """The text of a paper, and what is missing. Nothing is written.

    Raises:
        Missing: there is no such template, it asks for what fk does not know, or nothing is
            there to put on it.
        NoConsent: the receiver may not have it.
        Unreadable: a file of the family is broken.
        WrongUse: `paper-has-a-command`.
    """
    if paper.template in OWN_COMMANDS:
        command = OWN_COMMANDS[paper.template].format(case=case_id)
        raise WrongUse("paper-has-a-command", template=paper.template, command=command)
    loaded = desk.load(case_id)
    refuse_without_consent(desk, loaded.case, paper)
    file = read_template(desk.store.places, paper.template, paper.language)
    template = parse_template(
        file.name, file.head, file.body, file.source, first_line=file.first_line
    )
    filled = _filled(desk, loaded.case, paper)
    return Draft(
        paper=paper,
        template=template,
        loaded=loaded,
        markdown=render(template, filled.facts),
        gaps=filled.gaps,
        hidden=filled.hidden,
    )


def gaps(desk: Desk, case: Case, template: str) -> tuple[Gap, ...]:
    """What is still missing for a paper for the family, without making it.

    Raises:
        Missing: nothing is there to put on it.
    """
    return _filled(desk, case, Paper(template, desk.settings.language)).gaps


class _Filled(NamedTuple):
    facts: dict[str, Any]
    gaps: tuple[Gap, ...]
    hidden: int


def _filled(desk: Desk, case: Case, paper: Paper) -> _Filled:
    """What goes on a paper, what is missing on it, and how much is left out."""
    source = _SOURCES.get(paper.template)
    asked, hidden = order(desk, case, paper), 0
    if source is None or paper.template == FUTURE_PLAN:
        source = _SOURCES[FUTURE_PLAN]
        asked, hidden = _for_everybody(asked)
    facts = source.collect(asked)
    filled = plain(facts)
    return _Filled(filled, source.gaps(facts, case.id), filled.get("hidden", hidden))


def _for_everybody(asked: Order) -> tuple[Order, int]:
    """What the whole family may read, for the future plan; and how much of it that leaves out."""
    case, _left_out = for_everybody(asked.case, asked.today)
    hidden = _in_plan_and_network(asked.case) - _in_plan_and_network(case)
    return asked._replace(case=case), len(hidden)


def _in_plan_and_network(case: Case) -> frozenset[str]:
    return frozenset(one.record.id for one in records(case) if one.part in ("plan", "network"))


def finish(desk: Desk, made_from: Draft, fmt: Format) -> tuple[Made, Saved]:
    """Make the file of a draft, and keep its text with the family: one commit."""
    case_id = made_from.loaded.case.id
    meta = meta_for(made_from.template, family_name(made_from.loaded.case), desk.today)
    made = make(made_from.markdown, meta, fmt)
    history = desk.store.stories(case_id)
    return made, desk.change(
        case_id, lambda loaded: _kept(desk, loaded, made_from, history[0].commit)
    )


def refuse_without_consent(desk: Desk, case: Case, paper: Paper) -> None:
    """Sharing without consent is refused, unless a legal ground and a reason are recorded.

    Jeugdwet 7.3.11; design decision 17.

    Raises:
        NoConsent: somebody has not said yes; the facts name who.
        WrongUse: a ground without a reason, or the other way round.
    """
    if paper.recipient == FAMILY:
        return
    if bool(paper.ground) != bool(paper.reason):
        raise WrongUse("ground-and-reason")
    about = tuple(p.id for p in case.family.people if p.until is None)
    missing = missing_consents(
        case, about, paper.recipient, Purpose.SHARE, desk.today, document=paper.template
    )
    if missing and not paper.ground:
        names = desk.names(case)
        who = listed(dict.fromkeys(one.by or one.about for one in missing), names)
        raise NoConsent(
            "no-consent",
            recipient=say_recipient(paper.recipient, names),
            missing=who,
            case=case.id,
            given=paper.recipient,
        )


def order(desk: Desk, case: Case, paper: Paper) -> Order:
    """What the collector of facts needs to know besides the case."""
    names = desk.names(case)
    due = deadlines(case, desk.norms)
    aftercare: date | None = next((d.on for d in due if d.code == "aftercare"), None)
    made = [d for d in case.documents if d.template == paper.template]
    copies = () if paper.recipient == FAMILY else (say_recipient(paper.recipient, names),)
    return Order(
        case=case,
        today=desk.today,
        names=names,
        aftercare_on=aftercare,
        coach=names.get(case.trajectory.coach or "", ""),
        copies=copies,
        version=len(made) + 1,
    )


def _kept(desk: Desk, loaded: Loaded, made_from: Draft, commit: str) -> Change:
    case, paper = loaded.case, made_from.paper
    body = made_from.markdown.strip("\n")
    same = next((d for d in case.documents if _is_same(d, paper, body)), None)
    document = same or new_record(
        desk,
        case,
        "document",
        {
            "template": paper.template,
            "title": made_from.template.title,
            "language": paper.language,
            "made_on": desk.today,
            "made_from": commit,
            "recipient": paper.recipient,
            "body": body,
        },
    )
    after = put(case, "document", document)
    if paper.recipient != FAMILY:
        after = put(after, "disclosure", _disclosure(desk, after, document, paper))
    act = act_on("doc.make", document, paper.reason, template=made_from.template.title)
    return Change(case=after, act=act)


def _is_same(document: Document, paper: Paper, body: str) -> bool:
    return (document.template, document.recipient, document.body) == (
        paper.template,
        paper.recipient,
        body,
    )


def _disclosure(desk: Desk, case: Case, document: Document, paper: Paper) -> Disclosure:
    about = tuple(p.id for p in case.family.people if p.until is None)
    consents = tuple(
        c.id
        for c in case.consent.consents
        if c.recipient == paper.recipient
        and c.purpose is Purpose.SHARE
        and c.document in (None, paper.template)
        and valid(c, desk.today)
    )
    fields = {
        "on": desk.today,
        "recipient": paper.recipient,
        "document": document.id,
        "about": about,
        "consents": () if paper.ground else consents,
        "ground": paper.ground or None,
        "reason": paper.reason or None,
        "by": desk.colleague,
    }
    disclosure: Disclosure = new_record(desk, case, "disclosure", fields)
    return disclosure
