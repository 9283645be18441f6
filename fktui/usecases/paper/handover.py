"""The handover to the next coach: one paper, made from the whole record, kept with the family."""

from typing import NamedTuple

from fktui.documents.collectors.handover import HandoverFacts, HandoverOrder, collect
from fktui.documents.collectors.said import Order, family_name
from fktui.documents.facts import Words, plain
from fktui.documents.make import Format, Made, make, meta_for
from fktui.documents.template import Template, parse_template, render
from fktui.method.checks import check
from fktui.model.case import Case, put
from fktui.model.stored import Change, Loaded, Saved
from fktui.store.templates import read_template
from fktui.usecases.desk import Desk
from fktui.usecases.records import act_on, new_record
from fktui.words.labels import field_label

TEMPLATE = "handover"


class Handover(NamedTuple):
    """A handover before it is made."""

    template: Template
    loaded: Loaded
    markdown: str
    facts: HandoverFacts


def handover(desk: Desk, case_id: str, language: str) -> Handover:
    """The text of the handover. Nothing is written.

    Raises:
        Missing: the team's template asks for what fk does not know.
        Unreadable: a file of the family is broken.
    """
    loaded = desk.load(case_id)
    file = read_template(desk.store.places, TEMPLATE, language)
    template = parse_template(
        file.name, file.head, file.body, file.source, first_line=file.first_line
    )
    shared, own = collect(_order(desk, loaded.case))
    markdown = render(template, plain(shared) | plain(own))
    return Handover(template, loaded, markdown, own)


def finish(desk: Desk, made_from: Handover, fmt: Format) -> tuple[Made, Saved]:
    """The file, and its text kept with the family: one commit; the same text is kept once."""
    case = made_from.loaded.case
    made = make(
        made_from.markdown, meta_for(made_from.template, family_name(case), desk.today), fmt
    )
    commit = desk.store.stories(case.id)[0].commit
    return made, desk.change(case.id, lambda loaded: _kept(desk, loaded, made_from, commit))


def _order(desk: Desk, case: Case) -> HandoverOrder:
    names = desk.names(case)
    known = frozenset(colleague.id for colleague in desk.colleagues)
    return HandoverOrder(
        order=Order(case=case, today=desk.today, names=names),
        norms=desk.norms,
        team=tuple(
            Words(text=field_label(place), who=names.get(one, one))
            for place in ("coach", "second", "lead_clinician")
            if (one := getattr(case.trajectory, place))
        ),
        found=tuple(check(case, desk.today, desk.norms, known)),
    )


def _kept(desk: Desk, loaded: Loaded, made_from: Handover, commit: str) -> Change:
    body, template = made_from.markdown.strip("\n"), made_from.template
    documents = loaded.case.documents
    same = next((d for d in documents if (d.template, d.body) == (TEMPLATE, body)), None)
    document = same or new_record(
        desk,
        loaded.case,
        "document",
        {
            "template": TEMPLATE,
            "title": template.title,
            "language": template.language,
            "made_on": desk.today,
            "made_from": commit,
            "body": body,
        },
    )
    act = act_on("doc.make", document, template=template.title)
    return Change(case=put(loaded.case, "document", document), act=act)
