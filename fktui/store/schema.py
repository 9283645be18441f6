"""Files to records and back: the only place that knows which text becomes which record.

Reading is strict first and forgiving second (`salvage`). Writing tells the old record from the new
one and patches just that difference into the text, so that comments, order, quoting and fields of
a newer version survive.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple, TypeVar

import msgspec

from fktui.errors import FkError, Unreadable
from fktui.model.case import FILES, JOURNALS, PERSONAL, Case
from fktui.model.integrity import check_integrity
from fktui.model.issue import Issue, Level, Place
from fktui.model.readable import readable
from fktui.model.record import Record
from fktui.model.trajectory import FORMAT, Trajectory
from fktui.store.salvage import salvage
from fktui.store.whereabouts import Wanted, place_of
from fktui.store.yaml import front_matter
from fktui.store.yaml.read import YamlError, decode, plain, read

R = TypeVar("R", bound=Record)

_NOTHING = Case(trajectory=Trajectory(format=FORMAT, id="", name=""))
"""What a family is before it has any file."""

_PARTS: dict[str, type[Record]] = {name: type(getattr(_NOTHING, name)) for name in FILES}


class Decoded(NamedTuple):
    """A family read from its files: what could be read, what is wrong, which entry is where."""

    case: Case
    issues: tuple[Issue, ...]
    paths: dict[str, str]


def decode_record(data: bytes, kind: type[R], file: str) -> tuple[R | None, list[Issue]]:
    """One YAML file as a record; None when too little of it can be read."""
    try:
        root = read(decode(data))
    except YamlError as error:
        return None, [_broken(error, file)]
    try:
        return msgspec.convert(plain(root), readable(kind), strict=False), []
    except msgspec.ValidationError:
        return salvage(root, kind, file)


def decode_entry(data: bytes, kind: type[R], file: str) -> tuple[R | None, list[Issue]]:
    """One Markdown file with front matter as a record with a `body`."""
    try:
        parts = front_matter.split(decode(data))
        root = parts.read()
    except YamlError as error:
        return None, [_broken(error, file)]
    try:
        found = msgspec.convert(plain(root), readable(kind), strict=False)
        issues: list[Issue] = []
    except msgspec.ValidationError:
        found, issues = salvage(root, kind, file)
    body = parts.body.replace("\r\n", "\n").strip("\n")
    return (msgspec.structs.replace(found, body=body) if found else None), issues


def decode_case(
    files: Mapping[str, bytes], case_id: str, colleagues: Iterable[str] = ()
) -> Decoded:
    """All files of a family. Whatever is broken, a Case comes back, with the issues beside it."""
    parts, issues = decode_parts(files, FILES, _PARTS)
    if "trajectory" not in parts:
        issues.append(Issue(level=Level.ERROR, code="no-case-file", place=Place("case.yaml")))
    entries, paths, found = _journals(files)
    parts = {name: part for name, part in (parts | entries).items() if part is not None}
    parts.setdefault("trajectory", Trajectory(format=FORMAT, id=case_id, name=case_id))
    case = Case(**parts)
    issues.extend(found)
    issues.extend(_identity(case.trajectory, case_id))
    fitting = check_integrity(case, frozenset(colleagues))
    issues.extend(_with_line(issue, files, paths) for issue in fitting)
    return Decoded(case, tuple(sorted(issues, key=_by_level)), paths)


def decode_parts(
    files: Mapping[str, bytes], table: Mapping[str, str], kinds: Mapping[str, type[Record]]
) -> tuple[dict[str, Any], list[Issue]]:
    """The YAML files that are there, by the name of their part; None for one that is lost.

    Args:
        files: what was read, by path.
        table: the file of each part.
        kinds: the record of each part.
    """
    parts: dict[str, Any] = {}
    issues: list[Issue] = []
    for name, file in table.items():
        if file in files:
            parts[name], found = decode_record(files[file], kinds[name], file)
            issues.extend(found)
    return parts, issues


def _journals(files: Mapping[str, bytes]) -> tuple[dict[str, Any], dict[str, str], list[Issue]]:
    entries: dict[str, list[Any]] = {name: [] for name in JOURNALS}
    paths: dict[str, str] = {}
    issues: list[Issue] = []
    for path in sorted(files):
        folder = journal_of(path)
        if folder is None:
            continue
        entry, found = decode_entry(files[path], JOURNALS[folder], path)
        issues.extend(found)
        if entry is not None:
            entries[folder].append(entry)
            paths.setdefault(entry.id, path)  # type: ignore[attr-defined]
    return {name: tuple(found) for name, found in entries.items()}, paths, issues


def encode(record: Record) -> dict[str, Any]:
    """A record as YAML data: keys in the order of the record, defaults left out."""
    data = msgspec.to_builtins(record, builtin_types=(date,))
    whole: dict[str, Any] = _whole_numbers(data)
    return whole


def encode_changes(
    old: Case | None, new: Case, files: Mapping[str, bytes], paths: Mapping[str, str]
) -> dict[str, bytes | None]:
    """The files that must change to bring the old case to the new one; None removes a file.

    Args:
        old: as it was read from `files`; None for a family that is new.
        new: as it becomes.
        files: the bytes that were read.
        paths: which file each journal entry is in.

    Raises:
        Unreadable: no text can be made that is read back as this record, such as a huge one.
    """
    changes = encode_parts(old or _NOTHING, new, files, FILES)
    for name in JOURNALS:
        was = {entry.id: entry for entry in getattr(old, name)} if old else {}
        now = {entry.id: entry for entry in getattr(new, name)}
        for entry_id, entry in now.items():
            if was.get(entry_id) != entry:
                before = was.get(entry_id)
                path = known = paths.get(entry_id)
                if path is None or _moves(name, before, entry):
                    path = entry_path(name, entry, files)
                with _naming(path):
                    changes[path] = _entry_file(files.get(known or path), before, entry)
                if known not in (None, path):
                    changes[known] = None
        changes |= {paths[gone]: None for gone in was if gone not in now}
    return changes


def encode_parts(
    old: Any, new: Any, files: Mapping[str, bytes], table: Mapping[str, str]
) -> dict[str, bytes | None]:
    """The YAML files that must change to bring the old parts to the new ones.

    Args:
        old: with a field for each part, as it was read from `files`.
        new: as it becomes.
        files: the bytes that were read.
        table: the file of each part.

    Raises:
        Unreadable: no text can be made that is read back as this record.
    """
    changes: dict[str, bytes | None] = {}
    for name, file in table.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            data = files.get(file)
            with _naming(file):
                changes[file] = (
                    _patched(data, encode(before), encode(after)) if data else _new(after)
                )
    return changes


@contextmanager
def _naming(file: str) -> Iterator[None]:
    """Say which file it was that could not be written."""
    try:
        yield
    except FkError as error:
        raise Unreadable(error.code, file=file) from error


def journal_of(path: str) -> str | None:
    """The journal that a file is an entry of, by where it lies; None for any other file.

    What only named people may read lies in the folder of the first of them:
    `people/p-7kq2m/contact-2026-11-20-c-3fd8p.md`.
    """
    folder, _, name = path.partition("/")
    if not name.endswith(".md"):
        return None
    if folder == "people":
        kind = name.rpartition("/")[2].partition("-")[0]
        return next((journal for journal in PERSONAL if journal == f"{kind}s"), None)
    return folder if folder in JOURNALS else None


def entry_path(folder: str, entry: Any, taken: Container[str] = ()) -> str:
    """Where a new journal entry goes: date and subject for people, the id for the program."""
    if folder in PERSONAL and (owner := _owner(entry)):
        return f"people/{owner}/{folder.removesuffix('s')}-{entry.on}-{entry.id}.md"
    if folder != "documents":
        return f"{folder}/{entry.on}-{entry.id}.md"
    path = f"documents/{entry.made_on}-{entry.template}.md"
    return path.replace(".md", f"-{entry.id}.md") if path in taken else path


def _owner(entry: Any) -> str | None:
    """In whose folder an entry lies: the first of the people who alone may read it."""
    readers: tuple[str, ...] = entry.visible_to
    personal = bool(readers) and all(reader.startswith("p-") for reader in readers)
    return readers[0] if personal else None


def _moves(folder: str, before: Any, after: Any) -> bool:
    """Whether an entry goes to another folder, because other people may read it now."""
    return folder in PERSONAL and before is not None and _owner(before) != _owner(after)


def _new(record: Record) -> bytes:
    return _dumped(encode(record)).encode()


def _patched(data: bytes, old: dict[str, Any], new: dict[str, Any]) -> bytes:
    return _spliced(decode(data, keep_bom=True), old, new).encode()


def _entry_file(data: bytes | None, old: Any, new: Any) -> bytes:
    head, body = _head(new), new.body.strip("\n")
    text = f"\n{body}\n" if body else ""
    if data is None:
        return front_matter.join(_dumped(head), text).encode()
    parts = front_matter.split(decode(data, keep_bom=True))
    head_text = _spliced(parts.yaml_text, _head(old), head)
    body_text = parts.body if old.body == new.body else text
    return front_matter.join(head_text, body_text).encode()


def _dumped(data: dict[str, Any]) -> str:
    from fktui.store.yaml.write import dump  # 10 ms with patch, and lists only read

    return dump(data)


def _spliced(text: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    from fktui.store.yaml.patch import patch

    return patch(text, old, new)


def _head(entry: Any) -> dict[str, Any]:
    return encode(msgspec.structs.replace(entry, body=""))


def _whole_numbers(data: Any) -> Any:
    """2.0 is written as 2: hours are halves, and people write whole ones without a point."""
    if isinstance(data, dict):
        return {key: _whole_numbers(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_whole_numbers(value) for value in data]
    if isinstance(data, float) and data.is_integer():
        return int(data)
    return data


def _broken(error: YamlError, file: str) -> Issue:
    place = Place(file, error.line, error.column)
    return Issue(level=Level.ERROR, code=error.code, place=place, facts=dict(error.facts))


def _identity(trajectory: Trajectory, case_id: str) -> Iterable[Issue]:
    if trajectory.format > FORMAT:
        facts = {"format": trajectory.format, "known": FORMAT}
        place = Place("case.yaml", field="format")
        yield Issue(level=Level.ERROR, code="newer-format", place=place, facts=facts)
    if trajectory.id != case_id:
        place = Place("case.yaml", field="id")
        names = {"given": trajectory.id, "folder": case_id}
        yield Issue(level=Level.ERROR, code="foreign-case-id", place=place, facts=names)


def _with_line(issue: Issue, files: Mapping[str, bytes], paths: Mapping[str, str]) -> Issue:
    """The issue with the line of the record it is about."""
    place, record = issue.place, issue.record
    assert place is not None and record is not None, "integrity names both"  # noqa: S101, PT018
    file = place.file if place.file in files else paths.get(record, place.file)
    found = place_of(files, Wanted(file, record, place.field))
    return msgspec.structs.replace(issue, place=found)


def _by_level(issue: Issue) -> tuple[int, str, int]:
    place = issue.place or Place("")
    return list(Level).index(issue.level), place.file, place.line or 0
