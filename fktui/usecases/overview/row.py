"""What the overview keeps of one family: its line in the list, what is due, and its text.

Which files the line was made from is said here too, for only those are looked at for the list.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import Any

import msgspec

from fktui.errors import FkError
from fktui.method.days import anniversary
from fktui.method.due.day import Deadline
from fktui.method.due.deadlines import deadlines
from fktui.method.intensity import hours_band, hours_by_week, intensity
from fktui.method.phases import current, weeks_meant
from fktui.model.case import FILES, Case, Located, records
from fktui.model.ids import is_record_id
from fktui.model.journal import Contact, Meeting, MeetingStatus
from fktui.model.plan import Assent, GoalStatus
from fktui.model.record import Record
from fktui.model.stored import Loaded
from fktui.model.text import clean
from fktui.model.trajectory import Status
from fktui.store.overview.rows import WEEKS, DueRow, Entry, Line, Row
from fktui.usecases.desk import Desk

UNREADABLE = "unreadable"
"""The status of a family of which nothing could be read."""

_FIRST = (FILES["trajectory"], FILES["plan"])
_ENDED = (Status.CLOSED, Status.DECLINED)
# The end of the retention is twenty years off; until it comes near, it costs no look at Git.
_NEAR = timedelta(days=5 * 366)
# Text that is no language: codes, times, and dates that need not be full.
_NO_TEXT = frozenset(
    (
        *("at", "born", "died", "format", "id", "language", "languages", "since", "template"),
        *("conditions", "made_from", "until", "visible_to"),
    )
)

_NO_TEXT_OF: Mapping[type[Record], frozenset[str]] = {Assent: frozenset(("to", "text"))}
"""The same in one kind of record: what somebody agrees with is told by its fingerprint."""


def describe(desk: Desk, case_id: str) -> Row:
    """All that the overview keeps of a family; one that cannot be read at all is kept as such."""
    try:
        loaded = desk.store.load(case_id)
        last_change = _last_change(desk, case_id, loaded.case)
    except FkError:
        return Row(line=Line(case_id, case_id, UNREADABLE, broken=1), watched=("case.yaml", "."))
    found = deadlines(loaded.case, desk.norms, last_change)
    open_days = [one for one in found if not one.done]
    return Row(
        line=_line(desk, case_id, loaded, open_days),
        dues=tuple(map(_due_row, open_days)),
        entries=tuple(_entries(case_id, loaded)),
        watched=_watched(loaded),
    )


def _line(desk: Desk, case_id: str, loaded: Loaded, open_days: list[Deadline]) -> Line:
    case = loaded.case
    head, period = case.trajectory, current(case.trajectory)
    spent = intensity(case, period, desk.today, desk.norms) if period else None
    band = hours_band(period, desk.norms) if period else None
    return Line(
        case_id=case_id,
        name=_one_line(head.name),
        status=head.status.value,
        phase=period.phase.value if period else "",
        phase_started_on=_iso(period.started_on if period else None),
        phase_weeks=(period and weeks_meant(period, desk.norms)) or 0,
        coach=head.coach or "",
        second=head.second or "",
        lead=head.lead_clinician or "",
        last_contact_on=_iso(max((contact.on for contact in case.contacts), default=None)),
        open_goals=sum(goal.status is GoalStatus.OPEN for goal in case.plan.goals),
        hours=spent.total if spent else 0.0,
        hours_low=band.low if band else 0.0,
        hours_high=band.high if band else 0.0,
        recent=_recent(case),
        fictional=int(head.fictional),
        broken=len(loaded.broken),
        dues=_next_dues(open_days),
    )


def _recent(case: Case) -> str:
    """The hours of the newest weeks, as `Line.recent` has them."""
    found = hours_by_week(case, WEEKS)
    if found is None:
        return ""
    monday, hours = found
    return " ".join((monday.isoformat(), *(f"{one:g}" for one in hours)))


def _next_dues(open_days: list[Deadline]) -> str:
    """Day, code and whether it passes, for as many as may be next: up to one that stays."""
    lines: list[str] = []
    for one in open_days:
        lines.append(f"{one.on} {one.code} {int(one.passes)} {one.record or '-'}")
        if not one.passes:
            break
    return "\n".join(lines)


def _due_row(one: Deadline) -> DueRow:
    return DueRow(
        on=one.on.isoformat(),
        code=one.code,
        kind=one.kind.value,
        source=one.source,
        record=one.record or "",
        facts=msgspec.json.encode(one.facts).decode(),
        passes=int(one.passes),
    )


def _last_change(desk: Desk, case_id: str, case: Case) -> date | None:
    """The day of the last commit, for a record that ended; None while the retention is far off."""
    if case.trajectory.status not in _ENDED:
        return None
    journal = [*(one.on for one in case.contacts), *(one.on for one in case.meetings)]
    closing = case.trajectory.closing
    newest = max((*journal, closing.on if closing else date.min))
    if anniversary(newest, desk.norms.retention_years.value) > desk.today + _NEAR:
        return None
    stories = desk.store.stories(case_id)
    return stories[0].at.date() if stories else None


def _watched(loaded: Loaded) -> tuple[str, ...]:
    """What the line was made from: of a record that ended only its head.

    The folders tell of files that come and go.
    """
    case, files = loaded.case, loaded.fingerprints
    if case.trajectory.status in _ENDED and not loaded.broken:
        return (FILES["trajectory"],)
    inner = [path for path in files if "/" in path]
    folders = {part for path in inner for part in (path.partition("/")[0], path.rpartition("/")[0])}
    newest = max(case.contacts, key=lambda contact: contact.on, default=None)
    journal: list[Contact | Meeting] = [
        *([newest] if newest else []),
        *filter(_waits, case.meetings),
    ]
    others = [FILES[name] for name in ("family", "safety", "consent", "measures")]
    return (
        *(name for name in (*_FIRST, "contacts") if name in files or name in folders),
        ".",
        *(file for file in others if file in files),
        *sorted(folders - {"contacts"}),
        *(loaded.paths[one.id] for one in journal),
        *sorted({issue.place.file for issue in loaded.broken if issue.place}),
    )


def _waits(meeting: Meeting) -> bool:
    agreed = any(agreement.due for agreement in meeting.agreements)
    return meeting.status is MeetingStatus.PLANNED or meeting.next_on is not None or agreed


def _entries(case_id: str, loaded: Loaded) -> Iterator[Entry]:
    case = loaded.case
    head = case.trajectory
    yield Entry(
        _iso(head.referred_on), "family", case_id, FILES["trajectory"], _joined(_texts(head))
    )
    for located in records(case):
        text = _joined(_texts(located.record))
        if text:
            yield Entry(
                on=_day_of(located),
                kind=located.kind.name,
                record=located.record.id,
                file=loaded.paths.get(located.record.id) or FILES.get(located.part, ""),
                text=text,
            )


def _texts(record: Record) -> Iterator[str]:
    """The text that people wrote in a record, without that of the records inside it."""
    for field in _text_fields(type(record)):
        yield from _texts_in(getattr(record, field))


@cache
def _text_fields(kind: type[Record]) -> tuple[str, ...]:
    without = _NO_TEXT | _NO_TEXT_OF.get(kind, frozenset())
    return tuple(field for field in kind.__struct_fields__ if field not in without)


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        # The values of an enum are texts too.
        if value and not isinstance(value, Enum) and not is_record_id(value):
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts_in(one)
    elif isinstance(value, Record) and not hasattr(value, "id"):
        yield from _texts(value)


def _joined(texts: Iterable[str]) -> str:
    return clean(" · ".join(dict.fromkeys(texts)))


def _day_of(located: Located) -> str:
    """The day of the record itself, else that of the record it is inside of."""
    for record in (located.record, located.parent):
        for field in ("on", "made_on", "given_on", "started_on", "opened_on", "since"):
            value = getattr(record, field, None)
            if isinstance(value, date):
                return value.isoformat()
    return ""


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
