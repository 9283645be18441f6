"""Consent: somebody says yes, or takes a yes back. Who must say yes by law is said below."""

from collections.abc import Iterator
from typing import Any

from fktui.method.consent import Requirement, Rule, missing_consents, who_must_consent
from fktui.model.case import Case
from fktui.model.consent import Consent, ConsentForm, Purpose
from fktui.model.family import is_there
from fktui.tui.forms.fields import as_typed, choice_field, day_field, text_field
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.paper.parts import which_field
from fktui.tui.forms.plain_fields import parts
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people
from fktui.usecases.paper.templates import templates
from fktui.usecases.people import consent as usecase
from fktui.usecases.people.consent import RECEIVERS, find_receiver, say_receiver
from fktui.words.labels import label
from fktui.words.language import _, current
from fktui.words.naming import listed
from fktui.words.time.dates import Look


def consent_form(ask: Ask) -> Form:
    """Each who says yes gets a record of their own, about those they must say yes for."""
    desk, case = ask.desk, ask.seen.case
    here = tuple(one.id for one in case.family.people if is_there(one, desk.today))

    def save(desk: Desk, values: Values) -> Done:
        saved = usecase.give_consents(desk, case.id, values["by"], _given(values))
        told = _told(desk, saved.loaded.case, values)
        said = " · ".join((saved.act.subject, *told))
        return Done(said, case.id, saved.act.record or "")

    return Form(
        id="consent",
        title=_("Record a consent"),
        fields=(
            _receiver_field(ask),
            text_field("what", title=_("What exactly"), needed=True),
            _people(ask, "by", _("Who say yes"), needed=True),
            _people(ask, "about", _("About whom"), as_typed(ask, here)),
            day_field(ask, "given_on", Look.BACK, _("today"), title=_("Given on")),
            day_field(ask, "until", Look.AHEAD, title=_("Until"))._replace(hint=_("empty: no end")),
            choice_field(ConsentForm, "form", label(ConsentForm.ORAL), title=_("How")),
            choice_field(Purpose, "purpose", label(Purpose.SHARE), title=_("What for")),
            _document_field(ask),
            text_field("note"),
        ),
        save=save,
        notes=tuple(_law(ask)),
    )


def _given(values: Values) -> dict[str, object]:
    return {name: value for name, value in values.items() if name != "by"}


def _receiver_field(ask: Ask) -> Field:
    case = ask.seen.case
    names = ask.desk.names(case)
    there = (one.name for one in case.network.people if one.until is None)
    return Field(
        "recipient",
        _("With whom"),
        lambda typed: find_receiver(case, typed),
        lambda value: say_receiver(value, names),
        choices=(*map(_, RECEIVERS.values()), *there),
        needed=True,
    )


def _people(ask: Ask, name: str, title: str, text: str = "", *, needed: bool = False) -> Field:
    """People of the family and around it; a colleague says yes for nobody."""
    case = ask.seen.case
    names = ask.desk.names(case)
    there: list[Any] = [*case.family.people, *case.network.people]
    return Field(
        name,
        title,
        lambda typed: find_people(case, parts(typed)),
        lambda value: listed(value, names),
        text,
        choices=tuple(one.name for one in there if one.until is None),
        many=True,
        needed=needed,
    )


def _document_field(ask: Ask) -> Field:
    """Only this document; any other text is the name of a template."""
    titles = {row.title: row.template for row in templates(ask.desk, current())}
    return Field(
        "document",
        _("Only document"),
        lambda typed: titles.get(typed, typed),
        None,
        hint=_("empty: anything"),
        choices=tuple(titles),
    )


def _law(ask: Ask) -> Iterator[str]:
    """Who must say yes, by age and authority (Jeugdwet 7.3.4); those alike in one line."""
    case, today = ask.seen.case, ask.desk.today
    names = ask.desk.names(case)
    alike: dict[tuple[Rule, tuple[str, ...]], list[str]] = {}
    for person in case.family.people:
        if is_there(person, today):
            asked = who_must_consent(case, person.id, today)
            if asked.people != (person.id,):
                alike.setdefault((asked.rule, _must(asked, person.id)), []).append(person.id)
    for (rule, people), about in alike.items():
        who = listed(people, names) or _("nobody known with authority")
        text = _("About {about}: {rule} ({who}).")
        yield text.format(about=listed(about, names), rule=label(rule), who=who)
    yield _("Everybody else says yes alone (Jeugdwet 7.3.4).")


def _must(asked: Requirement, person: str) -> tuple[str, ...]:
    return tuple(one for one in asked.people if one != person)


def _told(desk: Desk, case: Case, values: Values) -> Iterator[str]:
    """Who said yes without being asked by law, and who must still say yes."""
    names = desk.names(case)
    newest = case.consent.consents[-len(dict.fromkeys(values["by"])) :]
    for one in newest:
        others = usecase.outsiders(case, one)
        if others:
            text = _("! {by} is not one of those who must say yes about {about}.")
            yield text.format(by=names.get(one.by, one.by), about=listed(others, names))
    missing = missing_consents(
        case,
        values.get("about", values["by"]),
        values["recipient"],
        values.get("purpose", Purpose.SHARE),
        desk.today,
        document=values.get("document"),
    )
    who = listed(dict.fromkeys(one.by or one.about for one in missing), names)
    if who:
        yield _("Still to say yes: {names}").format(names=who)


def withdraw_form(ask: Ask) -> Form:
    """A yes is taken back; from that day on it does not hold."""
    desk, case = ask.desk, ask.seen.case
    names = desk.names(case)
    holding = [one for one in case.consent.consents if one.withdrawn_on is None]

    def say(one: Consent) -> str:
        return f"{names.get(one.by, one.by)}: {one.what}"

    def save(desk: Desk, values: Values) -> Done:
        on, note = values.get("on", desk.today), values.get("note")
        saved = usecase.withdraw_consent(desk, case.id, values["which"], on, note)
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="consent.withdraw",
        title=_("A consent is withdrawn"),
        fields=(
            which_field(ask, "consent", _("Consent"), holding, say),
            day_field(ask, "on", Look.BACK, _("today"), title=_("Withdrawn on")),
            text_field("note"),
        ),
        save=save,
        start="on",
        notes=(_("What was shared under it stays in the record; nothing more is shared."),),
    )
