"""The parts of a tab: sections of records, each with a line that it is known by."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from fktui.model.case import records
from fktui.tui.family import Shown, View
from fktui.tui.lines import Line, Part, line, section
from fktui.words.labels import kind_label
from fktui.words.language import _
from fktui.words.naming import name_of, shortened

Lines = Callable[[View], list[Line]]

DO = "do"
"""The kind of a line that asks something when it is chosen (`task_line`)."""


class Panel(NamedTuple):
    """A tab of the family.

    Attributes:
        id: its name.
        title: msgid, in the row of tabs.
        lines: what it shows.
        kinds: the kinds of records (`model.case.KINDS`) that it shows.
        adds: what `a` offers here: actions or kinds with a form of their own (`forms.table`).
        beside: what is shown of the line under the cursor, for a tab whose lines are no records.
        opens: the form that Enter opens on a line, by the kind of line.
        offers: those of `adds` that make sense now, the likeliest first.
    """

    id: str
    title: str
    lines: Lines
    kinds: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    beside: Callable[[View, str], list[Line]] | None = None
    opens: Mapping[str, str] = MappingProxyType({})
    offers: Callable[[Shown], tuple[str, ...]] | None = None

    def offered(self, shown: Shown) -> tuple[str, ...]:
        """What `a` offers in this family now."""
        return self.offers(shown) if self.offers else self.adds


def of_kind(view: View, kind: str) -> list[Any]:
    """All records of a kind, those inside others too, in the order of the files."""
    return [found.record for found in records(view.case) if found.kind.name == kind]


def newest_first(found: Iterable[Any], *fields: str) -> list[Any]:
    """Records by the first of these days that they have."""

    def day(record: Any) -> str:
        values = (getattr(record, field, None) for field in fields)
        return next((str(value) for value in values if value is not None), "")

    return sorted(found, key=day, reverse=True)


def record_line(record: Any, kind: str, *parts: Part, mark: Part = " ") -> Line:
    """A line for a record: a mark, and what it is known by."""
    said = parts or (shortened(name_of(record), 200) or record.id,)
    return line(mark, " ", *said, key=record.id, kind=kind)


def task_line(task: str, said: str, record: str = "", mark: Part = "→") -> Line:
    """A line that asks something when it is chosen: a task of `forms.table`, of a record.

    Its kind is `do`, its key `<task>@<record>`.
    """
    return line("   ", mark, " ", (said, "accent"), key=f"{task}@{record}", kind=DO)


def listed_section(
    view: View, title: str, kind: str, say: Callable[[View, Any], Line], *, empty: str = ""
) -> list[Line]:
    """A section with every record of a kind."""
    return section(
        title, (say(view, one) for one in of_kind(view, kind)), empty or _("nothing yet")
    )


def of_kinds(view: View, *kinds: str) -> list[Line]:
    """A section for each kind, with a line for each record by the name people know it by."""
    shown: list[Line] = []
    for kind in kinds:
        lines = [record_line(one, kind) for one in of_kind(view, kind)]
        shown += section(kind_label(kind), lines)
    return shown or [line((_("nothing yet"), "soft"))]


def is_over(record: Any, today: date) -> bool:
    """Whether it has ended by today."""
    ends = (getattr(record, field, None) for field in ("until", "ended_on", "withdrawn_on"))
    return any(end is not None and end <= today for end in ends)
