"""The future plan: what the family writes itself, and who agrees with it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.method.agreed import FUTURE_PLAN, assents
from fktui.model.case import Case, put, without
from fktui.model.plan import Assent, FutureEntry, FutureSection
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people, find_record
from fktui.usecases.records import act_on, new_record, require, with_fields
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


def agree(
    desk: Desk, case_id: str, who: str, *, agrees: bool, on: date, because: str | None = None
) -> Saved:
    """Note whether somebody agrees with the future plan; somebody who said so before, anew."""

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        (person,) = find_people(case, (who,), desk.colleagues)
        said = {"agrees": agrees, "on": on, "because": because}
        before = next((a for a in assents(case, FUTURE_PLAN) if a.by == person), None)
        assent: Assent = (
            with_fields(before, said)
            if before
            else new_record(desk, case, "assent", {"to": FUTURE_PLAN, "by": person} | said)
        )
        action = "assent.edit" if before else "assent.add"
        return Change(case=put(case, "assent", assent), act=act_on(action, assent))

    return desk.change(case_id, edit)


def sections(case: Case) -> tuple[Section, ...]:
    """All sections in the order of the plan, each with its lines."""
    entries = case.plan.future_plan.entries
    return tuple(
        Section(section, tuple(entry for entry in entries if entry.section is section))
        for section in FutureSection
    )


def not_asked(case: Case, on: date) -> tuple[str, ...]:
    """The members of the family who have not said whether they agree."""
    asked = {assent.by for assent in assents(case, FUTURE_PLAN)}
    here = (p for p in case.family.people if p.until is None or on < p.until)
    return tuple(person.id for person in here if person.id not in asked)
