"""A tree as PDF, set by typst in the house style of `typst/`. Same tree, same bytes.

The text goes in as one JSON value that `house.typ` reads; no text of a coach is ever source. First
with the fonts of the package only and as PDF/UA-1 and PDF/A-2a: a promise that a reader aloud and
an archive can use it. A letter that these fonts lack is borrowed from the fonts of this computer;
when those lack it too, the promise is dropped. Either way the coach is told, in a note.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from fktui.documents.tree import Part

if TYPE_CHECKING:
    from typst import PDFStandard

_HOUSE = Path(__file__).with_name("typst")
_PROMISES: "list[PDFStandard]" = ["ua-1", "a-2a"]
_NO_LETTER = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """What is around the text of a document.

    Attributes:
        language: "nl" or "en": how a reader aloud says it.
        made_on: the date inside the PDF; the same on every computer.
        header, footer: of every page; `page_label` has {page} and {pages}.
        author: whose document it is.
    """

    title: str
    language: str
    made_on: date
    header: str
    footer: str
    page_label: str
    author: str = ""


class Note(msgspec.Struct, frozen=True):
    """Something to know about what was made: a code for `words.say`, and the letters it is about.

    Codes: pdf-borrowed-letters, pdf-missing-letters, pdf-not-accessible.
    """

    code: str
    letters: str = ""


def pdf(parts: Sequence[Part], meta: Meta) -> tuple[bytes, tuple[Note, ...]]:
    """The document as PDF, and what the coach has to know about it."""
    data = _data(parts, meta)
    made, lacking = _set(data, meta, promised=True)
    if made:
        return made, ()
    made, missing = _set(data, meta, promised=True, borrow=True)
    if made:
        return made, (Note("pdf-borrowed-letters", lacking),)
    made, _ = _set(data, meta, promised=False, borrow=True)
    code = "pdf-missing-letters" if missing else "pdf-not-accessible"
    return made, (Note(code, missing),)


def _data(parts: Sequence[Part], meta: Meta) -> str:
    around: dict[str, Any] = msgspec.to_builtins(meta)
    around["date"] = [meta.made_on.year, meta.made_on.month, meta.made_on.day]
    return msgspec.json.encode({"meta": around, "blocks": parts}).decode()


def _set(data: str, meta: Meta, *, promised: bool, borrow: bool = False) -> tuple[bytes, str]:
    """The PDF and no letters; or, when the promise cannot be kept, nothing and what is lacking."""
    # 17 ms and 80 MB on disk, and only a PDF needs it.
    from typst import Compiler, Fonts, TypstError

    fonts = Fonts(
        include_system_fonts=borrow,
        include_embedded_fonts=borrow,
        font_paths=[str(_HOUSE / "fonts")],
    )
    compiler = Compiler(str(_HOUSE / "house.typ"), root=str(_HOUSE), font_paths=fonts)
    try:
        made = compiler.compile(
            format="pdf",
            sys_inputs={"doc": data},
            pdf_standards=_PROMISES if promised else [],
            timestamp=datetime.combine(meta.made_on, time(), UTC),
        )
    except TypstError as error:
        if not promised:
            raise
        return b"", _letters(error.diagnostic)
    assert isinstance(made, bytes)  # noqa: S101 - PDF comes as one piece
    return made, ""


def _letters(diagnostic: str) -> str:
    """The letters that typst could not draw, each once; invisible ones it wrote as numbers."""
    found = "".join(_NO_LETTER.findall(diagnostic))
    plain = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found)
    return "".join(dict.fromkeys(plain))
