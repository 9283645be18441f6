"""A contact as people type it: `1,5 huisbezoek "…"`. Both languages always, whatever is spoken.

Only whole words count, so that a note is never taken for a kind of contact.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from fktui.errors import WrongUse
from fktui.model.journal import ContactKind, PlaceKind
from fktui.words.language import _
from fktui.words.tables.enum_words import ENUM_WORDS
from fktui.words.time.hours import HoursRead, parse_hours

_PLACES = {
    "home": "huisbezoek huis thuis visit homevisit",
    "school": "school schoolbezoek",
    "neighbourhood": "buurt wijk buiten wandeling wandelen walk outside",
    "office": "kantoor locatie praktijk",
    "phone": "telefoon telefonisch bellen gebeld belletje tel call called telephone",
    "video": "beeldbellen videobellen online",
    "elsewhere": "elders",
}
_KINDS = {
    "conversation": "gesprek praten talk",
    "intake": "kennismaking aanmeldgesprek",
    "analysis": "analyse gezinsanalyse netwerkanalyse krachtenanalyse",
    "practical": "praktisch",
    "consultation": "overleg",
    "aftercare": "nazorg nazorggesprek",
    "other": "anders",
}


class ContactWords(NamedTuple):
    """What was typed, taken apart; what is not there is None, and a missing note is empty."""

    hours: HoursRead | None
    kind: ContactKind | None
    place: PlaceKind | None
    note: str


def contact_words(words: Iterable[str]) -> ContactWords:
    """Hours, kind and place in any order, each at most once; from the first other word, the note.

    Raises:
        WrongUse: `hours-outside`, for hours that no day has.
    """
    rest = list(words)
    hours: HoursRead | None = None
    found: dict[type[Enum], Enum] = {}
    while rest:
        taken = 0
        if hours is None:
            hours, taken = _hours(rest)
        if not taken:
            value = _kind_or_place(rest[0])
            if value is None or type(value) in found:
                break
            found[type(value)] = value
            taken = 1
        rest = rest[taken:]
    kind, place = found.get(ContactKind), found.get(PlaceKind)
    return ContactWords(
        hours,
        kind if isinstance(kind, ContactKind) else None,
        place if isinstance(place, PlaceKind) else None,
        " ".join(rest),
    )


def _hours(words: list[str]) -> tuple[HoursRead | None, int]:
    """The hours at the beginning, `1,5` or `1,5 uur`, and how many words they took."""
    for count in (2, 1):
        if len(words) < count:
            continue
        try:
            return parse_hours(" ".join(words[:count])), count
        except WrongUse as error:
            if error.code == "hours-outside":
                raise
    return None, 0


def _kind_or_place(word: str) -> Enum | None:
    wanted = word.casefold().strip(",;:")
    return next((value for name, value in _known() if name == wanted), None)


def _known() -> Iterator[tuple[str, Enum]]:
    """Every word for a kind or a place: its code, its labels, and what people say besides."""
    for table, kind in ((_KINDS, ContactKind), (_PLACES, PlaceKind)):
        for value in kind:
            label = ENUM_WORDS[kind][value.value]
            spoken = (value.value, label.casefold(), _(label).casefold())
            yield from ((name, value) for name in (*spoken, *table[value.value].split()))
