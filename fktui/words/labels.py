"""What things are called, in the language that is spoken now: values, kinds, fields, conditions.

Whole sentences about a case are in `issues` and `deadlines`.
"""

from enum import Enum

from fktui.model.instrument import Instrument, Scale
from fktui.words.language import _
from fktui.words.tables.enum_words import ENUM_WORDS
from fktui.words.tables.record_words import CONDITION_WORDS, FIELD_WORDS, KIND_WORDS


def label(value: Enum) -> str:
    """The word for a value of an enum, in small letters: `start phase`, `gezinsbespreking`."""
    return _(ENUM_WORDS[type(value)][value.value])


def kind_label(kind: str) -> str:
    """The name of a kind of record (`model.case.KINDS`) or of a file's head: `Goal`, `Doel`."""
    return _(KIND_WORDS[kind])


def field_label(field: str) -> str:
    """The name of a field of a record, in small letters: `target date`.

    A field that we do not know, of a newer version or a person's own, is called as it is.
    """
    return _(FIELD_WORDS[field]) if field in FIELD_WORDS else field


def instrument_label(definition: Instrument) -> str:
    """The title of an instrument; that of the team's own is as the team wrote it."""
    return _(definition.title) or definition.name


def scale_label(scale: Scale) -> str:
    """The title of a scale, else the name that is typed for it."""
    return _(scale.title) if scale.title else scale.name


def yes_no(known: bool | None) -> str:
    """Yes, no, or that it is not known."""
    if known is None:
        return _("not known yet")
    return _("yes") if known else _("no")


def condition_label(code: str) -> str:
    """The condition of a phase (`method.phases.Condition.code`) as a sentence."""
    return _(CONDITION_WORDS[code])
