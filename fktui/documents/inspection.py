"""The copy of what is somebody's own in the record: chapters, and the list of what is withheld.

What may be in it was decided by `method.rights`; here it becomes facts for the template. Texts are
whole: nothing is guessed inside one.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec

from fktui.documents.collectors.said import family_name
from fktui.documents.facts import Fact
from fktui.documents.tree import parse
from fktui.errors import Missing
from fktui.method.rights.access import RESTRICTED_KINDS, Reason
from fktui.method.rights.copying import Copy, Shown, Withheld
from fktui.model.case import FILES, KINDS, Case, records
from fktui.words.changes import say_value
from fktui.words.labels import field_label, kind_label
from fktui.words.language import N_, _
from fktui.words.recipients import say_recipient
from fktui.words.tables.record_words import CONDITION_WORDS
from fktui.words.tables.rights_words import REASONS
from fktui.words.time.hours import in_figures
from fktui.words.time.say_dates import say_day, say_partial

CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Who you are in this record"), ("person", "household", "relation", "authority")),
    (
        N_("How it began"),
        (
            *("trajectory", "intake", "information", "referral_goal", "indication"),
            *("contraindication", "phase"),
        ),
    ),
    (N_("What goes well"), ("strength",)),
    (
        N_("What weighs, and what is asked for"),
        ("help_request", "worry", "stressor", "domain", "analysis"),
    ),
    (N_("The time line"), ("event",)),
    (N_("The people around you"), ("network", "tie", "jim", "community", "role")),
    (N_("The plan"), ("goal", "intervention", "agreement", "evaluation")),
    (N_("The future plan"), ("future", "assent")),
    (N_("Safety"), ("safety_plan", "scaling", "reporting_code")),
    (N_("Questionnaires and studies"), ("measurement", "participation")),
    (N_("Consents"), ("consent",)),
    (N_("What others were given about you"), ("disclosure",)),
    (N_("Own statements"), ("statement",)),
    (N_("Contacts"), ("contact",)),
    (N_("Meetings"), ("meeting",)),
    (N_("Documents"), ("document",)),
)
"""The chapters and the kinds of record in each; the heads of files stand with their part."""

_NOT_PRINTED = frozenset(("id", "body", "visible_to", "made_from", "index"))
_EMPTY: tuple[Any, ...] = (None, "", (), {})
_LONGEST_HEAD = 70
_PARTIAL = frozenset(("born", "died", "on", "since", "until"))
_TITLES = ("name", "title", "what", "text")


class Line(Fact, frozen=True, kw_only=True):
    """A field: what it is called and what it says; or a kind and how many."""

    label: str
    value: str


class Beside(Fact, frozen=True, kw_only=True):
    """Somebody's statement beside an entry."""

    who: str
    on: date
    text: str


class Entry(Fact, frozen=True, kw_only=True):
    """One record: its kind and day, its fields, its text, what is inside it, statements beside."""

    head: str
    id: str
    title: str = ""
    lines: tuple[Line, ...] = ()
    body: str = ""
    inner: tuple[str, ...] = ()
    statements: tuple[Beside, ...] = ()


class Chapter(Fact, frozen=True, kw_only=True):
    """Entries of some kinds, under one title."""

    title: str
    entries: tuple[Entry, ...]


class Held(Fact, frozen=True, kw_only=True):
    """What is withheld: its kind, day and id, and why; never what it says."""

    what: str
    on: str = ""
    id: str = ""
    why: str


class InspectionFacts(Fact, frozen=True, kw_only=True):
    """Everything on the copy.

    Attributes:
        reader: who gets it, when that is somebody else.
        right: by which right, in a sentence.
        withheld: what is this person's and is not here, one by one.
        others: what is about others only, counted by kind.
        neutral: how many passages are withheld of which the paper does not say what they are.
    """

    family_name: str
    made_on: date
    person: str
    reader: str = ""
    coach: str = ""
    right: str
    chapters: tuple[Chapter, ...] = ()
    withheld: tuple[Held, ...] = ()
    others: tuple[Line, ...] = ()
    neutral: int = 0


class CopyOrder(NamedTuple):
    """What is asked for: whose copy, for whom, by which right; names of everybody, by id."""

    case: Case
    copy: Copy
    names: Mapping[str, str]
    today: date
    person: str
    reader: str
    right: str


def collect(order: CopyOrder) -> InspectionFacts:
    """The facts of the copy, chapter by chapter."""
    case, names = order.case, order.names
    said = _Said(order)
    return InspectionFacts(
        family_name=family_name(case),
        made_on=order.today,
        person=names.get(order.person, order.person),
        reader="" if order.reader == order.person else names.get(order.reader, order.reader),
        coach=names.get(case.trajectory.coach or "", ""),
        right=order.right,
        chapters=tuple(
            Chapter(title=_(title), entries=entries)
            for title, kinds in CHAPTERS
            if (entries := tuple(said.entries(kinds)))
        ),
        withheld=tuple(_held(one) for one in order.copy.withheld if one.told),
        others=tuple(_counted(order.copy.withheld)),
        neutral=sum(
            one.reason is Reason.RESTRICTED and one.kind == "reporting_code"
            for one in order.copy.withheld
        ),
    )


class _Said:
    """Records as people read them. What is not in the copy is not named in it either."""

    def __init__(self, order: CopyOrder) -> None:
        self.order = order
        shown = {
            one.record.id for top in order.copy.shown for one in (top, *top.inner, *_beside(top))
        }
        people = {one.id for one in order.case.family.people}
        hidden = {one.record.id for one in records(order.case)} - shown - people
        gone = _("(not in this copy)")
        self.names = {key: gone if key in hidden else name for key, name in order.names.items()}
        self.names |= dict.fromkeys(hidden - set(order.names), gone)

    def entries(self, kinds: tuple[str, ...]) -> Iterator[Entry]:
        """The entries of these kinds, in the order of the kinds."""
        for kind in kinds:
            for name, value in self.order.copy.heads:
                part, _dot, field = name.partition(".")
                if part == kind:
                    yield Entry(
                        head=field_label(field).capitalize(), id="", title=self.value(value)
                    )
            for one in self.order.copy.shown:
                if one.kind == kind:
                    yield self.entry(one)

    def entry(self, one: Shown) -> Entry:
        """One record with what is inside it."""
        title = next((name for name in _TITLES if getattr(one.record, name, None)), "")
        on = getattr(one.record, "on", None)
        head = kind_label(one.kind) + (f", {say_day(on)}" if isinstance(on, date) else "")
        inside = {kind.path[-1] for kind in KINDS.values() if kind.parent == one.kind}
        skipped = _NOT_PRINTED | inside | {title}
        skipped |= {"on"} if isinstance(on, date) else set()
        inner = [self._inner(child) for child in one.inner]
        called = self.value(getattr(one.record, title)) if title else ""
        fits = called and "\n" not in called and len(called) <= _LONGEST_HEAD
        return Entry(
            head=f"{head}: {called}" if fits else head,
            id=one.record.id,
            title="" if fits else called,
            lines=tuple(self._lines(one.record, skipped)),
            body=_text_of(one),
            inner=tuple(inner),
            statements=tuple(
                Beside(who=self.names.get(by.by, by.by), on=by.on, text=by.body)
                for by in _beside_record(one)
            ),
        )

    def _inner(self, child: Shown) -> str:
        said = [
            line.value if line.label in map(field_label, _TITLES) else f"{line.label}: {line.value}"
            for line in self._lines(child.record, _NOT_PRINTED)
        ]
        return f"{kind_label(child.kind)}: {'; '.join(said)}"

    def _lines(self, record: Any, skipped: Iterable[str]) -> Iterator[Line]:
        for field in record.__struct_fields__:
            value = getattr(record, field)
            if field not in skipped and value not in _EMPTY and value is not False:
                yield Line(label=field_label(field), value=self._field(field, value))

    def _field(self, field: str, value: Any) -> str:
        """A value of this field: a date as far as it is known, and a condition, are codes."""
        if field in _PARTIAL and type(value) is str:
            return say_partial(value)
        if field == "conditions":
            return " ".join(_(CONDITION_WORDS.get(one, one)) for one in value)
        return self.value(value)

    def value(self, value: Any) -> str:
        """A value, whole; texts are not cut."""
        if isinstance(value, msgspec.Struct):
            return "; ".join(f"{one.label}: {one.value}" for one in self._lines(value, ()))
        if isinstance(value, tuple):
            return ", ".join(self.value(one) for one in value)
        if isinstance(value, dict):
            return ", ".join(f"{key}: {self.value(one)}" for key, one in value.items())
        if isinstance(value, float):
            return in_figures(value)
        if type(value) is str:
            return say_recipient(value, self.names)
        return say_value(value, self.names)


def _beside(top: Shown) -> Iterator[Shown]:
    for one in (top, *top.inner):
        yield from (Shown("statement", by) for by in one.beside)


def _beside_record(top: Shown) -> Iterator[Any]:
    return (one.record for one in _beside(top))


def _held(one: Withheld) -> Held:
    if one.kind in FILES:
        what = f"{kind_label(one.kind)}: {field_label(one.id.partition('.')[2])}"
        return Held(what=what, on=say_day(one.on) if one.on else "", why=_(REASONS[one.reason]))
    return Held(
        what=kind_label(one.kind),
        on=say_day(one.on) if one.on else "",
        id=one.id,
        why=_(REASONS[one.reason]),
    )


def _counted(withheld: Iterable[Withheld]) -> Iterator[Line]:
    """By kind how many are not one by one in the list."""
    counts: dict[str, int] = {}
    for one in withheld:
        if not one.told and one.kind not in RESTRICTED_KINDS:
            counts[one.kind] = counts.get(one.kind, 0) + 1
    return (Line(label=kind_label(kind), value=str(count)) for kind, count in counts.items())


def _text_of(one: Shown) -> str:
    """The note of a journal entry as it is; of a document its text without the drawn parts."""
    body: str = getattr(one.record, "body", "")
    if one.kind != "document":
        return body
    try:
        return "\n\n".join(filter(None, (_plain(part) for part in parse(body))))
    except Missing:
        return body


def _plain(part: Any) -> str:
    """A part of a document as text; a list or table has a line for each of its rows."""
    data = msgspec.to_builtins(part)
    rows = next((data[name] for name in ("items", "rows", "boxes", "blocks") if name in data), None)
    if rows is None:
        return " ".join(_texts(data))
    return "\n".join(line for row in rows if (line := "– " + ", ".join(_joined(row))) != "– ")


def _joined(row: Any) -> Iterator[str]:
    """The cells of a row, each as one text."""
    for cell in row.values() if isinstance(row, dict) else row:
        text = " ".join(_texts(cell))
        if text:
            yield text


def _texts(data: Any) -> Iterator[str]:
    """Every text in a part, without what says how it is drawn."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, bool) or data is None:
        return
    elif isinstance(data, int | float):
        yield str(data)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from _texts(one)
    elif isinstance(data, dict):
        for key, one in data.items():
            if key not in ("kind", "level", "look", "lines", "colour", "start", "to", "heads"):
                yield from _texts(one)
