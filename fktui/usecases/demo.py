"""The practice store: the invented families, each with the history of its story.

The families lie in the package as they are at the end. Their stories tell who did what, when: which
records an act brought, and what a changed field was before. Played backward from the end this
gives the state before every act; played forward it gives one commit per act.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

import msgspec

from fktui.errors import AlreadyExists
from fktui.model.case import Case, find, put, without
from fktui.model.ids import ALPHABET, RandomBits
from fktui.model.readable import readable
from fktui.model.record import Record, TimeOfDay
from fktui.model.team import StoreSettings, Team
from fktui.settings import Device, write_device
from fktui.store.cases import Pen, commit_text
from fktui.store.disk.files import fingerprint
from fktui.store.packaged import packaged, packaged_files
from fktui.store.places import Places
from fktui.store.repository import Repository
from fktui.store.repository.creating import discard
from fktui.store.schema import decode_case, decode_record, encode, encode_changes
from fktui.usecases.demo_words import act_of
from fktui.usecases.desk import Desk
from fktui.usecases.setup import open_desk, write_team
from fktui.words.acts import subject
from fktui.words.language import speaking

Progress = Callable[[str, int, int], None]
"""Told after each act: which family, how many acts are done, of how many."""


class StoryAct(Record, frozen=True, kw_only=True):
    """One act of a story, see cases/stories."""

    on: date
    at: TimeOfDay
    by: str
    action: str
    brings: tuple[str, ...] = ()
    was: dict[str, dict[str, Any]] = {}  # noqa: RUF012 - msgspec copies it for each record
    reason: str = ""


class StoryFile(Record, frozen=True, kw_only=True):
    """The whole of a story."""

    acts: tuple[StoryAct, ...]


class Played(NamedTuple):
    """One act with the states of the case around it."""

    act: StoryAct
    before: Case
    after: Case


def make_demo(places: Places, now: datetime, bits: RandomBits, progress: Progress) -> Desk:
    """A practice store with its families and their histories; it is there whole, or not at all.

    Raises:
        AlreadyExists: something is there already.
    """
    if places.exists or places.team.exists() or places.cases.exists():
        raise AlreadyExists("demo-exists", folder=str(places.root))
    files = packaged_files(packaged("cases"))
    team, _issues = decode_record(files["team/team.yaml"], Team, "team/team.yaml")
    assert team is not None, "the packaged team is ours"  # noqa: S101
    device = Device(team.colleagues[0].id, "".join(ALPHABET[bits.getrandbits(5)] for _ in "12345"))
    pens = _Pens({colleague.id: colleague.name for colleague in team.colleagues}, device, now)
    whole = False
    try:
        # The team comes last: it is what makes a folder a store.
        with speaking(_language(files)):
            first = _write_families(places, files, pens, progress)
            write_team(places, _below(files, "team/"), pens.of(first))
        write_device(places, device)
        whole = True
    finally:
        if not whole:  # Ctrl-C too
            for folder in (places.cases, places.team, places.private):
                discard(folder)
    return open_desk(places, device, now, bits)


def _language(files: Mapping[str, bytes]) -> str:
    """The language of the stories, and so of their history."""
    settings, _issues = decode_record(files["team/fk.yaml"], StoreSettings, "team/fk.yaml")
    assert settings is not None, "the packaged settings are ours"  # noqa: S101
    return settings.language


def _write_families(
    places: Places, files: Mapping[str, bytes], pens: "_Pens", progress: Progress
) -> StoryAct:
    """Every family with its history; gives the earliest act of all."""
    begun: list[StoryAct] = []
    for path in sorted(path for path in files if path.startswith("stories/")):
        case_id = path.removeprefix("stories/").removesuffix(".yaml")
        played = list(play(files, case_id))
        final = _below(files, f"{case_id}/")
        for done in _write_history(places, final, played, pens):
            progress(played[-1].after.trajectory.name, done, len(played))
        begun.append(played[0].act)
    return min(begun, key=lambda act: (act.on, act.at))


def play(files: Mapping[str, bytes], case_id: str) -> Iterator[Played]:
    """The acts of a family in order of time, each with the case before and after it.

    Args:
        files: the packaged files.
        case_id: which family.
    """
    decoded = decode_case(_below(files, f"{case_id}/"), case_id)
    path = f"stories/{case_id}.yaml"
    story, issues = decode_record(files[path], StoryFile, path)
    assert story is not None and not issues, path  # noqa: S101, PT018
    after, played = decoded.case, []
    for act in reversed(story.acts):
        before = _before(after, act)
        played.append(Played(act, before, after))
        after = before
    yield from reversed(played)


def _before(after: Case, act: StoryAct) -> Case:
    """The case as it was before an act."""
    case = after
    for target, fields in act.was.items():
        case = _with_earlier(case, target, fields)
    for record_id in act.brings:
        case = without(case, record_id)
    return case


def _with_earlier(case: Case, target: str, fields: Mapping[str, Any]) -> Case:
    located = find(case, target)
    if located is None:
        return msgspec.structs.replace(case, **{target: _earlier(getattr(case, target), fields)})
    owner = located.parent.id if located.parent is not None else None
    return put(case, located.kind.name, _earlier(located.record, fields), owner)


def _earlier(record: Any, fields: Mapping[str, Any]) -> Any:
    data = encode(record) | dict(fields)
    kept = {name: value for name, value in data.items() if value is not None}
    return msgspec.convert(kept, readable(type(record)), strict=False)


def _write_history(
    places: Places, final: Mapping[str, bytes], played: list[Played], pens: "_Pens"
) -> Iterator[int]:
    """One commit per act; gives how many there are after each."""
    case_id = played[-1].after.id
    paths = decode_case(final, case_id).paths
    now: dict[str, bytes] = {}
    for number, (act, before, after) in enumerate(played):
        pen = pens.of(act)
        changes = encode_changes(before if number else None, after, now, paths)
        if number == 0:
            changes["README.md"] = final["README.md"]
        if number == len(played) - 1:
            changes |= {path: data for path, data in final.items() if now.get(path) != data}
        text = commit_text(act_of(act, before, after), pen, tuple(sorted(changes)))
        files = {path: data for path, data in changes.items() if data is not None}
        if number == 0:
            repository = Repository.create(places.case(case_id), files, text, pen.signature)
        else:
            seen = {path: fingerprint(now[path]) if path in now else None for path in changes}
            repository.save(changes, seen, text, pen.signature)
        now |= files
        yield number + 1


class _Pens(NamedTuple):
    """Who wrote the acts of a story, on the days of the story."""

    names: Mapping[str, str]
    device: Device
    now: datetime

    def of(self, act: StoryAct) -> Pen:
        """The pen of whoever did this act, at that moment."""
        hour, minute = (int(part) for part in act.at.split(":"))
        return Pen(
            name=self.names[act.by],
            colleague=act.by,
            device=self.device.device,
            at=datetime.combine(act.on, time(hour, minute), self.now.tzinfo),
            by_hand=subject("hand.edit"),
        )


def _below(files: Mapping[str, bytes], start: str) -> dict[str, bytes]:
    return {p.removeprefix(start): data for p, data in files.items() if p.startswith(start)}
