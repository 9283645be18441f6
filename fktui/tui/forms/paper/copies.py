"""Somebody's own copy of the record; what stays out and why is read before it is made."""

from collections.abc import Iterator
from typing import Any

from fktui.errors import FkError, WrongUse
from fktui.method.consent import holders
from fktui.method.rights.asking import Refusal, right_to_copy
from fktui.model.case import Case
from fktui.model.family import is_there
from fktui.tui.forms.fields import as_typed, check_field, note_field, text_field
from fktui.tui.forms.form import Ask, Done, Field, Form, Question, Values
from fktui.tui.forms.paper.parts import folder_field, format_field, said_of, which_field
from fktui.tui.forms.plain_fields import parts
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people
from fktui.usecases.paper.files import new_file, write
from fktui.usecases.rights import inspection
from fktui.usecases.rights.inspection import Asked, Copied
from fktui.usecases.rights.telling import others_withheld, to_look_at, withheld
from fktui.words.language import _, current, ngettext
from fktui.words.say import say_on_screen

_KEY = "copy:"
_MOST = 3


def inspect_form(ask: Ask) -> Form:
    """A copy for the person under the cursor, or for who may ask for it."""
    desk, case = ask.desk, ask.seen.case
    here = [one for one in case.family.people if is_there(one, desk.today)]
    about = ask._replace(record=ask.record.removeprefix(_KEY))
    which = which_field(about, "person", _("Whose"), here, lambda one: one.name)
    person = which.read(which.text)
    reader = _usual_reader(desk, case, person)

    def save(desk: Desk, values: Values) -> Done:
        if not values["looked"]:
            raise WrongUse("inspect-look-first")
        copied = inspection.inspect(desk, case.id, _asked(values))
        title, fmt = copied.template.title, values["format"]
        with new_file(values["folder"], title, fmt, desk.today) as path:
            made = inspection.paper(desk, copied, fmt)
            write(path, made.data)
            noted = inspection.note_copy(desk, copied) if values["noted"] else None
        if noted is None:
            return Done(said_of(made, str(path), _("nothing was noted")), file=str(path))
        return Done(said_of(made, str(path)), case.id, noted.act.record or "", str(path))

    return Form(
        id="inspect",
        title=_("Somebody's own copy"),
        fields=(
            which,
            _reader_field(ask, case, reader),
            check_field("looked", _("I looked at what stays out and what names others")),
            note_field("telling", _telling(desk, case.id, person, reader), title=_("To look at")),
            text_field("without", title=_("Keep out"))._replace(hint=_("ids from above")),
            text_field("also", title=_("Also in it"))._replace(hint=_("ids from above")),
            format_field(),
            folder_field(),
            check_field("noted", _("Note that it was handed over"), on=True),
        ),
        save=save,
        start="reader",
        question=lambda values: _question(desk, case.id, values, (person, reader)),
    )


def _usual_reader(desk: Desk, case: Case, person: str) -> str:
    """Who asks for it: this person, else the first with authority."""
    own = right_to_copy(case, person, person, desk.today)
    known = [one.holder for one in holders(case, person, desk.today)]
    return known[0] if isinstance(own, Refusal) and known else person


def _reader_field(ask: Ask, case: Case, reader: str) -> Field:
    names = ask.desk.names(case)
    there: list[Any] = [*case.family.people, *case.network.people]
    return Field(
        "reader",
        _("Asked by"),
        lambda typed: find_people(case, (typed,))[0],
        lambda value: names.get(value) or str(value),
        as_typed(ask, reader),
        choices=tuple(one.name for one in there),
        needed=True,
    )


def _asked(values: Values) -> Asked:
    return Asked(
        values["which"],
        current(),
        "" if values["reader"] == values["which"] else values["reader"],
        parts(values.get("without", "")),
        parts(values.get("also", "")),
    )


def _telling(desk: Desk, case_id: str, person: str, reader: str) -> str:
    """By which right, what names others, what stays out and why; or why there is no right."""
    try:
        copied = inspection.preview(desk, case_id, _asked({"which": person, "reader": reader}))
    except FkError as error:
        return say_on_screen(error)
    return "\n".join(_said(desk, copied))


def _said(desk: Desk, copied: Copied) -> Iterator[str]:
    yield copied.right
    look = list(to_look_at(copied))
    if look:
        yield _("Names others, so look at it before you hand it over:")
        yield from (f"- {one}" for one in look)
    out = list(withheld(copied, desk.names(copied.loaded.case)))
    if out:
        yield _("Stays out:")
        yield from (f"- {one}" for one in out)
    rest = others_withheld(copied)
    if rest:
        note = ngettext("{count} more is not theirs.", "{count} more are not theirs.", rest)
        yield note.format(count=rest)


def _question(desk: Desk, case_id: str, values: Values, shown: tuple[str, str]) -> Question | None:
    """For somebody else than was shown: in short, what that copy holds. Refusals come at saving."""
    if (values["which"], values["reader"]) == shown or not values["looked"]:
        return None
    try:
        copied = inspection.preview(desk, case_id, _asked(values))
    except FkError:
        return None
    look = list(to_look_at(copied))
    out = list(withheld(copied, desk.names(copied.loaded.case)))
    text = _("{right} Names others: {look}. Stays out: {out}.").format(
        right=copied.right, look=_some(look), out=_some(out)
    )
    return Question(text, ((_("I looked at it: make the copy"), {}),))


def _some(texts: list[str]) -> str:
    more = f"; … (+{len(texts) - _MOST})" if len(texts) > _MOST else ""
    return ("; ".join(texts[:_MOST]) or "–") + more
