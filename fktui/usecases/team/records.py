"""Adding, changing and ending one record of the team's files: the same for every kind.

What more a kind asks (nine principles at most, the key of a study) is in a module of its own.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fktui.errors import WrongUse
from fktui.method.days import add_days
from fktui.model.ids import new_id
from fktui.model.stored import Act, LoadedTeam, SavedTeam, TeamChange
from fktui.model.team import TEAM_KINDS, TeamFolder, put_in_team, team_records
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_in_team
from fktui.usecases.history import act_for
from fktui.usecases.records import act_on, check_order, checked, require, with_fields
from fktui.usecases.subjects import Subject
from fktui.words.acts import subject as act_subject
from fktui.words.language import speaking

Fields = Mapping[str, Any]

SUBJECTS: dict[str, Subject] = {
    subject.kind: subject
    for subject in (
        Subject(
            "colleague",
            "name",
            ("discipline", "role", "organisation", "email", "active_from"),
            ("name", "discipline", "role", "organisation", "active_from", "active_until"),
            first="active_from",
            last="active_until",
        ),
        Subject(
            "principle",
            "name",
            ("description", "status", "source", "since"),
            ("name", "status", "focus", "description", "source", "until"),
            first="since",
            last="until",
        ),
        Subject(
            "service",
            "name",
            ("what", "area", "ages", "reach", "checked_on", "note"),
            ("name", "what", "area", "ages", "reach", "checked_on", "note"),
            last="until",
        ),
        Subject(
            "organisation",
            "name",
            ("sector", "partner", "reach", "note"),
            ("name", "sector", "partner", "reach", "note"),
            last="until",
        ),
        Subject(
            "study",
            "name",
            ("question", "researcher", "since"),
            ("name", "question", "researcher", "since", "until"),
            first="since",
            last="until",
        ),
        Subject(
            "team_measure",
            "kind",
            ("on", "study", "instrument", "people", "helping", "hindering", "note"),
            (
                *("kind", "on", "study", "instrument", "people", "scores"),
                *("helping", "hindering", "note"),
            ),
            first="on",
        ),
    )
}
"""What people fill in of each kind of record of the team, and what a list shows."""

assert set(SUBJECTS) == set(TEAM_KINDS)  # noqa: S101 - a slip of ours, seen at import

Check = Callable[[TeamFolder, Any], None]


def add(desk: Desk, kind: str, fields: Fields, check: Check | None = None) -> SavedTeam:
    """Add a record to the team's files; where it has a first day, that is today when not said.

    Args:
        desk: where it is done.
        kind: a name in TEAM_KINDS.
        fields: values by field; None keeps the default.
        check: told the team as it is and the new record; refuses by raising.

    Raises:
        WrongUse: a value does not fit, is missing, or a name is there already.
    """
    about = SUBJECTS[kind]
    require(fields, about.opening)
    given = {name: value for name, value in fields.items() if value is not None}
    if about.first:
        given.setdefault(about.first, desk.today)
    check_order(kind, given.get(about.first), given.get(about.last))

    def edit(loaded: LoadedTeam) -> TeamChange:
        taken = [located.record.id for located in team_records(loaded.folder)]
        record = checked(TEAM_KINDS[kind].type, {"id": new_id(kind, taken, desk.bits)} | given)
        _not_there_yet(desk, loaded.folder, kind, record)
        if check:
            check(loaded.folder, record)
        return TeamChange(
            folder=put_in_team(loaded.folder, kind, record), act=act_on(f"{kind}.add", record)
        )

    return desk.change_team(edit)


def edit(desk: Desk, kind: str, given: str, fields: Fields, reason: str = "") -> SavedTeam:
    """Change fields of a record.

    Raises:
        NotFound, Ambiguous: `given` is not one of this kind.
        WrongUse: a value does not fit, or nothing would be different.
    """
    about = SUBJECTS[kind]
    wanted = find_in_team(desk, given, kind).record.id

    def change(loaded: LoadedTeam) -> TeamChange:
        record = _record(loaded.folder, wanted)
        days = {name: getattr(record, name) for name in (about.first, about.last) if name}
        days |= dict(fields)
        check_order(record.id, days.get(about.first), days.get(about.last))
        after = with_fields(record, fields)
        _not_there_yet(desk, loaded.folder, kind, after)
        changed = record.__struct_fields__
        names = tuple(n for n in changed if getattr(after, n) != getattr(record, n))
        if not names:
            raise WrongUse("nothing-changed", record=record.id)
        act = act_on(f"{kind}.edit", after, reason, names)
        return TeamChange(folder=put_in_team(loaded.folder, kind, after), act=act)

    return desk.change_team(change)


def end(desk: Desk, kind: str, given: str, on: date) -> SavedTeam:
    """It no longer holds; it stays in the file, for what refers to it.

    Raises:
        WrongUse: it ended before, or the day is before its beginning.
    """
    about = SUBJECTS[kind]
    wanted = find_in_team(desk, given, kind).record.id

    def change(loaded: LoadedTeam) -> TeamChange:
        record = _record(loaded.folder, wanted)
        was = getattr(record, about.last)
        if was is not None and was <= on:
            raise WrongUse("already-ended", record=record.id, on=was)
        check_order(record.id, getattr(record, about.first, None), on)
        after = with_fields(record, {about.last: on})
        act = act_on(f"{kind}.end", after, fields=(about.last,))
        return TeamChange(folder=put_in_team(loaded.folder, kind, after), act=act)

    return desk.change_team(change)


def entries(folder: TeamFolder, kind: str, on: date | None = None) -> tuple[Any, ...]:
    """All of a kind; only what holds on a day when one is named."""
    found = (one.record for one in team_records(folder) if one.kind.name == kind)
    return tuple(one for one in found if on is None or is_current(one, kind, on))


def staying(desk: Desk, folder: TeamFolder, kind: str) -> tuple[Any, ...]:
    """All of a kind that also holds tomorrow: what ends today makes room today."""
    return entries(folder, kind, add_days(desk.today, 1))


def is_current(record: Any, kind: str, on: date) -> bool:
    """Whether it has not ended by this day."""
    last: date | None = getattr(record, SUBJECTS[kind].last or "until", None)
    return last is None or on <= last


def undo(desk: Desk) -> SavedTeam:
    """Take back the last act on the team's files that still stands.

    Raises:
        NotFound: nothing is left to undo.
        Changed: a file of that act was changed by hand since.
    """
    with speaking(desk.settings.language):
        return desk.know(desk.team_store.undo(desk.pen, act_for("undo")))


def redo(desk: Desk) -> SavedTeam:
    """Put back the last act on the team's files that was undone.

    Raises:
        NotFound: nothing was undone, or something else was done since.
        Changed: a file of that act was changed by hand since.
    """
    with speaking(desk.settings.language):
        return desk.know(desk.team_store.redo(desk.pen, act_for("redo")))


def save_hand_edits(desk: Desk, reason: str = "") -> SavedTeam:
    """Record what was changed by hand in the team's files.

    Raises:
        Unreadable: what was written does not fit; nothing is recorded.
    """
    with speaking(desk.settings.language):
        act = Act(action="hand.edit", subject=act_subject("hand.edit"), reason=reason)
        return desk.know(desk.team_store.record_hand_edits(act, desk.pen))


def _record(folder: TeamFolder, wanted: str) -> Any:
    return next(one.record for one in team_records(folder) if one.record.id == wanted)


def _not_there_yet(desk: Desk, folder: TeamFolder, kind: str, record: Any) -> None:
    """Refuse a name that stands in the list; colleagues may have the same name, as people do.

    Raises:
        WrongUse: `in-the-list`.
    """
    name = getattr(record, "name", "").casefold()
    if not name or kind == "colleague":
        return
    for other in staying(desk, folder, kind):
        if other.id != record.id and other.name.casefold() == name:
            raise WrongUse("in-the-list", given=record.name, record=other.id)
