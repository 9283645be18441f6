"""Document templates: the team's own win over those that travel with the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fktui.errors import Missing
from fktui.store.packaged import packaged
from fktui.store.places import Places
from fktui.store.yaml import front_matter
from fktui.store.yaml.read import YamlError, decode, plain

_LANGUAGES = ("nl", "en")


class TemplateFile(NamedTuple):
    """A template as it lies on disk: its head is read, its body is text."""

    name: str
    language: str
    source: str
    head: dict[str, object]
    body: str
    first_line: int


def template_names(places: Places) -> tuple[str, ...]:
    """The names of all templates, of the team and packaged."""
    return tuple(
        sorted({path.stem for folder, _s in _folders(places) for path in folder.glob("*.md")})
    )


def template_languages(places: Places, name: str) -> tuple[str, ...]:
    """The languages that this template is there in; one of no language counts for all."""
    return tuple(
        language
        for language in _LANGUAGES
        if any(_is_there(folder / f"{name}.md") for folder, _s in _folders(places, language))
    )


def read_template(places: Places, name: str, language: str) -> TemplateFile:
    """The template with this name in this language.

    Looked for in `team/templates/<language>`, then `team/templates`, then in the package.

    Raises:
        Missing: there is none (template-missing), or its head cannot be read (template-broken).
    """
    names = template_names(places)
    for folder, source in _folders(places, language) if name in names else ():
        path = folder / f"{name}.md"
        if not _is_there(path):
            continue
        try:
            parts = front_matter.split(decode(path.read_bytes()))
            head = plain(parts.read())
        except YamlError as error:
            raise Missing("template-broken", template=name, line=error.line) from error
        assert isinstance(head, dict), "the reader gives nothing else"  # noqa: S101
        return TemplateFile(name, language, source, dict(head), parts.body, parts.body_line)
    raise Missing("template-missing", template=name, language=language, known=", ".join(names))


def _folders(places: Places, language: str = "*") -> Iterator[tuple[Path, str]]:
    packaged_folder = packaged("templates") / "documents"
    languages = (language,) if language != "*" else _LANGUAGES
    for one in languages:
        yield places.templates / one, "team"
    yield places.templates, "team"
    for one in languages:
        yield packaged_folder / one, "packaged"


def _is_there(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
