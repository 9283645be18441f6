"""Somebody of the family, and who live together."""

from fktui.model.family import Gender, Household, Role
from fktui.tui.forms.fields import (
    check_field,
    choice_field,
    note_field,
    text_field,
    titled,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.people.network import members_field
from fktui.tui.forms.plain_fields import any_field
from fktui.usecases.desk import Desk
from fktui.usecases.fields import choice
from fktui.usecases.people.family import add_person, namesakes, set_household
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.people.members import CALLED


def person_form(ask: Ask) -> Form:
    """A member: name and role are enough; *daughter* says the gender as well."""
    case = ask.seen.case

    def save(desk: Desk, values: Values) -> Done:
        fields = dict(values)
        role, gender = fields.pop("role")
        saved = add_person(desk, case.id, {"role": role, "gender": gender} | fields)
        record = saved.act.record or ""
        same = namesakes(saved.loaded.case, record)
        said = _("! Somebody has this name already.")
        subject = saved.act.subject
        return Done(f"{subject} · {said}" if same else subject, case.id, record)

    return Form(
        id="person.add",
        title=_("Somebody of the family"),
        fields=(
            text_field("name", needed=True),
            role_field(),
            any_field(ask, "person", "born"),
            _homes(ask),
            check_field("index", _("The referral is about this child")),
            any_field(ask, "person", "languages"),
            any_field(ask, "person", "interpreter"),
            choice_field(Gender, "gender"),
            any_field(ask, "person", "reach"),
            any_field(ask, "person", "since"),
            note_field("note"),
        ),
        save=save,
    )


def role_field() -> Field:
    """What somebody is in the family, as people say it."""
    return Field(
        "role",
        titled("role"),
        role_meant,
        lambda value: label(value[0]),
        hint=_("mother, father, daughter, son …"),
        choices=tuple(map(label, Role)),
        needed=True,
    )


def role_meant(text: str) -> tuple[Role, Gender]:
    """The role, and the gender where the word tells it.

    Raises:
        WrongUse: `wrong-choice`.
    """
    found = CALLED.get(text.strip().casefold())
    return found or (choice(Role, text), Gender.UNKNOWN)


def household_form(ask: Ask) -> Form:
    """Who live together: a new household, or more people in one that is there."""
    case = ask.seen.case

    def save(desk: Desk, values: Values) -> Done:
        fields = {n: values[n] for n in ("address", "secret_address", "note") if n in values}
        if not fields.get("secret_address"):
            fields.pop("secret_address", None)
        people = values.get("of", ())
        saved = set_household(desk, case.id, values["name"], fields, people)
        return Done(saved.act.subject, case.id, saved.act.record or "")

    known = tuple(one.name for one in case.family.households)
    return Form(
        id="household.add",
        title=_("Who live together"),
        fields=(
            text_field("name", needed=True)._replace(choices=known),
            members_field(ask, "of", title=_("Who live there"))._replace(hint=""),
            text_field("address"),
            check_field("secret_address", _("The address goes on no paper by itself")),
            note_field("note"),
        ),
        save=save,
    )


def _homes(ask: Ask) -> Field:
    """Where: a name that is not there yet makes a household."""
    known: tuple[Household, ...] = ask.seen.case.family.households
    field = any_field(ask, "person", "households")
    one = known[0].name if len(known) == 1 else ""
    return field._replace(text=one, hint=_("a new name makes a household"))
