"""Looking back and taking back: history, differences, undo, redo, hand edits."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial

import msgspec

from fktui.errors import NotFound, Unreadable, WrongUse
from fktui.model.case import FILES, KINDS, PERSONAL, Case, Located, find, own_fields, put
from fktui.model.diff import Difference, differences
from fktui.model.ids import LETTERS, is_record_id
from fktui.model.stored import Act, Change, Loaded, Saved, Story
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.words.acts import subject
from fktui.words.labels import kind_label
from fktui.words.language import speaking


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between two states, and the newer one for its names."""

    differences: tuple[Difference, ...]
    old: Loaded
    new: Loaded


def stories(desk: Desk, case_id: str, given: str | None = None) -> list[Story]:
    """The history of a family, newest first; of one record when it is named.

    A record that is gone is found by its id.
    """
    if given is None:
        return desk.store.stories(case_id)
    everything = desk.store.stories(case_id)
    if any(story.record == given for story in everything):
        record = given
    else:
        record = find_record(desk.load(case_id).case, given).record.id
    return [story for story in everything if story.record == record]


def between(desk: Desk, case_id: str, start: date, end: date) -> Between:
    """What differs between the ends of two days. A day before the record began counts as empty.

    Raises:
        WrongUse: the days are the wrong way round.
        NotFound: the record was not there on the last day.
    """
    if end < start:
        raise WrongUse("days-reversed", start=start, end=end)
    new = desk.load(case_id) if end >= desk.today else desk.load(case_id, end)
    old = _at_end_of(desk, case_id, start, new)
    found = differences(old.case, new.case)
    return Between(differences=tuple(found), old=old, new=new)


def _at_end_of(desk: Desk, case_id: str, day: date, later: Loaded) -> Loaded:
    """The family on a day; before its record began, its name and nothing else."""
    try:
        return desk.load(case_id, day)
    except NotFound:
        head = msgspec.structs.replace(later.case.trajectory, phases=())
        return Loaded(case=Case(trajectory=head))


def of_commit(desk: Desk, case_id: str, story: Story, before: Story | None) -> Between:
    """What one commit changed; the commit before it is the next one in the history."""
    new = desk.store.load_revision(case_id, story.commit)
    old = desk.store.load_revision(case_id, before.commit) if before else new
    return Between(differences=tuple(differences(old.case, new.case)), old=old, new=new)


def undo(desk: Desk, case_id: str) -> Saved:
    """Take back the last act that still stands, in a new commit.

    Raises:
        NotFound: nothing is left to undo.
        Changed: a file of that act was changed by hand since.
    """
    with speaking(desk.settings.language):
        return desk.store.undo(case_id, desk.pen, act_for("undo"))


def just_undone(desk: Desk, case_id: str) -> Story | None:
    """The act that was taken back a moment ago; None when something else was done last."""
    newest, *before = stories(desk, case_id)
    return next((story for story in before if story.commit == newest.undoes), None)


def redo(desk: Desk, case_id: str) -> Saved:
    """Put back the last act that was undone, in a new commit.

    Raises:
        NotFound: nothing was undone, or something else was done since.
        Changed: a file of that act was changed by hand since.
    """
    with speaking(desk.settings.language):
        return desk.store.redo(case_id, desk.pen, act_for("redo"))


def act_for(action: str) -> Callable[[Story], Act]:
    """What the history says when an act is undone, or done again."""

    def act(story: Story) -> Act:
        told = subject(action, what=story.subject)
        return Act(action=action, subject=told, record=story.record)

    return act


def put_back(desk: Desk, case_id: str, given: str, on: date | None = None) -> Saved:
    """Put one record back as it was at the end of a day, or before its newest change.

    Args:
        desk: where it is done.
        case_id: the family.
        given: the record: its id, its name, or the id of one that is gone.
        on: the day; without it what counts is the newest change of the record itself.

    Raises:
        NotFound: the record was not there then, has no earlier form, or its parent is gone.
        WrongUse: it is now as it was then.
    """
    loaded = desk.load(case_id)
    there = find(loaded.case, given)
    if there is None and not is_record_id(given):
        there = find_record(loaded.case, given)
    record_id = there.record.id if there else given
    if on is None:
        revision = _before_newest_change(desk, loaded, record_id)
    else:
        end = datetime.combine(on, datetime.max.time(), desk.now.tzinfo)
        revision = desk.store.repository(case_id).revision_on(end) or ""
        if not revision:
            raise NotFound("history-begins-later", given=case_id)
    return restore(desk, case_id, record_id, revision)


def restore(desk: Desk, case_id: str, record_id: str, revision: str) -> Saved:
    """Put one record back into the family of today as it was in a commit.

    Of a record that is still there its own fields are put back, and the records inside it, such as
    the scores of a goal, stay as they are. One that is gone comes back with all that was in it.

    Raises:
        NotFound: it was not there then, or the record it was inside of is gone by now.
        WrongUse: it is now as it was then.
        Unreadable: what was recorded then cannot be read whole.
    """
    then = desk.store.load_revision(case_id, revision)
    if then.broken:
        raise Unreadable("then-broken", then.broken, case=case_id)
    there = find(then.case, record_id)
    if there is None:
        raise NotFound("not-there-then", given=record_id)
    return desk.change(case_id, partial(_restored, there, revision))


def _restored(there: Located, revision: str, loaded: Loaded) -> Change:
    """The family with a record as it was, and the act that says so."""
    kind, record, parent = there.kind.name, there.record, there.parent
    now = find(loaded.case, record.id)
    fields: tuple[str, ...] = ()
    if now is not None and now.kind == there.kind:
        was, parent = own_fields(record, kind), now.parent
        fields = tuple(name for name in was if was[name] != getattr(now.record, name))
        if not fields:
            raise WrongUse("nothing-changed", record=record.id)
        record = msgspec.structs.replace(now.record, **was)
    owner = parent.id if parent is not None else None
    if owner is not None and find(loaded.case, owner) is None:
        raise NotFound("parent-gone", record=record.id, parent=owner)
    act = Act(
        action="restore",
        subject=subject("restore", what=kind_label(kind), id=record.id),
        record=record.id,
        fields=fields,
        trailers=(("Fk-From", revision),),
    )
    return Change(case=put(loaded.case, kind, record, owner), act=act)


def _before_newest_change(desk: Desk, loaded: Loaded, record_id: str) -> str:
    """The commit that has a record in the form before the one of today.

    Raises:
        NotFound: there is no earlier form of it.
    """
    now = find(loaded.case, record_id)
    for earlier in desk.store.earlier(loaded.case.id, _paths(loaded, record_id, now)):
        then = find(earlier.case, record_id)
        if then is None:
            if now is None:
                continue
            break
        if now is None or own_fields(now.record, now.kind.name) != own_fields(
            then.record, then.kind.name
        ):
            return earlier.revision or ""
    raise NotFound("no-earlier-form", given=record_id, case=loaded.case.id)


def _paths(loaded: Loaded, record_id: str, now: Located | None) -> tuple[str, ...]:
    """Where to look for earlier forms of a record: its file; when it is gone, where it can be."""
    if now is not None:
        entry = now.parent.id if now.parent is not None else record_id
        return (FILES.get(now.part) or loaded.paths[entry],)
    return tuple(dict.fromkeys(_possible_paths(record_id)))


def _possible_paths(record_id: str) -> Iterator[str]:
    for kind in KINDS.values():
        if LETTERS[kind.name] == record_id[0]:
            part = Located(kind, None).part
            yield FILES.get(part, part)
            if part in PERSONAL:
                yield "people"


def hand_edits(desk: Desk, case_id: str) -> tuple[tuple[str, str], ...]:
    """Files that somebody changed without fk: path, and added, changed or removed."""
    return desk.store.hand_edits(case_id)


def save_hand_edits(desk: Desk, case_id: str, reason: str) -> Saved:
    """Record hand edits in a commit that says so.

    Raises:
        Unreadable: what was written does not fit; nothing is recorded.
    """
    with speaking(desk.settings.language):
        act = Act(action="hand.edit", subject=subject("hand.edit"), reason=reason)
        return desk.store.record_hand_edits(case_id, act, desk.pen)
