"""Definitions of instruments: the team's own win over those that travel with the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fktui.errors import NotFound, Unreadable
from fktui.model.instrument import Instrument, faults
from fktui.model.issue import Issue, Level, Place
from fktui.store.disk.files import read_plain
from fktui.store.packaged import packaged
from fktui.store.places import Places
from fktui.store.schema import decode_record

TEAM = "team"
PACKAGED = "packaged"


class InstrumentFile(NamedTuple):
    """A definition, and whose it is: of the `team`, or `packaged`."""

    instrument: Instrument
    source: str


def instrument_names(places: Places) -> tuple[str, ...]:
    """The names of all definitions, of the team and packaged."""
    return tuple(
        sorted({path.stem for folder, _source in _folders(places) for path in _files(folder)})
    )


def read_instrument(places: Places, name: str) -> InstrumentFile:
    """The definition with this name.

    Raises:
        NotFound: there is none.
        Unreadable: it cannot be read, or does not fit in itself; the issues say where.
        Unsafe: the file is more than 25 MB.
    """
    for folder, source in _folders(places):
        for path in _files(folder):
            if path.stem == name:
                return InstrumentFile(_read(path, name), source)
    known = ", ".join(instrument_names(places))
    raise NotFound("instrument-unknown", given=name, known=known)


def _read(path: Path, name: str) -> Instrument:
    file = f"instruments/{path.name}"
    found, issues = decode_record(read_plain(path) or b"", Instrument, file)
    if found is not None:
        issues += [_odd(file, fault.field, fault.given) for fault in faults(found, name)]
    errors = tuple(issue for issue in issues if issue.level is Level.ERROR)
    if found is None or errors:
        raise Unreadable("instrument-broken", errors, given=name)
    return found


def _odd(file: str, field: str, given: str) -> Issue:
    facts = {"given": given, "field": field}
    return Issue(level=Level.ERROR, code="wrong-form", place=Place(file, field=field), facts=facts)


def _folders(places: Places) -> Iterator[tuple[Path, str]]:
    yield places.instruments, TEAM
    yield packaged("templates") / "instruments", PACKAGED


def _files(folder: Path) -> list[Path]:
    """The definitions in a folder; a link is none."""
    return [path for path in sorted(folder.glob("*.yaml")) if _is_there(path)]


def _is_there(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
