"""Markdown to a file for somebody: one door to Markdown, HTML and PDF."""

from datetime import date
from typing import Literal

import msgspec

from fktui.documents.html import html
from fktui.documents.pdf import Meta, Note, pdf
from fktui.documents.template import Head
from fktui.documents.tree import parse
from fktui.model.text import clean, clean_line

Format = Literal["md", "html", "pdf"]


class Made(msgspec.Struct, frozen=True):
    """A document as bytes, and what the coach has to know about it."""

    data: bytes
    notes: tuple[Note, ...] = ()


def meta_for(head: Head, family: str, made_on: date) -> Meta:
    """What is around the text, from the head of the template and the name of the family."""
    family = clean_line(family)
    return Meta(
        title=head.title,
        language=head.language,
        made_on=made_on,
        header=head.header.replace("{family}", family),
        footer=head.footer.replace("{family}", family),
        page_label=head.page_label,
        author=family,
    )


def make(markdown: str, meta: Meta, fmt: Format) -> Made:
    """The document in this format; `markdown` is the concept without its front matter.

    Same input, same bytes. Raises `Missing` (block-unreadable) when a named block is broken.
    """
    parts = parse(markdown)
    if fmt == "pdf":
        return Made(*pdf(parts, meta))
    if fmt == "html":
        return Made(html(parts, meta).encode())
    return Made(clean(markdown).encode())
