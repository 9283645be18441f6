"""A tree as one HTML file that needs nothing else: no script, no pictures, nothing from outside.

Every text goes through `escape`; the policy in the head forbids whatever would slip through.
"""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from fktui.documents.html_blocks import drawn
from fktui.documents.pdf import Meta
from fktui.documents.tree import (
    Break,
    Code,
    Emphasis,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Part,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
    Verbatim,
)

_STYLE = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html(parts: Sequence[Part], meta: Meta) -> str:
    """The whole page. Screen and print; the reading order is the order of the tree."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(meta.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escape(meta.header)}</title>",
            f"<style>\n{_STYLE.read_text('utf-8')}</style>",
            "</head>",
            "<body>",
            f"<main>\n{_pages(parts)}\n</main>",
            f"<footer>{escape(meta.footer)}</footer>",
            "</body>",
            "</html>",
            "",
        )
    )


def _pages(parts: Iterable[Part]) -> str:
    return f'<section class="plain">\n{_blocks(parts)}\n</section>'


def _blocks(parts: Iterable[Part]) -> str:
    return "\n".join(_block(part) for part in parts)


def _block(part: Part) -> str:  # noqa: PLR0911 - one line per kind
    match part:
        case Heading(level, words):
            return f"<h{level}>{_line(words)}</h{level}>"
        case Paragraph(words):
            return f"<p>{_line(words)}</p>"
        case Listing():
            return _listing(part)
        case Table():
            return _table(part)
        case Quote(blocks):
            return f"<blockquote>{_blocks(blocks)}</blockquote>"
        case Rule():
            return "<hr>"
        case Verbatim(text):
            return f"<pre>{escape(text)}</pre>"
        case _:
            return drawn(part)


def _listing(part: Listing) -> str:
    items = "".join(f"<li>{_blocks(item)}</li>" for item in part.items)
    return f"<ul>{items}</ul>" if part.start is None else f'<ol start="{part.start}">{items}</ol>'


def _table(part: Table) -> str:
    heads = "".join(f'<th scope="col">{_line(head)}</th>' for head in part.heads)
    rows = "".join(
        "<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in row) + "</tr>" for row in part.rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _line(words: Iterable[Inline]) -> str:
    return "".join(_inline(word) for word in words)


def _inline(word: Inline) -> str:
    match word:
        case Text(text):
            return escape(text)
        case Code(text):
            return f"<code>{escape(text)}</code>"
        case Break():
            return "<br>"
        case Strong(words):
            return f"<strong>{_line(words)}</strong>"
        case Emphasis(words):
            return f"<em>{_line(words)}</em>"
        case _:
            return f'<a href="{escape(word.to)}" rel="noopener noreferrer">{_line(word.parts)}</a>'
