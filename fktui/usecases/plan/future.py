"""The future plan: what the family writes itself. Who agrees with it is in `agreeing`."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from fktui.model.case import Case, put, without
from fktui.model.plan import FutureEntry, FutureSection
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.records import act_on, new_record, require
from fktui.words.labels import label


class Section(NamedTuple):
    """One section of the future plan with its lines; without lines it is still empty."""

    section: FutureSection
    entries: tuple[FutureEntry, ...]


def add_entry(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Add a line to a section, in the family's words."""
    require(fields, "section", "text")

    def edit(loaded: Loaded) -> Change:
        entry: FutureEntry = new_record(desk, loaded.case, "future", fields)
        act = act_on("future.add", entry, section=label(entry.section))
        return Change(case=put(loaded.case, "future", entry), act=act)

    return desk.change(case_id, edit)


def drop_entry(desk: Desk, case_id: str, given: str) -> Saved:
    """Take a line out of the plan; the history keeps it, and undo brings it back."""

    def edit(loaded: Loaded) -> Change:
        entry: FutureEntry = find_record(loaded.case, given, "future").record
        act = act_on("future.end", entry, section=label(entry.section))
        return Change(case=without(loaded.case, entry.id), act=act)

    return desk.change(case_id, edit)


def sections(case: Case) -> tuple[Section, ...]:
    """All sections in the order of the plan, each with its lines."""
    entries = case.plan.future_plan.entries
    return tuple(
        Section(section, tuple(entry for entry in entries if entry.section is section))
        for section in FutureSection
    )
