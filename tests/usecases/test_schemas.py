"""JSON Schema of every kind of file: true to the files that fk itself writes."""

import json
from pathlib import Path

import pytest

from fktui.usecases.schemas import FILE_KINDS, json_schema

CASES = Path(__file__).parents[2] / "cases"


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_a_kind_has_a_schema_that_is_json(kind: str) -> None:
    schema = json_schema(kind)
    assert json.loads(json.dumps(schema))["title"] == FILE_KINDS[kind][0]
    assert schema["$schema"].endswith("2020-12/schema")
    assert FILE_KINDS[kind][1].__name__ in schema["$defs"]


@pytest.mark.parametrize("kind", ["contact", "meeting", "document"])
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
        assert path.parent.name in folders or path.name == "README.md"
