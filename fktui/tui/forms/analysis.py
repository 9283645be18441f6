"""The analysis: life domains, the explanation together, worries seen otherwise, how events felt."""

from functools import partial
from typing import Any

from fktui.method.analysis import DomainCourse, domain_courses
from fktui.model.analysis import DomainScore, Severity
from fktui.model.case import find
from fktui.model.plan import LifeDomain
from fktui.model.timeline import Event, Experience
from fktui.tui.forms.course.case import say_emptied, with_emptied
from fktui.tui.forms.fields import (
    day_field,
    note_field,
    people_field,
    people_names,
    record_field,
    text_field,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.plain_fields import any_field
from fktui.tui.forms.readers import who_may_read
from fktui.tui.forms.which import under_cursor, which
from fktui.usecases.analysis.analysis import (
    contest_worry,
    explain,
    make_goal,
    outdate_worry,
    score_domains,
)
from fktui.usecases.analysis.timeline import feel
from fktui.usecases.desk import Desk
from fktui.usecases.fields import read_values
from fktui.words.analysis.worries import say_standing
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.dates import Look
from fktui.words.time.say_dates import say_day_of_year


def domain_form(ask: Ask) -> Form:
    """All life domains, with how heavy each weighed the last time."""
    case = ask.seen.case
    courses = domain_courses(case.analysis, ask.desk.today)
    last = max(case.analysis.domains, key=lambda one: one.on, default=None)

    def save(desk: Desk, values: Values) -> Done:
        figures = {one: values[one.value] for one in LifeDomain if one.value in values}
        fields = {
            name: value for name, value in values.items() if name in DomainScore.__struct_fields__
        }
        scored = score_domains(desk, case.id, figures, **fields)
        newest = next(iter(scored.ids), "")
        return Done(scored.saved.act.subject, case.id, newest)

    names = ask.desk.names(case)
    return Form(
        id="domain",
        title=_("How heavy do the life domains weigh?"),
        fields=(
            *(_severity(ask, course) for course in courses),
            people_field(ask, "by", _there(ask, last.by if last else ()), title=_("By whom")),
            people_field(ask, "about", hint=_("empty: the whole family")),
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            record_field(ask, DomainScore, "source", hint=_("such as: together at the table")),
            any_field(ask, "domain", "visible_to")._replace(hint=_("empty: the whole family (F3)")),
        ),
        save=save,
        notes=(_("0 not, 1 a little, 2 clearly, 3 very heavy."), _said_last(last, names)),
        restricts="visible_to",
        question=who_may_read(ask, "domain"),
    )


def _severity(ask: Ask, course: DomainCourse) -> Field:
    """A figure for one domain; what it was stands behind it."""
    newest = max((one.on for one in course.standing), default=None)
    hint = _("never looked at")
    if newest is not None:
        hint = _("last time {figure}, {day}").format(
            figure=say_standing(course), day=say_day_of_year(newest)
        )
    said = label(course.domain)

    def read(typed: str) -> Any:
        return read_values(ask.desk, ask.seen.case, DomainScore, {"severity": typed})["severity"]

    return Field(course.domain.value, said[:1].upper() + said[1:], read, say_severity, hint=hint)


def say_severity(value: Severity) -> str:
    """How heavy a figure is, in words."""
    words = (_("not heavy"), _("a little heavy"), _("clearly heavy"), _("very heavy"))
    return words[value]


def _said_last(last: DomainScore | None, names: dict[str, str]) -> str:
    if last is None or not last.by:
        return _("Enter goes on, empty is left out.")
    return _("Enter goes on, empty is left out. Last time by {names}.").format(
        names=listed(last.by, names)
    )


def _there(ask: Ask, people: tuple[str, ...]) -> str:
    """Names of those who are still there, as they can be typed."""
    names, known = ask.desk.names(ask.seen.case), people_names(ask)
    return ", ".join(names[one] for one in people if names.get(one) in known)


def explain_form(ask: Ask) -> Form:
    """The explanation as it is; who is named with other words carries those."""
    case = ask.seen.case
    known = case.analysis.explanation
    before = known.text if known else ""

    def save(desk: Desk, values: Values) -> Done:
        text = values["text"]
        words = None if text.strip() == before.strip() else text
        saved = explain(desk, case.id, words, on=values["on"], by=values.get("by", ()))
        return Done(saved.act.subject, case.id)

    notes = [_("Other words are carried by those who are named with them.")]
    if known:
        carried = listed(known.by, ask.desk.names(case)) or _("nobody yet")
        notes.append(_("These words are carried by {names}.").format(names=carried))
    return Form(
        id="explain",
        title=_("How we understand it together"),
        fields=(
            note_field("text", before, title=_("In words of all: what keeps it going?"))._replace(
                needed=True
            ),
            people_field(ask, "by", title=_("Who carries it")),
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
        ),
        save=save,
        notes=tuple(notes),
    )


def contest_form(ask: Ask) -> Form:
    """Somebody sees a worry otherwise."""
    worry = which(ask, "worry")

    def save(desk: Desk, values: Values) -> Done:
        chosen = worry.of(values)
        saved = contest_worry(desk, ask.seen.case.id, chosen, values["seen"], values["by"])
        return Done(saved.act.subject, ask.seen.case.id, chosen)

    return Form(
        id="worry.contest",
        title=_("Somebody sees it otherwise"),
        fields=(
            worry.field,
            people_field(ask, "by", title=_("Who sees it so"), needed=True),
            note_field("seen", title=_("How it is seen otherwise"))._replace(needed=True),
        ),
        save=save,
        notes=(_("It stands beside the worry from then on."),),
    )


def outdate_form(ask: Ask) -> Form:
    """A worry that is behind the family."""
    open_now = (one for one in ask.seen.case.analysis.worries if one.outdated_on is None)
    worry = which(ask, "worry", offered=open_now)

    def save(desk: Desk, values: Values) -> Done:
        chosen, because = worry.of(values), values.get("because")
        saved = outdate_worry(desk, ask.seen.case.id, chosen, values["on"], because)
        return Done(saved.act.subject, ask.seen.case.id, chosen)

    return Form(
        id="worry.outdate",
        title=_("A worry is no longer so"),
        fields=(
            worry.field,
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            text_field("because", title=_("Because")),
        ),
        save=save,
        notes=(_("It stays in the record, and does not come back in what is made."),),
    )


def experience_form(ask: Ask) -> Form:
    """How one person felt an event; a second time changes it."""
    felt = under_cursor(ask, "experience")
    event = which(ask, "event")

    def save(desk: Desk, values: Values) -> Done:
        chosen = event.of(values)
        same = felt is not None and values["person"] == felt.person
        note = with_emptied(fields, values, note="" if same else None).get("note")
        who = *(desk, ask.seen.case.id, chosen), values["person"], values["value"]
        saved = feel(*who, note=note)
        emptied = say_emptied(fields, values, "note") if same else ""
        said = " · ".join(filter(None, (saved.act.subject, emptied)))
        return Done(said, ask.seen.case.id, chosen)

    names = ask.desk.names(ask.seen.case)
    fields = (
        event.field,
        _person(ask, names.get(felt.person, "") if felt else ""),
        record_field(
            ask,
            Experience,
            "value",
            _signed(felt.value) if felt else "",
            hint=_("-5 (the lowest) to +5 (the highest)"),
            needed=True,
        )._replace(label=_("How it felt"), say=_signed),
        note_field("note", (felt.note or "") if felt else "", title=_("In their own words")),
    )
    return Form(
        id="experience",
        title=_("How somebody felt it"),
        fields=fields,
        save=save,
        notes=_felt_until_now(ask, event.id, names),
        start="value" if felt else "",
        clears=True,
    )


def _person(ask: Ask, text: str) -> Field:
    field = record_field(ask, Experience, "person", text, choices=people_names(ask), needed=True)
    return field._replace(label=_("Who"))


def _signed(value: int) -> str:
    return f"{value:+d}"


def _felt_until_now(ask: Ask, event_id: str, names: dict[str, str]) -> tuple[str, ...]:
    events = ask.seen.case.timeline.events
    event: Event | None = next((one for one in events if one.id == event_id), None)
    if event is None or not event.experiences:
        return ()
    told = (f"{names.get(one.person, one.person)} {one.value:+d}" for one in event.experiences)
    return (_("Until now: {felt}").format(felt=", ".join(told)),)


def goal_form(ask: Ask, kind: str = "worry") -> Form:
    """A goal that answers a worry, or that uses a strength."""
    source = which(ask, kind)
    record = under_cursor(ask, kind)
    domain = label(record.domain) if record is not None and record.domain else ""

    def save(desk: Desk, values: Values) -> Done:
        chosen = source.of(values)
        fields = {name: value for name, value in values.items() if name != kind}
        saved = make_goal(desk, ask.seen.case.id, chosen, fields)
        return Done(saved.act.subject, ask.seen.case.id, chosen)

    asked = who_may_read(ask, "goal")
    about = _there(ask, record.about) if record is not None else ""
    return Form(
        id=f"{kind}.goal",
        title=_("Make a goal of it"),
        fields=(
            source.field,
            text_field("title", title=_("In their own words"), needed=True),
            any_field(ask, "goal", "owners")._replace(label=_("Whose goal"), text=about),
            any_field(ask, "goal", "about")._replace(text=about),
            any_field(ask, "goal", "domain")._replace(text=domain),
            any_field(ask, "goal", "measure"),
            any_field(ask, "goal", "why"),
            any_field(ask, "goal", "target_on"),
            any_field(ask, "goal", "visible_to")._replace(hint=_("empty: the whole family (F3)")),
        ),
        save=save,
        start="title",
        restricts="visible_to",
        question=lambda values: asked(_of_source(ask, source.of(values)) | dict(values)),
    )


def _of_source(ask: Ask, chosen: str) -> dict[str, Any]:
    """Whom a worry or strength is about, and who may read it: so is its goal, when not said."""
    located = find(ask.seen.case, chosen)
    record = located.record if located else None
    return {n: value for n in ("about", "visible_to") if (value := getattr(record, n, ()))}


strength_goal_form = partial(goal_form, kind="strength")
