"""The named blocks: what Markdown has no words for, as JSON between ```name and ```.

One record per kind. The words on paper (headings of columns, "begin", "nu") come from the
template, which has the language; days are words already. `html.py` and `typst/` draw them.
"""

from typing import Annotated

import msgspec

from fktui.documents.broken_field import broken_field
from fktui.documents.facts import Colour
from fktui.errors import Missing
from fktui.model.readable import readable

Word = Annotated[str, msgspec.Meta(max_length=20_000)]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One record in a block. Fields that it does not know are left alone: facts have more."""


class Block(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """A named block; `kind` in the tree is its name in the Markdown."""


class FactRow(Row, frozen=True, kw_only=True):
    """A word and what belongs to it ("Gezinscoach", "Yara Meerkoet")."""

    label: Word
    value: Word


class FactBox(Block, frozen=True, kw_only=True, tag="facts"):
    """A quiet box of facts."""

    rows: tuple[FactRow, ...]


class GoalRow(Row, frozen=True, kw_only=True):
    """A goal with its first and last score on a scale from low to high."""

    title: Word
    owners: tuple[Word, ...] = ()
    start: int | None = None
    now: int | None = None
    low: int = 0
    high: int = 10
    next_step: Word = ""


class GoalTable(Block, frozen=True, kw_only=True, tag="goals"):
    """Goals with bars. `heads`: goal, owners, scores, next step; `scale` has {low} and {high}."""

    heads: tuple[Word, Word, Word, Word]
    start: Word
    now: Word
    scale: Word
    unscored: Word
    rows: tuple[GoalRow, ...]


class PersonRow(Row, frozen=True, kw_only=True):
    """Somebody of the network, or a place in the neighbourhood."""

    name: Word
    role: Word = ""
    does: Word = ""
    reach: Word = ""
    jim_of: Word = ""


class PeopleTable(Block, frozen=True, kw_only=True, tag="people"):
    """Who does what. `heads`: name, does, reach; `jim` has {name} for whose JIM it is."""

    heads: tuple[Word, Word, Word]
    jim: Word = ""
    rows: tuple[PersonRow, ...]


class SignRow(Row, frozen=True, kw_only=True):
    """A sign, and whose it is."""

    text: Word
    who: Word = ""


class SignBox(Row, frozen=True, kw_only=True):
    """The signs of one colour; `title` says the colour in words, `then` what to do."""

    colour: Colour
    title: Word
    then: Word = ""
    rows: tuple[SignRow, ...]


class SignBoxes(Block, frozen=True, kw_only=True, tag="signs"):
    """Three boxes beside each other; each has a word and a shape, so colour is never alone."""

    boxes: tuple[SignBox, ...]
    empty: Word


class CallRow(Row, frozen=True, kw_only=True):
    """Who calls whom, when, and on which number or in which way."""

    who: Word
    whom: Word
    when: Word = ""
    reach: Word = ""


class CallSteps(Block, frozen=True, kw_only=True, tag="steps"):
    """Who calls whom, in order, numbered."""

    rows: tuple[CallRow, ...]


class MomentRow(Row, frozen=True, kw_only=True):
    """A day in words, and what happens then."""

    when: Word
    text: Word


class Moments(Block, frozen=True, kw_only=True, tag="moments"):
    """What is ahead, along a line."""

    rows: tuple[MomentRow, ...]


class AgreedRow(Row, frozen=True, kw_only=True):
    """Whether somebody agrees; `agrees` is None when that is still open."""

    name: Word
    role: Word = ""
    agrees: bool | None = None
    because: Word = ""
    on: Word | None = None


class AgreedTable(Block, frozen=True, kw_only=True, tag="agreed"):
    """Who agrees. `heads`: name, agrees, in my own hand; `because` stands before a reason."""

    heads: tuple[Word, Word, Word]
    yes: Word
    no: Word
    open: Word
    because: Word
    rows: tuple[AgreedRow, ...]


class OpenLines(Block, frozen=True, kw_only=True, tag="open"):
    """Room to write: something is not known yet, and the plan says so."""

    text: Word
    lines: Annotated[int, msgspec.Meta(ge=1, le=20)] = 1


class Note(Block, frozen=True, kw_only=True, tag="note"):
    """A sentence that must not be missed; `label` stands in front."""

    label: Word = ""
    text: Word


class Drawing(Block, frozen=True, kw_only=True, tag="drawing"):
    """An empty frame to draw in, down to the end of the page."""

    text: Word


class PageStart(Block, frozen=True, kw_only=True, tag="page"):
    """Starts a page of its own: plain, for the children (large), or for the fridge (one page)."""

    look: Annotated[str, msgspec.Meta(pattern="^(plain|children|fridge)$")] = "plain"


Named = (
    FactBox
    | GoalTable
    | PeopleTable
    | SignBoxes
    | CallSteps
    | Moments
    | AgreedTable
    | OpenLines
    | Note
    | Drawing
    | PageStart
)

_KINDS: dict[str, type[Named]] = {
    "facts": FactBox,
    "goals": GoalTable,
    "people": PeopleTable,
    "signs": SignBoxes,
    "steps": CallSteps,
    "moments": Moments,
    "agreed": AgreedTable,
    "open": OpenLines,
    "note": Note,
    "drawing": Drawing,
    "page": PageStart,
}


def read_block(name: str, text: str, line: int) -> Named | None:
    """The block of this name, or None when no block has it.

    Raises `Missing` (block-unreadable) with the block, its line in the Markdown and the field.
    """
    kind = _KINDS.get(name)
    if kind is None:
        return None
    try:
        return msgspec.json.decode(text or "{}", type=readable(kind))
    except msgspec.DecodeError as error:
        field = broken_field(error)
        raise Missing("block-unreadable", block=name, line=line, field=field) from error
