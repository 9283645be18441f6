"""The only printing of the command line: data to standard output, talk to standard error.

Everything passes `visible`, so that no text of a file reaches the terminal as a command to it.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fktui.model.text import is_unsafe, visible

if TYPE_CHECKING:
    from fktui.cli.context import Invocation
    from fktui.model.stored import Saved

_FIRST_COMBINING = "\u0300"
"""Below it every character takes one column."""

FORMAT = 1
"""The version of the `--json` envelope."""


def line(text: str = "") -> None:
    """One line of data, for people or a pipe: a line end in a name makes no line of its own."""
    _write(sys.stdout, _on_one_line(text))


def text(whole: str) -> None:
    """Data of several lines that is no text of a case, such as a script."""
    _write(sys.stdout, whole)


def say(text: str) -> None:
    """One line of talk."""
    _write(sys.stderr, _on_one_line(text))


def done(saved: "Saved", record: str | None = None) -> None:
    """After a write: the id to standard output, what changed to standard error."""
    line(record or saved.act.record or saved.loaded.case.id)
    say(saved.act.subject)


def to_file(path: Path, data: bytes) -> None:
    """A file for this user only: what fk makes of a case is nobody else's business."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)


def today(invocation: "Invocation") -> None:
    """Where today is not the day of the calendar, say which day it is."""
    from fktui.words.language import _
    from fktui.words.time.say_dates import say_day

    if invocation.pinned:
        day = say_day(invocation.now.date())
        note = (
            _("Practice store: today is {day}.") if invocation.peek.demo else _("Today is {day}.")
        )
        say(note.format(day=day))


def as_json(kind: str, data: Any) -> None:
    """One JSON document: `{"fk": 1, "kind": …, "data": …}`, every value as it is in the files."""
    document = {"fk": FORMAT, "kind": kind, "data": data}
    import json  # 3 ms, and people do not ask for it

    text = json.dumps(document, ensure_ascii=False, indent=2, default=_plain)
    # The line ends are our own, and looking at each sign of a long list takes 0.1 s.
    if not text.replace("\n", "").isprintable():
        text = "".join(json.dumps(c)[1:-1] if is_unsafe(c) else c for c in text)
    try:
        sys.stdout.write(text + "\n")
    except UnicodeEncodeError:  # a terminal that knows few letters
        sys.stdout.write(json.dumps(document, indent=2, default=_plain) + "\n")


def heading(text: str) -> None:
    """A line above others: bold where the terminal can and nobody asked for plain."""
    _emit(sys.stdout, _bold(visible(_on_one_line(text))))


def block(title: str, lines: Iterable[str]) -> None:
    """A heading with lines below it, after an empty line; nothing when there are no lines."""
    shown = list(lines)
    if shown:
        line()
        heading(title)
        for one in shown:
            line(f"  {one}")


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Aligned columns; a line is cut only on a terminal that is too narrow for it."""
    # Column by column and written at once: a list of ten thousand families is printed this way.
    columns = zip(headers, *rows, strict=True)
    lines = ["  ".join(cells).rstrip() for cells in zip(*map(_aligned, columns), strict=True)]
    if sys.stdout.isatty():
        screen = os.get_terminal_size(sys.stdout.fileno()).columns
        lines = [text if width(text) <= screen else _cut(text, screen) for text in lines]
    lines[0] = _bold(lines[0])
    _emit(sys.stdout, "\n".join(lines))


def _aligned(column: Iterable[str]) -> list[str]:
    cells = [visible(_on_one_line(cell)) for cell in column]
    widths = [width(cell) for cell in cells]
    widest = max(widths)
    return [cell + " " * (widest - own) for cell, own in zip(cells, widths, strict=True)]


def width(text: str) -> int:
    """Columns a text takes on a terminal: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def nobody_listens() -> None:
    """The pipe was closed: what is still to be printed goes nowhere, without complaint."""
    with suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _on_one_line(text: str) -> str:
    # A list of ten thousand families comes here, and hardly a name in it has either.
    return text if text.isprintable() else text.replace("\n", " ").replace("\t", " ")


def _bold(text: str) -> str:
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[1m{text}\x1b[0m"


def _columns(char: str) -> int:
    if char < _FIRST_COMBINING:
        return 1
    import unicodedata  # 3 ms that most lists do without

    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _cut(text: str, columns: int) -> str:
    kept = ""
    for char in text:
        if width(kept + char) >= columns:
            break
        kept += char
    return kept + "…"


def _write(stream: Any, text: str) -> None:
    _emit(stream, visible(text))


def _emit(stream: Any, text: str) -> None:
    """Text that has passed `visible`, in what the terminal can show of it."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def _plain(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    import msgspec  # only commands that read records come here

    return msgspec.to_builtins(value)
