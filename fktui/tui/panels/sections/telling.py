"""A record or a fact with what is said of it, over as many lines as that takes."""

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len

from fktui.tui.family import View
from fktui.tui.lines import Line, Part, Span, columns, line, wrapped
from fktui.tui.panels.panel import record_line
from fktui.tui.panels.record import record_lines
from fktui.words.language import _

_LABEL = 22
_LEAST = 16
"""With less room than this behind the columns, what is said begins on a line of its own."""


def told(  # a record, in columns, and the rest
    width: int,
    record: Any,
    kind: str,
    cells: tuple[Span, ...],
    said: str,
    *,
    mark: Part = " ",
    style: str = "soft",
) -> Iterator[Line]:
    """A record in columns, and what else is to be said of it behind them and below."""
    used = 3 + sum(cell_len(span.text) for span in cells)
    if width - used < _LEAST:
        yield record_line(record, kind, *cells, mark=mark)
        yield from wrapped(said, width, style, indent="     ") if said else ()
        return
    first, *rest = wrapped(said, width - used, style)
    yield record_line(record, kind, *cells, *first.spans, mark=mark)
    yield from (line(" " * (used - 1), *row.spans) for row in rest)


def fact(name: str, said: str, width: int, key: str = "", kind: str = "") -> Iterator[Line]:
    """A name and what it says; the first line can be chosen when it has a key."""
    first, *rest = wrapped(said or "–", max(20, width - _LABEL - 4))
    yield line("   ", *columns(((name, "soft"), _LABEL)), *first.spans, key=key, kind=kind)
    yield from (line(" " * (_LABEL + 3), *row.spans) for row in rest)


def beside(view: View, key: str) -> list[Line]:
    """What the cursor stands on: a record, or what Enter asks."""
    task, at, record = key.partition("@")
    if at:
        said = line((_("Enter asks it."), "soft"))
        return [said, line(""), *record_lines(view, record.partition(":")[0])]
    if ":" in task:
        return [line((_("Enter or e changes it."), "soft"))]
    return record_lines(view, key)
