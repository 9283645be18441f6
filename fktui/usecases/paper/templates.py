"""The templates of documents: which there are, and what they are called."""

from typing import NamedTuple

from fktui.errors import Missing
from fktui.store.places import Places
from fktui.store.templates import read_template, template_languages, template_names
from fktui.usecases.desk import Desk

OWN_COMMANDS = {"handover": "fk handover {case}", "inspection": "fk inspect {case} PERSON"}
"""The templates that are filled by a command of their own."""


class TemplateRow(NamedTuple):
    """One template: its name, title, languages, and whose it is."""

    template: str
    title: str
    languages: tuple[str, ...]
    source: str


def templates(desk: Desk, language: str) -> list[TemplateRow]:
    """All templates that can be made, with their title in this language where they have it."""
    places = desk.store.places
    named = (name for name in template_names(places) if name not in OWN_COMMANDS)
    return [row for name in named if (row := _row(places, name, language)).languages]


def template_title(desk: Desk, name: str, language: str) -> str:
    """What a template is called in this language where it has it; what is none is called itself."""
    places = desk.store.places
    return _row(places, name, language).title if name in template_names(places) else name


def _row(places: Places, name: str, language: str) -> TemplateRow:
    """One template; when its head is broken, by its name: making it says what is wrong."""
    languages = template_languages(places, name)
    spoken = language if language in languages else next(iter(languages), language)
    try:
        file = read_template(places, name, spoken)
    except Missing:
        return TemplateRow(name, name, languages, "team")
    return TemplateRow(name, str(file.head.get("title", name)), languages, file.source)
