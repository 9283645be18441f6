"""The named blocks as HTML: the same words, order and shapes as `typst/blocks.typ` draws."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from fktui.documents.blocks import (
    AgreedRow,
    AgreedTable,
    CallSteps,
    Drawing,
    FactBox,
    GoalRow,
    GoalTable,
    Moments,
    Named,
    Note,
    OpenLines,
    PageStart,
    PeopleTable,
    PersonRow,
    SignBox,
    SignBoxes,
)

_SHAPES = {"green": "●", "orange": "▲", "red": "■"}


def drawn(block: Named) -> str:
    """The block as HTML."""
    return _DRAW[type(block)](block)


def score(value: int | None, low: int, unscored: str) -> str:
    """A score as it is printed: with its sign on a scale that goes below zero."""
    if value is None:
        return unscored
    shown = f"{value:+d}" if low < 0 and value else str(value)
    return shown.replace("-", "\N{MINUS SIGN}")


def _facts(block: FactBox) -> str:
    rows = (f"<dt>{escape(row.label)}</dt><dd>{escape(row.value)}</dd>" for row in block.rows)
    return f'<dl class="facts">{"".join(rows)}</dl>'


def _table(kind: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; `heads` are texts, the cells of `rows` are HTML already."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _goals(block: GoalTable) -> str:
    return _table("goals", block.heads, (_goal(block, row) for row in block.rows))


def _goal(block: GoalTable, row: GoalRow) -> tuple[str, str, str, str]:
    low, high = (score(end, row.low, "") for end in (row.low, row.high))
    scale = block.scale.replace("{low}", low).replace("{high}", high)
    bars = _bar(block.start, row.start, row, block, "start")
    bars += _bar(block.now, row.now, row, block, "now")
    return (
        f"<strong>{escape(row.title)}</strong>",
        escape(", ".join(row.owners)),
        f"{bars}<small>{escape(scale)}</small>",
        escape(row.next_step),
    )


def _bar(word: str, value: int | None, row: GoalRow, block: GoalTable, kind: str) -> str:
    span = max(1, row.high - row.low)
    share = 0 if value is None else min(100, max(0, 100 * (value - row.low) // span))
    return (
        f'<div class="bar {kind}"><span>{escape(word)}</span>'
        f'<i aria-hidden="true"><b style="width:{share}%"></b></i>'
        f"<strong>{escape(score(value, row.low, block.unscored))}</strong></div>"
    )


def _people(block: PeopleTable) -> str:
    rows = ((_person(block, row), escape(row.does), escape(row.reach)) for row in block.rows)
    return _table("people", block.heads, rows)


def _person(block: PeopleTable, row: PersonRow) -> str:
    jim = block.jim.replace("{name}", row.jim_of) if row.jim_of else ""
    return (
        f"<strong>{escape(row.name)}</strong>"
        + _under("small", row.role)
        + _under('span class="badge"', jim)
    )


def _under(tag: str, text: str) -> str:
    return f"<br><{tag}>{escape(text)}</{tag.split(maxsplit=1)[0]}>" if text else ""


def _signs(block: SignBoxes) -> str:
    boxes = "".join(_sign_box(box, block.empty) for box in block.boxes)
    return f'<div class="signs">{boxes}</div>'


def _sign_box(box: SignBox, empty: str) -> str:
    colour = box.colour.value
    rows = "".join(f"<li>{_said_of(row.who)}{escape(row.text)}</li>" for row in box.rows)
    listed = f"<ul>{rows}</ul>" if rows else f"<p><small>{escape(empty)}</small></p>"
    then = f'<p class="then">{escape(box.then)}</p>' if box.then else ""
    mark = f'<span aria-hidden="true">{_SHAPES[colour]}</span>'
    title = f'<p class="sign">{mark} {escape(box.title)}</p>'
    return f'<div class="{colour}">{title}{listed}{then}</div>'


def _said_of(who: str) -> str:
    return f"<strong>{escape(who)}:</strong> " if who else ""


def _steps(block: CallSteps) -> str:
    rows = (
        f"<li><strong>{escape(row.who)}</strong> → <strong>{escape(row.whom)}</strong>"
        f" {escape(row.reach)}{_under('small', row.when)}</li>"
        for row in block.rows
    )
    return f'<ol class="steps">{"".join(rows)}</ol>'


def _moments(block: Moments) -> str:
    rows = (f"<dt>{escape(row.when)}</dt><dd>{escape(row.text)}</dd>" for row in block.rows)
    return f'<dl class="moments">{"".join(rows)}</dl>'


def _agreed(block: AgreedTable) -> str:
    rows = (
        (f"<strong>{escape(row.name)}</strong>{_under('small', row.role)}", _answer(block, row), "")
        for row in block.rows
    )
    return _table("agreed", block.heads, rows)


def _answer(block: AgreedTable, row: AgreedRow) -> str:
    if row.agrees is None:
        answer = f"☐ {escape(block.yes)} &nbsp; ☐ {escape(block.no)}" + _under("small", block.open)
    else:
        answer = f"☑ <strong>{escape(block.yes if row.agrees else block.no)}</strong>"
    because = f"{block.because} {row.because}" if row.because else ""
    return answer + _under("small", row.on or "") + _under("span", because)


def _open(block: OpenLines) -> str:
    lines = '<div class="line"></div>' * block.lines
    return f'<div class="open"><p>{escape(block.text)}</p>{lines}</div>'


def _note(block: Note) -> str:
    label = f"<strong>{escape(block.label)}</strong> " if block.label else ""
    return f'<p class="note">{label}{escape(block.text)}</p>'


def _drawing(block: Drawing) -> str:
    return f'<div class="drawing"><p>{escape(block.text)}</p></div>'


def _page(block: PageStart) -> str:
    return f'</section>\n<section class="{escape(block.look)}">'


_DRAW: dict[type[Named], Callable[[Any], str]] = {
    FactBox: _facts,
    GoalTable: _goals,
    PeopleTable: _people,
    SignBoxes: _signs,
    CallSteps: _steps,
    Moments: _moments,
    AgreedTable: _agreed,
    OpenLines: _open,
    Note: _note,
    Drawing: _drawing,
    PageStart: _page,
}
