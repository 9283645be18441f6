"""What can be searched for: actions, tasks, families, tabs, and texts that were found."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fktui.store.overview.rows import MARK_END, MARK_START, Hit
from fktui.tui.lines import Line, columns, line
from fktui.usecases.overview.listing import FamilyLine
from fktui.words.labels import kind_label
from fktui.words.language import _
from fktui.words.tables.overview_words import STATUSES

MOST = 60
"""So many are shown at most; who needs more types another letter."""

_LABEL = 46


class Choice(NamedTuple):
    """Something that can be chosen.

    Attributes:
        does: `action`, `task`, `family`, `tab` or `record`.
        what: the id of that.
        label: what it is called.
        note: said behind it, such as its key.
        more: words that find it too, besides label and note.
        tab: where a record is.
        case_id: the family of a record.
    """

    does: str
    what: str
    label: str
    note: str = ""
    more: str = ""
    tab: str = ""
    case_id: str = ""

    @property
    def key(self) -> str:
        """Unlike that of any other choice."""
        return f"{self.does}:{self.case_id}:{self.what}"


def fitting(choices: Iterable[Choice], typed: str) -> list[Choice]:
    """Those in which every typed word occurs; those that begin with it first."""
    words = typed.casefold().split()
    if not words:
        return list(choices)
    found = []
    for one in choices:
        text = f"{one.label} {one.note} {one.more}".casefold()
        if all(word in text for word in words):
            found.append(one)
    return sorted(found, key=lambda one: not one.label.casefold().startswith(words[0]))


def of_families(families: Iterable[FamilyLine]) -> list[Choice]:
    """Families by name."""
    return [
        Choice("family", one.id, one.name, _(STATUSES.get(one.status, one.status)), one.id)
        for one in families
    ]


def of_hits(hits: Iterable[Hit], tabs: dict[str, str]) -> list[Choice]:
    """Texts that were found, each with its family and the tab that it is on."""
    found = []
    for hit in hits:
        snippet = hit.snippet.replace(MARK_START, "").replace(MARK_END, "")
        said = " · ".join(filter(None, (_kind(hit.kind), hit.name, hit.on)))
        tab = tabs.get(hit.kind, "overview")
        found.append(Choice("record", hit.record, snippet, said, tab=tab, case_id=hit.case_id))
    return found


def palette_lines(choices: Sequence[Choice], width: int) -> list[Line]:
    """A line for each, as many as are looked at."""
    if not choices:
        return [line((_("Nothing with these words."), "soft"))]
    room = max(20, min(_LABEL, width - 26))
    shown = [
        line(*columns((one.label, room)), "  ", (one.note, "soft"), key=one.key, kind=one.does)
        for one in choices[:MOST]
    ]
    if len(choices) > MOST:
        shown.append(line((_("… and more; type another letter."), "soft")))
    return shown


def _kind(kind: str) -> str:
    try:
        return kind_label(kind)
    except KeyError:
        return kind
