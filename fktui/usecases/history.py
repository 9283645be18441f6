"""Looking back and taking back: history, differences, undo, hand edits."""

from datetime import date

import msgspec

from fktui.errors import NotFound, WrongUse
from fktui.model.case import Case
from fktui.model.diff import Difference, differences
from fktui.model.stored import Act, Loaded, Saved, Story
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.words.acts import subject
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

    def act_for(story: Story) -> Act:
        return Act(
            action="undo",
            subject=subject("undo", what=story.subject),
            record=story.record,
            trailers=(("Fk-Undoes", story.commit),),
        )

    with speaking(desk.settings.language):
        return desk.store.undo(case_id, desk.pen, act_for)


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
