"""Which record a form is about: the one under the cursor, else one that is chosen from a list."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from fktui.errors import NotFound
from fktui.model.case import find, records
from fktui.tui.forms.fields import told
from fktui.tui.forms.form import Ask, Field, Values
from fktui.usecases.finding import find_record
from fktui.words.labels import kind_label
from fktui.words.naming import listed, name_of, shortened

_LONGEST = 56
_CHOICE = 40


class Which(NamedTuple):
    """A field for a record; `id` is known when there is nothing left to choose."""

    field: Field
    id: str = ""

    def of(self, values: Values) -> str:
        """The id that is meant."""
        return self.id or str(values[self.field.name])


def under_cursor(ask: Ask, *kinds: str) -> Any:
    """The record of one of these kinds under the cursor, or around what is there; else None."""
    located = find(ask.seen.case, ask.record) if ask.record else None
    if located is None:
        return None
    if located.kind.name in kinds:
        return located.record
    return located.parent if located.kind.parent in kinds else None


def which(ask: Ask, *kinds: str, offered: Iterable[Any] | None = None) -> Which:
    """The record of one of these kinds that a form is about.

    Args:
        ask: where it is filled in.
        kinds: names in KINDS; the first is what the field is called.
        offered: the records to choose from; all of these kinds when not said.

    Raises:
        NotFound: `none-to-choose`.
    """
    case, title = ask.seen.case, kind_label(kinds[0])
    here = under_cursor(ask, *kinds)
    if offered is None:
        offered = (one.record for one in records(case) if one.kind.name in kinds)
    found = (here,) if here is not None else tuple(offered)
    if not found:
        raise NotFound("none-to-choose", kind=kinds[0])
    if len(found) == 1:
        return Which(told(kinds[0], title, shortened(called(ask, found[0]), _LONGEST)), found[0].id)
    texts = _texts(ask, found)

    def read(typed: str) -> str:
        return texts.get(typed) or str(find_record(case, typed, *kinds).record.id)

    names = {one.id: called(ask, one) for one in found}
    field = Field(
        kinds[0],
        title,
        read,
        lambda value: shortened(str(names.get(value, value))),
        choices=tuple(texts),
        needed=True,
    )
    return Which(field)


def called(ask: Ask, record: Any) -> str:
    """What a record is called in a form; one without a name by the people in it, else its id."""
    names = ask.desk.names(ask.seen.case)
    people = (*getattr(record, "who", ()), getattr(record, "calls", None) or "")
    return name_of(record) or listed(filter(None, people), names) or str(record.id)


def _texts(ask: Ask, found: Iterable[Any]) -> dict[str, str]:
    """A text for each, no two the same, with its id."""
    texts: dict[str, str] = {}
    for one in found:
        text = shortened(called(ask, one), _CHOICE).rstrip("…")
        texts[text if text not in texts else one.id] = one.id
    return texts
