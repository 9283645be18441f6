"""From what stands in the fields of a form to its values, or to the field that is in the way."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from fktui.errors import FkError
from fktui.tui.forms.form import Field, Form, Look, read_text
from fktui.words.language import _
from fktui.words.say import say_on_screen


class Refused(NamedTuple):
    """The field where something else has to be typed, and why."""

    field: Field
    why: str


def read_form(form: Form, texts: Mapping[str, str]) -> dict[str, Any] | Refused:
    """The values of a form; or the first field that cannot be read, or that is still needed."""
    values: dict[str, Any] = {}
    for field in form.fields:
        if field.look is Look.TITLE or field.name not in texts:
            continue
        try:
            value = read_text(field, texts[field.name])
        except FkError as error:
            return Refused(field, say_on_screen(error))
        if value is None and field.needed:
            said = _("{field}: this has to be filled in.")
            return Refused(field, said.format(field=field.label))
        if value is not None or form.clears:
            values[field.name] = value
    lacking = form.lacks(values) if form.lacks else None
    return Refused(form.field(lacking.field), lacking.why) if lacking else values
