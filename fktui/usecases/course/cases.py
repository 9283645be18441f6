"""The family's record as a whole: opening a new one, changing its head."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from fktui.errors import WrongUse
from fktui.method.phases import plan_ahead
from fktui.model.case import Case, ids, put
from fktui.model.ids import new_case_id, new_id
from fktui.model.stored import Act, Change, Loaded, Saved
from fktui.model.text import clean_line
from fktui.model.trajectory import FORMAT, PhasePeriod, Status, Trajectory
from fktui.usecases.course.typed_members import NewMember
from fktui.usecases.desk import Desk
from fktui.usecases.fields import read_fields
from fktui.usecases.records import new_record, not_to_come, require, with_fields
from fktui.words.acts import subject
from fktui.words.labels import field_label
from fktui.words.language import _, speaking

_GENERAL = frozenset(
    [
        "gezin",
        "familie",
        "fam",
        "family",
        "de",
        "den",
        "der",
        "het",
        "van",
        "von",
        "ten",
        "ter",
        "te",
        "la",
        "le",
        "el",
        "al",
        "di",
        "da",
        "do",
        "dos",
    ]
)
"""Words in the names of many families, in both languages."""


class NewCase(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a family on the day its record is opened."""

    name: str
    coach: str | None = None
    second: str | None = None
    lead_clinician: str | None = None
    referrer: str | None = None
    interpreter: str | None = None
    start: date | None = None
    referred_on: date | None = None
    """Today when not said."""
    members: tuple[NewMember, ...] = ()


def new_case(desk: Desk, start: NewCase) -> Loaded:
    """Open a record, in one act: its folder, its files, its planned phases, its members.

    With a start date the first phase begins on it, unless that day is still to come; without one
    the family is registered and waits.

    Raises:
        WrongUse: the name is empty, or the family was referred on a day to come.
    """
    name = clean_line(start.name)
    if not name:
        raise WrongUse("name-empty")
    not_to_come(desk, start.referred_on or desk.today)
    case_id = new_case_id(desk.store.case_ids(), desk.bits)
    trajectory = Trajectory(
        format=FORMAT,
        id=case_id,
        name=name,
        status=Status.ACTIVE if start.start else Status.REFERRED,
        referrer=start.referrer,
        referred_on=start.referred_on or desk.today,
        coach=start.coach or desk.colleague,
        second=start.second,
        lead_clinician=start.lead_clinician,
        interpreter=start.interpreter,
    )
    if start.start:
        trajectory = with_planned_phases(desk, trajectory, start.start)
    case = Case(trajectory=trajectory)
    for one in start.members:
        case = put(case, "person", new_record(desk, case, "person", one.fields))
    with speaking(desk.settings.language):
        act = Act(action="case.new", subject=subject("case.new"), record=case_id)
        return desk.store.create(case, act, desk.pen, readme())


def families_called(desk: Desk, name: str) -> tuple[str, ...]:
    """The names of families that share a name of their own with this one: it may be the same."""
    from fktui.usecases.overview.listing import names  # SQLite, for this question only

    wanted = _telling(name)
    return tuple(known for _id, known in names(desk) if wanted & _telling(known))


def _telling(name: str) -> set[str]:
    """The words that tell one family from another."""
    return set(name.casefold().replace("-", " ").split()) - _GENERAL


def with_planned_phases(desk: Desk, trajectory: Trajectory, start: date) -> Trajectory:
    """The trajectory with its four phases planned; the first has begun when its day has come."""
    phases: list[PhasePeriod] = []
    taken = set(ids(Case(trajectory=trajectory)))
    for planned in plan_ahead(trajectory, start, desk.norms):
        period = PhasePeriod(
            id=new_id("phase", taken, desk.bits),
            phase=planned.phase,
            planned_from=planned.planned_from,
            planned_until=planned.planned_until,
            started_on=start if not phases and start <= desk.today else None,
        )
        taken.add(period.id)
        phases.append(period)
    return msgspec.structs.replace(trajectory, phases=tuple(phases))


def edit_case(desk: Desk, case_id: str, settings: Iterable[str]) -> Saved:
    """Change fields of the head of the record, typed as `key=value`."""
    typed = tuple(settings)
    return edit_head(desk, case_id, lambda case: read_fields(desk, case, Trajectory, typed))


def edit_head(
    desk: Desk, case_id: str, fields: Mapping[str, Any] | Callable[[Case], Mapping[str, Any]]
) -> Saved:
    """Change fields of the head of the record.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: values by field, or what makes them from the case.

    Raises:
        WrongUse: a value does not fit, the name is empty, or nothing would be different.
    """

    def edit(loaded: Loaded) -> Change:
        before = loaded.case.trajectory
        after = with_fields(before, fields(loaded.case) if callable(fields) else fields)
        require({"name": after.name}, "name")
        names = tuple(
            n for n in before.__struct_fields__ if getattr(before, n) != getattr(after, n)
        )
        if not names:
            raise WrongUse("nothing-changed", record=case_id)
        labels = ", ".join(field_label(name) for name in names)
        act = Act(
            action="case.edit",
            subject=subject("case.edit", fields=labels),
            record=case_id,
            fields=names,
        )
        return Change(case=msgspec.structs.replace(loaded.case, trajectory=after), act=act)

    return desk.change(case_id, edit)


def readme() -> str:
    """What the folder of a family is, readable without any program, in many years."""
    return _(
        "# The record of a family\n\n"
        "This folder holds the record of one family in FamilieKracht, an intensive form of help "
        "for families under stress from many sides. It is confidential.\n\n"
        "- `case.yaml`: the course of the help: phases, team, closing.\n"
        "- `family.yaml`: who belongs to the family. `network.yaml`: the people around it.\n"
        "- `plan.yaml`: goals, steps and scores. `consent.yaml`: who agreed to what.\n"
        "- `contacts/`, `meetings/`, `documents/`: one text per talk, meeting and document.\n\n"
        "All files are plain text (UTF-8; YAML and Markdown) and can be read in any editor. "
        "People and records have ids such as `p-4tz9c`; the same id is the same person in every "
        "file. `git log` in this folder tells who wrote what, and when.\n"
    )
