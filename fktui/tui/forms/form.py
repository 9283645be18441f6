"""The parts of a form: fields that are typed as texts, read as values, and said back in words."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from fktui.model.text import clean, clean_line

if TYPE_CHECKING:
    from fktui.model.stored import Loaded
    from fktui.usecases.desk import Desk


class Ask(NamedTuple):
    """Where a form is filled in.

    Attributes:
        loaded: the family as the coach sees it; none for a new one.
        record: the id of the record that is to be changed, for a form that changes one.
    """

    desk: "Desk"
    loaded: "Loaded | None"
    record: str = ""

    @property
    def seen(self) -> "Loaded":
        """The family; a form that belongs to one is never opened without."""
        if self.loaded is None:
            raise LookupError
        return self.loaded


class Look(Enum):
    """How a field is typed."""

    LINE = "line"
    NOTE = "note"
    CHECK = "check"
    FIGURE = "figure"
    """A few figures, behind a long label."""
    TITLE = "title"
    """Only read: a heading, or a fact beside the others."""


Read = Callable[[str], Any]
"""From what was typed to the value.

Raises:
    FkError: it cannot be read; the sentence is shown under the form.
"""

Said = Callable[[Any], str]


class Field(NamedTuple):
    """One thing that is asked.

    Attributes:
        name: of the value, and of the text in a draft.
        label: in front of it.
        read: from the text to the value. An empty text is None without asking it.
        say: what the value means, shown behind it: `= vr 20 nov 2026`.
        text: what stands in it at first; for a CHECK anything is yes.
        hint: shown behind it while it is empty.
        choices: texts that can stand in it (in one part of it, between commas, when `many`).
        needed: whether the form cannot do without.
        enter: the field that Enter goes to; the next one when it is not said.
        help: how it is typed, for the help (F1).
    """

    name: str
    label: str
    read: Read = str
    say: Said | None = None
    text: str = ""
    hint: str = ""
    choices: Sequence[str] = ()
    many: bool = False
    needed: bool = False
    look: Look = Look.LINE
    enter: str = ""
    help: str = ""


Values = Mapping[str, Any]
"""Values by the name of their field: of fields that are not empty, and of each CHECK.

With `Form.clears` the empty ones are there too, as None.
"""


class Done(NamedTuple):
    """What came of a form: what to say, which record was touched, where to look next.

    Attributes:
        said: what changed, for the toast.
        case_id: the family; of a new family, so that its screen can be opened.
        record: the id that the cursor goes to.
        file: what was made on disk, when something was.
        task: the form that comes next, for `record`; nothing was saved yet.
    """

    said: str
    case_id: str = ""
    record: str = ""
    file: str = ""
    task: str = ""


Save = Callable[["Desk", Values], Done]
"""Do it.

Raises:
    FkError: refused; the form comes back with what was typed.
"""


class Question(NamedTuple):
    """Something to choose before a form is saved.

    Attributes:
        text: what is asked.
        answers: what can be said, with the values that go with it; the first is the usual one.
    """

    text: str
    answers: tuple[tuple[str, Values], ...]


class Lacking(NamedTuple):
    """A field that is needed after all, by its name, and why: a sentence."""

    field: str
    why: str


class Form(NamedTuple):
    """A form to be filled in.

    Attributes:
        id: its name, for drafts: small letters, digits, dots and hyphens.
        title: above it.
        fields: in the order of Tab.
        save: what Ctrl+S does.
        start: the field that the cursor begins in; the first when it is not said.
        notes: sentences below it, such as who decides.
        restricts: a field with who may read it, which F3 changes between everybody and the team.
        clears: whether fields that were emptied are among the values, as None.
        question: asked before saving, when the values give rise to it.
        lacks: what these values need as well, before anything is saved.
        notes_of: the notes that belong to the texts in the fields; `notes` when it is not there.
    """

    id: str
    title: str
    fields: tuple[Field, ...]
    save: Save
    start: str = ""
    notes: tuple[str, ...] = ()
    restricts: str = ""
    clears: bool = False
    question: "Callable[[Values], Question | None] | None" = None
    lacks: "Callable[[Values], Lacking | None] | None" = None
    notes_of: "Callable[[Mapping[str, str]], tuple[str, ...]] | None" = None

    def field(self, name: str) -> Field:
        """The field with this name."""
        return next(one for one in self.fields if one.name == name)


def read_text(field: Field, text: str) -> Any:
    """The value of a field; None when nothing was typed.

    Raises:
        FkError: it cannot be read.
    """
    if field.look is Look.CHECK:
        return bool(text)
    typed = clean(text).strip() if field.look is Look.NOTE else clean_line(text)
    return field.read(typed) if typed else None


def matches(field: Field, text: str) -> list[str]:
    """The choices that what is being typed could become, of the part after the last comma."""
    part = (text.rpartition(",")[2] if field.many else text).strip().casefold()
    first = [one for one in field.choices if one.casefold().startswith(part)]
    inside = [one for one in field.choices if one not in first and f" {part}" in one.casefold()]
    return first + inside


def completed(field: Field, text: str, chosen: str) -> str:
    """The text with the part that was being typed completed."""
    before, comma, _part = text.rpartition(",") if field.many else ("", "", text)
    return f"{before}{comma} {chosen}".strip() if comma else chosen
