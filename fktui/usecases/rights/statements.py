"""A person's own view, kept beside what it is about, or by itself.

On request it is added, whatever it says: the coach does not weigh it (Jeugdwet 7.3.8, second
paragraph; domain.md §5.5). Where a record is wrong in its facts, that is corrected instead.
"""

from collections.abc import Mapping
from typing import Any

from fktui.errors import WrongUse
from fktui.model.case import Case, put
from fktui.model.journal import Statement
from fktui.model.stored import Change, Loaded, Saved
from fktui.model.text import clean
from fktui.store.disk.files import read_plain
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.journal.contacts import find_entry
from fktui.usecases.journal.drafts import Draft, is_written
from fktui.usecases.records import act_on, new_record, not_to_come, require


def add_statement(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Add what somebody says about the record; `by` and `body` are needed.

    Raises:
        WrongUse: `field-empty`, the day is still to come, or a value does not fit.
    """
    require(fields, "by", "body")

    def edit(loaded: Loaded) -> Change:
        statement: Statement = new_record(
            desk, loaded.case, "statement", {"on": desk.today, **fields}
        )
        not_to_come(desk, statement.on)
        act = act_on("statement.add", statement)
        return Change(case=put(loaded.case, "statement", statement), act=act)

    return desk.change(case_id, edit)


def beside_entry(case: Case, given: str) -> dict[str, Any]:
    """The field of a statement that stands beside an entry, and whom that entry is about.

    Raises:
        NotFound, Ambiguous: `given` is not one record of the case.
    """
    entry = find_record(case, given).record
    about = getattr(entry, "about", ()) or getattr(entry, "present", ())
    return {"entry": entry.id} | ({"about": about} if about else {})


def statements(case: Case, by: str | None = None) -> tuple[Statement, ...]:
    """All statements, or those of one person, the newest first."""
    found = [one for one in case.statements if by is None or one.by == by]
    return tuple(sorted(found, key=lambda one: (one.on, one.id), reverse=True))


def beside(case: Case, entry: str) -> tuple[Statement, ...]:
    """The statements that stand beside an entry, in the order in which they were made."""
    found = [one for one in case.statements if one.entry == entry]
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))


def find_statement(desk: Desk, case: Case, given: str) -> Statement:
    """The statement that is meant: by its id, the beginning of it, or its day.

    Raises:
        NotFound, Ambiguous: it is not one.
    """
    statement: Statement = find_entry(desk, case, given, "statement")
    return statement


def read_draft(draft: Draft) -> dict[str, Any]:
    """The text that was written in an editor.

    Raises:
        WrongUse: `draft-unchanged`.
    """
    text = clean((read_plain(draft.path) or b"").decode("utf-8", "replace")).strip()
    if not is_written(draft) or not text:
        raise WrongUse("draft-unchanged")
    return {"body": text}
