"""Fields that several of these forms have: which record, in which format, in which folder."""

from collections.abc import Callable, Iterable
from typing import Any, get_args

from fktui.documents.make import Format, Made
from fktui.errors import NotFound, WrongUse
from fktui.tui.forms.form import Ask, Field
from fktui.usecases.finding import find_record
from fktui.usecases.paper.files import read_folder, usual_folder
from fktui.words.language import _
from fktui.words.naming import shortened
from fktui.words.notes import say_note

FORMATS: tuple[Format, ...] = ("pdf", "html", "md")
"""The usual one first."""

_LONGEST = 50


def which_field(
    ask: Ask, kind: str, title: str, there: Iterable[Any], say: Callable[[Any], str]
) -> Field:
    """Which record it is about: the one that the form was opened for, else the first there is.

    Raises:
        NotFound: `none-to-choose`.
    """
    known: dict[str, str] = {}
    for one in there:
        text = shortened(say(one), _LONGEST).replace(",", "")
        known[text if text not in known else f"{text} {one.id}"] = one.id
    if not known:
        raise NotFound("none-to-choose", kind=kind)
    chosen = next((text for text, key in known.items() if key == ask.record), next(iter(known)))
    names = {key: text for text, key in known.items()}

    def read(typed: str) -> str:
        return known.get(typed) or str(find_record(ask.seen.case, typed, kind).record.id)

    def meaning(value: str) -> str:
        return names.get(value, value)

    return Field("which", title, read, meaning, chosen, choices=tuple(known), needed=True)


def format_field() -> Field:
    """PDF to print and send, HTML to read aloud, Markdown to write on in."""
    return Field("format", _("Format"), read_format, None, FORMATS[0], choices=FORMATS, needed=True)


def read_format(typed: str) -> Format:
    """The format that was typed.

    Raises:
        WrongUse: `wrong-choice`.
    """
    found = next((one for one in FORMATS if one.startswith(typed.casefold().strip())), None)
    if found is None:
        raise WrongUse("wrong-choice", given=typed, allowed=", ".join(get_args(Format)))
    return found


def folder_field() -> Field:
    """Where the file goes: the user's documents, until something else is typed."""
    return Field("folder", _("Folder"), read_folder, str, str(usual_folder()), needed=True)


def said_of(made: Made, path: str, *more: str) -> str:
    """Where it is, and what there is to know about it."""
    where = _("Made: {path}").format(path=path)
    return " · ".join(filter(None, (where, *map(say_note, made.notes), *more)))
