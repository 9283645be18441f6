"""JSON Schema of every kind of file: true to the files that fk itself writes."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from fktui.store.places import Places
from fktui.usecases.schemas import FILE_KINDS, json_schema, write_for_editors

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases"


def packaged(file: str) -> str:
    """Where the packaged files of a kind lie that a team may have its own of."""
    return file.replace("team/", "templates/")


FILES = [
    (path, kind)
    for kind, (file, _record) in FILE_KINDS.items()
    for path in sorted({*CASES.glob(f"*/{file}"), *CASES.glob(file), *ROOT.glob(packaged(file))})
]


def _as_json(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.split("---\n")[1]
    found = YAML(typ="safe", pure=True).load(text)  # 1.2, as a language server reads it
    return json.loads(json.dumps(found, default=lambda day: day.isoformat()))


@pytest.mark.parametrize(("path", "kind"), FILES, ids=lambda one: str(one)[-50:])
def test_a_file_of_the_demo_fits_its_schema(path: Path, kind: str) -> None:
    Draft202012Validator(json_schema(kind)).validate(_as_json(path))


def test_the_schema_finds_what_is_wrong() -> None:
    schema = Draft202012Validator(json_schema("plan"))
    assert schema.is_valid({"goals": [{"id": "g-7kq2m", "title": "x", "weight": 1}]})
    assert not schema.is_valid({"goals": [{"id": "g-7kq2m", "titel": "x"}]})
    assert not schema.is_valid({"goals": [{"id": "g-7kq2m", "title": "x", "status": "gone"}]})


def test_an_editor_finds_every_schema(tmp_path: Path) -> None:
    places = Places(tmp_path)
    made = write_for_editors(places)
    assert made.settings_file == tmp_path / ".vscode" / "settings.json"
    settings = json.loads(made.settings_file.read_text())["yaml.schemas"]
    assert settings["./.fk/schemas/plan.json"] == ["cases/*/plan.yaml"]
    assert settings["./.fk/schemas/team.json"] == ["team/team.yaml"]
    assert all(json.loads((tmp_path / name).read_text())["title"] for name in settings)


def test_settings_of_ones_own_are_left_alone(tmp_path: Path) -> None:
    own = tmp_path / ".vscode" / "settings.json"
    own.parent.mkdir()
    own.write_text("{}")
    assert write_for_editors(Places(tmp_path)).settings_file is None
    assert own.read_text() == "{}"


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_a_kind_has_a_schema_that_is_json(kind: str) -> None:
    schema = json_schema(kind)
    assert json.loads(json.dumps(schema))["title"] == FILE_KINDS[kind][0]
    assert schema["$schema"].endswith("2020-12/schema")
    assert FILE_KINDS[kind][1].__name__ in schema["$defs"]


@pytest.mark.parametrize("kind", ["contact", "meeting", "statement", "document"])
def test_the_text_of_a_journal_entry_is_no_field(kind: str) -> None:
    record = FILE_KINDS[kind][1].__name__
    assert "body" not in json_schema(kind)["$defs"][record]["properties"]


def test_the_schema_knows_every_field_of_the_plan() -> None:
    goal = json_schema("plan")["$defs"]["Goal"]
    assert {"title", "owners", "scores", "steps"} <= set(goal["properties"])
    assert goal["required"] == ["id", "title"]
    assert goal["additionalProperties"] is False


def test_every_file_that_is_written_has_a_kind() -> None:
    known = {Path(file).name for file, _record in FILE_KINDS.values() if "*" not in file}
    folders = {file.split("/")[0] for file, _record in FILE_KINDS.values() if "*" in file}
    for path in CASES.rglob("*.yaml"):
        assert path.name in known or "stories" in path.parts
    for path in CASES.rglob("*/*.md"):
        assert path.parent.name in folders or path.name == "README.md" or "people" in path.parts
