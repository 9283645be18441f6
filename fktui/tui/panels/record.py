"""One record in full: every field that is filled in, what is inside it, what stands beside it."""

from collections.abc import Callable, Iterator
from typing import Any

from rich.cells import cell_len

from fktui.method.plan import LEVELS, RANGES, last_score
from fktui.model.case import KINDS, Located, find
from fktui.model.plan import Goal, Measure, Score, Step
from fktui.model.record import Record
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, fit, head, line, wrapped
from fktui.usecases.rights.statements import beside
from fktui.words.changes import say_value
from fktui.words.labels import field_label, kind_label
from fktui.words.language import _
from fktui.words.naming import listed, name_of, shortened
from fktui.words.time.say_dates import say_date

_LEAST, _MOST = 10, 18
"""The columns of the labels."""
_INDENT = "  "
_FINGERPRINTS = (("assent", "text"),)
"""Fields that only mean something to the program."""


def record_lines(view: View, key: str) -> list[Line]:
    """All that is known of a record; nothing when there is no such record."""
    located = find(view.case, key)
    return _lines(view, located) if located else []


def nothing_chosen() -> list[Line]:
    """Beside a list with nothing in it."""
    return [line((_("Nothing is chosen."), "soft"))]


def _lines(view: View, located: Located) -> list[Line]:
    record, kind = located.record, located.kind.name
    title = fit(kind_label(kind), max(8, view.width - cell_len(record.id) - 2)).rstrip()
    shown = [head(title, record.id)._replace(key=record.id, kind=kind)]
    name = name_of(record)
    shown += wrapped(name, view.width, "strong") if name else []
    filled = [(field, getattr(record, field)) for field in record.__struct_fields__]
    filled = [(f, v) for f, v in filled if v not in (None, (), "", {}) and _is_said(kind, f)]
    filled = [(field, value) for field, value in filled if value != name]
    short = [(f, v) for f, v in filled if not _is_inner(v) and not _is_long(view, f, v)]
    wide = max((cell_len(_titled(field)) for field, _value in short), default=0)
    size = max(_LEAST, min(_MOST, wide))
    for field, value in short:
        shown += _field(view, field, value, size)
    for field, value in filled:
        if _is_inner(value) or _is_long(view, field, value):
            shown += [line(""), line((_titled(field), "soft")), *_block(view, record, value)]
    return [*shown, *_beside(view, record.id)]


def _is_said(kind: str, field: str) -> bool:
    return field != "id" and (kind, field) not in _FINGERPRINTS


def _is_long(view: View, field: str, value: Any) -> bool:
    return field == "body" or (isinstance(value, str) and len(value) > view.width - _LEAST)


def _field(view: View, field: str, value: Any, size: int) -> list[Line]:
    """A label, and what it says, over as many rows as it needs."""
    first, *rest = wrapped(_said(view, value), max(8, view.width - size - 1))
    rows = [line((fit(_titled(field), size), "soft"), " ", *first.spans)]
    return rows + [line(" " * (size + 1), *row.spans) for row in rest]


def _said(view: View, value: Any) -> str:
    """Names for ids; of more people also those that play a part, such as the referrer."""
    names = view.shown.names
    if isinstance(value, tuple) and value and all(type(one) is str for one in value):
        return listed(value, names)
    return say_value(value, names)


# --- what is inside a record ----------------------------------------------------------------------


def _block(view: View, record: Any, value: Any) -> Iterator[Line]:
    """A long text, a record with fields of its own, or records in a row."""
    if isinstance(value, str):
        yield from wrapped(value, view.width)
    elif isinstance(record, Goal) and isinstance(value, Record):
        yield from _levels(view, record)
    elif isinstance(value, Record):
        yield from _parts(view, value)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield line(_INDENT, (f"{name}  ", "soft"), say_value(one, view.shown.names))
    else:
        for one in _in_order(value):
            yield from _inner(view, one)


def _levels(view: View, goal: Goal) -> Iterator[Line]:
    """What each score means, with a mark at the one where it is now."""
    low, _high = RANGES[Measure.GAS]
    last = last_score(goal)
    for place, name in reversed(list(enumerate(LEVELS))):
        said = getattr(goal.levels, name)
        if said:
            here = last is not None and last.value == low + place
            mark: Part = ("►", "accent") if here else " "
            yield from _row(view, mark, f"{low + place:+d}".replace("+0", " 0"), said)


def _parts(view: View, value: Record) -> Iterator[Line]:
    """The fields of a record that has no id."""
    for field in value.__struct_fields__:
        one = getattr(value, field)
        if one not in (None, (), ""):
            yield from wrapped(f"{field_label(field)}: {_said(view, one)}", view.width, "", _INDENT)


def _in_order(value: tuple[Any, ...]) -> list[Any]:
    """Figures by their day, the newest first; all else as it stands in the file."""
    if value and isinstance(value[0], Score):
        return sorted(value, key=lambda one: one.on, reverse=True)
    return list(value)


def _inner(view: View, one: Any) -> Iterator[Line]:
    """A record inside: the cursor can stand on it when it has an id."""
    say = _INNER.get(type(one))
    rows = list(say(view, one)) if say else list(wrapped(_told(view, one), view.width, "", _INDENT))
    key = getattr(one, "id", "")
    if key and rows:
        rows[0] = rows[0]._replace(key=key, kind=_kind_of(one))
    yield from rows


def _kind_of(one: Any) -> str:
    return next((kind.name for kind in KINDS.values() if kind.type is type(one)), "")


def _told(view: View, one: Any) -> str:
    """What it is, and its other fields behind it."""
    name = name_of(one)
    others = (
        _said(view, value)
        for field in one.__struct_fields__
        if (value := getattr(one, field)) not in (None, (), "", False) and field != "id"
        if value != name
    )
    return " · ".join(filter(None, (name, *others)))


def _score(view: View, one: Score) -> Iterator[Line]:
    said = "  ".join(filter(None, (listed(one.by, view.shown.names), one.note)))
    figure = f"{one.value:+d}" if one.value < 0 else str(one.value)
    yield from _row(view, " ", f"{figure:>2} {say_date(one.on)}", said)


def _step(view: View, one: Step) -> Iterator[Line]:
    mark: Part = ("√", "good") if one.done else ("×", "soft") if one.dropped else "□"
    day = one.done or one.dropped or one.due
    who = listed(one.who, view.shown.names)
    more = "  ".join(filter(None, (who, say_date(day) if day else "")))
    first, *rest = wrapped(one.what, view.width - 4)
    yield line(" ", mark, " ", *first.spans)
    yield from (line("   ", *row.spans) for row in rest)
    yield from wrapped(more, view.width, "soft", "   ") if more else ()


def _row(view: View, mark: Part, label: str, said: str) -> Iterator[Line]:
    """A mark, a label, and what is said behind it."""
    size = cell_len(label) + 4
    first, *rest = wrapped(said, max(8, view.width - size))
    yield line(" ", mark, " ", (label, "soft"), " ", *first.spans)
    yield from (line(" " * size, *row.spans) for row in rest)


_INNER: dict[type[Any], Callable[[View, Any], Iterator[Line]]] = {Score: _score, Step: _step}


# --- what stands beside it ------------------------------------------------------------------------


def _beside(view: View, key: str) -> Iterator[Line]:
    """Somebody's own words about this record."""
    for statement in beside(view.case, key):
        name = listed((statement.by,), view.shown.names)
        yield line("")
        said = _("Own words of {name}").format(name=name)
        yield line((said, "mild"), key=statement.id, kind="statement")
        yield from wrapped(shortened(statement.body, 400), view.width, "", _INDENT)


def _is_inner(value: Any) -> bool:
    if isinstance(value, (Record, dict)):
        return True
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Record)


def _titled(field: str) -> str:
    said = field_label(field)
    return said[:1].upper() + said[1:]
