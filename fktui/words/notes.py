"""What the coach has to know about a document that was made."""

from typing import Protocol

from fktui.words.language import N_, _, ngettext

_NOTES = {
    "pdf-borrowed-letters": N_(
        "The house font lacks these characters: {letters}. They are set in a font of this computer."
    ),
    "pdf-missing-letters": N_(
        "No font has these characters, so they are not on the page: {letters}. The Markdown text "
        "has them."
    ),
    "pdf-not-accessible": N_("This PDF could not be made to the rules for screen readers."),
}


class Noted(Protocol):
    """A note about a document: a code, and the letters it is about."""

    @property
    def code(self) -> str:
        """Which sentence."""
        ...

    @property
    def letters(self) -> str:
        """The characters."""
        ...


def say_note(note: Noted) -> str:
    """The sentence of a note."""
    return _(_NOTES[note.code]).format(letters=" ".join(note.letters))


def say_hidden(count: int) -> str:
    """How much is only in the record, because not everybody may read it; empty for nothing."""
    if not count:
        return ""
    note = ngettext(
        "{count} entry that not everybody may read is not on this paper; it is in the record.",
        "{count} entries that not everybody may read are not on this paper; they are in the "
        "record.",
        count,
    )
    return note.format(count=count)
