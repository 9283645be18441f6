"""What changed, in sentences: for `fk diff`, `fk history` and `fk save`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from fktui.model.diff import Difference, FieldChange, How
from fktui.model.record import Record
from fktui.model.stored import Story
from fktui.words.acts import told
from fktui.words.labels import field_label, kind_label, label, yes_no
from fktui.words.language import _
from fktui.words.naming import name_of, shortened
from fktui.words.time.hours import hours_in_figures
from fktui.words.time.say_dates import say_date

Names = Mapping[str, str]


def say_difference(difference: Difference, names: Names) -> list[str]:
    """One record that differs: a line for it, and one for each field when it changed."""
    what = kind_label(difference.kind)
    called = shortened(name_of(difference.record)) if difference.record is not None else ""
    head = f"{what} “{called}”" if called else what
    if difference.record is not None:
        head = f"{head} ({difference.id})"
    if difference.parent:
        owner = names.get(difference.parent, difference.parent)
        head = _("{what}, of “{owner}”").format(what=head, owner=shortened(owner, 40))
    if difference.how is How.ADDED:
        return [_("+ {what}{detail}").format(what=head, detail=_detail(difference.record, names))]
    if difference.how is How.REMOVED:
        return [_("- {what}").format(what=head)]
    return [head, *(f"    {say_field(change, names)}" for change in difference.fields)]


def say_story(story: Story, names: Names) -> str:
    """What somebody did, with the name or title of the record that it is about."""
    return _called(story.subject, story, names)


def tell_story(story: Story, names: Names) -> str:
    """The same without ids, for who has no command to give one to."""
    return _called(told(story.subject, story.record or "", names), story, names)


def _called(done: str, story: Story, names: Names) -> str:
    called = names.get(story.record or "", "")
    return f"{done}  “{shortened(called, 50)}”" if called else done


def say_field(change: FieldChange, names: Names) -> str:
    """One field that changed: its name, what it was, what it is."""
    return _("{field}: {old} → {new}").format(
        field=field_label(change.field),
        old=say_value(change.old, names),
        new=say_value(change.new, names),
    )


def say_value(value: Any, names: Names) -> str:
    """A value of a record as people read it."""
    if value is None or value in ((), "", {}):
        return "–"
    for kind, say in _SAY:
        if isinstance(value, kind):
            return say(value, names)
    return str(value)


def say_all(differences: Iterable[Difference], names: Names) -> list[str]:
    """All differences as lines."""
    return [line for one in differences for line in say_difference(one, names)]


def _detail(record: Any, names: Names) -> str:
    """The few fields by which a new record without a name is known."""
    shown = [
        say_value(getattr(record, field), names)
        for field in ("on", "value", "kind", "hours", "quality", "person", "network", "child")
        if getattr(record, field, None) is not None
    ]
    return f": {', '.join(shown)}" if shown and not name_of(record) else ""


def _say_record(record: Record, names: Names) -> str:
    fields = ((field, getattr(record, field)) for field in record.__struct_fields__)
    return ", ".join(f"{field_label(f)} {say_value(v, names)}" for f, v in fields if v)


_SAY: tuple[tuple[type, Callable[[Any, Names], str]], ...] = (
    (bool, lambda value, _names: yes_no(value)),
    (Enum, lambda value, _names: label(value)),
    (float, lambda value, _names: hours_in_figures(value)),
    (date, lambda value, _names: say_date(value)),
    (Record, _say_record),
    (dict, lambda value, names: ", ".join(f"{k} {say_value(v, names)}" for k, v in value.items())),
    (tuple, lambda value, names: ", ".join(say_value(one, names) for one in value)),
    (str, lambda value, names: shortened(names.get(value, value), 100)),
)
"""How each type of value is said; the first that fits, so an Enum comes before a text."""
