"""Making a document: for the family, for somebody else, for the next coach; minutes."""

from collections.abc import Mapping

from fktui.errors import FkError, Missing
from fktui.model.journal import Meeting, MeetingStatus
from fktui.tui.forms.fields import check_field, many_of, text_field
from fktui.tui.forms.form import Ask, Done, Field, Form, Values, read_text
from fktui.tui.forms.paper.parts import folder_field, format_field, said_of, which_field
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.journal.meetings import meetings
from fktui.usecases.paper import handover as passing_on
from fktui.usecases.paper import papers
from fktui.usecases.paper.files import new_file, write
from fktui.usecases.paper.minutes import minutes_paper
from fktui.usecases.paper.minutes import title as minutes_title
from fktui.usecases.paper.templates import templates
from fktui.usecases.people.consent import RECEIVERS, find_receiver, say_receiver
from fktui.words.language import _, current
from fktui.words.naming import listed
from fktui.words.notes import say_hidden
from fktui.words.say import say_on_screen
from fktui.words.time.say_dates import say_day

_KEY = "template:"
_MOST_GAPS = 6


def paper_form(ask: Ask) -> Form:
    """A document from a template; without consent nothing is made for others."""
    wanted = ask.record.removeprefix(_KEY) if ask.record.startswith(_KEY) else ""
    if wanted == passing_on.TEMPLATE:
        return handover_form(ask)
    case = ask.seen.case
    titles = {row.template: row.title for row in templates(ask.desk, current())}
    name = wanted or next(iter(titles), papers.FUTURE_PLAN)

    def save(desk: Desk, values: Values) -> Done:
        paper = papers.Paper(
            values["template"],
            current(),
            values.get("recipient", papers.FAMILY),
            values.get("ground", ""),
            values.get("reason", ""),
        )
        draft = papers.draft(desk, case.id, paper)
        if values["complete"] and draft.gaps:
            raise Missing("document-incomplete", count=len(draft.gaps))
        title, fmt = draft.template.title, values["format"]
        with new_file(values["folder"], title, fmt, desk.today) as path:
            made, saved = papers.finish(desk, draft, fmt)
            write(path, made.data)
        said = said_of(made, str(path), say_hidden(draft.hidden))
        return Done(said, case.id, saved.act.record or "", str(path))

    template = _template_field(titles, name)
    consent = _("Others get it only with consent (t notes one), or on a ground in law with a why.")
    known = {name: _gaps(ask, name)}

    def notes_of(texts: Mapping[str, str]) -> tuple[str, ...]:
        chosen = read_text(template, texts.get("template", ""))
        if chosen in titles and chosen not in known:
            known[chosen] = _gaps_or_why(ask, chosen)
        return (*known.get(chosen, ()), consent)

    return Form(
        id="paper",
        title=_("Make a document"),
        fields=(
            template,
            _recipient_field(ask),
            format_field(),
            folder_field(),
            check_field("complete", _("Make nothing while something is missing on it")),
            text_field("ground", title=_("Ground in law")),
            text_field("reason", title=_("Why")),
        ),
        save=save,
        notes=(*known[name], consent),
        notes_of=notes_of,
    )


def _template_field(titles: dict[str, str], name: str) -> Field:
    """A document by its title, by the beginning of a word in it, or by its name."""

    def read(typed: str) -> str:
        wanted = typed.casefold()
        known = {key: f" {said.casefold()}" for key, said in titles.items()}
        exact = [key for key, said in known.items() if said == f" {wanted}" or key == wanted]
        near = exact or [key for key, said in known.items() if f" {wanted}" in said]
        return near[0] if len(near) == 1 else typed

    return Field(
        "template",
        _("Document"),
        read,
        lambda value: titles.get(value) or str(value),
        titles.get(name, name),
        choices=tuple(titles.values()),
        needed=True,
    )


def _recipient_field(ask: Ask) -> Field:
    case = ask.seen.case
    names = ask.desk.names(case)
    others = (one.name for one in case.network.people if one.until is None)
    return Field(
        "recipient",
        _("For whom"),
        lambda typed: find_receiver(case, typed),
        lambda value: say_receiver(value, names),
        _(RECEIVERS[papers.FAMILY]),
        choices=(*map(_, RECEIVERS.values()), *others),
        needed=True,
    )


def _gaps(ask: Ask, name: str) -> tuple[str, ...]:
    """What is still missing; the paper has an open line for each."""
    gaps = papers.gaps(ask.desk, ask.seen.case, name)
    if not gaps:
        return (_("√ Nothing is missing on it."),)
    said = many_of(one.what for one in gaps[:_MOST_GAPS])
    more = ", …" if len(gaps) > _MOST_GAPS else ""
    text = _("! Open lines ({count}): {what}")
    return (text.format(count=len(gaps), what=said + more),)


def _gaps_or_why(ask: Ask, name: str) -> tuple[str, ...]:
    """As `_gaps`; of a document that cannot be made at all, why not."""
    try:
        return _gaps(ask, name)
    except FkError as error:
        return (f"! {say_on_screen(error)}",)


def handover_form(ask: Ask) -> Form:
    """One paper for the next coach, to read together with the family."""
    case = ask.seen.case

    def save(desk: Desk, values: Values) -> Done:
        draft, fmt = passing_on.handover(desk, case.id, current()), values["format"]
        with new_file(values["folder"], draft.template.title, fmt, desk.today) as path:
            made, saved = passing_on.finish(desk, draft, fmt)
            write(path, made.data)
        said = said_of(made, str(path), say_hidden(draft.facts.hidden))
        return Done(said, case.id, saved.act.record or "", str(path))

    there = bool(case.statements)
    return Form(
        id="handover",
        title=_("Handover to the next coach"),
        fields=(format_field(), folder_field()),
        save=save,
        notes=(
            _("Read it together with the family before it goes to the next coach."),
            "" if there else _("! The family's own words are not on it yet: add a statement."),
        )[: 1 if there else 2],
    )


def minutes_form(ask: Ask) -> Form:
    """The minutes of a meeting that was held, or the invitation for one to come."""
    case = ask.seen.case
    found = [one for one in meetings(case) if one.status is not MeetingStatus.CANCELLED]
    names = ask.desk.names(case)

    def say(one: Meeting) -> str:
        return f"{say_day(one.on)} {minutes_title(one).lower()}"

    def save(desk: Desk, values: Values) -> Done:
        now = desk.load(case.id).case
        meeting: Meeting = find_record(now, values["which"], "meeting").record
        fmt = values["format"]
        with new_file(values["folder"], minutes_title(meeting), fmt, meeting.on) as path:
            made = minutes_paper(desk, now, meeting, fmt)
            write(path, made.data)
        return Done(said_of(made, str(path), _only_for(meeting, names)), file=str(path))

    held = sorted(found, key=lambda one: one.status is not MeetingStatus.HELD)
    return Form(
        id="minutes",
        title=_("Minutes on paper"),
        fields=(
            which_field(ask, "meeting", _("Meeting"), held, say),
            format_field(),
            folder_field(),
        ),
        save=save,
        notes=(_("Of a meeting to come it is the invitation with the agenda."),),
    )


def _only_for(meeting: Meeting, names: dict[str, str]) -> str:
    if not meeting.visible_to or "family" in meeting.visible_to:
        return ""
    readers = listed(meeting.visible_to, names)
    return _("! Only to be read by: {readers}").format(readers=readers)
