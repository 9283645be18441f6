"""JSON Schema of every kind of file, made from the records themselves."""

import json
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

import msgspec

from fktui.model.case import FILES, JOURNALS, Case
from fktui.model.instrument import Instrument
from fktui.model.knowledge import Community, Organisations, Principles, Research
from fktui.model.record import Record
from fktui.model.team import StoreSettings, Team
from fktui.store.places import Places

_PARTS = get_type_hints(Case)

FILE_KINDS: dict[str, tuple[str, type[Record]]] = {
    **{file.removesuffix(".yaml"): (file, _PARTS[part]) for part, file in FILES.items()},
    **{name.removesuffix("s"): (f"{name}/*.md", record) for name, record in JOURNALS.items()},
    "store": ("team/fk.yaml", StoreSettings),
    "team": ("team/team.yaml", Team),
    "principles": ("team/principles.yaml", Principles),
    "community": ("team/community.yaml", Community),
    "organisations": ("team/organisations.yaml", Organisations),
    "research": ("team/research.yaml", Research),
    "instrument": ("team/instruments/*.yaml", Instrument),
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file; for the journal, of its front matter."""
    file, record = FILE_KINDS[kind]
    schema = msgspec.json.schema(record)
    if file.endswith(".md"):
        del schema["$defs"][record.__name__]["properties"]["body"]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": file}
    return head | schema


class ForEditors(NamedTuple):
    """What was written for editors: the folder of the schemas, and the settings that name them.

    `settings_file` is None where settings of somebody's own were there already.
    """

    folder: Path
    settings: dict[str, Any]
    settings_file: Path | None


def write_for_editors(places: Places) -> ForEditors:
    """Write every schema where an editor on this computer finds it.

    The settings are those of VS Code with a YAML language server; other editors use the same
    schemas. Settings that are there are left alone.
    """
    folder = places.private / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    named: dict[str, list[str]] = {}
    for kind, (file, _record) in FILE_KINDS.items():
        if file.endswith(".yaml"):
            text = json.dumps(json_schema(kind), indent=2, ensure_ascii=False)
            (folder / f"{kind}.json").write_text(text + "\n", encoding="utf-8")
            place = file if file.startswith("team/") else f"cases/*/{file}"
            named[f"./{folder.relative_to(places.root).as_posix()}/{kind}.json"] = [place]
    settings = {"yaml.schemas": named}
    own = places.root / ".vscode" / "settings.json"
    if own.exists():
        return ForEditors(folder, settings, None)
    own.parent.mkdir(exist_ok=True)
    own.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    return ForEditors(folder, settings, own)
