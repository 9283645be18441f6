"""docs/method.md: every item of the method has its place, and each place that it names exists."""

import ast
import re
import types
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import pytest
from commands import commands
from house import ROOT

from fktui.model.record import Record
from fktui.usecases.schemas import FILE_KINDS

ITEMS = 134
PAGE = ROOT / "docs" / "method.md"
CONTEXT = "context"
READING = {"fk handover", "fk meeting minutes"}
FILES = {file.replace("*", "…"): record for file, record in FILE_KINDS.values()}


class Row(NamedTuple):
    """One line of the table."""

    number: int
    what: str
    places: str
    command: str
    screen: str
    test: str


def rows() -> list[Row]:
    found = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"\d+", cells[0]):
            assert len(cells) == 6, line
            found.append(Row(int(cells[0]), *cells[1:]))
    return found


ROWS = rows()
PLACED = [row for row in ROWS if row.places != CONTEXT]
numbered = pytest.mark.parametrize("row", PLACED, ids=lambda row: str(row.number))


def quoted(cell: str) -> list[str]:
    """What stands between backquotes."""
    return re.findall(r"`([^`]+)`", cell)


def test_all_items_are_there_once_and_in_order() -> None:
    assert [row.number for row in ROWS] == list(range(1, ITEMS + 1))


def test_only_context_has_empty_cells() -> None:
    assert [row.number for row in PLACED if not all(row)] == []
    context = [row for row in ROWS if row.places == CONTEXT]
    assert all(row.what for row in context)
    assert len(context) < 20


@numbered
def test_the_place_in_the_files_exists(row: Row) -> None:
    places = quoted(row.places)
    assert places
    for place in places:
        file, _, path = place.partition("#")
        if file.startswith(("templates/", "docs/", "fktui/")):
            assert list(ROOT.glob(file)), place
        else:
            record = FILES[file]
            for name in path.split(".") if path else ():
                record = inner(record, name, place)


def inner(record: Any, name: str, place: str) -> Any:
    """The type of a field; of a list, that of what is in it."""
    assert isinstance(record, type), place
    assert issubclass(record, Record), place
    hints = get_type_hints(record, include_extras=True)
    field, listed = name.removesuffix("[]"), name.endswith("[]")
    assert field in hints, place
    wanted = hints[field]
    if get_origin(wanted) in (Union, types.UnionType):
        wanted = next(part for part in get_args(wanted) if part is not type(None))
    if get_origin(wanted) is Annotated:
        wanted = get_args(wanted)[0]
    assert (get_origin(wanted) is tuple) == listed, place
    return get_args(wanted)[0] if listed else wanted


@numbered
def test_the_commands_exist(row: Row) -> None:
    for cell in (row.command, row.screen):
        assert quoted(cell)
        assert [said for said in quoted(cell) if not is_command(said)] == []


@numbered
def test_what_is_written_is_not_written_by_a_reading_command(row: Row) -> None:
    """A command that answers with JSON only reads; so do those that only make a paper."""
    known = commands("en")
    assert [
        said
        for said in quoted(row.command)
        if "--json" in known[said.removeprefix("fk ")].options or said in READING
    ] == []


def is_command(said: str) -> bool:
    """Whether this is a command that can be run, with or without what follows it; no group is."""
    words = said.split()
    known = {f"fk {path}" for path, command in commands("en").items() if not command.group}
    return any(" ".join(words[:length]) in known for length in range(len(words), 0, -1))


@numbered
def test_the_test_exists(row: Row) -> None:
    for said in quoted(row.test):
        path, _, name = said.partition("::")
        file = ROOT / "tests" / path
        assert file.is_file(), said
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert name in names, said
    assert quoted(row.test)


def test_a_row_that_lies_is_found() -> None:
    with pytest.raises(AssertionError):
        inner(FILES["plan.yaml"], "goal[]", "plan.yaml#goal[]")
    assert inner(FILES["plan.yaml"], "goals[]", "").__name__ == "Goal"
    invented = ("fk", "fk goal", "fk goal sing", "goal add")
    assert [said for said in invented if is_command(said)] == []
    assert is_command("fk goal add koolmees")
    assert is_command("fk check")
